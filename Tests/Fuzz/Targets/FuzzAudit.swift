import Glibc
import JobsAudit
import JobsCore
import JobsManifest
import JobsStore

/// What the audit room reads that others wrote: inputs of every shape, conditions of Google, patterns of AWS.
func fuzzAudit(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  Property.inTime(bytes: count) {
    switch data[0] & 15 {
    case 0: input(bytes)
    case 1: condition(String(decoding: bytes, as: UTF8.self))
    case 2: globs(String(decoding: bytes, as: UTF8.self))
    case 4: images(bytes)
    case 5: levels(bytes)
    case 14: session(bytes)
    case 6: logs(bytes)
    case 7: answers(bytes)
    case 8:
      policy(bytes)
      framework(bytes)
    case 9: policy(Array("apiVersion: jobs/v1\nkind: Policy\nmetadata: {name: a}\npolicy:\n".utf8) + bytes)
    case 10:
      review(bytes)
      population(bytes)
    case 11: actions(bytes)
    case 12: actions(Array("aws-actions 1 2026-10-27 x\n".utf8) + bytes + Array("\n. 1 1\n".utf8))
    case 13: roles(bytes)
    case 15: chain(bytes)
    default: input(Array(#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"#.utf8) + bytes)
    }
  }
  return 0
}

/// What is read is judged, and what is not is refused with a message of ours.
private func input(_ bytes: [UInt8]) {
  var estate = Estate()
  let context = PolicyContext(roles: RoleCatalog(), now: .exactly(Instant(seconds: 1_795_305_600)))
  var values = ValueReader(bytes: bytes, name: "'file'")
  let now = context.now.instant
  let reader = EstateReader(
    observe: { seen in
      for finding in UseRules.check(seen, at: now) {
        Property.hold(finding.fingerprint.utf8.count == 16, "a fingerprint has 16 digits")
      }
    }
  ) { item in
    guard case .policy(let policy) = item else { return }
    for finding in PolicyRules.check(policy, context) {
      Property.hold(finding.fingerprint.utf8.count == 16, "a fingerprint has 16 digits")
    }
  }
  do throws(Failure) {
    try reader.read(&values, file: "file", into: &estate)
    Property.hold(!estate.counts.entries.isEmpty, "what is read is counted")
    for finding in EstateRules.check(estate) {
      Property.hold(finding.fingerprint.utf8.count == 16, "a fingerprint has 16 digits")
    }
    for workload in estate.workloads.all {
      Property.hold(!workload.roles.contains(""), "a role that is read has a name", workload.arn.text)
    }
  } catch {
    Property.hold(
      !error.message.contains("\n") && error.message.utf8.count < 40_000, "a message is ours", error.message)
    Property.hold(error.kind == .usage, "an input is at fault, and not the world", error.message)
  }
}

/// A policy that is read has faults with a place in it, or is used; its tests end.
private func policy(_ bytes: [UInt8]) {
  do throws(Failure) {
    let policy = AuditPolicy(try PolicySource(bytes, path: "file"))
    for fault in policy.faults { Property.hold(fault.location.line >= 1, "a fault has a place", fault.message) }
    let now = Instant(seconds: 1_795_305_600)
    let gate = PolicyGate(policy, now: now)
    Property.hold(gate.expired.count <= policy.suppressions.count, "what is over is among the suppressions")
    for test in policy.tests.prefix(4) {
      _ = try? test.run(under: policy, now: now) { name throws(Failure) in throw .usage("no file '\(name)'") }
    }
  } catch {
    Property.hold(error.kind == .usage, "a policy is at fault, and not the world", error.message)
  }
}

/// Data of actions are whole and in order, or refused; each service is found by its prefix.
private func actions(_ bytes: [UInt8]) {
  do throws(Failure) {
    let pack = try ActionPack(checking: bytes, name: "'file'")
    let prefixes = pack.prefixes
    Property.hold(prefixes.count == pack.serviceCount, "the services are as many as are said")
    var count = 0
    for prefix in prefixes {
      guard let service = pack.service(prefix) else { return Property.hold(false, "a service is found", prefix) }
      count += service.actions.count
      for action in service.actions {
        Property.hold(service.action(action.key)?.name == action.name, "an action is found", action.name)
      }
    }
    Property.hold(count == pack.actionCount, "the actions are as many as are said")
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// Data of roles come out as they went in, or are refused.
private func roles(_ bytes: [UInt8]) {
  do throws(Failure) {
    let pack = try RolePack(checking: bytes, name: "'file'")
    Property.hold(
      try RolePack(checking: Array(pack.text.utf8), name: "'file'").text == pack.text, "what is read is kept")
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// The files of a review are read as they were written, or refused.
private func review(_ bytes: [UInt8]) {
  let item = ReviewItem(.binding, "user:a@b.example", "roles/run.viewer", on: "//x/projects/p")
  let population = Review.population([item])
  let head = ReviewHead(
    name: "q", openedBy: "u", at: Instant(seconds: 1_795_305_600), due: nil, inputs: [], items: 1,
    population: ReviewHead.hash(population))
  do throws(Failure) {
    let review = try Review(head: head.file, population: population, acts: bytes, name: "q")
    Property.hold(review.acts.isEmpty || !review.log.isEmpty, "acts that are read are in the log")
  } catch {
    Property.hold(error.kind == .usage, "a file is at fault, and not the world", error.message)
  }
}

/// A population that fits its hash is read as it is written, or refused; so is a head, and who is who.
private func population(_ bytes: [UInt8]) {
  _ = ReviewPeople(file: String(decoding: bytes, as: UTF8.self))
  _ = try? Review(head: bytes, population: [], acts: [], name: "q")
  let head = ReviewHead(
    name: "q", openedBy: "u", at: Instant(seconds: 1_795_305_600), due: nil, inputs: [], items: 1,
    population: ReviewHead.hash(bytes))
  do throws(Failure) {
    let review = try Review(head: head.file, population: bytes, acts: [], name: "q")
    let again = Review.population(review.items)
    let second = ReviewHead(
      name: "q", openedBy: "u", at: Instant(seconds: 1_795_305_600), due: nil, inputs: [], items: 1,
      population: ReviewHead.hash(again))
    Property.hold(
      try Review(head: second.file, population: again, acts: [], name: "q").items == review.items,
      "what is written is read again")
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// Answers of a reviewer are on an item each, or refused with a message of ours.
private func answers(_ bytes: [UInt8]) {
  do throws(Failure) {
    for answer in try ReviewAnswer.read(bytes, name: "file") {
      Property.hold(!answer.ballot.item.isEmpty && answer.line >= 1, "an answer is on something, and has a place")
    }
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// A framework has controls, each with an id of its own, or is refused with a message of ours.
private func framework(_ bytes: [UInt8]) {
  do throws(Failure) {
    let requirements = try Framework(bytes, path: "file").requirements
    Property.hold(!requirements.isEmpty, "a framework has controls")
    Property.hold(Set(requirements.map(\.id)).count == requirements.count, "no control stands twice")
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// A log is whole only where its lines are what its records are written as.
private func chain(_ bytes: [UInt8]) {
  var name = Array("/tmp/chain-XXXXXX".utf8CString)
  let descriptor = mkstemp(&name)
  guard descriptor >= 0 else { return }
  defer { close(descriptor) }
  unlink(name)
  guard FileBytes.writeAll(descriptor, bytes) == 0 else { return }
  do throws(Failure) {
    var reader = try AuditReader("/proc/self/fd/\(descriptor)")
    var record = Record()
    var written: [UInt8] = []
    while let entry = try reader.next(into: &record) { written += entry.line().bytes + [10] }
    guard reader.breaks.isEmpty else {
      return Property.hold(reader.breaks.allSatisfy { $0.line >= 1 }, "a break has a place")
    }
    Property.hold(written == bytes || written == bytes + [10], "a whole log is what was written")
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// A report on images is read, or refused with a message of ours; the worst stands first.
private func images(_ bytes: [UInt8]) {
  var values = ValueReader(bytes: bytes, name: "'file'")
  do throws(Failure) {
    for report in try ImageReportReader.read(&values, file: "file") {
      let severities = report.vulnerabilities.map(\.severity)
      Property.hold(severities == severities.sorted(by: >), "the worst stands first")
      for name in report.names {
        Property.hold(report.isOf(name) || name.isEmpty, "a report is of what it names", name)
      }
    }
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// Events of a log are counted and judged, or refused with a message of ours.
private func logs(_ bytes: [UInt8]) {
  var values = ValueReader(bytes: bytes, name: "'file'")
  var watch = AccessWatch()
  var events = 0
  do throws(Failure) {
    let counts = try AccessLogReader.read(&values, file: "file") { event in
      events += 1
      watch.add(event)
    }
    Property.hold(counts.events == events, "each event is handed on once")
    for finding in watch.findings {
      Property.hold((1...3).contains(finding.evidence.count), "a finding has its evidence", finding.message)
    }
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// A level of an organisation holds policies, or is refused.
private func levels(_ bytes: [UInt8]) {
  var values = ValueReader(bytes: bytes, name: "'file'")
  do throws(Failure) {
    let level = try OrganizationPolicyReader.level(&values, file: "file")
    Property.hold(!level.services.isEmpty || !level.resources.isEmpty, "a level is not empty")
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// What a session begins with holds policies of an identity, or is refused.
private func session(_ bytes: [UInt8]) {
  var values = ValueReader(bytes: bytes, name: "'file'")
  do throws(Failure) {
    let limits = try SessionPolicyReader.read(&values, file: "file")
    Property.hold(
      !limits.isEmpty && limits.allSatisfy { $0.document.statements.allSatisfy { $0.principals == nil } },
      "a session is limited, and by what names nobody")
  } catch {
    Property.hold(error.kind == .usage && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// A condition that is read has one of three values, and that does not change.
private func condition(_ text: String) {
  do throws(CELError) {
    let expression = try CELParser.parse(text)
    let evaluator = CELEvaluator(attributes: ["request.time": .timestamp(Instant(seconds: 1_795_305_600))])
    let found = evaluator.holds(expression)
    Property.hold((found.truth == .unknown) == (found.missing != nil), "what is not known says what is missing", text)
    Property.hold(
      try CELParser.parse("!!(\(text)\n)") == .unary("!", .unary("!", expression)), "brackets keep the meaning", text)
  } catch {
    Property.hold((0...text.utf8.count + 4).contains(error.offset), "a place is in the text", text)
  }
}

/// Two patterns meet or they do not, whoever asks; and what covers another meets it.
private func globs(_ text: String) {
  let sides = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
  let a = Glob(sides[0])
  let b = Glob(sides.count > 1 ? sides[1] : "*")
  Property.hold(a.meets(b) == b.meets(a), "meeting is mutual", text)
  Property.hold(a.covers(a), "a pattern covers itself", text)
  if a.covers(b) { Property.hold(a.meets(b), "what covers a pattern meets it", text) }
  let (x, y) = (ResourcePattern(String(sides[0])), ResourcePattern(sides.count > 1 ? String(sides[1]) : "*"))
  Property.hold(x.meets(y) == y.meets(x), "meeting is mutual", text)
  if x.covers(y) { Property.hold(x.meets(y), "what covers a pattern meets it", text) }
}
