import JobsCron
package import JobsCore

extension Job {
  /// Writes the job record of RECORDS.md, keys in its order, without a line break.
  ///
  package func write(to json: inout JSONWriter, _ detail: RecordDetail = .full) {
    json.beginRecord("job")
    if detail.hasDefaults { json.key("id"); json.value(id) }
    json.optional("tenant", tenant)
    json.optional("env", env)
    json.member("name", name)
    if detail.hasDefaults || !labels.isEmpty { json.pairs("labels", labels) }
    if detail.hasDefaults || !annotations.isEmpty { json.pairs("annotations", annotations) }
    writeBody(to: &json, detail)
    if detail != .brief { json.key("digest"); json.value(digest) }
    if let origin {
      json.key("origin")
      json.beginObject()
      json.member("file", origin.file)
      json.member("line", origin.line)
      json.member("column", origin.column)
      json.member("format", origin.format)
      json.optional("commit", origin.commit)
      json.endObject()
    }
    json.endObject()
  }

  /// The keys between `annotations` and `digest`.
  func writeBody(to json: inout JSONWriter, _ detail: RecordDetail) {
    if detail.hasDefaults || !enabled { json.key("enabled"); json.value(enabled) }
    if detail.hasDefaults || paused { json.key("paused"); json.value(paused) }
    json.key("target")
    json.beginObject()
    json.member("kind", target.kind.rawValue)
    json.optional("project", target.project)
    json.optional("region", target.region)
    json.optional("account", target.account)
    json.endObject()
    writeTriggers(to: &json, detail)
    writeRun(to: &json, detail)
    writeResources(to: &json, detail)
    writeLimits(to: &json, detail)
    json.optional("identity", identity)
    if let network {
      json.key("network")
      json.beginObject()
      json.optional("connector", network.connector)
      json.optional("network", network.network)
      json.optional("subnetwork", network.subnetwork)
      json.strings("tags", network.tags, always: false)
      json.optional("egress", network.egress)
      json.endObject()
    }
    if let expect {
      json.key("expect")
      json.beginObject()
      json.optional("durationSeconds", expect.durationSeconds)
      json.optional("p90Seconds", expect.p90Seconds)
      json.endObject()
    }
    if let checkin {
      json.key("checkin")
      json.beginObject()
      json.member("enabled", checkin.enabled)
      json.optional("url", checkin.url)
      json.optional("secret", checkin.secret)
      json.optional("timeoutSeconds", checkin.timeoutSeconds)
      json.endObject()
    }
    if !alerts.isEmpty {
      json.key("alerts")
      json.beginArray()
      for alert in alerts {
        json.beginObject()
        json.member("when", alert.when)
        json.member("route", alert.route)
        json.endObject()
      }
      json.endArray()
    }
    if !verify.isEmpty {
      json.key("verify")
      verify.value.write(to: &json)
    }
    if !agent.isEmpty {
      json.key("agent")
      json.beginObject()
      json.pairs("selector", agent)
      json.endObject()
    }
  }

  private func writeTriggers(to json: inout JSONWriter, _ detail: RecordDetail) {
    if detail.hasDefaults || !schedules.isEmpty {
      json.key("schedules")
      json.beginArray()
      for schedule in schedules {
        json.beginObject()
        json.member("cron", schedule.cron)
        json.optional("dialect", schedule.dialect?.rawValue)
        json.optional("timezone", schedule.timezone)
        if detail != .brief || schedule.dst != DSTPolicy() {
          json.key("dst")
          json.beginObject()
          json.member("gap", schedule.dst.gap.rawValue)
          json.member("repeat", schedule.dst.repeat.rawValue)
          json.endObject()
        }
        json.endObject()
      }
      json.endArray()
    }
    if detail.hasDefaults || !events.isEmpty {
      json.key("events")
      json.beginArray()
      for event in events { json.raw(event.json.utf8) }
      json.endArray()
    }
  }

  private func writeRun(to json: inout JSONWriter, _ detail: RecordDetail) {
    json.key("run")
    json.beginObject()
    json.optional("image", run.image)
    json.strings("command", run.command, always: detail.hasDefaults)
    json.strings("args", run.args, always: detail.hasDefaults)
    json.optional("workingDir", run.workingDirectory)
    json.optional("user", run.user)
    json.optional("envFile", run.envFile)
    if detail.hasDefaults || !run.env.isEmpty { json.pairs("env", run.env) }
    if detail.hasDefaults || !run.secrets.isEmpty { json.pairs("secrets", run.secrets) }
    if detail.hasDefaults || !run.mounts.isEmpty {
      json.key("mounts")
      json.beginArray()
      for mount in run.mounts {
        json.beginObject()
        json.member("secret", mount.secret)
        json.member("path", mount.path)
        json.endObject()
      }
      json.endArray()
    }
    if !run.code.isEmpty {
      json.key("code")
      run.code.value.write(to: &json)
    }
    json.strings("omitted", run.omitted, always: false)
    if !run.isPlain { run.host.write(to: &json, detail) }
    json.endObject()
  }

  private func writeResources(to json: inout JSONWriter, _ detail: RecordDetail) {
    if detail == .brief, resources == Resources() { return }
    json.key("resources")
    json.beginObject()
    let known = detail.hasDefaults ? resources.filled(for: self) : resources
    json.optional("cpuMillis", known.cpuMillis)
    json.optional("memoryBytes", known.memoryBytes)
    json.optional("gpu", known.gpu)
    json.optional("architecture", known.architecture)
    json.optional("tasks", known.tasks)
    json.optional("parallelism", known.parallelism)
    json.endObject()
  }

  private func writeLimits(to json: inout JSONWriter, _ detail: RecordDetail) {
    if detail == .brief, limits == Limits() { return }
    let known = detail.hasDefaults ? limits.filled(for: self) : limits
    json.key("limits")
    json.beginObject()
    json.optional("timeoutSeconds", known.timeoutSeconds)
    if let retry = known.retry {
      json.key("retry")
      json.beginObject()
      json.optional("attempts", retry.attempts)
      json.optional("backoff", retry.backoff)
      json.optional("delaySeconds", retry.delaySeconds)
      json.optional("maxDelaySeconds", retry.maxDelaySeconds)
      if let classes = retry.classes { json.strings("classes", classes, always: true) }
      if !retry.perClass.isEmpty { retry.perClass.write(to: &json) }
      json.endObject()
    }
    if let concurrency = known.concurrency {
      json.key("concurrency")
      concurrency.write(to: &json)
    }
    if let missed = known.missed {
      json.key("missed")
      json.beginObject()
      json.key("policy")
      switch missed.policy {
      case .skip: json.value("skip")
      case .last: json.value("last")
      case .all(nil): json.value("all")
      case .all(let limit?):
        json.beginObject()
        json.member("all", limit)
        json.endObject()
      }
      json.optional("withinSeconds", missed.withinSeconds)
      json.optional("splaySeconds", missed.splaySeconds)
      json.endObject()
    }
    if !known.isPlain { known.host.write(to: &json, detail) }
    json.endObject()
  }
}

extension JSONWriter {
  mutating func pairs(_ name: StaticString, _ pairs: [Pair]) {
    object(name) { for pair in pairs { $0.key(pair.name); $0.value(pair.value) } }
  }

  mutating func strings(_ name: StaticString, _ list: [String], always: Bool) {
    if always || !list.isEmpty { member(name, list) }
  }
}
