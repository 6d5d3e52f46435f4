/// Manifests that examples of rules are cut from.
enum ExampleText {
  /// A Cloud Run job with lines added at its levels; they are indented already: `metadata` by 2, `template` by 4,
  /// `execution` by 6, `task` by 10 and `container` by 12.
  static func cloudRun(
    name: String = "report", metadata: String = "", template: String = "", execution: String = "", task: String = "",
    image: String = "europe-docker.pkg.dev/acme/jobs/report:1.4.2", container: String = ""
  ) -> String {
    """
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: \(name)
    \(metadata)spec:
      template:
    \(template)    spec:
    \(execution)      template:
            spec:
    \(task)          containers:
              - image: \(image)
    \(container)
    """
  }

  /// Annotations of the execution, for `template`.
  static func annotations(_ lines: String...) -> String {
    "    metadata:\n      annotations:\n" + lines.map { "        \($0)\n" }.joined()
  }

  /// A project with a protected environment, for rules that look at production.
  static let production =
    "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {prod: {protected: true}}\n"

  /// A job of our own format whose `spec` lines are given, indented by two.
  static func job(_ spec: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata:
      name: report
    spec:
    \(spec)
    """
  }
}
