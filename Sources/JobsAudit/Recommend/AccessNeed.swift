package import JobsCore

/// A right that an identity needs for jobs, or was seen to use.
package struct AccessNeed: Hashable, Sendable {
  package enum Purpose: String, Sendable {
    /// Of what the job runs as.
    case runtime
    /// Of who starts the job.
    case invoker
    /// Of that with which a service begins a run, before there is the job: the execution role of ECS and Batch.
    case execution
    /// Of who deploys it.
    case deployer
    /// Of who starts, follows and cancels its runs by hand.
    case operating = "operator"
    /// Seen in a log.
    case used
  }

  package enum Right: Hashable, Sendable {
    /// Of Google: the smallest role that will do, those that hold all that it does, and what it is there for.
    case role(String, sufficient: [String], permissions: [String])
    /// Of AWS.
    case actions([String])
  }

  /// What a request of AWS has, and a grant may ask for.
  package struct Condition: Hashable, Sendable {
    package var key: String
    package var value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Ids of the jobs that it is for.
  package var jobs: [String]
  /// The address of a service account, another member as policies of Google name it, or an ARN; empty where nobody is named.
  package var identity: String
  package var purpose: Purpose
  package var right: Right
  /// The full name of Google, or an ARN in which `*` and `?` are wildcards.
  package var resource: String
  package var conditions: [Condition]
  /// What it is for, in words.
  package var why: String
  /// Where the first of the jobs is written.
  package var place: Location

  package init(
    jobs: [String], identity: String, purpose: Purpose, right: Right, resource: String,
    conditions: [Condition] = [], why: String, at place: Location = .start(of: "")
  ) {
    self.place = place
    self.conditions = conditions
    self.jobs = jobs
    self.identity = identity
    self.purpose = purpose
    self.right = right
    self.resource = resource
    self.why = why
  }

  /// Whether it is of those who deploy jobs or start them, and not of what jobs run as.
  var isOfPeople: Bool { purpose == .deployer || purpose == .operating }

  /// What is granted: a role, or actions.
  package var grants: [String] {
    switch right {
    case .role(let role, _, _): [role]
    case .actions(let actions): actions
    }
  }

  /// The permissions of Google that a role is there for; none of AWS.
  package var permissions: [String] {
    switch right {
    case .role(_, _, let permissions): permissions
    case .actions: []
    }
  }

  /// Needs of several jobs, each once with all the jobs that have it, in the order of their first.
  package static func merged(_ needs: [AccessNeed]) -> [AccessNeed] {
    var order: [AccessNeed] = []
    var places: [AccessNeed: Int] = [:]
    for need in needs {
      var key = need
      key.jobs = []
      key.place = .start(of: "")
      if let at = places[key] {
        order[at].jobs += need.jobs.filter { !order[at].jobs.contains($0) }
      } else {
        places[key] = order.count
        order.append(need)
      }
    }
    return order
  }
}

/// A need, set against what the identity has.
package struct JudgedNeed: Sendable {
  package enum State: String, Sendable {
    case has
    /// Whether it has it depends on what is not known.
    case possible
    case missing
    /// The input says nothing of it.
    case unknown

    /// How much speaks against its being had.
    var rank: Int {
      switch self {
      case .has: 0
      case .unknown: 1
      case .possible: 2
      case .missing: 3
      }
    }
  }

  package var need: AccessNeed
  package var state: State
  /// What grants it, or denies it.
  package var by: [StatementReference]
  /// What is not known, where it is only possible.
  package var missing: [String]
  /// Those of the need's permissions that are missing.
  var lacking: [String] = []

  package init(_ need: AccessNeed, _ state: State, by: [StatementReference] = [], missing: [String] = []) {
    self.need = need
    self.state = state
    self.by = by
    self.missing = missing
  }

  /// Writes the `access-need` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("access-need")
    json.member("jobs", need.jobs)
    json.member("identity", need.identity)
    json.member("purpose", need.purpose.rawValue)
    json.member("grants", need.grants)
    json.member("permissions", need.permissions)
    json.member("resource", need.resource)
    json.array("conditions") {
      for condition in need.conditions {
        $0.object {
          $0.member("key", condition.key)
          $0.member("value", condition.value)
        }
      }
    }
    json.member("why", need.why)
    json.member("state", state.rawValue)
    json.array("by") {
      for reference in by {
        $0.object {
          $0.member("policy", reference.policy)
          $0.member("statement", reference.statement)
        }
      }
    }
    json.member("missing", missing)
    json.endObject()
  }
}
