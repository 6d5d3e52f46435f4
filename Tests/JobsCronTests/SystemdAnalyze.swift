import Glibc
import TestSupport
import Testing

/// `systemd-analyze calendar`, which says when calendar events of systemd fire.
enum SystemdAnalyze {
  static let isInstalled = ["/usr/bin", "/bin"].contains { access("\($0)/systemd-analyze", X_OK) == 0 }

  /// The first fires behind a day's midnight in UTC, for each question: of several events those of any of them.
  ///
  /// - Parameter questions: the events, and the day, such as `2026-12-30`.
  static func fires(_ questions: [(events: [String], start: String)], count: Int) throws -> [[Int64]] {
    var script = ""
    for (events, start) in questions {
      script += "echo @\n"
      for event in events {
        script += "systemd-analyze calendar --iterations=\(count) --base-time='\(start) 00:00:00 UTC' '\(event)'\n"
      }
    }
    let answer = Tool.shell(script, in: ToolFolder())
    #expect(answer.status == 0, "\(answer.stderr)")
    let parts = answer.stdout.split(separator: "@\n", omittingEmptySubsequences: false).dropFirst()
    try #require(parts.count == questions.count)
    return parts.map { part in
      Array(Set(part.split(separator: "\n").compactMap(instant)).sorted().prefix(count))
    }
  }

  /// `Next elapse: Mon 2026-11-23 01:30:00 UTC`, and `Iter. #2: …`.
  private static func instant(_ line: Substring) -> Int64? {
    guard line.contains("Next elapse: ") || line.contains("Iter. #") else { return nil }
    let words = line.split(separator: " ").suffix(3)
    guard words.last == "UTC" else { return nil }
    return Iso.epoch("\(words[words.startIndex])T\(words[words.startIndex + 1])Z")
  }
}
