import JobsCore

/// Reads a Crontopus manifest. Its environment is `namespace`, or the first folder below the root of the manifests.
enum CrontopusFormat {
  /// - Parameter folder: the first folder below the root of the manifests.
  static func decode(_ tree: Tree, _ root: Tree.ID, folder: String?) -> DecodedJob? {
    guard let metadata = tree.value(root, "metadata"), let nameID = tree.value(metadata, "name"),
      let name = tree.text(nameID)
    else { return nil }
    var job = Job(name: name)
    var sites = JobSites()
    sites.name = nameID
    sites.tenant = tree.value(metadata, "tenant")
    sites.env = tree.value(metadata, "namespace")
    job.tenant = tree.text(metadata, "tenant")
    job.env = tree.text(metadata, "namespace") ?? folder
    sites.labels = tree.value(metadata, "labels")
    job.labels = tree.pairs(sites.labels)
    sites.annotations = tree.value(metadata, "annotations")
    job.annotations = tree.pairs(sites.annotations)
    job.target.kind = .host
    if let spec = tree.value(root, "spec") {
      JobsFormat.decodeSpec(tree, spec, &job, &sites)
      job.target.kind = .host
      if let env = tree.value(spec, "env"), tree.kind(env) == .sequence { readList(tree, env, &job, &sites) }
    }
    return DecodedJob(job: job, sites: sites)
  }

  /// Variables as a list of name and value.
  private static func readList(_ tree: Tree, _ env: Tree.ID, _ job: inout Job, _ sites: inout JobSites) {
    for element in tree.children(env) {
      guard let nameID = tree.value(element, "name"), let name = tree.text(nameID),
        let valueID = tree.value(element, "value"),
        let value = tree.text(valueID)
      else { continue }
      job.run.env.append(Pair(name, value))
      sites.variables.append(.init(name: nameID, value: valueID))
    }
  }
}
