import JobsDeploy

/// The fields of a resource as they were read, apart from what nobody chose.
struct LiveFields {
  private(set) var fields: [Resource.Field] = []
  private(set) var hidden: [LiveResource.Hidden] = []

  /// - Parameters:
  ///   - all: as the service has them.
  ///   - server: names of what it sets itself, or what says which resource it is.
  ///   - defaults: what it has where nobody sets it.
  init(_ all: [Resource.Field], server: Set<String>, defaults: [String: Resource.Value]) {
    for field in all {
      if server.contains(field.name) {
        hidden.append(LiveResource.Hidden(path: field.name, value: field.value, reason: "set by the server"))
      } else if defaults[field.name] == field.value {
        hidden.append(LiveResource.Hidden(path: field.name, value: field.value, reason: "the server's default"))
      } else {
        fields.append(field)
      }
    }
  }
}
