package import JobsCore
import Synchronization

/// A double of Google's APIs on ports of 127.0.0.1: it takes what Google's discovery documents allow, refuses all else as
/// Google does, and keeps what it is told until it ends.
package final class GoogleDouble: Sendable {
  /// A port, and what answers there.
  package struct Endpoint: Sendable {
    /// `run`, `oauth2`, `metadata`, `control`; and `proxy`, which answers for all hosts of Google by their names, as
    /// `http://europe-west1-run.googleapis.com/`: gcloud has regions in its hosts.
    package let name: String
    package let port: UInt16
    /// The variable by which clients find it; nil where they know of none.
    package let variable: String?
    /// What the variable is set to.
    package let setting: String

    package var url: String { "http://127.0.0.1:\(port)/" }
  }

  /// What is started, and how.
  package struct Options: Sendable {
    /// The folder of Google's discovery documents.
    package var documents: String
    package var services: [Service] = Service.allCases
    package var settings = Settings()
    /// The first of the ports, which follow each other; 0 for ports that are free.
    package var basePort: UInt16 = 0
    /// The project of the metadata server and of the key.
    package var project = "rehearsal"

    package init(documents: String) { self.documents = documents }
  }

  package let endpoints: [Endpoint]
  private let servers: [WebServer]
  private let key: ServiceAccountKey
  private let options: Options

  /// Reads the documents and listens; answers from then on.
  ///
  /// - Throws: a failure if a document cannot be read, or a port cannot be had.
  package convenience init(_ options: Options) throws(Failure) {
    let catalogue = try APICatalogue(documents: options.documents, services: options.services)
    let key = try ServiceAccountKey(email: "rehearsal@\(options.project).iam.gserviceaccount.com")
    try self.init(options, catalogue, key)
  }

  /// Listens; for tests that make many of them out of the same catalogue.
  package init(_ options: Options, _ catalogue: APICatalogue, _ key: ServiceAccountKey) throws(Failure) {
    self.options = options
    self.key = key
    let server = APIServer(catalogue, options.settings)
    var servers: [WebServer] = []
    var endpoints: [Endpoint] = []
    func listen(
      _ name: String, _ variable: String?, setting: (UInt16) -> String,
      _ answer: @escaping @Sendable (WebRequest) -> WebReply
    ) throws(Failure) {
      let port = options.basePort == 0 ? 0 : options.basePort + UInt16(servers.count)
      let web = try WebServer(port: port, answer: answer)
      servers.append(web)
      endpoints.append(Endpoint(name: name, port: web.port, variable: variable, setting: setting(web.port)))
    }
    do throws(Failure) {
      try listen("control", nil, setting: { "http://127.0.0.1:\($0)/" }) { ControlEndpoint(server: server).answer($0) }
      let tokens = TokenEndpoint(keys: [key])
      try listen("oauth2", nil, setting: { "http://127.0.0.1:\($0)/token" }) { tokens.answer($0, server) }
      let metadata = MetadataEndpoint(project: options.project, email: key.email)
      try listen("metadata", "GCE_METADATA_HOST", setting: { "127.0.0.1:\($0)" }) { metadata.answer($0, server) }
      for service in options.services {
        try listen(service.rawValue, service.variable, setting: { "http://127.0.0.1:\($0)/" }) {
          server.answer(service, $0)
        }
      }
      try listen("proxy", nil, setting: { "http://127.0.0.1:\($0)" }) { request in
        let host = GoogleHost(request.host)
        switch host?.name {
        case "oauth2": return tokens.answer(request, server)
        case "metadata": return metadata.answer(request, server)
        case let name?:
          if let service = Service(rawValue: name) { return server.answer(service, request) }
          fallthrough
        case nil:
          return WebReply(status: 502, text: "the double stands for Google's APIs over http alone\n")
        }
      }
    } catch {
      for server in servers { server.stop() }
      throw error
    }
    self.servers = servers
    self.endpoints = endpoints
  }

  /// Frees the ports.
  package func stop() { for server in servers { server.stop() } }

  package func endpoint(_ name: String) -> Endpoint? { endpoints.first { $0.name == name } }

  /// Credentials of a service account whose tokens the double gives out, as `GOOGLE_APPLICATION_CREDENTIALS` names them.
  package var credentials: JSONValue {
    key.file(project: options.project, tokenAddress: endpoint("oauth2")?.setting ?? "")
  }

  /// A signature by the key of the credentials.
  func signature(of message: [UInt8]) throws -> [UInt8] { try key.signature(of: message) }
}
