import ArgumentParser
import JobsCore
import JobsCost

/// Which prices are taken.
struct PriceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the prices of a file in place of the shipped ones.",
      discussion: "A CSV as 'prices show --output csv' writes it.", valueName: "file"))
  var prices: String?

  /// The book to price by.
  func book() throws(Failure) -> PriceBook {
    guard let prices else { return try PriceBook.shipped() }
    return PriceBook(try Self.read(prices))
  }

  /// The words for whose prices they are.
  var words: String { prices.map { "prices of '\(Terminal.visible($0))'" } ?? "shipped prices" }

  /// The rows of a price book.
  static func read(_ path: String) throws(Failure) -> [PriceRow] {
    let name = "'\(Terminal.visible(path))'"
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: PriceTable.sizeLimit)
    } catch {
      switch error {
      case .system(let code): throw .usage("cannot read the prices in \(name): \(systemMessage(code))")
      case .notAFile: throw .usage("cannot read the prices in \(name): it is not a file")
      case .tooLarge: throw .usage("the price book \(name) is longer than \(PriceTable.sizeLimit >> 20) MiB")
      }
    }
    return try PriceTable.read(bytes, name: name)
  }
}
