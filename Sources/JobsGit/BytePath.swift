import Glibc

/// A path that equals another only if their bytes do.
///
/// `String` holds the composed and the decomposed spelling of 'é' for equal; to git they are two files.
struct BytePath: Hashable {
  var text: String

  init(_ text: String) { self.text = text }

  static func == (a: BytePath, b: BytePath) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The order of git's own lists.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.withCString { a in b.withCString { b in strcmp(a, b) < 0 } }
  }
}

let slash = UInt8(ascii: "/")
