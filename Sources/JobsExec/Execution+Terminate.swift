import Glibc
package import JobsCore
package import JobsStore

extension Execution {
  /// Asks the processes of a run to end, wherever they went; whoever started the run sees and records that.
  ///
  /// A later process with the number of one of them is left alone.
  /// - Throws: a failure where that is not allowed. A run whose process is gone is none.
  package func terminate() throws(Failure) {
    guard let process, process.isAlive else { return }
    guard kill(process.pid, 0) == 0 || errno == ESRCH else {
      throw .world("cannot end execution '\(id)': \(systemMessage())", hint: "be its user, or root")
    }
    var tree = ProcessTree(
      leader: process.pid, leaderStart: process.startTicks,
      mark: ProcessEnvironment.mark(of: id))
    tree.adopter = owner.pid
    // A stopped process acts on TERM only once it goes on.
    tree.signal([SIGTERM, SIGCONT])
  }
}
