import TestSupport
import Testing

private let cost = Tool("jobs-cost")

@Suite("jobs-cost actual")
struct JobsCostActualTests {
  private let folder = ToolFolder()

  private static let table = """
    line_item_usage_start_date,line_item_product_code,line_item_line_item_type,line_item_unblended_cost,line_item_currency_code,line_item_line_item_description,resource_tags_user_job,line_item_resource_id
    2026-10-05T00:00:00.000Z,AWSLambda,Usage,0.0000166667,USD,"a, ""b""
    c",nightly,
    2026-10-06T00:00:00.000Z,AWSLambda,Usage,1.25,USD,x,,arn:aws:lambda:eu-central-1:111122223333:function:report
    2026-10-07T00:00:00.000Z,AmazonS3,Usage,2.5,USD,x,,
    2026-10-07T00:00:00.000Z,AWSLambda,Credit,-1,USD,x,nightly,

    """

  @Test("what jobs did cost, exact, with what is nobody's and the sum of it all")
  func records() {
    folder.write(Self.table, to: "bill.csv")
    let found = cost.run(["actual", "bill.csv"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    #expect(
      found.lines.dropLast() == [
        #"{"type":"cost","v":1,"by":{},"from":"2026-10-05","to":"2026-10-08","currency":"USD","amount":"2.5","rows":1,"unattributed":true}"#,
        #"{"type":"cost","v":1,"by":{"job":"report"},"from":"2026-10-05","to":"2026-10-08","currency":"USD","amount":"1.25","rows":1}"#,
        #"{"type":"cost","v":1,"by":{"job":"nightly"},"from":"2026-10-05","to":"2026-10-08","currency":"USD","amount":"-0.9999833333","credits":"-1","rows":2}"#,
        #"{"type":"cost-total","v":1,"from":"2026-10-05","to":"2026-10-08","currency":"USD","amount":"2.7500166667","credits":"-1","rows":4,"byLabel":"-0.9999833333","byResource":"1.25","unattributed":"2.5","unattributedRows":1,"remarks":["1 line is below zero: credits, refunds and corrections"]}"#,
      ], "\(found.stdout)")
    #expect(found.records("end").first?.contains(#""ok":true,"counts":{"cost":3,"cost-total":1}"#) == true)
    #expect(found.stderr == "jobs-cost: warning: 1 line is below zero: credits, refunds and corrections\n")
  }

  @Test("a file, gzip, and a pipe are the same")
  func sources() {
    folder.write(Self.table, to: "bill.csv")
    let made = Tool.shell(
      """
      gzip -k bill.csv
      jobs-cost actual -q bill.csv > 1; jobs-cost actual -q bill.csv.gz > 2
      jobs-cost actual -q - < bill.csv > 3; cat bill.csv.gz | jobs-cost actual -q -j 3 - > 4
      cmp 1 2 && cmp 1 3 && cmp 1 4
      """, in: folder)
    #expect(
      made.status == 0 && folder.text(of: "1")?.contains(#""job":"report""#) == true, "\(made.stdout)\(made.stderr)")
  }

  @Test("people see a table with totals, and what there is to know")
  func human() {
    folder.write(Self.table, to: "bill.csv")
    let found = cost.run(["actual", "-o", "human", "bill.csv"], in: folder)
    #expect(
      found.stdout
        == """
        JOB             LINES  CREDITS  AMOUNT         SHARE
        (unattributed)      1             2.50  USD   90.9 %
        report              1             1.25  USD   45.5 %
        nightly             2    -1.00   -1.00  USD  -36.4 %
        total               4    -1.00    2.75  USD

        days from 2026-10-05 up to 2026-10-08, by UTC, credits taken off
        'bill.csv': a Cost and Usage Report of AWS, 4 lines
        attributed by label: -1.00 USD; by the resource's name: 1.25 USD; not at all: 2.50 USD in 1 line
        1 line is below zero: credits, refunds and corrections

        """, "\(found.stdout)")
    let markdown = cost.run(["actual", "-o", "markdown", "bill.csv"], in: folder)
    #expect(markdown.stdout.contains("| report | 1 |  | 1.25 | USD | 45.5 % |"), "\(markdown.stdout)")
  }

  @Test("rows are CSV, and what spreadsheets would run is text")
  func csv() {
    folder.write(Self.table.replacing(",nightly,", with: ",=1+2,"), to: "bill.csv")
    let found = cost.run(["actual", "--by", "job,service", "-o", "csv", "bill.csv"], in: folder)
    #expect(found.stdout.hasPrefix("job,service,from,to,currency,amount,credits,rows\r\n,AmazonS3,2026-10-05,"))
    #expect(
      found.stdout.hasSuffix("'=1+2,AWSLambda,2026-10-05,2026-10-08,USD,-0.9999833333,-1,2\r\n"), "\(found.stdout)")
  }

  @Test("manifests give jobs their ids, teams and environments")
  func manifests() {
    folder.write(Self.table, to: "bill.csv")
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: report, tenant: acme, labels: {team: data}}\nspec: {command: [\"true\"]}\n",
      to: "jobs/prod/report.yaml")
    let found = cost.run(["actual", "-q", "--by", "job,team", "--jobs", "jobs", "bill.csv"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    #expect(
      found.records("cost").contains { $0.contains(#""by":{"job":"acme/-/report","team":"data"}"#) }, "\(found.stdout)")
    let piped = Tool.shell(
      "jobs-validate jobs > jobs.ndjson && jobs-cost actual -q --by job,team --jobs jobs.ndjson bill.csv", in: folder)
    #expect(piped.records("cost") == found.records("cost"), "\(piped.stderr)")
  }

  @Test("trends come behind the sums, as records and as tables")
  func trends() {
    var text =
      "line_item_usage_start_date,line_item_product_code,line_item_unblended_cost,line_item_currency_code,resource_tags_user_job\n"
    for day in 1...30 {
      text += "2026-10-\(day < 10 ? "0" : "")\(day)T00:00:00Z,AWSLambda,\(day == 28 ? 12 : 4),USD,nightly\n"
    }
    folder.write(text, to: "bill.csv")
    let found = cost.run(["actual", "--trends", "bill.csv"], in: folder)
    #expect(
      found.lines.dropLast().suffix(2) == [
        #"{"type":"cost-trend","v":1,"by":{"job":"nightly"},"from":"2026-10-03","to":"2026-10-31","periodDays":7,"currency":"USD","amounts":["28","28","28","36"],"change":"8","percent":"28.6"}"#,
        #"{"type":"cost-anomaly","v":1,"by":{"job":"nightly"},"day":"2026-10-28","currency":"USD","amount":"12","median":"4","mad":"0","unit":"0.4","score":"20","threshold":"3.5","samples":["4","4","4"],"arithmetic":"the 3 Wednesdays before have the median 4.0000 and the MAD 0.0000; (12.0000 - 4.0000) / max(1.4826 * 0.0000, 10 % of 4.0000, 0.01) = 20, and 3.5 is the threshold"}"#,
      ], "\(found.stdout)")
    let human = cost.run(["actual", "--trends", "-o", "human", "bill.csv"], in: folder)
    #expect(human.stdout.contains("nightly   28.00  36.00   +8.00  USD  +28.6 %\n"), "\(human.stdout)")
    #expect(
      human.stdout.contains("2026-10-28  nightly   12.00   4.00  USD     20  the 3 Wednesdays"), "\(human.stdout)")
  }

  @Test("a bill is set against what was estimated, with what makes the difference")
  func variance() {
    folder.write(
      """
      line_item_usage_start_date,line_item_product_code,line_item_usage_type,line_item_unblended_cost,line_item_currency_code,resource_tags_user_job,product_region_code
      2026-10-05T00:00:00Z,AWSLambda,EUC1-Lambda-GB-Second,0.50,USD,nightly,eu-central-1
      2026-10-31T00:00:00Z,AWSLambda,EUC1-Lambda-GB-Second,1.25,USD,,eu-central-1

      """, to: "bill.csv")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: nightly}
      spec:
        target: aws.lambda
        schedule: "0 * * * *"
        image: "111122223333.dkr.ecr.eu-central-1.amazonaws.com/nightly:1"
        resources: {memory: 1Gi}
        expect: {duration: 1m}
        environments: {prod: {}}

      """, to: "jobs/nightly.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments: {prod: {aws: {account: \"111122223333\", region: eu-central-1}}}\n",
      to: "jobs.yaml")
    let arguments = ["variance", "-q", "-e", "prod", "--jobs", "jobs", "--no-free-tier", "bill.csv"]
    let found = cost.run(arguments, in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    // 744 runs of a minute: 44,640 GB-seconds.
    #expect(
      found.records("variance").contains(
        #"{"type":"variance","v":1,"job":"-/prod/nightly","service":"lambda","sku":"duration-x86","month":"2026-10","currency":"USD","estimated":"0.744001488","list":"0.744001488","billed":"0.5","difference":"-0.244001488","amounts":[{"currency":"USD","amount":"0.5"}],"rows":1,"reasons":[{"code":"unlabelled","words":"1.25 USD of it is nobody's in the bill"}]}"#
      ), "\(found.stdout)")
    #expect(found.records("variance-total").first?.contains(#""unattributed":"1.25""#) == true)
    let csv = cost.run(arguments + ["-o", "csv"], in: folder)
    #expect(
      csv.stdout.contains(
        "2026-10,'-/prod/nightly,lambda,duration-x86,USD,0.744001488,0.744001488,0.5,-0.244001488,1,unlabelled,1.25 USD of it is nobody's in the bill\r\n"
      ), "\(csv.stdout)")
    let human = cost.run(arguments + ["-o", "human"], in: folder)
    #expect(human.stdout.contains("-/prod/nightly  lambda duration-x86"), "\(human.stdout)")
    let markdown = cost.run(arguments + ["-o", "markdown"], in: folder)
    #expect(markdown.stdout.hasPrefix("### Estimate against bill in 2026-10\n\n| JOB | SKU |"), "\(markdown.stdout)")
    folder.write((folder.text(of: "bill.csv") ?? "").replacing("2026-10-05", with: "2026-09-05"), to: "two.csv")
    let two = cost.run(["variance", "-e", "prod", "--jobs", "jobs", "two.csv"], in: folder)
    #expect(two.status == 2 && two.stderr.contains("the bills are of more than one month"), "\(two.stderr)")
  }

  @Test("a month counts its own days alone")
  func month() {
    folder.write(Self.table.replacing("2026-10-06", with: "2026-09-30"), to: "bill.csv")
    let found = cost.run(["actual", "--month", "2026-10", "--by", "day", "bill.csv"], in: folder)
    #expect(found.records("cost").count == 2 && found.stderr.contains("1 line is of other days, not counted"))
    #expect(
      found.records("cost").first?.contains(#""by":{"day":"2026-10-07"},"from":"2026-10-07","to":"2026-10-08""#) == true
    )
    #expect(found.records("cost-total").first?.contains(#""from":"2026-10-01","to":"2026-11-01""#) == true)
  }

  @Test(
    "what is no bill, or is broken, ends with 2 and tells no sum",
    arguments: [
      ("a,b\n1,2\n", "jobs-cost: error: 'bill' is not read: its columns are those of no bill that is known"),
      ("{\"type\":\"job\",\"v\":1}\n", "jobs-cost: error: 'bill' is JSON, but no bill that is known"),
      (table + "x,y\n", "jobs-cost: error: 'bill': line 7: a row has 2 fields in place of 8"),
      ("", "jobs-cost: error: 'bill' is empty"),
    ])
  func broken(text: String, words: String) {
    folder.write(text, to: "bill")
    let found = cost.run(["actual", "bill"], in: folder)
    #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.hasPrefix(words), "\(found.stderr)")
    #expect(found.stderr.contains("\nhint: ") || text.hasSuffix("x,y\n"))
  }

  @Test("gzip that is cut off ends with 2 and tells no sum")
  func cutOff() {
    folder.write(Self.table, to: "bill.csv")
    let found = Tool.shell("gzip -c bill.csv | head -c 150 | jobs-cost actual -", in: folder)
    #expect(found.status == 2 && found.stdout.isEmpty)
    #expect(found.stderr.hasPrefix("jobs-cost: error: standard input is gzip that is cut off"), "\(found.stderr)")
  }

  @Test(
    "a command line that cannot be meant is refused",
    arguments: [
      ["actual"], ["actual", "--by", "", "x"], ["actual", "--by", "job,job", "x"], ["actual", "--month", "10", "x"],
      ["actual", "--by", "a,b,c,d,e", "x"], ["actual", "-", "-"], ["actual", "-j", "0", "x"], ["actual", "nowhere"],
      ["actual", "."], ["actual", "-o", "sarif", "x"], ["actual", "--trends", "--by", "day", "x"],
      ["actual", "--top", "0", "x"], ["variance", "x"], ["variance", "--jobs", "-", "-"],
    ])
  func usage(arguments: [String]) {
    let found = cost.run(arguments, in: folder)
    #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.contains("error"), "\(found.stderr)")
  }
}
