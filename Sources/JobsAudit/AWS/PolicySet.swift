/// A policy as it is attached somewhere, with the name that evidence gives it.
package struct AttachedPolicy: Sendable {
  package var name: String
  package var document: PolicyDocument

  package init(_ name: String, _ document: PolicyDocument) {
    self.name = name
    self.document = document
  }
}

/// All policies that have a say in a request.
package struct PolicySet: Sendable {
  /// Those of the caller, and of the caller's groups.
  package var identity: [AttachedPolicy] = []
  /// The boundary of the caller's permissions; nil where none is set.
  package var boundary: AttachedPolicy?
  /// Those of the organisation, by level from the root down; each level has to allow. nil where they are not known.
  package var organization: [[AttachedPolicy]]?
  /// Those of the organisation about the resource's account; nil where they are not known.
  package var resourceControls: [AttachedPolicy]?
  /// The policy of the resource; nil where it has none, or none is known.
  package var resource: AttachedPolicy?
  /// What was passed as the session began; nil where nothing was.
  package var session: [AttachedPolicy]?

  package init(identity: [AttachedPolicy] = [], boundary: AttachedPolicy? = nil) {
    self.identity = identity
    self.boundary = boundary
  }
}

extension PolicySet {
  /// Whether somebody whose policies these are may do all there is. Some things may be denied them, but not to change what is.
  ///
  /// - Parameter context: what is known of their requests beforehand.
  func administration(by identity: AWSIdentity, _ context: RequestContext) -> Decision {
    func decide(_ action: String) -> Decision {
      PolicyEvaluation.decide(
        PolicyQuestion(identity.actor, action, on: ResourcePattern("*"), context: context), self)
    }
    let all = decide("*")
    guard all.mayBe else { return all }
    let change = decide("iam:attachrolepolicy")
    return all.outcome == .allowed || !change.mayBe ? change : all
  }
}
