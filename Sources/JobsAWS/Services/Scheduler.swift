package import JobsCloud
package import JobsCore

/// EventBridge Scheduler: schedules and their groups.
///
/// Documents are those of the API, as JSON. Source: the service's model of API version 2021-06-30 in botocore 1.44.5,
/// 2026-11.
package struct Scheduler: Sendable {
  private let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// The names of the schedules of a group; none where there is no such group.
  package func names(in group: String) async throws(CloudFailure) -> [String] {
    let words = "list the schedules of group '\(group)'"
    var names: [String] = []
    do throws(CloudFailure) {
      try await PageWalk(words).run { (token) async throws(CloudFailure) in
        let tree = try await client.send(
          words,
          AWSClient.REST(
            method: .get, path: ["schedules"],
            query: [("ScheduleGroup", group), ("MaxResults", "100")] + (token.map { [("NextToken", $0)] } ?? [])))
        for item in tree.value(Tree.root, "Schedules").map({ Array(tree.children($0)) }) ?? [] {
          guard let name = tree.words(item, "Name") else {
            throw client.strange(words, "its reply has a schedule without a name")
          }
          names.append(name)
        }
        return tree.words(Tree.root, "NextToken")
      }
    } catch {
      guard error.cause == .notFound else { throw error }
    }
    return names
  }

  /// A schedule as it is listed.
  struct Listed: Sendable, Hashable {
    var name: ScheduleName
    /// The ARN of what it starts.
    var target: String
  }

  /// The schedules of all groups.
  func list() async throws(CloudFailure) -> [Listed] {
    let words = "list the schedules"
    var schedules: [Listed] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words,
        AWSClient.REST(
          method: .get, path: ["schedules"],
          query: [("MaxResults", "100")] + (token.map { [("NextToken", $0)] } ?? [])))
      for item in tree.value(Tree.root, "Schedules").map({ Array(tree.children($0)) }) ?? [] {
        guard let name = tree.words(item, "Name"), let group = tree.words(item, "GroupName") else {
          throw client.strange(words, "its reply has a schedule without a name")
        }
        schedules.append(
          Listed(
            name: ScheduleName(group: group, name: name), target: tree.words(item, "Target", "Arn") ?? ""))
      }
      return tree.words(Tree.root, "NextToken")
    }
    return schedules
  }

  /// A schedule as `GetSchedule` answers; nil where there is none.
  package func schedule(_ name: String, in group: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.send(
        "read schedule '\(name)'",
        AWSClient.REST(method: .get, path: ["schedules", name], query: [("groupName", group)]))
    } catch {
      if error.cause == .notFound { return nil }
      throw error
    }
  }

  /// Makes a schedule, in a group that is there.
  ///
  /// - Parameter document: as `CreateSchedule` takes it, with `GroupName`; what the service would refuse is not sent.
  /// - Throws: a failure of `alreadyExists` where there is one of that name.
  package func create(_ document: [UInt8], name: String) async throws(CloudFailure) {
    let words = "create schedule '\(name)'"
    try ScheduleCheck.check(document, name: name, words)
    _ = try await client.send(words, AWSClient.REST(method: .post, path: ["schedules", name], body: document))
  }

  /// Sets a schedule to what stands in a document; what does not stand there goes back to its default.
  package func set(_ document: [UInt8], name: String) async throws(CloudFailure) {
    let words = "set schedule '\(name)'"
    try ScheduleCheck.check(document, name: name, words)
    _ = try await client.send(words, AWSClient.REST(method: .put, path: ["schedules", name], body: document))
  }

  /// Deletes a schedule; one that is not there is no fault.
  package func delete(_ name: String, in group: String) async throws(CloudFailure) {
    do throws(CloudFailure) {
      _ = try await client.send(
        "delete schedule '\(name)'",
        AWSClient.REST(method: .delete, path: ["schedules", name], query: [("groupName", group)]))
    } catch {
      guard error.cause == .notFound else { throw error }
    }
  }

  /// Whether there is a group of a name.
  package func isThere(group: String) async throws(CloudFailure) -> Bool {
    do throws(CloudFailure) {
      _ = try await client.send(
        "read schedule group '\(group)'", AWSClient.REST(method: .get, path: ["schedule-groups", group]))
      return true
    } catch  where error.cause == .notFound {
      return false
    }
  }

  /// Makes a group where there is none of that name.
  package func ensure(group: String, tags: [String: String]) async throws(CloudFailure) {
    guard try await !isThere(group: group) else { return }
    var json = JSONWriter()
    json.beginObject()
    json.key("Tags")
    json.beginArray()
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
      json.beginObject()
      json.member("Key", key)
      json.member("Value", value)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    do throws(CloudFailure) {
      _ = try await client.send(
        "create schedule group '\(group)'",
        AWSClient.REST(method: .post, path: ["schedule-groups", group], body: json.bytes))
    } catch {
      // Another one was quicker.
      guard error.cause == .alreadyExists else { throw error }
    }
  }
}
