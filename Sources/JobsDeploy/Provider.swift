package import JobsCore
package import JobsManifest

/// Where resources live, and the only way to them: a plan may span several.
///
/// What is decided is decided by `Plan`; a provider says what a job needs there, reads what is there, and writes.
package protocol Provider: Sendable {
  /// Where, and as whom: shown first, and part of a plan's file, which holds nowhere else.
  var place: Place { get }

  /// How many changes may be under way here at once, at least 1.
  var concurrency: Int { get }

  /// Whether changes that come at the same time are carried out as one, by one call of `perform` at a time.
  var isOneWrite: Bool { get }

  /// Whether a job is to be deployed here.
  func takes(_ job: Job) -> Bool

  /// Whether the resource of an id is kept here, whether it is there or not.
  func owns(_ id: String) -> Bool

  /// What a job needs here, of one kind or several, which may depend on each other.
  func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion

  /// Why a resource cannot become what a change makes of it; nil where nothing speaks against it. Pure.
  func refusal(of change: Change) -> ExpansionRefusal?

  /// How what was deployed of a job is run to see whether it succeeds; nil where no run can be made here.
  ///
  /// - Throws: a refusal of what a run here cannot have.
  func trial(of job: Job, _ run: Verification.Run) throws(ExpansionRefusal) -> TrialRun?

  /// Everything here that bears the mark of this suite, whosever it is, and what does not.
  func survey() async throws(Failure) -> Survey

  /// The same, and what is of a kind that bears no mark or that others made for everybody, as far as it is in focus.
  func survey(heeding focus: Survey.Focus) async throws(Failure) -> Survey

  /// All jobs here, whoever made them.
  ///
  /// - Parameter ownership: whose those are that bear no mark.
  func findJobs(for ownership: JobOwnership) async throws(Failure) -> FoundJobs

  /// The archive of the code that a resource runs, as it lies there.
  ///
  /// - Throws: a world failure where there is none to be had, or it is not what the resource says that it runs.
  func archive(of id: String) async throws(Failure) -> [UInt8]

  /// The fields by which a resource is known again beside its mark, and which it gets with it.
  var markFields: Set<String> { get }

  /// When what is there starts its job next, in seconds since the epoch; nil for what starts nothing, or where it is not known.
  func nextFire(of resource: LiveResource, after now: Int64) -> Int64?

  /// The fields of a resource once it is out of use from a day on, and can be brought back by a change of its fields; nil where
  /// there is no such state.
  func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]?

  /// What the calls for these changes would lack, all of it; asked before the first of them, and changes nothing.
  func preflight(_ changes: [Change]) async throws(Failure) -> [Missing]

  /// The same, where other changes of a plan make what these call for.
  ///
  /// - Parameter plan: all changes, of all places.
  func preflight(_ changes: [Change], in plan: [Change]) async throws(Failure) -> [Missing]

  /// Carries a change out, if its resource is still as it was seen.
  ///
  /// Afterwards the change is done whole, or not begun. As many are called at once as `concurrency` says.
  /// - Throws: a world failure, where nothing was changed.
  func perform(_ change: Change) async throws(Failure)

  /// Carries several changes out that do not depend on each other, as one where the place allows that.
  ///
  /// - Returns: why each was not done, in their order; nil for what was.
  func perform(_ changes: [Change]) async -> [Failure?]

  /// What the place itself wrote last about something whose change it took and that did not come out, the newest line last.
  func lastWords(on change: Change) async -> [String]
}

extension Provider {
  package func findJobs(for ownership: JobOwnership) async throws(Failure) -> FoundJobs { FoundJobs() }

  package func refusal(of change: Change) -> ExpansionRefusal? { nil }

  package func trial(of job: Job, _ run: Verification.Run) throws(ExpansionRefusal) -> TrialRun? { nil }

  package func archive(of id: String) async throws(Failure) -> [UInt8] {
    throw .world("'\(Terminal.visible(id))' has no code that can be had", hint: nil)
  }

  package var markFields: Set<String> { [] }

  package var isOneWrite: Bool { false }

  package func lastWords(on change: Change) async -> [String] { [] }

  package func perform(_ changes: [Change]) async -> [Failure?] {
    var failures: [Failure?] = []
    for change in changes {
      do throws(Failure) {
        try await perform(change)
        failures.append(nil)
      } catch {
        failures.append(error)
      }
    }
    return failures
  }

  package func nextFire(of resource: LiveResource, after now: Int64) -> Int64? { nil }

  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? { nil }

  package func survey(heeding focus: Survey.Focus) async throws(Failure) -> Survey { try await survey() }

  package func preflight(_ changes: [Change]) async throws(Failure) -> [Missing] { [] }

  package func preflight(_ changes: [Change], in plan: [Change]) async throws(Failure) -> [Missing] {
    try await preflight(changes)
  }
}
