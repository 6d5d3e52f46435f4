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
    #expect(marks("user:ada@a.example", known: ["user:ada@a.example"]) == [])
    #expect(marks("user:ada@a.example", known: ["group:ada@a.example"]) == [.orphan])
    #expect(marks("serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com", known: []) == [])
    #expect(marks("domain:a.example", known: []) == [])
    #expect(marks("user:ada@a.example", "request.time < timestamp('2026-01-01T00:00:00Z')") == [.expired])
  }

  @Test func `grants that differ by their condition alone stand apart, in the order of their bytes`() {
    func item(_ title: String, _ expression: String) -> ReviewItem {
      var item = ReviewItem(.binding, "user:a@a.example", "roles/run.viewer", on: Self.project)
      item.condition = GoogleCondition(title: title, expression: expression)
      return item
    }
    let items = [item("t", "b"), item("u", "a"), item("t", "a")]
    #expect(Set(items.map(\.id)).count == 3)
    #expect(ReviewItem.inOrder(items[1], items[0]) && !ReviewItem.inOrder(items[0], items[1]))
    // One that ends already takes no second end.
    #expect(ReviewCommands.limiting(items[0], until: "2999-01-31") == nil)
  }

  @Test func `of an account whom nobody knows is marked, and so is whom a trust names that is gone, or everybody`()
    throws
  {
    func trust(_ effect: String, _ principal: String) -> String {
      #"{"Effect":"\#(effect)","Action":"sts:AssumeRole",\#(principal)}"#
    }
    let statements = [
      trust("Allow", #""Principal":{"AWS":["arn:aws:iam::111122223333:user/ada","AIDAEXAMPLEGONE01"]}"#),
      trust("Allow", #""Principal":"*""#), trust("Allow", #""NotPrincipal":{"AWS":"111122223333"}"#),
      trust("Deny", #""Principal":{"AWS":"444455556666"}"#),
    ]
    var role = AWSIdentity(
      kind: .role, name: "r", arn: try #require(ARN("arn:aws:iam::111122223333:role/r")), uniqueID: "",
      location: .start(of: "test"))
    role.trust = try PolicyEvaluationTests.policy(
      PolicyEvaluationTests.document(statements.joined(separator: ",")), "trust", .trust
    ).document
    role.attached = ["P"]
    var user = AWSIdentity(
      kind: .user, name: "ada", arn: try #require(ARN("arn:aws:iam::111122223333:user/team/ada")), uniqueID: "",
      location: .start(of: "test"))
    user.attached = ["P"]
    var account = AWSAccount(number: "111122223333")
    account.add(role)
    account.add(user)
    func marks(known: Set<String>?) -> [String] {
      var population = ReviewPopulation(now: .exactly(Self.now), known: known)
      population.add(account)
      return population.items.map {
        ([$0.kind.rawValue, $0.principal] + $0.marks.map(\.rawValue)).joined(separator: " ")
      }
    }
    let found = marks(known: nil)
    #expect(
      found.filter { $0.hasPrefix("attachment") } == [role, user].map { "attachment \($0.arn.text)" }, "\(found)")
    #expect(found.count { $0.hasPrefix("trust") } == 4, "a deny lets nobody in: \(found)")
    #expect(
      found.count { $0.hasPrefix("trust everybody") && $0.hasSuffix(" everybody") } == 2
        && found.contains("trust everybody everybody") && found.count { $0.hasSuffix(" deleted") } == 1, "\(found)")
    #expect(marks(known: []).filter { $0.hasSuffix("orphan") } == ["attachment \(user.arn.text) orphan"])
    for known in ["Ada", "arn:aws:iam::111122223333:user/team/ADA"] {
      #expect(!marks(known: [known]).contains { $0.hasSuffix("orphan") }, "\(known)")
    }
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
    ("arn:aws:iam::1:user/ada", "arn:aws:iam::1:user/ADA", true), ("arn:aws:iam::1:user/ada", "ada", true),
    ("arn:aws:iam::1:user/team/ada", "ada", true),
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
    let refused = #expect(throws: Failure.self) {
      try review.decide([Self.ballot(item, .keep)], by: reviewer, user: "root", at: Self.now)
    }
    #expect(refused?.message.contains("it is their own") == true, "\(refused?.message ?? "")")
  }

  @Test func `what is theirs by another name, by a group or by an account is not reviewed either`() throws {
    let people = ReviewPeople(
      file:
        "# bob@a.example eve@a.example\nada@a.example, ada.l@b.example group:data@a.example serviceAccount:job@p.example\r\n"
        + "bob@a.example group:data@a.example\n")
    let items = Self.population([
      "user:ada@a.example", "user:ada.l@b.example", "group:data@a.example", "serviceAccount:job@p.example",
      "user:bob@a.example", "deleted:serviceAccount:job@p.example?uid=1",
    ])
    func left(_ reviewer: String) throws -> [String] {
      var review = Self.review(items, people: people)
      _ = try review.assign(items, to: reviewer, by: "root", user: "root", at: Self.now)
      return items.filter { review.isAssigned($0, to: reviewer) }.map(\.principal)
    }
    #expect(try left("ADA@a.example") == ["user:bob@a.example"])
    #expect(try left("ada.l@b.example") == ["user:bob@a.example"])
    #expect(
      try left("bob@a.example") == [
        "deleted:serviceAccount:job@p.example?uid=1", "serviceAccount:job@p.example", "user:ada.l@b.example",
        "user:ada@a.example",
      ])
    #expect(try left("eve@a.example").count == 6)
    // Whose name stands in somebody else's line has what is theirs, by each of their names.
    let owned = ReviewPeople(file: "ada@a.example ada.l@b.example\nteam@a.example ada@a.example\n")
    for name in ["ada@a.example", "ada.l@b.example"] {
      let item = ReviewItem(.binding, "user:team@a.example", "roles/run.viewer", on: Self.project)
      var review = Self.review([item], people: owned)
      #expect(try review.assign([item], to: name, by: "root", user: "root", at: Self.now).own == 1, "\(name)")
    }
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
      ReviewItem(.attachment, "arn:aws:iam::2:group/dev", "P", on: "arn:aws:iam::2:group/dev"),
    ]
    var review = Self.review(items)
    let counts = try review.assign(items, to: "ada", by: "root", user: "root", at: Self.now)
    #expect(counts.own == 2 && review.isAssigned(items[2], to: "ada"))
    #expect(review.isAssigned(items[3], to: "ada"), "a group of another account")
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

  @Test func `a reviewer is one, however the name is written`() throws {
    var review = Self.review(Self.population(Self.members))
    _ = try review.assign([review.items[0]], to: "Grace@a.example", by: "root", user: "root", at: Self.now)
    let again = try review.assign(review.items, to: " user:GRACE@a.example", by: "root", user: "root", at: Self.now)
    #expect(again.reviewer == "Grace@a.example" && Set(review.reviewers.values) == ["Grace@a.example"])
    try review.decide([Self.ballot(review.items[1], .keep)], by: "grace@A.example", user: "root", at: Self.now)
    #expect(review.decisions.values.map(\.by) == ["Grace@a.example"])
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

  @Test func `no byte of the acts is cut, changed or added without being seen`() throws {
    let review = try Self.assigned()
    let log = review.log
    let ends = Set(log.indices.filter { log[$0] == 10 }.map { $0 + 1 } + [0])
    func isRead(_ acts: [UInt8]) -> Bool { (try? Self.reread(review) { $2 = acts }) != nil }
    for count in 0...log.count {
      // Whole lines that are gone are missed by the audit log alone.
      #expect(isRead(Array(log[..<count])) == ends.contains(count), "cut at \(count)")
    }
    for at in log.indices {
      var acts = log
      acts[at] ^= 1 << (at % 8)
      #expect(!isRead(acts), "byte \(at)")
    }
    for end in ends {
      for more in ["\n", " \n", "\r\n", "\0", "\0\n", "{}\n", "x\n", "{\"type\":\"review-act\",\"v\":1}\n", "\u{FEFF}"]
      {
        #expect(
          !isRead(Array(log[..<end]) + Array(more.utf8) + Array(log[end...])), "\(more.debugDescription) at \(end)")
      }
    }
    #expect(!isRead(Array(String(decoding: log, as: UTF8.self).replacing("\n", with: "\r\n").utf8)))
    #expect(!isRead(log + [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20) + [10]))
    #expect(isRead(log))
  }

  @Test func `no byte of the population or of the head is changed without being seen`() throws {
    let review = try Self.assigned()
    func isRead(_ change: (inout [UInt8], inout [UInt8]) -> Void) -> Bool {
      (try? Self.reread(review) { head, population, _ in change(&head, &population) }) != nil
    }
    for at in Review.population(review.items).indices {
      #expect(!isRead { $1[at] ^= 1 } && !isRead { $1 = Array($1[..<at]) }, "byte \(at) of the population")
    }
    for at in review.head.file.indices {
      #expect(!isRead { head, _ in head[at] ^= 1 } && !isRead { head, _ in head = Array(head[..<at]) }, "byte \(at)")
    }
    for more in ["\n", "\0", "{}", "\r\n"] {
      #expect(!isRead { $1 += Array(more.utf8) } && !isRead { head, _ in head += Array(more.utf8) })
    }
  }

  /// A review whose population has its hash, and an item that is not the one it says it is.
  @Test func `a population that fits its hash and holds something else is refused with the line`() throws {
    let items = Self.population(Self.members)
    let lines = Review.population(items).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    for (line, words) in [
      (lines[1].replacing("roles/run.viewer", with: "roles/owner"), "no item in line 2"),
      (lines[1].replacing(items[1].id, with: items[0].id), "no item in line 2"),
      (#"{"type":"review","v":1}"#, "no item in line 2"), ("nonsense", "line 2"),
    ] {
      let population = Array([lines[0], line, lines[2]].map { $0 + "\n" }.joined().utf8)
      let head = ReviewHead(
        name: "q4", openedBy: "root", at: Self.now, due: nil, inputs: [], items: 3,
        population: ReviewHead.hash(population))
      let found = #expect(throws: Failure.self) {
        try Review(head: head.file, population: population, acts: [], name: "q4")
      }
      #expect(found?.kind == .usage && found?.message.contains(words) == true, "\(line): \(found?.message ?? "")")
    }
  }

  // MARK: Answers

  private static let titles = "id,principal,grant,resource,condition,marks,reviewer,decision,until,reason"

  private static func answers(_ text: String) throws -> [ReviewAnswer] {
    try ReviewAnswer.read(Array(text.utf8), name: "answers")
  }

  @Test(
    arguments: [
      ("\u{FEFF}id,decision,until,reason\r\nr1,keep,,\r\n", "keep"),
      ("id;decision;until;reason\nr1;keep;;\"a; b\"\n", "keep a; b"),
      ("id\tdecision\tuntil\treason\nr1\trevoke\t\t=1+1", "revoke =1+1"),
      (
        "\"id\",\"decision\",\"until\",\"reason\"\n\"r1\",\" Limit \",\"2999-01-31\",\"two\r\nlines, \"\"quoted\"\"\"\n",
        "limit 2999-01-31 two\r\nlines, \"quoted\""
      ),
      ("id,decision,until,reason,,\nr1,keep,,,,\n\n,,,,,\n", "keep"),
      ("reason,until,decision,ID,notes\n'=1+1,,keep,r1,x\n", "keep '=1+1"),
      ("id,decision,until,reason\nr1,,,\n", nil), ("id,decision,until,reason\n", nil),
      (#"[{"id":"r1","decision":" KEEP ","until":null,"reason":""}]"#, "keep"),
      (#" {"id":"r1","decision":"revoke","marks":["orphan"],"condition":{}}"#, "revoke"), ("[]", nil),
    ] as [(String, String?)])
  func `answers as spreadsheets and programs write them are read`(text: String, words: String?) throws {
    let found = try Self.answers(text).map { answer in
      [answer.ballot.decision.word, answer.ballot.decision.until, answer.ballot.reason].compactMap { $0 }.joined(
        separator: " ")
    }
    #expect(found == [words].compactMap { $0 })
  }

  @Test(arguments: [
    ("", "line 1: the table is empty"), ("\n\r\n", "line 1: the table is empty"),
    ("id,decision,until\n", "line 1: there is no column 'reason'"),
    ("id,decision,until,reason,Decision\nr1,keep,,,revoke\n", "line 1: the column 'decision' stands twice"),
    ("id,id,decision,until,reason\n", "line 1: the column 'id' stands twice"),
    ("id,principal,decision,until,reason,principal\n", "line 1: the column 'principal' stands twice"),
    ("id,decision,until,reason\nr1,keep,,it is his, and stays\n", "line 2: the row has 5 of 4 fields: a text with"),
    ("id,decision,until,reason\nr1,keep,\n", "line 2: the row has 3 of 4 fields: the table was cut off"),
    ("id,decision,until,reason\n\nr1,keep,,\"open\nr2,keep,,\n", "line 3: a quote is not closed"),
    ("id,decision,until,reason\nr1,keep,,\"a\"b\n", "line 2: text follows the quote"),
    ("id,decision,until,reason\n,keep,,\n", "line 2: a decision is on no item"),
    ("id,decision,until,reason\nr1,keep,2999-01-31,\n", "line 2: 'keep' takes no day"),
    ("id,decision,until,reason\nr1,limit,,\n", "line 2: 'limit' takes a day"),
    ("id,decision,until,reason\nr1,ke\0ep,,\n", "line 2: 'ke"), ("id\0,decision,until,reason\n", "no column 'id'"),
    ("id,decision,until,reason\rr1,keep,,\r", "there is no column 'reason'"),
    (#"[{"id":"r1","decision":"keep"},"#, "no JSON"), (#"[{"id":"r1","decision":"keep"}"#, "the list ends without"),
    (#"[{"id":"r1","decision":"keep"}] x"#, "no JSON"),
    (#"[{"id":"r1","decision":"keep","decision":"revoke"}]"#, "the key 'decision' twice"),
    ("[{\"id\":\"r1\"},\n{\"decision\":\"keep\"}]", "line 2: a decision is on no item"),
    ("[\n{\"id\":\"r1\",\"decision\":true}]", "line 2: 'true' is none of keep"),
    ("[\n[]]", "line 2: a row is"), (#"{"id":"r1","decison":"keep"}"#, "line 1: a row has no 'decison'"),
  ])
  func `what is no answer is refused with its line`(text: String, words: String) {
    let found = #expect(throws: Failure.self) { try Self.answers(text) }
    #expect(found?.kind == .usage && found?.message.contains(words) == true, "\(found?.message ?? "")")
  }

  @Test func `a table that is no UTF-8, or a line beyond every limit, is refused`() {
    let utf16: [UInt8] = [0xFF, 0xFE] + Array("id,decision,until,reason\n".utf8).flatMap { [$0, 0] as [UInt8] }
    let long = Array("id,decision,until,reason\nr1,keep,,".utf8) + [UInt8](repeating: 120, count: 1 << 17)
    for bytes in [utf16, long, Array("id,decision,until,reason\nr1,keep,,".utf8) + [0xC3]] {
      let found = #expect(throws: Failure.self) { try ReviewAnswer.read(bytes, name: "a") }
      #expect(found?.message.contains("line ") == true, "\(found?.message ?? "")")
    }
  }

  @Test func `a table that was cut says nothing, or what it said`() throws {
    let rows = "id,decision,until,reason\r\nr1,keep,,\"as, said\"\r\nr2,limit,2999-01-31,\r\nr3,revoke,,gone\r\n"
    let whole = try Self.answers(rows).map(\.ballot)
    try #require(whole.count == 3)
    let bytes = Array(rows.utf8)
    for count in bytes.indices {
      let found = (try? ReviewAnswer.read(Array(bytes[..<count]), name: "a").map(\.ballot)) ?? []
      let said = found.map { [$0.item, $0.decision.word, $0.decision.until ?? ""] }
      #expect(
        said == whole.prefix(found.count).map { [$0.item, $0.decision.word, $0.decision.until ?? ""] }, "\(count)")
    }
    let json = Array(#"[{"id":"r1","decision":"keep"},{"id":"r2","decision":"revoke"}]"#.utf8)
    for count in 1..<json.count {
      #expect(throws: Failure.self, "\(count)") { try ReviewAnswer.read(Array(json[..<count]), name: "a") }
    }
  }
}
