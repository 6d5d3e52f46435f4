import Glibc

/// How much was done in how much CPU time.
struct Rate: CustomStringConvertible {
  let name: String
  /// Per second of CPU.
  let value: Double
  let unit: String

  var description: String {
    let shown = value >= 10_000 ? grouped(Int(value)) : "\(Int(value))"
    return "  \(name)\(String(repeating: " ", count: max(1, 34 - name.utf8.count)))\(shown) \(unit)"
  }

  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    return String(digits)
  }

  /// Calls `body` for half a second of CPU at least and divides what it says it did by the time.
  static func measure(_ name: String, _ unit: String, _ body: () -> Int) -> Rate {
    _ = body()
    let start = cpuSeconds()
    var done = 0
    var now = start
    while now - start < 0.5 {
      done += body()
      now = cpuSeconds()
    }
    return Rate(name: name, value: Double(done) / (now - start), unit: unit)
  }

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
