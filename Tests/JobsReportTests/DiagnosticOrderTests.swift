import JobsCore
import JobsReport
import Testing

@Suite("The order of reports")
struct DiagnosticOrderTests {
  @Test("Faults are ordered by file, line, column, code and message, text by its bytes")
  func order() {
    func at(_ file: String, _ line: Int, _ column: Int, _ code: String, _ message: String) -> Diagnostic {
      var diagnostic = Diagnostic(code, file, line, column)
      diagnostic.message = message
      return diagnostic
    }
    let sorted = [
      at("B", 9, 9, "z", "z"), at("a", 1, 9, "z", "z"), at("a", 2, 1, "z", "z"), at("a", 2, 10, "A", "z"),
      at("a", 2, 10, "B", "a"), at("a", 2, 10, "B", "b"), at("a/b", 1, 1, "a", "a"), at("e\u{301}", 1, 1, "a", "a"),
      at("z", 1, 1, "a", "a"), at("\u{E9}", 1, 1, "a", "a"),
    ]
    for seed in 0..<20 {
      var random = SystemRandomNumberGenerator()
      let shuffled = seed == 0 ? sorted.reversed() : sorted.shuffled(using: &random)
      let again = shuffled.sorted(by: Diagnostic.inSourceOrder)
      #expect(again.map(\.location) == sorted.map(\.location))
      #expect(again.map { $0.code + $0.message } == sorted.map { $0.code + $0.message })
    }
    #expect(!Diagnostic.inSourceOrder(sorted[0], sorted[0]))
  }
}
