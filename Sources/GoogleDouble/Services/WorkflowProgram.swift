import JobsCore

/// What a program raises: a text, or a map with `code`, `message` and `tags`.
struct WorkflowFault: Error {
  var value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  /// A call that was refused.
  init(_ error: APIError) {
    value = [
      "code": JSONValue(error.status ?? error.code.status), "message": .string(error.message), "tags": ["HttpError"],
    ]
  }
}

/// A program of Workflows in JSON, and what it does: the steps `assign`, `call`, `switch`, `for`, `try` without `retry`,
/// `raise`, `return` and `steps` of its main workflow (cloud.google.com/workflows/docs/reference/syntax, 2026-11). What it does not
/// know ends a program with a fault.
struct WorkflowProgram {
  typealias Connect = (_ method: String, _ arguments: JSONValue) throws(WorkflowFault) -> JSONValue

  private let parameter: String?
  private let steps: [JSONValue]

  init(_ source: String) throws(APIError) {
    let main: JSONValue?
    do throws(JSONReader.SyntaxError) {
      main = try JSONValue(Array(source.utf8))["main"]
    } catch {
      throw .invalid("The workflow has a syntax error: \(error.message)", field: "workflow.source_contents")
    }
    guard let steps = main?["steps"]?.list, !steps.isEmpty else {
      throw .invalid("The workflow has no 'main' with steps.", field: "workflow.source_contents")
    }
    self.steps = steps
    parameter = main?["params"]?.list?.first?.string
  }

  /// - Returns: what it returns; null where it returns nothing.
  func run(_ argument: JSONValue, _ connect: Connect) throws(WorkflowFault) -> JSONValue {
    var state = State()
    if let parameter { state.variables[parameter] = .json(argument) }
    return try state.run(steps, connect) ?? .null
  }

  /// The variables of a program under way.
  private struct State {
    var variables: [String: WorkflowValue] = [:]
    /// Programs that never end are ended.
    private var left = 10_000

    /// - Returns: what the program returns; nil where it goes on.
    mutating func run(_ steps: [JSONValue], _ connect: Connect) throws(WorkflowFault) -> JSONValue? {
      for step in steps {
        for entry in step.object?.entries ?? [] {
          if let result = try run(entry.value, connect) { return result }
        }
      }
      return nil
    }

    private mutating func run(_ step: JSONValue, _ connect: Connect) throws(WorkflowFault) -> JSONValue? {
      left -= 1
      guard left > 0 else { throw WorkflowFault("the program takes too many steps") }
      if let steps = step["steps"]?.list { return try run(steps, connect) }
      if let assignments = step["assign"]?.list {
        for assignment in assignments {
          for entry in assignment.object?.entries ?? [] { try assign(entry.key, value(entry.value)) }
        }
      } else if let choices = step["switch"]?.list {
        for choice in choices {
          guard try value(choice["condition"] ?? .null) == .json(true) else { continue }
          return try run(choice["steps"]?.list ?? [], connect)
        }
      } else if let loop = step["for"] {
        guard let name = loop["value"]?.string, case .json(.list(let list)) = try value(loop["in"] ?? .null) else {
          throw WorkflowFault("a loop has no list")
        }
        for element in list {
          variables[name] = .json(element)
          if let result = try run(loop["steps"]?.list ?? [], connect) { return result }
        }
        variables[name] = nil
      } else if let attempt = step["try"] {
        do throws(WorkflowFault) {
          return try run(attempt, connect)
        } catch {
          guard let handler = step["except"] else { throw error }
          if let name = handler["as"]?.string { variables[name] = .json(error.value) }
          return try run(handler["steps"]?.list ?? [], connect)
        }
      } else if let method = step["call"]?.string {
        let answer = try connect(method, try json(step["args"] ?? [:]))
        if let name = step["result"]?.string { variables[name] = .json(answer) }
      } else if let fault = step["raise"] {
        throw WorkflowFault(try json(fault))
      } else if let result = step["return"] {
        return try json(result)
      } else {
        throw WorkflowFault(.string("the double does not know the step \(step.text.prefix(60))"))
      }
      return nil
    }

    /// Sets a variable, or a key of one: `lost.data`.
    private mutating func assign(_ name: String, _ value: WorkflowValue) throws(WorkflowFault) {
      let parts = name.split(separator: ".", maxSplits: 1).map { String($0) }
      guard parts.count == 2 else {
        variables[name] = value
        return
      }
      guard case .json(var map)? = variables[parts[0]], map.object != nil, case .json(let new) = value else {
        throw WorkflowFault(.string("'\(parts[0])' is no map"))
      }
      map[parts[1]] = new
      variables[parts[0]] = .json(map)
    }

    /// A value of the source with its expressions worked out.
    private func value(_ source: JSONValue) throws(WorkflowFault) -> WorkflowValue {
      switch source {
      case .string(let text):
        guard text.hasPrefix("${"), text.hasSuffix("}") else { return .json(source) }
        return try WorkflowExpression.value(String(text.dropFirst(2).dropLast()), variables)
      case .list(let list):
        var result: [JSONValue] = []
        for element in list { result.append(try json(element)) }
        return .json(.list(result))
      case .object(let object):
        var result: JSONValue = [:]
        for entry in object.entries { result[entry.key] = try json(entry.value) }
        return .json(result)
      default: return .json(source)
      }
    }

    private func json(_ source: JSONValue) throws(WorkflowFault) -> JSONValue {
      guard case .json(let value) = try value(source) else { throw WorkflowFault("bytes are no JSON") }
      return value
    }
  }
}
