import JobsDeploy

/// What no job wants any more stays out of use for a while before it goes: its mark has the day since when.
enum Quarantine {
  /// The name under which the day is a field: one that is never wanted, so that a job that comes back takes it away.
  static let field = "quarantined"

  static func fields(_ day: String?) -> [Resource.Field] { day.map { [Resource.Field(field, $0)] } ?? [] }
}

extension [Resource.Field] {
  /// The day since when a resource is out of use; nil where it is in use.
  var quarantined: String? { self[Quarantine.field]?.text }

  var withoutQuarantine: [Resource.Field] { filter { $0.name != Quarantine.field } }
}
