import Testing

@testable import JobsCost

@Suite("Jobs by the names of resources")
struct ResourceJobTests {
  @Test(
    "a resource of a job names it",
    arguments: [
      ("//run.googleapis.com/projects/p/locations/europe-west1/jobs/nightly", "nightly"),
      ("projects/p/locations/europe-west1/jobs/nightly/executions/nightly-abc", "nightly"),
      ("arn:aws:lambda:eu-central-1:111122223333:function:nightly", "nightly"),
      ("arn:aws:lambda:eu-central-1:111122223333:function:nightly:live", "nightly"),
      ("arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/nightly:*", "nightly"),
      ("arn:aws:batch:eu-central-1:111122223333:job-definition/nightly:3", "nightly"),
      ("arn:aws:ecs:eu-central-1:111122223333:task-definition/nightly:7", "nightly"),
      ("arn:aws:scheduler:eu-central-1:111122223333:schedule/jobs/nightly", "nightly"),
      ("/aws/lambda/nightly", "nightly"),
    ])
  func named(resource: String, job: String) {
    let name = Array(resource.utf8).withUnsafeBufferPointer { bytes in
      ResourceJob.name(bytes).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(name == job)
  }

  @Test(
    "other resources name none",
    arguments: [
      "", "arn:aws:s3:::bucket", "arn:aws:lambda:r:1:function:",
      "//run.googleapis.com/projects/p/locations/r/services/s",
      "projects/p/jobs", "i-0123456789", "arn:aws:ecs:r:1:task/cluster/abc", "arn:aws:scheduler:r:1:schedule/group",
    ])
  func other(resource: String) {
    Array(resource.utf8).withUnsafeBufferPointer { #expect(ResourceJob.name($0) == nil) }
  }
}
