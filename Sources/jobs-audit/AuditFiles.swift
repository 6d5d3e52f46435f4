import Glibc
import JobsAudit
import JobsCore
import JobsReport

/// Opens what an audit reads, one after another.
struct AuditFiles {
  /// One of them.
  struct Input {
    /// What messages and places call it; `-` for standard input.
    var name: String
    var path: String
    /// Keeps what is read there for as long as it is needed.
    var holder: AnyObject?
  }

  var inputs: [Input]
  /// Where it is shown how far the work is; nil for nowhere.
  let progress: Progress?

  /// - Parameters:
  ///   - names: as they were given; standard input where there is none.
  ///   - isInputNeeded: whether standard input is read where no file is named.
  ///   - progress: where it is shown how far the work is; nil for nowhere.
  init(names: [String], isInputNeeded: Bool = true, progress: Progress? = nil) {
    self.progress = progress
    inputs = (names.isEmpty && isInputNeeded ? ["-"] : names).map { Input(name: $0, path: $0) }
  }

  /// Calls `body` with each file; a file that fails is told of, and the others are read.
  ///
  /// - Returns: how many failed.
  /// - Throws: the first failure, where no file could be used, and any of the world.
  func read(
    say: (Failure) -> Void, _ body: (inout ValueReader, String) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    var failures: [Failure] = []
    defer { progress?.finish() }
    for input in inputs {
      do throws(Failure) {
        try Self.read(input) { reader, name throws(Failure) in
          reader.watch = progress.map { line in { line.update("read", done: $0) } }
          try body(&reader, name)
        }
      } catch {
        guard error.kind == .usage else { throw error }
        failures.append(error)
        progress?.finish()
        if inputs.count > 1 { say(error) }
      }
    }
    if let first = failures.first, failures.count == inputs.count {
      throw inputs.count == 1 ? first : .usage("none of the \(inputs.count) inputs could be used", hint: first.hint)
    }
    return failures.count
  }

  private static func read(
    _ input: Input, _ body: (inout ValueReader, String) throws(Failure) -> Void
  ) throws(Failure) {
    if input.path == "-" {
      guard isatty(STDIN_FILENO) == 0 else {
        throw .usage("there is no input: standard input is the terminal", hint: "name a file, or pipe one in")
      }
      var reader = ValueReader(descriptor: STDIN_FILENO, name: "standard input")
      return try body(&reader, "-")
    }
    let shown = "'\(Terminal.visible(input.name))'"
    let descriptor = open(input.path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .usage("cannot read \(shown): \(systemMessage())") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw .usage("cannot read \(shown): it is a folder", hint: "name the files in it")
    }
    var reader = ValueReader(descriptor: descriptor, name: shown)
    try body(&reader, input.name)
  }

  // MARK: Time

  /// When the newest snapshot among the files was read; nil where none is one. Pipes are not looked into.
  var readAt: Instant? {
    inputs.filter { Self.isFile($0.path) }.compactMap { input -> Instant? in
      let descriptor = open(input.path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var bytes: [UInt8] = []
      _ = FileBytes.append(from: descriptor, upTo: 4096, to: &bytes)
      return SnapshotMark.time(in: bytes)
    }.max()
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
