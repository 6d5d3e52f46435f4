import JobsCore
import Testing

@testable import JobsAudit

@Suite("The evaluation logic of AWS")
struct PolicyEvaluationTests {
  private static let role = "arn:aws:iam::111122223333:role/app"
  private static let bucket = "arn:aws:s3:::data/x"

  static func policy(
    _ text: String, _ name: String = "p", _ kind: PolicyReader.Kind = .identity
  ) throws -> AttachedPolicy {
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<text.utf8.count)
    return AttachedPolicy(name, try PolicyReader.read(tree, Tree.root, kind) { _ in .start(of: "test") })
  }

  static func statement(
    _ effect: String, _ action: String, _ resource: String = "*", condition: String? = nil, principal: String? = nil
  ) -> String {
    #"{"Effect":"\#(effect)",\#(action.contains(":\"") ? action : "\"Action\":\"\(action)\""),"Resource":"\#(resource)""#
      + (condition.map { #","Condition":\#($0)"# } ?? "") + (principal.map { #","Principal":\#($0)"# } ?? "") + "}"
  }

  static func document(_ statements: String...) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
  }

  private static let caller = Caller(.role, arn: role, account: "111122223333")

  private static func question(_ action: String = "s3:GetObject", on resource: String = bucket) -> PolicyQuestion {
    var context = RequestContext()
    context.set("aws:PrincipalArn", role)
    return PolicyQuestion(caller, action, on: ResourcePattern(resource), context: context)
  }

  private static func decide(_ policies: PolicySet, _ question: PolicyQuestion = question()) -> Decision.Outcome {
    PolicyEvaluation.decide(question, policies).outcome
  }

  @Test("nothing that allows is a deny")
  func nothing() { #expect(Self.decide(PolicySet()) == .implicitlyDenied) }

  @Test("an allow allows, with its statement as evidence")
  func allow() throws {
    let allow = try Self.policy(Self.document(Self.statement("Allow", "s3:Get*", "arn:aws:s3:::data/*")), "reader")
    let decision = PolicyEvaluation.decide(Self.question(), PolicySet(identity: [allow]))
    #expect(decision.outcome == .allowed)
    #expect(decision.evidence == [StatementReference(policy: "reader", statement: "statement 1")])
  }

  @Test("actions compare without case, resources with it")
  func cases() throws {
    let allow = try Self.policy(Self.document(Self.statement("Allow", "S3:getobject", "arn:aws:s3:::data/*")))
    #expect(Self.decide(PolicySet(identity: [allow])) == .allowed)
    #expect(Self.decide(PolicySet(identity: [allow]), Self.question(on: "arn:aws:s3:::Data/x")) == .implicitlyDenied)
  }

  @Test("a deny wins wherever it stands", arguments: ["identity", "boundary", "organization", "session", "resource"])
  func deny(place: String) throws {
    let allow = try Self.policy(Self.document(Self.statement("Allow", "*")))
    let both = Self.document(Self.statement("Allow", "*"), Self.statement("Deny", "s3:*"))
    var set = PolicySet(identity: [allow])
    #expect(Self.decide(set) == .allowed)
    switch place {
    case "identity": set.identity.append(try Self.policy(both))
    case "boundary": set.boundary = try Self.policy(both)
    case "organization": set.organization = [[try Self.policy(both)]]
    case "session": set.session = [try Self.policy(both)]
    default:
      let text = Self.document(Self.statement("Deny", "s3:*", principal: #""*""#))
      set.resource = try Self.policy(text, "bucket", .resource)
    }
    #expect(Self.decide(set) == .explicitlyDenied)
  }

  @Test("NotAction and NotResource select all but what they name")
  func inverted() throws {
    let notAction = try Self.policy(Self.document(Self.statement("Allow", #""NotAction":"iam:*""#)))
    #expect(Self.decide(PolicySet(identity: [notAction])) == .allowed)
    #expect(Self.decide(PolicySet(identity: [notAction]), Self.question("iam:PassRole")) == .implicitlyDenied)
    let notResource = try Self.policy(
      #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","NotResource":"arn:aws:s3:::data/*"}}"#)
    #expect(Self.decide(PolicySet(identity: [notResource])) == .implicitlyDenied)
    #expect(Self.decide(PolicySet(identity: [notResource]), Self.question(on: "arn:aws:s3:::other/x")) == .allowed)
    let denyOthers = try Self.policy(
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}]}"#
    )
    #expect(Self.decide(PolicySet(identity: [denyOthers])) == .allowed)
    #expect(Self.decide(PolicySet(identity: [denyOthers]), Self.question("iam:PassRole")) == .explicitlyDenied)
  }

  @Test("boundary, organisation and session each have to allow")
  func limits() throws {
    let allow = try Self.policy(Self.document(Self.statement("Allow", "*")))
    let other = try Self.policy(Self.document(Self.statement("Allow", "ec2:*")))
    var set = PolicySet(identity: [allow], boundary: other)
    #expect(Self.decide(set) == .implicitlyDenied)
    set.boundary = allow
    #expect(Self.decide(set) == .allowed)
    set.organization = [[allow], [other]]
    #expect(Self.decide(set) == .implicitlyDenied, "each level has to allow")
    set.organization = [[allow], [other, allow]]
    #expect(Self.decide(set) == .allowed, "within a level any policy will do")
    set.session = [other]
    #expect(Self.decide(set) == .implicitlyDenied)
  }

  @Test("a condition on what nobody knows makes an allow possible, and a deny as well")
  func unknown() throws {
    let condition = #"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#
    let allow = try Self.policy(Self.document(Self.statement("Allow", "s3:*", condition: condition)))
    let decision = PolicyEvaluation.decide(Self.question(), PolicySet(identity: [allow]))
    #expect(decision.outcome == .possible)
    #expect(decision.missing == ["aws:SourceIp"])
    let deny = try Self.policy(
      Self.document(Self.statement("Allow", "s3:*"), Self.statement("Deny", "s3:*", condition: condition)))
    #expect(Self.decide(PolicySet(identity: [deny])) == .possible)
  }

  @Test("a condition that is known to fail allows nothing and denies nothing")
  func failing() throws {
    let condition = #"{"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/other"}}"#
    let allow = try Self.policy(Self.document(Self.statement("Allow", "s3:*", condition: condition)))
    #expect(Self.decide(PolicySet(identity: [allow])) == .implicitlyDenied)
    let deny = try Self.policy(
      Self.document(Self.statement("Allow", "s3:*"), Self.statement("Deny", "s3:*", condition: condition)))
    #expect(Self.decide(PolicySet(identity: [deny])) == .allowed)
  }

  // MARK: Sets of resources

  @Test("of a set one will do, unless the deny covers all that the allow reaches")
  func someResource() throws {
    func outcome(_ allowed: String, _ denied: String) throws -> Decision.Outcome {
      let text = Self.document(Self.statement("Allow", "s3:*", allowed), Self.statement("Deny", "s3:*", denied))
      return Self.decide(PolicySet(identity: [try Self.policy(text)]), Self.question(on: "arn:aws:s3:::*"))
    }
    #expect(try outcome("arn:aws:s3:::data/*", "arn:aws:s3:::secret/*") == .allowed)
    #expect(try outcome("arn:aws:s3:::data/*", "arn:aws:s3:::*") == .explicitlyDenied)
    #expect(try outcome("arn:aws:s3:::data/x", "arn:aws:s3:::data/*") == .explicitlyDenied)
    #expect(try outcome("*", "arn:aws:s3:::data/*") == .allowed)
    #expect(try outcome("arn:aws:sqs:*:*:*", "arn:aws:s3:::data/*") == .implicitlyDenied)
  }

  @Test("of a set NotResource leaves what it does not name, to an allow and to a deny")
  func someOtherResource() throws {
    func outcome(_ statements: String) throws -> Decision.Outcome {
      let text = #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
      return Self.decide(PolicySet(identity: [try Self.policy(text)]), Self.question(on: "arn:aws:s3:::*"))
    }
    let allow = #"{"Effect":"Allow","Action":"s3:*","NotResource":"arn:aws:s3:::data/*"}"#
    let deny = #"{"Effect":"Deny","Action":"s3:*","NotResource":"arn:aws:s3:::data/*"}"#
    #expect(try outcome(allow) == .allowed)
    #expect(try outcome(allow.replacing("data/*", with: "*")) == .implicitlyDenied)
    #expect(try outcome("\(Self.statement("Allow", "s3:*", "arn:aws:s3:::data/*")),\(deny)") == .allowed)
    #expect(try outcome("\(Self.statement("Allow", "s3:*", "arn:aws:s3:::logs/*")),\(deny)") == .explicitlyDenied)
    #expect(try outcome("\(Self.statement("Allow", "s3:*")),\(deny)") == .allowed)
  }

  @Test("a variable that nobody knows makes an allow and a deny possible where its pattern fits")
  func unknownVariables() throws {
    func decision(_ effect: String, _ resource: String) throws -> Decision {
      let allow = effect == "Deny" ? Self.statement("Allow", "s3:*") + "," : ""
      let text = #"{"Version":"2012-10-17","Statement":[\#(allow)\#(Self.statement(effect, "s3:*", resource))]}"#
      return PolicyEvaluation.decide(Self.question(), PolicySet(identity: [try Self.policy(text)]))
    }
    let fitting = "arn:aws:s3:::data/${aws:SourceIp}"
    for effect in ["Allow", "Deny"] {
      let found = try decision(effect, fitting)
      #expect(found.outcome == .possible && found.missing == ["the values of its policy variables"], "\(effect)")
    }
    #expect(try decision("Allow", "arn:aws:s3:::other/${aws:SourceIp}").outcome == .implicitlyDenied)
    #expect(try decision("Deny", "arn:aws:s3:::other/${aws:SourceIp}").outcome == .allowed)
  }

  // MARK: Policies of resources

  private static func withResource(_ principal: String, identity: Bool, boundary: String? = nil) throws -> PolicySet {
    let allow = try policy(document(statement("Allow", "*")))
    var set = PolicySet(identity: identity ? [allow] : [])
    let text = document(statement("Allow", "s3:*", principal: principal))
    set.resource = try policy(text, "bucket", .resource)
    if let boundary { set.boundary = try policy(document(statement("Allow", boundary))) }
    return set
  }

  @Test("within an account the resource's word alone is enough, if it names the caller")
  func sameAccount() throws {
    #expect(Self.decide(try Self.withResource(#"{"AWS":"\#(Self.role)"}"#, identity: false)) == .allowed)
    #expect(Self.decide(try Self.withResource(#""*""#, identity: false)) == .allowed)
    #expect(Self.decide(try Self.withResource(#"{"AWS":"111122223333"}"#, identity: false)) == .implicitlyDenied)
    #expect(Self.decide(try Self.withResource(#"{"AWS":"111122223333"}"#, identity: true)) == .allowed)
  }

  @Test("a role that is named is still held by its boundary; a user is not")
  func boundaries() throws {
    let byRole = try Self.withResource(#"{"AWS":"\#(Self.role)"}"#, identity: false, boundary: "ec2:*")
    #expect(Self.decide(byRole) == .implicitlyDenied)
    let user = "arn:aws:iam::111122223333:user/al"
    let byUser = try Self.withResource(#"{"AWS":"\#(user)"}"#, identity: false, boundary: "ec2:*")
    let question = PolicyQuestion(
      Caller(.user, arn: user, account: "111122223333"), "s3:GetObject", on: ResourcePattern(Self.bucket),
      context: RequestContext())
    #expect(Self.decide(byUser, question) == .allowed)
  }

  @Test("across accounts both sides have to allow")
  func acrossAccounts() throws {
    var question = Self.question()
    question.resourceAccount = "444455556666"
    let named = #"{"AWS":"\#(Self.role)"}"#
    #expect(Self.decide(try Self.withResource(named, identity: true), question) == .allowed)
    #expect(Self.decide(try Self.withResource(named, identity: false), question) == .implicitlyDenied)
    let allow = try Self.policy(Self.document(Self.statement("Allow", "*")))
    #expect(Self.decide(PolicySet(identity: [allow]), question) == .implicitlyDenied)
  }

  @Test(
    "across accounts each limit of the caller holds, whoever is named",
    arguments: ["boundary", "session", "organization"])
  func limitsAcrossAccounts(place: String) throws {
    var question = Self.question()
    question.resourceAccount = "444455556666"
    var set = try Self.withResource(#"{"AWS":"\#(Self.role)"}"#, identity: true)
    let other = try Self.policy(Self.document(Self.statement("Allow", "ec2:*")))
    switch place {
    case "boundary": set.boundary = other
    case "session": set.session = [other]
    default: set.organization = [[other]]
    }
    #expect(Self.decide(set, question) == .implicitlyDenied)
  }

  @Test("a session of a user is held by its policy where the user is named, and by no boundary")
  func sessionsOfUsers() throws {
    let user = "arn:aws:iam::111122223333:user/al"
    var set = try Self.withResource(#"{"AWS":"\#(user)"}"#, identity: false, boundary: "ec2:*")
    let question = PolicyQuestion(
      Caller(.user, arn: user, account: "111122223333"), "s3:GetObject", on: ResourcePattern(Self.bucket),
      context: RequestContext())
    set.session = [try Self.policy(Self.document(Self.statement("Allow", "s3:*")))]
    #expect(Self.decide(set, question) == .allowed)
    set.session = [try Self.policy(Self.document(Self.statement("Allow", "ec2:*")))]
    #expect(Self.decide(set, question) == .implicitlyDenied)
  }

  @Test("what names a session goes past boundary and session policy, and is possible for who may be called so")
  func namedSessions() throws {
    let session = "arn:aws:sts::111122223333:assumed-role/app/me"
    func outcome(_ principal: String, _ session: String? = nil) throws -> Decision.Outcome {
      var set = try Self.withResource(#"{"AWS":"\#(principal)"}"#, identity: false, boundary: "ec2:*")
      set.session = [try Self.policy(Self.document(Self.statement("Allow", "ec2:*")))]
      var question = Self.question()
      question.caller.session = session
      return Self.decide(set, question)
    }
    #expect(try outcome(session) == .possible)
    #expect(try outcome(session, session) == .allowed)
    #expect(try outcome(session, session + "-too") == .implicitlyDenied)
    for other in [
      "arn:aws:sts::111122223333:assumed-role/other/me", "arn:aws:sts::444455556666:assumed-role/app/me",
      "arn:aws:sts::111122223333:federated-user/app",
    ] { #expect(try outcome(other) == .implicitlyDenied, "\(other)") }
    func denied(_ principal: String) throws -> Decision {
      var set = PolicySet(identity: [try Self.policy(Self.document(Self.statement("Allow", "*")))])
      let text = Self.document(Self.statement("Deny", "s3:*", principal: #"{"AWS":"\#(principal)"}"#))
      set.resource = try Self.policy(text, "bucket", .resource)
      return PolicyEvaluation.decide(Self.question(), set)
    }
    #expect(try denied(session).outcome == .possible)
    #expect(try denied(session).missing == ["what its session is called"])
    #expect(try denied(Self.role).outcome == .explicitlyDenied)
  }

  @Test("who is named by an account is of it, and a service of none; who was deleted by the id that they had")
  func namings() {
    let service = Caller(.service, arn: "events.amazonaws.com", account: "111122223333")
    #expect(service.naming(by: .account("111122223333")) == .none)
    #expect(Self.caller.naming(by: .account("111122223333")) == .account)
    #expect(Self.caller.naming(by: .account("444455556666")) == .none)
    var deleted = Self.caller
    deleted.uniqueID = "AROAAPP"
    #expect(deleted.naming(by: .deleted("AROAAPP")) == .itself && deleted.naming(by: .deleted("AROAOLD")) == .none)
  }

  @Test("a trust policy has to allow within an account too")
  func trust() throws {
    let allow = try Self.policy(Self.document(Self.statement("Allow", "sts:AssumeRole")))
    var question = Self.question("sts:AssumeRole", on: "arn:aws:iam::111122223333:role/target")
    question.needsResourcePolicy = true
    #expect(Self.decide(PolicySet(identity: [allow]), question) == .implicitlyDenied)
    func trusting(_ principal: String) throws -> PolicySet {
      var set = PolicySet(identity: [allow])
      let text =
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":\#(principal)}}"#
      set.resource = try Self.policy(text, "trust", .trust)
      return set
    }
    #expect(Self.decide(try trusting(#"{"AWS":"arn:aws:iam::111122223333:root"}"#), question) == .allowed)
    #expect(Self.decide(try trusting(#"{"Service":"ec2.amazonaws.com"}"#), question) == .implicitlyDenied)
    var alone = try trusting(#"{"AWS":"\#(Self.role)"}"#)
    alone.identity = []
    #expect(Self.decide(alone, question) == .allowed, "who is named needs no policy of their own")
  }

  @Test("NotPrincipal denies all but whom it names")
  func notPrincipal() throws {
    func set(_ named: String) throws -> PolicySet {
      var set = PolicySet(identity: [try Self.policy(Self.document(Self.statement("Allow", "*")))])
      let text =
        #"{"Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*","NotPrincipal":{"AWS":["arn:aws:iam::111122223333:root","\#(named)"]}}}"#
      set.resource = try Self.policy(text, "bucket", .resource)
      return set
    }
    #expect(Self.decide(try set(Self.role)) == .allowed)
    #expect(Self.decide(try set("arn:aws:iam::111122223333:role/other")) == .explicitlyDenied)
  }
}
