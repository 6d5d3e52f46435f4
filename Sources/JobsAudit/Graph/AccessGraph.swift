package import JobsCore

/// Which step from a node would be of use.
package enum WantedStep: Sendable { case none, proven, any }

/// Who can come to be whom, whatever the cloud. Nothing is worked out before it is asked for.
package protocol AccessGraph<Node> {
  associatedtype Node: Hashable
  /// What one search need not ask again, as it goes on.
  associatedtype Memory

  /// Of a search that begins.
  func memory() -> Memory

  /// All with whom a path can begin, in a fixed order.
  var starts: [Node] { get }

  /// Those who have all rights there are, or that somewhere.
  var privileged: [Node] { get }

  /// What those of `privileged` are called that are as one; nil where each has a name of its own.
  func privilegedName(of node: Node) -> String?

  /// What makes one of `privileged` what it is; nil where its name says so.
  func power(of node: Node) -> StatementReference?

  /// The nodes that a user means by a name; empty where there are none.
  func nodes(named name: String) -> [Node]

  /// Those that a user means by a name as the beginning of paths: the nodes, and who acts for them alone.
  func starts(named name: String) -> [Node]

  /// Nodes whose rights a node has as well, since it is a member of them.
  func wider(than node: Node) -> [Node]

  /// One step from each node that is wanted and can take one, the surest there is; what is only possible may be left out where
  /// only what is proven is wanted.
  ///
  /// - Parameters:
  ///   - memory: of the search: what it once wanted less of, it never wants more of.
  func steps(
    to node: Node, _ memory: inout Memory, wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)]

  /// The graph without some statements.
  func without(_ statements: Set<StatementReference>) -> Self

  /// Commands that take statements away, all of them; none where one of them has no command.
  ///
  /// - Parameter file: the name of the files that they write, without its ending.
  func remedies(without statements: [StatementReference], file: String) -> [Finding.Remedy]

  /// Who loses what if a statement goes.
  func holders(of statement: StatementReference) -> [(principal: String, what: String)]

  func name(of node: Node) -> String
  func location(of node: Node) -> Location
}

extension AccessGraph {
  package func wider(than node: Node) -> [Node] { [] }

  package func starts(named name: String) -> [Node] { nodes(named: name) }
}
