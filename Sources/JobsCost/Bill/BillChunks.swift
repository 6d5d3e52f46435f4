import CMasks
import Glibc
import JobsCore
import Synchronization

/// Cuts a bill into parts of whole rows, which threads take one after the other.
final class BillChunks: Sendable {
  /// How rows end.
  enum Rows: Sendable {
    /// At each line break.
    case lines
    /// At line breaks that are not within quotes.
    case quoted
  }

  /// What is read at a time, in bytes: it stays in a core's cache while it is looked at.
  static let size = 256 << 10
  /// The longest row, in bytes.
  static let rowLimit = 4 << 20
  /// What may be read behind the rows.
  static let padding = 64

  private struct State: ~Copyable {
    var stream: BillStream
    /// The beginning of a row whose end has not come yet.
    var carry: [UInt8]
    var isEnd = false
    /// The parts that were handed out.
    var count = 0
    /// Line breaks of all parts that were handed out.
    var lines = 0
    var failure: Failure?
    /// The first part with a fault in it.
    var fault: (part: Int, line: Int, fault: BillFault)?
  }

  private let name: String
  private let rows: Rows
  private let firstLine: Int
  private let state: Mutex<State>

  /// - Parameters:
  ///   - head: bytes of the stream that were read already, behind the first row of a table.
  ///   - firstLine: the line that they begin with, 1-based.
  init(_ stream: consuming BillStream, head: [UInt8], rows: Rows, firstLine: Int) {
    name = stream.name
    self.rows = rows
    self.firstLine = firstLine
    state = Mutex(State(stream: stream, carry: head))
  }

  /// Rows in a buffer that is used for part after part.
  struct Part: ~Copyable, Sendable {
    fileprivate(set) var number = 0
    fileprivate(set) var count = 0
    /// The line with which it begins, 0-based among those of all parts.
    fileprivate var line = 0
    /// Nobody else has it: what owns it cannot be copied.
    nonisolated(unsafe) fileprivate var buffer: UnsafeMutableRawBufferPointer

    init() { buffer = .allocate(byteCount: BillChunks.size * 2 + BillChunks.padding, alignment: 64) }
    deinit { buffer.deallocate() }

    /// The rows; behind them lie bytes that may be read.
    var bytes: UnsafeMutableBufferPointer<UInt8> {
      UnsafeMutableBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count])
    }

    fileprivate mutating func grow() {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: (buffer.count - BillChunks.padding) * 2 + BillChunks.padding, alignment: 64)
      larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
      buffer.deallocate()
      buffer = larger
    }
  }

  /// Reads the next part; false at the end, and where another thread has met a fault.
  func next(into part: inout Part) -> Bool {
    state.withLock { state in
      guard state.failure == nil, state.fault == nil else { return false }
      do throws(Failure) {
        return try fill(&part, &state)
      } catch {
        state.failure = error
        return false
      }
    }
  }

  /// Notes a fault in a part; the first of the file is told.
  func fail(_ part: borrowing Part, _ fault: BillFault) {
    let line = part.bytes.baseAddress.map { cmasks_count($0, min(fault.offset, part.count), 10) } ?? 0
    let (number, first) = (part.number, part.line)
    state.withLock { state in
      if let known = state.fault, known.part < number { return }
      state.fault = (number, first + line, fault)
    }
  }

  /// - Throws: what went wrong; to be called when all threads are done.
  func check() throws(Failure) {
    try state.withLock { state throws(Failure) in
      if let (_, line, fault) = state.fault {
        throw .usage("\(name): line \(firstLine + line): \(fault.message)", hint: fault.hint)
      }
      if let failure = state.failure { throw failure }
    }
  }

  private func fill(_ part: inout Part, _ state: inout State) throws(Failure) -> Bool {
    var filled = state.carry.count
    while filled > part.buffer.count - Self.padding { part.grow() }
    part.buffer.copyBytes(from: state.carry)
    state.carry.removeAll(keepingCapacity: true)
    var goal = Self.size
    while true {
      while !state.isEnd, filled < goal {
        let room = UnsafeMutableRawBufferPointer(rebasing: part.buffer[filled..<part.buffer.count - Self.padding])
        let count = try state.stream.read(into: room)
        filled += count
        if count == 0 { state.isEnd = true }
      }
      guard !state.isEnd else { break }
      if let end = lastEnd(part.buffer, filled) {
        state.carry.append(contentsOf: part.buffer[end..<filled])
        return hand(&part, end, &state)
      }
      guard filled < Self.rowLimit else {
        let line =
          state.count == 0 ? "a line" : "a line behind the \(state.count * (Self.size >> 10)) KiB that were read"
        throw .usage(
          "\(name): \(line) is longer than \(Self.rowLimit >> 20) MiB",
          hint: rows == .quoted ? "a quote may not be closed" : "each line is to be one object")
      }
      if filled == part.buffer.count - Self.padding { part.grow() }
      goal = min(filled * 2, part.buffer.count - Self.padding)
    }
    return filled == 0 ? false : hand(&part, filled, &state)
  }

  private func hand(_ part: inout Part, _ count: Int, _ state: inout State) -> Bool {
    part.count = count
    part.number = state.count
    part.line = state.lines
    // Vectors count them at a small part of what reading costs.
    state.lines += part.bytes.baseAddress.map { cmasks_count($0, count, 10) } ?? 0
    // What lies behind belongs to nobody, and is to be the same each time.
    part.buffer.baseAddress.map { _ = memset($0 + count, 0, Self.padding) }
    state.count += 1
    return true
  }

  /// Where the last whole row ends; nil where there is none.
  private func lastEnd(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int) -> Int? {
    guard let base = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
    var quotes = rows == .quoted ? cmasks_count(base, count, UInt8(ascii: "\"")) : 0
    var at = count
    while at > 0 {
      at -= 1
      if base[at] == 10, quotes & 1 == 0 { return at + 1 }
      if rows == .quoted, base[at] == UInt8(ascii: "\"") { quotes -= 1 }
    }
    return nil
  }
}
