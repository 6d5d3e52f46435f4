package import JobsCore

/// All that the documents say of a number of services; read once, and shared by as many doubles as there are.
package struct APICatalogue: Sendable {
  let routes: [Service: APIRoutes]
  /// Locations that Google has, as the document of Cloud Run lists them; nil without that document.
  let locations: Set<String>?
  /// What the methods of all services need, in byte order.
  let permissions: [TestablePermission]

  /// - Parameter folder: of Google's discovery documents.
  /// - Throws: a failure that names the document which cannot be read.
  package init(documents folder: String, services: [Service]) throws(Failure) {
    var routes: [Service: APIRoutes] = [:]
    var locations: Set<String>?
    var methods: [(service: Service, method: APIMethod)] = []
    for service in services {
      var all: [APIMethod] = []
      for name in service.documents {
        let (document, methods) = try DiscoveryDocument.read("\(folder)/\(name).json")
        all += methods
        if service == .run { locations = (locations ?? ["global"]).union(document.locations) }
      }
      routes[service] = APIRoutes(all)
      methods += all.map { (service, $0) }
    }
    self.routes = routes
    self.locations = locations
    permissions = TestablePermission.all(methods)
  }
}
