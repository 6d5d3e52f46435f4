import Glibc
import JobsCore

/// A small file that may be missing.
enum AWSFile {
  /// The bytes; nil where there is no such file.
  ///
  /// - Parameter hint: what to do where it cannot be read.
  static func read(_ path: String, limit: Int, hint: String) throws(Failure) -> [UInt8]? {
    let reason: String
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path, limit: limit)
    } catch {
      switch error {
      case .system(ENOENT), .system(ENOTDIR): return nil
      case .system(let code): reason = systemMessage(code)
      case .notAFile(let what): reason = "it is \(what)"
      case .tooLarge(_, let limit): reason = "it is longer than \(limit) bytes"
      }
    }
    throw .world("cannot read '\(Terminal.visible(path))': \(reason)", hint: hint)
  }

  /// A path with `~` in front as that of `HOME`.
  static func expanded(_ path: String, home: String?) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }
}
