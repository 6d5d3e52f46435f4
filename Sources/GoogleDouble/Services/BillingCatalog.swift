/// What services cost (cloudbilling.v1, revision 20260901): what tests put there, since prices are nobody's to make up.
enum BillingCatalog {
  static let skus = ResourceKind(
    collection: "cloudbilling.services.skus", type: "google.cloud.billing.v1.Sku", pages: (5000, 5000))

  static let handlers: [String: Methods.Handler] = [
    "cloudbilling.services.list": { call, world throws(APIError) in
      let names = world.stores[.cloudbilling]?.names(in: "services") ?? []
      return try ListPage(call, pages: (5000, 5000), world.settings).answer(names) {
        world.stores[.cloudbilling]?[$0]?.value ?? .null
      }
    },
    "cloudbilling.services.skus.list": { call, world throws(APIError) in
      guard ["", "USD"].contains(call.query("currencyCode") ?? "") else {
        throw .unimplemented("\(call.method.id) in another currency than USD")
      }
      return try ResourceMethods(skus).list(call, &world)
    },
  ]
}
