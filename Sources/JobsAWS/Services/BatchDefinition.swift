import JobsCore

/// A job definition of AWS Batch, as far as it says how a job of it is run.
package struct BatchDefinition: Hashable, Sendable {
  /// With its revision.
  package var arn: String
  package var name: String
  package var revision: Int
  /// The command of its one container; nil for a job of several, whose containers are not changed from here.
  package var command: [String]?
  /// nil for a job of several containers.
  package var image: String?

  /// - Parameter node: an element of `jobDefinitions`.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let arn = tree.words(node, "jobDefinitionArn") else { return nil }
    self.arn = arn
    name = tree.words(node, "jobDefinitionName") ?? Self.name(of: arn)
    revision = tree.number(node, "revision") ?? 0
    let container = tree.value(node, "containerProperties")
    image = container.flatMap { tree.words($0, "image") }
    command = container.flatMap { container in
      tree.kind(container) == .mapping ? tree.elements(container, "command").map { tree.string($0) } : nil
    }
  }

  /// `report` of `arn:aws:batch:…:job-definition/report:7`, of `report:7` and of `report`.
  package static func name(of text: String) -> String { TaskDefinition.family(of: text) }
}
