import JobsCore
import JobsDeploy
import JobsManifest

/// A unit of systemd as a file, and as the fields of a resource: `Service.ExecStart` and so on, lists where a key may stand
/// several times.
///
/// The first line is the mark that makes it ours: `# jobs: OWNER DIGEST`, and the day since when it is out of use, if it is.
struct UnitFile {
  var owner: String
  var digest: String
  /// The day from which it is out of use.
  var quarantined: String?
  /// As they stand in the file.
  var fields: [Resource.Field]

  /// Larger files are nobody's of ours, in bytes.
  static let limit = 1 << 20

  /// What a unit of ours has beside what its job says, and what in units that others made stays as it is.
  static let form: Set<String> = ["Unit.Description", "Service.Type", "Timer.AccuracySec"]

  /// Keys that add to what stands before them.
  private static let lists: Set<String> = ["Service.Environment", "Timer.OnCalendar"]

  // MARK: Reading

  /// nil for a file that does not bear our mark, or is no unit.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard let mark = lines.first.flatMap({ CrontabMark(Array($0.utf8)) }) else { return nil }
    owner = mark.owner
    digest = mark.digest
    quarantined = mark.quarantined
    fields = []
    // What is no assignment shows as one without a value.
    for assignment in UnitSyntax(bytes).assignments { add(assignment.name, assignment.value) }
  }

  private mutating func add(_ name: String, _ text: String) {
    guard let at = fields.firstIndex(where: { $0.name == name }) else {
      fields.append(Resource.Field(name, Self.lists.contains(name) ? Resource.Value([text]) : Resource.Value(text)))
      return
    }
    fields[at].value = Resource.Value((Self.texts(fields[at].value) ?? [fields[at].value.text]) + [text])
  }

  /// The texts of a list; nil for a value that is none.
  static func texts(_ value: Resource.Value) -> [String]? {
    guard value.isLiteral else { return nil }
    let bytes = Array(value.text.utf8)
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, tree.kind(Tree.root) == .sequence,
      tree.children(Tree.root).allSatisfy({ tree.kind($0) == .string })
    else { return nil }
    return tree.children(Tree.root).map { tree.string($0) }
  }

  // MARK: The mark

  /// A text with the mark above it, in the place of one that is there; nil for what no mark can say.
  static func marked(_ bytes: [UInt8], owner: String, digest: String, quarantined: String? = nil) -> [UInt8]? {
    guard quarantined.map({ CivilDate(text: $0) != nil }) ?? true, CrontabMark.isName(owner), !owner.contains("#")
    else { return nil }
    return CrontabMark(name: owner, digest: digest, quarantined: quarantined).line + [10] + unmarked(bytes)
  }

  /// A text without the mark above it.
  static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
    let first = bytes.prefix { $0 != 10 }
    return CrontabMark(Array(first)) == nil ? bytes : Array(bytes[min(first.endIndex + 1, bytes.endIndex)...])
  }

  // MARK: Writing

  /// What a unit whose form others once chose gets where it is made anew.
  static func form(of unit: String, owner: String) -> [Resource.Field] {
    let own = unit.hasSuffix(".timer") ? ("Timer.AccuracySec", "1s") : ("Service.Type", "oneshot")
    return [Resource.Field("Unit.Description", owner), Resource.Field(own.0, own.1)]
  }

  /// The text of a unit; nil for fields that no unit has.
  ///
  /// - Parameter quarantined: the day from which it is out of use.
  static func bytes(
    owner: String, _ fields: [Resource.Field], digest: String, quarantined: String? = nil
  ) -> [UInt8]? {
    var sections: [(name: String, lines: [String])] = []
    for field in fields {
      let parts = field.name.split(separator: ".", maxSplits: 1).map { String($0) }
      guard parts.count == 2, let values = field.value.isLiteral ? texts(field.value) : [field.value.text],
        !(parts + values).contains(where: { $0.utf8.contains { $0 == 10 || $0 == 0 } })
      else { return nil }
      let lines = values.map { "\(parts[1])=\($0)" }
      if let at = sections.firstIndex(where: { $0.name == parts[0] }) {
        sections[at].lines += lines
      } else {
        sections.append((parts[0], lines))
      }
    }
    let text = sections.map { "\n[\($0.name)]\n" + $0.lines.map { "\($0)\n" }.joined() }.joined()
    return marked(Array(text.utf8), owner: owner, digest: digest, quarantined: quarantined)
  }
}
