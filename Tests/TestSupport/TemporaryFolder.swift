package import Glibc

/// A folder that is gone, with what is in it, when nobody holds it any more.
package final class TemporaryFolder {
  package let path: String

  package init() {
    var template = Array("/tmp/jobs-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit { Self.remove(path) }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, executable if asked.
  package func write(_ name: String, _ text: String, mode: mode_t = 0o644) {
    let fd = open(file(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    let bytes = Array(text.utf8)
    _ = Glibc.write(fd, bytes, bytes.count)
    close(fd)
    chmod(file(name), mode)
  }

  private static func remove(_ path: String) {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != "." && name != ".." { remove("\(path)/\(name)") }
      }
      closedir(stream)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
