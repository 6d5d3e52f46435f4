import JobsCore
import JobsStore

extension RunSupervisor {
  /// What a try to hold several locks comes to.
  enum Holding {
    case held([FileLock])
    /// Somebody else holds this one.
    case busy(String)
  }

  /// Takes the locks of these names, all or none, and waits for none.
  func hold(_ names: [String]) throws(LaunchFailure) -> Holding {
    guard let folder = options.lockFolder else { return .held([]) }
    var held: [FileLock] = []
    do throws(Failure) {
      for name in names {
        guard let lock = try FileLock.take(StateDirectory.lockFile(name, in: folder)) else { return .busy(name) }
        held.append(lock)
      }
    } catch {
      throw LaunchFailure(.resource, 125, error.message, hint: error.hint)
    }
    return .held(held)
  }

  /// Takes the locks of a run that an earlier process started.
  ///
  /// The kernel let them go when that process was killed, so that another one may have taken them since; then both go
  /// on, and the name is told.
  func holdAgain(_ names: [String], for run: ActiveRun) {
    guard let folder = options.lockFolder else { return }
    for name in names {
      let path = StateDirectory.lockFile(name, in: folder)
      if let lock = try? FileLock.take(path) { run.locks.append(lock) } else { tell(.unlocked(run.execution, name)) }
    }
  }
}
