package import JobsCore

/// How a place stands to the manifests. Pure.
package struct PlaceStatus: Sendable, Equatable {
  package var place: Place
  /// Resources that bear our mark.
  package var owned = 0
  package var settled = 0
  /// Resources that somebody changed by hand.
  package var drifted = 0
  /// Changes of manifests that were not applied yet.
  package var pending = 0
  /// Resources of jobs that were not read.
  package var strays = 0
  /// The run that changed something there last; nil where there was none.
  package var last: Journal?

  /// - Parameters:
  ///   - owns: whether the place keeps the resource of an id.
  ///   - journals: the oldest first.
  package init(
    _ place: Place, owns: (String) -> Bool, in survey: Survey, _ plan: Plan, _ journals: [Journal]
  ) {
    self.place = place
    owned = survey.owned.count { owns($0.id) }
    settled = plan.settled.count { owns($0.id) }
    let changes = plan.changes.filter { owns($0.id) }
    drifted = changes.count(where: \.hasDrift)
    pending = changes.count - drifted
    strays = plan.strays.count(where: owns)
    last = journals.last { $0.head.places.contains { $0.leaseName == place.leaseName } }
  }

  /// Writes the `status` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("status")
    json.key("place")
    place.write(to: &json)
    for (name, count) in [
      ("owned", owned), ("settled", settled), ("drifted", drifted), ("pending", pending), ("strays", strays),
    ] {
      json.key(name)
      json.value(count)
    }
    if let last {
      json.member("run", last.head.id)
      json.member("startedAt", last.head.startedAt.rfc3339)
      if let result = last.result {
        json.member("result", result.rawValue)
      }
    }
    json.endObject()
  }
}
