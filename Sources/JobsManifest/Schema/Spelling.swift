/// Finds what somebody may have meant to write.
package enum Spelling {
  /// The nearest of `words`, if it is near enough to be meant; ties go to the first in byte order.
  package static func nearest(_ typed: String, of words: some Sequence<String>) -> String? {
    let folded = fold(typed)
    var best: (word: String, distance: Int)?
    for word in words where word != typed {
      let other = fold(word)
      let distance = folded == other ? 0 : distance(Array(folded.utf8), Array(other.utf8))
      guard distance <= allowance(for: min(folded.utf8.count, other.utf8.count)) else { continue }
      if best.map({ distance < $0.distance || distance == $0.distance && word < $0.word }) ?? true {
        best = (word, distance)
      }
    }
    return best?.word
  }

  /// `max_retries`, `max-retries` and `maxRetries` are one word.
  private static func fold(_ word: String) -> String {
    String(
      decoding: word.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  private static func allowance(for length: Int) -> Int {
    switch length {
    case ...3: 1
    case 4...7: 2
    default: 3
    }
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard a.count <= 128, b.count <= 128 else { return Int.max }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
