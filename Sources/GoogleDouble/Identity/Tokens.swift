import JobsCore
import Synchronization

/// The access tokens that the double gave out, and for whom.
final class Tokens: Sendable {
  enum Standing: Hashable {
    case valid(String)
    case expired
    case unknown
  }

  /// Who a caller is where no token is asked for.
  static let anybody = "rehearsal@double.invalid"

  private struct Token {
    let identity: String
    let expiry: Instant
  }

  private struct State {
    var tokens: [String: Token] = [:]
    var random = SystemRandomNumberGenerator()
  }

  private let state = Mutex(State())

  /// A new token; it looks like Google's, so that what hides those hides it.
  ///
  /// - Parameter seconds: how long it is good for.
  func issue(for identity: String, seconds: Int, now: Instant) -> String {
    state.withLock { state in
      let word = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &state.random) }
      let token = "ya29.double-\(Base64.encode(word, forURL: true))"
      state.tokens[token] = Token(identity: identity, expiry: now.adding(seconds: Int64(seconds)))
      return token
    }
  }

  /// Takes a token from elsewhere, such as one that a test made up.
  func admit(_ token: String, for identity: String, until expiry: Instant) {
    state.withLock { $0.tokens[token] = Token(identity: identity, expiry: expiry) }
  }

  func identity(of token: String, now: Instant) -> Standing {
    guard let found = state.withLock({ $0.tokens[token] }) else { return .unknown }
    return found.expiry > now ? .valid(found.identity) : .expired
  }

  /// Makes every token one that has expired, as after an hour.
  func expireAll(now: Instant) {
    state.withLock { state in
      for (text, token) in state.tokens { state.tokens[text] = Token(identity: token.identity, expiry: now) }
    }
  }
}
