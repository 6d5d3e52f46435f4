import Glibc
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
    guard target != .jobfile || conversions.count == 1 else {
      throw .usage(
        "\(conversions.count) jobs do not fit into one job file",
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
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .world(
        "cannot make folder '\(Terminal.visible(folder))': \(systemMessage())", hint: "make the folders above it first")
    }
    // Nothing is written unless everything can be.
    if !mayReplace, let taken = names.first(where: { Self.exists(base + $0) }) {
      throw .usage("'\(Terminal.visible(base + taken))' is there already", hint: "add --force to replace it")
    }
    for (conversion, name) in zip(conversions, names) {
      switch conversion.body {
      case .document(let bytes): try FileBytes.write(bytes, to: base + name)
      case .crontab(let entries): try FileBytes.write(try Self.crontab(entries), to: base + name)
      }
    }
    return []
  }

  private static func crontab(_ entries: [CrontabEntry]) throws(Failure) -> [UInt8] {
    do throws(ConversionRefusal) {
      return try CrontabText.text(entries)
    } catch {
      throw .usage(error.message, hint: error.hint)
    }
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
