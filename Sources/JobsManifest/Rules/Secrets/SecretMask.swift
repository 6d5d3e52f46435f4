import JobsCore

/// Takes recognised secrets out of a job before it is written anywhere.
package enum SecretMask {
  package static let text = "***"

  package static func apply(to job: inout Job) {
    mask(&job.run.env)
    mask(&job.run.secrets)
    mask(&job.run.command)
    mask(&job.run.args)
    mask(&job.labels)
    mask(&job.annotations)
    mask(&job.run.image)
    mask(&job.run.envFile)
    mask(&job.run.workingDirectory)
    mask(&job.identity)
    mask(&job.run.user)
    mask(&job.agent)
    if !job.run.isPlain, var fallback = job.run.host.fallback {
      mask(&fallback.command)
      mask(&fallback.args)
      job.run.host.fallback = fallback
    }
    for (at, mount) in job.run.mounts.enumerated() {
      if isSecret(mount.secret) { job.run.mounts[at].secret = text }
      if isSecret(mount.path) { job.run.mounts[at].path = text }
    }
    for (at, schedule) in job.schedules.enumerated() {
      if isSecret(schedule.cron) { job.schedules[at].cron = text }
      if isSecret(schedule.timezone) { job.schedules[at].timezone = text }
    }
    for (at, alert) in job.alerts.enumerated() where isSecret(alert.route) { job.alerts[at].route = text }
    if var network = job.network {
      mask(&network.connector)
      mask(&network.network)
      mask(&network.subnetwork)
      mask(&network.egress)
      job.network = network
    }
    for at in job.events.indices { mask(&job.events[at]) }
    if var checkin = job.checkin {
      if let secret = checkin.secret, CheckInSecret.isInClear(secret) { checkin.secret = text }
      mask(&checkin.url)
      job.checkin = checkin
    }
    if !job.verify.isEmpty { apply(to: &job.verify.value) }
  }

  /// Of what is kept of checks.
  package static func apply(to verification: inout Verification) {
    if var run = verification.run {
      mask(&run.args)
      mask(&run.env)
      verification.run = run
    }
    for at in verification.http.indices where isSecret(verification.http[at].url) { verification.http[at].url = text }
  }

  private static func isSecret(_ value: String?) -> Bool {
    value.map { SecretScanner.kind(name: nil, value: $0) != nil } ?? false
  }

  private static func mask(_ value: inout String?) {
    if isSecret(value) { value = text }
  }

  private static func mask(_ pairs: inout [Pair]) {
    for at in pairs.indices where SecretScanner.kind(name: pairs[at].name, value: pairs[at].value) != nil {
      pairs[at].value = text
    }
  }

  /// An option in front, as in `--token VALUE`, names the word behind it.
  private static func mask(_ words: inout [String]) {
    var option: String?
    // Not by their indices, so that they are copied where one is changed alone.
    for (at, word) in words.enumerated() {
      if SecretScanner.kind(name: option, value: word) != nil { words[at] = text }
      option = word.hasPrefix("-") ? word : nil
    }
  }

  private static func mask(_ event: inout Event) {
    var tree = Tree(source: Array(event.json.utf8))
    guard (try? JSONReader.parse(&tree, in: 0..<tree.source.count)) != nil else { return }
    var found = false
    for id in SecretCheck.secrets(in: tree) {
      tree.setText(id, Array(text.utf8), kind: .string)
      found = true
    }
    guard found else { return }
    var json = JSONWriter()
    json.value(tree, Tree.root)
    event.json = String(decoding: json.bytes, as: UTF8.self)
  }
}
