import JobsDeploy

extension ResourceShape {
  /// A topic of Pub/Sub, `Topic`.
  ///
  /// Source: discovery document pubsub.v1, revision 20261027.
  static let topic = ResourceShape(
    layout: FieldLayout(),
    serverSet: [
      "name": "it is the topic's own name", "state": byService, "satisfiesPzs": byService,
      "messageStoragePolicy": "the policies of the organisation set it where nobody chose",
    ].merging(LabelMark.paths.map { ($0, isMark) }) { $1 },
    defaults: [:], implied: [], canonical: [:])

  /// A workflow, `Workflow`.
  ///
  /// Source: discovery document workflows.v1, revision 20260819.
  static let workflow = ResourceShape(
    layout: FieldLayout(),
    serverSet: [
      "name": "it is the workflow's own name", "description": isMark, "state": byService, "stateError": byService,
      "revisionId": byService, "createTime": byService, "updateTime": byService, "revisionCreateTime": byService,
      "allKmsKeys": byService, "allKmsKeysVersions": byService, "cryptoKeyVersion": byService,
    ],
    defaults: [
      "callLogLevel": .value("CALL_LOG_LEVEL_UNSPECIFIED"),
      "executionHistoryLevel": .value("EXECUTION_HISTORY_LEVEL_UNSPECIFIED"),
    ],
    implied: [], canonical: ["serviceAccount": { address($0) }])

  /// A trigger of Eventarc, `Trigger`.
  ///
  /// Source: discovery document eventarc.v1, revision 20261002.
  static let trigger = ResourceShape(
    layout: FieldLayout(lists: ["eventFilters": .key("attribute")]),
    serverSet: [
      "name": "it is the trigger's own name", "uid": byService, "etag": byService, "createTime": byService,
      "updateTime": byService, "conditions": byService, "satisfiesPzs": byService,
      "transport.pubsub.subscription": "Eventarc makes it for the trigger",
    ].merging(LabelMark.paths.map { ($0, isMark) }) { $1 },
    defaults: ["eventDataContentType": .value("application/json")],
    implied: [], canonical: ["serviceAccount": { address($0) }])

  /// `EMAIL` of `projects/P/serviceAccounts/EMAIL`, as which services name it too.
  private static func address(_ account: String) -> String {
    account.split(separator: "/").last.map { String($0) } ?? account
  }

  private static let byService = "the service sets it"
  private static let isMark = "it is the mark by which jobs-deploy knows its own"
}
