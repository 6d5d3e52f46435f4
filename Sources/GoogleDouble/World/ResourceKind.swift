/// What there is to know of a kind of resource beyond its schema, so that one piece of code creates, reads, lists,
/// changes and deletes all of them.
struct ResourceKind: Sendable {
  /// How an update or a deletion with an old `etag` is refused.
  enum Concurrency: Sendable {
    case none
    /// 409 with the status ABORTED, as most do.
    case aborted
    /// 400 with the status FAILED_PRECONDITION.
    case failedPrecondition
  }

  /// What operations say of themselves.
  enum Metadata: Sendable {
    /// The resource, as with Cloud Run.
    case resource
    /// Of a proto, with time, target and verb; whether deletions end with nothing rather than with the resource.
    case told(String, endsEmpty: Bool = false)
    /// Of a proto without fields.
    case plain(String)
  }

  /// What goes before the last part of the ids of its methods: `run.projects.locations.jobs`.
  let collection: String
  /// The name of its proto, which operations carry: `google.cloud.run.v2.Job`.
  let type: String
  /// The parameter of the query that has the id; nil where the body's `name` has it.
  var idParameter: String?
  /// Whether an id is acceptable.
  var isID: @Sendable (String) -> Bool = { !$0.isEmpty && $0.utf8.count <= 255 }
  var concurrency = Concurrency.none
  /// Fields that cannot be changed once they are set.
  var immutable: Set<String> = []
  /// Fields that only the client sets, but that survive an update without a mask.
  var sticky: Set<String> = []
  /// Whether the server makes up the ids.
  var makesIDs = false
  /// The metadata of its operations.
  var metadata = Metadata.resource
  /// Entries of a page if nobody says, and at most.
  var pages = (usual: 100, most: 1000)

  typealias Hook = @Sendable (inout JSONValue, inout World, APICall) throws(APIError) -> Void

  /// Checks a new resource, and sets what the server sets.
  var create: Hook = { _, _, _ throws(APIError) in }
  /// Checks a changed resource, and sets what the server sets.
  var update: @Sendable (inout JSONValue, _ old: JSONValue, inout World, APICall) throws(APIError) -> Void = {
    _, _, _, _ throws(APIError) in
  }
  /// Called before it is deleted.
  var delete: @Sendable (_ name: String, inout World, APICall) throws(APIError) -> Void = { _, _, _ throws(APIError) in
  }
  /// Called before it is read, which lets time go by.
  var read: (@Sendable (_ name: String, inout World, APICall) -> Void)?
}
