import TestSupport
import Testing

private let cost = Tool("jobs-cost")

@Suite("jobs-cost --output html")
struct JobsCostPageTests {
  private let folder = ToolFolder()

  /// A job with an odd name, and four weeks of a bill with a day that stands out.
  private func write() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: nightly}
      spec:
        target: gcp.run
        schedule: "*/5 * * * *"
        timezone: UTC
        image: "europe-west1-docker.pkg.dev/acme/jobs/report:4f2a9c1"
        resources: {cpu: 2, memory: 4Gi}
        timeout: 1h
        expect: {duration: 4m, p90: 20m}

      """, to: "jobs/nightly.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments: {prod: {gcp: {project: acme-prod, regions: [europe-west1]}, budget: {monthly: \"5 USD\"}}}\n",
      to: "jobs.yaml")
    var text =
      "line_item_usage_start_date,line_item_product_code,line_item_unblended_cost,line_item_currency_code,resource_tags_user_job\n"
    for day in 1...30 {
      let time = "2026-10-\(day < 10 ? "0" : "")\(day)T00:00:00Z"
      text += "\(time),AWSLambda,\(day == 28 ? 12 : 4),USD,\"<b>nightly</b> & \"\"co\"\"\"\n\(time),AmazonS3,1,USD,\n"
    }
    folder.write(text, to: "bill.csv")
  }

  @Test("pages have their figures as text, charts and tables")
  func text() {
    write()
    let actual = cost.run(["actual", "-q", "-o", "html", "bill.csv"], in: folder)
    #expect(actual.status == 0 && actual.stdout.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"), "\(actual.stderr)")
    #expect(actual.stdout.contains("&lt;b&gt;nightly&lt;/b&gt; &amp; &quot;co&quot;") && !actual.stdout.contains("<b>"))
    #expect(actual.stdout.contains("2026-10-28 13.00, which stands out"), "\(actual.stdout)")
    #expect(actual.stdout.contains("<h2>By day, in USD</h2>") && actual.stdout.contains("<dd>158.00 USD</dd>"))
    let estimate = cost.run(["estimate", "-q", "-e", "prod", "--month", "2027-03", "-o", "html", "jobs"], in: folder)
    #expect(
      estimate.status == 1 && estimate.stdout.contains("the budget of &#39;prod&#39; is exceeded"), "\(estimate.stderr)"
    )
    #expect(estimate.stdout.contains(#"class="range""#) && estimate.stdout.contains("-/prod/nightly"))
    // Four dimensions leave no room for days.
    let wide = cost.run(["actual", "-q", "--by", "job,service,sku,region", "-o", "html", "bill.csv"], in: folder)
    #expect(wide.status == 0 && !wide.stdout.contains("By day"), "\(wide.stderr)")
  }

  @Test(
    "a browser finds nothing wrong, asks for nothing and can do without scripts",
    .enabled(if: PageBrowser.isThere, PageBrowser.absence))
  func browser() async throws {
    write()
    for (name, arguments) in [
      ("actual", ["actual", "bill.csv"]), ("estimate", ["estimate", "-e", "prod", "--month", "2027-03", "jobs"]),
    ] {
      folder.write(cost.run(arguments + ["-q", "-o", "html"], in: folder).stdout, to: "\(name).html")
      let faults = try await PageBrowser.faults(of: folder.file("\(name).html"))
      #expect(faults.isEmpty, "\(name): \(faults)")
    }
    // It would find what is wrong.
    folder.write(
      "<!DOCTYPE html><html><body><main><img src=\"http://127.0.0.1:9/x.png\"></main></body></html>", to: "bad.html")
    let faults = try await PageBrowser.faults(of: folder.file("bad.html"))
    for words in ["asks for http://127.0.0.1:9/x.png", "console:", "axe image-alt", "axe html-has-lang"] {
      #expect(faults.contains(words), "\(faults)")
    }
  }
}
