extension HTTPRequest {
  /// How many redirects are followed.
  package static let redirectLimit = 5

  /// The request that a redirect asks for; nil if the response is none, or is not to be followed.
  ///
  /// Method and body stay, but for 303, which asks for a `GET` (RFC 9110 §15.4). A server that redirects has not done
  /// what it was asked for, so that nothing is done twice.
  /// - Throws: a failure for another host and for a way that is less secure: fields and address may hold secrets that
  ///   are meant for this one.
  package func redirected(by response: HTTPResponse) throws(TransportFailure) -> HTTPRequest? {
    guard followsRedirects, [301, 302, 303, 307, 308].contains(response.status),
      let reference = response.value("Location")
    else {
      return nil
    }
    guard let target = try? address.resolving(reference) else {
      throw TransportFailure(.redirect, address, "it redirects to what is no address of the web")
    }
    guard address.admits(target) else {
      throw TransportFailure(
        .redirect, address, "it redirects to '\(target)', which is not followed",
        hint: "use the address that is meant, if it is to be trusted with what is sent")
    }
    var next = self
    next.address = target
    if response.status == 303, method != .head {
      next.method = .get
      next.body = []
      next.isIdempotent = true
    }
    return next
  }
}
