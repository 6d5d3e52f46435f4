import JobsCloud
import JobsCore
import Testing

@testable import JobsGCP

@Suite struct GoogleEndpointsTests {
  @Test(arguments: GoogleAPI.allCases) func `every service has its own host and variable`(api: GoogleAPI) throws {
    let usual = try GoogleEndpoints(environment: [:])
    #expect(try usual.endpoint(of: api).root.text == "https://\(api.host)/" && !usual.isOverridden(api))
    let other = try GoogleEndpoints(environment: [api.overrideVariable: "https://eu.example/x"])
    #expect(try other.endpoint(of: api).root.text == "https://eu.example/x/" && other.isOverridden(api))
    for another in GoogleAPI.allCases where another != api { #expect(!other.isOverridden(another)) }
  }

  @Test(
    arguments: [
      "http://run.example/", "http://10.0.0.1/", "http://127.0.0.1.example/", "http://localhost.example/",
      "http://127.1/", "ftp://x", "x", "http://[::2]/",
    ]) func `an endpoint to which tokens would go in the clear is refused`(text: String) throws
  {
    let failure = #expect(throws: Failure.self) {
      try GoogleEndpoints(environment: ["CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN": text])
    }
    #expect(failure?.exitStatus == .usage && failure?.message.contains("CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN") == true)
  }

  @Test(arguments: ["http://127.0.0.1:80", "http://localhost:1/x/", "http://[::1]:8080/", "https://any.example"])
  func `this host itself needs no https`(text: String) throws {
    _ = try GoogleEndpoints(environment: ["CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN": text])
  }

  @Test func `an emulator gives way to an endpoint that is named, and needs no https`() throws {
    let emulator = "PUBSUB_EMULATOR_HOST"
    let anonymous = try GoogleEndpoints(environment: [emulator: "pubsub:8085"]).endpoint(of: .pubsub)
    #expect(anonymous.root.text == "http://pubsub:8085/" && anonymous.isAnonymous)
    let named = try GoogleEndpoints(
      environment: [emulator: "pubsub:8085", "CLOUDSDK_API_ENDPOINT_OVERRIDES_PUBSUB": "https://x.example"])
    #expect(try !named.endpoint(of: .pubsub).isAnonymous)
    #expect(throws: Failure.self) { try GoogleEndpoints(environment: [emulator: "a b"]) }
    #expect(try !GoogleEndpoints(environment: [emulator: ""]).isOverridden(.pubsub))
  }
}
