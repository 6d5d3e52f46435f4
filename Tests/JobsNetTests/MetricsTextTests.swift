import JobsCore
import JobsNet
import TestSupport
import Testing

@Suite struct MetricsTextTests {
  @Test func `families stand whole, in the order in which they were added`() {
    var histogram = MetricsHistogram(bounds: [0.5, 1, 10])
    for value in [0.25, 0.5, 0.75, 20, .nan] { histogram.observe(value) }
    var text = MetricsText()
    text.counter(
      "jobs_runs_total", help: "Runs that ended.",
      [.init(12, ["state": "succeeded"]), .init(0, ["state": "failed"])])
    text.gauge("jobs_running", help: "Runs now.", [.init(3)])
    text.histogram("jobs_start_delay_seconds", help: "Late starts.", [.init(histogram, ["pool": "a"])])
    #expect(
      text.text == """
        # HELP jobs_runs_total Runs that ended.
        # TYPE jobs_runs_total counter
        jobs_runs_total{state="succeeded"} 12
        jobs_runs_total{state="failed"} 0
        # HELP jobs_running Runs now.
        # TYPE jobs_running gauge
        jobs_running 3
        # HELP jobs_start_delay_seconds Late starts.
        # TYPE jobs_start_delay_seconds histogram
        jobs_start_delay_seconds_bucket{pool="a",le="0.5"} 2
        jobs_start_delay_seconds_bucket{pool="a",le="1"} 3
        jobs_start_delay_seconds_bucket{pool="a",le="10"} 3
        jobs_start_delay_seconds_bucket{pool="a",le="+Inf"} 4
        jobs_start_delay_seconds_sum{pool="a"} 21.5
        jobs_start_delay_seconds_count{pool="a"} 4

        """)
    #expect(Exposition(text.text).faults == [])
  }

  @Test(
    arguments: [
      (0, "0"), (-0.5, "-0.5"), (1e15, "1000000000000000"), (1e300, "1e+300"), (0.1, "0.1"), (1e-7, "1e-07"),
      (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
    ] as [(Double, String)])
  func `numbers are written as Go reads them`(value: Double, words: String) {
    var text = MetricsText()
    text.gauge("x", help: "", [.init(value)])
    #expect(text.text == "# HELP x \n# TYPE x gauge\nx \(words)\n")
  }

  @Test func `a family without samples is left out, and of two samples with the same labels the first stays`() {
    var text = MetricsText()
    text.gauge("none", help: "None.", [])
    text.gauge("x", help: "X.", [.init(1, ["a": "b"]), .init(2, ["a": "b"]), .init(3)])
    let read = Exposition(text.text)
    #expect(read.faults == [] && read.samples.count == 2)
    #expect(read.value("x", ["a": "b"]) == "1" && read.value("x") == "3" && read.helps["none"] == nil)
  }

  @Test func `whatever a label or a help says, a strict reader gets it back`() {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ab\\\"\n{}=, #\r\tüé🦑\u{0}\u{2028}".unicodeScalars)
    for _ in 0..<300 {
      let words = (0..<3).map { _ in
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
          text.unicodeScalars.append(alphabet.randomElement(using: &generator)!)
        }
        return text
      }
      var text = MetricsText()
      text.gauge("x", help: words[2], [.init(1, ["a": words[0], "b": words[1]])])
      text.counter("y_total", help: "Y.", [.init(2)])
      let read = Exposition(text.text)
      #expect(read.faults == [], "seed \(seed): \(text.text)")
      #expect(read.value("x", ["a": words[0], "b": words[1]]) == "1", "seed \(seed): \(text.text)")
      #expect(read.value("y_total") == "2", "seed \(seed): \(text.text)")
    }
  }

  @Test(
    arguments: [
      "x 1", "# TYPE x gauge\nx 1\n", "# HELP x X\n# TYPE x gauge\nx{a=\"b} 1\n", "# HELP x X\n# TYPE x gauge\nx one\n",
      "# HELP x X\n# TYPE x gauge\nx 1\nx 2\n", "# HELP x X\n# TYPE x summary\nx 1\n",
      "# HELP x X\n# TYPE x histogram\nx_bucket{le=\"1\"} 1\nx_sum 1\nx_count 1\n",
      "# HELP x X\n# TYPE x histogram\nx_bucket{le=\"1\"} 2\nx_bucket{le=\"+Inf\"} 1\nx_sum 1\nx_count 1\n",
      "# HELP x X\n# TYPE x gauge\n# HELP y Y\n# TYPE y gauge\ny 1\nx 1\n",
    ]) func `the strict reader finds what is wrong`(text: String)
  {
    #expect(!Exposition(text).faults.isEmpty)
  }
}
