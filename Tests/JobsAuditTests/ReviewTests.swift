import JobsCore
import Testing

@testable import JobsAudit

@Suite struct ReviewTests {
  private static let now = Instant(rfc3339: "2026-11-22T10:00:00Z") ?? Instant(seconds: 0)
  private static let project = "//cloudresourcemanager.googleapis.com/projects/p"

  private static func population(
    _ members: [String], role: String = "roles/run.viewer", condition: String? = nil, known: Set<String>? = nil
  ) -> [ReviewItem] {
    var population = ReviewPopulation(now: .exactly(now), known: known)
    population.add(
      AllowPolicy(
        resource: project, version: 3,
        bindings: [
          GoogleBinding(
            role: role, members: members.map(GoogleMember.init),
            condition: condition.map { GoogleCondition(title: "t", expression: $0) }, location: .start(of: "test"))
        ], location: .start(of: "test")))
    return population.items
  }

  private static func review(
    _ items: [ReviewItem], due: String? = nil, people: ReviewPeople = ReviewPeople()
  ) -> Review {
    let bytes = Review.population(items)
    return Review(
      ReviewHead(
        name: "q4", openedBy: "root", at: now, due: due, inputs: ["a"], items: items.count,
        population: ReviewHead.hash(bytes), people: people), items)
  }

  private static let members = ["user:ada@a.example", "user:bob@a.example", "deleted:user:old@a.example?uid=1"]

  /// A review whose items are all given to Grace.
  private static func assigned(_ members: [String] = members, role: String = "roles/run.viewer") throws -> Review {
    var review = review(population(members, role: role))
    _ = try review.assign(review.items, to: "grace@a.example", by: "root", user: "root", at: now)
    return review
  }

  private static func ballot(_ item: ReviewItem, _ decision: ReviewDecision, _ reason: String? = nil) -> Review.Ballot {
    Review.Ballot(item: item.id, decision: decision, reason: reason)
  }

  @Test func `the same grants make the same population, whatever their order`() {
    let items = Self.population(Self.members)
    #expect(items.count == 3 && items == Self.population(Self.members.reversed()))
    #expect(Set(items.map(\.id)).count == 3 && items.allSatisfy { $0.id.hasPrefix("r") && $0.id.count == 17 })
    #expect(Review.population(items) == Review.population(Self.population(Self.members.reversed())))
  }

  @Test func `deleted members, orphans, everybody and what is over are kept and marked`() {
    func marks(_ member: String, _ condition: String? = nil, known: Set<String>? = nil) -> [ReviewItem.Mark] {
      Self.population([member], condition: condition, known: known)[0].marks
    }
    #expect(marks("user:ada@a.example") == [])
    #expect(marks("deleted:user:old@a.example?uid=1") == [.deleted])
    #expect(marks("allUsers") == [.everybody])
    #expect(marks("user:ada@a.example", known: ["ADA@a.example"]) == [])
    #expect(marks("user:eve@a.example", known: ["ada@a.example"]) == [.orphan])
    #expect(marks("user:ada@a.example", "request.time < timestamp('2026-01-01T00:00:00Z')") == [.expired])
  }

  @Test func `an account's attachments, policies, groups and trust are grants`() throws {
    var account = AWSAccount(number: "1")
    let arn = try #require(ARN("arn:aws:iam::111122223333:user/ada"))
    var user = AWSIdentity(kind: .user, name: "ada", arn: arn, uniqueID: "", location: .start(of: "test"))
    user.attached = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
    user.groups = ["dev"]
    user.inline = [AttachedPolicy("\(arn.text) own", PolicyDocument(statements: []))]
    account.add(user)
    var population = ReviewPopulation(now: .exactly(Self.now))
    population.add(account)
    let commands = Dictionary(
      uniqueKeysWithValues: population.items.map { ($0.kind, ReviewCommands.revoking($0)) })
    #expect(
      commands[.attachment]??.run
        == "aws iam detach-user-policy --user-name ada --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess")
    #expect(commands[.membership]??.undo == "aws iam add-user-to-group --group-name dev --user-name ada")
    #expect(commands[.inline]??.run.contains("--query PolicyDocument --output json > r") == true)
    #expect(commands[.inline]??.undo.contains("--policy-document file://r") == true)
  }

  @Test(arguments: [
    ("user:ada@a.example", "Ada@a.example", true), ("user:ada@a.example", "user:ada@a.example", true),
    ("deleted:user:ada@a.example?uid=1", "ada@a.example", false), ("user:ada@a.example", "bob@a.example", false),
    ("arn:aws:iam::1:user/ada", "ada", true), ("arn:aws:iam::1:user/team/ada", "ada", true),
    ("group:ada@a.example", "ada@a.example", true), ("user:ada@a.example", " ada@a.example\t", true),
    ("user:ada@a.example", "USER:Ada@A.example", true),
    ("serviceAccount:x@p.example", "serviceaccount:x@p.example", true),
  ])
  func `nobody reviews what they have themselves`(principal: String, reviewer: String, isOwn: Bool) throws {
    let item = ReviewItem(.binding, principal, "roles/run.viewer", on: Self.project)
    var review = Self.review([item])
    let counts = try review.assign([item], to: reviewer, by: "root", user: "root", at: Self.now)
    #expect(counts.own == (isOwn ? 1 : 0) && review.reviewers.isEmpty == isOwn)
    guard isOwn else { return }
    #expect(throws: Failure.self) {
      try review.decide([Self.ballot(item, .keep)], by: reviewer, user: "root", at: Self.now)
    }
  }

  @Test func `what is theirs by another name, by a group or by an account is not reviewed either`() throws {
    let people = ReviewPeople(
      file: "# who is who\nada@a.example, ada.l@b.example group:data@a.example serviceAccount:job@p.example\r\n"
        + "bob@a.example group:data@a.example\n")
    let items = Self.population([
      "user:ada@a.example", "user:ada.l@b.example", "group:data@a.example", "serviceAccount:job@p.example",
      "user:bob@a.example",
    ])
    func left(_ reviewer: String) throws -> [String] {
      var review = Self.review(items, people: people)
      _ = try review.assign(items, to: reviewer, by: "root", user: "root", at: Self.now)
      return items.filter { review.isAssigned($0, to: reviewer) }.map(\.principal)
    }
    #expect(try left("ADA@a.example") == ["user:bob@a.example"])
    #expect(try left("ada.l@b.example") == ["user:bob@a.example"])
    #expect(
      try left("bob@a.example") == ["serviceAccount:job@p.example", "user:ada.l@b.example", "user:ada@a.example"])
    #expect(try left("eve@a.example").count == 5)
    // Nor does one sign by another name what they decided.
    var review = Self.review(Array(items.suffix(1)), people: people)
    _ = try review.assign(review.items, to: "ada@a.example", by: "root", user: "root", at: Self.now)
    try review.decide([Self.ballot(review.items[0], .keep)], by: "Ada@a.example ", user: "root", at: Self.now)
    #expect(throws: Failure.self) { try Self.close(&review, by: "user:ada.l@b.example") }
    try Self.close(&review, by: "bob@a.example")
  }

  @Test func `members of a group of AWS do not review what it has`() throws {
    func item(_ kind: ReviewItem.Kind, _ principal: String, _ grant: String) -> ReviewItem {
      ReviewItem(kind, "arn:aws:iam::1:\(principal)", grant, on: "arn:aws:iam::1:\(principal)")
    }
    let items = [
      item(.membership, "user/ada", "dev"), item(.attachment, "group/teams/dev", "P"),
      item(.attachment, "group/ops", "P"),
    ]
    var review = Self.review(items)
    let counts = try review.assign(items, to: "ada", by: "root", user: "root", at: Self.now)
    #expect(counts.own == 2 && review.isAssigned(items[2], to: "ada"))
    #expect(try review.assign(items, to: "eve", by: "root", user: "root", at: Self.now).own == 0)
  }

  @Test(arguments: ["", "  ", "\t"]) func `somebody without a name reviews nothing and signs nothing`(name: String)
    throws
  {
    var review = try Self.assigned(["user:ada@a.example"])
    #expect(throws: Failure.self) {
      try review.assign(review.items, to: name, by: "root", user: "root", at: Self.now)
    }
    try review.decide([Self.ballot(review.items[0], .keep)], by: "grace@a.example", user: "root", at: Self.now)
    #expect(throws: Failure.self) { try Self.close(&review, by: name) }
  }

  private static func close(_ review: inout Review, by name: String) throws {
    try review.close(by: name, user: "root", at: now) { "evidence of \($0.signer ?? "nobody")" }
  }

  @Test func `decisions are the reviewer's own, whole or nothing, and a keep of what is marked has a reason`() throws {
    var review = try Self.assigned()
    let (deleted, ada) = (review.items[0], review.items[1])
    #expect(deleted.marks == [.deleted])
    func refused(_ ballots: [Review.Ballot], by reviewer: String = "grace@a.example") -> String {
      var copy = review
      do {
        try copy.decide(ballots, by: reviewer, user: "root", at: Self.now)
        return ""
      } catch {
        #expect(copy.decisions.isEmpty)
        return "\(error)"
      }
    }
    #expect(refused([Self.ballot(ada, .keep)], by: "bob@a.example").contains("assigned to 'grace@a.example'"))
    #expect(refused([Self.ballot(ada, .revoke), Self.ballot(deleted, .keep)]).contains("takes a reason"))
    #expect(refused([Self.ballot(deleted, .keep, "  ")]).contains("takes a reason"))
    #expect(refused([Self.ballot(deleted, .keep, "comes back")]).isEmpty)
    #expect(refused([Self.ballot(ada, .limit(until: "2026-11-22"))]).contains("no day to come"))
    #expect(refused([Self.ballot(ada, .limit(until: "2027-02-30"))]).contains("no day to come"))
    #expect(refused([Review.Ballot(item: "r1", decision: .keep, reason: nil)]).contains("has no item"))
    try review.decide([Self.ballot(ada, .keep)], by: "grace@a.example", user: "root", at: Self.now)
    try review.decide([Self.ballot(ada, .revoke)], by: "grace@a.example", user: "root", at: Self.now)
    #expect(review.decisions[ada.id]?.decision == .revoke && review.acts.count == 5)
  }

  @Test(arguments: [
    ("roles/run.viewer", "user:a@a.example", true), ("roles/owner", "user:a@a.example", false),
    ("roles/run.viewer", "allUsers", false),
  ])
  func `what takes no condition cannot be limited`(role: String, member: String, canBe: Bool) throws {
    let item = try #require(Self.population([member], role: role).first)
    let remedy = ReviewCommands.limiting(item, until: "2027-03-31")
    #expect((remedy != nil) == canBe)
    guard let remedy else { return }
    // The new grant is there before the old one goes, and the other way round.
    #expect(remedy.run.contains("add-iam-policy-binding") && remedy.run.contains("2027-03-31T00:00:00Z"))
    #expect(remedy.run.hasSuffix("--role=roles/run.viewer --condition=None"))
    #expect(
      remedy.undo.contains(
        "add-iam-policy-binding p --member=user:a@a.example --role=roles/run.viewer --condition=None\n"))
  }

  @Test func `a review is signed off once all is decided, by somebody who decided nothing`() throws {
    var review = try Self.assigned(["user:ada@a.example"])
    func refusal(_ signer: String) -> String {
      var copy = review
      do {
        try Self.close(&copy, by: signer)
        return ""
      } catch { return "\(error)" }
    }
    #expect(refusal("zoe@a.example").contains("1 item is not decided"))
    try review.decide([Self.ballot(review.items[0], .keep)], by: "grace@a.example", user: "root", at: Self.now)
    #expect(refusal("GRACE@a.example").contains("cannot sign"))
    try Self.close(&review, by: "zoe@a.example")
    #expect(review.signer == "zoe@a.example" && review.evidence == "evidence of zoe@a.example")
    #expect(refusal("zoe@a.example").contains("was signed off"))
    #expect(throws: Failure.self) {
      try review.decide([Self.ballot(review.items[0], .revoke)], by: "grace@a.example", user: "root", at: Self.now)
    }
  }

  @Test func `a review is overdue after its last day, as long as something is undecided`() {
    let review = Self.review(Self.population(Self.members), due: "2026-11-22")
    #expect(!review.isOverdue(on: Self.now))
    #expect(review.isOverdue(on: Self.now.adding(seconds: 86_400)))
  }

  // MARK: Files

  private static func reread(
    _ review: Review, _ change: (inout [UInt8], inout [UInt8], inout [UInt8]) -> Void = { _, _, _ in }
  ) throws -> Review {
    var head = review.head.file
    var population = Review.population(review.items)
    var acts = review.log
    change(&head, &population, &acts)
    return try Review(head: head, population: population, acts: acts, name: "q4")
  }

  @Test func `what was written is read again`() throws {
    var review = try Self.assigned()
    try review.decide(
      review.items.map { Self.ballot($0, .limit(until: "2027-03-31"), "as said") }.suffix(2), by: "grace@a.example",
      user: "root", at: Self.now)
    let again = try Self.reread(review)
    #expect(again.items == review.items && again.acts == review.acts && again.log == review.log)
    #expect(again.decisions.count == 2 && again.reviewers == review.reviewers)
  }

  @Test func `an edit, a removal, another order or an insertion is seen`() throws {
    let review = try Self.assigned()
    let lines = review.log.split(separator: 10).map(Array.init)
    func isRefused(_ lines: [[UInt8]]) -> Bool {
      (try? Self.reread(review) { _, _, acts in acts = lines.flatMap { $0 + [10] } }) == nil
    }
    #expect(!isRefused(lines))
    #expect(isRefused([lines[1], lines[0], lines[2]]))
    #expect(isRefused([lines[0], lines[2]]))
    #expect(isRefused([lines[0], lines[0], lines[1], lines[2]]))
    let edited = String(decoding: lines[0], as: UTF8.self).replacing("grace", with: "mally")
    #expect(isRefused([Array(edited.utf8), lines[1], lines[2]]))
    #expect(isRefused([Array(edited.utf8)]), "the last line too")
    #expect((try? Self.reread(review) { _, population, _ in population[30] ^= 1 }) == nil)
    #expect((try? Self.reread(review) { head, _, _ in head = [] }) == nil)
    for (old, new) in [("root", "mall"), ("q4", "q5"), ("\"a\"", "\"b\"")] {
      #expect(
        (try? Self.reread(review) { head, _, _ in
          head = Array(String(decoding: head, as: UTF8.self).replacing(old, with: new).utf8)
        }) == nil, "\(old)")
    }
  }
}
