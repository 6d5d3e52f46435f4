import CLibZ

/// Packs bytes as RFC 1951 has it, and sums them up as zip does.
enum Deflate {
  /// nil where it would not become shorter, or there is no memory.
  static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 1, bytes.count < Int(UInt32.max) else { return nil }
    var stream = z_stream()
    guard clibz_deflate_start(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    // Room for less than it was: what does not fit was not worth it.
    let packed = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { room, count in
      let isWhole = bytes.withUnsafeBufferPointer { from in
        stream.next_in = UnsafeMutablePointer(mutating: from.baseAddress)
        stream.avail_in = UInt32(from.count)
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      count = isWhole ? room.count - Int(stream.avail_out) : 0
    }
    return packed.isEmpty ? nil : packed
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
