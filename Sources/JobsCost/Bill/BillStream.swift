import Glibc
import JobsArchive
import JobsCore

/// The bytes of a bill from a descriptor, gzip undone.
struct BillStream: ~Copyable, Sendable {
  /// What messages call it, such as `'bill.csv'`.
  let name: String
  private let descriptor: Int32
  private var inflater: Inflater?
  /// Bytes that were read and not yet inflated, or looked at to see what they are.
  private var pending: [UInt8] = []
  private var taken = 0
  private var isEnd = false
  /// Whether nothing was read yet.
  private var isNew = true

  private static let size = 64 << 10

  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Fills room with the next bytes; 0 at the end.
  ///
  /// - Throws: a failure of kind `usage` for gzip that is cut off or broken, of kind `world` where reading fails.
  mutating func read(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    if isNew {
      isNew = false
      try refill()
      if pending.starts(with: [0x1F, 0x8B]) { inflater = Inflater() }
    }
    guard inflater != nil else {
      if taken < pending.count {
        let count = min(room.count, pending.count - taken)
        pending.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count])) }
        taken += count
        if taken == pending.count { pending = [] }
        return count
      }
      return try readOnce(room)
    }
    var made = 0
    while made == 0 {
      if taken == pending.count {
        if !isEnd { try refill() }
        if isEnd, pending.isEmpty {
          guard inflater?.isOpen == false else {
            throw .usage(
              "\(name) is gzip that is cut off", hint: "fetch the file anew; nothing of it was counted")
          }
          return 0
        }
      }
      made = try inflate(into: room)
    }
    return made
  }

  /// Adds the next bytes to others, at most so many.
  ///
  /// - Returns: how many there were; 0 at the end.
  mutating func read(addingTo bytes: inout [UInt8], upTo limit: Int) throws(Failure) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: limit))
    let count = try bytes.withUnsafeMutableBufferPointer { room throws(Failure) in
      try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room[start...])))
    }
    bytes.removeLast(limit - count)
    return count
  }

  private mutating func inflate(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    // Zeros that pad a file, as tapes have them.
    if inflater?.isOpen == false, pending[taken] == 0 {
      taken = pending.count
      return 0
    }
    let start = taken
    do throws(Inflater.Fault) {
      let done = try pending.withUnsafeBufferPointer { bytes throws(Inflater.Fault) in
        try inflater?.inflate(UnsafeRawBufferPointer(bytes.part(start, bytes.count)), into: room) ?? (taken: 0, made: 0)
      }
      taken += done.taken
      return done.made
    } catch {
      throw .usage(
        "\(name) is broken gzip: \(error.message)", hint: "fetch the file anew; nothing of it was counted")
    }
  }

  private mutating func refill() throws(Failure) {
    var bytes = [UInt8](repeating: 0, count: Self.size)
    let count = try bytes.withUnsafeMutableBufferPointer { room throws(Failure) in
      try readOnce(UnsafeMutableRawBufferPointer(room))
    }
    bytes.removeLast(bytes.count - count)
    pending = bytes
    taken = 0
    isEnd = count == 0
  }

  private func readOnce(_ room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let count = Glibc.read(descriptor, room.baseAddress, room.count)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, -1)
      case EISDIR: throw .usage("cannot read \(name): it is a folder", hint: "name the files in it")
      default: throw .world("cannot read \(name): \(systemMessage())")
      }
    }
  }
}
