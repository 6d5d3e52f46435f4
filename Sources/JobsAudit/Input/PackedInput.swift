import JobsArchive
import JobsCore

/// The bytes of a file that gzip packed, unpacked as they come.
final class PackedInput {
  private let descriptor: Int32
  private var inflater = Inflater()
  /// Packed, and not looked at yet.
  private var pending: [UInt8]
  private var room = [UInt8](repeating: 0, count: 1 << 17)

  /// What such a file begins with (RFC 1952).
  static let mark: [UInt8] = [0x1F, 0x8B]

  /// - Parameter head: what of the file was read.
  init(descriptor: Int32, head: [UInt8]) {
    self.descriptor = descriptor
    pending = head
  }

  /// Puts more of the text behind a buffer.
  ///
  /// - Returns: false at the end.
  /// - Throws: a usage failure for gzip that is cut off or broken, a world failure where the file cannot be read.
  func fill(_ buffer: inout [UInt8], name: String) throws(Failure) -> Bool {
    while true {
      if pending.isEmpty {
        let (got, code) = FileBytes.append(from: descriptor, upTo: 1 << 16, to: &pending)
        guard code == 0 else { throw .world("cannot read \(name): \(systemMessage(code))") }
        guard got > 0 else {
          guard inflater.isOpen else { return false }
          throw .usage("\(name) is gzip that is cut off", hint: "fetch the file anew; nothing is told of what it holds")
        }
      }
      let done = try inflate(name)
      pending.removeFirst(done.taken)
      if done.made > 0 {
        buffer += room[..<done.made]
        return true
      }
    }
  }

  private func inflate(_ name: String) throws(Failure) -> (taken: Int, made: Int) {
    let result = pending.withUnsafeBytes { bytes in
      room.withUnsafeMutableBytes { room in
        Result<(taken: Int, made: Int), Inflater.Fault> { () throws(Inflater.Fault) in
          try inflater.inflate(bytes, into: room)
        }
      }
    }
    switch result {
    case .success(let done) where done.taken > 0 || done.made > 0: return done
    case .success: throw .usage("\(name) is broken gzip: it comes to nothing", hint: "fetch the file anew")
    case .failure(let fault):
      throw .usage("\(name) is broken gzip: \(fault.message)", hint: "fetch the file anew")
    }
  }
}
