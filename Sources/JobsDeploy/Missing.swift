/// What a plan needs where it is to be carried out and does not have: a permission, an API, an image.
package struct Missing: Sendable, Hashable {
  /// In words: `permission 'run.jobs.create' is missing on project 'acme-prod'`.
  package var message: String
  /// The least that mends it: a role to grant, a command.
  package var hint: String

  package init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }
}
