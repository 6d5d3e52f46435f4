import JobsCore

/// Judges a changed file by what it says: the one document as it should be, and every other as it was.
struct EditProof {
  let path: String
  /// What the documents of the file have to say, keys in byte order.
  let wanted: [ManifestValue]

  func holds(for bytes: [UInt8]) -> Bool { FileDocuments(bytes, path: path).values == wanted }

  /// The first way that says what it should.
  ///
  /// - Throws: a refusal that names the place where there is none.
  func choose(_ candidates: [TextSplice], of bytes: [UInt8], place: String) throws(EditRefusal) -> [UInt8] {
    for candidate in candidates {
      let changed = candidate.applied(to: bytes)
      if holds(for: changed) { return changed }
    }
    throw EditRefusal(
      "'\(place)' cannot be changed without touching more of the file",
      hint: "an anchor, an alias or a comment stands in the way; change it in an editor")
  }
}
