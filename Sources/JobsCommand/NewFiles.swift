import Glibc
package import JobsCore

/// Files that a tool writes into a folder of the user's, all of them or none.
package struct NewFiles {
  private let folder: String
  private let mayReplace: Bool

  /// - Parameter mayReplace: whether files that are there are written over.
  package init(folder: String, mayReplace: Bool) {
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.mayReplace = mayReplace
  }

  package func path(of name: String) -> String { folder + name }

  /// Refuses what is there already, before anything is done.
  ///
  /// - Throws: a usage failure for a file that is there, unless it may be replaced or has these very bytes.
  package func check(_ files: [(name: String, bytes: [UInt8])]) throws(Failure) {
    guard !mayReplace, let taken = files.first(where: { isTaken($0.name, $0.bytes) }) else { return }
    throw .usage(
      "'\(Terminal.visible(path(of: taken.name)))' is there already", hint: "add --force to replace it")
  }

  /// Makes the folder where it is missing, and writes each file beside its place first.
  package func write(_ files: [(name: String, bytes: [UInt8])]) throws(Failure) {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .world(
        "cannot make folder '\(Terminal.visible(folder))': \(systemMessage())", hint: "make the folders above it first")
    }
    try check(files)
    for file in files { try FileBytes.write(file.bytes, to: path(of: file.name)) }
  }

  private func isTaken(_ name: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard lstat(path(of: name), &status) == 0 else { return false }
    return (try? FileBytes.read(path(of: name), limit: bytes.count)) != bytes
  }
}
