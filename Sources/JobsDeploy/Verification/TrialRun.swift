package import JobsManifest

/// A run of what was deployed, to see whether it succeeds.
package struct TrialRun: Sendable, Hashable {
  /// The id of what is run.
  package var resource: String
  /// What a shell of this host runs for it, as cron would; nil where the place itself runs what is there.
  package var command: String?
  package var run: Verification.Run

  package init(_ resource: String, _ run: Verification.Run, command: String? = nil) {
    self.resource = resource
    self.command = command
    self.run = run
  }

  /// The longest that it may take.
  package var timeoutSeconds: Int { run.timeoutSeconds ?? Verification.Run.usualTimeoutSeconds }
}
