package import JobsCloud
import JobsCore

/// What Google's services cost by list, for whoever asks (discovery document cloudbilling.v1, revision 20260901).
package struct BillingCatalogService: Sendable {
  /// A service that is billed.
  package struct BilledService: Hashable, Sendable {
    /// `152E-C115-5142`.
    package var id: String
    /// `Cloud Run`.
    package var name: String
  }

  private let client: GoogleClient

  package init(_ client: GoogleClient) { self.client = client }

  /// As many as a page has at most (cloudbilling.v1.json).
  private static let pageSize = 5000

  /// All services, in the order of the catalogue.
  package func services() async throws(CloudFailure) -> [BilledService] {
    var found: [BilledService] = []
    try await client.list(
      "list the services that are billed", .billing, "v1/services", key: "services", pageSize: Self.pageSize
    ) { tree, node in
      guard let id = tree.value(node, "serviceId").map(tree.string) else { return }
      found.append(BilledService(id: id, name: tree.value(node, "displayName").map(tree.string) ?? id))
    }
    return found
  }

  /// The things that a service is billed by, with the prices of now, page by page.
  ///
  /// - Parameters:
  ///   - service: its id, `152E-C115-5142`.
  ///   - currency: of the prices; nil for US dollars, in which they are made.
  ///   - take: takes each.
  /// - Throws: a strange answer too for a price that is no number of ours.
  package func skus(
    of service: String, currency: String? = nil, _ take: (BillingSKU) -> Void
  ) async throws(CloudFailure) {
    let words = "list what service '\(Terminal.visible(service))' is billed by"
    var strange: String?
    try await client.list(
      words, .billing, "v1/services/\(service)/skus", key: "skus",
      query: currency.map { [("currencyCode", $0)] } ?? [], pageSize: Self.pageSize
    ) { tree, node in
      if let sku = BillingSKU(tree, node) {
        take(sku)
      } else if strange == nil {
        strange = tree.value(node, "skuId").map(tree.string) ?? "?"
      }
    }
    if let strange {
      throw CloudFailure(
        words, CloudFault(.strangeAnswer, why: "the price of '\(Terminal.visible(strange))' cannot be read"))
    }
  }
}
