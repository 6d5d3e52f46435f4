import JobsCore
import Testing

@testable import JobsAWS

@Suite struct AWSExecutionNameTests {
  @Test(
    "a name is read, and written as it was",
    arguments: [
      ("arn:aws:ecs:eu-west-1:111122223333:task/batch/0f9d2a", AWSExecutionName.Service.ecs, "batch", "0f9d2a"),
      ("arn:aws:batch:eu-west-1:111122223333:job/8f5c-1", .batch, "", "8f5c-1"),
      ("arn:aws:batch:eu-west-1:111122223333:job/8f5c-1:17", .batch, "", "8f5c-1:17"),
      ("arn:aws:lambda:eu-west-1:111122223333:function:acme-prod-a/8f5c", .lambda, "acme-prod-a", "8f5c"),
      ("arn:aws-cn:ecs:cn-north-1:111122223333:task/c/1", .ecs, "c", "1"),
    ])
  func reads(_ text: String, _ service: AWSExecutionName.Service, _ home: String, _ id: String) throws {
    let name = try #require(AWSExecutionName(text))
    #expect(name.service == service && name.home == home && name.id == id && name.text == text)
    #expect(name.account == "111122223333")
  }

  @Test(
    "a name that leads elsewhere is none",
    arguments: [
      "", "arn:aws:ecs:eu-west-1:111122223333:task/0f9d2a", "arn:aws:ecs:eu-west-1:111122223333:task/../0f9d2a",
      "arn:aws:ecs:eu-west-1:111122223333:task/c/", "arn:aws:ecs:eu-west-1:1111:task/c/1",
      "arn:aws:ecs:eu.west:111122223333:task/c/1", "arn:gcp:ecs:eu-west-1:111122223333:task/c/1",
      "arn:aws:s3:eu-west-1:111122223333:job/1", "arn:aws:lambda:eu-west-1:111122223333:function:f",
      "arn:aws:lambda:eu-west-1:111122223333:function:f:live/1", "arn:aws:batch:eu-west-1:111122223333:job/a/b",
      "projects/p/locations/l/jobs/j/executions/j-x",
    ])
  func refuses(_ text: String) { #expect(AWSExecutionName(text) == nil) }
}
