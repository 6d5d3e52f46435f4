import TestSupport
import Testing

@testable import GoogleDouble

/// What tests tell the double, and what they ask of it.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct ControlTests {
  private let double: Fixture
  private let place = Fixture.place("control")

  init() throws { double = try #require(Fixture([.run])) }

  @Test func `the journal has every request with its method, body and status`() {
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job("x:1"))
    _ = double.run("GET", "\(place)/jobs/b")
    _ = double.run("GET", "nowhere")
    let all = double.control("GET", "/_requests")
    #expect(all.int("count") == 3)
    #expect(all.text("requests.0.method") == "run.projects.locations.jobs.create")
    #expect(all.text("requests.0.body.template.template.containers.0.image") == "x:1")
    #expect(all.text("requests.1.status") == "404")
    #expect(all.text("requests.2.method") == "")
    #expect(all.text("counts.unknown") == "1")
    #expect(double.count("run.projects.locations.jobs.get") == 1)
    #expect(double.count("*.create") == 1)
    #expect(double.control("DELETE", "/_requests").status == 200)
    #expect(double.count("*") == 0)
  }

  @Test func `somebody else changes a resource, and its etag with it`() {
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job("x:1"))
    let old = double.run("GET", "\(place)/jobs/a")
    let name = "api=run&name=\(place)/jobs/a"
    #expect(
      double.control("PATCH", "/_state?\(name)", #"{"labels":{"by":"hand"},"template":{"taskCount":4}}"#).status == 200)
    let new = double.run("GET", "\(place)/jobs/a")
    #expect(new.text("labels.by") == "hand")
    #expect(new.text("template.taskCount") == "4")
    #expect(new.text("template.template.containers.0.image") == "x:1")
    #expect(new.text("etag") != old.text("etag"))
    #expect(double.control("PATCH", "/_state?\(name)", #"{"lables":{}}"#).status == 400)
    #expect(double.control("DELETE", "/_state?\(name)").status == 200)
    #expect(double.run("GET", "\(place)/jobs/a").status == 404)
    #expect(double.control("PUT", "/_state?\(name)", #"{"uid":"u","generation":"7"}"#).status == 200)
    #expect(double.run("GET", "\(place)/jobs/a").text("generation") == "7")
    #expect(double.control("GET", "/_state?api=run").text("names.0") == "\(place)/jobs/a")
    #expect(double.control("GET", "/_state?api=walk").status == 400)
  }

  @Test(arguments: [
    #"{"operationPolls":-1}"#, #"{"polls":1}"#, #"{"tokens":"yes"}"#, #"{"pageLimit":0}"#, #"{"denied":[1]}"#, "[]",
    #"{"operationPolls":3,"bogus":1}"#,
  ])
  func `settings that cannot be are refused, and change nothing`(body: String) {
    let before = double.control("GET", "/_settings").body
    #expect(double.control("PUT", "/_settings", body).status == 400)
    #expect(double.control("GET", "/_settings").body == before)
  }

  @Test func `operations take as many looks as was told`() throws {
    #expect(double.control("PUT", "/_settings", #"{"operationPolls":2}"#).status == 200)
    let name = try #require(double.run("POST", "\(place)/jobs?jobId=a", Fixture.job()).text("name"))
    #expect((1...4).map { _ in double.run("GET", name).text("done") ?? "false" } == ["false", "false", "true", "true"])
  }

  @Test func `a permission is taken away, everywhere or in one place`() {
    _ = double.control("PUT", "/_settings", "{\"denied\":[\"run.jobs.create@\(place)\",\"run.jobs.delete\"]}")
    let denied = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    #expect(denied.status == 403)
    #expect(denied.text("error.status") == "PERMISSION_DENIED")
    #expect(denied.text("error.message")?.contains("'run.jobs.create'") ?? false)
    #expect(denied.text("error.details.0.metadata.permission") == "run.jobs.create")
    let other = "projects/other/locations/europe-west1"
    #expect(double.run("POST", "\(other)/jobs?jobId=a", Fixture.job()).status == 200)
    #expect(double.run("DELETE", "\(other)/jobs/a").status == 403)
    let asked = #"{"permissions":["run.jobs.get","run.jobs.delete"]}"#
    #expect(
      double.run("POST", "\(other)/jobs/a:testIamPermissions", asked).body == #"{"permissions":["run.jobs.get"]}"#)
  }

  @Test func `a service account that may not be used makes no job`() {
    _ = double.control(
      "PUT", "/_settings", #"{"denied":["iam.serviceAccounts.actAs@projects/test-control/serviceAccounts/a@b"]}"#)
    let body = #"{"template":{"template":{"serviceAccount":"a@b","containers":[{"image":"x"}]}}}"#
    #expect(double.run("POST", "\(place)/jobs?jobId=a", body).text("error.message")?.contains("actAs") ?? false)
    #expect(double.run("POST", "\(place)/jobs?jobId=a", Fixture.job()).status == 200)
  }

  @Test func `where projects are declared there are no others, and their numbers name them`() {
    _ = double.control("PUT", "/_settings", #"{"projects":["acme"]}"#)
    #expect(double.run("GET", "\(place)/jobs").text("error.status") == "NOT_FOUND")
    let acme = "projects/acme/locations/europe-west1"
    _ = double.run("POST", "\(acme)/jobs?jobId=a", Fixture.job())
    let number = World.number(ofProject: "acme")
    #expect(double.run("GET", "projects/\(number)/locations/europe-west1/jobs/a").text("name") == "\(acme)/jobs/a")
  }

  @Test func `a service that is switched off refuses all`() {
    _ = double.control("PUT", "/_settings", #"{"disabled":["run.googleapis.com@test-control"]}"#)
    let reply = double.run("GET", "\(place)/jobs")
    #expect(reply.status == 403)
    #expect(reply.body.contains("SERVICE_DISABLED"))
    #expect(double.run("GET", "projects/other/locations/europe-west1/jobs").status == 200)
  }

  @Test func `a reset forgets all but tokens`() {
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    _ = double.control("POST", "/_fault", #"{"code":500,"times":9}"#)
    #expect(double.control("POST", "/_reset").status == 200)
    #expect(double.run("GET", "\(place)/jobs").body == "{}")
    #expect(double.control("GET", "/_requests").int("count") == 1)
  }

  @Test func `what is unknown is not found`() {
    #expect(double.control("GET", "/_nothing").status == 404)
    #expect(double.control("POST", "/_outcome", #"{"result":"odd"}"#).status == 400)
    #expect(double.control("POST", "/_outcome", #"{"result":"failed","exit":1}"#).status == 400)
  }
}
