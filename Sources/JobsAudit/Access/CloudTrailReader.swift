import JobsCore

/// Reads events of CloudTrail: a file of its bucket, an event alone, or what `aws cloudtrail lookup-events` writes (CloudTrail
/// User Guide, "CloudTrail record contents", read 2026-11-22).
struct CloudTrailReader {
  private let tree: Tree
  private let file: String
  private var places: PlaceCounter
  /// Of events that stand as a text within others.
  private let outer: Location?

  static func recognises(_ tree: Tree) -> Bool {
    tree.value(Tree.root, "Records") != nil || tree.value(Tree.root, "Events") != nil
      || tree.value(Tree.root, "eventSource") != nil && tree.value(Tree.root, "eventName") != nil
  }

  static func read(
    _ value: ValueReader.Value, file: String, _ take: (AccessEvent) -> Void
  ) throws(ShapeError) {
    var reader = CloudTrailReader(
      tree: value.tree, file: file,
      places: PlaceCounter(value.tree.source, line: value.line, column: value.column), outer: nil)
    let fields = try ObjectFields(value.tree, "the file")
    if fields.has("Records") {
      for record in try fields.objects("Records", "a record") { take(try reader.event(record)) }
    } else if fields.has("Events") {
      for item in try fields.objects("Events", "an event") {
        let place = reader.places.location(of: item.offset, in: file)
        take(try embedded(try item.required("CloudTrailEvent"), item, at: place))
      }
    } else {
      take(try reader.event(fields))
    }
  }

  private static func embedded(
    _ text: String, _ item: ObjectFields, at place: Location
  ) throws(ShapeError) -> AccessEvent {
    let bytes = Array(text.utf8)
    var inner = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&inner, in: 0..<bytes.count)
    } catch {
      throw item.fail("'CloudTrailEvent' is no JSON: byte \(error.offset): \(error.message)")
    }
    do throws(ShapeError) {
      var reader = CloudTrailReader(tree: inner, file: place.file, places: PlaceCounter(bytes), outer: place)
      return try reader.event(try ObjectFields(inner, "an event"))
    } catch {
      throw item.fail("in 'CloudTrailEvent', byte \(error.offset): \(error.message)")
    }
  }

  private mutating func event(_ record: ObjectFields) throws(ShapeError) -> AccessEvent {
    guard let time = try record.time("eventTime") else { throw record.fail("a record has no 'eventTime'") }
    let source = try record.required("eventSource")
    let service = source.hasSuffix(".amazonaws.com") ? String(source.dropLast(".amazonaws.com".count)) : source
    guard let identity = try record.object("userIdentity", "'userIdentity'") else {
      throw record.fail("a record has no 'userIdentity'")
    }
    let type = try identity.text("type") ?? ""
    let invokedBy = try identity.text("invokedBy")
    var event = AccessEvent(
      time: time, id: try record.text("eventID") ?? "-", principal: try principal(identity, type),
      action: "\(service):\(try record.required("eventName"))", resource: try resource(record),
      source: try record.text("sourceIPAddress"), outcome: try outcome(record),
      location: outer ?? places.location(of: record.offset, in: file))
    event.isOfService = type == "AWSService" || invokedBy != nil
    event.isRoot = type == "Root" && !event.isOfService
    if let key = try identity.text("accessKeyId"), key.hasPrefix("AKIA") { event.key = key }
    let home = try identity.text("accountId")
    if let account = try record.text("recipientAccountId"), let home, account != home { event.foreignAccount = account }
    if let extra = try record.object("additionalEventData", "'additionalEventData'") {
      event.hasMFA = try extra.text("MFAUsed").map { $0 == "Yes" }
    }
    if let parameters = try record.object("requestParameters", "'requestParameters'") {
      for key in ["policyArn", "groupName", "policyDocument"] {
        if let text = try parameters.text(key) { event.details.append(text) }
      }
    }
    return event
  }

  /// The role of a session, so that what its sessions do stands together.
  private func principal(_ identity: ObjectFields, _ type: String) throws(ShapeError) -> String {
    if let issuer = try identity.object("sessionContext", "'sessionContext'")?.object(
      "sessionIssuer", "'sessionIssuer'"),
      let arn = try issuer.text("arn")
    {
      return arn
    }
    if let arn = try identity.text("arn") { return arn }
    if let service = try identity.text("invokedBy") { return service }
    if let name = try identity.text("userName") { return name }
    if let id = try identity.text("principalId") { return id }
    return type.isEmpty ? "nobody that the record names" : type
  }

  private static let denials: Set<String> = [
    "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError", "AuthFailure",
    "UnauthorizedAccess", "NotAuthorized",
  ]

  private func outcome(_ record: ObjectFields) throws(ShapeError) -> AccessEvent.Outcome {
    // Signing in tells how it went in its answer.
    if let answer = try record.object("responseElements", "'responseElements'"),
      try answer.text("ConsoleLogin") == "Failure"
    {
      return .failed
    }
    guard let code = try record.text("errorCode") else { return .done }
    let last = code.split(separator: ".").last.map(String.init) ?? code
    return Self.denials.contains(last) ? .denied : .failed
  }

  /// What the record says that it was about, or the parameter of the request that names it.
  private func resource(_ record: ObjectFields) throws(ShapeError) -> String {
    for resource in try record.objects("resources", "a resource") {
      if let arn = try resource.text("ARN") { return arn }
    }
    guard let parameters = try record.object("requestParameters", "'requestParameters'") else { return "" }
    for key in Self.naming {
      guard let node = tree.value(parameters.id, key: key), tree.kind(node) == .string else { continue }
      return tree.string(node)
    }
    return ""
  }

  private static let naming = [
    "secretId", "roleArn", "userName", "roleName", "groupName", "name", "keyId", "bucketName", "functionName",
    "policyArn",
    "trailName",
  ]
}
