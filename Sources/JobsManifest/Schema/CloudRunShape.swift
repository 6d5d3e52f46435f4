/// The keys of a Cloud Run job (run.v1.json of Google's discovery documents, revision 20261031: Job, ExecutionSpec,
/// TaskSpec, Container).
package enum CloudRunShape {
  package static let document = Shape.mapping([
    .required("apiVersion", .word("run.googleapis.com/v1"), "the format and its version"),
    .required("kind", .word("Job"), "a job"),
    .required("metadata", metadata(name: true), "who the job is"),
    .required(
      "spec",
      .mapping([
        .required("template", executionTemplate, "what each execution is made from"),
        .optional("startExecutionToken", .string, "a suffix: an execution is started when the job is replaced"),
        .optional("runExecutionToken", .string, "a suffix: an execution is started, and waited for"),
      ]), "what the job does"),
    .optional("status", .any, "what the service reported; it is ignored on the way in"),
  ])

  private static func metadata(name isRequired: Bool) -> Shape {
    .mapping([
      isRequired
        ? .required("name", .string, "at most 63 of a-z, 0-9 and '-'")
        : .optional("name", .string, "at most 63 of a-z, 0-9 and '-'"),
      .optional("generateName", .string, "a prefix, less than 31 characters"),
      .optional("namespace", .text, "the project's id or number"),
      .optional("labels", .dictionary(.string), "short words to select by"),
      .optional("annotations", .dictionary(.string), "settings and notes"),
      .optional("clusterName", .string, "unused"),
      .optional("creationTimestamp", .any, "set by the service"),
      .optional("deletionGracePeriodSeconds", .any, "unused"),
      .optional("deletionTimestamp", .any, "set by the service"),
      .optional("finalizers", .any, "unused"),
      .optional("generation", .any, "set by the service"),
      .optional("ownerReferences", .any, "unused"),
      .optional("resourceVersion", .any, "set by the service"),
      .optional("selfLink", .any, "set by the service"),
      .optional("uid", .any, "set by the service"),
    ])
  }

  private static let executionTemplate = Shape.mapping([
    .optional(
      "metadata", metadata(name: false), "annotations of the execution: network, encryption, execution environment"),
    .required(
      "spec",
      .mapping([
        .optional("parallelism", .int(0...10_000, quoted: true), "tasks at once; 0 for as many as can"),
        .optional("taskCount", .int(1...10_000, quoted: true), "tasks of an execution; default 1"),
        .optional("delayExecution", .bool, "true: starts within 12 hours, when there is capacity"),
        .required(
          "template",
          .mapping([
            .optional("metadata", .any, "not supported"),
            .required("spec", taskSpec, "what a task is"),
          ]), "what each task is made from"),
      ]), "what an execution is"),
  ])

  private static let taskSpec = Shape.mapping([
    .required("containers", .list(container), "the containers of a task"),
    .optional("maxRetries", .int(0...10, quoted: true), "attempts after the first; default 3"),
    .optional("timeoutSeconds", .int(1...604_800, quoted: true), "the longest that an attempt may take; default 600"),
    .optional("serviceAccountName", .string, "the identity of the task"),
    .optional("volumes", .list(volume), "what containers can mount"),
    .optional("sandboxes", .any, "sandboxes that can be launched"),
    .optional(
      "nodeSelector", .mapping([.required("run.googleapis.com/accelerator", .string, "the GPU's type")]),
      "the GPU's type"),
  ])

  private static let container = Shape.mapping([
    .optional("name", .string, "the container's name"),
    .required("image", .string, "the image"),
    .optional("command", .list(.text), "the entry point, in place of the image's"),
    .optional("args", .list(.text), "arguments"),
    .optional("env", .list(variable), "environment variables"),
    .optional("envFrom", .any, "not supported"),
    .optional("imagePullPolicy", .word("Always", "Never", "IfNotPresent"), "taken, without effect on a job"),
    .optional("terminationMessagePath", .string, "taken, without effect on a job"),
    .optional("terminationMessagePolicy", .string, "taken, without effect on a job"),
    .optional("workingDir", .string, "the folder in which the command is run"),
    .optional(
      "resources",
      .mapping([
        .optional(
          "limits",
          .mapping([
            .optional("cpu", .scalar(.cpu), "1, 2, 4, 6 or 8"),
            .optional("memory", .scalar(.bytes), "bytes, such as 512Mi"),
            .optional("nvidia.com/gpu", .text, "1"),
          ]), "the most that the container may use"),
        .optional("requests", .any, "not supported: the limits are given in full"),
        .optional("startupCpuBoost", .bool, "for services"),
      ]), "what the container may use"),
    .optional(
      "ports",
      .list(
        .mapping([
          .optional("name", .string, "the protocol"),
          .optional("containerPort", .int(1...65535, quoted: true), "the port"),
          .optional("protocol", .string, "TCP"),
        ])), "ports of a container that others wait for"),
    .optional(
      "volumeMounts",
      .list(
        .mapping([
          .required("name", .string, "the volume"),
          .required("mountPath", .string, "an absolute path without ':'"),
          .optional("readOnly", .bool, "whether it can be written"),
          .optional("subPath", .string, "a path in the volume; not on secrets"),
        ])), "where volumes are mounted"),
    .optional("startupProbe", .any, "when the container counts as started"),
    .optional("livenessProbe", .any, "when the container counts as alive"),
    .optional("readinessProbe", .any, "when the container counts as ready"),
    .optional("sandboxLauncher", .any, "whether the container may launch sandboxes"),
    .optional("dependsOn", .list(.string), "containers that start first"),
  ])

  private static let variable = Shape.mapping([
    .required("name", .string, "the name"),
    .optional("value", .string, "the value"),
    .optional(
      "valueFrom",
      .mapping([
        .optional(
          "secretKeyRef",
          .mapping([
            .required("name", .string, "the secret"),
            .required("key", .text, "the version: latest, a number or an alias"),
            .optional("optional", .any, "unused"),
          ]), "a secret's version"),
        .optional("configMapKeyRef", .any, "not supported"),
      ]), "where the value comes from"),
  ])

  private static let volume = Shape.mapping([
    .required("name", .string, "the volume's name"),
    .optional(
      "secret",
      .mapping([
        .required("secretName", .string, "the secret"),
        .optional(
          "items",
          .list(
            .mapping([
              .required("key", .text, "the version: latest, a number or an alias"),
              .required("path", .string, "a relative path without '..'"),
              .optional("mode", .int(0...777), "permission bits, octal with a leading zero or decimal"),
            ])), "versions as files"),
        .optional("defaultMode", .int(0...777), "permission bits, octal with a leading zero or decimal"),
        .optional("optional", .any, "unused"),
      ]), "a secret as files"),
    .optional(
      "csi",
      .mapping([
        .required("driver", .word("gcsfuse.run.googleapis.com"), "the driver"),
        .optional("readOnly", .bool, "whether it can be written"),
        .optional("volumeAttributes", .dictionary(.text), "bucketName, mountOptions"),
      ]), "a Cloud Storage bucket"),
    .optional(
      "emptyDir",
      .mapping([
        .optional("medium", .word("", "Memory", "Disk"), "where it is kept"),
        .optional("sizeLimit", .scalar(.bytes), "its size"),
      ]), "a folder that begins empty"),
    .optional(
      "nfs",
      .mapping([
        .required("server", .string, "the server"),
        .required("path", .string, "the exported path"),
        .optional("readOnly", .bool, "whether it can be written"),
      ]), "an NFS share"),
    .optional("filestore", .any, "a Filestore instance"),
    .optional("configMap", .any, "not supported"),
  ])
}
