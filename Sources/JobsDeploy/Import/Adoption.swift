/// What takes over a job that others made: the mark on each of its resources, and nothing else. Pure.
package struct Adoption: Sendable, Equatable {
  /// A field that is not as the manifest has it, so that the next plan would not be empty.
  package struct Difference: Sendable, Hashable {
    /// Of the resource.
    package var id: String
    package var path: String
    package var live: Resource.Value?
    package var desired: Resource.Value?

    package init(id: String, path: String, live: Resource.Value?, desired: Resource.Value?) {
      self.id = id
      self.path = path
      self.live = live
      self.desired = desired
    }
  }

  /// In an order in which each comes behind those it names in `after`; void where something stands against them.
  package private(set) var changes: [Change] = []
  package private(set) var differences: [Difference] = []
  /// Ids of resources that the job needs and that are not there.
  package private(set) var absent: [String] = []
  /// Ids of resources that are there and that the job does not need.
  package private(set) var superfluous: [String] = []

  /// Whether a plan is empty once the changes are done.
  package var isExact: Bool { differences.isEmpty && absent.isEmpty && superfluous.isEmpty }

  /// - Parameters:
  ///   - parts: what the job is made of where it lives.
  ///   - desired: what its manifest needs there.
  ///   - marks: the fields that are part of the mark, and may differ.
  package init(_ parts: [LiveResource], as desired: [Resource], marks: Set<String>) {
    let live = Dictionary(parts.map { ($0.id, $0) }) { first, _ in first }
    var found: [Change] = []
    // Accounts and rights do as well where others made them, and stay theirs.
    for resource in desired where !resource.isShareable {
      guard let part = live[resource.id] else {
        absent.append(resource.id)
        continue
      }
      let names = resource.fields.map(\.name) + part.fields.map(\.name).filter { resource.fields[$0] == nil }
      let fields = names.map { name in
        Change.Field(
          path: name, applied: nil, live: part.fields[name], desired: resource.fields[name], kind: .change)
      }
      differences += fields.filter { $0.live != $0.desired && !marks.contains($0.path) }.map {
        Difference(id: resource.id, path: $0.path, live: $0.live, desired: $0.desired)
      }
      found.append(
        Change(
          id: resource.id, job: resource.job, action: .adopt, fields: fields, precondition: part.precondition))
    }
    let ids = Set(desired.map(\.id))
    superfluous = parts.map(\.id).filter { !ids.contains($0) }
    let wanted = Dictionary(desired.map { ($0.id, $0) }) { first, _ in first }
    changes = DependencyOrder.sorted(found, by: wanted, in: [:])
  }
}
