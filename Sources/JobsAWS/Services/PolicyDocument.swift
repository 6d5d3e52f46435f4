import JobsCore

/// A policy of IAM: who may take a role, or what it may do.
package struct PolicyDocument: Sendable, Hashable {
  package struct Statement: Sendable, Hashable {
    /// The service that may take the role, `lambda.amazonaws.com`; nil in a policy of what is allowed.
    package var service: String?
    /// The ARN of the identity provider whose identities may take the role; nil for none.
    package var federated: String?
    package var actions: [String]
    /// ARNs; none in a trust policy.
    package var resources: [String]
    /// What has to hold, such as `aws:SourceAccount`: each equal, as text.
    package var equal: [(key: String, value: String)]

    package init(
      service: String? = nil, federated: String? = nil, actions: [String], resources: [String] = [],
      equal: [(key: String, value: String)] = []
    ) {
      self.service = service
      self.federated = federated
      self.actions = actions
      self.resources = resources
      self.equal = equal
    }

    /// The statement as compact JSON.
    package var json: [UInt8] {
      var json = JSONWriter()
      PolicyDocument.write(self, to: &json)
      return json.bytes
    }

    package static func == (a: Statement, b: Statement) -> Bool {
      a.service == b.service && a.federated == b.federated && a.actions == b.actions && a.resources == b.resources
        && a.equal.elementsEqual(b.equal) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(service)
      hasher.combine(federated)
      hasher.combine(actions)
      hasher.combine(resources)
    }
  }

  package var statements: [Statement]

  package init(_ statements: [Statement]) { self.statements = statements }

  /// The document as compact JSON. A list of one is its element, as AWS and its tools write it.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("Version", "2012-10-17")
    json.key("Statement")
    json.beginArray()
    for statement in statements { Self.write(statement, to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private static func write(_ statement: Statement, to json: inout JSONWriter) {
    json.beginObject()
    json.member("Effect", "Allow")
    if let principal = statement.service ?? statement.federated {
      json.key("Principal")
      json.beginObject()
      json.key(statement.service == nil ? "Federated" : "Service")
      json.value(principal)
      json.endObject()
    }
    json.key("Action")
    write(statement.actions, to: &json)
    if !statement.resources.isEmpty {
      json.key("Resource")
      write(statement.resources, to: &json)
    }
    if !statement.equal.isEmpty {
      json.key("Condition")
      json.beginObject()
      json.key("StringEquals")
      json.beginObject()
      for pair in statement.equal {
        json.key(pair.key)
        json.value(pair.value)
      }
      json.endObject()
      json.endObject()
    }
    json.endObject()
  }

  private static func write(_ list: [String], to json: inout JSONWriter) {
    if list.count == 1 { return json.value(list[0]) }
    json.beginArray()
    for text in list { json.value(text) }
    json.endArray()
  }
}
