import Crypto
package import JobsCore

/// A plan that was put aside to be carried out later: what it says of the world and of the manifests has to hold then.
///
/// NDJSON: a `plan` object with the places and the manifests, the `change` and `check` records, and an `end` with the SHA-256 of all
/// bytes before it. The digest shows what was cut off or changed by accident; it is no signature.
package struct PlanFile: Sendable, Equatable {
  /// A file from which jobs were read, and the SHA-256 of its bytes.
  package struct Input: Sendable, Hashable {
    package var file: String
    package var digest: String

    package init(file: String, digest: String) {
      self.file = file
      self.digest = digest
    }

    package init(file: String, bytes: [UInt8]) {
      self.init(file: file, digest: PlanFile.digest(of: bytes))
    }
  }

  /// RFC 3339.
  package var createdAt: String
  package var places: [Place]
  package var inputs: [Input]
  package var changes: [Change]
  package var checks: [PostDeployCheck]

  package init(
    createdAt: String, places: [Place], inputs: [Input], changes: [Change], checks: [PostDeployCheck] = []
  ) {
    self.createdAt = createdAt
    self.places = places
    self.inputs = inputs
    self.changes = changes
    self.checks = checks
  }

  /// Larger files are refused, in bytes.
  package static let limit = 256 << 20

  static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).withUnsafeBytes { String(hexadecimal: $0, prefix: "sha256:") }
  }

  /// The SHA-256 of changes as they were planned, by which a plan is known in logs.
  package static func digest(of changes: [Change]) -> String {
    var json = JSONWriter()
    for change in changes {
      change.write(to: &json)
      json.newline()
    }
    return digest(of: json.bytes)
  }

  /// What the first line of every plan's file begins with.
  private static let head = #"{"type":"plan","#

  /// Whether bytes look like a plan, whole or not.
  package static func isPlan(_ bytes: [UInt8]) -> Bool { bytes.starts(with: head.utf8) }

  // MARK: Writing

  package var bytes: [UInt8] {
    var json = JSONWriter()
    writeHead(to: &json)
    for change in changes {
      change.write(to: &json)
      json.newline()
    }
    for check in checks {
      check.write(to: &json)
      json.newline()
    }
    let digest = Self.digest(of: json.bytes)
    var end = EndRecord(tool: "jobs-deploy", ok: true)
    end.counts.add("change", changes.count)
    end.digest = digest
    end.write(to: &json)
    json.newline()
    return json.bytes
  }

  private func writeHead(to json: inout JSONWriter) {
    json.beginRecord("plan")
    json.member("createdAt", createdAt)
    json.key("places")
    json.beginArray()
    for place in places { place.write(to: &json) }
    json.endArray()
    json.key("inputs")
    json.beginArray()
    for input in inputs {
      json.beginObject()
      json.member("file", input.file)
      json.member("digest", input.digest)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.newline()
  }

  // MARK: Reading

  /// - Parameter name: what messages call the file.
  /// - Throws: a usage failure for a file that is not whole, was changed, or holds what this version does not know.
  package init(_ bytes: [UInt8], name: String) throws(Failure) {
    self.init(createdAt: "", places: [], inputs: [], changes: [])
    guard let end = bytes.dropLast().lastIndex(of: 10).map({ $0 + 1 }), bytes.last == 10 else {
      throw Self.fault(name, "it broke off")
    }
    var reader = RecordReader(bytes: bytes, name: name)
    var record = Record()
    var stated: String?
    var isHeaded = false
    while try reader.next(into: &record) {
      guard stated == nil else { throw Self.fault(name, "something stands behind its end") }
      switch (record.type, isHeaded) {
      case ("plan", false):
        guard readHead(record.tree) else { throw Self.fault(name, "line \(reader.line) is not understood") }
        isHeaded = true
      case ("change", true):
        guard let change = Change(record.tree), !change.wantsMasked else {
          throw Self.fault(name, "line \(reader.line) is not understood, or wants a value that is masked")
        }
        changes.append(change)
      case ("check", true):
        guard let check = PostDeployCheck(record.tree), !check.isMasked else {
          throw Self.fault(name, "line \(reader.line) is not understood, or needs a value that is masked")
        }
        checks.append(check)
      case ("end", true): stated = record.string("digest") ?? ""
      default: throw Self.fault(name, "line \(reader.line) is not understood")
      }
    }
    guard let stated else { throw Self.fault(name, "it broke off") }
    guard stated == Self.digest(of: Array(bytes[..<end])) else { throw Self.fault(name, "its digest does not hold") }
  }

  private static func fault(_ name: String, _ reason: String) -> Failure {
    .usage("\(name) cannot be carried out: \(reason)", hint: "make it anew by 'jobs-deploy plan --out FILE'")
  }

  private mutating func readHead(_ tree: Tree) -> Bool {
    let known = ["type", "v", "createdAt", "places", "inputs"]
    guard tree.entries(Tree.root).allSatisfy({ known.contains(tree.string($0.key)) }),
      tree.value(Tree.root, "v").flatMap(tree.int) == 1, let created = tree.word(Tree.root, "createdAt"),
      let places = Place.list(tree, tree.value(Tree.root, "places")),
      let inputs = tree.value(Tree.root, "inputs"), tree.kind(inputs) == .sequence
    else { return false }
    createdAt = created
    self.places = places
    for node in tree.children(inputs) {
      guard tree.kind(node) == .mapping, tree.count(node) == 2, let file = tree.word(node, "file"),
        let digest = tree.word(node, "digest")
      else { return false }
      self.inputs.append(Input(file: file, digest: digest))
    }
    return true
  }
}
