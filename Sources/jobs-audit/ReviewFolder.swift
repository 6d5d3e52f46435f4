import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

/// The folder of a review, and the audit log that its acts are written to.
struct ReviewFolder {
  static let head = "review.json"
  static let population = "population.ndjson"
  static let acts = "acts.ndjson"

  let path: String
  private let state: StateDirectory
  private let log: AuditLog
  /// The user of the host who runs the tool.
  let user: String

  init(_ path: String, _ options: ReviewOptions, _ environment: [String: String]) throws(Failure) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    let actor = AuditActor.current { environment[$0] }
    user = actor.sudoUser ?? actor.user
    state = try StateDirectory.resolve(option: options.state, isRoot: geteuid() == 0) { environment[$0] }
    log = AuditLog(
      state, tool: "jobs-audit", actor: actor, isSecret: { SecretScanner.kind(name: $0, value: $1) != nil },
      say: { Entry.say("jobs-audit", $0, level: "note") })
  }

  /// Reads the review, and looks whether it is what it was.
  ///
  /// - Throws: a usage failure that names what was changed: of the review's own files, and of the evidence of one that was signed
  ///   off.
  func load() throws(Failure) -> Review {
    let review = try Review(
      head: read(Self.head), population: read(Self.population), acts: read(Self.acts, mayBeMissing: true), name: path)
    let changed = ReviewEvidence.changed(review) { try? FileBytes.read("\(path)/\($0)", limit: 1 << 30) }
    guard changed.isEmpty else {
      throw .usage(
        "the evidence of the review '\(Terminal.visible(path))' is not what was signed: \(changed.joined(separator: ", "))",
        hint: "take the files from where they were kept")
    }
    return review
  }

  /// Holds the end of a review against the log, which has the last hash of each act.
  ///
  /// - Returns: why nobody knows whether the end is there; nil where the log has it.
  /// - Throws: a usage failure where an act of the log is not in the review: lines at its end were cut off.
  func doubt(of review: Review) throws(Failure) -> String? {
    let shown = "the audit log of this host"
    guard access(state.auditLog, R_OK) == 0 else {
      return errno == ENOENT ? Self.nothing(shown) : "\(shown) cannot be read: \(systemMessage())"
    }
    var reader = try AuditReader(state.auditLog, mark: AuditMark(of: state))
    var record = Record()
    var isKnown = false
    while let entry = try reader.next(into: &record) {
      guard entry.tool == "jobs-audit", entry.outcome == .done,
        entry.act.parameters.contains(.init("review", review.head.id))
      else { continue }
      isKnown = true
      guard let end = entry.act.parameters.first(where: { $0.name == "acts" })?.value, !review.hasEnd(end) else {
        continue
      }
      throw .usage(
        "the acts of the review '\(Terminal.visible(path))' were cut off: '\(entry.act.action)' by '\(Terminal.visible(entry.actor.user))' at \(Instant(milliseconds: entry.time).rfc3339) is in the audit log and not in it",
        hint: "take the file from where it was kept")
    }
    if let fault = reader.firstBreak { return "\(shown) is not whole: line \(fault.line) \(fault.reason)" }
    return isKnown ? nil : Self.nothing(shown)
  }

  private static func nothing(_ log: String) -> String { "\(log) has nothing of the review" }

  /// Changes the review and keeps that in the audit log. Whoever else changes it meanwhile is waited for.
  ///
  /// - Parameters:
  ///   - act: what it is called, and what says more of it.
  ///   - body: changes the review, and says what is written beside its acts.
  func change<Value>(
    _ act: String, _ parameters: [AuditAct.Parameter],
    _ body: (inout Review) throws(Failure) -> (Value, files: [(name: String, bytes: [UInt8])])
  ) throws(Failure) -> Value {
    // Taking the lock would make a folder that is not there.
    _ = try read(Self.head)
    guard let lock = try FileLock.take("\(path)/.lock", waiting: .seconds(30)) else {
      throw .world("cannot change the review '\(Terminal.visible(path))': another tool does", hint: "try again")
    }
    defer { lock.release() }
    var review = try load()
    _ = try doubt(of: review)
    let (value, files) = try body(&review)
    try keep(
      act, parameters + [.init("review", review.head.id), .init("acts", review.last)], files + [(Self.acts, review.log)]
    )
    return value
  }

  /// Makes the folder with the first files of a review. What a tool left behind that was killed in the midst of it is taken over.
  func open(_ files: [(name: String, bytes: [UInt8])], _ parameters: [AuditAct.Parameter]) throws(Failure) {
    let taken = Failure.usage(
      "'\(Terminal.visible(path))' is there already", hint: "a review has a folder of its own; name another one")
    if mkdir(path, 0o700) != 0 {
      guard errno == EEXIST else {
        throw .world(
          "cannot make the folder '\(Terminal.visible(path))': \(systemMessage())", hint: "make those above it first")
      }
      guard isRest(of: files) else { throw taken }
    }
    guard let lock = try FileLock.take("\(path)/.lock"), isRest(of: files) else { throw taken }
    defer { lock.release() }
    do throws(Failure) {
      try keep("open", parameters, files)
    } catch {
      // A folder without its head would be in the way of the next try.
      for name in files.map(\.name) + [".lock"] { unlink("\(path)/\(name)") }
      rmdir(path)
      throw error
    }
  }

  /// Whether a folder holds nothing but what is written before the head, which comes last.
  private func isRest(of files: [(name: String, bytes: [UInt8])]) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
    let ours = Set(files.map(\.name)).subtracting([Self.head]).union([".lock"])
    return FolderReader.names(in: path).allSatisfy { name in
      ours.contains(name) || name.hasPrefix(".jobs-") && name.hasSuffix(".tmp")
    }
  }

  /// Each file whole or not at all; the one that says what was done comes last.
  private func keep(
    _ act: String, _ parameters: [AuditAct.Parameter], _ files: [(name: String, bytes: [UInt8])]
  ) throws(Failure) {
    try log.perform(AuditAct("review-\(act)", of: path, parameters)) { () throws(Failure) in
      for file in files { try FileBytes.write(file.bytes, to: "\(path)/\(file.name)") }
    }
  }

  private func read(_ name: String, mayBeMissing: Bool = false) throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.read("\(path)/\(name)", limit: 1 << 30)
    } catch {
      if mayBeMissing, error == .system(ENOENT) { return [] }
      guard case .system(let code) = error else {
        throw .usage("'\(Terminal.visible(path))/\(name)' is no file of a review")
      }
      throw .usage(
        "'\(Terminal.visible(path))' is no review: cannot read '\(name)': \(systemMessage(code))",
        hint: "name the folder that 'jobs-audit review open' made")
    }
  }
}

/// Which review, and where its acts are kept.
struct ReviewOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the review.", valueName: "folder"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Folder of the audit log.",
      discussion: StateDirectory.usualPlaces,
      valueName: "dir"))
  var state: String?

  func open(_ environment: [String: String]) throws(Failure) -> ReviewFolder {
    try ReviewFolder(folder, self, environment)
  }
}
