import JobsCloud
import JobsCore
import JobsDeploy
import Synchronization

/// The service accounts that a run has made, which Google's services do not know everywhere at once: what names one of them is
/// tried again for a while where it is turned away as unknown.
///
/// Source: "it can take 60 seconds or more before you can use the service account"
/// (https://cloud.google.com/iam/docs/service-accounts-create, 2026-11).
package final class NewAccounts: Sendable {
  /// When each became known to us, by its address.
  private let made = Mutex<[String: Duration]>([:])

  package init() {}

  /// How long an account counts as new.
  static let patience = Duration.seconds(180)
  private static let waits: [Duration] = [.seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(15)]

  /// Notes that an account was made.
  func add(_ email: String, _ clock: CallClock) { made.withLock { $0[email] = clock.uptime() } }

  /// Makes the calls of a change, and makes them again as long as they fail for an account that is new.
  func call<Value>(
    for change: Change, _ clock: CallClock, _ body: () async throws(CloudFailure) -> Value
  ) async throws(Failure) -> Value {
    var waits = Self.waits[...]
    while true {
      do throws(CloudFailure) {
        return try await body()
      } catch {
        guard let account = newest(in: change), Self.isUnknown(account.email, error) else { throw error.failure }
        let wait = waits.count > 1 ? waits.removeFirst() : waits[waits.startIndex]
        guard clock.uptime() + wait <= account.made + Self.patience, (try? await clock.sleep(wait)) != nil else {
          throw error.failure
        }
      }
    }
  }

  /// The account among those of a change that was made last.
  private func newest(in change: Change) -> (email: String, made: Duration)? {
    made.withLock { made in
      made.filter { email, _ in
        change.fields.contains { $0.desired.map { $0.text == email || $0.text == "serviceAccount:\(email)" } ?? false }
      }.max { $0.value < $1.value }.map { ($0.key, $0.value) }
    }
  }

  /// Whether a call was turned away since an account is not known yet, of which services speak in many words; never where
  /// it may have been done all the same.
  private static func isUnknown(_ email: String, _ failure: CloudFailure) -> Bool {
    guard !failure.mayBeDone else { return false }
    let why = failure.fault.why.lowercased()
    switch failure.cause {
    case .missingPermission(let permission?) where permission.lowercased() == "iam.serviceaccounts.actas": return true
    case .invalid, .notFound, .precondition, .missingPermission:
      return why.contains(email.lowercased()) || why.contains("service account") || why.contains("requested entity")
    default: return false
    }
  }
}
