import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsStore

/// Draws the list anew each second, in place, until the user interrupts it.
///
/// The manifests were read once; it is the history that changes, and time zones may.
struct ListWatch {
  let listing: JobListing
  let folder: StateDirectory
  let sink: RecordSink
  let command: ListCommand

  func run(_ environment: [String: String]) throws(Failure) {
    sink.output.write(WatchedScreen.clear)
    while !sink.isClosed {
      let now = Instant.now()
      // Whatever a zone was before, what is shown is by the rules of now.
      _ = ZoneDatabase.system.readAgain(from: now.seconds, correction: 0)
      let rows = try listing.rows(HistoryReading(folder).history, now: now)
      let text = listing.text(rows, command.output.terminal(STDOUT_FILENO, environment))
      sink.output.write(WatchedScreen.frame(text, time: now))
      try sink.flush()
      sleep(1)
    }
  }
}
