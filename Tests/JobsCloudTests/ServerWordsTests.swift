import JobsCloud
import Testing

@Suite struct ServerWordsTests {
  @Test(
    arguments: [
      ("Permission denied.", "permission denied"), ("IAM says no..", "IAM says no"), ("", ""), ("A", "A"),
      ("two\n  lines\t here", "two lines here"), ("bell\u{7} and \u{1B}[31m", "bell\\u{7} and \\u{1b}[31m"),
      (
        "'projects/acme/locations/europe-west1/jobs/a-very-long-name-of-a-job-indeed' was not found",
        "'projects/acme/locations/europe-west1/jobs/a-very-long-name-of-a-job-indeed' was not found"
      ),
      (
        "image sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "image sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      ),
      (
        "host Very-Long-Name.Of-A-Host-1.In-Some.Domain.example.com",
        "host Very-Long-Name.Of-A-Host-1.In-Some.Domain.example.com"
      ),
    ]) func `words are one line, begin small and end without a stop`(text: String, clean: String)
  {
    #expect(ServerWords.clean(text) == clean)
  }

  @Test(
    arguments: [
      ("token ya29.c0ASRK0Gb is bad", "ya29"),
      (
        "Invalid JWT: eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJhQGIuYyIsImV4cCI6MTUxNjIzOTAyMn0.c2lnbmF0dXJl!",
        "eyJ"
      ),
      ("key wJalrXUtnFEMI+K7MDENG+bPxRfiCYEXAMPLEKEY", "wJalr"),
      ("AQoDYXdzEJr1K0qxLmNnOPsTuVwXyZ0123456789abcdef==", "AQoD"),
    ]) func `what looks like a key or token is masked`(text: String, secret: String)
  {
    let clean = ServerWords.clean(text)
    #expect(clean.contains("(secret)") && !clean.contains(secret), "\(clean)")
  }

  @Test func `what is known to be secret is masked wherever it stands, however short`() {
    let clean = ServerWords.clean("value 'abc' of x=abc&y", hiding: [Secret("abc"), Secret("")])
    #expect(clean == "value '(secret)' of x=(secret)&y")
  }

  @Test func `a long story is cut`() {
    let clean = ServerWords.clean(String(repeating: "word ", count: 100_000))
    #expect(clean.count < 500 && clean.hasSuffix("…"))
  }

  @Test func `a secret shows itself to nobody`() {
    let secret = Secret("hunter2")
    let token = AccessToken("hunter2", expiry: nil)
    var shown =
      "\(secret) \(token) \(String(reflecting: secret)) \(String(reflecting: token)) \([secret]) \([1: token])"
    dump(secret, to: &shown)
    dump(token, to: &shown)
    #expect(!shown.contains("hunter2") && shown.contains("(secret)"), "\(shown)")
    #expect(secret.text == "hunter2" && secret == Secret("hunter2"))
  }
}
