import JobsCore

/// Workflows (workflows.v1, revision 20260819). Programs that are JSON are read when they are sent, and run; those in YAML are
/// kept as they come.
enum Workflows {
  static let kind = ResourceKind(
    collection: "workflows.projects.locations.workflows", type: "google.cloud.workflows.v1.Workflow",
    idParameter: "workflowId", isID: isID,
    metadata: .told("google.cloud.workflows.v1.OperationMetadata", endsEmpty: true), create: create, update: update)

  static let handlers: [String: Methods.Handler] = [
    "workflows.projects.locations.workflows.listRevisions": { call, world throws(APIError) in
      ["workflows": [try world.resource(.workflows, call.target).value]]
    }
  ]

  /// Letters, digits, `_` and `-`, at most 64, begun by a letter and ended by none of the signs.
  private static func isID(_ id: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    return 1...64 ~= id.utf8.count && id.utf8.first.map(isLetter) ?? false
      && id.utf8.last.map { isLetter($0) || isDigit($0) } ?? false
      && id.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 45 || $0 == 95 }
  }

  private static func create(_ workflow: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError) {
    try settle(&workflow, &world, call, revision: 1)
    workflow["createTime"] = .string(call.now.rfc3339)
  }

  private static func update(
    _ workflow: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    let before = old["revisionId"]?.string.flatMap { Int($0.prefix(6)) } ?? 1
    let isNew = ["sourceContents", "serviceAccount", "userEnvVars"].contains { field in
      field == "serviceAccount"
        ? ResourceName.id(of: workflow[field]?.string ?? "") != ResourceName.id(of: old[field]?.string ?? "")
        : workflow[field] != old[field]
    }
    try settle(&workflow, &world, call, revision: isNew ? before + 1 : nil)
  }

  /// - Parameter revision: nil where nothing that makes one has changed.
  private static func settle(
    _ workflow: inout JSONValue, _ world: inout World, _ call: APICall, revision: Int?
  ) throws(APIError) {
    let source = workflow["sourceContents"]?.string ?? ""
    guard source.utf8.count <= 128 << 10 else {
      throw .invalid("The source is longer than 128 KB.", field: "workflow.source_contents")
    }
    guard (workflow["description"]?.string ?? "").unicodeScalars.count <= 1000 else {
      throw .invalid("The description is longer than 1000 characters.", field: "workflow.description")
    }
    if source.utf8.first == UInt8(ascii: "{") { _ = try WorkflowProgram(source) }
    let project = call.project ?? ""
    let email =
      workflow["serviceAccount"]?.string.map { ResourceName.id(of: $0) }
      ?? "\(World.number(ofProject: project))-compute@developer.gserviceaccount.com"
    workflow["serviceAccount"] = .string("projects/\(project)/serviceAccounts/\(email)")
    try Admission.require(
      "iam.serviceAccounts.actAs", on: "projects/\(project)/serviceAccounts/\(email)", call, world)
    workflow["state"] = "ACTIVE"
    workflow["updateTime"] = .string(call.now.rfc3339)
    guard let revision else { return }
    let digits = String(revision)
    workflow["revisionId"] = .string("\(String(repeating: "0", count: 6 - digits.count))\(digits)-\(world.word(3))")
    workflow["revisionCreateTime"] = .string(call.now.rfc3339)
  }
}
