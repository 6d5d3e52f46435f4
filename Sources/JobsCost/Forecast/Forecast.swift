package import JobsCore
import JobsManifest

/// What a month will have cost at its end: what is billed to date, and for each job the runs that are left times what a run
/// cost so far.
package struct Forecast: Sendable {
  /// By what the rest of the month is told.
  package enum Method: String, Sendable {
    /// Runs that are left, each at what a run cost to date.
    case runs
    /// As much a day as to date: what no schedule says anything of.
    case days
    /// The estimate of the rest: nothing is billed yet.
    case estimate
  }

  package struct Line: Sendable, Equatable {
    /// nil for what is nobody's.
    package var job: String?
    package var env: String?
    package var billed: Decimal
    package var runsToDate: Int
    package var runsLeft: Int
    /// What a run cost to date; nil where another method is taken.
    package var aRun: Decimal?
    package var method: Method
    /// What is still to come; nil where that is not known.
    package var rest: Decimal?

    package var total: Decimal { (try? billed.plus(rest ?? .zero)) ?? billed }
  }

  /// Jobs of the manifests, with their runs to date and after.
  package struct Entry: Sendable {
    package var id: String
    package var env: String?
    package var runsToDate: Int
    package var runsLeft: Int
    /// The estimate of the days that are left, net, in the currency of the bill; nil where it is not known.
    package var rest: Decimal?

    package init(id: String, env: String?, runsToDate: Int, runsLeft: Int, rest: Decimal?) {
      self.id = id
      self.env = env
      self.runsToDate = runsToDate
      self.runsLeft = runsLeft
      self.rest = rest
    }
  }

  package let currency: String
  /// Days that are billed, and days of the month that are left.
  package let daysToDate: Int
  package let daysLeft: Int
  /// The dearest first.
  package let lines: [Line]

  /// - Parameters:
  ///   - report: of the bill by job and environment, in one currency.
  ///   - entries: a job that runs in several regions is one.
  package init(
    _ report: BillReport, currency: String, _ entries: [Entry], daysToDate: Int, daysLeft: Int
  ) throws(Failure) {
    self.currency = currency
    self.daysToDate = daysToDate
    self.daysLeft = daysLeft
    var known: [String: Entry] = [:]
    for entry in entries { known[entry.id] = entry }
    do throws(Decimal.Overflow) {
      var lines: [Line] = []
      var met: Set<String> = []
      for billed in report.lines {
        let entry = billed.keys[0].flatMap { known[$0] }
        if let entry { met.insert(entry.id) }
        lines.append(try Self.line(billed, entry, daysToDate, daysLeft))
      }
      for entry in entries where !met.contains(entry.id) && entry.runsLeft > 0 {
        lines.append(
          Line(
            job: entry.id, env: entry.env, billed: .zero, runsToDate: entry.runsToDate, runsLeft: entry.runsLeft,
            method: .estimate, rest: entry.rest))
      }
      self.lines = lines.sorted {
        if $0.total != $1.total { return $0.total > $1.total }
        return ($0.job ?? "~").utf8.lexicographicallyPrecedes(($1.job ?? "~").utf8)
      }
    } catch {
      throw .overflow
    }
  }

  private static func line(
    _ billed: BillReport.Line, _ entry: Entry?, _ daysToDate: Int, _ daysLeft: Int
  ) throws(Decimal.Overflow) -> Line {
    var line = Line(
      job: billed.keys[0], env: billed.keys[1] ?? entry?.env, billed: billed.amount,
      runsToDate: entry?.runsToDate ?? 0, runsLeft: entry?.runsLeft ?? 0, method: .days)
    if let entry, entry.runsToDate > 0 {
      line.method = .runs
      line.aRun = try billed.amount.divided(by: Decimal(entry.runsToDate))
      line.rest = try billed.amount.times(Decimal(entry.runsLeft), over: Decimal(entry.runsToDate))
    } else {
      line.rest = try billed.amount.times(Decimal(daysLeft), over: Decimal(max(daysToDate, 1)))
    }
    return line
  }

  /// What is billed, and what it will be, of an environment or of all.
  package func sums(env: String?) throws(Failure) -> (billed: Decimal, total: Decimal, unknown: Int) {
    var sums = (billed: Decimal.zero, total: Decimal.zero, unknown: 0)
    do throws(Decimal.Overflow) {
      for line in lines where env == nil || line.env == env {
        sums.billed = try sums.billed.plus(line.billed)
        sums.total = try sums.total.plus(line.total)
        if line.rest == nil { sums.unknown += 1 }
      }
    } catch {
      throw .overflow
    }
    return sums
  }

  /// How it is worked out, in words for people.
  package static let rule =
    "forecast: billed to date, and runs that are left at what a run cost to date; by days where no schedule says how often, by the estimate where nothing is billed yet"
}
