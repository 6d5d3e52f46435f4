import Glibc
import JobsCore

/// A folder for one test, gone with everything in it when the value is.
final class ScratchFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/jobs-distribution.XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { Self.remove(path) }

  /// Removes a folder and what is in it; links are removed, not followed.
  private static func remove(_ path: String) {
    if let handle = opendir(path) {
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        if entry.pointee.d_type == UInt8(DT_DIR) { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
      }
      closedir(handle)
    }
    rmdir(path)
  }

  func path(of name: String) -> String { "\(path)/\(name)" }

  /// The text of a file; empty if there is none.
  func text(of name: String) -> String { Self.text(path(of: name)) }

  static func text(_ path: String) -> String {
    ((try? FileBytes.read(path, limit: 64 << 20)) ?? []).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file. To execute one, copy it first (`install -m 755`): while it is open here, a process that another test
  /// starts may hold it open for writing, and the kernel refuses to run it.
  func write(_ text: String, to name: String) throws {
    let descriptor = open(path(of: name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure.world("cannot create '\(name)'") }
    defer { close(descriptor) }
    guard FileBytes.writeAll(descriptor, Array(text.utf8)) == 0 else { throw Failure.world("cannot write '\(name)'") }
  }
}
