import JobsCore
import TestSupport
import Testing

@testable import JobsAudit

@Suite("Policies of AWS by chance, against a plain evaluation")
struct DifferentialTests {
  private typealias Statement = NaiveEvaluation.Statement

  private static let account = "111122223333"
  private static let actions = ["s3:GetObject", "s3:PutObject", "iam:PassRole"]
  private static let actionPatterns = ["*", "s3:*", "s3:Get*", "S3:getobject", "s3:?utObject", "iam:*", "s3:PutObject"]
  private static let resources = ["arn:aws:s3:::a/x", "arn:aws:s3:::b/x", "arn:aws:s3:::a/yy"]
  private static let resourcePatterns = [
    "*", "arn:aws:s3:::a/*", "arn:aws:s3:::?/x", "arn:aws:s3:::${aws:username}/x", "arn:aws:s3", "arn:aws:s3:::*/?",
    "arn:aws:sqs:*:*:*", "arn:*:s3:*:*:*y",
  ]
  /// What may be in a request, and the values that are tried where that is not known; the last stands for all others.
  private static let domains: [String: [[String]]] = [
    "aws:username": [[], ["a"], ["b"]], "aws:PrincipalTag/team": [[], ["red"], ["RED"], ["blue"]],
    "aws:SourceVpc": [[], ["red"], ["reds"], ["other"]],
    "aws:TagKeys": [[], ["red"], ["red", "blue"], ["blue", "green"]],
    "s3:max-keys": [[], ["9"], ["10"], ["11"]], "aws:ViaAWSService": [[], ["true"], ["false"]],
    "aws:SourceArn": [[], ["arn:aws:s3:::a"], ["arn:aws:sns:eu-west-1:1:t"]],
  ]

  private var generator: SeededGenerator

  private init() { generator = SeededGenerator(seed: 0) }

  private mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &generator)] }
  private mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
  private mutating func some<T>(_ list: [T]) -> [T] { (0..<(happens(30) ? 2 : 1)).map { _ in pick(list) } }

  // MARK: Making

  private mutating func statement(_ arn: String? = nil) -> Statement {
    var statement = Statement(
      effect: happens(25) ? "Deny" : "Allow", actions: some(Self.actionPatterns), resources: some(Self.resourcePatterns)
    )
    statement.isNotAction = happens(15)
    statement.isNotResource = happens(15)
    if let arn { statement.principals = [pick(["*", Self.account, arn, "arn:aws:iam::111122223333:user/other"])] }
    if happens(45) { statement.conditions.append(condition()) }
    if happens(10) { statement.conditions.append(condition()) }
    // An operator with a key stands in a statement once.
    if statement.conditions.count == 2, statement.conditions[0].operation == statement.conditions[1].operation {
      statement.conditions.removeLast()
    }
    return statement
  }

  private mutating func condition() -> (operation: String, key: String, values: [String]) {
    let key = pick(Self.domains.keys.sorted())
    var operation: String
    var values: [String]
    switch key {
    case "s3:max-keys": (operation, values) = (pick(["NumericLessThan", "NumericGreaterThanEquals"]), ["10"])
    case "aws:ViaAWSService": (operation, values) = ("Bool", [pick(["true", "false"])])
    case "aws:SourceArn":
      (operation, values) = (pick(["ArnLike", "ArnNotLike", "ArnEquals"]), some(["arn:aws:s3:::*", "arn:aws:sns"]))
    default:
      operation = pick([
        "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
      ])
      values = some(["red", "r*", "blue", "re?s", "a", "${aws:username}"])
    }
    if key == "aws:TagKeys" { operation = pick(["ForAllValues:", "ForAnyValue:"]) + operation }
    if happens(25) { operation += "IfExists" }
    if happens(8) { (operation, values) = ("Null", [pick(["true", "false"])]) }
    return (operation, key, values)
  }

  private mutating func policy(_ arn: String? = nil) -> [Statement] {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in statement(arn) }
  }

  private mutating func policies(_ arn: String) -> NaiveEvaluation.Policies {
    var policies = NaiveEvaluation.Policies()
    for _ in 0..<Int.random(in: 0...2, using: &generator) { policies.identity.append(policy()) }
    if happens(25) { policies.boundary = policy() }
    if happens(25) { policies.levels = (0..<pick([1, 2])).map { _ in some([0]).map { _ in policy() } } }
    if happens(20) { policies.session = policy() }
    if happens(40) { policies.resource = policy(arn) }
    return policies
  }

  // MARK: Ours

  private static func json(_ statements: [Statement]) -> String {
    func list(_ texts: [String]) -> String {
      texts.count == 1 ? "\"\(texts[0])\"" : "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
    let parts = statements.map { statement in
      var text = #"{"Effect":"\#(statement.effect)","\#(statement.isNotAction ? "NotAction" : "Action")":"#
      text += list(statement.actions) + #","\#(statement.isNotResource ? "NotResource" : "Resource")":"#
      text += list(statement.resources)
      if let principals = statement.principals {
        text += #","Principal":\#(principals == ["*"] ? #""*""# : #"{"AWS":\#(list(principals))}"#)"#
      }
      let conditions = statement.conditions.map { #""\#($0.operation)":{"\#($0.key)":\#(list($0.values))}"# }
      return text + (conditions.isEmpty ? "" : #","Condition":{\#(conditions.joined(separator: ","))}"#) + "}"
    }
    return #"{"Version":"2012-10-17","Statement":[\#(parts.joined(separator: ","))]}"#
  }

  private static func attached(
    _ statements: [Statement], _ kind: PolicyReader.Kind = .identity
  ) throws -> AttachedPolicy {
    try PolicyEvaluationTests.policy(json(statements), "p", kind)
  }

  private static func decide(
    _ request: NaiveEvaluation.Request, _ policies: NaiveEvaluation.Policies, known: Set<String>
  ) throws -> Decision.Outcome {
    var set = PolicySet(identity: try policies.identity.map { try attached($0) })
    set.boundary = try policies.boundary.map { try attached($0) }
    if !policies.levels.isEmpty { set.organization = try policies.levels.map { try $0.map { try attached($0) } } }
    set.session = try policies.session.map { [try attached($0)] }
    set.resource = try policies.resource.map { try attached($0, .resource) }
    var context = RequestContext()
    for key in known {
      if let values = request.context[key] { context.set(key, .known(values)) } else { context.set(key, .absent) }
    }
    let caller = Caller(request.isUser ? .user : .role, arn: request.arn, account: account)
    var question = PolicyQuestion(
      caller, request.action, on: ResourcePattern(literal: request.resource), context: context)
    if request.isCrossAccount { question.resourceAccount = "444455556666" }
    return PolicyEvaluation.decide(question, set).outcome
  }

  /// The request with every value that the keys which are not known may have.
  private static func worlds(
    _ request: NaiveEvaluation.Request, _ unknown: [String]
  ) -> [NaiveEvaluation.Request] {
    unknown.reduce([request]) { worlds, key in
      worlds.flatMap { world in
        (domains[key] ?? []).map { values in
          var world = world
          world.context[key] = values.isEmpty ? nil : values
          return world
        }
      }
    }
  }

  // MARK: Comparing

  @Test("what is allowed or denied for sure is so in every request that there may be")
  func random() throws {
    let seed = SeededGenerator.seedOfRun()
    var made = DifferentialTests()
    made.generator = SeededGenerator(seed: seed)
    var outcomes: [Decision.Outcome: Int] = [:]
    var vague = 0
    for round in 0..<4000 {
      let isUser = made.happens(50)
      let arn = "arn:aws:iam::111122223333:\(isUser ? "user/a" : "role/app")"
      let policies = made.policies(arn)
      var request = NaiveEvaluation.Request(
        isUser: isUser, arn: arn, action: made.pick(Self.actions), resource: made.pick(Self.resources),
        isCrossAccount: made.happens(20), context: [:])
      var unknown: [String] = []
      for key in Self.domains.keys.sorted() {
        if made.happens(30) { unknown.append(key) }
        let values = made.pick(Self.domains[key] ?? [])
        if !values.isEmpty { request.context[key] = values }
      }
      // A variable of several values or of none that is known has no place in what is tried here.
      if !isUser { request.context["aws:username"] = nil }
      let known = Set(Self.domains.keys).subtracting(unknown)
      let truths = Set(Self.worlds(request, unknown).map { NaiveEvaluation.allows($0, policies) })
      let ours = try Self.decide(request, policies, known: known)
      outcomes[ours, default: 0] += 1
      let told = "seed \(seed), round \(round): \(ours), and it is \(truths): \(request), \(policies)"
      switch ours {
      case .allowed: #expect(truths == [true], "\(told)")
      case .explicitlyDenied, .implicitlyDenied: #expect(truths == [false], "\(told)")
      case .possible: if truths.count == 1 { vague += 1 }
      }
    }
    #expect(outcomes[.allowed, default: 0] > 200 && outcomes[.possible, default: 0] > 100, "\(seed): \(outcomes)")
    // Both sides of one unknown fact may agree, which three values cannot tell; a quarter of the possible ones are so.
    #expect(vague * 2 < outcomes[.possible, default: 0], "\(seed): \(vague) of \(outcomes)")
  }

  @Test("texts with wildcards match as they do letter by letter, and meet and cover as sets of texts")
  func globs() {
    let seed = SeededGenerator.seedOfRun()
    var made = DifferentialTests()
    made.generator = SeededGenerator(seed: seed)
    var texts = [""]
    for length in 1...4 { texts += texts.filter { $0.count == length - 1 }.flatMap { [$0 + "a", $0 + "b"] } }
    func pattern(_ made: inout DifferentialTests) -> String {
      (0..<Int.random(in: 0...4, using: &made.generator)).map { _ in made.pick(["a", "b", "*", "?"]) }.joined()
    }
    for _ in 0..<3000 {
      let (a, b) = (pattern(&made), pattern(&made))
      let (globA, globB) = (Glob(a), Glob(b))
      let inA = texts.filter { NaiveEvaluation.matches(a, $0) }
      let inB = texts.filter { NaiveEvaluation.matches(b, $0) }
      #expect(texts.filter { globA.meets(Glob(literal: $0)) } == inA, "seed \(seed): \(a)")
      // Patterns of four letters have a text of at most eight in common; those beyond four are looked at by none of these.
      if !Set(inA).isDisjoint(with: inB) { #expect(globA.meets(globB), "seed \(seed): \(a) and \(b)") }
      if globA.covers(globB) { #expect(Set(inB).isSubset(of: inA), "seed \(seed): \(a) over \(b)") }
    }
  }
}
