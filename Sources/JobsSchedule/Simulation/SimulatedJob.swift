package import JobsManifest

/// A job as a simulation takes it.
package struct SimulatedJob: Sendable {
  package var timetable: Timetable
  /// What its runs wait for and hold; the number of the run and its times are filled in.
  package var ticket: Ticket
  package var length: RunLength
  /// When its due times are skipped.
  package var quiet: QuietCalendar?
  /// Seconds by which a start is put off at most; by how much follows from the job and the due time, as in the daemon.
  package var jitter: Int64

  package init(
    timetable: Timetable, ticket: Ticket, length: RunLength, quiet: QuietCalendar? = nil, jitter: Int64 = 0
  ) {
    self.timetable = timetable
    self.ticket = ticket
    self.length = length
    self.quiet = quiet
    self.jitter = jitter
  }
}
