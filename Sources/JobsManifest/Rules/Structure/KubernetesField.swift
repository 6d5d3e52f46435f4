import JobsCore

/// A field of Kubernetes' Job, Pod or Container that Cloud Run has not.
package enum KubernetesField: Rule {
  package static let info = RuleInfo(
    "ST103", "kubernetes-field", .structure, .error, fix: .unsafe, summary: "a field that only Kubernetes has",
    page: """
      Cloud Run's manifests look like those of Kubernetes, but the service knows a part of the fields only and refuses
      the rest. Where Cloud Run has a setting for the same purpose, it is named, and the patch renames or moves the key;
      otherwise the key is to be removed.
      """,
    source: "run.v1.json of Google's discovery documents, revision 20261031",
    bad: .init(.cloudrun, ExampleText.cloudRun(task: "          ⟦restartPolicy⟧: Never\n")),
    good: .init(.cloudrun, ExampleText.cloudRun()))

  /// What Cloud Run has for the purpose: a key and where it stands, or just words.
  private struct Advice {
    var words: String
    var key: String?
    var path: [String]?

    init(_ words: String, key: String? = nil, in path: [String]? = nil) {
      self.words = words
      self.key = key
      self.path = path
    }
  }

  private static let execution = ["spec", "template", "spec"]
  private static let task = ["spec", "template", "spec", "template", "spec"]

  private static let table: [String: Advice] = [
    "backoffLimit": Advice("'maxRetries' says how often a task is tried again", key: "maxRetries", in: task),
    "completions": Advice("'taskCount' says how many tasks there are", key: "taskCount", in: execution),
    "activeDeadlineSeconds": Advice("'timeoutSeconds' limits each attempt", key: "timeoutSeconds", in: task),
    "serviceAccount": Advice("the key is 'serviceAccountName'", key: "serviceAccountName", in: task),
    "restartPolicy": Advice("'maxRetries' of the task says how often it is tried again"),
    "ttlSecondsAfterFinished": Advice("Cloud Run keeps the last 1,000 executions by itself"),
    "completionMode": Advice("every task has an index in CLOUD_RUN_TASK_INDEX"),
    "podFailurePolicy": Advice("retries cannot depend on the exit code"),
    "suspend": Advice("pause the trigger in Cloud Scheduler instead"),
    "selector": Advice("a job needs no selector"), "manualSelector": Advice("a job needs no selector"),
    "schedule": Advice("use the annotation 'jobs/schedule', which Cloud Scheduler is made from"),
    "jobTemplate": Advice(
      "write its content into 'spec.template', and the schedule into the annotation 'jobs/schedule'"),
    "concurrencyPolicy": Advice("Cloud Scheduler does not wait for executions"),
    "startingDeadlineSeconds": Advice("Cloud Scheduler has 'retryConfig' for it"),
    "successfulJobsHistoryLimit": Advice("Cloud Run keeps the last 1,000 executions by itself"),
    "failedJobsHistoryLimit": Advice("Cloud Run keeps the last 1,000 executions by itself"),
    "initContainers": Advice("use 'dependsOn' between containers, or the image's entry point"),
    "imagePullSecrets": Advice("grant the Cloud Run service agent 'roles/artifactregistry.reader'"),
    "securityContext": Advice("containers run in a sandbox; set the user in the image"),
    "hostNetwork": Advice("there is no host"), "hostPID": Advice("there is no host"),
    "hostIPC": Advice("there is no host"),
    "hostAliases": Advice("names come from DNS"), "dnsPolicy": Advice("names come from the VPC's DNS"),
    "dnsConfig": Advice("names come from the VPC's DNS"), "hostname": Advice("tasks have no names of their own"),
    "subdomain": Advice("tasks have no names of their own"),
    "tolerations": Advice("there are no nodes"), "affinity": Advice("there are no nodes"),
    "nodeName": Advice("there are no nodes"),
    "topologySpreadConstraints": Advice("there are no nodes"), "priorityClassName": Advice("there are no nodes"),
    "runtimeClassName": Advice("use the annotation 'run.googleapis.com/execution-environment'"),
    "schedulerName": Advice("there are no nodes"), "enableServiceLinks": Advice("there are no services in a job"),
    "automountServiceAccountToken": Advice("the metadata server gives tokens"),
    "shareProcessNamespace": Advice("containers of a task are apart"),
    "terminationGracePeriodSeconds": Advice("a task has ten seconds after SIGTERM"),
    "lifecycle": Advice("use the image's entry point"), "stdin": Advice("a task has no terminal"),
    "stdinOnce": Advice("a task has no terminal"), "tty": Advice("a task has no terminal"),
    "volumeDevices": Advice("mount a bucket, NFS or an empty folder"), "preemptionPolicy": Advice("there are no nodes"),
    "persistentVolumeClaim": Advice("mount a bucket (csi) or NFS"), "hostPath": Advice("mount a bucket (csi) or NFS"),
    "configMap": Advice("put the content into a secret or the image"),
    "projected": Advice("mount each secret as a volume of its own"),
    "fieldRef": Advice("write the value itself"), "resourceFieldRef": Advice("write the value itself"),
    "replicas": Advice("'taskCount' says how many tasks there are"),
  ]

  /// Reports the key if it is one of Kubernetes; false otherwise.
  static func report(
    _ entry: (key: Tree.ID, value: Tree.ID), _ name: String, path: [String], _ findings: inout Findings
  ) -> Bool {
    guard let advice = table[name] else { return false }
    var fix: Diagnostic.Fix?
    var related: [(message: String, id: Tree.ID)] = []
    if let key = advice.key, let home = advice.path {
      if let destination = EntryMove.destination(home, in: findings.tree, root: findings.root) {
        related = [("'\(key)' belongs in here", destination)]
      }
      if path == home {
        fix =
          findings.tree.value(
            EntryMove.destination(home, in: findings.tree, root: findings.root) ?? entry.key, key: key) == nil
          ? findings.replacing(entry.key, with: key, safe: false) : nil
      } else {
        fix = EntryMove.fix([entry.key], from: nil, to: home, renaming: key, findings)
      }
    } else {
      fix = EntryMove.removal(of: entry, findings)
    }
    findings.report(
      info, "Cloud Run has no '\(name)': it is a field of Kubernetes", at: entry.key, hint: advice.words, fix: fix,
      related: related)
    return true
  }
}
