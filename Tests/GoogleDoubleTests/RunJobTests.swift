import TestSupport
import Testing

@testable import GoogleDouble

/// The life of a job of Cloud Run, each test in a project of its own.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct RunJobTests {
  private let double: Fixture
  private static let shared = Fixture([.run])

  init() throws { double = try #require(Self.shared) }

  @Test func `a job gets what the server sets`() throws {
    let place = Fixture.place("defaults")
    let operation = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    #expect(operation.status == 200)
    #expect(operation.text("done") == nil)
    #expect(operation.text("metadata.@type") == "type.googleapis.com/google.cloud.run.v2.Job")
    let done = double.run("GET", try #require(operation.text("name")))
    #expect(done.text("done") == "true")
    #expect(done.text("response.name") == "\(place)/jobs/a")
    let job = double.run("GET", "\(place)/jobs/a")
    for (field, value) in [
      ("generation", "1"), ("observedGeneration", "1"), ("launchStage", "GA"), ("template.taskCount", "1"),
      ("template.template.maxRetries", "3"), ("template.template.timeout", "600s"),
      ("template.template.executionEnvironment", "EXECUTION_ENVIRONMENT_GEN2"),
      ("template.template.containers.0.resources.limits.cpu", "1000m"),
      ("template.template.containers.0.resources.limits.memory", "512Mi"),
      ("terminalCondition.state", "CONDITION_SUCCEEDED"),
    ] { #expect(job.text(field) == value) }
    for field in ["uid", "etag", "createTime", "updateTime", "creator"] { #expect(job.text(field) != nil) }
  }

  @Test(arguments: [
    ("{}", "job.template.template"), (#"{"template":{"template":{}}}"#, "job.template.template.containers"),
    (#"{"template":{"taskCount":10001,"template":{"containers":[{"image":"x"}]}}}"#, "job.template.task_count"),
    (#"{"template":{"parallelism":2,"template":{"containers":[{"image":"x"}]}}}"#, "job.template.parallelism"),
    (#"{"template":{"template":{"maxRetries":11,"containers":[{"image":"x"}]}}}"#, "job.template.template.max_retries"),
    (#"{"template":{"template":{"timeout":"604801s","containers":[{"image":"x"}]}}}"#, "job.template.template.timeout"),
    (#"{"labels":{"Team":"data"},"template":{"template":{"containers":[{"image":"x"}]}}}"#, "job.labels"),
    (
      #"{"template":{"template":{"containers":[{"image":"x","env":[{"name":"A=B"}]}]}}}"#,
      "job.template.template.containers[0].env[0].name"
    ),
    (
      #"{"template":{"template":{"containers":[{"image":"x","resources":{"limits":{"disk":"1"}}}]}}}"#,
      "job.template.template.containers[0].resources.limits"
    ),
  ])
  func `a job that cannot be is refused`(body: String, field: String) {
    let reply = double.run("POST", "\(Fixture.place("refused"))/jobs?jobId=a", body)
    #expect(reply.status == 400)
    #expect(reply.text("error.status") == "INVALID_ARGUMENT")
    #expect(reply.text("error.details.0.fieldViolations.0.field") == field)
  }

  @Test(arguments: ["A", "1a", "a-", "a_b", "", String(repeating: "a", count: 64)])
  func `an id that cannot be is refused`(id: String) {
    let reply = double.run("POST", "\(Fixture.place("ids"))/jobs?jobId=\(id)", Fixture.job())
    #expect(reply.status == 400)
    #expect(reply.text("error.details.0.fieldViolations.0.field") == "job_id")
  }

  @Test func `a job is made once`() {
    let place = Fixture.place("once")
    #expect(double.run("POST", "\(place)/jobs?jobId=a", Fixture.job()).status == 200)
    let again = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    #expect(again.status == 409)
    #expect(again.text("error.status") == "ALREADY_EXISTS")
  }

  @Test func `an update replaces what the client sets and keeps what the server set`() throws {
    let place = Fixture.place("update")
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job("x:1", #""labels":{"a":"b"},"#))
    let old = double.run("GET", "\(place)/jobs/a")
    #expect(double.run("PATCH", "\(place)/jobs/a", Fixture.job("x:2")).status == 200)
    let new = double.run("GET", "\(place)/jobs/a")
    #expect(new.text("template.template.containers.0.image") == "x:2")
    #expect(new.text("labels") == nil)
    #expect(new.text("generation") == "2")
    #expect(new.text("uid") == old.text("uid"))
    #expect(new.text("createTime") == old.text("createTime"))
    #expect(new.text("etag") != old.text("etag"))
    #expect(new.text("template.template.maxRetries") == "3")
  }

  @Test func `an update that changes nothing makes no generation`() {
    let place = Fixture.place("same")
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    _ = double.run("PATCH", "\(place)/jobs/a", Fixture.job())
    #expect(double.run("GET", "\(place)/jobs/a").text("generation") == "1")
  }

  @Test func `an old etag is refused with another status than a name that is taken`() throws {
    let place = Fixture.place("etag")
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    let etag = try #require(double.run("GET", "\(place)/jobs/a").text("etag"))
    let body = Fixture.job("x:2", "\"etag\":\"\(etag.replacing("\"", with: "\\\""))\",")
    #expect(double.run("PATCH", "\(place)/jobs/a", body).status == 200)
    let stale = double.run("PATCH", "\(place)/jobs/a", body)
    #expect(stale.status == 409)
    #expect(stale.text("error.status") == "ABORTED")
    #expect(double.run("DELETE", "\(place)/jobs/a?etag=%22old%22").text("error.status") == "ABORTED")
    #expect(double.run("DELETE", "\(place)/jobs/a").status == 200)
  }

  @Test func `what is only validated is not kept`() {
    let place = Fixture.place("validate")
    let reply = double.run("POST", "\(place)/jobs?jobId=a&validateOnly=true", Fixture.job())
    #expect(reply.status == 200)
    #expect(reply.text("done") == "true")
    #expect(double.run("GET", "\(place)/jobs/a").status == 404)
    _ = double.run("POST", "\(place)/jobs?jobId=b", Fixture.job("x:1"))
    _ = double.run("PATCH", "\(place)/jobs/b?validateOnly=true", Fixture.job("x:2"))
    _ = double.run("DELETE", "\(place)/jobs/b?validateOnly=true")
    #expect(double.run("GET", "\(place)/jobs/b").text("template.template.containers.0.image") == "x:1")
  }

  @Test func `a missing job is made by an update that may`() {
    let place = Fixture.place("missing")
    #expect(double.run("PATCH", "\(place)/jobs/a", Fixture.job()).status == 404)
    #expect(double.run("PATCH", "\(place)/jobs/a?allowMissing=true", Fixture.job()).status == 200)
    #expect(double.run("GET", "\(place)/jobs/a").text("generation") == "1")
  }

  @Test func `a deletion takes executions along`() throws {
    let place = Fixture.place("delete")
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    let execution = try #require(double.run("POST", "\(place)/jobs/a:run", "{}").text("metadata.name"))
    #expect(double.run("GET", execution).status == 200)
    let deletion = double.run("DELETE", "\(place)/jobs/a")
    #expect(deletion.text("metadata.name") == "\(place)/jobs/a")
    #expect(double.run("GET", execution).status == 404)
    #expect(double.run("GET", "\(place)/jobs/a").text("error.status") == "NOT_FOUND")
  }

  @Test func `a list has pages of the size that was asked for, and tokens are for it alone`() throws {
    let place = Fixture.place("pages")
    for number in 1...5 { _ = double.run("POST", "\(place)/jobs?jobId=j\(number)", Fixture.job()) }
    var names: [String] = []
    var token = ""
    for _ in 1...3 {
      let page = double.run("GET", "\(place)/jobs?pageSize=2&pageToken=\(token)")
      for index in 0..<2 { if let name = page.text("jobs.\(index).name") { names.append(name) } }
      token = page.text("nextPageToken") ?? ""
    }
    #expect(names == (1...5).map { "\(place)/jobs/j\($0)" })
    #expect(token == "")
    let first = try #require(double.run("GET", "\(place)/jobs?pageSize=1").text("nextPageToken"))
    #expect(double.run("GET", "\(Fixture.place("other"))/jobs?pageToken=\(first)").status == 400)
    #expect(double.run("GET", "\(place)/jobs?pageToken=nonsense").status == 400)
    #expect(double.run("GET", "\(place)/jobs?pageSize=-1").status == 400)
  }

  @Test(arguments: [
    ("pageSize=x", "pageSize"), ("bogus=1", "bogus"), ("showDeleted=maybe", "showDeleted"), ("alt=proto", "alt"),
    ("pageSize=1&pageSize=2", "pageSize"),
  ])
  func `a query that cannot be is refused`(query: String, field: String) {
    let reply = double.run("GET", "\(Fixture.place("query"))/jobs?\(query)")
    #expect(reply.status == 400)
    #expect(reply.text("error.details.0.fieldViolations.0.field") == field)
  }

  @Test func `parameters of all APIs are taken, and names in snake case`() {
    let reply = double.run(
      "GET", "\(Fixture.place("query"))/jobs?%24alt=json%3Benum-encoding%3Dint&prettyPrint=false&page_size=5&key=x")
    #expect(reply.status == 200)
  }

  @Test func `fields select what is answered`() {
    let place = Fixture.place("fields")
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    let reply = double.run("GET", "\(place)/jobs?fields=jobs(name,template/taskCount),nextPageToken")
    #expect(reply.body == "{\"jobs\":[{\"name\":\"\(place)/jobs/a\",\"template\":{\"taskCount\":1}}]}")
    #expect(double.run("GET", "\(place)/jobs?fields=jobs(name").status == 400)
  }

  @Test func `a location that Google does not have is not found`() {
    #expect(double.run("GET", "projects/p/locations/atlantis/jobs").status == 404)
    #expect(double.run("GET", "projects/p/locations/europe-west1/jobs").status == 200)
  }

  @Test func `a path that no API has is answered without an envelope`() {
    let reply = double.send("run", "GET", "/v2/nothing/here")
    #expect(reply.status == 404)
    #expect(reply.fields["content-type"]?.hasPrefix("text/html") ?? false)
  }

  @Test func `a list of all locations has the jobs of each`() {
    for place in ["europe-west1", "us-central1"] {
      _ = double.run("POST", "projects/test-all/locations/\(place)/jobs?jobId=a", Fixture.job())
    }
    let reply = double.run("GET", "projects/test-all/locations/-/jobs?fields=jobs/name")
    #expect(reply.text("jobs.0.name") == "projects/test-all/locations/europe-west1/jobs/a")
    #expect(reply.text("jobs.1.name") == "projects/test-all/locations/us-central1/jobs/a")
  }
}
