import Testing

@testable import JobsGCP

@Suite struct ServiceAccountNameTests {
  @Test(
    arguments: [
      ("report@acme.iam.gserviceaccount.com", "report"), ("@acme.iam.gserviceaccount.com", nil),
      ("report@acme-prod.iam.gserviceaccount.com", nil), ("1-compute@developer.gserviceaccount.com", nil),
      ("ann@acme.example", nil),
    ] as [(String, String?)])
  func `an account of the project is known by its address`(_ email: String, _ id: String?) {
    #expect(ServiceAccountName(email: email, in: "acme")?.id == id)
    if let id { #expect(ServiceAccountName(id, project: "acme").email == email) }
  }

  @Test(arguments: [
    ("report", true), ("a-1234", true), (String(repeating: "a", count: 30), true), ("short", false), ("1eport", false),
    ("report-", false), ("Report", false), ("rep_ort", false), (String(repeating: "a", count: 31), false),
  ])
  func `not every name can be an account's`(_ id: String, _ isPossible: Bool) {
    #expect(ServiceAccountName(id, project: "acme").isPossible == isPossible)
  }
}
