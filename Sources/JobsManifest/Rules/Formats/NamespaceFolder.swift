import JobsCore

/// A namespace that is not the folder.
package enum NamespaceFolder: JobRule {
  package static let info = RuleInfo(
    "CT102", "namespace-folder", .crontopus, .warning,
    summary: "a namespace that differs from the folder the manifest lies in",
    page: """
      A Crontopus job's environment is its 'namespace', or the first folder below the root of the manifests. Where both
      are there and differ, agents follow the namespace and people the folder: 'prod/backup.yaml' that runs in staging.
      Move the file, or leave the namespace out.
      """,
    bad: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup, namespace: ⟦staging⟧}\nspec: {schedule: \"0 3 * * *\", command: /usr/local/bin/backup}\n",
      file: "prod/backup.yaml"),
    good: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup, namespace: prod}\nspec: {schedule: \"0 3 * * *\", command: /usr/local/bin/backup}\n",
      file: "prod/backup.yaml"))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .crontopus, let folder = job.folder, let id = job.sites.env, let namespace = job.text(id),
      // The root of the manifests may lie deeper than what was named.
      !job.path.split(separator: "/").dropLast().contains(where: { $0 == namespace })
    else { return }
    findings.report(
      info, "the namespace is '\(Terminal.visible(namespace))', and the manifest lies in '\(Terminal.visible(folder))'",
      at: id,
      hint: "move the file to '\(Terminal.visible(namespace))', or leave the namespace out")
  }
}
