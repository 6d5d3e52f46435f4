/// The shapes in which bills come.
package enum BillFormat: String, CaseIterable, Sendable {
  /// Cost and Usage Reports of AWS: 2.0, and the older ones with `/` or `_` in names of columns.
  case costAndUsage = "aws-cur"
  /// FOCUS 1.0 up to 1.2 (focus.finops.org).
  case focus
  /// The export of Google's Cloud Billing to BigQuery, as a table with flat names.
  case googleTable = "gcp-export-csv"
  /// The same as JSON lines.
  case googleLines = "gcp-export"
  /// What `aws ce get-cost-and-usage` answers.
  case costExplorer = "aws-cost-explorer"

  package var words: String {
    switch self {
    case .costAndUsage: "a Cost and Usage Report of AWS"
    case .focus: "FOCUS"
    case .googleTable, .googleLines: "Google's billing export"
    case .costExplorer: "an answer of Cost Explorer"
    }
  }

  /// Whose bills have that shape; FOCUS says it in each line.
  var provider: StaticString {
    switch self {
    case .costAndUsage, .costExplorer: "AWS"
    case .googleTable, .googleLines: "Google Cloud"
    case .focus: ""
    }
  }

  static let allWords =
    "Google's billing export (JSON lines or CSV), Cost and Usage Reports of AWS (CSV, also gzip), answers of Cost Explorer, and FOCUS (CSV)"

  static let tables: [BillFormat] = [.costAndUsage, .focus, .googleTable]

  /// Columns by which a table is known, each with its spellings; all of them have to be there.
  var marks: [[String]] {
    switch self {
    case .costAndUsage, .focus, .googleTable:
      [columns(of: .cost), columns(of: .start), columns(of: .currency), columns(of: .service)]
    case .googleLines, .costExplorer: []
    }
  }

  /// The columns in which a field may stand; the first that is there counts.
  func columns(of field: BillField) -> [String] {
    switch self {
    case .costAndUsage:
      switch field {
      case .cost: ["line_item_unblended_cost", "lineItem/UnblendedCost"]
      case .currency: ["line_item_currency_code", "lineItem/CurrencyCode"]
      case .start: ["line_item_usage_start_date", "lineItem/UsageStartDate"]
      case .category: ["line_item_line_item_type", "lineItem/LineItemType"]
      case .resource: ["line_item_resource_id", "lineItem/ResourceId"]
      case .project: ["line_item_usage_account_id", "lineItem/UsageAccountId"]
      case .service: ["line_item_product_code", "lineItem/ProductCode"]
      case .sku: ["line_item_usage_type", "lineItem/UsageType"]
      case .region: ["product_region_code", "product/regionCode", "product_region", "product/region"]
      case .labels: ["resource_tags"]
      case .account: ["bill_payer_account_id", "bill/PayerAccountId"]
      case .quantity: ["line_item_usage_amount", "lineItem/UsageAmount"]
      case .unit: ["pricing_unit", "pricing/unit"]
      case .credits, .rate, .resourceName, .provider: []
      }
    case .focus:
      switch field {
      case .cost: ["BilledCost"]
      case .currency: ["BillingCurrency"]
      case .start: ["ChargePeriodStart"]
      case .category: ["ChargeCategory"]
      case .resource: ["ResourceId"]
      case .resourceName: ["ResourceName"]
      case .project: ["SubAccountId"]
      case .service: ["ServiceName"]
      case .sku: ["SkuId"]
      case .region: ["RegionId"]
      case .labels: ["Tags"]
      case .account: ["BillingAccountId"]
      case .provider: ["ProviderName"]
      case .quantity: ["ConsumedQuantity", "PricingQuantity"]
      case .unit: ["ConsumedUnit", "PricingUnit"]
      case .credits, .rate: []
      }
    case .googleTable, .googleLines:
      switch field {
      case .cost: ["cost"]
      case .credits: ["credits"]
      case .currency: ["currency"]
      case .rate: ["currency_conversion_rate"]
      case .start: ["usage_start_time"]
      case .category: ["cost_type"]
      case .resource: ["resource.global_name", "resource_global_name"]
      case .resourceName: ["resource.name", "resource_name"]
      case .project: ["project.id", "project_id"]
      case .service: ["service.description", "service_description"]
      case .sku: ["sku.description", "sku_description"]
      case .region: ["location.region", "location_region"]
      case .labels: ["labels"]
      case .account: ["billing_account_id"]
      case .quantity: ["usage.amount_in_pricing_units", "usage_amount_in_pricing_units"]
      case .unit: ["usage.pricing_unit", "usage_pricing_unit"]
      case .provider: []
      }
    case .costExplorer: []
    }
  }
}
