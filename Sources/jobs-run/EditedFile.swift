import Glibc
import JobsCore

/// Takes a manifest away of which nothing is left.
enum EditedFile {
  /// - Parameter old: what was read and judged; a file that holds anything else by now is left alone.
  /// - Throws: a failure that names the file; it is as it was then.
  static func remove(_ path: String, holding old: [UInt8]) throws(Failure) {
    let shown = Terminal.visible(path)
    var status = stat()
    guard lstat(path, &status) == 0, let now = try? FileBytes.read(path, limit: max(old.count, 1 << 20)), now == old
    else {
      throw .world("cannot remove '\(shown)': it changed while it was checked", hint: "run it again")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .world(
        "cannot remove '\(shown)': it is a link, and others may use the file behind it",
        hint: "remove the link or its file with rm(1)")
    }
    guard status.st_mode & 0o222 != 0 else {
      throw .world("cannot remove '\(shown)': it is read-only", hint: "make it writable: chmod u+w '\(shown)'")
    }
    guard unlink(path) == 0 else {
      throw .world("cannot remove '\(shown)': \(systemMessage())", hint: "make its folder writable")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // The name is gone; some file systems cannot promise that it stays so.
    _ = fsync(descriptor)
    close(descriptor)
  }
}
