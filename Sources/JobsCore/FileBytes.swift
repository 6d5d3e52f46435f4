import Glibc

/// Whole files, read and written.
package enum FileBytes {
  /// Why a file could not be read as a whole.
  package enum ReadError: Error, Hashable, Sendable {
    case system(Int32)
    /// A folder, FIFO, device or socket.
    case notAFile(String)
    case tooLarge(bytes: Int, limit: Int)
  }

  /// The bytes of a regular file; a FIFO or device is an error instead of a wait.
  ///
  /// - Parameter limit: the size in bytes above which nothing is read.
  package static func read(_ path: String, limit: Int) throws(ReadError) -> [UInt8] {
    let fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    // The kernel's answer for a socket, which cannot be opened.
    guard fd >= 0 else { throw errno == ENXIO ? .notAFile("a socket") : .system(errno) }
    defer { close(fd) }
    var status = stat()
    guard fstat(fd, &status) == 0 else { throw .system(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notAFile("a folder")
    case S_IFIFO: throw .notAFile("a FIFO")
    default: throw .notAFile("a device")
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    // One byte more than the size shows whether the file grew meanwhile; files of /proc say 0.
    return try readAll(fd, expecting: max(size + 1, 4096), limit: limit)
  }

  /// Everything up to the end of a file, pipe or terminal.
  ///
  /// - Parameter expecting: a guess at the size in bytes; one above the real size saves copying.
  package static func readAll(_ fd: Int32, expecting: Int = 65536, limit: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expecting)
    while true {
      let room = bytes.capacity - bytes.count
      let (got, code) = append(from: fd, upTo: room > 0 ? room : max(65536, bytes.count), to: &bytes)
      guard code == 0 else { throw .system(code) }
      if got == 0 { return bytes }
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    }
  }

  /// Reads once, straight into the array's spare room, over interruptions and descriptors that are not ready.
  ///
  /// - Returns: the bytes read, 0 at the end; and 0 or an `errno`.
  package static func append(from fd: Int32, upTo room: Int, to bytes: inout [UInt8]) -> (got: Int, code: Int32) {
    var outcome: (got: Int, code: Int32) = (0, 0)
    bytes.append(addingCapacity: room) { span in
      span.withUnsafeMutableBufferPointer { buffer, count in
        while true {
          let got = Glibc.read(fd, buffer.baseAddress! + count, room)
          if got >= 0 {
            count += got
            outcome.got = got
          } else if errno == EINTR {
            continue
          } else if errno == EAGAIN {
            waitUntilReady(fd, POLLIN)
            continue
          } else {
            outcome.code = errno
          }
          return
        }
      }
    }
    return outcome
  }

  private static func waitUntilReady(_ fd: Int32, _ events: Int32) {
    var ready = pollfd(fd: fd, events: Int16(events), revents: 0)
    poll(&ready, 1, -1)
  }

  /// Writes every byte, over short writes and interruptions; 0 or an `errno`.
  package static func writeAll(_ fd: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let wrote = Glibc.write(fd, raw.baseAddress! + done, raw.count - done)
        if wrote < 0 {
          if errno == EINTR { continue }
          if errno == EAGAIN {
            waitUntilReady(fd, POLLOUT)
            continue
          }
          return errno
        }
        done += wrote
      }
      return 0
    }
  }
}
