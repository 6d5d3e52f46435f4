/// Names of jobs where the format itself has no grammar: anything that is safe in a path, an id and a comment of a crontab.
enum PlainName {
  enum Fault: Equatable { case empty, length(Int), slash, control, blankEdge, edge }

  static let limit = 128

  static func fault(_ text: UnsafeBufferPointer<UInt8>) -> Fault? {
    guard let first = text.first, let last = text.last else { return .empty }
    if text.count > limit { return .length(text.count) }
    for byte in text {
      if byte == UInt8(ascii: "/") { return .slash }
      if byte < 32 || byte == 127 { return .control }
    }
    if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") { return .blankEdge }
    return first == UInt8(ascii: ".") || first == UInt8(ascii: "-") ? .edge : nil
  }
}

extension PlainName.Fault {
  /// What is wrong, to follow its subject.
  var words: String {
    switch self {
    case .empty: "is empty"
    case .length(let count): "has \(count) bytes, \(PlainName.limit) are allowed"
    case .slash: "holds '/'"
    case .control: "holds a control character"
    case .blankEdge: "begins or ends with a blank"
    case .edge: "begins with '.' or '-'"
    }
  }
}
