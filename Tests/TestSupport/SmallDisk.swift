import Glibc

/// A tmpfs of a few kibibytes, mounted for one test; only root can have one.
package final class SmallDisk {
  private let folder = TemporaryFolder()
  package let path: String

  /// Whether one can be had; looked up once, by trying.
  package static let isAvailable = SmallDisk(bytes: 4096) != nil

  package init?(bytes: Int) {
    path = folder.file("disk")
    mkdir(path, 0o700)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(bytes)") == 0 else {
      rmdir(path)
      return nil
    }
  }

  deinit {
    umount2(path, Int32(MNT_DETACH))
    rmdir(path)
  }

  package func file(_ name: String) -> String { "\(path)/\(name)" }
}
