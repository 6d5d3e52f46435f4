import JobsCore

extension HostRun {
  /// Writes the keys at the end of a record's `run`, each only where it was chosen.
  func write(to json: inout JSONWriter, _ detail: RecordDetail) {
    if let fallback {
      json.key("fallback")
      json.beginObject()
      json.strings("command", fallback.command, always: detail.hasDefaults)
      json.strings("args", fallback.args, always: detail.hasDefaults)
      json.endObject()
    }
    json.optional("group", group)
    json.optional("nice", nice)
    json.optional("umask", umask.map(Self.text(umask:)))
    if !ulimits.isEmpty {
      json.key("ulimits")
      json.beginObject()
      for limit in ulimits {
        json.key(limit.name.rawValue)
        if let value = limit.value { json.value(value) } else { json.value("unlimited") }
      }
      json.endObject()
    }
    json.optional("cgroup", cgroup)
  }

  /// Reads them back from a record's `run`.
  init(_ tree: Tree, _ run: Tree.ID) {
    self.init()
    if let from = tree.value(run, "fallback") {
      fallback = Fallback(command: tree.texts(tree.value(from, "command")), args: tree.texts(tree.value(from, "args")))
    }
    group = tree.text(run, "group")
    nice = tree.number(run, "nice")
    umask = tree.text(run, "umask").flatMap(Self.umask)
    if let node = tree.value(run, "ulimits") { ulimits = [ResourceLimit](tree, node) }
    cgroup = tree.text(run, "cgroup")
  }
}

extension [ResourceLimit] {
  /// Reads `{nofile: 1024, core: unlimited}` of a manifest or a record; what is neither is left out.
  init(_ tree: Tree, _ node: Tree.ID) {
    self = tree.entries(node).compactMap { name, value in
      guard let name = ResourceLimit.Name(rawValue: tree.string(name)) else { return nil }
      if tree.string(value) == "unlimited" { return ResourceLimit(name, nil) }
      return tree.int(value).map { ResourceLimit(name, $0) }
    }
  }
}
