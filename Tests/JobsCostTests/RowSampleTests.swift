import JobsCore
import Testing

@testable import JobsCost

@Suite("Rows that stand in a bill more than once")
struct RowSampleTests {
  @Test("very many rows are told by a sample, in whatever order and on however many threads")
  func sampled() {
    var generator = SplitMix64(seed: 3)
    let hashes = (0..<600_000).map { _ in generator.next() | 1 << 40 }
    // Every tenth stands there twice.
    let rows = hashes + stride(from: 0, to: hashes.count, by: 10).map { hashes[$0] }
    var one = RowSample()
    for hash in rows { one.add(hash) }
    var parts = [RowSample(), RowSample(), RowSample()]
    for (index, hash) in rows.reversed().enumerated() { parts[index % 3].add(hash) }
    var many = RowSample()
    for part in parts { many.merge(part) }
    #expect(one.rate == 64 && one.repeats == many.repeats && one.rate == many.rate)
    #expect((55_000...65_000).contains(one.repeats * one.rate))
  }

  @Test("few rows are counted one by one")
  func exact() {
    var sample = RowSample()
    for hash in [5, 9, 5, 5, 7, 9] as [UInt64] { sample.add(hash) }
    #expect(sample.rate == 1 && sample.repeats == 3)
  }
}
