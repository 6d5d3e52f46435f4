import JobsManifest
import Testing

@Suite("spelling") struct SpellingTests {
  @Test(
    arguments: [
      ("maxRetires", "maxRetries"), ("max_retries", "maxRetries"), ("MaxRetries", "maxRetries"),
      ("timeout-seconds", "timeoutSeconds"),
      ("tiemoutSeconds", "timeoutSeconds"), ("image", nil), ("foo", nil), ("", nil), ("maxRetries", nil),
    ] as [(String, String?)])
  func nearest(typed: String, meant: String?) {
    #expect(Spelling.nearest(typed, of: ["maxRetries", "timeoutSeconds", "volumes"]) == meant)
  }

  @Test("of two that are as near the first in byte order is taken")
  func ties() { #expect(Spelling.nearest("bat", of: ["cat", "bar"]) == "bar") }
}
