import Glibc

/// The entries of a folder but `.` and `..`, one by one, in the order in which the file system has them.
package final class FolderReader: Sequence, IteratorProtocol {
  package struct Entry {
    /// Bytes that are no UTF-8 are repaired.
    package var name: String
    /// `DT_REG`, `DT_DIR` and so on; `DT_UNKNOWN` where the file system does not say.
    package var type: Int
  }

  private let stream: OpaquePointer

  /// nil with `errno` set if the folder cannot be read.
  package init?(_ folder: String) {
    guard let stream = opendir(folder) else { return nil }
    self.stream = stream
  }

  deinit { closedir(stream) }

  package func next() -> Entry? {
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { return Entry(name: name, type: Int(entry.pointee.d_type)) }
    }
    return nil
  }

  /// The names in a folder; none if it cannot be read.
  package static func names(in folder: String) -> [String] { FolderReader(folder)?.map(\.name) ?? [] }
}
