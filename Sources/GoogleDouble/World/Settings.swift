/// How the double behaves, as it is told at its start and by its control port.
package struct Settings: Sendable, Hashable {
  /// The projects there are; any where this is empty.
  package var projects: [String] = []
  /// How often an operation says that it goes on before it is done.
  package var operationPolls = 0
  /// Images that Cloud Run does not get, so that their jobs are made and not ready.
  package var missingImages: [String] = []
  /// How often an execution is looked at before it is done; the first look finds it running.
  package var executionPolls = 1
  /// Entries of a page at most, whatever was asked for; nil for what the API allows.
  package var pageLimit: Int?
  /// Whether a list of several pages begins with an empty one.
  package var hasEmptyPages = false
  /// Permissions that nobody has: `run.jobs.create`, `run.*`, `run.jobs.create@projects/acme`.
  package var denied: [String] = []
  /// APIs that are switched off at the start: `run.googleapis.com`, `run.googleapis.com@acme`.
  package var disabled: [String] = []
  /// Whether requests need a token that the double gave out.
  package var wantsTokens = true
  /// How long tokens are good for.
  package var tokenSeconds = 3600
  /// What identifiers are made from.
  package var seed: UInt64 = 1

  package init() {}
}
