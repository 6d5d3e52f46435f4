import JobsCore

/// The older view of Cloud Run jobs, in the manner of Kubernetes, which gcloud speaks (run.v1, revision 20261031). Jobs
/// are kept as version 2 has them, and turned round on their way in and out.
///
/// The region stands in the host, `europe-west1-run.googleapis.com`; without one, all regions are meant.
enum RunV1 {
  static let handlers: [String: Methods.Handler] = [
    "run.namespaces.jobs.create": create, "run.namespaces.jobs.get": get, "run.namespaces.jobs.list": list,
    "run.namespaces.jobs.replaceJob": replace, "run.namespaces.jobs.delete": delete, "run.namespaces.jobs.run": run,
  ]

  // MARK: Jobs

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let id = call.body["metadata"]?["name"]?.string ?? ""
    guard RunJobs.kind.isID(id) else { throw .invalid("The name '\(id)' is not valid.", field: "metadata.name") }
    guard !call.target.contains("/-") else { throw .invalid("The region is missing: its host takes new jobs.") }
    let name = "\(call.target)/jobs/\(id)"
    guard world.stores[.run]?[name] == nil else { throw .exists(name) }
    var inner = call
    inner.body = try RunV1Reading.job(call.body)
    var job = inner.body
    job["name"] = .string(name)
    job["etag"] = .string(world.etag())
    try RunJobs.kind.create(&job, &world, inner)
    if call.query("dryRun") != "all" { world.store(.run, name, Resource(job)) }
    return RunV1Writing.job(job)
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    RunV1Writing.job(try world.resource(.run, call.target).value)
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = world.stores[.run]?.names(in: "\(call.target)/jobs") ?? []
    return try page("Job", names, call, world) { RunV1Writing.job(world.stores[.run]?[$0]?.value ?? .null) }
  }

  private static func replace(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let old = try world.resource(.run, call.target).value
    let version = call.body["metadata"]?["resourceVersion"]?.string ?? ""
    guard version.isEmpty || version == RunV1Writing.version(old) else {
      throw APIError(
        .aborted, "Conflict for resource '\(call.target)': version '\(version)' was specified but current is another.")
    }
    var inner = call
    inner.body = try RunV1Reading.job(call.body)
    // All is replaced but what the server sets and what says who it is.
    var job = inner.body
    for field in ["name", "uid", "creator", "createTime", "executionCount", "latestCreatedExecution"] {
      job[field] = old[field]
    }
    job["etag"] = .string(world.etag())
    try RunJobs.kind.update(&job, old, &world, inner)
    let changed = job
    if call.query("dryRun") != "all" { world.update(.run, call.target) { $0.value = changed } }
    return RunV1Writing.job(job)
  }

  private static func delete(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let uid = try world.resource(.run, call.target).value["uid"] ?? ""
    if call.query("dryRun") != "all" { world.remove(.run, call.target) }
    return [
      "status": "Success", "details": ["name": .string(ResourceName.id(of: call.target)), "kind": "Job", "uid": uid],
    ]
  }

  private static func run(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    var job = try world.resource(.run, call.target).value
    let overrides = try call.body["overrides"].map(RunV1Reading.overrides)
    let template = try RunOverrides.apply(overrides, to: job["template"] ?? [:])
    let id = "\(ResourceName.id(of: call.target))-\(world.word(5))"
    let execution = RunExecutions.start(id, of: &job, template, &world, call)
    let changed = job
    world.update(.run, call.target) { $0.value = changed }
    return RunV1Writing.execution(execution)
  }

  // MARK: Lists

  /// A page in the manner of Kubernetes.
  static func page<Element>(
    _ kind: String, _ all: [Element], _ call: APICall, _ world: World, _ value: (Element) -> JSONValue
  ) throws(APIError) -> JSONValue {
    var paged = call
    paged.query["pageSize"] = call.query["limit"]
    paged.query["pageToken"] = call.query["continue"]
    let page = try ListPage(paged, pages: (1000, 1000), world.settings).answer(all, value)
    var metadata: JSONValue = ["selfLink": .string("/apis/run.googleapis.com/v1/\(call.target)")]
    metadata["continue"] = page["nextPageToken"]
    return [
      "apiVersion": "run.googleapis.com/v1", "kind": .string("\(kind)List"), "metadata": metadata,
      "items": page["items"] ?? [],
    ]
  }
}
