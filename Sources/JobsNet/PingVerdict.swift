import JobsCloud
import JobsCore

/// What the answer to a ping means for it.
enum PingVerdict: Hashable {
  case sent
  /// Trying again would come to the same.
  case refused(why: String)
  /// To be tried again, at the earliest after what the server asked for.
  case again(why: String, after: Duration)

  /// 2xx is a yes. Of the others only those that pass are tried again: 408, 425, 429 and 5xx (RFC 9110 §15, RFC 6585),
  /// and what never came to an answer.
  ///
  /// - Parameter now: the real-time clock.
  init(_ result: Result<HTTPResponse, TransportFailure>, now: Instant) {
    switch result {
    case .success(let response) where response.isSuccess: self = .sent
    case .success(let response):
      let why = "it answered \(response.status)"
      let passes = [408, 425, 429].contains(response.status) || (500...599).contains(response.status)
      self = passes ? .again(why: why, after: response.retryAfter(now: now) ?? .zero) : .refused(why: why)
    case .failure(let failure):
      self = failure.isLasting ? .refused(why: failure.message) : .again(why: failure.message, after: .zero)
    }
  }
}
