extension AWSAccount {
  /// Whether the organisation denies a role to somebody who is not of the account, whomever the role trusts.
  ///
  /// - Parameters:
  ///   - account: theirs; nil for everybody outside the organisation.
  ///   - arn: theirs, where it is known.
  /// - Returns: explicitly denied where it does, possible where that depends on what is missing, else allowed.
  func denial(of role: AWSIdentity, to account: String?, arn: String? = nil) -> Decision {
    let controls = policies(of: role).resourceControls ?? []
    guard !controls.isEmpty else { return Decision(.allowed) }
    var context = RequestContext()
    context.set("aws:PrincipalIsAWSService", "false")
    for key in RequestContext.sourceKeys { context.set(key, .absent) }
    let own = organizations.place(of: number)
    context.set("Resource", in: own)
    context.set("aws:ResourceAccount", number)
    if let arn { context.set("aws:PrincipalArn", arn) }
    if let account {
      context.set("aws:PrincipalAccount", account)
      context.set("Principal", in: organizations.place(of: account))
    } else if case .member(let id, _) = own {
      context.set("Principal", in: .outside(of: [id]))
    }
    let caller = Caller(.user, arn: arn ?? "", account: account)
    return PolicyEvaluation.denial(
      PolicyQuestion(caller, "sts:AssumeRole", on: ResourcePattern(literal: role.arn.text), context: context),
      by: controls)
  }
}
