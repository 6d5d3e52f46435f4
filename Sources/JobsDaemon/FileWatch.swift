import CLinux
import Glibc
package import JobsCore

/// Tells that something changed in files and folders, by one instance of inotify: a user has 128 of them as a rule.
package final class FileWatch {
  /// What files are watched for.
  package enum Topic: Sendable, CaseIterable {
    case manifests, zones, requests
  }

  package let descriptor: Int32
  private var wanted: [Topic: Set<String>] = [:]
  private var watches: [String: Int32] = [:]
  private var buffer = [UInt8](repeating: 0, count: 16384)

  package init() throws(Failure) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else {
      throw .world(
        "cannot watch files: \(systemMessage())", hint: "raise 'fs.inotify.max_user_instances', or end what uses them")
    }
  }

  deinit { close(descriptor) }

  /// Watches exactly these paths for a topic from here on.
  ///
  /// - Returns: those that cannot be watched, with the reason.
  package func set(_ paths: Set<String>, for topic: Topic) -> [(path: String, reason: String)] {
    wanted[topic] = paths
    let all = wanted.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for (path, watch) in watches where !all.contains(path) {
      watches[path] = nil
      // Another path may lead to the same place.
      if !watches.values.contains(watch) { inotify_rm_watch(descriptor, watch) }
    }
    var failed: [(path: String, reason: String)] = []
    for path in paths.sorted() {
      // Again even where it is known: another folder may stand at the path by now.
      let watch = inotify_add_watch(descriptor, path, Self.events)
      if watch >= 0 { watches[path] = watch } else { failed.append((path, systemMessage())) }
    }
    return failed
  }

  /// The topics for which anything happened since the last look; what it was is found by reading all again.
  package func take() -> Set<Topic> {
    var changed: Set<Int32> = []
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      buffer.withUnsafeBytes { bytes in
        var place = 0
        while place + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          changed.insert(event.wd)
          place += MemoryLayout<inotify_event>.size + Int(event.len)
        }
      }
    }
    guard !changed.isEmpty else { return [] }
    // The kernel has forgotten some.
    if changed.contains(-1) { return Set(wanted.keys) }
    let places = Set(watches.filter { changed.contains($0.value) }.keys)
    return Set(wanted.filter { !$0.value.isDisjoint(with: places) }.keys)
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB)
}
