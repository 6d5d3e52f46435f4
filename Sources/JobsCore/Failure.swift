/// A broken world: something outside the manifests went wrong.
///
/// A bad manifest is a `Diagnostic`, never a `Failure`. Messages begin small, end without a full stop and quote their
/// subject with single quotes.
package struct Failure: Error, Sendable, CustomStringConvertible {
  /// Who has to act, and so which exit status the tool ends with.
  package enum Kind: Sendable {
    /// The command line or the input cannot be used (status 2).
    case usage
    /// The network, a permission or the disk (status 3).
    case world
    /// Some of the work was done before something failed (status 4).
    case partial
  }

  package let kind: Kind
  /// What happened, to what, and why: `cannot read 'jobs/a.yaml': permission denied`.
  package let message: String
  /// What to do about it.
  package let hint: String?

  package init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  package static func usage(_ message: String, hint: String? = nil) -> Failure {
    Failure(.usage, message, hint: hint)
  }

  package static func world(_ message: String, hint: String? = nil) -> Failure {
    Failure(.world, message, hint: hint)
  }

  package var exitStatus: ExitStatus {
    switch kind {
    case .usage: .usage
    case .world: .world
    case .partial: .partial
    }
  }

  package var description: String {
    hint.map { "\(message)\nhint: \($0)" } ?? message
  }
}
