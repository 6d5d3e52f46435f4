import Glibc

/// A built binary of the suite, run as its users run it.
package struct Tool: Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }

  /// The folder of the built binaries: that of this test's own program.
  package static let builtFolder: String = {
    guard let path = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(path) }
    let program = String(cString: path)
    return program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
  }()

  /// Runs the tool to its end.
  ///
  /// - Parameters:
  ///   - folder: the working directory, the home and the place of the state.
  ///   - input: standard input, as a file; `/dev/null` where there is none.
  ///   - environment: beside what every run has.
  package func run(
    _ arguments: [String] = [], in folder: ToolFolder, input: String? = nil, environment: [String: String] = [:]
  ) -> ToolRun {
    start(arguments, in: folder, input: input, environment: environment).wait()
  }

  /// Starts the tool in a session of its own, for tests that signal it.
  package func start(
    _ arguments: [String] = [], in folder: ToolFolder, input: String? = nil, environment: [String: String] = [:]
  ) -> RunningTool {
    RunningTool("\(Self.builtFolder)/\(name)", arguments, in: folder, input: input, environment)
  }

  /// Runs a script with `bash -o pipefail`, the binaries first in its `PATH`; its standard input is `/dev/null`.
  package static func shell(
    _ script: String, in folder: ToolFolder, environment: [String: String] = [:]
  ) -> ToolRun {
    RunningTool("/bin/bash", ["-o", "pipefail", "-c", script], in: folder, input: nil, environment).wait()
  }
}

/// What a run left behind.
package struct ToolRun: Sendable {
  package var stdout: String
  package var stderr: String
  /// The exit status, or 128 + n after signal n.
  package var status: Int32
  /// The signal that ended it.
  package var signal: Int32?

  /// The lines of standard output, each without its line break.
  package var lines: [String] { stdout.split(separator: "\n").map(String.init) }

  /// The lines that are records of a type, by the key with which every record of ours begins.
  package func records(_ type: String) -> [String] { lines.filter { $0.hasPrefix("{\"type\":\"\(type)\"") } }
}
