package import JobsCore
import JobsManifest

/// The file of a journal: NDJSON, a `deploy` object with who and where, the `change` records of the plan, then a `begin` and
/// an `ended` object a change, and a `checked` object a check, which stand behind the changes; `resumed` where a later process went on, and `closed` at the end.
extension Journal {
  /// Larger files are refused, in bytes.
  package static let limit = 256 << 20

  // MARK: Writing

  /// The head and the plan.
  package var beginning: [UInt8] {
    var json = JSONWriter()
    json.beginRecord("deploy")
    head.write(to: &json)
    json.endObject()
    json.newline()
    for entry in entries {
      entry.change.write(to: &json)
      json.newline()
    }
    for check in checks {
      check.write(to: &json)
      json.newline()
    }
    return json.bytes
  }

  /// - Parameter result: the fields that the resource will have; nil where it goes.
  static func begin(_ id: String, _ result: [Resource.Field]?, at time: Instant, _ json: inout JSONWriter) {
    open("begin", time, &json)
    json.member("id", id)
    if let result {
      json.key("fields")
      result.masked.write(to: &json)
    }
    json.endObject()
    json.newline()
  }

  static func ended(_ change: Change, _ error: String?, at time: Instant, _ json: inout JSONWriter) {
    open("ended", time, &json)
    json.member("id", change.id)
    json.member("state", change.state.rawValue)
    if let error {
      json.member("error", SecretScanner.kind(name: nil, value: error) == nil ? error : SecretMask.text)
    }
    json.endObject()
    json.newline()
  }

  static func checked(_ check: PostDeployCheck, at time: Instant, _ json: inout JSONWriter) {
    open("checked", time, &json)
    json.member("id", check.id)
    json.member("state", check.state.rawValue)
    if let error = check.error {
      json.member("error", SecretScanner.kind(name: nil, value: error) == nil ? error : SecretMask.text)
    }
    json.endObject()
    json.newline()
  }

  static func resumed(
    by user: String, on host: String, _ approval: Head.Approval?, _ override: String?, at time: Instant,
    _ json: inout JSONWriter
  ) {
    open("resumed", time, &json)
    json.member("user", user)
    json.member("host", host)
    Head.write(approval, override, to: &json)
    json.endObject()
    json.newline()
  }

  static func closed(_ result: Result, at time: Instant, _ json: inout JSONWriter) {
    open("closed", time, &json)
    json.member("result", result.rawValue)
    json.endObject()
    json.newline()
  }

  private static func open(_ type: StaticString, _ time: Instant, _ json: inout JSONWriter) {
    json.beginRecord("\(type)")
    json.member("time", time.rfc3339)
  }

  // MARK: Reading

  /// - Parameter name: what messages call the file.
  /// - Throws: a usage failure for what no journal holds; a last line without its break was torn off and is left out.
  package init(_ bytes: [UInt8], name: String) throws(Failure) {
    let whole = bytes.lastIndex(of: 10).map { Array(bytes[...$0]) } ?? []
    var reader = RecordReader(bytes: whole, name: name)
    var record = Record()
    func fault() -> Failure {
      .usage("\(name) is no journal: line \(reader.line) is not understood", hint: "move it aside")
    }
    guard try reader.next(into: &record), record.type == "deploy", let head = Head(record.tree) else { throw fault() }
    self.init(head: head, changes: [])
    var places: [String: Int] = [:]
    var isPlanned = false
    while try reader.next(into: &record) {
      let tree = record.tree
      if record.type == "change" {
        guard !isPlanned, checks.isEmpty, let change = Change(tree),
          places.updateValue(entries.count, forKey: change.id) == nil
        else {
          throw fault()
        }
        entries.append(Entry(change))
        continue
      }
      if record.type == "check" {
        guard !isPlanned, let check = PostDeployCheck(tree), !checks.contains(where: { $0.id == check.id }) else {
          throw fault()
        }
        checks.append(check)
        continue
      }
      isPlanned = true
      guard result == nil, let time = record.string("time").flatMap({ Instant(rfc3339: $0) }),
        take(record, tree, time, places)
      else { throw fault() }
    }
  }

  private mutating func take(_ record: Record, _ tree: Tree, _ time: Instant, _ places: [String: Int]) -> Bool {
    let at = record.string("id").flatMap { places[$0] }
    switch record.type {
    case "begin":
      guard let at else { return false }
      entries[at].isBegun = true
      entries[at].result = [Resource.Field](tree, tree.value(Tree.root, "fields"))
    case "ended":
      guard let at, let state = record.string("state").flatMap(Change.State.init) else { return false }
      entries[at].change.state = state
      entries[at].error = record.string("error")
    case "checked":
      guard let at = checks.firstIndex(where: { $0.id == record.string("id") }),
        let state = record.string("state").flatMap(Change.State.init)
      else { return false }
      checks[at].state = state
      checks[at].error = record.string("error")
    case "resumed":
      head.approval = Head.approval(tree) ?? head.approval
      head.override = tree.word(Tree.root, "override") ?? head.override
    case "closed":
      guard let result = record.string("result").flatMap(Result.init) else { return false }
      self.result = result
      endedAt = time
    default: return false
    }
    return true
  }
}

extension Journal.Head {
  /// Writes the keys of the head into an object.
  package func write(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("verb", verb)
    json.member("startedAt", startedAt.rfc3339)
    json.member("user", user)
    json.member("host", host)
    json.member("plan", plan)
    json.optional("commit", commit)
    if let committedAt {
      json.member("committedAt", committedAt.rfc3339)
    }
    json.key("places")
    json.beginArray()
    for place in places { place.write(to: &json) }
    json.endArray()
    json.member("undoes", undoes)
    Self.write([("folder", folder)], to: &json)
    Self.write(approval, override, to: &json)
    if rollsBack {
      json.member("rollsBack", true)
    }
  }

  fileprivate static func write(_ approval: Approval?, _ override: String?, to json: inout JSONWriter) {
    write([("approvedBy", approval?.by), ("ticket", approval?.ticket), ("override", override)], to: &json)
  }

  private static func write(_ texts: [(name: String, text: String?)], to json: inout JSONWriter) {
    for case (let name, let text?) in texts {
      json.key(name)
      json.value(SecretScanner.kind(name: nil, value: text) == nil ? text : SecretMask.text)
    }
  }

  fileprivate static func approval(_ tree: Tree) -> Approval? {
    tree.word(Tree.root, "approvedBy").flatMap { by in
      tree.word(Tree.root, "ticket").map { Approval(by: by, ticket: $0) }
    }
  }

  fileprivate init?(_ tree: Tree) {
    let root = Tree.root
    guard tree.value(root, "v").flatMap(tree.int) == 1, let id = tree.word(root, "id"),
      let verb = tree.word(root, "verb"), let started = tree.word(root, "startedAt").flatMap({ Instant(rfc3339: $0) }),
      let user = tree.word(root, "user"), let host = tree.word(root, "host"), let plan = tree.word(root, "plan"),
      let places = Place.list(tree, tree.value(root, "places")), let undone = tree.value(root, "undoes"),
      tree.kind(undone) == .sequence
    else { return nil }
    self.init(
      id: id, verb: verb, startedAt: started, user: user, host: host, plan: plan, commit: tree.word(root, "commit"),
      committedAt: tree.word(root, "committedAt").flatMap { Instant(rfc3339: $0) }, places: places,
      undoes: tree.texts(undone), folder: tree.word(root, "folder"),
      approval: Self.approval(tree), override: tree.word(root, "override"))
    rollsBack = tree.value(root, "rollsBack").flatMap(tree.bool) ?? false
  }
}
