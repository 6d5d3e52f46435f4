import JobsCore
import JobsManifest

/// What an audit has to know of what runs: as whom, what, and whether it has a secret in clear. Answers of the services are written
/// with that alone; where a secret was recognised stands a mask, and nothing where any other value was.
enum WorkloadShape {
  private static let kept: Set<String> = [
    // Functions.
    "Functions", "FunctionName", "FunctionArn", "Role", "Version", "Environment", "Variables", "Error",
    // Task definitions.
    "taskDefinition", "taskDefinitionArn", "family", "status", "taskRoleArn", "executionRoleArn",
    "requiresCompatibilities", "pidMode", "ipcMode", "containerDefinitions",
    // Job definitions.
    "jobDefinitions", "jobDefinitionArn", "jobDefinitionName", "platformCapabilities", "containerProperties",
    "jobRoleArn", "ecsProperties", "taskProperties", "containers", "nodeProperties", "nodeRangeProperties", "container",
    "eksProperties",
    // Their containers.
    "name", "image", "privileged", "linuxParameters", "capabilities", "add", "environment", "value", "environmentFiles",
    "secrets", "valueFrom", "entryPoint", "command", "logConfiguration", "logDriver", "options", "awslogs-group",
    // Schedules.
    "Arn", "Name", "GroupName", "ScheduleExpression", "Target", "RoleArn", "Input",
  ]

  static func bytes(_ tree: Tree) -> [UInt8] {
    var json = JSONWriter()
    write(tree, Tree.root, to: &json)
    return json.bytes
  }

  private static func write(_ tree: Tree, _ node: Tree.ID, to json: inout JSONWriter) {
    switch tree.kind(node) {
    case .mapping:
      json.beginObject()
      for entry in tree.entries(node) {
        let key = tree.string(entry.key)
        guard kept.contains(key) else { continue }
        json.key(key)
        switch key {
        case "Variables": variables(tree, entry.value, to: &json)
        case "value": json.value(masked(tree.words(node, "name"), tree, entry.value))
        case "Input": json.value(masked(nil, tree, entry.value))
        case "entryPoint", "command": words(tree, entry.value, to: &json)
        default: write(tree, entry.value, to: &json)
        }
      }
      json.endObject()
    case .sequence:
      json.beginArray()
      for child in tree.children(node) { write(tree, child, to: &json) }
      json.endArray()
    default: json.value(tree, node)
    }
  }

  private static func variables(_ tree: Tree, _ node: Tree.ID, to json: inout JSONWriter) {
    json.beginObject()
    if tree.kind(node) == .mapping {
      for entry in tree.entries(node) {
        let name = tree.string(entry.key)
        json.key(name)
        json.value(masked(name, tree, entry.value))
      }
    }
    json.endObject()
  }

  /// A mask for each secret, and none of the other words; an option in front names the word behind it.
  private static func words(_ tree: Tree, _ node: Tree.ID, to json: inout JSONWriter) {
    json.beginArray()
    var option: String?
    for word in tree.kind(node) == .sequence ? tree.children(node).map({ tree.string($0) }) : [] {
      if SecretScanner.kind(name: option, value: word) != nil { json.value(SecretMask.text) }
      option = word.hasPrefix("-") ? word : nil
    }
    json.endArray()
  }

  private static func masked(_ name: String?, _ tree: Tree, _ node: Tree.ID) -> String {
    guard tree.kind(node) == .string else { return "" }
    return SecretScanner.kind(name: name, value: tree.string(node)) == nil ? "" : SecretMask.text
  }
}
