/// One fault of a manifest. Data, never thrown.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, warning, error

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// A second place that explains the first, such as the other of two equal keys.
  package struct Related: Hashable, Sendable {
    package var message: String
    package var location: Location

    package init(message: String, location: Location) {
      self.message = message
      self.location = location
    }
  }

  /// A replacement of the text from `location`'s start to its end, which is exclusive.
  package struct Edit: Hashable, Sendable {
    package var location: Location
    /// Byte offsets of the same place in the file as it was read.
    package var bytes: Range<Int>
    package var text: String

    package init(location: Location, bytes: Range<Int>, text: String) {
      self.location = location
      self.bytes = bytes
      self.text = text
    }
  }

  /// A patch that mends the fault. A safe one cannot change what a correct reader would understand.
  package struct Fix: Hashable, Sendable {
    package var safe: Bool
    package var edits: [Edit]

    package init(safe: Bool, edits: [Edit]) {
      self.safe = safe
      self.edits = edits
    }
  }

  /// The code of a rule, such as `CR104`; `jobs-validate explain CR104` prints its page.
  package var code: String
  package var severity: Severity
  package var message: String
  package var location: Location
  /// The path of the node in its document: `spec.template.spec.maxRetries`, list items as `[0]`.
  package var path: String
  /// The job's id, once it is known.
  package var job: String?
  /// The environments in which the fault stands; empty if there are none.
  package var environments: [String]
  package var hint: String?
  package var fix: Fix?
  package var related: [Related]
  /// Where the fact behind the rule comes from, with its date.
  package var source: String?
  /// A hash of the value at the place, by which a baseline knows the fault again; never the value itself.
  package var valueHash: UInt64

  package init(
    code: String, severity: Severity, message: String, location: Location, path: String = "", job: String? = nil,
    environments: [String] = [], hint: String? = nil, fix: Fix? = nil, related: [Related] = [], source: String? = nil,
    valueHash: UInt64 = 0
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.path = path
    self.job = job
    self.environments = environments
    self.hint = hint
    self.fix = fix
    self.related = related
    self.source = source
    self.valueHash = valueHash
  }
}
