import FoundationEssentials
import JobsCore
import TestSupport
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  private static func read(_ bytes: [UInt8], depthLimit: Int = JSONReader.depthLimit) throws -> Tree {
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: depthLimit)
    return tree
  }

  private static func compact(_ tree: Tree) -> String {
    var json = JSONWriter()
    json.value(tree, Tree.root)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Text and what is written again for it.
  static let valid: [(String, String)] = [
    ("{}", "{}"), ("[]", "[]"), ("null", "null"), ("true", "true"), ("false", "false"), ("\"\"", "\"\""),
    (" \t\r\n[ ] \n", "[]"), ("[1 , 2]", "[1,2]"), ("{\"a\" : { } }", "{\"a\":{}}"), ("[[],{},[[]]]", "[[],{},[[]]]"),
    ("0", "0"), ("-0", "-0"), ("-0.0", "-0.0"), ("1E5", "1E5"), ("1e+05", "1e+05"), ("1.0e+3", "1.0e+3"),
    ("123456789012345678901234567890", "123456789012345678901234567890"), ("1E-999", "1E-999"), ("1e999", "1e999"),
    ("0.10", "0.10"), ("-1.5e-7", "-1.5e-7"), ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\""),
    ("\"\\u0041\\u00e9\\u20AC\"", "\"Aé€\""), ("\"\\ud83d\\ude00\"", "\"😀\""), ("\"\\uDBFF\\uDFFF\"", "\"\u{10FFFF}\""),
    ("\"\\u0000\"", "\"\\u0000\""), ("\"\u{7F}\"", "\"\\u007f\""), ("\"é€😀\"", "\"é€😀\""),
    ("\"\u{2028}\"", "\"\u{2028}\""),
    ("\"\u{FEFF}\"", "\"\u{FEFF}\""), ("\"\\uFFFF\"", "\"\u{FFFF}\""), ("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2}"),
    ("{\"\":0}", "{\"\":0}"), ("{\"a\\nb\":0}", "{\"a\\nb\":0}"),
    ("[\"x\",null,true,false]", "[\"x\",null,true,false]"),
  ]

  @Test("Valid JSON is read and means the same when it is written", arguments: valid)
  func accepts(_ text: String, _ again: String) throws {
    #expect(Self.compact(try Self.read(Array(text.utf8))) == again)
  }

  /// Text and the byte at fault.
  static let invalid: [(String, Int)] = [
    ("", 0), ("  ", 2), ("[", 1), ("{", 1), ("]", 0), ("}", 0), ("[1,]", 3), ("[,1]", 1), ("[1,,2]", 3), ("[1 2]", 3),
    ("[1}", 2), ("{\"a\":1]", 6), ("[1]]", 3), ("{}{}", 2), ("1 2", 2), ("[1", 2), ("[1,", 3), ("{\"a\"", 4),
    ("{\"a\":", 5), ("{\"a\":1", 6), ("{\"a\":1,", 7), ("{\"a\":1,}", 7), ("{,}", 1), ("{\"a\" 1}", 5),
    ("{\"a\"::1}", 5),
    ("{a:1}", 1), ("{1:1}", 1), ("{'a':1}", 1), ("{\"a\":1 \"b\":2}", 7), ("{null:1}", 1), ("[\"a\":1]", 4),
    ("+1", 0), (".5", 0), ("-", 1), ("-a", 1), ("01", 0), ("-01", 1), ("00", 0), ("1.", 2), ("1.e1", 2), ("1e", 2),
    ("1e+", 3), ("1E-x", 3), ("0x1F", 1), ("1_000", 1), ("1.2.3", 3), ("--1", 1), ("Infinity", 0), ("-Infinity", 1),
    ("NaN", 0), ("nan", 0), ("tru", 0), ("True", 0), ("truE", 0), ("nulll", 4), ("nul", 0), ("falsy", 0),
    ("[truefalse]", 5),
    ("'a'", 0), ("\"", 0), ("\"abc", 0), ("[\"a]", 1), ("\"\\", 1), ("\"\\\"", 0), ("\"\\x41\"", 1), ("\"\\a\"", 1),
    ("\"\\'\"", 1), ("\"\\u\"", 3), ("\"\\u12\"", 5), ("\"\\u12G4\"", 5), ("\"\\u00\u{41}\"", 6), ("\"\\u+123\"", 3),
    ("\"\\ud800\"", 1), ("\"\\udc00\"", 1), ("\"\\ud800x\"", 1), ("\"\\ud800\\n\"", 1), ("\"\\ud800\\ud800\"", 1),
    ("\"\\ud800\\u\"", 9), ("\"a\nb\"", 2), ("\"a\tb\"", 2), ("\"a\u{0}b\"", 2), ("\"\u{1F}\"", 1), ("\"\\n\u{1}\"", 3),
    ("// no\n1", 0), ("/* no */ 1", 0), ("1 // no", 2), ("#", 0), ("\u{FEFF}{}", 0), ("\u{A0}1", 0), ("[1\u{C}]", 2),
    ("\u{0}", 0), ("1\u{0}", 1), ("[a", 1), ("{\"a\":b}", 5), ("\\u0031", 0), ("{\"a\":1}#", 7), ("[\"x\", truth]", 6),
  ]

  @Test("What is no JSON is refused at the byte that breaks it", arguments: invalid)
  func refuses(_ text: String, _ offset: Int) throws {
    let error = #expect(throws: JSONReader.SyntaxError.self) { try Self.read(Array(text.utf8)) }
    #expect(error?.offset == offset)
    #expect(error?.code == .syntax)
    #expect(error?.message.utf8.allSatisfy { $0 >= 32 && $0 < 127 } == true)
  }

  static let broken: [([UInt8], Int)] = [
    ([0x80], 1), ([0xC0, 0xAF], 1), ([0xC3], 1), ([0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 1),
    ([0xF5, 0x80, 0x80, 0x80], 1),
    ([0x41, 0xFF], 2), ([0xC3, 0xA9, 0xFE], 3), ([0x5C, 0x6E, 0x80], 3), ([0xFF, 0x5C, 0x6E], 1),
    ([0x5C, 0x6E, 0xFF, 0x5C, 0x6E], 3),
  ]

  @Test("A string that is no UTF-8 is refused at its byte", arguments: broken)
  func refusesBytes(_ inner: [UInt8], _ offset: Int) throws {
    let error = #expect(throws: JSONReader.SyntaxError.self) { try Self.read([0x22] + inner + [0x22]) }
    #expect(error?.offset == offset)
    #expect(error?.code == .encoding)
  }

  @Test("Nesting is accepted up to the limit and refused above, in lists and objects alike")
  func depth() throws {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let inner = open == "[" ? "" : "1"
      func nested(_ depth: Int) -> [UInt8] {
        Array((String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)).utf8)
      }
      #expect(throws: Never.self) { try Self.read(nested(512)) }
      let error = #expect(throws: JSONReader.SyntaxError.self) { try Self.read(nested(513)) }
      #expect(error?.code == .depth)
      #expect(error?.offset == 512 * open.utf8.count)
      #expect(throws: JSONReader.SyntaxError.self) { try Self.read(nested(3), depthLimit: 2) }
      #expect(throws: JSONReader.SyntaxError.self) { try Self.read(nested(100_000)) }
    }
  }

  @Test("Nodes know their places, quotes included, and a range in the middle of the bytes is read alone")
  func places() throws {
    let text = Array("junk {\"k\": [10, \"a\\u0062\", true]} junk".utf8)
    var tree = Tree(source: text)
    try JSONReader.parse(&tree, in: 5..<text.count - 5)
    #expect(tree.range(Tree.root) == 5..<text.count - 5)
    let list = try #require(tree.value(Tree.root, "k"))
    let shown = tree.children(list).map { String(decoding: text[tree.range($0)], as: UTF8.self) }
    #expect(shown == ["10", "\"a\\u0062\"", "true"])
    #expect(tree.children(list).map(tree.string) == ["10", "ab", "true"])
    #expect(tree.children(list).map(tree.kind) == [.int, .string, .bool])
  }

  @Test("Any bytes are read or refused, never a trap, and what both readers take means the same")
  func property() throws {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("{}[]:,\"\\u01e+-. \ntrfalsn".utf8) + [0xC3, 0xA9, 0x80, 0xED, 0xFF, 0x00]
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = Array(Self.valid.randomElement(using: &random)?.0.utf8 ?? "".utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        let byte = alphabet.randomElement(using: &random) ?? 0
        if Bool.random(using: &random) || at == bytes.count { bytes.insert(byte, at: at) } else { bytes[at] = byte }
      }
      guard let tree = try? Self.read(bytes) else { continue }
      accepted += 1
      let ours = Self.compact(tree)
      #expect(ours == Self.compact(try Self.read(Array(ours.utf8))), "seed \(seed)")
      // Foundation keeps one of two equal keys and no number beyond a double; all the rest must agree.
      guard !ours.contains("\"a\":1,\"a\""), !ours.contains("90123") else { continue }
      let theirs = try? JSONDecoder().decode(Loose.self, from: Data(bytes))
      #expect(theirs == (try? JSONDecoder().decode(Loose.self, from: Data(ours.utf8))), "seed \(seed): \(ours)")
      // Foundation refuses exponents beyond a double, and '0E5'.
      let hasExponent = zip(bytes, bytes.dropFirst()).contains { (48...57).contains($0) && $1 | 32 == 101 }
      #expect(theirs != nil || hasExponent, "seed \(seed): Foundation refuses \(ours)")
    }
    #expect(accepted > 2000)
    var refused = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      do {
        _ = try Self.read(bytes)
      } catch let error as JSONReader.SyntaxError {
        refused += 1
        #expect((0...bytes.count).contains(error.offset), "seed \(seed)")
      }
    }
    #expect(refused > 10_000)
  }

  @Test("What Foundation writes is read to the same text")
  func foundation() throws {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let value = Loose.random(&random, depth: 4)
      let written = try JSONEncoder().encode([value])
      let tree = try Self.read(Array(written))
      let again = try JSONDecoder().decode([Loose].self, from: Data(Self.compact(tree).utf8))
      #expect(again == [value], "seed \(seed)")
    }
  }
}

/// Any JSON value, for comparing with Foundation.
private indirect enum Loose: Codable, Equatable {
  case null, bool(Bool), number(Double), string(String), list([Loose]), object([String: Loose])

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let flag = try? box.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? box.decode(Double.self) {
      self = .number(number)
    } else if let text = try? box.decode(String.self) {
      self = .string(text)
    } else if let list = try? box.decode([Loose].self) {
      self = .list(list)
    } else {
      self = .object(try box.decode([String: Loose].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    switch self {
    case .null: try box.encodeNil()
    case .bool(let flag): try box.encode(flag)
    case .number(let number): try box.encode(number)
    case .string(let text): try box.encode(text)
    case .list(let list): try box.encode(list)
    case .object(let object): try box.encode(object)
    }
  }

  static func random(_ random: inout SeededGenerator, depth: Int) -> Loose {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 64)
    case 3: return .string(text(&random))
    case 4:
      return .list((0..<Int.random(in: 0..<4, using: &random)).map { _ in Self.random(&random, depth: depth - 1) })
    default:
      var object: [String: Loose] = [:]
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        object[text(&random)] = Self.random(&random, depth: depth - 1)
      }
      return .object(object)
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let scalars: [UnicodeScalar] = ["a", "\"", "\\", "/", "\n", "\u{1}", "\u{7F}", "é", "€", "😀", "\u{2028}", " "]
    var text = ""
    for _ in 0..<Int.random(in: 0..<20, using: &random) {
      text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "x")
    }
    return text
  }
}
