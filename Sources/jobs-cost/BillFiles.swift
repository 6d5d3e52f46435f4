import Glibc
import JobsCore
import JobsCost

/// The files that bills are in.
enum BillFiles {
  /// Reads all of them.
  ///
  /// - Parameter threads: nil for one a core.
  static func read(_ paths: [String], _ question: BillQuestion, threads: Int?) throws(Failure) -> Bill {
    let cores = max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)
    let reader = BillReader(question, threads: threads ?? min(cores, 16))
    for path in paths {
      guard path != "-" else {
        try reader.read(STDIN_FILENO, name: "standard input")
        continue
      }
      let name = "'\(Terminal.visible(path))'"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw .usage("cannot read \(name): \(systemMessage())") }
      defer { close(descriptor) }
      try reader.read(descriptor, name: name)
    }
    return try reader.bill()
  }
}

extension Period {
  /// The first and the last day, as bills have them.
  var billDays: ClosedRange<UInt32> {
    let first = CivilDate(daysSinceEpoch: start.floorDivided(by: 86400))
    let last = CivilDate(daysSinceEpoch: start.floorDivided(by: 86400) + Int64(days) - 1)
    return BillDay.number(first)...BillDay.number(last)
  }
}
