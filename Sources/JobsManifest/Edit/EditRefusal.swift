/// Why a manifest cannot be changed as asked.
package struct EditRefusal: Error, Sendable, Hashable {
  package var message: String
  package var hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
