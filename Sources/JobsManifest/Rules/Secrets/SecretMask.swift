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
    for at in job.run.mounts.indices {
      mask(&job.run.mounts[at].secret)
      mask(&job.run.mounts[at].path)
    }
    for at in job.schedules.indices {
      mask(&job.schedules[at].cron)
      mask(&job.schedules[at].timezone)
    }
    for at in job.alerts.indices { mask(&job.alerts[at].route) }
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
  }

  private static func mask(_ value: inout String) {
    if SecretScanner.kind(name: nil, value: value) != nil { value = text }
  }

  private static func mask(_ value: inout String?) {
    if let known = value, SecretScanner.kind(name: nil, value: known) != nil { value = text }
  }

  private static func mask(_ pairs: inout [Pair]) {
    for at in pairs.indices where SecretScanner.kind(name: pairs[at].name, value: pairs[at].value) != nil {
      pairs[at].value = text
    }
  }

  /// An option in front, as in `--token VALUE`, names the word behind it.
  private static func mask(_ words: inout [String]) {
    var option: String?
    for at in words.indices {
      let word = words[at]
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
