import JobsCommand
import JobsCore

extension JobInputs {
  /// - Throws: a usage failure where the project has environments and none was chosen.
  func refuseOpenEnvironment() throws(Failure) {
    guard let open = check?.openEnvironments, !open.isEmpty else { return }
    throw .usage(
      "the project has environments, and none is chosen",
      hint: "add --env with one of \(open.joined(separator: ", "))")
  }
}
