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
    var section = ""
    for line in lines.dropFirst() {
      guard let first = line.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { continue }
      if first == UInt8(ascii: "["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // What is no assignment shows as one without a value.
      add("\(section).\(parts[0])", parts.count == 2 ? String(parts[1]) : "")
    }
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

  // MARK: Writing

  /// The text of a unit; nil for fields that no unit has.
  ///
  /// - Parameter quarantined: the day from which it is out of use.
  static func bytes(
    owner: String, _ fields: [Resource.Field], digest: String, quarantined: String? = nil
  ) -> [UInt8]? {
    guard quarantined.map({ CivilDate(text: $0) != nil }) ?? true, CrontabMark.isName(owner), !owner.contains("#")
    else { return nil }
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
    let mark = CrontabMark(name: owner, digest: digest, quarantined: quarantined).line
    let text = sections.map { "\n[\($0.name)]\n" + $0.lines.map { "\($0)\n" }.joined() }.joined()
    return mark + [10] + Array(text.utf8)
  }
}
