import Glibc
import JobsCommand
import JobsCore
import JobsManifest

/// Where converted jobs go: all to standard output, or each to a file of its own.
struct ConvertOutput {
  let target: ConversionTarget
  let folder: String?
  let mayReplace: Bool

  /// Settings of a crontab that not all of its jobs share, and so were left out.
  typealias Lost = [(job: Job, name: String)]

  func write(_ conversions: [Conversion]) throws(Failure) -> Lost {
    if let folder { return try writeFiles(conversions, folder) }
    guard target.takesSeveral || conversions.count == 1 else {
      throw .usage(
        "\(conversions.count) jobs do not fit into \(target == .windows ? "one task" : "one job file")",
        hint: "add --output-dir DIR, or choose one by -l name=NAME")
    }
    let output = Output(STDOUT_FILENO, name: "standard output")
    var entries: [CrontabEntry] = []
    var isFirst = true
    for conversion in conversions {
      switch conversion.body {
      case .document(let bytes):
        if !isFirst { output.write("---\n") }
        output.write(bytes)
      case .crontab(let own): entries += own
      }
      isFirst = false
    }
    output.write(try Self.crontab(entries))
    try output.flush()
    return CrontabText.lostSettings(of: entries)
  }

  private func writeFiles(_ conversions: [Conversion], _ folder: String) throws(Failure) -> Lost {
    let names = try ConversionFiles.names(for: conversions.map(\.job), target)
    var files: [(name: String, bytes: [UInt8])] = []
    for (conversion, name) in zip(conversions, names) {
      switch conversion.body {
      case .document(let bytes): files.append((name, bytes))
      case .crontab(let entries): files.append((name, try Self.crontab(entries)))
      }
    }
    try NewFiles(folder: folder, mayReplace: mayReplace).write(files)
    return []
  }

  private static func crontab(_ entries: [CrontabEntry]) throws(Failure) -> [UInt8] {
    do throws(ConversionRefusal) {
      return try CrontabText.text(entries)
    } catch {
      throw .usage(error.message, hint: error.hint)
    }
  }
}
