import Glibc
import JobsCore
import JobsStore

/// The cgroups of runs: each has the id of its execution for a name, in a folder `jobs-run` of this process's own cgroup.
package struct ControlGroups {
  /// The folder that they lie in; nil where none can be made.
  package static var folder: String? { ControlGroupPlace.own.map { "\($0)/jobs-run" } }

  /// Those whose runs are over while some process of theirs goes on.
  private var left: [ControlGroup] = []

  /// Makes the group of a run; nil where that cannot be, as in a container that may not.
  func make(_ id: ULID) -> ControlGroup? {
    guard let folder = Self.folder else { return nil }
    let group = ControlGroup(path: "\(folder)/\(id)")
    mkdir(folder, 0o755)
    return mkdir(group.path, 0o755) == 0 ? group : nil
  }

  /// The group of a run that an earlier process started: in the same place or, while its first process lives, in that
  /// one's; nil if it has none.
  func find(_ id: ULID, leader: Int32) -> ControlGroup? {
    var paths = Self.folder.map { ["\($0)/\(id)"] } ?? []
    if let mounts = try? FileBytes.read("/proc/self/mountinfo", limit: 1 << 20),
      let groups = try? FileBytes.read("/proc/\(leader)/cgroup", limit: 1 << 16),
      let folder = ControlGroupPlace.folder(mounts: mounts, groups: groups), folder.hasSuffix("/jobs-run/\(id)")
    {
      paths.append(folder)
    }
    return paths.first { access($0, F_OK) == 0 }.map(ControlGroup.init)
  }

  /// Removes the group of a run that is over, now or once its last process has ended; and those that waited for that.
  mutating func remove(_ group: ControlGroup) {
    left = (left + [group]).filter { !$0.remove() }
  }

  /// Removes what an earlier process left behind: empty groups of runs that began a while ago. A run that begins is in
  /// its group after a moment, and whatever is in a group keeps it.
  func removeStale() {
    let begun = Instant.now().milliseconds - Self.moment
    for path in Self.folder.map(ControlGroup.folders) ?? [] {
      var status = stat()
      guard let name = path.split(separator: "/").last, ULID(name) != nil, stat(path, &status) == 0,
        Int64(status.st_ctim.tv_sec) * 1000 < begun
      else { continue }
      _ = ControlGroup(path: path).remove()
    }
  }

  /// Milliseconds within which a run joins its group.
  private static let moment: Int64 = 60_000
}
