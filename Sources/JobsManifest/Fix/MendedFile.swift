import Glibc
package import JobsCore

/// Puts a mended file in the place of the one that was checked.
package enum MendedFile {
  /// Writes beside the file and renames; a symbolic link is followed.
  ///
  /// - Parameter old: what was read and checked; a file that holds anything else by now is left alone.
  /// - Throws: a failure of kind `world` that names the file; it is as it was then.
  package static func write(_ bytes: [UInt8], over old: [UInt8], at path: String) throws(Failure) {
    let now: [UInt8]
    do throws(FileBytes.ReadError) {
      now = try FileBytes.read(path, limit: max(old.count, 1 << 20))
    } catch {
      throw changed(path)
    }
    guard now == old else { throw changed(path) }
    // Without write permission root could still replace the file, which is not what whoever took it away wants.
    var status = stat()
    guard stat(path, &status) == 0 else { throw changed(path) }
    guard status.st_mode & 0o222 != 0 else {
      throw .world(
        "cannot mend '\(Terminal.visible(path))': it is read-only",
        hint: "make it writable: chmod u+w '\(Terminal.visible(path))'")
    }
    try FileBytes.write(bytes, to: path)
  }

  private static func changed(_ path: String) -> Failure {
    .world(
      "cannot mend '\(Terminal.visible(path))': it changed while it was checked",
      hint: "run it again when nothing else writes the file")
  }
}
