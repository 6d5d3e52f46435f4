package import JobsCore

/// An access review: a population that is frozen, and what reviewers say of each grant in it.
///
/// It is what three files say: `review.json`, the `review` record; `population.ndjson`, the grants; and `acts.ndjson`, what was
/// done since. The first holds the hash of the second, and each line of the third that of the line before, the first of them that
/// of `review.json`, so that nothing is changed or left out without being seen.
package struct Review: Sendable {
  package let head: ReviewHead
  package let items: [ReviewItem]
  package private(set) var acts: [ReviewAct] = []
  /// The lines of the acts.
  package private(set) var log: [UInt8] = []
  /// The hash of the last line; as long as there is none, that of the head. Where it is kept elsewhere, as in the audit log, it
  /// shows whether lines were cut off at the end.
  package private(set) var last: String
  private let places: [String: Int]
  /// By the ids of items.
  package private(set) var reviewers: [String: String] = [:]
  package private(set) var decisions: [String: (decision: ReviewDecision, reason: String?, by: String)] = [:]
  /// Who signed it off; nil while it is open.
  package private(set) var signer: String?
  /// The hash of the list of the evidence's hashes, once it is signed off.
  package private(set) var evidence: String?
  /// The hashes of the head and of all lines.
  private var hashes: Set<String> = []

  /// - Parameter population: the file of the items.
  package init(_ head: ReviewHead, _ items: [ReviewItem]) {
    self.head = head
    self.items = items
    last = head.id
    hashes = [last]
    places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The file of some grants.
  package static func population(_ items: [ReviewItem]) -> [UInt8] {
    var json = JSONWriter(reserving: items.count * 256)
    for item in items {
      item.write(to: &json)
      json.newline()
    }
    return json.bytes
  }

  // MARK: Reading

  /// Reads the three files, and looks whether they are what they were.
  ///
  /// - Throws: a usage failure for a file that was changed, with the line.
  package init(head bytes: [UInt8], population: [UInt8], acts: [UInt8], name: String) throws(Failure) {
    let shown = "the review '\(Terminal.visible(name))'"
    var record = Record()
    var reader = RecordReader(bytes: bytes, name: "'review.json' of \(shown)")
    guard try reader.next(into: &record), let head = ReviewHead(record) else {
      throw .usage(
        "'review.json' of \(shown) has no 'review' record", hint: "name the folder that 'jobs-audit review open' made")
    }
    guard head.file == bytes else {
      throw .usage("'review.json' of \(shown) was changed", hint: "take the file from where it was kept")
    }
    guard ReviewHead.hash(population) == head.population else {
      throw .usage(
        "the population of \(shown) was changed since it was opened", hint: "take the file from where it was kept")
    }
    var items: [ReviewItem] = []
    reader = RecordReader(bytes: population, name: "the population of \(shown)")
    while try reader.next(into: &record) {
      guard let item = ReviewItem(record) else {
        throw .usage("the population of \(shown) has no item in line \(reader.line)")
      }
      items.append(item)
    }
    self.init(head, items)
    // Behind the last line break nothing stands: a line without one was cut.
    let lines = acts.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    for (at, line) in lines.enumerated() where at + 1 < lines.count || !line.isEmpty {
      reader = RecordReader(bytes: line, name: shown)
      guard at + 1 < lines.count, let isRecord = try? reader.next(into: &record), isRecord,
        let act = ReviewAct(record),
        act.line().bytes == line,
        act.previous == last
      else {
        let also = at == 0 ? ", or 'review.json' is not" : ""
        throw .usage(
          "the acts of \(shown) were changed: line \(at + 1) is not what was written there\(also)",
          hint: "take the file from where it was kept")
      }
      take(act)
    }
  }

  private mutating func take(_ act: ReviewAct) {
    let line = act.line()
    acts.append(act)
    log += line.bytes + [10]
    last = line.hash
    hashes.insert(last)
    switch act.what {
    case .assign(let item, let reviewer): reviewers[item] = reviewer
    case .decide(let item, let decision, let reason): decisions[item] = (decision, reason, act.by)
    case .close(let evidence): (signer, self.evidence) = (act.by, evidence)
    }
  }

  /// Whether a hash is that of the head or of a line, as the audit log has it of the end at that time.
  package func hasEnd(_ hash: String) -> Bool { hashes.contains(hash) }

  // MARK: Who is who

  /// What somebody has themselves, by any of their names, or as a member of a group that the review tells of.
  private func own(of name: String) -> (ReviewItem) -> Bool {
    let names = head.people.names(of: name)
    let memberships = items.filter { $0.kind == .membership }
    let own = memberships.filter { $0.isOf(names) }
    let groups = Set(own.compactMap(Self.group))
    let all = GroupMembers(memberships.compactMap(\.googleMembership))
    let google = Set(own.compactMap(\.googleMembership?.member).flatMap { all.groups(of: $0) }.map(\.text))
    return { item in
      item.isOf(names) || google.contains(item.principal)
        || Self.group(of: item.principal).map(groups.contains) ?? false
    }
  }

  /// The group that a membership is in, as `111122223333/developers`.
  private static func group(_ membership: ReviewItem) -> String? {
    let parts = membership.resource.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 6 ? "\(parts[4])/\(membership.grant)" : nil
  }

  /// The same of a group's ARN; nil for other principals. Names of groups are unique in an account, whatever their path.
  private static func group(of principal: String) -> String? {
    let parts = principal.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[5].hasPrefix("group/") else { return nil }
    return parts[5].split(separator: "/").last.map { "\(parts[4])/\($0)" }
  }

  /// A reviewer's name as the review has it already.
  private func known(_ reviewer: String) throws(Failure) -> String {
    let name = try ReviewPeople.name(reviewer)
    let key = ReviewPeople.key(name)
    return reviewers.values.first { ReviewPeople.key($0) == key } ?? name
  }

  /// Whether an item is assigned to somebody.
  package func isAssigned(_ item: ReviewItem, to name: String) -> Bool {
    reviewers[item.id].map { ReviewPeople.key($0) == ReviewPeople.key(name) } ?? false
  }

  // MARK: Acting

  private mutating func add(_ what: ReviewAct.What, by: String, _ user: String, _ time: Instant) {
    take(ReviewAct(what, by: by, user: user, at: time, previous: last))
  }

  private func checkOpen() throws(Failure) {
    if let signer {
      throw .usage("the review was signed off by '\(Terminal.visible(signer))'", hint: "open another one")
    }
  }

  /// Gives grants to a reviewer; what they have themselves is left to others.
  ///
  /// - Returns: the reviewer as the review has them, how many were given, and how many are the reviewer's own.
  package mutating func assign(
    _ chosen: [ReviewItem], to reviewer: String, by: String, user: String, at time: Instant
  ) throws(Failure) -> (reviewer: String, given: Int, own: Int) {
    try checkOpen()
    let reviewer = try known(reviewer)
    let isOwn = own(of: reviewer)
    let given = chosen.filter { !isOwn($0) }
    for item in given { add(.assign(item: item.id, to: reviewer), by: by, user, time) }
    return (reviewer, given.count, chosen.count - given.count)
  }

  /// What somebody says of one grant.
  package struct Ballot: Hashable, Sendable {
    package var item: String
    package var decision: ReviewDecision
    package var reason: String?

    package init(item: String, decision: ReviewDecision, reason: String?) {
      self.item = item
      self.decision = decision
      self.reason = reason
    }
  }

  /// Notes what a reviewer decides, all of it or nothing; a later decision takes the place of an earlier one.
  ///
  /// - Throws: a usage failure for a grant that is not theirs to judge, and for a decision that nobody could carry out.
  package mutating func decide(
    _ ballots: [Ballot], by reviewer: String, user: String, at time: Instant
  ) throws(Failure) {
    try checkOpen()
    let reviewer = try known(reviewer)
    let isOwn = own(of: reviewer)
    for ballot in ballots { try check(ballot, reviewer, isOwn, time) }
    for ballot in ballots {
      add(.decide(item: ballot.item, ballot.decision, reason: ballot.reason), by: reviewer, user, time)
    }
  }

  private func check(
    _ ballot: Ballot, _ reviewer: String, _ isOwn: (ReviewItem) -> Bool, _ time: Instant
  ) throws(Failure) {
    guard let item = item(ballot.item) else {
      throw .usage("the review has no item '\(Terminal.visible(ballot.item))'")
    }
    let shown = "'\(item.id)', what '\(Terminal.visible(item.principal))' has"
    guard !isOwn(item) else {
      throw .usage(
        "'\(Terminal.visible(reviewer))' may not decide on \(shown): it is their own",
        hint: "assign it to somebody else")
    }
    guard isAssigned(item, to: reviewer) else {
      let words = reviewers[item.id].map { "it is assigned to '\(Terminal.visible($0))'" } ?? "it is assigned to nobody"
      throw .usage(
        "'\(Terminal.visible(reviewer))' may not decide on \(shown): \(words)",
        hint: "'jobs-audit review assign' gives items to reviewers")
    }
    if ballot.decision == .keep, !item.marks.isEmpty, ballot.reason?.allSatisfy(\.isWhitespace) ?? true {
      throw .usage(
        "to keep \(shown) takes a reason: it is marked \(item.marks.map(\.rawValue).joined(separator: ", "))",
        hint: "give one with --reason, or in the column 'reason'")
    }
    guard let day = ballot.decision.until else { return }
    guard day.utf8.count == 10, let until = Instant(rfc3339: "\(day)T00:00:00Z"), until > time else {
      throw .usage("'\(Terminal.visible(day))' is no day to come", hint: "write it as in 2027-03-31")
    }
    guard ReviewCommands.limiting(item, until: day) != nil else {
      throw .usage(
        "\(shown) cannot be limited in time: \(Self.limits(of: item.kind))",
        hint: "decide 'keep' or 'revoke'")
    }
  }

  /// Why a grant can have no end.
  private static func limits(of kind: ReviewItem.Kind) -> String {
    switch kind {
    case .binding: "its role or resource takes no condition"
    case .inline: "it is in no user, group or role"
    case .attachment: "an attached policy is others' too, and an end in it would be theirs"
    case .membership: "who is in a group is in it until they are taken out, or until an end that the group sets"
    case .trust: "a trust policy says who may come, for others too"
    }
  }

  package func item(_ id: String) -> ReviewItem? { places[id].map { items[$0] } }

  /// Signs the review off.
  ///
  /// - Parameter evidence: makes the files that are kept of the review as it is once it is signed, and tells the hash of the list
  ///   of their hashes.
  /// - Throws: a usage failure as long as something is undecided, and for somebody who decided themselves.
  package mutating func close(
    by name: String, user: String, at time: Instant, evidence: (Review) -> String
  ) throws(Failure) {
    try checkOpen()
    let left = undecided.count
    guard left == 0 else {
      throw .usage(
        "\(left) \(left == 1 ? "item is" : "items are") not decided",
        hint: "'jobs-audit review status' tells whose they are")
    }
    let name = try ReviewPeople.name(name)
    guard !decisions.values.contains(where: { head.people.isSame($0.by, name) }) else {
      throw .usage(
        "'\(Terminal.visible(name))' decided on items, and cannot sign the review off", hint: "let somebody else sign")
    }
    var signed = self
    signed.signer = name
    add(.close(evidence: evidence(signed)), by: name, user, time)
  }

  package var undecided: [ReviewItem] { items.filter { decisions[$0.id] == nil } }

  /// Whether decisions are missing after the last day for them.
  package func isOverdue(on now: Instant) -> Bool {
    guard let due = head.due else { return false }
    return due < Suppression.day(now) && !undecided.isEmpty
  }
}
