import JobsCore

/// A task definition of ECS, as far as it says how a task of it is run and where that writes.
package struct TaskDefinition: Hashable, Sendable {
  package struct Container: Hashable, Sendable {
    package var name: String
    package var image: String?
    /// In place of what the image has; empty for the image's own.
    package var command: [String]
    package var isEssential: Bool
    package var log: ContainerLog?
  }

  /// With its revision.
  package var arn: String
  package var family: String
  /// Whether its tasks have interfaces of their own, and so need to be told of subnets.
  package var needsSubnets: Bool
  /// `FARGATE`, `EC2`, `EXTERNAL`; none where it does not say.
  package var compatibilities: [String]
  package var containers: [Container]

  /// - Parameter node: a `taskDefinition`.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let arn = tree.words(node, "taskDefinitionArn") else { return nil }
    self.arn = arn
    family = tree.words(node, "family") ?? Self.family(of: arn)
    needsSubnets = tree.words(node, "networkMode") == "awsvpc"
    compatibilities = tree.elements(node, "requiresCompatibilities").map { tree.string($0) }
    containers = tree.elements(node, "containerDefinitions").compactMap { item in
      guard let name = tree.words(item, "name") else { return nil }
      return Container(
        name: name, image: tree.words(item, "image"), command: tree.elements(item, "command").map { tree.string($0) },
        isEssential: tree.value(item, "essential").flatMap { tree.bool($0) } ?? true,
        log: ContainerLog(tree, tree.value(item, "logConfiguration")))
    }
  }

  /// The container that does the job: the one that is called like its definition, else the first without which a task ends.
  package var main: Container? {
    containers.first { $0.name == family } ?? containers.first(where: \.isEssential) ?? containers.first
  }

  /// `report` of `arn:aws:ecs:…:task-definition/report:7`, of `report:7` and of `report`.
  package static func family(of name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.split(separator: ":").first.map(String.init) ?? last
  }
}
