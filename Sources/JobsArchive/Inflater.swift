import CLibZ

/// Undoes gzip (RFC 1952) as bytes come; several members behind each other are one text.
package struct Inflater: ~Copyable, Sendable {
  /// Why bytes are no gzip, in words for people.
  package struct Fault: Error {
    package var message: String
  }

  /// Nobody else has it: what owns it cannot be copied.
  nonisolated(unsafe) private let stream: UnsafeMutablePointer<z_stream>
  private var isStarted = false
  /// Whether a member is open, so that the end of the file would cut it off.
  package private(set) var isOpen = false

  package init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
  }

  deinit {
    if isStarted { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Turns bytes into text, as much as there is of the one and room for the other.
  ///
  /// - Returns: how many bytes were taken, and how many were made.
  package mutating func inflate(
    _ bytes: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(Fault) -> (taken: Int, made: Int) {
    guard let from = bytes.baseAddress, let to = room.baseAddress, bytes.count > 0, room.count > 0 else {
      return (0, 0)
    }
    if !isStarted {
      guard clibz_inflate_start(stream) == Z_OK else { throw Fault(message: "there is no memory to read gzip with") }
      isStarted = true
    }
    let given = min(bytes.count, Int(Int32.max))
    let space = min(room.count, Int(Int32.max))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: from.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(given)
    stream.pointee.next_out = to.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(space)
    isOpen = true
    let code = CLibZ.inflate(stream, Z_NO_FLUSH)
    switch code {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isOpen = false
      inflateReset(stream)
    default:
      let words = stream.pointee.msg.map { String(cString: $0) } ?? "error \(code)"
      throw Fault(message: words)
    }
    return (given - Int(stream.pointee.avail_in), space - Int(stream.pointee.avail_out))
  }
}
