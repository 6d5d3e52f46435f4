package import JobsCloud
import JobsCore

/// What one run has otherwise than its container is defined, as ECS and Batch take it.
package struct ContainerChange: Hashable, Sendable {
  package struct Variable: Hashable, Sendable {
    package var name: String
    package var value: Secret
  }

  /// In place of the container's own; nil to keep that.
  package var command: [String]?
  /// Beside the container's own, or in their place; in the order in which they were set first.
  package private(set) var variables: [Variable] = []

  package init() {}

  /// Sets a variable; the last value of a name counts.
  package mutating func set(_ name: String, _ value: String) {
    let variable = Variable(name: name, value: Secret(value))
    if let place = variables.firstIndex(where: { $0.name == name }) {
      variables[place] = variable
    } else {
      variables.append(variable)
    }
  }

  /// Writes the keys of an open object.
  func write(to json: inout JSONWriter) {
    if let command { json.member("command", command) }
    guard !variables.isEmpty else { return }
    json.key("environment")
    json.beginArray()
    for variable in variables {
      json.beginObject()
      json.member("name", variable.name)
      json.member("value", variable.value.text)
      json.endObject()
    }
    json.endArray()
  }

  /// Values, which are not for errors.
  var secrets: [Secret] { variables.map(\.value) }
}
