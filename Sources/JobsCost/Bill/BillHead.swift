import JobsCore
import JobsReport

/// The beginning of a file, by which it is known what it is.
struct BillHead {
  enum Kind {
    /// A table with these columns, whose first row has so many bytes and lines.
    case table(BillColumns, length: Int, lines: Int)
    case lines
    case document
  }

  /// What was read of the stream, without a byte order mark.
  private(set) var bytes: [UInt8] = []

  /// Reads as much as there is, up to a limit.
  init(_ stream: inout BillStream, limit: Int) throws(Failure) {
    // One row of names, or one object, is enough.
    while bytes.count < limit, !hasEnough {
      if try stream.read(addingTo: &bytes, upTo: 64 << 10) == 0 { break }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  }

  private var hasEnough: Bool { bytes.count >= 64 << 10 && bytes.contains(10) }

  /// - Throws: a failure of kind `usage` for anything that is not known.
  func kind(_ question: BillQuestion, name: String) throws(Failure) -> Kind {
    guard let first = bytes.first(where: { ![32, 9, 10, 13].contains($0) }) else {
      throw .usage("\(name) is empty", hint: "look at how it was exported; nothing is not zero")
    }
    for (magic, words, hint) in Self.foreign where bytes.starts(with: magic) {
      throw .usage("\(name) is \(words)", hint: hint)
    }
    if first == UInt8(ascii: "{") { return try object(name) }
    if first == UInt8(ascii: "[") {
      throw .usage(
        "\(name) is one JSON list, and bills of Google are read as JSON lines",
        hint: "make lines of it, as by jq -c '.[]'")
    }
    return try table(question, name)
  }

  private static let foreign: [(magic: [UInt8], words: String, hint: String)] = [
    (Array("PAR1".utf8), "Parquet, which is not read", "export the bill as CSV, also gzip"),
    ([0x50, 0x4B, 3, 4], "a ZIP archive", "unpack it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "unpack it first, or take gzip"),
    (Array("Obj\u{1}".utf8), "Avro, which is not read", "export the bill as JSON lines"),
  ]

  private func object(_ name: String) throws(Failure) -> Kind {
    let isAnswer = bytes.withUnsafeBufferPointer { $0.end(of: "\"ResultsByTime\"") != nil }
    if isAnswer { return .document }
    let end = bytes.firstIndex(of: 10) ?? bytes.count
    var tree = Tree(source: Array(bytes[..<end]))
    guard (try? JSONReader.parse(&tree, in: 0..<end)) != nil else {
      // A line that is longer than what was looked at is read, and refused, as a line.
      if end == bytes.count, bytes.count >= 64 << 10 { return .lines }
      throw .usage(
        "\(name) begins as JSON, and its first line is no JSON object",
        hint: "known are \(BillFormat.allWords)")
    }
    let missing = ["cost", "usage_start_time", "currency", "service"].filter { tree.value(Tree.root, key: $0) == nil }
    guard missing.isEmpty else {
      let words = missing.map { "'\($0)'" }.joined(separator: ", ")
      throw .usage(
        missing.count < 3
          ? "\(name) is nearly Google's billing export, but its first line has no \(words)"
          : "\(name) is JSON, but no bill that is known",
        hint: "known are \(BillFormat.allWords)")
    }
    return .lines
  }

  private func table(_ question: BillQuestion, _ name: String) throws(Failure) -> Kind {
    var length = 0
    var lines = 0
    var isQuoted = false
    while length < bytes.count {
      let byte = bytes[length]
      length += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 10 {
        lines += 1
        // Empty lines may come first.
        if !isQuoted, bytes[..<length].contains(where: { $0 != 10 && $0 != 13 }) { break }
      }
    }
    let names: [String]
    do throws(CSVReader.Fault) {
      var reader = CSVReader(Array(bytes[..<length]))
      names = try reader.next()?.fields ?? []
    } catch {
      throw .usage(
        "\(name) is no bill that is known: line \(error.line): \(Terminal.visible(error.message))",
        hint: "known are \(BillFormat.allWords)")
    }
    do throws(BillFault) {
      return .table(try BillColumns(names, question), length: length, lines: lines)
    } catch {
      throw .usage("\(name) is not read: \(error.message)", hint: error.hint)
    }
  }
}
