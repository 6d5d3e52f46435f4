import JobsCore
import JobsDeploy

/// A timer as a file, and the service that it starts.
struct FoundTimer {
  let unit: String
  let service: String
  let assignments: [UnitSyntax.Assignment]

  init(_ unit: String, _ bytes: [UInt8]) {
    self.unit = unit
    assignments = UnitSyntax(bytes).assignments
    service = Self.service(of: unit, assignments)
  }

  static func service(of timer: String, _ assignments: [UnitSyntax.Assignment]) -> String {
    assignments.value("Timer.Unit") ?? UnitNames.service(of: timer)
  }
}
