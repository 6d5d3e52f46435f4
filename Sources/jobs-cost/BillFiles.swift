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
      try InputDescriptor.read(path) { (descriptor, name) throws(Failure) in try reader.read(descriptor, name: name) }
    }
    return try reader.bill()
  }
}

extension Period {
  /// The one month that all days of a bill are of.
  static func month(of bill: Bill) throws(Failure) -> Period {
    guard let days = bill.days, days.lowerBound / 100 == days.upperBound / 100,
      let period = Period(month: String(BillDay.text(days.lowerBound).prefix(7)))
    else {
      throw .usage(
        "the bills are of more than one month", hint: "say which one is to be looked at, as by --month 2026-10")
    }
    return period
  }

  /// The first and the last day, as bills have them.
  var billDays: ClosedRange<UInt32> {
    let first = CivilDate(daysSinceEpoch: start.floorDivided(by: 86400))
    let last = CivilDate(daysSinceEpoch: start.floorDivided(by: 86400) + Int64(days) - 1)
    return BillDay.number(first)...BillDay.number(last)
  }
}
