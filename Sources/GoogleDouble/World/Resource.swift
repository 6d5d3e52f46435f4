/// A resource as the server keeps it.
struct Resource: Sendable {
  /// As it is answered, but for what is only filled in when it is read.
  var value: JSONValue
  /// What was set by `setIamPolicy`.
  var policy: JSONValue?
  /// What is kept and never shown with the resource, such as the payload of a secret's version.
  var hidden: JSONValue?

  init(_ value: JSONValue) { self.value = value }
}
