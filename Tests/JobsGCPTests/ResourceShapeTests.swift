import JobsCore
import JobsDeploy
import Testing

@testable import JobsGCP

@Suite struct ResourceShapeTests {
  private func read(_ json: String, _ shape: ResourceShape) throws -> (fields: [Resource.Field], hidden: [String]) {
    var tree = Tree(source: Array(json.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    let (fields, hidden) = shape.read(tree)
    return (fields, hidden.map(\.path))
  }

  @Test func `what the service sets and what nobody chose does not show`() throws {
    let (fields, hidden) = try read(
      """
      {"name":"projects/p/locations/r/jobs/a","uid":"u","generation":"3","etag":"\\"x\\"","launchStage":"GA",
      "createTime":"2026-11-01T00:00:00Z","conditions":[{"type":"Ready"}],"terminalCondition":{"type":"Ready"},
      "annotations":{"jobs/id":"acme/prod/a","jobs/applied":"0123456789abcdef","owner":"ann"},
      "template":{"taskCount":1,"client":"gcloud","template":{"maxRetries":5,"timeout":"600s",
      "executionEnvironment":"EXECUTION_ENVIRONMENT_GEN2","serviceAccount":"123-compute@developer.gserviceaccount.com",
      "containers":[{"image":"i","resources":{"limits":{"cpu":"1000m","memory":"1024Mi"}}}]}}}
      """, .cloudRunJob)
    #expect(
      fields.map(\.name) == [
        "annotations.owner", "template.taskCount", "template.template.maxRetries", "template.template.timeout",
        "template.template.containers[0].image", "template.template.containers[0].resources.limits.cpu",
        "template.template.containers[0].resources.limits.memory", "template.parallelism",
      ])
    #expect(fields["template.template.containers[0].resources.limits.cpu"] == "1")
    #expect(fields["template.template.containers[0].resources.limits.memory"] == "1Gi")
    #expect(fields["template.parallelism"] == Resource.Value(0))
    #expect(Set(hidden).isSuperset(of: ["uid", "terminalCondition.type", "launchStage", "annotations.jobs/id"]))
  }

  @Test func `what somebody chose shows, also where a manifest has no word for it`() throws {
    let (fields, _) = try read(
      """
      {"launchStage":"BETA","template":{"template":{"serviceAccount":"me@p.iam.gserviceaccount.com",
      "nodeSelector":{"accelerator":"nvidia-l4"},"volumes":[{"name":"v","emptyDir":{"medium":"MEMORY"}}]}}}
      """, .cloudRunJob)
    #expect(fields["launchStage"] == "BETA")
    #expect(fields["template.template.serviceAccount"] == "me@p.iam.gserviceaccount.com")
    #expect(fields["template.template.nodeSelector.accelerator"] == "nvidia-l4")
    #expect(fields["template.template.volumes[v].emptyDir.medium"] == "MEMORY")
  }

  @Test func `a schedule hides its times and the service's own settings`() throws {
    let (fields, _) = try read(
      """
      {"name":"projects/p/locations/r/jobs/a","description":"jobs: acme/prod/a 0123456789abcdef","schedule":"0 1 * * *",
      "userUpdateTime":"2026-11-01T00:00:00Z","scheduleTime":"2026-11-01T00:00:00Z","status":{"code":-1},
      "attemptDeadline":"180s","retryConfig":{"maxRetryDuration":"0s","minBackoffDuration":"5s",
      "maxBackoffDuration":"3600s","maxDoublings":5,"retryCount":3},
      "httpTarget":{"uri":"https://run.googleapis.com/x","headers":{"User-Agent":"Google-Cloud-Scheduler"}}}
      """, .schedulerJob)
    #expect(Set(fields.map(\.name)) == ["schedule", "retryConfig.retryCount", "httpTarget.uri", "state", "timeZone"])
    #expect(fields["state"] == "ENABLED")
  }
}
