/// An element of a reply in XML: its name, its text, and the elements in it.
///
/// Read strictly and within limits: names without their prefixes, attributes passed over, the five entities of XML and
/// characters by number; what has a document type, and so entities of its own, is refused.
package struct XMLElement: Sendable, Hashable {
  /// Why a reply is no such document.
  package struct SyntaxError: Error, Hashable, Sendable {
    /// The 0-based byte at fault.
    package var offset: Int
    package var message: String
  }

  package var name: String
  /// What stands in it and in none of its elements.
  package var text: String
  package var children: [XMLElement]

  init(name: String, text: String = "", children: [XMLElement] = []) {
    self.name = name
    self.text = text
    self.children = children
  }

  /// Reads a whole document.
  package init(_ bytes: [UInt8]) throws(SyntaxError) {
    var reader = XMLReader(bytes)
    self = try reader.document()
  }

  /// The first element at the end of a chain of names.
  package subscript(path: String...) -> XMLElement? { element(path) }

  /// The text at the end of a chain of names.
  package func text(_ path: String...) -> String? { element(path)?.text }

  /// The elements of a list, which AWS calls `member`.
  package func members(_ path: String...) -> [XMLElement] {
    element(path)?.children.filter { $0.name == "member" } ?? []
  }

  private func element(_ path: [String]) -> XMLElement? {
    path.reduce(self as XMLElement?) { element, name in element?.children.first { $0.name == name } }
  }

  /// All text, that of its elements too.
  package var wholeText: String { children.reduce(text) { $0 + $1.wholeText } }
}
