/// What a plan needs where it is to be carried out and does not have: a permission, a secret, an image.
package struct Missing: Sendable, Hashable {
  /// In words: `permission 'run.jobs.create' is missing on project 'acme-prod'`.
  package var message: String
  /// The least that mends it: a role to grant, a command; nil where there is none.
  package var hint: String?
  /// Whether it is certain; otherwise it could not be found out, and the plan goes on.
  package var isCertain: Bool

  package init(_ message: String, hint: String?, isCertain: Bool = true) {
    self.message = message
    self.hint = hint
    self.isCertain = isCertain
  }

  /// What could not be found out, which is no reason to stay: who deploys need not be allowed to look everywhere.
  ///
  /// - Parameter question: such as `whether there is an image 'a:1'`.
  package init(unknown question: String, why: String, hint: String?) {
    self.init("it is not known \(question): \(why)", hint: hint, isCertain: false)
  }
}
