import FuzzProperties
import JobsCore
import JobsCost

/// What the cost room reads that others wrote: price books, and amounts.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzCost(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  Property.inTime(bytes: count) {
    switch data[0] & 3 {
    case 0: table(bytes)
    case 1: table(Array((PriceTable.columns.joined(separator: ",") + "\n").utf8) + bytes)
    default: amount(String(decoding: bytes, as: UTF8.self))
    }
  }
  return 0
}

/// What is read is written as it was, and a message is one line of ours.
private func table(_ bytes: [UInt8]) {
  do throws(Failure) {
    let rows = try PriceTable.read(bytes, name: "'file'")
    let book = PriceBook(rows)
    for row in book.rows where row.kind == .price {
      let item = PriceBook.Item(row.provider, row.service, row.sku)
      if row.from.isZero {
        Property.hold(book.price(item, in: row.region) != nil, "a price that stands there is found")
      }
    }
    Property.hold(PriceChange.between(rows, book.rows).isEmpty, "a book holds its rows")
  } catch {
    Property.hold(!error.message.contains("\n") && error.message.utf8.count < 1000, "a message is ours", error.message)
  }
}

/// An amount that is read is written as the same, and never grows by being rounded down.
private func amount(_ text: String) {
  guard let number = Decimal(text) else { return }
  Property.hold(Decimal(number.description) == number, "an amount is written as it is", text)
  if let sum = try? number.plus(number) {
    Property.hold((try? sum.minus(number)) == number, "what is added can be taken away", text)
  }
  for places in [0, 2, 24] {
    Property.hold(Decimal(number.shown(places: places)) == number.rounded(to: places), "what is shown is read", text)
  }
}
