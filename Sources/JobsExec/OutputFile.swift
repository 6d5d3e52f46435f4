import Glibc
import JobsCore
import JobsStore

/// The file that keeps a stream of one run: created with the first byte, and never larger than its limit by more than
/// a line.
///
/// The beginning is written as it comes. What exceeds the limit is kept by the stream's `HeadTail`, whose tail is
/// added at the end, after a line that says how much is missing. A full disk stops the file, not the job.
struct OutputFile {
  let path: String
  /// Bytes of the stream that are written as they come.
  private let headLimit: Int
  /// Bytes of the stream's end that are added when it is over.
  private let tailLimit: Int
  private var descriptor: FileDescriptor?
  /// Bytes of the stream in the file.
  private(set) var written = 0
  /// Bytes of the file, lines of ours among them.
  private var length = 0
  private var times: OutputTimes
  /// Why the file is not whole.
  private(set) var failure: Failure?

  /// - Parameters:
  ///   - limit: the most bytes of the stream to keep.
  ///   - tailLimit: how many of them may be its end, which is what the stream's `HeadTail` has of it.
  init(path: String, limit: Int, tailLimit: Int) {
    self.path = path
    times = OutputTimes(of: path)
    self.tailLimit = min(tailLimit, limit / 2)
    headLimit = max(limit - self.tailLimit, 0)
  }

  var exists: Bool { descriptor != nil }

  /// Creates the file, so that what is taken from the pipe next is written with the least delay.
  mutating func open() {
    guard descriptor == nil, failure == nil else { return }
    do throws(Failure) {
      descriptor = try create()
    } catch {
      failure = error
    }
  }

  /// - Parameter time: when they were written, in milliseconds since the epoch; nil for now.
  mutating func append(_ bytes: ArraySlice<UInt8>, at time: Int64? = nil) {
    write(bytes.prefix(headLimit - written), counting: true, at: time)
  }

  /// Adds what the file lacks from the end of the stream, and closes it.
  mutating func finish(_ stream: HeadTail) {
    let missing = stream.total - written
    if missing > 0, failure == nil {
      let tail = stream.last(min(missing, tailLimit))
      if missing > tail.count { write(HeadTail.gap(missing - tail.count)[...], counting: false) }
      write(tail[...], counting: true)
    }
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>, counting: Bool, at time: Int64? = nil) {
    guard !bytes.isEmpty else { return }
    open()
    guard failure == nil, let descriptor else { return }
    do throws(Failure) {
      times.mark(length, now: time ?? Instant.now().milliseconds)
      let code = bytes.withUnsafeBytes { raw -> Int32 in
        var done = 0
        while done < raw.count {
          let count = Glibc.write(descriptor.number, raw.baseAddress! + done, raw.count - done)
          if count < 0 {
            if errno == EINTR { continue }
            return errno
          }
          done += count
          length += count
          if counting { written += count }
        }
        return 0
      }
      guard code == 0 else {
        throw .world(
          "cannot keep the output in '\(path)': \(systemMessage(code))", hint: "free some space; the job went on")
      }
    } catch {
      failure = error
    }
  }

  private func create() throws(Failure) -> FileDescriptor {
    if let slash = path.lastIndex(of: "/") { try StateDirectory.create(String(path[..<slash])) }
    let fd = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard fd >= 0 else {
      throw .world(
        "cannot create '\(path)': \(systemMessage())", hint: "make the state folder writable; the job went on")
    }
    return FileDescriptor(fd)
  }
}
