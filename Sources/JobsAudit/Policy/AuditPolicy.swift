package import JobsCore

/// What an organisation asks of grants and jobs: `policy` of jobs.yaml, or of a policy file of its own.
package struct AuditPolicy: Sendable {
  package enum Setting: Hashable, Sendable {
    case off
    case severity(FindingSeverity)
  }

  /// What one environment asks. An empty list asks nothing.
  package struct Environment: Sendable {
    package var name: String
    package var isProtected = false
    /// Projects of Google by id.
    package var projects: [String] = []
    /// Accounts of AWS by number.
    package var accounts: [String] = []
    package var regions: [Glob] = []
    /// As a user wrote them: `*` stands for any run.
    package var registries: [String] = []
    package var roles: [Glob] = []
    /// Whether jobs in clouds have to have a key of their own.
    package var asksForKey = false

    package init(name: String) { self.name = name }
  }

  /// Two kinds of roles of which nobody ought to have both.
  package struct Duty: Sendable {
    package var name: String
    package var first: [Glob]
    package var second: [Glob]
    package var severity: FindingSeverity
  }

  /// The file, as messages name it.
  package var path: String
  /// By code.
  package var rules: [String: Setting] = [:]
  /// In small letters.
  package var domains: Set<String> = []
  package var registries: [String] = []
  package var environments: [Environment] = []
  package var duties: [Duty] = []
  package var suppressions: [Suppression] = []
  package var tests: [PolicyTest] = []
  /// What makes it unusable; it holds for nothing where there is one.
  package var faults: [Diagnostic] = []

  package init(path: String) { self.path = path }

  package func environment(_ name: String?) -> Environment? { environments.first { $0.name == name } }

  /// The environment that a project of Google is of.
  package func environment(ofProject id: String) -> Environment? { environments.first { $0.projects.contains(id) } }

  /// The environment that an account of AWS is of.
  package func environment(ofAccount number: String) -> Environment? {
    environments.first { $0.accounts.contains(number) }
  }

  /// The names of environments whose jobs are judged more strictly.
  package var protected: Set<String> { Set(environments.filter(\.isProtected).map(\.name)) }

  /// The codes of rules that are off, in order.
  package var off: [String] { rules.filter { $0.value == .off }.map(\.key).sorted() }
}

extension [Glob] {
  /// Whether one of the patterns fits a text.
  package func fit(_ text: some StringProtocol) -> Bool {
    let literal = Glob(literal: text)
    return contains { $0.covers(literal) }
  }
}
