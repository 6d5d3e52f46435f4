import JobsCore

/// Where a list goes on; opaque to clients, and good for the same list alone.
struct PageToken {
  /// How many have been listed.
  let offset: Int

  /// - Throws: for a token that was not given out for this list.
  init(_ text: String?, of list: String) throws(APIError) {
    guard let text, !text.isEmpty else {
      offset = 0
      return
    }
    let words = Base64.decode(text).map { String(decoding: $0, as: UTF8.self) }
    let parts = words?.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard let parts, parts.count == 2, parts[1] == list, let offset = Int(parts[0]), offset >= 0 else {
      throw .invalid("The page token is not valid for this list.", field: "page_token")
    }
    self.offset = offset
  }

  static func text(offset: Int, of list: String) -> String { Base64.encode("\(offset)\n\(list)".utf8, forURL: true) }
}
