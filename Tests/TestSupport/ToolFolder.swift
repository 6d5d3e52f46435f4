package import Glibc

/// A folder for the tools of one test, gone with the value that owns it: their working directory and their home.
package final class ToolFolder {
  package let path: String
  /// Where standard streams are kept, out of the sight of tools that walk the folder.
  private let streams: String
  private var count = 0

  package init() {
    path = Self.temporary()
    streams = Self.temporary()
  }

  deinit {
    Self.remove(path)
    Self.remove(streams)
  }

  /// What every run has in its environment; nothing of the tester's own but what coverage needs.
  package var environment: [String: String] {
    var environment = [
      "PATH": "\(Tool.builtFolder):/usr/local/bin:/usr/bin:/bin", "HOME": path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "JOBS_STATE_DIR": file("state"), "XDG_STATE_HOME": file("xdg"), "ASAN_OPTIONS": "detect_leaks=0",
      // What is changed must not hang on the hour at which tests run.
      "JOBS_SPARE": "0",
    ]
    if let profile = getenv("LLVM_PROFILE_FILE") { environment["LLVM_PROFILE_FILE"] = String(cString: profile) }
    return environment
  }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  func hidden(_ name: String) -> String { "\(streams)/\(name)" }

  func nextNumber() -> Int {
    count += 1
    return count
  }

  /// Writes a file, and the folders that it lies in.
  package func write(_ text: String, to name: String, mode: mode_t = 0o644) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    Self.write(Array(text.utf8), to: file(name))
    chmod(file(name), mode)
  }

  /// The text of a file; nil if there is none.
  package func text(of name: String) -> String? { Self.text(file(name)) }

  package func exists(_ name: String) -> Bool { access(file(name), F_OK) == 0 }

  /// The names in the folder or in one of its folders, in byte order.
  package func names(in name: String = ".") -> [String] { Self.names(file(name)).sorted() }

  /// Waits until a file is there, for at most ten seconds.
  package func wait(for name: String) -> Bool {
    for _ in 0..<5000 {
      if exists(name) { return true }
      usleep(2000)
    }
    return false
  }

  /// A file of `Tests/Fixtures`.
  package static func fixture(_ name: String, from source: String = #filePath) -> String {
    let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    return text("\(folder)/Fixtures/\(name)") ?? ""
  }

  package static func write(_ bytes: [UInt8], to path: String) {
    let fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(fd, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      done += count
    }
    close(fd)
  }

  package static func text(_ path: String) -> String? {
    let fd = open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(fd, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  private static func temporary() -> String {
    var template = Array("/tmp/jobs-tool-test.XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  private static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
