import Glibc
import JobsCore
import JobsStore

/// Prints what the history takes, as `NAME VALUE` lines for `Benchmarks/run`.
///
/// The arguments are a verb, a state folder that is new, and how many rows. Folders on a disk that is waited for give
/// the figures that matter: every commit is durable.
@main
struct BenchmarkHistory {
  static func main() {
    let words = CommandLine.arguments
    guard words.count == 4, let count = Int(words[3]), count > 0 else { leave(usage, 2) }
    do throws(Failure) {
      let history = try RunHistory(writing: StateDirectory(path: words[2]))
      let runs = SampleRuns(start: Instant.now().milliseconds)
      switch words[1] {
      case "claims": try HistoryRates.claims(history, runs, of: count)
      case "runs": try HistoryRates.durableRuns(history, runs, count)
      case "fill": try HistoryRates.fill(history, runs, count)
      default: leave(usage, 2)
      }
    } catch {
      leave("BenchmarkHistory: \(error.message)", 3)
    }
  }

  private static let usage = "usage: BenchmarkHistory claims|runs|fill FOLDER COUNT"

  private static func leave(_ words: String, _ status: Int32) -> Never {
    _ = FileBytes.writeAll(STDERR_FILENO, Array("\(words)\n".utf8))
    exit(status)
  }
}
