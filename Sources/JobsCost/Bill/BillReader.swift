package import JobsCore
import Synchronization

/// Reads bills, one behind the other and each with several threads, and adds them up.
///
/// A part of a file is read by whoever is free, and each thread has its own sums, so that memory does not grow with the
/// bill. The outcome does not depend on how many threads there are.
package final class BillReader {
  /// The longest answer of Cost Explorer, in bytes.
  package static let documentLimit = 64 << 20
  /// How much of a file shows what it is, in bytes.
  private static let headLimit = 1 << 20

  private let question: BillQuestion
  private var tallies: [BillTally]
  /// What was read, in order.
  private var sources: [Bill.Source] = []

  /// - Parameter threads: at least one.
  package init(_ question: BillQuestion, threads: Int) {
    self.question = question
    tallies = Array(repeating: BillTally(question), count: max(threads, 1))
  }

  /// Reads a bill to its end.
  ///
  /// - Parameters:
  ///   - descriptor: open for reading; it stays open.
  ///   - name: what messages call it, such as `'bill.csv'`.
  /// - Throws: a failure of kind `usage` that names the line, for what is no bill or not wholly understood.
  package func read(_ descriptor: Int32, name: String) throws(Failure) {
    var stream = BillStream(descriptor, name: name)
    let head = try BillHead(&stream, limit: Self.headLimit)
    let before = tallies.reduce(0) { $0 + $1.rows }
    let format: BillFormat
    switch try head.kind(question, name: name) {
    case .table(let columns, let length, let lines):
      format = columns.format
      let chunks = BillChunks(
        stream, head: Array(head.bytes[length...]), rows: .quoted, firstLine: lines + 1)
      try run(chunks, .table(columns))
    case .lines:
      format = .googleLines
      try run(BillChunks(stream, head: head.bytes, rows: .lines, firstLine: 1), .lines)
    case .document:
      format = .costExplorer
      try document(&stream, head.bytes, name: name)
    }
    let rows = tallies.reduce(0) { $0 + $1.rows } - before
    guard rows > 0 else {
      throw .usage(
        "\(name) is \(format.words) without a line in it", hint: "look at how it was exported; nothing is not zero")
    }
    sources.append(Bill.Source(name: name, format: format, rows: rows))
  }

  /// Adds lines that a service told of.
  ///
  /// - Parameter name: what messages call the service.
  package func read(_ entries: [BillEntry], from format: BillFormat, name: String) throws(Failure) {
    var row = BillRow(question, format)
    do throws(BillFault) {
      for entry in entries {
        row.clear()
        let texts = entry.texts(question)
        row.hash = texts.flatMap { $0.bytes + [UInt8(truncatingIfNeeded: $0.place)] }
          .withUnsafeBufferPointer { $0.hash64 }
        try row.pointing(at: texts[...]) { row throws(BillFault) in try tallies[0].add(row) }
      }
    } catch {
      throw .world("\(name): \(error.message)", hint: error.hint)
    }
    sources.append(Bill.Source(name: name, format: format, rows: entries.count))
  }

  /// What was read, added up.
  package func bill() throws(Failure) -> Bill {
    do throws(BillFault) {
      var total = BillTally(question)
      for tally in tallies { try total.merge(tally) }
      return try Bill(total, question, sources)
    } catch {
      throw .usage(error.message, hint: error.hint)
    }
  }

  // MARK: Threads

  private enum Kind: Sendable {
    case table(BillColumns)
    case lines

    var format: BillFormat {
      switch self {
      case .table(let columns): columns.format
      case .lines: .googleLines
      }
    }
  }

  private func run(_ chunks: BillChunks, _ kind: Kind) throws(Failure) {
    let boxes = tallies.map { TallyBox($0) }
    // What is in the boxes is nowhere else, so that it is changed in place.
    tallies = []
    defer { tallies = boxes.map { $0.take() } }
    let question = question
    var threads: [WorkerThread] = []
    defer { for thread in threads { thread.join() } }
    for box in boxes.dropFirst() {
      threads.append(try WorkerThread { Self.work(chunks, kind, question, box) })
    }
    Self.work(chunks, kind, question, boxes[0])
    while let thread = threads.popLast() { thread.join() }
    try chunks.check()
  }

  private static func work(_ chunks: BillChunks, _ kind: Kind, _ question: BillQuestion, _ box: TallyBox) {
    var tally = box.take()
    var row = BillRow(question, kind.format)
    var part = BillChunks.Part()
    switch kind {
    case .table(let columns):
      var reader = CSVBill(columns, question)
      while chunks.next(into: &part) {
        do throws(BillFault) {
          try reader.add(part.bytes, to: &tally, &row)
        } catch {
          chunks.fail(part, error)
        }
      }
    case .lines:
      var reader = GoogleLines(question)
      while chunks.next(into: &part) {
        do throws(BillFault) {
          try reader.add(BillBytes(part.bytes), to: &tally, &row)
        } catch {
          chunks.fail(part, error)
        }
      }
    }
    box.put(tally)
  }

  /// Hands sums to a thread and back.
  private final class TallyBox: Sendable {
    private let tally: Mutex<BillTally?>

    init(_ tally: BillTally) { self.tally = Mutex(tally) }

    func take() -> BillTally {
      tally.withLock { tally in
        defer { tally = nil }
        return tally!
      }
    }

    func put(_ new: BillTally) { tally.withLock { $0 = new } }
  }

  // MARK: Documents

  private func document(
    _ stream: inout BillStream, _ head: [UInt8], name: String
  ) throws(Failure) {
    var bytes = head
    while try stream.read(addingTo: &bytes, upTo: BillChunks.size) > 0 {
      guard bytes.count <= Self.documentLimit else {
        throw .usage("\(name) is longer than \(Self.documentLimit >> 20) MiB", hint: "ask for fewer days at a time")
      }
    }
    do throws(BillFault) {
      try CostExplorerBill(bytes, question).add(to: &tallies[0])
    } catch {
      throw .usage("\(name): \(error.message)", hint: error.hint)
    }
  }
}
