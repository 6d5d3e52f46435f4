import Glibc
import JobsCore

/// Where this process may make cgroups: below its own in the tree of cgroup v2, if that was handed to it.
package enum ControlGroupPlace {
  /// The folder of this process's own cgroup, if it may make others in it and move its children there; nil where there is
  /// no cgroup v2, or not for this process.
  package static let own: String? = {
    guard let mounts = try? FileBytes.read("/proc/self/mountinfo", limit: 1 << 20),
      let groups = try? FileBytes.read("/proc/self/cgroup", limit: 1 << 16),
      let folder = folder(mounts: mounts, groups: groups)
    else { return nil }
    // To move a process takes the right to write both there and in what both places have in common (cgroups(7)).
    guard access(folder, W_OK) == 0, access("\(folder)/cgroup.procs", W_OK) == 0 else { return nil }
    return folder
  }()

  /// The folder of a process's cgroup; nil if no mount shows it.
  ///
  /// - Parameters:
  ///   - mounts: `/proc/PID/mountinfo`.
  ///   - groups: `/proc/PID/cgroup`; the line of cgroup v2 begins with `0::`.
  package static func folder(mounts: [UInt8], groups: [UInt8]) -> String? {
    let lines = groups.split(separator: UInt8(ascii: "\n"))
    guard let line = lines.first(where: { $0.starts(with: "0::/".utf8) }) else { return nil }
    let path = String(decoding: line.dropFirst(3), as: UTF8.self)
    // Above the root of a cgroup namespace, or removed meanwhile.
    guard !path.hasPrefix("/.."), !path.hasSuffix(" (deleted)") else { return nil }
    for mount in mounts.split(separator: UInt8(ascii: "\n")) {
      let fields = mount.split(separator: UInt8(ascii: " "))
      // A number of optional fields ends with '-' (proc(5)).
      guard let dash = fields.indices.dropFirst(6).first(where: { fields[$0].elementsEqual("-".utf8) }),
        dash + 1 < fields.count, fields[dash + 1].elementsEqual("cgroup2".utf8)
      else { continue }
      let root = unescaped(fields[3])
      guard root == "/" || path == root || path.hasPrefix("\(root)/") else { continue }
      let rest = root == "/" ? Substring(path) : path.dropFirst(root.count)
      return unescaped(fields[4]) + (rest == "/" ? "" : rest)
    }
    return nil
  }

  /// A blank, a tab, a line break and a backslash stand there as three octal digits.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
