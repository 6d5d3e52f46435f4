import JobsCore

/// Executions of workflows (workflowexecutions.v1, revision 20261020): each runs to its end as soon as the call that began it is
/// answered.
enum WorkflowExecutions {
  static let kind = ResourceKind(
    collection: "workflowexecutions.projects.locations.workflows.executions",
    type: "google.cloud.workflows.executions.v1.Execution")

  static let handlers: [String: Methods.Handler] = [
    "workflowexecutions.projects.locations.workflows.executions.create": { call, world throws(APIError) in
      let argument = call.body["argument"]?.string ?? "null"
      guard (try? JSONValue(Array(argument.utf8))) != nil else {
        throw .invalid("The argument is no JSON.", field: "execution.argument")
      }
      return try begin(call.target, argument, &world, call.now)
    }
  ]

  /// Begins an execution, which is run once its call is over.
  ///
  /// - Parameter workflow: its whole name.
  static func begin(
    _ workflow: String, _ argument: String, _ world: inout World, _ now: Instant
  ) throws(APIError) -> JSONValue {
    let program = try world.resource(.workflows, workflow).value
    let name = "\(workflow)/executions/\(world.uuid())"
    let time = JSONValue.string(now.rfc3339)
    let execution: JSONValue = [
      "name": .string(name), "createTime": time, "startTime": time, "state": "ACTIVE", "argument": .string(argument),
      "workflowRevisionId": program["revisionId"] ?? "000001-aaa", "status": [:],
    ]
    world.store(.workflowexecutions, name, Resource(execution))
    world.begun.append(name)
    return execution
  }

  /// Runs what was begun.
  ///
  /// - Parameter connect: makes a call of a connector, in the name of an account.
  static func runAll(
    _ world: inout World, _ now: Instant,
    _ connect: (_ method: String, _ arguments: JSONValue, _ account: String, inout World) throws(APIError) -> JSONValue
  ) {
    while let name = world.begun.first {
      world.begun.removeFirst()
      let workflow = ResourceName.parent(of: name)
      guard let execution = world.stores[.workflowexecutions]?[name]?.value,
        let kept = world.stores[.workflows]?[workflow]?.value
      else { continue }
      let account = ResourceName.id(of: kept["serviceAccount"]?.string ?? "")
      let argument = (try? JSONValue(Array((execution["argument"]?.string ?? "null").utf8))) ?? .null
      var end = execution
      do throws(WorkflowFault) {
        let program: WorkflowProgram
        do throws(APIError) {
          program = try WorkflowProgram(kept["sourceContents"]?.string ?? "")
        } catch {
          throw WorkflowFault(.string(error.message))
        }
        let result = try program.run(argument) { method, arguments throws(WorkflowFault) in
          do throws(APIError) {
            return try connect(method, arguments, account, &world)
          } catch {
            throw WorkflowFault(error)
          }
        }
        end["state"] = "SUCCEEDED"
        end["result"] = .string(result.text)
      } catch {
        end["state"] = "FAILED"
        end["error"] = ["payload": .string(error.value.text)]
      }
      end["endTime"] = .string(now.rfc3339)
      let ended = end
      world.update(.workflowexecutions, name) { $0.value = ended }
    }
  }
}
