import Glibc
import JobsAudit
import JobsCore

/// Opens what an audit reads, one after another.
struct AuditFiles {
  /// As they were named; empty for standard input.
  let names: [String]

  /// Calls `body` with each file; a file that fails is told of, and the others are read.
  ///
  /// - Returns: how many failed.
  /// - Throws: the first failure, where no file could be used, and any of the world.
  func read(
    say: (Failure) -> Void, _ body: (inout ValueReader, String) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let names = names.isEmpty ? ["-"] : names
    var failures: [Failure] = []
    for name in names {
      do throws(Failure) {
        try read(name, body)
      } catch {
        guard error.kind == .usage else { throw error }
        failures.append(error)
        if names.count > 1 { say(error) }
      }
    }
    if let first = failures.first, failures.count == names.count {
      throw names.count == 1 ? first : .usage("none of the \(names.count) inputs could be used", hint: first.hint)
    }
    return failures.count
  }

  private func read(_ name: String, _ body: (inout ValueReader, String) throws(Failure) -> Void) throws(Failure) {
    if name == "-" {
      guard isatty(STDIN_FILENO) == 0 else {
        throw .usage("there is no input: standard input is the terminal", hint: "name a file, or pipe one in")
      }
      var reader = ValueReader(descriptor: STDIN_FILENO, name: "standard input")
      return try body(&reader, "-")
    }
    let shown = "'\(Terminal.visible(name))'"
    let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .usage("cannot read \(shown): \(systemMessage())") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw .usage("cannot read \(shown): it is a folder", hint: "name the files in it")
    }
    var reader = ValueReader(descriptor: descriptor, name: shown)
    try body(&reader, name)
  }
}
