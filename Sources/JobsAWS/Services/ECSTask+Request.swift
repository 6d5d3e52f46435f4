import JobsCore

extension ECSTask {
  /// A task that is to run, of a task definition and in a cluster that are there.
  package struct Request: Hashable, Sendable {
    package var cluster: String
    /// The definition's ARN, with its revision.
    package var definition: String
    /// By which the family's tasks are listed.
    package var family: String
    /// `FARGATE`, `EC2`; nil for what the cluster does by itself.
    package var launchType: String?
    package var subnets: [String] = []
    package var securityGroups: [String] = []
    package var hasPublicAddress = false
    /// The container that is changed.
    package var container: String
    package var change = ContainerChange()
    /// Our own id of the run, 32 characters at most: what is asked for twice with the same one is started once.
    package var mark: String

    package init(cluster: String, definition: TaskDefinition, container: String, mark: String) {
      self.cluster = cluster
      self.definition = definition.arn
      family = definition.family
      self.container = container
      self.mark = mark
    }

    /// Who started it, as its task tells.
    var startedBy: String { "\(ECSTask.starter)\(mark)" }

    /// The body of `RunTask`.
    var body: [UInt8] {
      var json = JSONWriter()
      json.beginObject()
      for (key, value) in [("cluster", cluster), ("taskDefinition", definition), ("startedBy", startedBy)] {
        json.key(key)
        json.value(value)
      }
      json.member("clientToken", mark)
      json.member("count", 1)
      json.optional("launchType", launchType)
      if !subnets.isEmpty { writeNetwork(to: &json) }
      json.key("overrides")
      json.beginObject()
      json.key("containerOverrides")
      json.beginArray()
      json.beginObject()
      json.member("name", container)
      change.write(to: &json)
      json.endObject()
      json.endArray()
      json.endObject()
      json.endObject()
      return json.bytes
    }

    private func writeNetwork(to json: inout JSONWriter) {
      json.key("networkConfiguration")
      json.beginObject()
      json.key("awsvpcConfiguration")
      json.beginObject()
      for (key, values) in [("subnets", subnets), ("securityGroups", securityGroups)] {
        json.key(key)
        json.beginArray()
        for value in values { json.value(value) }
        json.endArray()
      }
      json.member("assignPublicIp", hasPublicAddress ? "ENABLED" : "DISABLED")
      json.endObject()
      json.endObject()
    }
  }

  /// What stands before the mark of a run that was started by us.
  package static let starter = "jobs-run/"
}
