package import JobsCore

extension PriceBook {
  /// The book that comes with the tools, as a file.
  package static let shippedTable =
    PriceTable.columns.joined(separator: ",") + "\n" + googleRunPrices + googlePrices
    + googleTrafficPrices + lambdaPrices + awsPrices

  /// - Throws: a failure only if the table of this build is broken, which a test excludes.
  package static func shipped() throws(Failure) -> PriceBook {
    PriceBook(try PriceTable.read(Array(shippedTable.utf8), name: "the shipped table"))
  }
}
