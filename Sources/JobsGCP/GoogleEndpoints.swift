import JobsCloud
package import JobsCore

/// Where the services of Google are called.
package struct GoogleEndpoints: Sendable {
  /// One endpoint.
  struct Endpoint: Sendable, Hashable {
    /// The address that paths are added to, with a slash at its end.
    var root: WebAddress
    /// Whether it is an emulator, which is told no credentials.
    var isAnonymous = false
  }

  private var overrides: [GoogleAPI: Endpoint] = [:]

  /// The usual ones.
  init() {}

  /// - Parameter environment: `CLOUDSDK_API_ENDPOINT_OVERRIDES_<API>`, and `PUBSUB_EMULATOR_HOST` (`host:port`), which is
  ///   called without credentials and only where the former is not set.
  /// - Throws: a usage failure for what is no address, and for one that would send tokens in the clear.
  package init(environment: [String: String]) throws(Failure) {
    for api in GoogleAPI.allCases {
      guard let text = environment[api.overrideVariable], !text.isEmpty else { continue }
      overrides[api] = Endpoint(root: try Self.address(text, api.overrideVariable))
    }
    let emulator = "PUBSUB_EMULATOR_HOST"
    if overrides[.pubsub] == nil, let place = environment[emulator], !place.isEmpty {
      let text = place.hasPrefix("http://") || place.hasPrefix("https://") ? place : "http://\(place)"
      overrides[.pubsub] = Endpoint(root: try Self.read(text, emulator), isAnonymous: true)
    }
  }

  /// Whether the environment names another endpoint than the usual one.
  func isOverridden(_ api: GoogleAPI) -> Bool { overrides[api] != nil }

  func endpoint(of api: GoogleAPI) throws(Failure) -> Endpoint {
    if let endpoint = overrides[api] { return endpoint }
    return Endpoint(root: try WebAddress("https://\(api.host)/"))
  }

  private static func address(_ text: String, _ variable: String) throws(Failure) -> WebAddress {
    let address = try read(text, variable)
    guard address.isPrivate else {
      throw .usage(
        "'\(variable)' names '\(address)', to which tokens would go in the clear",
        hint: "write it with 'https://'; only this host itself is called by 'http://'")
    }
    return address
  }

  private static func read(_ text: String, _ variable: String) throws(Failure) -> WebAddress {
    do throws(Failure) {
      return try WebAddress(text.hasSuffix("/") ? text : text + "/")
    } catch {
      throw .usage("'\(variable)' cannot be used: \(error.message)", hint: error.hint)
    }
  }
}
