import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

/// Judges files as they will be, together with all others that were read: no error may come.
struct EditCheck {
  private let inputs: ManifestInputs
  private let options: CheckOptions
  private var before: [String: FileReport] = [:]
  private var after: [String: FileReport] = [:]
  /// Errors that are there now, and how often.
  private var known: [FindingTally.Key: Int] = [:]

  /// - Parameter paths: what is read beside the files of the plan.
  init(_ plan: EditPlan, _ paths: [String], _ command: EditOptions, _ environment: [String: String]) throws(Failure) {
    inputs = try ManifestInputs.find(paths)
    options = try command.judging(project: inputs.project, environment)
    var old: [FileReport] = []
    for file in inputs.files {
      let report = CheckRun.check(file, options) { _ in }
      old.append(report)
      before[Self.resolved(file.path)] = report
    }
    for diagnostic in errors(old) { known[FindingTally.Key(diagnostic), default: 0] += 1 }
    for file in plan.files {
      guard let bytes = plan.after[file] else { continue }
      var input =
        inputs.files.first { Self.resolved($0.path) == Self.resolved(file) } ?? InputFile(path: file, isNamed: false)
      input.isNamed = false
      input.content = .bytes(bytes)
      after[Self.resolved(file)] = CheckRun.check(input, options) { _ in }
    }
  }

  /// The errors that the plan would bring.
  func newErrors() -> [Diagnostic] {
    var reports = inputs.files.compactMap { file in
      let path = Self.resolved(file.path)
      return after[path] ?? before[path]
    }
    let read = Set(inputs.files.map { Self.resolved($0.path) })
    reports += after.filter { !read.contains($0.key) }.map(\.value)
    var rest = known
    return errors(reports).filter { diagnostic in
      let key = FindingTally.Key(diagnostic)
      guard let count = rest[key], count > 0 else { return true }
      rest[key] = count - 1
      return false
    }
  }

  private func errors(_ reports: [FileReport]) -> [Diagnostic] {
    let set = JobSet(
      jobs: reports.flatMap(\.jobs), project: inputs.project, isWhole: inputs.isWhole,
      usedVariables: reports.reduce(into: []) { $0.formUnion($1.usedVariables) }, zones: options.zones, now: options.now
    )
    return (reports.flatMap(\.diagnostics) + SetCheck.run(set, options)).filter { $0.severity == .error }
  }

  /// Diagnostics with excerpts of the files as they would be.
  func text(of diagnostics: [Diagnostic], _ plan: EditPlan, _ terminal: Terminal) -> String {
    let masks = after.values.reduce(into: [String: [Range<Int>]]()) { $0[$1.path] = $1.masks }
    let report = HumanReport(
      terminal: terminal,
      excerpts: Excerpts(masks: masks) { file in
        (plan.after[file] ?? (try? FileBytes.read(file, limit: 1 << 20))).map { LineIndex($0) }
      })
    return diagnostics.prefix(10).map { report.text(of: $0) }.joined()
  }

  /// The bytes of a file, now and as it will be, that hold a secret.
  func masks(of file: String) -> (old: [Range<Int>], new: [Range<Int>]) {
    let path = Self.resolved(file)
    return (before[path]?.masks ?? [], after[path]?.masks ?? [])
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
