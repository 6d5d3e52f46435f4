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
  private let log: AuditLog
  /// The user of the host who runs the tool.
  let user: String

  init(_ path: String, _ options: ReviewOptions, _ environment: [String: String]) throws(Failure) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    let actor = AuditActor.current { environment[$0] }
    user = actor.sudoUser ?? actor.user
    log = AuditLog(
      try StateDirectory.resolve(option: options.state, isRoot: geteuid() == 0) { environment[$0] }, tool: "jobs-audit",
      actor: actor, isSecret: { SecretScanner.kind(name: $0, value: $1) != nil },
      say: { Entry.say("jobs-audit", $0, level: "note") })
  }

  /// Reads the review, and looks whether it is what it was.
  func load() throws(Failure) -> Review {
    try Review(
      head: read(Self.head), population: read(Self.population), acts: read(Self.acts, mayBeMissing: true), name: path)
  }

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
    let (value, files) = try body(&review)
    try keep(act, parameters + [.init("acts", review.last)], files + [(Self.acts, review.log)])
    return value
  }

  /// Makes the folder with the first files of a review.
  func open(_ files: [(name: String, bytes: [UInt8])], _ parameters: [AuditAct.Parameter]) throws(Failure) {
    guard mkdir(path, 0o700) == 0 else {
      guard errno == EEXIST else {
        throw .world(
          "cannot make the folder '\(Terminal.visible(path))': \(systemMessage())", hint: "make those above it first")
      }
      throw .usage(
        "'\(Terminal.visible(path))' is there already", hint: "a review has a folder of its own; name another one")
    }
    do throws(Failure) {
      try keep("open", parameters, files)
    } catch {
      // A folder without its head would be in the way of the next try.
      for file in files { unlink("\(path)/\(file.name)") }
      rmdir(path)
      throw error
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
