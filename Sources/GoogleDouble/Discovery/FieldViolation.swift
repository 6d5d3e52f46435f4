/// A field of a request that cannot be, as google.rpc.BadRequest names it.
struct FieldViolation: Sendable, Hashable {
  /// `job.template.taskCount`; empty for the whole request.
  let field: String
  let description: String
}
