import JobsCore

/// GitHub's `primaryLocationLineHash`, by which an alert is known again when lines move.
///
/// For each line a polynomial hash (base 37, modulo 2^64) of the 100 UTF-16 units from its start, blanks and tabs left out,
/// line breaks as LF, the end of the file as 0xFFFF and zeros behind it; then `:n` for its n-th appearance. So
/// `upload-sarif` computes it (github/codeql-action, `src/fingerprints.ts`), and warns where a file says otherwise.
enum LineHashes {
  private static let block = 100

  static func all(_ lines: some Collection<ArraySlice<UInt8>>) -> [String] {
    var units: [UInt16] = []
    var starts: [Int] = []
    for line in lines {
      if !starts.isEmpty { units.append(10) }
      starts.append(units.count)
      for unit in String(decoding: line, as: UTF8.self).utf16 where unit != 32 && unit != 9 { units.append(unit) }
    }
    units.append(0xFFFF)
    var seen: [UInt64: Int] = [:]
    return starts.map { start in
      var hash: UInt64 = 0
      for at in start..<start + block { hash = hash &* 37 &+ (at < units.count ? UInt64(units[at]) : 0) }
      seen[hash, default: 0] += 1
      return "\(String(hash, radix: 16)):\(seen[hash, default: 1])"
    }
  }
}
