import Testing

@testable import GoogleDouble

@Suite struct GoogleHostTests {
  @Test(
    arguments: [
      ("run.googleapis.com", "run", nil), ("europe-west1-run.googleapis.com:80", "run", "europe-west1"),
      ("RUN.googleapis.com", "run", nil), ("metadata.google.internal", "metadata", nil), ("127.0.0.1:9000", nil, nil),
      ("run.googleapis.com.example.com", nil, nil), ("a.run.googleapis.com", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func `a host names a service and perhaps a region`(host: String, name: String?, region: String?) {
    let found = GoogleHost(host)
    #expect(found?.name == name)
    #expect(found?.region == region)
  }
}
