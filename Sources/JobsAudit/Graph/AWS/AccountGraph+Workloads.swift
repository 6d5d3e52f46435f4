extension AccountGraph {
  /// The workloads of the account, by the places of the identities that they run as.
  static func runs(_ workloads: [AWSWorkload], in account: AWSAccount) -> [Int: [AWSWorkload]] {
    var runs: [Int: [AWSWorkload]] = [:]
    for workload in workloads {
      for role in Set(workload.roles).compactMap({ account.index(of: $0) }) { runs[role, default: []].append(workload) }
    }
    return runs
  }

  /// To a role by what runs as it, and does from then on what somebody else says.
  func workloadSteps(to target: Int, _ wanted: (Node) -> WantedStep, _ found: inout SurestSteps<Node>) {
    for workload in runs[target] ?? [] where !workload.isFixed {
      guard trusts(target, workload.kind.service).mayBe else { continue }
      for way in WorkloadWay.all where way.kind == workload.kind {
        for identity in reach.identities(reaching: workload.resource, by: way.actions[0]) where identity != target {
          let from = Node.identity(identity)
          guard found.isOpen(from), wanted(from) != .none else { continue }
          var step = AccessStep(way.words(workload))
          guard need(way, workload, identity, &step), step.need(trusts(target, workload.kind.service)) else { continue }
          found.add(from, step)
        }
      }
      imageSteps(to: target, of: workload, wanted, &found)
    }
  }

  /// To a role by the image of what runs as it, which is taken by its tag as each run begins; a function keeps the image that it was
  /// set to.
  private func imageSteps(
    to target: Int, of workload: AWSWorkload, _ wanted: (Node) -> WantedStep, _ found: inout SurestSteps<Node>
  ) {
    guard workload.kind == .taskDefinition || workload.kind == .jobDefinition else { return }
    for repository in Set(workload.containers.compactMap(\.repository)).sorted() {
      guard ARN(repository)?.account == account.number else { continue }
      let pattern = ResourcePattern(literal: repository)
      for identity in reach.identities(reaching: repository, by: Self.pushing[0]) where identity != target {
        let from = Node.identity(identity)
        guard found.isOpen(from), wanted(from) == .any else { continue }
        var step = AccessStep("\(Self.pushing.joined(separator: " + ")) of the image of \(workload.arn.text)")
        guard Self.pushing.allSatisfy({ step.need(decide(identity, $0, on: pattern)) }) else { continue }
        step.suppose("that it is started again, and that '\(repository)' lets tags be moved")
        found.add(from, step)
      }
    }
  }

  /// What it takes to push an image.
  private static let pushing = [
    "ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload",
  ]

  /// Needs what a way takes of somebody.
  func need(_ way: WorkloadWay, _ workload: AWSWorkload, _ identity: Int, _ step: inout AccessStep) -> Bool {
    let arn = ResourcePattern(literal: workload.resource)
    for action in way.actions { guard step.need(decide(identity, action, on: arn)) else { return false } }
    if let besides = way.besides {
      let others = "arn:*:\(workload.arn.service):\(workload.arn.region):\(workload.arn.account):\(besides)*"
      guard step.need(decide(identity, way.actions[0], on: ResourcePattern(others))) else { return false }
    }
    guard way.passesRoles else { return true }
    return (workload.roles + workload.executionRoles).allSatisfy { role in
      step.need(decide(identity, "iam:PassRole", on: ResourcePattern(literal: role), service: workload.kind.service))
    }
  }

  /// Whether it is known as whom all that runs which somebody may do it to: those that run as a role are tried by themselves. Only
  /// functions have a name that no other has.
  func reachesKnownAlone(_ identity: Int, _ way: EscalationWay) -> Bool {
    guard way.service == AWSWorkload.Kind.function.service,
      let names = reach.resources(of: identity, for: way.actions[0])
    else { return false }
    return names.allSatisfy { functions.contains($0.split(separator: ":").prefix(7).joined(separator: ":")) }
  }
}
