package import JobsCore

/// The way on which a fault comes about, step by step, as a report shows it beside the fault.
package struct ReportFlow: Sendable {
  package struct Step: Sendable {
    package var message: String
    package var location: Location
    /// What the step is about, where that has a name of its own.
    package var name: String

    package init(_ message: String, about name: String, at location: Location) {
      self.message = message
      self.name = name
      self.location = location
    }
  }

  package var steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }
}
