package import JobsCore

/// The bytes of one manifest file, and lines and columns of them once they are asked for.
///
/// Confined to the task that reads the file.
package final class SourceText {
  /// The name that messages and records give, relative where the user gave it so.
  package let path: String
  package let bytes: [UInt8]
  package private(set) lazy var lines = LineIndex(bytes)

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package func location(_ range: Range<Int>) -> Location { lines.location(of: range, in: path) }
}
