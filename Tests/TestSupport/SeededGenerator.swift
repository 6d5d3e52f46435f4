import Glibc
package import JobsCore

/// The same numbers for the same seed, which a failing property prints.
package typealias SeededGenerator = SplitMix64

extension SeededGenerator {
  /// `JOBS_TEST_SEED` if that is set, so that a failure can be run again; otherwise a seed of the day's chance.
  package static func seedOfRun() -> UInt64 {
    if let text = getenv("JOBS_TEST_SEED"), let seed = UInt64(String(cString: text)) { return seed }
    return .random(in: .min ... .max)
  }
}
