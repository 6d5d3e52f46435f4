import JobsCore

extension JobText {
  /// The file without the job: its document goes, from its `---` to the next one. Blank where it was the only one.
  func removing() throws(EditRefusal) -> [UInt8] {
    if documents.trees.count == 1 { return [] }
    let root = tree.range(Tree.root).lowerBound
    let starts = Self.markers(bytes)
    let from = starts.last { $0 <= root } ?? 0
    let to = starts.first { $0 > root } ?? bytes.count
    var candidates = [TextSplice(range: from..<to, text: "")]
    // The last of a file without a line break at its end takes the one before it along.
    if to == bytes.count, bytes.last != 10, from > 0 {
      let isPair = from > 1 && bytes[from - 2] == 13
      candidates.insert(TextSplice(range: from - (isPair ? 2 : 1)..<to, text: ""), at: 0)
    }
    var wanted = documents.values
    wanted.remove(at: number)
    return try EditProof(path: path, wanted: wanted).choose(candidates, of: bytes, place: "the document")
  }

  /// Where lines begin that begin a document: at the start of a line `---` does so even within a text (YAML 1.2, 9.1.2).
  static func markers(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < bytes.count {
      if bytes[at...].starts(with: "---".utf8),
        at + 3 == bytes.count || [9, 10, 13, 32].contains(bytes[at + 3])
      {
        starts.append(at)
      }
      at = bytes.lineEnd(of: at)
    }
    return starts
  }
}
