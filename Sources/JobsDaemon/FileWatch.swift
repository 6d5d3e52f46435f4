import CLinux
import Glibc
package import JobsCore

/// Tells that something changed in files and folders, by inotify.
package final class FileWatch {
  package let descriptor: Int32
  private var watched: [String: Int32] = [:]

  package init() throws(Failure) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else {
      throw .world(
        "cannot watch files: \(systemMessage())",
        hint: "raise 'fs.inotify.max_user_instances', or reload by SIGHUP with --no-watch")
    }
  }

  deinit { close(descriptor) }

  /// Watches exactly these paths from here on.
  ///
  /// - Returns: those that cannot be watched, with the reason.
  package func set(_ paths: Set<String>) -> [(path: String, reason: String)] {
    for (path, watch) in watched where !paths.contains(path) {
      inotify_rm_watch(descriptor, watch)
      watched[path] = nil
    }
    var failed: [(path: String, reason: String)] = []
    for path in paths.sorted() {
      // Again even where it is known: another folder may stand at the path by now.
      let watch = inotify_add_watch(descriptor, path, Self.events)
      if watch >= 0 { watched[path] = watch } else { failed.append((path, systemMessage())) }
    }
    return failed
  }

  /// Whether anything happened since the last look; what it was is found by reading all again.
  package func take() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16384)
    var happened = false
    while read(descriptor, &buffer, buffer.count) > 0 { happened = true }
    return happened
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB)
}
