import Glibc
import JobsCore
import JobsManual

/// `generate-pages DATE TEMPLATE [DUMP]` writes a manual page to standard output; `make generate` calls it.
@main
enum GeneratePages {
  static func main() {
    do throws(Failure) {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      _ = FileBytes.writeAll(STDERR_FILENO, Array("generate-pages: error: \(error)\n".utf8))
      exit(error.exitStatus.rawValue)
    }
  }

  private static func run(_ arguments: [String]) throws(Failure) {
    guard arguments.count == 2 || arguments.count == 3 else {
      throw .usage("\(arguments.count) arguments", hint: "generate-pages DATE TEMPLATE [DUMP]")
    }
    var tool: ToolDescription?
    if arguments.count == 3 { tool = try ToolDescription(dump: read(arguments[2]), name: arguments[2]) }
    let template = PageTemplate(String(decoding: try read(arguments[1]), as: UTF8.self), name: arguments[1])
    let out = Output(STDOUT_FILENO, name: "standard output")
    out.write(try template.page(date: arguments[0], tool: tool))
    try out.flush()
  }

  private static func read(_ path: String) throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path, limit: 16 << 20)
    } catch {
      throw .world("cannot read '\(path)': \(error)")
    }
  }
}
