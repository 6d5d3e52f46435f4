/// How what a rule finds is mended.
package enum Mending: Hashable, Sendable {
  /// Its findings have commands, each with its inverse; `except` says which of them have none, and why.
  case commands(except: String?)
  /// No command mends it, or none that can be taken back: why.
  case byHand(String)

  package static let commands = commands(except: nil)
  /// Of what stands in a manifest.
  package static let manifest = byHand("a manifest is mended in Git, and jobs-deploy brings it over")
  /// Of what stands in the organisation's policy.
  package static let policyFile = byHand("the policy is a file in Git, and is mended there")
  /// Of what a log tells.
  package static let log = byHand("what was done cannot be taken back; what stands since is judged by 'jobs-audit iam'")

  /// Why a finding may have no command; nil where each has one.
  package var reason: String? {
    switch self {
    case .commands(let except): except
    case .byHand(let why): why
    }
  }

  /// As records name it.
  package var name: String {
    switch self {
    case .commands: "commands"
    case .byHand: "by-hand"
    }
  }

  /// In a sentence.
  package var words: String {
    switch self {
    case .commands(nil): "Findings have commands with their inverse."
    case .commands(let except?): "Findings have commands with their inverse; \(except)."
    case .byHand(let why): "No command: \(why)."
    }
  }
}
