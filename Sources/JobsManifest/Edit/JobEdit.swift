/// What is changed about a job in its manifest.
package enum JobEdit: Sendable, Hashable {
  /// Keys, as paths or short names, and what they are set to, as on a command line.
  case set([Pair])
  /// - Parameter byDefault: whether a job that says nothing is enabled.
  case enable(Bool, byDefault: Bool = true)
  case remove

  /// The file with the change; the same bytes where it is so already, blank ones where nothing is left.
  ///
  /// - Throws: a refusal for what the format cannot say.
  package func applied(to bytes: [UInt8], at origin: Origin) throws(EditRefusal) -> [UInt8] {
    if origin.format == Format.crontab.rawValue {
      return try applied(to: CrontabLineText(bytes, at: origin))
    }
    return try applied(to: JobText(bytes, at: origin))
  }

  private func applied(to job: JobText) throws(EditRefusal) -> [UInt8] {
    switch self {
    case .enable(let isEnabled, let byDefault): return try job.settingEnabled(isEnabled, byDefault: byDefault)
    case .remove: return try job.removing()
    case .set(let pairs):
      var job = job
      for pair in pairs { job = JobText(try job.setting(pair.name, to: pair.value), like: job) }
      return job.bytes
    }
  }

  private func applied(to line: CrontabLineText) throws(EditRefusal) -> [UInt8] {
    switch self {
    case .enable(let isEnabled, _): return try line.settingEnabled(isEnabled)
    case .remove: return try line.removing()
    case .set(let pairs):
      var line = line
      for pair in pairs { line = CrontabLineText(try line.setting(pair.name, to: pair.value), like: line) }
      return line.bytes
    }
  }

  /// The keys that the edit sets and an overlay of the manifest sets otherwise, with the environments in which it does.
  package func overlays(in bytes: [UInt8], at origin: Origin) -> [(path: ManifestPath, environments: [String])] {
    guard let job = try? JobText(bytes, at: origin) else { return [] }
    let paths: [ManifestPath] =
      switch self {
      case .set(let pairs): pairs.compactMap { try? job.path(of: $0.name) }
      case .enable: job.enabledPath.map { [$0] } ?? []
      case .remove: []
      }
    return paths.map { (path: $0, environments: job.overlays(over: $0)) }.filter { !$0.environments.isEmpty }
  }
}
