/// The commands that take a member out of a binding and put it back. `gcloud` reads the policy, changes it and writes it with
/// its etag and version 3, so that what others change meanwhile is not lost.
enum GoogleRemedy {
  /// nil for a resource whose commands are not known.
  static func removing(_ member: String, _ binding: GoogleBinding, from policy: AllowPolicy) -> Finding.Remedy? {
    guard let group = group(policy) else { return nil }
    let condition =
      binding.condition.map { condition in
        " --condition=" + ShellWord.quoted("expression=\(condition.expression),title=\(condition.title)")
      } ?? " --condition=None"
    // A comma within would end the expression for gcloud.
    if binding.condition?.expression.contains(",") == true { return nil }
    let words =
      "\(ShellWord.quoted(group.name))\(group.options) --member=\(ShellWord.quoted(member)) --role=\(ShellWord.quoted(binding.role))"
    return Finding.Remedy(
      do: "gcloud \(group.command) remove-iam-policy-binding \(words)\(group.hasConditions ? condition : "")",
      undo: "gcloud \(group.command) add-iam-policy-binding \(words)\(group.hasConditions ? condition : "")")
  }

  /// Puts the same grant with an end beside one that has none, then takes that one away, so that nobody is without it
  /// in between; nil for a resource whose bindings take no condition.
  static func limiting(
    _ member: String, _ binding: GoogleBinding, from policy: AllowPolicy, until day: String
  ) -> Finding.Remedy? {
    guard let group = group(policy), group.hasConditions else { return nil }
    var limited = binding
    limited.condition = GoogleCondition(
      title: "until \(day)", expression: "request.time < timestamp(\"\(day)T00:00:00Z\")")
    guard let with = removing(member, limited, from: policy), let without = removing(member, binding, from: policy)
    else { return nil }
    return Finding.Remedy(do: "\(with.undo)\n\(without.run)", undo: "\(without.undo)\n\(with.run)")
  }

  private struct Group {
    var command: String
    var name: String
    var options = ""
    var hasConditions = true
  }

  private static func group(_ policy: AllowPolicy) -> Group? {
    let parts = policy.resource.split(separator: "/").map(String.init)
    guard let service = parts.first, let name = parts.last else { return nil }
    func after(_ word: String) -> String? {
      parts.firstIndex(of: word).flatMap { $0 + 1 < parts.count ? parts[$0 + 1] : nil }
    }
    switch service {
    case "cloudresourcemanager.googleapis.com":
      switch policy.level {
      case .project: return Group(command: "projects", name: name)
      case .folder: return Group(command: "resource-manager folders", name: name)
      case .organization: return Group(command: "organizations", name: name)
      case .resource: return nil
      }
    case "iam.googleapis.com" where parts.contains("serviceAccounts"):
      return Group(command: "iam service-accounts", name: name)
    case "secretmanager.googleapis.com":
      return after("projects").map {
        Group(command: "secrets", name: name, options: " --project=\(ShellWord.quoted($0))")
      }
    case "run.googleapis.com" where parts.contains("jobs"):
      guard let project = after("projects"), let region = after("locations") else { return nil }
      return Group(
        command: "run jobs", name: name,
        options: " --region=\(ShellWord.quoted(region)) --project=\(ShellWord.quoted(project))", hasConditions: false)
    case "storage.googleapis.com": return Group(command: "storage buckets", name: "gs://\(name)")
    case "pubsub.googleapis.com" where parts.contains("topics"):
      return after("projects").map {
        Group(
          command: "pubsub topics", name: name, options: " --project=\(ShellWord.quoted($0))", hasConditions: false)
      }
    default: return nil
    }
  }
}
