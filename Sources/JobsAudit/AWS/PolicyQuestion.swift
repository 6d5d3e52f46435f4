/// What is asked of an evaluation: may this caller do this to that.
package struct PolicyQuestion: Sendable {
  package var caller: Caller
  /// Such as `iam:PassRole`.
  package var action: Glob
  /// The resource, or a set of them: then it is asked whether any of them will do.
  package var resource: ResourcePattern
  /// The account of the resource; nil for that of the caller.
  package var resourceAccount: String?
  package var context: RequestContext
  /// Whether the resource's own policy has to allow too, within an account also, as roles and keys have it.
  package var needsResourcePolicy = false

  package init(_ caller: Caller, _ action: String, on resource: ResourcePattern, context: RequestContext) {
    self.caller = caller
    self.action = Glob(action, foldsCase: true)
    self.resource = resource
    self.context = context
  }

  package var isCrossAccount: Bool {
    guard let resourceAccount else { return false }
    return caller.account != resourceAccount
  }
}
