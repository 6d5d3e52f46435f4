import Glibc

/// A pipe whose ends are closed with the value that owns it.
final class PipePair {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    closeWriteEnd()
  }

  func write(_ bytes: some Collection<UInt8>) {
    let all = Array(bytes)
    _ = Glibc.write(writeEnd, all, all.count)
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  /// What stands in the pipe, after the write end has been closed.
  func drain() -> [UInt8] {
    closeWriteEnd()
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let got = read(readEnd, &chunk, chunk.count)
      guard got > 0 else { return all }
      all += chunk[..<got]
    }
  }
}
