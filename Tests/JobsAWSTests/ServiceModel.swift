import Glibc
import JobsArchive
import JobsCloud
import JobsCore
import Synchronization
import TestSupport
import Testing

@testable import JobsAWS

/// AWS's own description of a service that speaks `aws-json`, as the botocore beside the emulators has it: what a request may
/// have in it. Emulators take much that AWS refuses.
struct ServiceModel: Sendable {
  private let tree: Tree

  /// By what a request names the service before its operation.
  private static let paths = [
    "AWSPriceListService": "pricing/2017-10-15", "AWSInsightsIndexService": "ce/2017-10-25",
    "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101": "cloudtrail/2013-11-01",
    "AWSOrganizationsV20161128": "organizations/2016-11-28",
    "AmazonEC2ContainerRegistry_V20150921": "ecr/2015-09-21",
    "AmazonEC2ContainerServiceV20141113": "ecs/2014-11-13", "Logs_20140328": "logs/2014-03-28",
    "secretsmanager": "secretsmanager/2017-10-17",
    "ResourceGroupsTaggingAPI_20170126": "resourcegroupstaggingapi/2017-01-26",
    "GraniteServiceVersion20100801": "cloudwatch/2010-08-01",
  ]

  private static let data: String? = {
    let root = "\(Emulator.cache)/aws-servers-5.2.5-1.5.33/lib"
    return ["python3.11", "python3.12", "python3.13"].map { "\(root)/\($0)/site-packages/botocore/data" }.first {
      access($0, R_OK) == 0
    }
  }()

  /// Read when they are first needed.
  private static let models = Mutex<[String: ServiceModel]>([:])

  private static func model(_ service: String) -> ServiceModel? {
    models.withLock { models in
      if let known = models[service] { return known }
      guard let data, let path = paths[service] else { return nil }
      models[service] = ServiceModel("\(data)/\(path)/service-2.json.gz")
      return models[service]
    }
  }

  private init?(_ path: String) {
    guard let packed = try? FileBytes.read(path, limit: 16 << 20) else { return nil }
    var inflater = Inflater()
    var bytes: [UInt8] = []
    var at = 0
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while at < packed.count {
      let step = packed.withUnsafeBytes { from in
        room.withUnsafeMutableBytes { to in
          try? inflater.inflate(UnsafeRawBufferPointer(rebasing: from[at...]), into: to)
        }
      }
      guard let step, step.taken > 0 || step.made > 0 else { return nil }
      at += step.taken
      bytes += room[..<step.made]
    }
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil else { return nil }
    self.tree = tree
  }

  /// What a request has that its service does not take, and what it lacks; none for a service of another protocol.
  static func faults(of request: HTTPRequest) -> [String] {
    guard let target = request.fields.first(where: { $0.name == "X-Amz-Target" })?.value,
      let dot = target.lastIndex(of: ".")
    else { return [] }
    guard data != nil else { return [] }
    guard let model = model(String(target[..<dot])) else { return ["'\(target)' is of no service that is known"] }
    return model.faults(of: request.body, to: String(target[target.index(after: dot)...]))
  }

  private func faults(of body: [UInt8], to operation: String) -> [String] {
    guard let shape = tree.words(Tree.root, "operations", operation, "input", "shape") else {
      return ["there is no operation '\(operation)'"]
    }
    var json = Tree(source: body)
    guard (try? JSONReader.parse(&json, in: 0..<body.count)) != nil else { return ["'\(operation)' gets no JSON"] }
    var found: [String] = []
    check(json, Tree.root, shape, operation, &found)
    return found
  }

  private func check(_ json: Tree, _ node: Tree.ID, _ name: String, _ place: String, _ found: inout [String]) {
    guard let shape = tree.value(Tree.root, path: "shapes").flatMap({ tree.value($0, key: name) }) else { return }
    let kind = tree.words(shape, "type") ?? ""
    let isRight =
      switch kind {
      case "structure", "map": json.kind(node) == .mapping
      case "list": json.kind(node) == .sequence
      case "string", "blob": json.kind(node) == .string
      case "boolean": json.kind(node) == .bool
      case "integer", "long": json.kind(node) == .int
      case "timestamp", "double", "float": json.kind(node) == .int || json.kind(node) == .float
      default: true
      }
    guard isRight else { return found.append("'\(place)' is no \(kind)") }
    switch kind {
    case "structure":
      let members = tree.value(shape, key: "members")
      let keys = json.entries(node).map { json.string($0.key) }
      for key in tree.elements(shape, "required").map({ tree.string($0) }) where !keys.contains(key) {
        found.append("'\(place)' has no '\(key)'")
      }
      for entry in json.entries(node) {
        let key = json.string(entry.key)
        guard let member = members.flatMap({ tree.value($0, key: key) }) else {
          found.append("'\(place)' takes no '\(key)'")
          continue
        }
        check(json, entry.value, tree.words(member, "shape") ?? "", "\(place).\(key)", &found)
      }
    case "map":
      for entry in json.entries(node) {
        check(
          json, entry.value, tree.words(shape, "value", "shape") ?? "", "\(place).\(json.string(entry.key))", &found)
      }
    case "list":
      checkLength(json.count(node), shape, place, &found)
      for child in json.children(node) {
        check(json, child, tree.words(shape, "member", "shape") ?? "", "\(place)[]", &found)
      }
    case "string":
      let text = json.string(node)
      checkLength(text.unicodeScalars.count, shape, place, &found)
      let known = tree.elements(shape, "enum").map { tree.string($0) }
      if !known.isEmpty, !known.contains(text) { found.append("'\(place)' is '\(text)', and no \(name)") }
    case "integer", "long": checkLength(json.int(node) ?? 0, shape, place, &found)
    default: break
    }
  }

  private func checkLength(_ count: Int, _ shape: Tree.ID, _ place: String, _ found: inout [String]) {
    if let least = tree.number(shape, "min"), count < least { found.append("'\(place)' is \(count), below \(least)") }
    if let most = tree.number(shape, "max"), count > most { found.append("'\(place)' is \(count), above \(most)") }
  }
}

/// Passes calls on, and fails the test whose request AWS would not take.
struct ModelTransport: Transport {
  let inner: any Transport

  init(_ inner: any Transport) { self.inner = inner }

  func start(
    _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) -> TransportCall {
    for fault in ServiceModel.faults(of: request) { Issue.record("a request that AWS would refuse: \(fault)") }
    return inner.start(request, then: then)
  }
}
