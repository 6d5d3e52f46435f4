import Glibc
import JobsCore
import JobsCost

/// What the cost room reads that others wrote: price books, amounts, and bills.
func fuzzCost(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  Property.inTime(bytes: count) {
    switch data[0] & 7 {
    case 0: table(bytes)
    case 1: table(Array((PriceTable.columns.joined(separator: ",") + "\n").utf8) + bytes)
    case 2: bill(bytes)
    case 3: bill(Array(usage.utf8) + bytes)
    case 4: bill(Array(export.utf8) + bytes)
    case 5: catalogue(bytes)
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
    Property.hold(!error.message.contains("\n") && error.message.utf8.count < 4000, "a message is ours", error.message)
  }
}

/// Prices that are read from what clouds publish make a book that is written and read again, or are refused in one line.
private func catalogue(_ bytes: [UInt8]) {
  guard let descriptor = file(bytes) else { return }
  defer { close(descriptor) }
  do throws(Failure) {
    var read = PriceImport()
    try read.add(descriptor, name: "'file'")
    let rows = read.merged(into: [])
    Property.hold(rows.count == read.settled.count, "every price is in the book")
  } catch {
    Property.hold(!error.message.contains("\n") && error.message.utf8.count < 4000, "a message is ours", error.message)
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

private let usage =
  "line_item_usage_start_date,line_item_product_code,line_item_unblended_cost,line_item_currency_code,resource_tags\n"
private let export =
  #"{"service":{"description":"a"},"usage_start_time":"2026-10-05 00:00:00 UTC","cost":1,"currency":"USD"}"# + "\n"

/// A bill is the same for any number of threads, adds up, or is refused in one line of ours.
private func bill(_ bytes: [UInt8]) {
  let one = outcome(bytes, threads: 1)
  Property.hold(outcome(bytes, threads: 2) == one, "threads change nothing", one)
}

/// A file without a name, to be read from its beginning; nil where there is none to be had.
private func file(_ bytes: [UInt8]) -> Int32? {
  var path = Array("/tmp/jobs-fuzz.XXXXXX".utf8CString)
  let descriptor = mkstemp(&path)
  unlink(path)
  if FileBytes.writeAll(descriptor, bytes) == 0, lseek(descriptor, 0, SEEK_SET) == 0 { return descriptor }
  close(descriptor)
  return nil
}

/// The sums of a bill in words, or why it is refused.
private func outcome(_ bytes: [UInt8], threads: Int) -> String {
  guard let descriptor = file(bytes) else { return "" }
  defer { close(descriptor) }
  do throws(Failure) {
    let reader = BillReader(BillQuestion([.job, .day], jobLabels: ["job"]), threads: threads)
    try reader.read(descriptor, name: "'file'")
    let bill = try reader.bill()
    let report = try BillReport(bill, by: [.job, .day], BillJobs([]))
    let rows = report.totals.reduce(0) { $0 + $1.rows }
    Property.hold(rows == bill.rows && rows > 0, "every line is counted", "\(rows)")
    return "\(report.totals) \(bill.repeated)"
  } catch {
    Property.hold(!error.message.contains("\n") && error.message.utf8.count < 4000, "a message is ours", error.message)
    return error.message
  }
}
