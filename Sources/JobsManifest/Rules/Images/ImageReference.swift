/// The parts of an image's name by the grammar of `FactSource.images`: `[domain/]path[:tag][@digest]`.
///
/// Ranges are offsets in the bytes that were parsed.
package struct ImageReference: Equatable {
  package var domain: Range<Int>?
  package var path: Range<Int>
  package var tag: Range<Int>?
  package var digest: Range<Int>?

  /// What is wrong, and where.
  package struct Fault: Error, Equatable {
    package enum Kind: Equatable, Sendable {
      case empty, scheme, blank, domain, port, capital, path, tag, digest, length
    }
    package var kind: Kind
    package var range: Range<Int>
  }

  package static func parse(_ text: UnsafeBufferPointer<UInt8>) throws(Fault) -> ImageReference {
    if text.isEmpty { throw Fault(kind: .empty, range: 0..<0) }
    if let blank = text.firstIndex(where: { $0 <= 32 || $0 == 127 }) {
      throw Fault(kind: .blank, range: blank..<blank + 1)
    }
    if text.begins("https://") || text.begins("http://") || text.begins("docker://") || text.begins("oci://") {
      let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? 0
      throw Fault(kind: .scheme, range: 0..<colon + 3)
    }
    var end = text.count
    var digest: Range<Int>?
    if let at = text.firstIndex(of: UInt8(ascii: "@")) {
      digest = at + 1..<text.count
      guard isDigest(text[(at + 1)...]) else { throw Fault(kind: .digest, range: at + 1..<text.count) }
      end = at
    }
    let lastSlash = text[..<end].lastIndex(of: UInt8(ascii: "/"))
    var tag: Range<Int>?
    if let colon = text[..<end].lastIndex(of: UInt8(ascii: ":")), colon > lastSlash ?? -1 {
      tag = colon + 1..<end
      guard isTag(text[(colon + 1)..<end]) else { throw Fault(kind: .tag, range: colon + 1..<end) }
      end = colon
    }
    var from = 0
    var domain: Range<Int>?
    if let slash = text[..<end].firstIndex(of: UInt8(ascii: "/")), isDomainLike(text[..<slash]) {
      domain = 0..<slash
      try checkDomain(text[..<slash])
      from = slash + 1
    }
    guard end <= 255 else { throw Fault(kind: .length, range: 0..<end) }
    try checkPath(text, from..<end)
    return ImageReference(domain: domain, path: from..<end, tag: tag, digest: digest)
  }

  /// The first fault of a name; nil for a good one.
  package static func fault(in text: UnsafeBufferPointer<UInt8>) -> Fault? {
    do throws(Fault) {
      _ = try parse(text)
      return nil
    } catch {
      return error
    }
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The first part is a host if it holds a dot or a port, is `localhost`, or has capitals, which no path has.
  private static func isDomainLike(_ text: Bytes) -> Bool {
    text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") } || text.elementsEqual("localhost".utf8)
  }

  private static func checkDomain(_ text: Bytes) throws(Fault) {
    var host = text
    if text.first == UInt8(ascii: "[") {
      // An IPv6 address.
      guard let close = text.firstIndex(of: UInt8(ascii: "]")),
        text[(text.startIndex + 1)..<close].allSatisfy({
          $0.isDigit || $0 == UInt8(ascii: ":") || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 32)
        })
      else { throw Fault(kind: .domain, range: text.indices) }
      let rest = text[(close + 1)...]
      if rest.isEmpty { return }
      guard rest.first == UInt8(ascii: ":") else { throw Fault(kind: .domain, range: text.indices) }
      return try checkPort(rest.dropFirst())
    }
    if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      try checkPort(text[(colon + 1)...])
      host = text[..<colon]
    }
    for label in host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let first = label.first, let last = label.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-"),
        label.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
      else { throw Fault(kind: .domain, range: host.indices) }
    }
  }

  private static func checkPort(_ text: Bytes) throws(Fault) {
    var port = 0
    for byte in text where port <= 65535 { port = byte.isDigit ? port * 10 + Int(byte - 48) : 65536 }
    if text.isEmpty || port > 65535 || port == 0 { throw Fault(kind: .port, range: text.indices) }
  }

  /// Parts of small letters and digits, joined inside by `.`, `_`, `__` or any number of `-`.
  private static func checkPath(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws(Fault) {
    if let capital = text[range].firstIndex(where: \.isCapital) {
      var end = capital
      while end < range.upperBound, text[end].isCapital || text[end].isDigit || text[end] == UInt8(ascii: "_") {
        end += 1
      }
      throw Fault(kind: .capital, range: capital..<end)
    }
    var start = range.lowerBound
    for at in range.lowerBound...range.upperBound where at == range.upperBound || text[at] == UInt8(ascii: "/") {
      guard isPart(text[start..<at]) else { throw Fault(kind: .path, range: start..<at) }
      start = at + 1
    }
  }

  private static func isPart(_ text: Bytes) -> Bool {
    var separators = 0
    var wasText = false
    for at in text.indices {
      let byte = text[at]
      if byte.isSmallLetter || byte.isDigit {
        wasText = true
        separators = 0
        continue
      }
      guard wasText else { return false }
      let before = separators > 0 ? text[at - 1] : nil
      switch byte {
      case UInt8(ascii: "-"): guard before == nil || before == byte else { return false }
      case UInt8(ascii: "."): guard before == nil else { return false }
      case UInt8(ascii: "_"): guard before == nil || before == byte && separators == 1 else { return false }
      default: return false
      }
      separators += 1
    }
    return wasText && separators == 0
  }

  private static func isTag(_ text: Bytes) -> Bool {
    guard let first = text.first, first.isWord, text.count <= 128 else { return false }
    return text.allSatisfy { $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// `algorithm:hex`, of which sha256 has 64 and sha512 128 digits in small letters.
  private static func isDigest(_ text: Bytes) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let first = text.first, first.isSmallLetter else {
      return false
    }
    let name = text[..<colon]
    let digits = text[(colon + 1)...]
    guard
      name.allSatisfy({
        $0.isSmallLetter || $0.isDigit
          || [UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
      }),
      digits.allSatisfy({ $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) })
    else { return false }
    if name.elementsEqual("sha256".utf8) { return digits.count == 64 }
    if name.elementsEqual("sha512".utf8) { return digits.count == 128 }
    return digits.count >= 32
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate var indices: Range<Int> { startIndex..<endIndex }
}
