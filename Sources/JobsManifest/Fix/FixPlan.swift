package import JobsCore

/// The patches of one pass over a file: equal ones once, in source order, none touching another.
package struct FixPlan: Sendable {
  /// A patch and the findings that carry it; several environments may find the same.
  package struct Candidate: Sendable {
    package var fix: Diagnostic.Fix
    package var findings: [FindingTally.Key]
  }

  package private(set) var candidates: [Candidate] = []
  private let usesCRLF: Bool

  /// - Parameters:
  ///   - bytes: the file as it was read, into which the edits' offsets point.
  ///   - path: the file's name in the diagnostics; patches that reach into other files are left out.
  ///   - unsafe: whether patches count that may change what the file means.
  package init(_ diagnostics: [Diagnostic], of bytes: [UInt8], path: String, unsafe: Bool) {
    usesCRLF = bytes.usesCRLF
    var all: [Candidate] = []
    var places: [Diagnostic.Fix: Int] = [:]
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix, fix.safe || unsafe, Self.isApplicable(fix, to: bytes, path) else { continue }
      let key = FindingTally.Key(diagnostic)
      if let at = places[fix] {
        all[at].findings.append(key)
      } else {
        places[fix] = all.count
        all.append(Candidate(fix: fix, findings: [key]))
      }
    }
    let sorted = all.enumerated().sorted { a, b in
      (a.element.fix.start, a.offset) < (b.element.fix.start, b.offset)
    }
    var taken = TakenRanges()
    for (_, candidate) in sorted {
      let ranges = candidate.fix.edits.map(\.bytes)
      guard !ranges.contains(where: { taken.touches($0) }) else { continue }
      for range in ranges { taken.insert(range) }
      candidates.append(candidate)
    }
  }

  /// Whether every edit lies in the file, in order, none over another.
  private static func isApplicable(_ fix: Diagnostic.Fix, to bytes: [UInt8], _ path: String) -> Bool {
    var end = 0
    for edit in fix.edits {
      guard edit.location.file == path, edit.bytes.lowerBound >= end, edit.bytes.upperBound <= bytes.count else {
        return false
      }
      end = edit.bytes.upperBound
    }
    return !fix.edits.isEmpty
  }

  /// The file with some of the patches made. Line breaks of their texts become those of the file.
  package func applying(_ chosen: some Sequence<Candidate>, to bytes: [UInt8]) -> [UInt8] {
    let edits = chosen.flatMap(\.fix.edits).enumerated().sorted { a, b in
      (a.element.bytes.lowerBound, a.offset) < (b.element.bytes.lowerBound, b.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var from = 0
    for (_, edit) in edits {
      result += bytes[from..<edit.bytes.lowerBound]
      for byte in edit.text.utf8 {
        if usesCRLF, byte == 10, result.last != 13 { result.append(13) }
        result.append(byte)
      }
      from = edit.bytes.upperBound
    }
    return result + bytes[from...]
  }
}

extension Diagnostic.Fix {
  fileprivate var start: Int { edits.first?.bytes.lowerBound ?? 0 }
}
