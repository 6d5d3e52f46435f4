import Glibc
import JobsCore
import JobsStore

/// Looks through the folder of outputs for files that no execution has, and for folders that have become empty.
///
/// Only the folders of days that are too old are read, where nothing is left but what stayed for a reason.
struct OutputSweep {
  private let state: StateDirectory
  /// `2026-11-21`: in folders of earlier days everything is too old that no execution has; nil for none.
  private let end: String?
  /// The same, for folders into which nobody writes any more.
  private let quiet: String
  private let isDry: Bool
  private var folders: [String]
  private var open: FolderReader?
  private(set) var removed = 0

  /// - Parameters:
  ///   - end: the time before which a file is too old, and `now`, in milliseconds since the epoch.
  init(_ state: StateDirectory, end: Int64?, now: Int64, isDry: Bool) {
    self.state = state
    self.end = end.map { StateDirectory.day($0) }
    let quiet = StateDirectory.day(now - 2 * 86_400_000)
    self.quiet = quiet
    self.isDry = isDry
    let days = FolderReader.names(in: state.output).filter { $0.utf8.count == 10 && !$0.hasPrefix(".") }
    // The last is the next.
    folders = days.filter { $0 < quiet }.sorted(by: >)
  }

  /// Looks at some names.
  ///
  /// - Returns: whether nothing is left to look at.
  mutating func step(_ history: RunHistory) throws(Failure) -> Bool {
    guard let day = folders.last else { return true }
    let path = "\(state.output)/\(day)"
    if let end, day < end, open == nil { open = FolderReader(path) }
    for _ in 0..<Self.stride {
      guard let name = open?.next()?.name else {
        open = nil
        folders.removeLast()
        // Fails for one that is not empty, which is meant.
        if !isDry { rmdir(path) }
        return folders.isEmpty
      }
      guard let id = StateDirectory.execution(ofOutput: name), try !history.knows(id) else { continue }
      // A run that has begun then may still go on, though its row was lost.
      var status = stat()
      guard lstat("\(path)/\(name)", &status) == 0, StateDirectory.day(Int64(status.st_mtim.tv_sec) * 1000) < quiet
      else { continue }
      if isDry || unlink("\(path)/\(name)") == 0 { removed += 1 }
    }
    return false
  }

  /// Names that one step looks at.
  private static let stride = 128
}
