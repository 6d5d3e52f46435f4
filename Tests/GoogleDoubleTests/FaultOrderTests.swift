import Glibc
import TestSupport
import Testing

@testable import GoogleDouble

/// Faults on demand; each test has a double of its own, since faults happen to whoever comes first.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct FaultOrderTests {
  private let double: Fixture
  private let place = Fixture.place("faults")

  init() throws { double = try #require(Fixture([.run])) }

  @Test func `a status with its fields and details happens as often as was told`() throws {
    let fault =
      #"{"code":429,"headers":{"Retry-After":"2"},"retryInfo":"0.5s","times":2,"match":"run.projects.locations.jobs.create"}"#
    #expect(double.control("POST", "/_fault", fault).status == 200)
    #expect(double.run("GET", "\(place)/jobs").status == 200)
    for _ in 1...2 {
      let reply = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
      #expect(reply.status == 429)
      #expect(reply.fields["retry-after"] == "2")
      #expect(reply.text("error.status") == "RESOURCE_EXHAUSTED")
      #expect(reply.text("error.details.0.retryDelay") == "0.5s")
    }
    #expect(double.run("POST", "\(place)/jobs?jobId=a", Fixture.job()).status == 200)
    #expect(double.count("run.projects.locations.jobs.create") == 3)
  }

  @Test func `a reset before the call leaves no trace, and one after it does`() throws {
    for (when, status) in [("before", 404), ("after", 200)] {
      #expect(double.control("POST", "/_fault", "{\"reset\":\"\(when)\"}").status == 200)
      let reply = double.run("POST", "\(place)/jobs?jobId=\(when)", Fixture.job())
      #expect(reply.status == 0)
      #expect(reply.error == ECONNRESET)
      #expect(double.run("GET", "\(place)/jobs/\(when)").status == status)
    }
  }

  @Test func `an answer is cut in the middle`() {
    _ = double.control("POST", "/_fault", #"{"cut":true}"#)
    let reply = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    #expect(reply.status == 200)
    #expect(!reply.isWhole)
    #expect(!reply.body.isEmpty)
  }

  @Test func `a slow answer comes whole`() {
    _ = double.control("POST", "/_fault", #"{"slow":"0.05s"}"#)
    let reply = double.run("GET", "\(place)/jobs")
    #expect(reply.status == 200)
    #expect(reply.isWhole)
  }

  @Test func `an operation gets lost, and one fails`() throws {
    _ = double.control("POST", "/_fault", #"{"loseOperation":true}"#)
    let lost = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    #expect(double.run("GET", try #require(lost.text("name"))).status == 404)
    #expect(double.run("GET", "\(place)/jobs/a").status == 200)
    _ = double.control(
      "POST", "/_fault", #"{"failOperation":400,"status":"FAILED_PRECONDITION","message":"no such image"}"#)
    let failed = double.run("POST", "\(place)/jobs?jobId=b", Fixture.job())
    let operation = double.run("GET", try #require(failed.text("name")))
    #expect(operation.text("error.code") == "9")
    #expect(operation.text("error.message") == "no such image")
    #expect(operation.text("response") == nil)
  }

  @Test func `a chance comes true as its seed says`() throws {
    func failures(_ seed: Int) -> [Int] {
      _ = double.control("DELETE", "/_fault")
      _ = double.control("POST", "/_fault", "{\"code\":503,\"probability\":0.5,\"seed\":\(seed)}")
      return (0..<20).map { _ in double.run("GET", "\(place)/jobs").status }
    }
    let first = failures(1)
    #expect(first.contains(503) && first.contains(200))
    #expect(failures(1) == first)
    #expect(failures(2) != first)
  }

  @Test func `a fault may let some calls through, and look at the address`() {
    _ = double.control("POST", "/_fault", #"{"code":500,"skip":1,"target":"*/locations/us-central1/*"}"#)
    #expect(double.run("GET", "\(place)/jobs").status == 200)
    let other = "projects/p/locations/us-central1/jobs"
    #expect([1, 2, 3].map { _ in double.run("GET", other).status } == [200, 500, 200])
  }

  @Test(arguments: [
    (#"{"unauthorised":true}"#, 401, "ACCESS_TOKEN_EXPIRED"), (#"{"serviceDisabled":true}"#, 403, "SERVICE_DISABLED"),
  ])
  func `what Google says of tokens and services is said`(fault: String, status: Int, reason: String) {
    _ = double.control("POST", "/_fault", fault)
    let reply = double.run("GET", "\(place)/jobs")
    #expect(reply.status == status)
    #expect(reply.body.contains("\"reason\":\"\(reason)\""))
  }

  @Test(arguments: [
    "{}", #"{"code":200}"#, #"{"code":"x"}"#, #"{"code":500,"reset":true}"#, #"{"kode":500}"#, "[]", #"{"slow":"1m"}"#,
    #"{"code":500,"status":"BROKEN"}"#, #"{"code":500,"times":"often"}"#, #"{"reset":"later"}"#, "{",
  ])
  func `an order that cannot be understood is refused`(order: String) {
    #expect(double.control("POST", "/_fault", order).status == 400)
    #expect(double.control("GET", "/_fault").body == #"{"faults":[]}"#)
  }
}
