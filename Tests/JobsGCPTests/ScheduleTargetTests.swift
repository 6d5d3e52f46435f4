import Testing

@testable import JobsGCP

@Suite struct ScheduleTargetTests {
  private static let second = "https://run.googleapis.com/v2/projects/acme/locations/europe-west1/jobs/report:run"

  @Test(arguments: [
    second,
    "https://europe-west1-run.googleapis.com/apis/run.googleapis.com/v1/namespaces/acme/jobs/report:run",
  ])
  func `both versions start the same job`(_ address: String) throws {
    let target = try #require(ScheduleTarget(address))
    #expect(target.project == "acme" && target.region == "europe-west1" && target.job == "report")
    #expect(ScheduleTarget.canonical(address) == Self.second)
  }

  @Test(arguments: [
    "", "https://example.com/", "http://run.googleapis.com/v2/projects/a/locations/b/jobs/c:run",
    "https://run.googleapis.com/v2/projects/a/locations/b/jobs/c",
    "https://run.googleapis.com/v2/projects/a/locations/b/jobs/c/d:run",
    "https://evil-run.googleapis.com.example.com/apis/run.googleapis.com/v1/namespaces/acme/jobs/report:run",
  ])
  func `any other address is left as it is`(_ address: String) {
    #expect(ScheduleTarget(address) == nil && ScheduleTarget.canonical(address) == address)
  }
}
