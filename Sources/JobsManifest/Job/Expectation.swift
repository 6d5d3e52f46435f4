/// What cost and alerts assume until history says better.
package struct Expectation: Sendable, Hashable {
  package var durationSeconds: Int?
  package var p90Seconds: Int?

  package init(durationSeconds: Int? = nil, p90Seconds: Int? = nil) {
    self.durationSeconds = durationSeconds
    self.p90Seconds = p90Seconds
  }
}

/// A monitor that hears of starts and ends.
package struct CheckIn: Sendable, Hashable {
  package var enabled = true
  package var url: String?
  package var secret: String?
  package var timeoutSeconds: Int?

  package init() {}
}

/// Who is told of what.
package struct Alert: Sendable, Hashable {
  package var when: String
  package var route: String

  package init(when: String, route: String) {
    self.when = when
    self.route = route
  }
}
