import JobsManifest
import Testing

@Suite("lengths, sizes and CPU") struct QuantityTests {
  @Test(
    arguments: [
      ("0", 0), ("3600", 3600), ("90s", 90), ("15m", 900), ("1h30m", 5400), ("7d", 604_800), ("2w", 1_209_600),
      ("1h1m1s", 3661), ("", nil), ("5x", nil), ("m", nil), ("1m1h", nil), ("1.5h", nil), ("-5", nil), ("+5", nil),
      ("1h ", nil),
      ("5m5", nil), ("99999999999999999999s", nil), ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func seconds(text: String, value: Int?) { #expect(Quantity.seconds(text) == value) }

  @Test(
    arguments: [
      ("0", 0), ("512Mi", 512 << 20), ("2Gi", 2 << 30), ("1.5Gi", 3 << 29), ("500M", 500_000_000), ("1k", 1000),
      ("1Ti", 1 << 40),
      ("1073741824", 1 << 30), ("", nil), ("Mi", nil), ("512MB", nil), ("1.0000000001Ki", nil), ("-1", nil), (".", nil),
      ("1.", nil),
      ("0.5", nil), ("999999999999999Ti", nil),
    ] as [(String, Int?)])
  func bytes(text: String, value: Int?) { #expect(Quantity.bytes(text) == value) }

  @Test(
    arguments: [
      ("1", 1000), ("0.5", 500), ("500m", 500), ("0.08", 80), ("8", 8000), ("0.0001", nil), ("1.5m", nil), ("", nil),
      ("m", nil),
    ] as [(String, Int?)])
  func millicores(text: String, value: Int?) { #expect(Quantity.millicores(text) == value) }

  @Test("words are read back to the same value")
  func words() {
    for value in [0, 1, 59, 60, 3600, 5400, 86399, 604_800, 1_234_567] {
      #expect(Quantity.seconds(Quantity.words(seconds: value)) == value)
    }
    for value in [1, 1000, 1024, 512 << 20, 3 << 29, 2 << 30] {
      #expect(Quantity.bytes(Quantity.words(bytes: value)) == value)
    }
    for value in [80, 500, 1000, 1500, 8000] {
      #expect(Quantity.millicores(Quantity.words(millicores: value)) == value)
    }
  }
}
