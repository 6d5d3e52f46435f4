import Glibc

/// Prints what the hot rooms do in a second of CPU: the record writer and reader, YAML and next fires.
///
/// The one argument is the folder with the schedules of the cron tests.
@main
struct BenchmarkRates {
  static func main() {
    guard CommandLine.arguments.count == 2 else {
      print("usage: BenchmarkRates FOLDER")
      exit(2)
    }
    print(RecordRates.writer())
    print(RecordRates.reader())
    print(YAMLRate.events())
    print(CronRate.nextFires(CommandLine.arguments[1] + "/cron_cases.tsv"))
  }
}
