import JobsCore

/// Commands that change who has what of Google, with their inverse.
///
/// For a few members `gcloud` itself reads the policy, changes it and writes it with its etag and version 3, so that what others
/// change meanwhile is not lost. For many, and for conditions that its options cannot say, the policy is read into a file with its
/// etag, changed there by what is to change alone, and written: where somebody else was faster it is refused.
enum GoogleRemedy {
  /// Members for which each has a command of its own.
  private static let few = 3
  /// Members of one binding that a policy of IAM holds (IAM, "Quotas and limits", read 2026-11-22): of more none is in force.
  private static let limit = 1_500

  /// Takes one member out of a binding; nil for a resource whose commands are not known, and for a condition that options cannot
  /// say.
  static func removing(_ member: String, _ binding: GoogleBinding, from policy: AllowPolicy) -> Finding.Remedy? {
    guard let policy = PolicyOfGoogle(policy) else { return nil }
    var words = "--member=\(ShellWord.quoted(member)) --role=\(ShellWord.quoted(binding.role))"
    if policy.hasConditions {
      guard let condition = option(binding.condition) else { return nil }
      words += " --condition=\(ShellWord.quoted(condition))"
    } else if binding.condition != nil {
      return nil
    }
    return Finding.Remedy(
      do: policy.command("remove-iam-policy-binding", words), undo: policy.command("add-iam-policy-binding", words))
  }

  /// Takes members out of bindings; none for a resource whose commands are not known.
  ///
  /// - Parameters:
  ///   - found: members by the binding that they are in.
  ///   - file: the name of the files, without its ending.
  static func removing(
    _ found: [(binding: GoogleBinding, members: [GoogleMember])], from policy: AllowPolicy, file: String
  ) -> [Finding.Remedy] {
    let count = found.reduce(0) { $0 + $1.members.count }
    if count <= few {
      let each = found.flatMap { one in one.members.map { removing($0.text, one.binding, from: policy) } }
      if each.allSatisfy({ $0 != nil }) { return each.compactMap { $0 } }
    }
    guard count <= limit, let policy = PolicyOfGoogle(policy) else { return [] }
    let parts = found.map { (isIt: isIt($0.binding), members: list($0.members), binding: $0.binding) }
    let isThere = parts.map { "any(.bindings[]?; \($0.isIt) and (\($0.members) - .members == []))" }
    let away = parts.map { "(.bindings[] | select(\($0.isIt)).members) -= \($0.members)" }
    let back = parts.map { part in
      "if any(.bindings[]; \(part.isIt)) then (.bindings[] | select(\(part.isIt)).members) |= . + (\(part.members) - .)"
        + " else .bindings += [\(json(part.binding, part.members))] end"
    }
    let isConditional = found.contains { $0.binding.condition != nil }
    return [
      Finding.Remedy(
        do: policy.change(
          "if \(isThere.joined(separator: " and ")) then \(away.joined(separator: " | "))"
            + " | .bindings |= map(select(.members != [])) else error(\"the policy is another by now\") end", file),
        undo: policy.change(
          ".bindings |= (. // []) | \(back.joined(separator: " | "))" + (isConditional ? " | .version = 3" : ""),
          "\(file).undo"))
    ]
  }

  /// Puts the same grant with an end beside one that has none, then takes that one away, so that nobody is without it
  /// in between; nil for a resource whose bindings take no condition.
  static func limiting(
    _ member: String, _ binding: GoogleBinding, from policy: AllowPolicy, until day: String
  ) -> Finding.Remedy? {
    guard PolicyOfGoogle(policy)?.hasConditions == true else { return nil }
    var limited = binding
    limited.condition = GoogleCondition(
      title: "until \(day)", expression: "request.time < timestamp(\"\(day)T00:00:00Z\")")
    guard let with = removing(member, limited, from: policy), let without = removing(member, binding, from: policy)
    else { return nil }
    return Finding.Remedy(do: "\(with.undo)\n\(without.run)", undo: "\(without.undo)\n\(with.run)")
  }

  /// Switches a key of a service account off.
  static func disabling(key id: String, of account: String) -> Finding.Remedy {
    let words = "\(ShellWord.quoted(id)) --iam-account=\(ShellWord.quoted(account))"
    return Finding.Remedy(
      do: "gcloud iam service-accounts keys disable \(words)", undo: "gcloud iam service-accounts keys enable \(words)")
  }

  // MARK: Conditions

  private static let marks: [String] = [";", "|", "~", "#", "@"]

  /// A condition as the option of gcloud has it; nil for one that has every mark that could stand between its parts.
  private static func option(_ condition: GoogleCondition?) -> String? {
    guard let condition else { return "None" }
    var parts = ["expression=\(condition.expression)", "title=\(condition.title)"]
    if let description = condition.description { parts.append("description=\(description)") }
    // A comma stands between them unless another mark is named first (gcloud topic escaping).
    guard parts.contains(where: { $0.contains(",") }) else { return parts.joined(separator: ",") }
    guard let mark = marks.first(where: { mark in !parts.contains { $0.contains(mark) } }) else { return nil }
    return "^\(mark)^\(parts.joined(separator: mark))"
  }

  /// Whether a binding is one of this role and condition, for jq.
  private static func isIt(_ binding: GoogleBinding) -> String {
    let condition = binding.condition.map { condition in
      "[.condition | .expression, .title // \"\", .description] == "
        + "[\(text(condition.expression)),\(text(condition.title)),\(condition.description.map(text) ?? "null")]"
    }
    return "(.role == \(text(binding.role)) and (\(condition ?? ".condition == null")))"
  }

  private static func json(_ binding: GoogleBinding, _ members: String) -> String {
    let condition = binding.condition.map { condition in
      ",\"condition\":{\"expression\":\(text(condition.expression)),\"title\":\(text(condition.title))"
        + (condition.description.map { ",\"description\":\(text($0))" } ?? "") + "}"
    }
    return "{\"role\":\(text(binding.role)),\"members\":\(members)\(condition ?? "")}"
  }

  private static func list(_ members: [GoogleMember]) -> String {
    "[\(members.map { text($0.text) }.joined(separator: ","))]"
  }

  /// A text within a program of jq, which writes it as JSON does.
  private static func text(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
