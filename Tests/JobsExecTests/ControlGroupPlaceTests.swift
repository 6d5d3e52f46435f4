import JobsExec
import Testing

@Suite struct ControlGroupPlaceTests {
  private static let hybrid = """
    30 23 0:27 / /sys rw - sysfs sysfs rw
    31 30 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
    40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime shared:9 - cgroup cgroup rw,name=systemd
    41 31 0:38 / /sys/fs/cgroup/unified rw,relatime shared:10 master:2 - cgroup2 cgroup2 rw
    """
  private static let unified = "35 24 0:30 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate"
  private static let part = "35 24 0:30 /docker/f00 /sys/fs/cgroup ro - cgroup2 cgroup rw"

  @Test(
    "a process's cgroup is found through the mount that shows it",
    arguments: [
      (hybrid, "9:name=systemd:/user\n0::/", "/sys/fs/cgroup/unified"),
      (hybrid, "0::/batch", "/sys/fs/cgroup/unified/batch"),
      (unified, "0::/system.slice/jobs-run.service\n", "/sys/fs/cgroup/system.slice/jobs-run.service"),
      (unified, "0::/a b:c", "/sys/fs/cgroup/a b:c"),
      ("36 24 0:30 / /mnt/a\\040b\\134c rw - cgroup2 none rw", "0::/x", "/mnt/a b\\c/x"),
      (part, "0::/docker/f00", "/sys/fs/cgroup"), (part, "0::/docker/f00/x", "/sys/fs/cgroup/x"),
      ("\(part)\n\(unified)", "0::/docker/f001", "/sys/fs/cgroup/docker/f001"),
    ])
  func found(mounts: String, groups: String, folder: String) {
    #expect(ControlGroupPlace.folder(mounts: Array(mounts.utf8), groups: Array(groups.utf8)) == folder)
  }

  @Test(
    "a process without cgroup v2, or out of sight of every mount, has none",
    arguments: [
      (hybrid, "9:name=systemd:/user"), (hybrid, ""), (unified, "0::/../other"), (unified, "0::/x (deleted)"),
      (part, "0::/docker/f001"), (part, "0::/"), ("", "0::/"), ("35 24 0:30 / /sys/fs/cgroup rw - cgroup2", ""),
      ("35 24 0:30 / /sys/fs/cgroup rw - cgroup cgroup rw", "0::/"), ("35 24 - cgroup2 cgroup2", "0::/"),
    ])
  func missing(mounts: String, groups: String) {
    #expect(ControlGroupPlace.folder(mounts: Array(mounts.utf8), groups: Array(groups.utf8)) == nil)
  }
}
