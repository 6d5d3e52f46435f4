import JobsCore
import JobsManifest

/// Manifests that tables of rule tests fill in, and what is found in them.
enum ManifestText {
  static let image = "europe-docker.pkg.dev/acme/jobs/report:1.4.2"
  /// A line of our own format: whom a job's secrets are granted to.
  static let identity = "identity: report@acme-prod.iam.gserviceaccount.com"

  /// A Cloud Run job. Lines of `metadata`, `template`, `execution`, `task` and `container` are indented by 2, 4, 6, 10 and
  /// 12 here, so that the tables need not.
  static func cloudRun(
    name: String = "report", metadata: [String] = [], template: [String] = [], execution: [String] = [],
    task: [String] = [],
    image: String = image, container: [String] = []
  ) -> String {
    """
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: \(name)
    \(indented(metadata, 2))spec:
      template:
    \(indented(template, 4))    spec:
    \(indented(execution, 6))      template:
            spec:
    \(indented(task, 10))          containers:
              - image: \(image)
    \(indented(container, 12))
    """
  }

  /// Annotations of the execution, for `template`.
  static func annotations(_ lines: String...) -> [String] {
    ["metadata:", "  annotations:"] + lines.map { "    \($0)" }
  }

  /// Annotations of the job, for `metadata`.
  static func jobAnnotations(_ lines: String...) -> [String] { ["annotations:"] + lines.map { "  \($0)" } }

  /// A job of our own format.
  static func job(_ spec: String...) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: report}\nspec:\n" + indented(spec, 2)
  }

  static func crontopus(_ spec: String...) -> String {
    "apiVersion: v1\nkind: Job\nmetadata: {name: backup}\nspec:\n"
      + indented(["schedule: \"0 3 * * *\"", "command: /usr/local/bin/backup"] + spec, 2)
  }

  private static func indented(_ lines: [String], _ columns: Int) -> String {
    lines.map { String(repeating: " ", count: columns) + $0 + "\n" }.joined()
  }

  /// What is found, as `CODE` for an error, `CODE?` for a warning and `CODE.` for an info, in source order.
  static func found(_ text: String, file: String = "job.yaml", project: String? = nil) -> [String] {
    let format: Format = file.hasSuffix(".json") ? .jobfile : .cloudrun
    return ExampleRun.diagnostics(of: RuleInfo.Example(format, text, file: file, project: project), text: text).map {
      diagnostic in
      switch diagnostic.severity {
      case .error: diagnostic.code
      case .warning: diagnostic.code + "?"
      case .info: diagnostic.code + "."
      }
    }
  }
}
