import ArgumentParser
import JobsAWS
import JobsCloud
import JobsCore
import JobsCost
import JobsGCP
import JobsPlaces

/// What a cloud says that it asks for now, of everything that an estimate has.
enum LivePrices {
  enum Cloud: String, CaseIterable, ExpressibleByArgument {
    case gcp, aws
  }

  /// The prices of a cloud.
  ///
  /// - Parameters:
  ///   - regions: those that alone are looked at; empty for all.
  ///   - chain: service accounts of Google to act as, each by the one before it.
  static func prices(
    of cloud: Cloud, regions: Set<String>, impersonating chain: [String], _ environment: [String: String]
  ) async throws(Failure) -> [PriceImport.Found] {
    switch cloud {
    case .gcp:
      let connection = try await GoogleConnection(impersonating: chain, environment)
      return try await google(BillingCatalogService(connection.client), regions)
    case .aws:
      let session = try AWSConnection.session(environment, width: 4)
      return try await amazon(PriceList(session.client(.pricing, region: PriceList.region)), regions)
    }
  }

  private static func google(
    _ catalog: BillingCatalogService, _ regions: Set<String>
  ) async throws(Failure) -> [PriceImport.Found] {
    do throws(CloudFailure) {
      var found: [PriceImport.Found] = []
      let known = CloudSKU.googleServices
      for service in try await catalog.services() where known.contains(service.name) {
        var skus: [BillingSKU] = []
        try await catalog.skus(of: service.id) { skus.append($0) }
        found += skus.flatMap { prices($0, of: service.name, regions) }
      }
      return found
    } catch {
      throw error.failure
    }
  }

  private static func prices(
    _ sku: BillingSKU, of service: String, _ regions: Set<String>
  ) -> [PriceImport.Found] {
    // Commitments and spot prices are others.
    guard sku.usageType.isEmpty || sku.usageType == "OnDemand" else { return [] }
    let everywhere = sku.regions.isEmpty || sku.regions == ["global"]
    let places = everywhere ? ["*"] : sku.regions.filter { regions.isEmpty || regions.contains($0) }
    let name = "SKU \(Terminal.visible(sku.id))"
    return places.flatMap { region in
      sku.tiers.map { tier in
        PriceImport.Found(
          service: service, sku: sku.description, region: region, unit: sku.unit, from: tier.from,
          amount: tier.price.amount, currency: tier.price.currency, date: sku.effective?.rfc3339 ?? "", name: name,
          source: "Cloud Billing Catalog, \(name)")
      }
    }
  }

  private static func amazon(_ list: PriceList, _ regions: Set<String>) async throws(Failure) -> [PriceImport.Found] {
    do throws(CloudFailure) {
      var products: [(service: String, product: PriceList.Product)] = []
      for service in CloudSKU.amazonServices {
        let kinds = service.filter.map { filter in filter.values.map { (name: filter.name, value: $0) } } ?? []
        for kind in kinds.isEmpty ? [nil] : kinds.map(Optional.some) {
          for region in regions.isEmpty ? [nil] : regions.sorted().map(Optional.some) {
            var wanted: [(name: String, value: String)] = []
            if let kind { wanted.append(kind) }
            if let region { wanted.append((service.region, region)) }
            try await list.products(of: service.code, with: wanted) { page in
              products += page.map { (service.code, $0) }
              return true
            }
          }
        }
      }
      return products.flatMap { prices($0.product, of: $0.service) }
    } catch {
      throw error.failure
    }
  }

  private static func prices(_ product: PriceList.Product, of service: String) -> [PriceImport.Found] {
    let name = "SKU \(Terminal.visible(product.sku))"
    let region = product.attributes["regionCode"] ?? product.attributes["fromRegionCode"]
    return product.prices.map { price in
      PriceImport.Found(
        service: service, sku: product.attributes["usagetype"] ?? "", region: region ?? "*", unit: price.unit,
        from: price.begin, amount: price.amount,
        currency: price.currency, date: price.effective, name: name, source: "AWS price list, \(name)")
    }
  }
}
