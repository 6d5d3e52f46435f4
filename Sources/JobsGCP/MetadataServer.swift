import JobsCloud
import JobsCore

/// The server that tells machines and containers of Google's who they are (google-auth 2.x,
/// `compute_engine/_metadata.py`, 2026-11).
struct MetadataServer: Sendable {
  let root: WebAddress
  /// Asked first whether there is such a server, by its number, since a name may take long to be unknown; nil where
  /// somebody has said that there is.
  let probe: WebAddress?
  let timeout: Duration
  let attempts: Int

  /// Its mark, in requests and responses: no other server answers with it by accident.
  static let flavor = HTTPField("Metadata-Flavor", "Google")

  /// - Parameter environment: `GCE_METADATA_HOST` (before: `GCE_METADATA_ROOT`), `GCE_METADATA_IP`,
  ///   `GCE_METADATA_TIMEOUT` in seconds, `GCE_METADATA_DETECT_RETRIES`.
  init(environment: [String: String]) throws(Failure) {
    let named = [environment["GCE_METADATA_HOST"], environment["GCE_METADATA_ROOT"]].compactMap { $0 }.first {
      !$0.isEmpty
    }
    let number = environment["GCE_METADATA_IP"].flatMap { $0.isEmpty ? nil : $0 }
    root = try Self.address(named ?? "metadata.google.internal", "GCE_METADATA_HOST")
    probe = named == nil ? try Self.address(number ?? "169.254.169.254", "GCE_METADATA_IP") : nil
    timeout = .seconds(min(max(environment["GCE_METADATA_TIMEOUT"].flatMap { Int($0) } ?? 3, 1), 60))
    attempts = min(max(environment["GCE_METADATA_DETECT_RETRIES"].flatMap { Int($0) } ?? 3, 1), 10)
  }

  private static func address(_ host: String, _ variable: String) throws(Failure) -> WebAddress {
    guard let address = try? WebAddress("http://\(host)/") else {
      throw .usage("'\(variable)' is no host", hint: "write it as 'HOST' or 'HOST:PORT'")
    }
    return address
  }

  /// A question, `instance/service-accounts/default/email`.
  func request(_ path: String) throws(Failure) -> HTTPRequest {
    try request(WebAddress("\(root.text)computeMetadata/v1/\(path)"))
  }

  func probeRequest(_ address: WebAddress) -> HTTPRequest { request(address) }

  private func request(_ address: WebAddress) -> HTTPRequest {
    var request = HTTPRequest(.get, address)
    request.fields = [Self.flavor]
    request.isDirect = true
    request.timeouts.connect = timeout
    request.timeouts.stall = max(timeout, .seconds(1))
    request.timeouts.whole = timeout * 3
    request.bodyLimit = 64 << 10
    return request
  }

  /// Whether a response is of such a server.
  static func isGenuine(_ response: HTTPResponse) -> Bool { response.value(flavor.name) == flavor.value }

  static let account = "instance/service-accounts/default"
}
