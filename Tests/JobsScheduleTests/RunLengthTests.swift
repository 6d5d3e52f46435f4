import JobsManifest
import Testing

@testable import JobsSchedule

@Suite("Length of a run")
struct RunLengthTests {
  @Test(
    "a percentile is the least value that so many percent do not exceed",
    arguments: [(1, 1), (10, 1), (11, 2), (50, 5), (90, 9), (91, 10), (100, 10)] as [(Int, Int64)])
  func percentile(percent: Int, expected: Int64) {
    #expect(RunLength.percentile(percent, of: (1...10).shuffled()) == expected)
    #expect(RunLength.percentile(percent, of: [7]) == 7)
    #expect(RunLength.percentile(percent, of: []) == nil)
  }

  @Test("history comes before the manifest, and that before the assumption")
  func sources() {
    let expect = Expectation(durationSeconds: 4, p90Seconds: 9)
    #expect(
      RunLength(past: [3, 1, 2], percentile: 90, expect: expect, assumed: 5)
        == RunLength(milliseconds: 3, source: .history, samples: 3))
    #expect(RunLength(past: [], percentile: 90, expect: expect, assumed: 5).milliseconds == 9000)
    #expect(RunLength(past: [], percentile: 50, expect: expect, assumed: 5).milliseconds == 4000)
    let known = Expectation(durationSeconds: 4)
    #expect(
      RunLength(past: [], percentile: 90, expect: known, assumed: 5) == RunLength(milliseconds: 4000, source: .expect))
    #expect(
      RunLength(past: [], percentile: 90, expect: nil, assumed: 5) == RunLength(milliseconds: 5, source: .assumed))
    #expect(RunLength(past: [0], percentile: 90, expect: nil, assumed: 5).milliseconds == 1)
  }
}
