import JobsCore
import JobsManifest
import JobsStore

/// The changes of one command, one after the other, and the files as they will be. Nothing is written here.
struct EditPlan {
  struct Step {
    enum Kind: String { case create, update, delete }

    /// The id of the job.
    var job: String
    var file: String
    var kind: Kind
    var old: [UInt8]
    var new: [UInt8]
    /// What the audit log keeps of it.
    var act: AuditAct
  }

  private(set) var steps: [Step] = []
  /// Jobs that are as they were asked to be.
  private(set) var unchanged: [Job] = []
  /// Files with errors whose jobs were meant too.
  let leftOut: [String]
  /// What the user should know, a sentence each.
  private(set) var notes: [String] = []
  /// The files of the plan as they are now; nil for one that is new.
  private(set) var before: [String: [UInt8]?] = [:]
  /// The files as they will be; blank for one that goes.
  private(set) var after: [String: [UInt8]] = [:]

  init(leftOut: [String] = []) { self.leftOut = leftOut }

  /// How the command ends when every step was done.
  var status: ExitStatus { leftOut.isEmpty ? .done : .partial }

  var files: [String] { after.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Adds a change to a job.
  ///
  /// - Throws: a usage failure for what its format cannot say.
  mutating func add(
    _ edit: JobEdit, to job: Job, verb: String, _ parameters: [AuditAct.Parameter] = []
  ) throws(Failure) {
    guard let origin = job.origin else {
      throw .usage("nobody knows which file '\(Terminal.visible(job.id))' came from", hint: "name its manifest")
    }
    let old = try current(origin.file)
    let new: [UInt8]
    do throws(EditRefusal) {
      new = try edit.applied(to: old, at: origin)
    } catch {
      throw .usage(
        "cannot \(verb) '\(Terminal.visible(job.id))' in '\(Terminal.visible(origin.file))': \(error.message)",
        hint: error.hint)
    }
    for (path, environments) in edit.overlays(in: old, at: origin) {
      notes.append(
        "'\(path)' of '\(Terminal.visible(job.id))' is set otherwise for \(environments.joined(separator: ", "))")
    }
    guard new != old else { return unchanged.append(job) }
    add(
      Step(
        job: job.id, file: origin.file, kind: edit == .remove && new.isBlank ? .delete : .update, old: old, new: new,
        act: AuditAct(verb, of: job.id, [.init("file", origin.file)] + parameters)))
  }

  mutating func add(_ step: Step) {
    if before[step.file] == nil { before[step.file] = .some(step.kind == .create ? nil : step.old) }
    after[step.file] = step.new
    steps.append(step)
  }

  private func current(_ file: String) throws(Failure) -> [UInt8] {
    if let known = after[file] { return known }
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(file, limit: ReadingLimits().bytes)
    } catch {
      throw .world("cannot read '\(Terminal.visible(file))' again", hint: "it changed meanwhile; run it again")
    }
  }
}
