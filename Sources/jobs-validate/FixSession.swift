import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

/// `--fix` and `--diff`: mends the files of a check, or prints what that would change.
struct FixSession {
  private let command: CheckCommand
  private let inputs: ManifestInputs
  private let options: CheckOptions

  init(_ command: CheckCommand, _ inputs: ManifestInputs, _ options: CheckOptions) throws(Failure) {
    self.command = command
    self.inputs = inputs
    self.options = options
    if command.fix, command.paths.contains("-") {
      throw .usage("--fix cannot write to standard input", hint: "name the file, or print the patch by --diff")
    }
    if command.fix, command.staged || command.since != nil {
      throw .usage(
        "--fix cannot write into Git",
        hint: "leave \(command.staged ? "--staged" : "--since") out, or print the patch by --diff")
    }
    if inputs.stream != nil, command.diff {
      throw .usage("a record stream has no lines to mend", hint: "name the manifests that the records came from")
    }
  }

  // MARK: --fix

  /// Mends every file that can be mended; files that cannot be written are left as they are and named in the result.
  func fix() async throws(Failure) -> FixTotals {
    var totals = FixTotals()
    // One file may be met by several links.
    var written: Set<String> = []
    try await mend { file, old, outcome throws(Failure) in
      guard written.insert(Self.resolved(file.path)).inserted else { return }
      do throws(Failure) {
        try MendedFile.write(outcome.bytes, over: old, at: file.path)
        totals.files += 1
        totals.findings += outcome.mended
      } catch {
        totals.failures.append(error)
      }
    }
    return totals
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  // MARK: --diff

  /// Prints the patch; the status is 1 where there is one, as a formatter's check has it.
  func diff(isQuiet: Bool) async throws(Failure) -> ExitStatus {
    let output = Output(STDOUT_FILENO, name: "standard output")
    let words = Output(STDERR_FILENO, name: "standard error")
    var totals = FixTotals()
    let read = try await mend { file, old, outcome throws(Failure) in
      let oldMasks = FileCheck.run(FileInput(file, old), options).masks
      let diff = UnifiedDiff(from: old, to: outcome.bytes, path: file.path, oldMasks: oldMasks, newMasks: outcome.masks)
      output.write(diff.bytes)
      totals.files += 1
      totals.findings += outcome.mended
      for line in diff.hiddenLines {
        let place = "\(Terminal.visible(file.path)):\(line)"
        words.write("\(place): note: the change is not shown: it stands beside a secret; --fix makes it\n")
      }
    }
    if let unusable = read.unusable {
      let path = Terminal.visible(unusable)
      words.write(
        "jobs-validate: error: '\(path)' cannot be read as it stands\nhint: 'jobs-validate \(path)' says why\n")
    } else if read.found == 0, !(command.staged || command.since != nil) {
      throw .usage(
        "there is no job in what was read", hint: "'jobs-validate \(command.paths.joined(separator: " "))' says more")
    }
    if !isQuiet { words.write("\(totals.sentence(willMend: true))\n") }
    try words.flush()
    try output.flush()
    return read.unusable != nil ? .usage : totals.files > 0 ? .findings : .done
  }

  // MARK: Files

  /// Works out the mended bytes of each file that changes, in order, and hands them on.
  @discardableResult
  private func mend(
    _ each: (InputFile, _ old: [UInt8], FileFix.Outcome) throws(Failure) -> Void
  ) async throws(Failure) -> (found: Int, unusable: String?) {
    var totals = CheckTotals()
    var unusable: String?
    try await CheckRun.run(inputs.files, options, workers: command.workers) { file, report throws(Failure) in
      if let failure = report.failure { throw failure }
      totals.add(report, isAskedFor: file.isAskedFor)
      guard file.isAskedFor else { return true }
      if report.isUnusable { unusable = unusable ?? file.path }
      let hasFix = report.diagnostics.contains { $0.fix.map { $0.safe || command.unsafeFixes } ?? false }
      guard hasFix, let old = report.source else { return true }
      let outcome = FileFix.run(FileInput(file, old), options, unsafe: command.unsafeFixes)
      if outcome.bytes != old { try each(file, old, outcome) }
      return true
    }
    return (totals.found, unusable)
  }
}

extension FileInput {
  fileprivate init(_ file: InputFile, _ bytes: [UInt8]) {
    self.init(path: file.path, bytes: bytes, isNamed: file.isNamed, folder: file.folder, commit: file.commit)
  }
}
