import JobsCore

/// A policy document within another value: as an object, or as a text.
enum EmbeddedPolicy {
  static func plain(
    _ tree: Tree, _ id: Tree.ID, _ kind: PolicyReader.Kind, file: String, places: inout PlaceCounter
  ) throws(ShapeError) -> PolicyDocument {
    var counter = places
    defer { places = counter }
    do throws(ShapeError) {
      return try PolicyReader.read(tree, id, kind) { range in
        let (line, column) = counter.position(of: range.lowerBound)
        return Location(file: file, line: line, column: column, endLine: line, endColumn: column)
      }
    } catch {
      throw error.within("a policy")
    }
  }

  /// - Parameter location: of the text, which is that of all its statements.
  static func text(
    _ tree: Tree, _ id: Tree.ID, _ kind: PolicyReader.Kind, location: Location
  ) throws(ShapeError) -> PolicyDocument {
    do throws(ShapeError) { return try read(tree, id, kind, location) } catch {
      throw error.within("a policy")
    }
  }

  private static func read(
    _ tree: Tree, _ id: Tree.ID, _ kind: PolicyReader.Kind, _ location: Location
  ) throws(ShapeError) -> PolicyDocument {
    let offset = tree.range(id).lowerBound
    guard let bytes = decoded(tree.string(id)) else {
      throw ShapeError(offset: offset, message: "a policy is a text that is not encoded as in a URL")
    }
    guard bytes.count <= PolicyLimits.documentLength else {
      throw ShapeError(offset: offset, message: "a policy is longer than \(PolicyLimits.documentLength) bytes")
    }
    var inner = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&inner, in: 0..<bytes.count)
    } catch {
      throw ShapeError(offset: offset, message: "a policy as a text is no JSON: byte \(error.offset): \(error.message)")
    }
    do throws(ShapeError) {
      return try PolicyReader.read(inner, Tree.root, kind) { _ in location }
    } catch {
      throw ShapeError(offset: offset, message: "in a policy as a text, byte \(error.offset): \(error.message)")
    }
  }

  /// The bytes of a text that is encoded; as it is where it begins with a brace.
  private static func decoded(_ text: String) -> [UInt8]? {
    let first = text.utf8.first { ![32, 9, 10, 13].contains($0) }
    return first == UInt8(ascii: "{") ? Array(text.utf8) : PercentEncoding.decoded(text)
  }
}
