import JobsCore

/// Messages of a topic on their way through the triggers of Eventarc: each begins an execution of a workflow, if the trigger's
/// account may. Other destinations get nothing.
enum EventDelivery {
  /// The type of event that is a message.
  static let type = "google.cloud.pubsub.topic.v1.messagePublished"

  /// - Returns: the messages that are not delivered, and so wait in the subscription.
  static func deliver(
    _ messages: [JSONValue], of topic: String, by subscription: String, _ world: inout World, _ now: Instant
  ) -> [JSONValue] {
    let triggers = world.stores[.eventarc]?.names.compactMap { world.stores[.eventarc]?[$0]?.value } ?? []
    guard
      let trigger = triggers.first(where: {
        $0["transport"]?["pubsub"]?["subscription"]?.string == subscription
      }), let workflow = trigger["destination"]?["workflow"]?.string,
      mayStart(workflow, trigger["serviceAccount"]?.string, world)
    else { return messages }
    return messages.filter { message in
      let event: JSONValue = [
        "data": ["message": message, "subscription": .string(subscription)], "datacontenttype": "application/json",
        "id": message["messageId"] ?? "", "source": .string("//pubsub.googleapis.com/\(topic)"), "specversion": "1.0",
        "time": message["publishTime"] ?? "", "type": .string(type),
      ]
      return (try? WorkflowExecutions.begin(workflow, event.text, &world, now)) == nil
    }
  }

  private static func mayStart(_ workflow: String, _ account: String?, _ world: World) -> Bool {
    Bindings.grant(
      ["roles/workflows.invoker", "roles/workflows.admin"], to: ResourceName.id(of: account ?? ""),
      in: ResourceName.project(of: workflow) ?? "", world)
  }
}

/// Whether a policy grants a role. The caller of a request is not asked; what runs in the name of another account is.
enum Bindings {
  /// - Parameter resource: what has a policy of its own beside that of the project.
  static func grant(
    _ roles: [String], to account: String, in project: String, on resource: (Service, String)? = nil, _ world: World
  ) -> Bool {
    let wanted = roles + ["roles/editor", "roles/owner"]
    let policies = [
      world.stores[.cloudresourcemanager]?["projects/\(project)"]?.policy,
      resource.flatMap { world.stores[$0.0]?[$0.1]?.policy },
    ]
    return policies.contains { policy in
      (policy?["bindings"]?.list ?? []).contains { binding in
        wanted.contains(binding["role"]?.string ?? "")
          && (binding["members"]?.list ?? []).contains(.string("serviceAccount:\(account)"))
      }
    }
  }
}
