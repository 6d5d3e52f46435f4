import Glibc
import TestSupport
import Testing

private let cost = Tool("jobs-cost")

/// What `jobs-cost` asks of clouds where it is told to: prices, and what was spent.
@Suite("jobs-cost --live")
struct JobsCostLiveTests {
  private let folder = ToolFolder()

  private static let keys = [
    "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMIEXAMPLEKEY", "AWS_REGION": "eu-west-1",
    "AWS_EC2_METADATA_DISABLED": "true",
  ]

  // MARK: Prices

  @Test(
    "Google's catalogue makes a book",
    .enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func google() throws {
    let double = try #require(RunningDouble(apis: ["cloudbilling"]))
    // Two on a page, and the first is empty though there is more.
    #expect(double.set(#"{"pageLimit":2,"emptyPages":true}"#))
    for (id, name) in [("R", "Cloud Run"), ("O", "Other"), ("S", "Cloud Scheduler")] {
      #expect(double.putState("cloudbilling", "services/\(id)", #"{"serviceId":"\#(id)","displayName":"\#(name)"}"#))
    }
    let sku = { (service: String, id: String, text: String, regions: String, unit: String, nanos: Int) in
      double.putState(
        "cloudbilling", "services/\(service)/skus/\(id)",
        """
        {"skuId":"\(id)","description":"\(text)","category":{"serviceDisplayName":"x","usageType":"OnDemand"},
        "serviceRegions":[\(regions)],"pricingInfo":[{"effectiveTime":"2026-11-01T00:00:00Z","pricingExpression":{"usageUnit":"\(unit)",
        "tieredRates":[{"unitPrice":{"currencyCode":"USD","units":"0","nanos":\(nanos)}}]}}]}
        """)
    }
    #expect(sku("R", "A1", "Jobs CPU in europe-west1", "\"europe-west1\",\"europe-west4\"", "s", 19_000))
    #expect(sku("R", "A2", "Jobs Memory in europe-west1", "\"europe-west1\"", "GiBy.s", 2_100))
    #expect(sku("R", "A3", "Services CPU", "\"europe-west1\"", "s", 1))
    #expect(sku("O", "A4", "Jobs CPU in europe-west1", "\"europe-west1\"", "s", 7))
    #expect(sku("S", "A5", "Jobs", "\"global\"", "mo", 120_000_000))
    let run = { (arguments: [String]) in
      cost.run(
        ["prices", "import", "--live", "gcp", "-o", "csv"] + arguments, in: folder, environment: double.environment)
    }
    let found = run([])
    #expect(found.status == 0 && found.stderr.isEmpty, "\(found.stderr)")
    let source = "high,\"Cloud Billing Catalog, SKU"
    for row in [
      "price,gcp,cloud-run-jobs,cpu,europe-west1,0.000019,,vCPU-second,,cpu,,2026-11-01,\(source) A1\",",
      "price,gcp,cloud-run-jobs,cpu,europe-west4,0.000019,,vCPU-second,,cpu,,2026-11-01,\(source) A1\",",
      "price,gcp,cloud-run-jobs,memory,europe-west1,0.0000021,,GiB-second,,memory,,2026-11-01,\(source) A2\",",
      "price,gcp,cloud-scheduler,job,*,0.12,31,job-day,,job,,2026-11-01,\(source) A5\",",
    ] {
      #expect(found.stdout.contains("\(row)"), "\(row)")
    }
    #expect(found.stdout.contains("free,gcp,cloud-run-jobs,cpu,tier1,240000,"))
    let one = run(["--region", "europe-west4"])
    #expect(one.stdout.contains("cpu,europe-west4,0.000019") && !one.stdout.contains("memory,europe-west1,"))
    // What came out is a book.
    folder.write(found.stdout, to: "prices.csv")
    let shown = cost.run(["prices", "show", "cpu", "europe-west1", "--prices", "prices.csv"], in: folder)
    #expect(shown.records("price").count == 1, "\(shown.stderr)")
    #expect(double.fault(#"{"code":403,"match":"cloudbilling.services.list","times":9}"#))
    let refused = run([])
    #expect(refused.status == 3 && refused.stdout.isEmpty, "\(refused.stdout)")
    #expect(refused.stderr.contains("cannot list the services that are billed"), "\(refused.stderr)")
  }

  /// No emulator has a Price List (moto 5.2.5, ministack 1.5.33).
  @Test("AWS's price list makes a book")
  func amazon() {
    let server = LoopbackServer { request in
      let product = { (service: String, usage: String, unit: String, price: String) in
        let text =
          #"{"product":{"sku":"S1","productFamily":"f","attributes":{"regionCode":"eu-west-3","usagetype":"\#(usage)"}},"#
          + #""serviceCode":"\#(service)","terms":{"OnDemand":{"S1.T":{"effectiveDate":"2026-10-01T00:00:00Z","#
          + #""priceDimensions":{"R":{"unit":"\#(unit)","beginRange":"0","endRange":"Inf","pricePerUnit":{"USD":"\#(price)"}}}}}}}"#
        return "\"\(text.replacing("\"", with: "\\\""))\""
      }
      let list =
        if request.body.contains("\"AWSLambda\"") {
          product("AWSLambda", "EUW3-Request", "Requests", "0.0000003000")
        } else if request.body.contains("\"AmazonECS\"") {
          product("AmazonECS", "EUW3-Fargate-vCPU-Hours:perCPU", "hours", "0.0486000000") + ","
            + product("AmazonECS", "EUW3-Fargate-Windows-vCPU-Hours:perCPU", "hours", "9")
        } else if request.body.contains("\"AWSDataTransfer\"") {
          product("AWSDataTransfer", "EUW3-DataTransfer-Out-Bytes", "GB", "0.0900000000")
            .replacing("regionCode", with: "fromRegionCode")
        } else if request.body.contains("\"NAT Gateway\"") {
          product("AmazonEC2", "EUW3-NatGateway-Hours", "Hrs", "0.0500000000")
        } else { "" }
      return .reply(200, fields: ["Content-Type: application/x-amz-json-1.1"], body: "{\"PriceList\":[\(list)]}")
    }
    defer { server.stop() }
    let environment = Self.keys.merging(["AWS_ENDPOINT_URL_PRICING": server.url("")]) { $1 }
    let found = cost.run(
      ["prices", "import", "--live", "aws", "--region", "eu-west-3", "-o", "csv"], in: folder, environment: environment)
    #expect(found.status == 0, "\(found.stderr)")
    for row in [
      "price,aws,lambda,request,eu-west-3,0.0000003,,request,,request,,2026-10-01,high,\"AWS price list, SKU S1\",",
      "price,aws,fargate,cpu-x86,eu-west-3,0.0486,3600,vCPU-second,,,,2026-10-01,high,\"AWS price list, SKU S1\",",
      "price,aws,nat-gateway,hour,eu-west-3,0.05,,hour,,,,2026-10-01,high,\"AWS price list, SKU S1\",",
      "price,aws,network,egress,eu-west-3,0.09,,GB,,,,2026-10-01,high,\"AWS price list, SKU S1\",",
    ] {
      #expect(
        found.stdout.contains(row), "\(row) \(found.stdout.split(separator: "\n").filter { $0.contains("eu-west-3") })")
    }
    #expect(!found.stdout.contains(",9,3600,"))
    // Each service, and of two only what stands beside jobs.
    let traffic = server.requests.first { $0.body.contains("\"AWSDataTransfer\"") }?.body ?? ""
    #expect(traffic.contains("\"fromRegionCode\"") && traffic.contains("\"AWS Outbound\""), "\(traffic)")
    #expect(server.requests.count == 9 && server.requests.allSatisfy { $0.body.contains("\"Value\":\"eu-west-3\"") })
    #expect(!(found.stdout + found.stderr).contains("wJalrXUtnFEMIEXAMPLEKEY"))
  }

  @Test(
    "what cannot be meant is refused before anything is asked",
    arguments: [
      ["prices", "import"], ["prices", "import", "--live", "azure"], ["prices", "import", "x", "--region", "a"],
      ["prices", "import", "--live", "aws", "--impersonate", "a@b"], ["actual", "--live", "bill.csv"],
      ["actual", "--live", "--by", "team,service"], ["actual", "--live", "--job-label", "a", "--job-label", "b"],
      ["actual", "--live", "-o", "focus"], ["actual", "--live", "--month", "9000-01"],
    ])
  func usage(arguments: [String]) {
    let found = cost.run(
      arguments, in: folder, environment: Self.keys.merging(["AWS_ENDPOINT_URL": "http://[::1]:9"]) { $1 })
    #expect(
      found.status == 2 && found.stdout.isEmpty && found.stderr.hasPrefix("jobs-cost: error: "), "\(found.stderr)")
  }

  // MARK: Costs

  /// moto answers what it was told to, once for each question; an account of its own keeps others from it.
  @Test(
    "what was spent is asked of Cost Explorer, and is a bill as any other",
    .enabled(if: Emulator.all.contains(.moto), Comment(rawValue: Emulator.absence)))
  func explorer() async throws {
    let address = try await Emulator.moto.address()
    let account = "2\(UInt64.random(in: 10_000_000_000..<99_999_999_999))"
    let group = { (service: String, job: String, amount: String) in
      #"{"Keys":["jobs-id$\#(job)","\#(service)"],"Metrics":{"UnblendedCost":{"Amount":"\#(amount)","Unit":"USD"}}}"#
    }
    let month = #""TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"}"#
    let groups = [
      group("AWS Lambda", "acme/prod/nightly", "1.2500000001"), group("AWS Lambda", "", "2"),
      group("Amazon Elastic Container Service", "acme/prod/nightly", "-0.25"),
    ].joined(separator: ",")
    let answer = #"{"ResultsByTime":[{\#(month),"Total":{},"Groups":[\#(groups)],"Estimated":true}]}"#
    let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
    let told = LoopbackClient(port).send(
      "POST", "/moto-api/static/ce/cost-and-usage-results", ["Content-Type: application/json"],
      body: #"{"account_id":"\#(account)","results":[\#(answer)]}"#)
    #expect(told.status == 201)
    folder.write(
      """
      [profile bill]
      role_arn = arn:aws:iam::\(account):role/reader
      source_profile = base
      [profile base]
      aws_access_key_id = AKIDEXAMPLE
      aws_secret_access_key = wJalrXUtnFEMIEXAMPLEKEY
      region = eu-west-1

      """, to: "config")
    let environment = [
      "AWS_CONFIG_FILE": folder.file("config"), "AWS_SHARED_CREDENTIALS_FILE": folder.file("none"),
      "AWS_PROFILE": "bill",
      "AWS_ENDPOINT_URL": address, "AWS_EC2_METADATA_DISABLED": "true",
    ]
    let question = ["actual", "--live", "--month", "2026-10", "--by"]
    let found = await cost.start(question + ["job,service"], in: folder, environment: environment).end()
    #expect(found.status == 0, "\(found.stderr)")
    #expect(
      found.lines.dropLast() == [
        #"{"type":"cost","v":1,"by":{"service":"AWS Lambda"},"from":"2026-10-01","to":"2026-11-01","currency":"USD","amount":"2","rows":1,"unattributed":true}"#,
        #"{"type":"cost","v":1,"by":{"job":"acme/prod/nightly","service":"AWS Lambda"},"from":"2026-10-01","to":"2026-11-01","currency":"USD","amount":"1.2500000001","rows":1}"#,
        #"{"type":"cost","v":1,"by":{"job":"acme/prod/nightly","service":"Amazon Elastic Container Service"},"from":"2026-10-01","to":"2026-11-01","currency":"USD","amount":"-0.25","rows":1}"#,
        #"{"type":"cost-total","v":1,"from":"2026-10-01","to":"2026-11-01","currency":"USD","amount":"3.0000000001","credits":"0","rows":3,"byLabel":"1.0000000001","byResource":"0","unattributed":"2","unattributedRows":1,"remarks":["1 line is below zero: credits, refunds and corrections"]}"#,
      ], "\(found.stdout)")
    #expect(
      found.stderr.contains("warning: 3 of 3 amounts are estimated by AWS, and may change yet\n"), "\(found.stderr)")
    #expect(!(found.stdout + found.stderr).contains("wJalrXUtnFEMIEXAMPLEKEY"))
    // Another question, to which nothing is told.
    let none = await cost.start(question + ["service,day"], in: folder, environment: environment).end()
    #expect(none.status == 2 && none.stdout.isEmpty, "\(none.stdout)")
    #expect(none.stderr.contains("Cost Explorer tells no cost of 2026-10"), "\(none.stderr)")
  }
}
