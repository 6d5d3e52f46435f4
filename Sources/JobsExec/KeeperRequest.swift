import CKeeper
import JobsStore

/// Where a keeper puts an output once its client is gone.
package struct KeptFile: Hashable, Sendable {
  /// Absolute; created if it is missing, with its folders.
  package var path: String
  /// The most bytes the file may have.
  package var limit: Int

  package init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }
}

/// What a client asks of its keeper, as packets.
struct KeeperRequest {
  var packet: [UInt8]
  /// The block of strings, where it is too long for a packet and has to come in a memory file.
  var block: [UInt8]?

  /// - Returns: nil if the strings are more than the kernel takes for a process.
  static func start(
    _ command: PreparedCommand, execution: ULID, stdout: KeptFile?, stderr: KeptFile?
  ) -> KeeperRequest? {
    var block: [UInt8] = []
    block.reserveCapacity(4096)
    for text in [command.program, command.directory ?? "", stdout?.path ?? "", stderr?.path ?? ""] + command.words {
      block += text.utf8
      block.append(0)
    }
    for entry in command.environment {
      block += entry
      block.append(0)
    }
    guard block.count <= Int(KEEPER_BLOCK_MOST), command.words.count <= Int(KEEPER_STRINGS_MOST),
      command.environment.count <= Int(KEEPER_STRINGS_MOST)
    else { return nil }
    var head = keeper_start()
    head.kind = KEEPER_START.rawValue
    head.size = UInt32(block.count)
    head.arguments = UInt32(command.words.count)
    head.variables = UInt32(command.environment.count)
    withUnsafeMutableBytes(of: &head.execution) { $0.copyBytes(from: execution.description.utf8) }
    head.limits = (Int64(max(stdout?.limit ?? 0, 0)), Int64(max(stderr?.limit ?? 0, 0)))
    let isLong = MemoryLayout<keeper_start>.size + block.count > Int(KEEPER_PACKET_MOST)
    head.attached = isLong ? 1 : 0
    let packet = withUnsafeBytes(of: head) { Array($0) }
    return isLong ? KeeperRequest(packet: packet, block: block) : KeeperRequest(packet: packet + block)
  }

  /// - Parameter slots: at most `KEEPER_RELEASES_MOST`.
  static func release(_ slots: ArraySlice<Int>) -> KeeperRequest {
    let words = [KEEPER_RELEASE.rawValue, UInt32(slots.count)] + slots.map { UInt32($0) }
    return KeeperRequest(packet: words.withUnsafeBytes { Array($0) })
  }
}
