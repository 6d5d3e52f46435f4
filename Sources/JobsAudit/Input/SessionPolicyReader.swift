package import JobsCore

/// Reads what a session is limited to as it begins: policy documents as they are passed to `aws sts assume-role`. By its content such
/// a document cannot be told from any other of an identity.
package enum SessionPolicyReader {
  /// - Throws: a usage failure with the place of what is none, and for a file without any.
  package static func read(_ reader: inout ValueReader, file: String) throws(Failure) -> [AttachedPolicy] {
    let hint = "give the document that 'aws sts assume-role' takes as --policy"
    var found: [AttachedPolicy] = []
    while let value = try reader.next() {
      do throws(ShapeError) {
        var places = PlaceCounter(value.tree.source, line: value.line, column: value.column)
        let document = try EmbeddedPolicy.plain(value.tree, Tree.root, .identity, file: file, places: &places)
        found.append(AttachedPolicy(file, document))
      } catch {
        throw value.failure(error, in: file, as: "a session policy", hint: hint)
      }
    }
    guard !found.isEmpty else { throw .usage("'\(Terminal.visible(file))' holds no policy", hint: hint) }
    return found
  }
}
