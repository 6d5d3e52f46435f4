import JobsCore
import Testing

@testable import JobsAudit

/// How often a search asks who is wanted: what it takes grows with that, whatever the machine.
@Suite("Growth of the graph")
struct GraphGrowthTests {
  private final class Counter {
    var asked = 0
  }

  /// A graph of an account that counts, and that may forget what a search has left behind.
  private struct Counting: AccessGraph {
    let graph: AccountGraph
    let counter = Counter()
    var isForgetful = false

    func memory() -> AccountGraph.Memory { graph.memory() }

    func steps(
      to node: AccountGraph.Node, _ memory: inout AccountGraph.Memory,
      wanted: (AccountGraph.Node) -> WantedStep
    ) -> [(from: AccountGraph.Node, step: AccessStep)] {
      var fresh = graph.memory()
      func asked(_ node: AccountGraph.Node) -> WantedStep {
        counter.asked += 1
        return wanted(node)
      }
      return isForgetful
        ? graph.steps(to: node, &fresh, wanted: asked)
        : graph.steps(to: node, &memory, wanted: asked)
    }

    var starts: [AccountGraph.Node] { graph.starts }
    var privileged: [AccountGraph.Node] { graph.privileged }
    func privilegedName(of node: AccountGraph.Node) -> String? { graph.privilegedName(of: node) }
    func power(of node: AccountGraph.Node) -> StatementReference? { graph.power(of: node) }
    func nodes(named name: String) -> [AccountGraph.Node] { graph.nodes(named: name) }
    func without(_ statements: Set<StatementReference>) -> Counting {
      Counting(graph: graph.without(statements))
    }
    func remedies(without statements: [StatementReference], file: String) -> [Finding.Remedy] { [] }
    func holders(of statement: StatementReference) -> [(principal: String, what: String)] { [] }
    func name(of node: AccountGraph.Node) -> String { graph.name(of: node) }
    func location(of node: AccountGraph.Node) -> Location { graph.location(of: node) }
  }

  private static let base = "arn:aws:iam::111122223333:role"

  /// Roles that pass any role, edit any, take any, name one, or do none of that; some under a condition or a denial.
  private static func graph(_ size: Int) throws -> AccountGraph {
    func allow(_ actions: [String], on resource: String = "*", _ more: String = "") -> String {
      let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
      return #"{"Effect":"Allow","Action":[\#(list)],"Resource":"\#(resource)"\#(more)}"#
    }
    let region = #","Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}"#
    let pass = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    let roles = (0..<size).map { index in
      let statements =
        switch index % 8 {
        case 0: allow(pass)
        case 1: allow(pass, region)
        case 2:
          allow(["iam:AttachRolePolicy", "sts:AssumeRole"], on: "\(base)/r\((index * 7) % size)")
        case 3: allow(["iam:PutRolePolicy"]) + "," + allow(["sts:AssumeRole"], region)
        case 4: allow(["lambda:UpdateFunctionCode"])
        case 5:
          allow(["iam:CreatePolicyVersion", "sts:AssumeRole"])
            + #",{"Effect":"Deny","Action":"iam:CreatePolicyVersion","Resource":"*"}"#
        default: allow(["s3:GetObject"])
        }
      let principal =
        index % 3 == 0
        ? #"{"Service":"lambda.amazonaws.com"}"#
        : index % 3 == 1
          ? #"{"AWS":"111122223333"}"# : #"{"AWS":"\#(base)/r\#((index * 5) % size)"}"#
      return
        #"{"RoleName":"r\#(index)","RoleId":"AROA\#(index)","Arn":"\#(base)/r\#(index)","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":\#(principal)}},"RolePolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[\#(statements)]}}]}"#
    }
    var estate = Estate()
    var values = ValueReader(
      bytes: Array(#"{"RoleDetailList":[\#(roles.joined(separator: ","))]}"#.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    return AccountGraph(try #require(estate.accounts["111122223333"]))
  }

  /// What a search finds, and how often it asked.
  private static func search(_ size: Int, to goal: AccessGoal, isForgetful: Bool = false) throws
    -> ([Finding], Int)
  {
    let graph = Counting(graph: try graph(size), isForgetful: isForgetful)
    let found = try #require(AccessPaths(graph, to: goal)).findings(from: nil)
    return (found, graph.counter.asked)
  }

  @Test("an account of twice the roles takes about twice as much, and finds about twice as much")
  func linear() throws {
    let (small, less) = try Self.search(160, to: .privileged)
    let (large, more) = try Self.search(320, to: .privileged)
    #expect(small.count > 60 && Double(large.count) < 2.2 * Double(small.count))
    #expect(Double(more) < 2.5 * Double(less), "\(less) and \(more)")
    let (_, all) = try Self.search(320, to: .privileged, isForgetful: true)
    #expect(all > 4 * more, "what is left behind is not gone through again: \(more) and \(all)")
  }

  @Test(
    "what a search leaves behind changes nothing that it finds",
    arguments: [nil, "r0", "r1", "r14"])
  func same(name: String?) throws {
    let goal = name.map { AccessGoal.named($0) } ?? .privileged
    let (found, _) = try Self.search(96, to: goal)
    let (all, _) = try Self.search(96, to: goal, isForgetful: true)
    #expect(
      found.map(\.message) == all.map(\.message) && found.map(\.verdict) == all.map(\.verdict))
    #expect(found.map { $0.path.map(\.to) } == all.map { $0.path.map(\.to) } && !found.isEmpty)
  }
}
