import JobsCore
import TestSupport
import Testing

@Suite("UTF-8")
struct UTF8CheckTests {
  private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid($0, 0..<$0.count) }
  }

  @Test("Every scalar is valid, alone and behind words of ASCII")
  func scalars() {
    let step = 37
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: step) {
      guard let scalar = UnicodeScalar(value) else { continue }
      #expect(firstInvalid(Array("0123456789\(Character(scalar))".utf8)) == nil)
    }
    for edge: UInt32 in [0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF] {
      #expect(UnicodeScalar(edge).map { firstInvalid(Array(String($0).utf8)) == nil } == true)
    }
  }

  static let bad: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC2, 0xC2], [0xE0, 0x80, 0x80],
    [0xE0, 0x9F, 0xBF],
    [0xE0, 0xA0], [0xE1, 0x80], [0xE1, 0x80, 0x41], [0xE1, 0x41, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xAF, 0xBF],
    [0xED, 0xB0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF0, 0x90, 0x80],
    [0xF1, 0x80, 0x80, 0x41], [0xF1, 0x80, 0x41, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80],
    [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xFF, 0xFE],
  ]

  @Test("Overlong forms, surrogates, strays and what is cut short are found at their first byte", arguments: bad)
  func invalid(_ bytes: [UInt8]) {
    for length in [0, 1, 7, 8, 9, 16] {
      let prefix = [UInt8](repeating: 0x61, count: length)
      #expect(firstInvalid(prefix + bytes) == length)
      #expect(firstInvalid(prefix + bytes + [0x61]) == length)
      #expect(firstInvalid(Array("é€".utf8) + bytes) == 5)
    }
  }

  @Test("The check agrees with the standard library on any two and three bytes, and on random longer ones")
  func property() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    let bytes: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
      0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<50_000 {
      let sample = (0..<Int.random(in: 0..<7, using: &random)).map { _ in bytes.randomElement(using: &random) ?? 0 }
      let isValid = String(validating: sample, as: UTF8.self) != nil
      #expect((firstInvalid(sample) == nil) == isValid, "seed \(seed): \(sample)")
    }
  }

  @Test("ASCII is told from the rest, at every length", arguments: 0..<20)
  func ascii(_ length: Int) {
    let plain = [UInt8](repeating: 0x7F, count: length)
    #expect(plain.withUnsafeBufferPointer(UTF8Check.isASCII))
    for at in 0..<length {
      var bytes = plain
      bytes[at] = 0x80
      #expect(!bytes.withUnsafeBufferPointer(UTF8Check.isASCII))
    }
  }
}
