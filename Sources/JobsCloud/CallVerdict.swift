/// What an attempt came to, as a cloud reads its response.
package enum CallVerdict: Hashable, Sendable {
  case done
  /// It would fail the same way again.
  case refused(CloudFault)
  /// The credentials were not taken; nothing was done.
  case unauthenticated(CloudFault)
  /// It may go otherwise after a while.
  case later(CloudFault, CallDelay)

  /// An attempt without a response.
  package init(_ failure: TransportFailure) {
    let fault = CloudFault(failure)
    self =
      switch failure.kind {
      case .resolve, .connect: .later(fault, CallDelay(isUnreachable: true, isUndone: true))
      case .timeout, .broken: .later(fault, CallDelay())
      case .unavailable, .request, .tls, .tooLarge, .redirect, .cancelled: .refused(fault)
      }
  }
}
