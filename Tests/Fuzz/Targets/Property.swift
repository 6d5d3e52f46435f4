import Glibc

/// What holds for any input; a breach ends the process, so that libFuzzer keeps the input.
enum Property {
  /// - Parameter subject: what was looked at, shown where the property does not hold.
  static func hold(_ condition: Bool, _ words: String, _ subject: @autoclosure () -> String = "") {
    guard !condition else { return }
    let line = "property does not hold: \(words) \(subject())\n"
    _ = line.utf8.withContiguousStorageIfAvailable { write(STDERR_FILENO, $0.baseAddress!, $0.count) }
    abort()
  }

  /// Runs `body` and holds it to a CPU time that grows with the input: 200 ms and 40 µs a byte, sanitizers included.
  static func inTime<R>(bytes: Int, _ body: () -> R) -> R {
    let start = cpuSeconds()
    let result = body()
    let took = cpuSeconds() - start
    hold(
      took < 0.2 + Double(bytes) * 40e-6, "reading takes time in proportion to the input",
      "\(took) s for \(bytes) bytes")
    return result
  }

  private static func cpuSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
