import JobsCore
import JobsDeploy
import JobsManifest

/// An event of a manifest that is a message of a topic of Pub/Sub: `{pubsub: orders, deadLetter: orders-lost, retry: false}`.
struct TopicEvent: Hashable {
  /// The name of a topic of the job's own project.
  var topic: String
  /// The topic that takes messages for which the job could not be started; nil where they are only logged.
  var deadLetter: String?
  /// Whether Eventarc delivers a message again that was not taken, for a day.
  var isRetried = true

  /// Those of a job, in their order, each topic once.
  ///
  /// - Parameter project: the job's own.
  /// - Throws: a refusal of what would be lost, and of what no topic can be called.
  static func list(of job: Job, inProject project: String) throws(ExpansionRefusal) -> [TopicEvent] {
    var found: [TopicEvent] = []
    for event in job.events {
      guard let one = try TopicEvent(event, inProject: project) else { continue }
      guard !found.contains(where: { $0.topic == one.topic }) else {
        throw ExpansionRefusal(
          "its 'events' have the topic '\(Terminal.visible(one.topic))' twice", hint: "take one of them away")
      }
      found.append(one)
    }
    for one in found where found.contains(where: { $0.topic == one.deadLetter }) {
      throw ExpansionRefusal(
        "a message that cannot start it would start it again: '\(one.deadLetter ?? "")' is both 'pubsub' and 'deadLetter'",
        hint: "name another topic under 'deadLetter'")
    }
    return found
  }

  /// The kinds of a job's events that are no topics, each once, in byte order.
  static func otherKinds(of job: Job) -> [String] {
    let kinds = job.events.compactMap { event -> String? in
      let keys = Self.keys(of: event)
      return keys.contains(topicKey) ? nil : keys.first ?? ""
    }
    return Set(kinds).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static let topicKey = "pubsub"
  private static let deadLetterKey = "deadLetter"
  private static let retryKey = "retry"

  private static func keys(of event: Event) -> [String] {
    guard let tree = tree(of: event) else { return [] }
    return tree.entries(Tree.root).map { tree.string($0.key) }
  }

  private static func tree(of event: Event) -> Tree? {
    let bytes = Array(event.json.utf8)
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, tree.kind(Tree.root) == .mapping else {
      return nil
    }
    return tree
  }

  /// nil for an event that is no topic.
  private init?(_ event: Event, inProject project: String) throws(ExpansionRefusal) {
    guard let tree = Self.tree(of: event), let named = tree.value(Tree.root, "pubsub") else { return nil }
    for entry in tree.entries(Tree.root) {
      let key = tree.string(entry.key)
      guard [Self.topicKey, Self.deadLetterKey, Self.retryKey].contains(key) else {
        throw ExpansionRefusal(
          "the '\(Terminal.visible(key))' of its event would be lost",
          hint: "an event of Pub/Sub has 'pubsub', 'deadLetter' and 'retry', and nothing else")
      }
    }
    topic = try Self.name(tree, named, Self.topicKey, project)
    deadLetter = nil
    if let other = tree.value(Tree.root, "deadLetter") {
      deadLetter = try Self.name(tree, other, Self.deadLetterKey, project)
    }
    if let retry = tree.value(Tree.root, "retry") {
      guard let flag = tree.bool(retry) else {
        throw ExpansionRefusal(
          "'retry' of its event is neither true nor false", hint: "write 'retry: false', or leave it out")
      }
      isRetried = flag
    }
  }

  private static func name(
    _ tree: Tree, _ node: Tree.ID, _ key: String, _ project: String
  ) throws(ExpansionRefusal) -> String {
    let text = tree.kind(node) == .string ? tree.string(node) : ""
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 4, parts[0] == "projects", parts[2] == "topics", parts[1] != project {
      throw ExpansionRefusal(
        "the topic '\(Terminal.visible(text))' is not in its own project, and a trigger of Eventarc would not hear of it",
        hint: "have a subscription there publish to a topic of '\(project)'")
    }
    let name = parts.count == 4 && parts[0] == "projects" && parts[2] == "topics" ? String(parts[3]) : text
    guard EventKeys.isTopic(name) else {
      throw ExpansionRefusal(
        "'\(Terminal.visible(text))' under '\(key)' cannot be a topic",
        hint: "write a name of 3 to 255 letters, digits and '-._~%+', begun by a letter, and not by 'goog'")
    }
    return name
  }
}
