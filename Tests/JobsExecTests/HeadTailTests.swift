import JobsCore
import Testing

@testable import JobsExec

@Suite("Head and tail of an output")
struct HeadTailTests {
  @Test("nothing is lost below the limit")
  func small() {
    var kept = HeadTail(limit: 10)
    kept.append(Array("hello ".utf8)[...])
    kept.append(Array("you".utf8)[...])
    #expect(kept.text == Array("hello you".utf8))
    #expect(kept.omitted == 0)
    #expect(kept.last(4) == Array(" you".utf8))
    #expect(kept.last(100) == Array("hello you".utf8))
  }

  @Test("above it the middle goes, and a line says how much")
  func large() {
    var kept = HeadTail(limit: 6)
    kept.append(Array("abcdefghij".utf8)[...])
    #expect(kept.text == Array("abc\n[4 bytes left out]\nhij".utf8))
    #expect(kept.last(5) == Array("hij".utf8))
  }

  @Test("however it is cut, the same is kept as of the whole", arguments: 0..<150)
  func properties(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let limit = Int.random(in: 0...40, using: &generator)
    let whole = (0..<Int.random(in: 0...200, using: &generator)).map { UInt8(truncatingIfNeeded: $0) }
    var kept = HeadTail(limit: limit)
    var rest = whole[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...min(rest.count, 60), using: &generator)
      kept.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    let tail = min(limit - limit / 2, max(whole.count - limit / 2, 0))
    #expect(kept.total == whole.count)
    #expect(kept.head == Array(whole.prefix(limit / 2)), "seed \(seed)")
    #expect(kept.tail == Array(whole.suffix(tail)), "seed \(seed)")
    #expect(kept.kept + kept.omitted == kept.total)
    let asked = Int.random(in: 0...60, using: &generator)
    #expect(whole.suffix(asked).elementsEqual(kept.last(asked)) || kept.omitted > 0, "seed \(seed)")
  }
}

@Suite("Lines of a stream")
struct LineSplitterTests {
  @Test("lines come out as they went in, wherever the stream is cut", arguments: 0..<100)
  func properties(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let lines = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
      [UInt8](repeating: 97, count: Int.random(in: 0...15, using: &generator))
    }
    var rest = Array(lines.joined(separator: [10]))[...]
    var splitter = LineSplitter()
    var found: [[UInt8]] = []
    while !rest.isEmpty {
      let count = Int.random(in: 1...rest.count, using: &generator)
      splitter.feed(rest.prefix(count)) { found.append(Array($0)) }
      rest = rest.dropFirst(count)
    }
    splitter.finish { found.append(Array($0)) }
    // A last line that is empty cannot be told from none.
    let expected = lines.last == [] ? Array(lines.dropLast()) : lines
    #expect(found == expected, "seed \(seed)")
  }

  @Test("a line above the limit comes in pieces")
  func longLine() {
    var splitter = LineSplitter(limit: 4)
    var found: [String] = []
    splitter.feed(Array("abcdefghi\nabcd\n".utf8)[...]) { found.append(String(decoding: $0, as: UTF8.self)) }
    #expect(found == ["abcd", "efgh", "i", "abcd"])
  }
}
