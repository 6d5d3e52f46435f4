import JobsCore

/// An event that could not start a Cloud Run job as it is written.
package enum EventKeys: JobRule {
  package static let info = RuleInfo(
    "CR282", "event-keys", .cloudrun, .error,
    summary: "an event with a key that nothing keeps, or a topic that cannot be",
    page: """
      A Cloud Run job is started by messages of Pub/Sub: 'pubsub' names the topic, 'deadLetter' the topic for messages that
      could not start it, and 'retry: false' has Eventarc deliver each message once and never again; without it Eventarc
      tries for a day. Nothing keeps any other key. A topic has 3 to 255 letters, digits and '-._~%+', begins with a letter
      and not with 'goog', is of the job's own project, and is named once a job; its own dead letters would start the job again and again.
      """,
    source: "pubsub.v1.json, revision 20261027, Topic.name; eventarc.v1.json, revision 20261002, Trigger.retryPolicy",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  events: [{pubsub: orders, ⟦deadletter⟧: lost}]\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  events: [{pubsub: orders, deadLetter: lost}]\n"
      )))

  private static let keys = ["pubsub", "deadLetter", "retry"]

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    let tree = job.tree
    var seen: [String: Tree.ID] = [:]
    // Other kinds of events are said to be lost where the job is deployed.
    for event in job.sites.events {
      guard let topic = tree.value(event, "pubsub") else { continue }
      for entry in tree.entries(event) {
        let key = tree.string(entry.key)
        guard !keys.contains(key) else { continue }
        let meant = Spelling.nearest(key, of: keys)
        findings.report(
          info, "an event of Pub/Sub has no '\(Terminal.visible(key))'", at: entry.key,
          hint: meant.map { "did you mean '\($0)'?" } ?? "write 'pubsub', 'deadLetter' and 'retry', and nothing else")
      }
      if let retry = tree.value(event, "retry"), tree.kind(retry) != .bool, !job.isOpen(retry) {
        findings.report(
          info, "'retry' is neither true nor false", at: retry, hint: "write 'retry: false', or leave it out")
      }
      for name in [topic, tree.value(event, "deadLetter")].compactMap({ $0 }) { check(name, job, &findings) }
      guard let name = job.text(topic) else { continue }
      if let first = seen[name] {
        findings.report(
          info, "the topic '\(Terminal.visible(name))' is named twice", at: topic, hint: "take one of them away",
          related: [("the first one", first)])
      }
      seen[name] = seen[name] ?? topic
    }
    for event in job.sites.events {
      guard let lost = tree.value(event, "deadLetter"), let name = job.text(lost), seen[name] != nil else { continue }
      findings.report(
        info, "a message that cannot start it would start it again: '\(Terminal.visible(name))' starts it too",
        at: lost,
        hint: "name another topic under 'deadLetter'")
    }
  }

  private static func check(_ id: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    guard !job.isOpen(id) else { return }
    let text = job.text(id) ?? ""
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isFull = parts.count == 4 && parts[0] == "projects" && parts[2] == "topics"
    let name = isFull ? parts[3] : text[...]
    if isFull, let project = job.job.target.project, parts[1] != project {
      findings.report(
        info,
        "the topic '\(Terminal.visible(text))' is in another project than the job, '\(Terminal.visible(project))'",
        at: id, hint: "have a subscription there publish to a topic of the job's own project")
    }
    guard !isTopic(name) else { return }
    findings.report(
      info, "'\(Terminal.visible(text))' cannot be a topic", at: id,
      hint: "write a name of 3 to 255 letters, digits and '-._~%+', begun by a letter, and not by 'goog'")
  }

  /// Whether a topic may be called so (pubsub.v1.json, revision 20261027, Topic.name).
  package static func isTopic(_ name: some StringProtocol) -> Bool {
    3...255 ~= name.utf8.count && !name.hasPrefix("goog")
      && name.utf8.first.map { (97...122).contains($0 | 32) } ?? false
      && name.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0 | 32) || "-._~%+".utf8.contains($0)
      }
  }
}
