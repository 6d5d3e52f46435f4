import Glibc
package import JobsCore

/// Checks many files on all cores and hands the reports on in the order of the files.
package enum CheckRun {
  /// Files that one task takes at a time.
  private static let chunk = 32

  /// - Parameters:
  ///   - workers: tasks at once.
  ///   - each: takes a report; false ends the run early.
  package static func run(
    _ files: [InputFile], _ options: CheckOptions, workers: Int, each: (InputFile, FileReport) throws(Failure) -> Bool
  ) async throws(Failure) {
    let chunks = stride(from: 0, to: files.count, by: chunk).map { $0..<min($0 + chunk, files.count) }
    let failure: Failure? = await withTaskGroup(of: (Int, [FileReport]).self) { group in
      var launched = 0
      var running = 0
      var waiting: [Int: [FileReport]] = [:]
      var due = 0
      func launch() {
        // Chunks that are done wait for their turn; each holds its reports, so that there may not be many.
        while running < workers, launched < min(chunks.count, due + workers * 4) {
          let number = launched
          let part = files[chunks[number]]
          launched += 1
          running += 1
          group.addTask { (number, part.map { check($0, options) }) }
        }
      }
      launch()
      while let (number, reports) = await group.next() {
        running -= 1
        waiting[number] = reports
        launch()
        while let ready = waiting.removeValue(forKey: due) {
          for (at, report) in zip(chunks[due], ready) {
            do throws(Failure) {
              guard try each(files[at], report) else {
                group.cancelAll()
                return nil
              }
            } catch {
              group.cancelAll()
              return error
            }
          }
          due += 1
        }
        launch()
      }
      return nil
    }
    if let failure { throw failure }
  }

  /// Reads and checks one file; the records of its jobs are in the report.
  package static func check(_ file: InputFile, _ options: CheckOptions) -> FileReport {
    read(file, options) { FileCheck.run($0, options) }
  }

  /// Reads and checks one file, and hands its jobs on as `FileCheck` does.
  package static func check(
    _ file: InputFile, _ options: CheckOptions, take: @escaping (Job) -> Void
  ) -> FileReport {
    read(file, options) { FileCheck.run($0, options, take: take) }
  }

  private static func read(
    _ file: InputFile, _ options: CheckOptions, check: (FileInput) -> FileReport
  ) -> FileReport {
    let bytes: [UInt8]
    var isOnDisk = false
    switch file.content {
    case .bytes(let known): bytes = known
    case .tooLarge(let size): return unreadable(file, .tooLarge(bytes: size, limit: options.limits.bytes), options)
    case .disk:
      do throws(FileBytes.ReadError) {
        bytes = try FileBytes.read(file.path, limit: options.limits.bytes)
        isOnDisk = true
      } catch {
        return unreadable(file, error, options)
      }
    }
    var input = FileInput(
      path: file.path, bytes: bytes, isNamed: file.isNamed, folder: file.folder, commit: file.commit)
    input.isOnDisk = isOnDisk
    return check(input)
  }

  private static func unreadable(_ file: InputFile, _ error: FileBytes.ReadError, _ options: CheckOptions) -> FileReport
  {
    var report = FileReport(path: file.path)
    report.isUnusable = true
    report.isManifest = true
    var diagnostic: Diagnostic
    switch error {
    case .system(let code):
      diagnostic = Diagnostic(
        code: UnreadableFile.info.code, severity: .error, message: "cannot read the file: \(systemMessage(code))",
        location: .start(of: file.path),
        hint: code != ENOENT
          ? "make the file readable, or leave it out"
          // What stands for bytes that no text has.
          : file.path.contains("\u{FFFD}")
            ? "its name is not UTF-8: rename it" : "it is a link to nothing, or was removed meanwhile")
    case .notAFile(let kind):
      diagnostic = Diagnostic(
        code: NotAFile.info.code, severity: .error, message: "the path is \(kind), not a file",
        location: .start(of: file.path),
        hint: "name a file; to read from a pipe, name '-'")
    case .tooLarge(let size, let limit):
      diagnostic = Diagnostic(
        code: TooManyBytes.info.code, severity: .error,
        message: "the file has \(size) bytes, more than \(limit >> 20) MiB",
        location: .start(of: file.path), hint: "split it; a manifest is a few KiB")
    }
    diagnostic.path = ""
    if options.selection.includes(diagnostic.code) { report.diagnostics = [diagnostic] }
    return report
  }
}
