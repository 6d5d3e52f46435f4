import JobsCore
import JobsManifest

/// The file of a baseline, as `--baseline` and `--write-baseline` name it.
enum BaselineSource {
  /// - Throws: a failure of kind `usage` for a file that cannot be read or is no baseline.
  static func read(_ path: String) throws(Failure) -> Baseline {
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: 64 << 20)
    } catch {
      guard case .system(let code) = error else { throw .usage("the baseline '\(path)' is not a file") }
      throw .usage(
        "cannot read the baseline '\(path)': \(systemMessage(code))", hint: "write one by --write-baseline \(path)")
    }
    return try BaselineFile.read(bytes, path: path)
  }

  /// - Parameters:
  ///   - now: seconds since the epoch.
  ///   - days: after how many of them the baseline ends.
  static func write(_ diagnostics: [Diagnostic], to path: String, now: Int64, days: Int) throws(Failure) {
    let last = Instant(seconds: now + Int64(days) * 86400).rfc3339.prefix(10)
    try FileBytes.write(BaselineFile.text(diagnostics, expires: String(last)), to: path)
  }
}
