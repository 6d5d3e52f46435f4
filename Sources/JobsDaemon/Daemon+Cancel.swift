import JobsCore
import JobsExec
import JobsStore

extension Daemon {
  /// Ends the runs that users asked to end.
  func takeRequests() {
    for (id, reason) in requests?.take() ?? [] {
      guard let number = numbers[id] else {
        log.say(.info, "requests", "execution \(id) is over, so there is nothing to cancel")
        continue
      }
      if !supervisor.stop(id, reason: reason) { drop(number, .cancelled, reason) }
    }
  }

  /// Takes requests from here on, those that wait first.
  func watchRequests() throws(Failure) {
    guard let requests else { return }
    try StateDirectory.create(requests.folder)
    if let (path, reason) = files?.set([requests.folder], for: .requests).first {
      throw .world(
        "cannot watch '\(path)': \(reason)", hint: "raise 'fs.inotify.max_user_watches', or free some watches")
    }
    takeRequests()
  }
}
