import JobsCore
import JobsPlaces
import TestSupport
import Testing

@Suite struct GoogleConnectionTests {
  @Test(
    "accounts that act as each other stand in the order of the option",
    arguments: [
      (nil, []), ("", []), ("a@p.iam.gserviceaccount.com", ["a@p.iam.gserviceaccount.com"]), ("a@p,b@p", ["a@p", "b@p"]),
    ] as [(String?, [String])])
  func chain(_ option: String?, _ expected: [String]) { #expect(GoogleConnection.chain(option) == expected) }

  @Test func `without credentials there is no connection, and it is said how to get some`() async {
    let folder = TemporaryFolder()
    let failure = await #expect(throws: Failure.self) {
      try await GoogleConnection(impersonating: [], ["NO_GCE_CHECK": "true", "CLOUDSDK_CONFIG": folder.path])
    }
    #expect(failure?.hint?.contains("gcloud auth application-default login") == true, "\(String(describing: failure))")
  }

  @Test func `an endpoint that is no address is refused before anything is sent`() async {
    let failure = await #expect(throws: Failure.self) {
      try await GoogleConnection(
        impersonating: [], ["CLOUDSDK_AUTH_ACCESS_TOKEN": "t", "CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN": "no address"])
    }
    #expect(failure?.kind == .usage && failure?.message.contains("CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN") == true)
  }
}
