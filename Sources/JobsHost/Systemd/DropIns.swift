import JobsCore
import JobsDeploy

/// What somebody changed about a unit beside its file: `UNIT.d/NAME.conf` in the same folder, as `systemctl edit` writes it
/// (systemd.unit(5)).
///
/// Each is a field of the unit as it is, so that it shows as drift; none is ever written or removed.
struct DropIns {
  private let files: [(name: String, bytes: [UInt8])]

  private static let prefix = "drop-in "

  init(of unit: String, in folder: String) {
    let path = Self.path(unit, folder)
    files = FolderReader.names(in: path).filter { $0.hasSuffix(".conf") }.sorted().map { name in
      (name, (try? FileBytes.read("\(path)/\(name)", limit: UnitFile.limit)) ?? [])
    }
  }

  var fields: [Resource.Field] {
    files.map { Resource.Field(Self.prefix + $0.name, Resource.Value(Self.words($0.bytes))) }
  }

  /// What they say behind the unit itself, in the order in which it holds.
  var assignments: [UnitSyntax.Assignment] { files.flatMap { UnitSyntax($0.bytes).assignments } }

  private static func path(_ unit: String, _ folder: String) -> String { "\(folder)/\(unit).d" }

  /// What it sets, in one line.
  private static func words(_ bytes: [UInt8]) -> String {
    bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
      .filter { line in line.utf8.first.map { !"#; ".utf8.contains($0) } ?? false }.joined(separator: "; ")
  }

  static func isField(_ name: String) -> Bool { name.hasPrefix(prefix) }

  /// Refuses a change that would have one gone.
  static func check(_ change: Change, of unit: String, in folder: String) throws(Failure) {
    guard let field = change.fields.first(where: { isField($0.path) }) else { return }
    let file = "\(path(unit, folder))/\(field.path.dropFirst(prefix.count))"
    throw .world(
      "'\(Terminal.visible(file))' was made by hand and changes the unit, and is never touched",
      hint: "write what it says into the manifest, and take it away by 'systemctl revert \(Terminal.visible(unit))'")
  }
}
