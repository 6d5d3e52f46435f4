import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest

/// What units that others made say of a job: `SystemdUnits` the other way.
///
/// What a manifest can say goes into the job, and is then the same field, however it was written. What it cannot say is
/// either beside the matter and stays in the unit, or stands against the unit as a field of its own, or the whole has no
/// manifest at all.
package struct UnitReading {
  /// What is known of the host.
  package struct Host: Sendable {
    /// Whose manager starts the units; nil for the system's.
    var user: String?
    /// Of whom the manager is; nil where that is not known.
    var home: String?
    var clock: HostClock

    package init(user: String?, home: String?, clock: HostClock) {
      self.user = user
      self.home = home
      self.clock = clock
    }
  }

  let host: Host
  var job: Job
  /// Fields that are not as the job would have them: as they stand, or nil for those that are not there.
  private(set) var literal: [(name: String, value: Resource.Value?)] = []
  /// What stays in the unit as it stands, under its name there.
  private(set) var beside: [Resource.Field] = []
  /// What no manifest can say, a sentence each.
  var losses: [String] = []
  /// Why there is no manifest.
  private(set) var refusal: ExpansionRefusal?

  init(_ job: Job, on host: Host) {
    self.job = job
    self.host = host
  }

  // MARK: What is found

  /// The first reason is the one that is told.
  mutating func refuse(_ reason: ExpansionRefusal) { refusal = refusal ?? reason }

  mutating func refuse(_ reason: String, hint: String) { refuse(ExpansionRefusal(reason, hint: hint)) }

  /// A field that no manifest brings about.
  mutating func keep(_ name: String, _ value: Resource.Value?, because reason: String) {
    addLiteral(name, value)
    losses.append("'\(name.split(separator: ".").last ?? "")' \(reason)")
  }

  /// A field as it stands, which is said elsewhere.
  mutating func addLiteral(_ name: String, _ value: Resource.Value?) { literal.append((name, value)) }

  /// What a unit has besides what is read of it, in its order.
  mutating func leave(_ assignments: [UnitSyntax.Assignment], of unit: String, but known: Set<String>) {
    let rest = assignments.filter { !known.contains($0.name) && !$0.section.hasPrefix("X-") && !$0.key.hasPrefix("X-") }
    var names: [String] = []
    for one in rest {
      let name = one.name
      if let at = beside.firstIndex(where: { $0.name == name }) {
        beside[at].value = Resource.Value("\(beside[at].value.text); \(one.value)")
      } else {
        beside.append(Resource.Field(name, one.value))
        names.append(one.key)
      }
    }
    guard let last = names.last else { return }
    let words = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    losses.append(
      "\(words.isEmpty ? "" : "\(words) and ")'\(last)' of '\(unit)' \(names.count == 1 ? "has" : "have") no word in a "
        + "manifest")
  }

  /// The fields that a manifest of the job would have there, with what stands in their place.
  ///
  /// - Parameter wanted: those of the job, of which words beside the matter are left out.
  func fields(_ wanted: [Resource.Field]) -> [Resource.Field] {
    var fields = wanted.filter { !UnitFile.form.contains($0.name) }
    for (name, value) in literal {
      fields.removeAll { $0.name == name }
      if let value { fields.append(Resource.Field(name, value)) }
    }
    return fields
  }
}
