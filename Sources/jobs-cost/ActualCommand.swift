import ArgumentParser
import JobsCommand
import JobsCore
import JobsCost

struct ActualCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actual", abstract: "Tell what jobs did cost, from bills.",
    discussion: """
      Bills are read as the clouds export them, and known by what is in them: Google's billing export, standard and \
      detailed, as JSON lines or CSV; Cost and Usage Reports of AWS, 2.0 and older, as CSV; answers of Cost Explorer; and \
      FOCUS 1.0 to 1.2 as CSV. Each may be gzip. A file of any size is read in one pass and little memory; one that is not \
      wholly understood is refused with the line, and nothing of it is counted.

      A line is a job's by its label or tag, else by its resource's name. With --jobs names become the ids of those jobs, \
      and team and env are also taken from them. What is nobody's is shown as unattributed. Amounts are what is to be \
      paid, credits taken off, in the currency of the bill; those of different currencies are never added.

      With --live Cost Explorer of AWS is asked in place of files, by the credentials that AWS's own tools take: for --month, \
      or for the month that has begun. It splits by two things, of which the job is one, known by a single tag: 'jobs-id', or \
      that of --job-label. AWS asks 0.01 USD for each page of its answer.

      EXAMPLES:
        jobs-cost actual bill.csv.gz
        bq query --format=json … | jq -c '.[]' |
          jobs-cost actual --by team,service -
        jobs-cost actual --jobs jobs/ -e prod --month 2026-10 export-*.ndjson
        jobs-cost actual --by job,day -o csv cur/*.csv.gz > days.csv
        jobs-cost actual -o focus bill.csv.gz > focus.csv
        jobs-cost actual --trends --by job,sku bill-2026-0*.csv.gz
        jobs-cost actual --live --month 2026-10 --by job,service

      EXIT STATUS:
        0 done; 2 wrong usage, or a file that is no bill or is broken; 3 the world failed.
      """)

  @Option(
    help: ArgumentHelp(
      "What to group by: job, team, env, project, service, sku, region, day, or the name of a label; up to four.",
      valueName: "word,…"))
  var by = "job"

  @Flag(help: "Ask Cost Explorer of AWS in place of files.")
  var live = false

  @Option(help: ArgumentHelp("Count the days of a month alone, such as 2026-10; by UTC.", valueName: "month"))
  var month: String?

  @Flag(
    help: """
      Tell also by how much each group changed in the last seven days against the seven before, and which days stand out \
      from the same weekdays before them.
      """)
  var trends = false

  @Option(help: ArgumentHelp("How many groups to show that changed most; records have all.", valueName: "n"))
  var top = 10

  @Option(
    help: ArgumentHelp(
      "The version of FOCUS that -o focus writes: 1.0 to 1.3.",
      discussion: "Its rows are what each resource of a job costs of each SKU a day, whatever --by says.",
      valueName: "version"))
  var focusVersion = "1.2"

  @OptionGroup var bills: BillOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<BillForms>

  func validate() throws {
    guard let asked = dimensions, (1...4).contains(asked.count), Set(asked).count == asked.count else {
      throw ValidationError("--by is up to four different words, such as team,service")
    }
    if live {
      guard bills.files.isEmpty else { throw ValidationError("--live is in place of files; leave one of them out") }
      guard bills.jobLabels.count <= 1 else {
        throw ValidationError("--live knows a job by one tag: give one --job-label")
      }
      guard LiveBill.groups(asked).count <= 2 else {
        throw ValidationError("--live takes one word of --by beside 'job' and 'day'")
      }
    } else {
      try bills.checkFiles()
    }
    if trends, asked.contains(.day) || asked.count > 3 {
      throw ValidationError("--trends goes with up to three words of --by, none of them 'day'")
    }
    guard FocusTable.Version(rawValue: focusVersion) != nil else {
      throw ValidationError("--focus-version is 1.0, 1.1, 1.2 or 1.3")
    }
    guard (1...1000).contains(top) else { throw ValidationError("--top is 1 to 1000") }
    if let month, Period(month: month) == nil {
      throw ValidationError("--month is a year and a month, such as 2026-10")
    }
  }

  func run() async throws {
    try EndedWith.check(await ActualSession(self, processEnvironment()).run())
  }

  /// nil where a word is none.
  var dimensions: [BillDimension]? {
    let words = by.split(separator: ",", omittingEmptySubsequences: false).map { BillDimension(String($0)) }
    let known = words.compactMap { $0 }
    return known.count == words.count ? known : nil
  }
}
