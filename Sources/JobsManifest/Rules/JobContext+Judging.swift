import JobsCore

/// What rules ask of a job again and again.
extension JobContext {
  var isCloudRun: Bool { job.target.kind == .cloudRun }

  /// Whether an environment that is not chosen in this view may add what is missing, so that absence means nothing.
  var mayBeCompleted: Bool { view.environment == nil && !(project?.environments.isEmpty ?? true) }

  /// The node that stands for the job where no nearer one exists.
  var jobSite: Tree.ID { sites.name ?? root }

  /// What stands under a key of `spec` that only the engine of a host keeps.
  func hostValue(_ key: StaticString) -> Tree.ID? { sites.hostKeys.first { tree.equals($0.name, key) }?.value }

  /// A value written in the style of the node whose place it takes.
  func styled(_ text: String, like id: Tree.ID) -> String {
    switch tree.style(id) {
    case .double: "\"\(text)\""
    case .single: "'\(text)'"
    default: text
    }
  }
}
