import JobsCore
import JobsDeploy

/// A plan for people.
struct PlanReport {
  let terminal: Terminal

  /// Where and as whom, first of all.
  func head(_ places: [Place]) -> String {
    places.map { "\(Terminal.visible($0.account)) as \(Terminal.visible($0.identity)): \(Terminal.visible($0.name))\n" }
      .joined()
  }

  /// One resource, and the fields that differ.
  func text(of change: Change) -> String {
    let (sign, style): (String, Terminal.Style) =
      switch change.action {
      case .create: ("+", .green)
      case .update: ("~", .yellow)
      case .delete: ("-", .red)
      case .quarantine: ("#", .yellow)
      case .adopt: ("=", .green)
      case .release: ("/", .yellow)
      }
    var text = "\(terminal.styled("\(sign) \(Terminal.visible(change.job))", style))  \(Terminal.visible(change.id))\n"
    let width = change.fields.map(\.path.count).max() ?? 0
    for field in change.fields {
      let name = field.path + String(repeating: " ", count: width - field.path.count)
      text += "    \(name)  \(values(field))\(words(field))\n"
    }
    return text
  }

  private func values(_ field: Change.Field) -> String {
    // What is taken over or given back keeps most of its values.
    if let kept = Change.shown(field.live, field.path), field.live == field.desired {
      return Terminal.visible(kept.text)
    }
    let live = Change.shown(field.live, field.path).map { terminal.styled(Terminal.visible($0.text), .red) }
    let desired = Change.shown(field.desired, field.path).map { terminal.styled(Terminal.visible($0.text), .green) }
    guard let live else { return desired ?? "" }
    return "\(live) \(terminal.usesUnicode ? "→" : "->") \(desired ?? terminal.styled("none", .dim))"
  }

  /// Whose doing it is, where it is not the manifest's alone.
  private func words(_ field: Change.Field) -> String {
    switch field.kind {
    case .change: ""
    case .drift: "  (drift: changed by hand)"
    case .both:
      "  (both changed\(Change.shown(field.applied, field.path).map { "; applied was \(Terminal.visible($0.text))" } ?? ""))"
    }
  }

  /// What there is in all, in one line.
  func summary(_ plan: Plan) -> String {
    var parts: [String] = []
    for (action, word) in [(Change.Action.create, "create"), (.update, "update"), (.delete, "delete")] {
      if plan.count(action) > 0 { parts.append("\(plan.count(action)) to \(word)") }
    }
    if parts.isEmpty { parts.append("nothing to change") }
    parts.append("\(plan.settled.count) as they should be")
    if !plan.satisfied.isEmpty { parts.append("\(plan.satisfied.count) that others made do as well") }
    if plan.pending > 0 { parts.append("\(plan.pending) pending") }
    if !plan.strays.isEmpty { parts.append("\(plan.strays.count) of other jobs stay") }
    if plan.foreign > 0 { parts.append("\(plan.foreign) made by hand stay") }
    return parts.joined(separator: ", ")
  }
}
