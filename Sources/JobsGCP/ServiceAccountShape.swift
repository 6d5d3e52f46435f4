import JobsDeploy

extension ResourceShape {
  /// A service account, `ServiceAccount`.
  ///
  /// Source: discovery document iam.v1, revision 20261023.
  static let serviceAccount = ResourceShape(
    layout: FieldLayout(),
    serverSet: [
      "name": "it is the account's own name", "email": "it is the account's own name",
      "projectId": "it is the account's own name", "uniqueId": byServer, "etag": byServer, "oauth2ClientId": byServer,
      "description": "it is the mark by which jobs-deploy knows its own",
    ],
    defaults: [:], implied: [Resource.Field("disabled", Resource.Value(false))], canonical: [:])

  private static let byServer = "the service sets it"

  /// The fields of an account that jobs run as.
  ///
  /// - Parameter room: tenant and environment of the jobs, `acme/prod`.
  static func wantedAccount(ofJobsIn room: String) -> [Resource.Field] {
    // At most 100 bytes (iam.v1.json).
    [
      Resource.Field("displayName", String("Jobs of \(room)".prefix(100))),
      Resource.Field("disabled", Resource.Value(false)),
    ]
  }
}
