import JobsCloud
import JobsCore
import Testing

@testable import JobsAWS

@Suite struct AWSEndpointTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var profile: String
    var config: String
    var environment: [String: String]
    var explicit: String?
    var ignores: Bool
    var service: AWSService
    var url: String

    var testDescription: String { name }
  }

  /// The cases of botocore's profile-tests.json; the files are written as its own test writes them.
  private static let cases: [Case] = {
    guard BotocoreVectors.isThere,
      let tree = try? BotocoreVectors.tree("functional/configured_endpoint_urls/profile-tests.json"),
      let suite = tree.value(Tree.root, "testSuites").flatMap(tree.firstChild),
      let tests = tree.value(suite, "endpointUrlTests")
    else { return [] }
    func part(_ kind: StaticString, _ name: String) -> Tree.ID? {
      tree.value(suite, kind).flatMap { tree.value($0, key: name) }
    }
    func section(_ header: String, _ node: Tree.ID?) -> String {
      guard let node else { return "" }
      return tree.entries(node).reduce("[\(header)]\n") { text, entry in
        let key = tree.string(entry.key)
        guard tree.kind(entry.value) == .mapping else { return text + "\(key)=\(tree.string(entry.value))\n" }
        return tree.entries(entry.value).reduce(text + "\(key) =\n") {
          $0 + "  \(tree.string($1.key))=\(tree.string($1.value))\n"
        }
      } + "\n"
    }
    return tree.children(tests).compactMap { test -> Case? in
      func word(_ key: StaticString) -> String { tree.value(test, key).map(tree.string) ?? "" }
      guard let url = tree.value(test, path: "output", "endpointUrl").map(tree.string) else { return nil }
      let profile = part("profiles", word("profile"))
      let services = profile.flatMap { tree.value($0, "services") }.map(tree.string)
      let client = part("client_configs", word("client_config"))
      return Case(
        name: word("name"), profile: word("profile"),
        config: section("profile \(word("profile"))", profile)
          + (services.map { section("services \($0)", part("services", $0)) } ?? ""),
        environment: part("environments", word("environment")).map { node in
          Dictionary(uniqueKeysWithValues: tree.entries(node).map { (tree.string($0.key), tree.string($0.value)) })
        } ?? [:],
        explicit: client.flatMap { tree.value($0, "endpoint_url") }.map(tree.string),
        ignores: client.flatMap { tree.value($0, "ignore_configured_endpoint_urls") } != nil,
        service: word("service") == "s3"
          ? AWSService(id: "S3", hostPrefix: "s3") : AWSService(id: "DynamoDB", hostPrefix: "dynamodb"),
        url: url)
    }
  }()

  @Test(.enabled(if: BotocoreVectors.isThere, Comment(rawValue: BotocoreVectors.absence)), arguments: cases)
  func `addresses in settings go before each other as for botocore`(one: Case) throws {
    var environment = one.environment
    if one.ignores { environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true" }
    let settings = try AWSSettings(
      environment: environment, config: AWSConfigFile(Array(one.config.utf8), kind: .config, name: "'config'"),
      profile: one.profile)
    let endpoint = try AWSEndpoint(one.service, region: settings.region, settings: settings, explicit: one.explicit)
    #expect(endpoint.address.text == "\(one.url)/")
    #expect(endpoint.signingRegion == "fake-region-10")
  }

  @Test(.enabled(if: BotocoreVectors.isThere, Comment(rawValue: BotocoreVectors.absence)))
  func `every case of botocore is among them`() { #expect(Self.cases.count == 39) }

  @Test(
    .enabled(if: BotocoreVectors.isThere, Comment(rawValue: BotocoreVectors.absence)),
    arguments: [
      (AWSService.sts, "sts"), (.iam, "iam"), (.ec2, "ec2"), (.lambda, "lambda"), (.scheduler, "scheduler"),
      (.tagging, "resourcegroupstaggingapi"), (.sso, "sso"),
    ])
  func `a service's own hosts are those of botocore's rules, in every partition and for FIPS 140`(
    service: AWSService, folder: String
  ) throws {
    let tree = try BotocoreVectors.tree("functional/endpoint-rules/\(folder)/endpoint-tests-1.json")
    let cases = try #require(tree.value(Tree.root, "testCases"))
    var checked = 0
    for test in tree.children(cases) {
      func flag(_ key: StaticString) -> Bool { tree.value(test, path: "params", key).flatMap(tree.bool) ?? false }
      // Two stacks and STS's one host for all are not offered.
      guard let url = tree.value(test, path: "expect", "endpoint", "url").map(tree.string), !flag("UseDualStack"),
        tree.value(test, path: "params", "UseGlobalEndpoint").flatMap(tree.bool) != true,
        let region = tree.value(test, path: "params", "Region").map(tree.string), region != "aws-global",
        tree.value(test, path: "params", "Endpoint") == nil
      else { continue }
      let settings = try AWSSettings(environment: flag("UseFIPS") ? ["AWS_USE_FIPS_ENDPOINT": "true"] : [:])
      let endpoint = try AWSEndpoint(service, region: region, settings: settings)
      #expect(endpoint.address.text == "\(url)/", "\(region)")
      if let schemes = tree.value(test, path: "expect", "endpoint", "properties", "authSchemes"),
        let scheme = tree.firstChild(schemes), let signing = tree.value(scheme, "signingRegion")
      {
        #expect(endpoint.signingRegion == tree.string(signing), "\(region)")
      } else {
        #expect(endpoint.signingRegion == region)
      }
      checked += 1
    }
    #expect(checked >= 8)
  }

  @Test func `without a region STS is in Virginia, IAM everywhere, and all others are nowhere`() throws {
    let settings = try AWSSettings(environment: [:])
    #expect(try AWSEndpoint(.sts, region: nil, settings: settings).address.text == "https://sts.amazonaws.com/")
    #expect(try AWSEndpoint(.sts, region: nil, settings: settings).signingRegion == "us-east-1")
    #expect(try AWSEndpoint(.iam, region: nil, settings: settings).address.text == "https://iam.amazonaws.com/")
    let failure = #expect(throws: Failure.self) { try AWSEndpoint(.lambda, region: nil, settings: settings) }
    #expect(failure?.kind == .usage && failure?.hint?.contains("AWS_REGION") == true)
  }

  @Test(arguments: ["", "eu west", "evil.example/", "EU-WEST-1", "-x", String(repeating: "a", count: 33)])
  func `what is no region is no part of a host`(region: String) throws {
    let settings = try AWSSettings(environment: [:])
    #expect(throws: Failure.self) { try AWSEndpoint(.lambda, region: region, settings: settings) }
  }

  @Test func `an address in a setting that is none is told by its place, not repeated`() throws {
    for (environment, place) in [
      (["AWS_ENDPOINT_URL_LAMBDA": "secret.example"], "AWS_ENDPOINT_URL_LAMBDA"),
      (["AWS_ENDPOINT_URL": "ftp://secret.example"], "AWS_ENDPOINT_URL"),
    ] {
      let settings = try AWSSettings(environment: environment)
      let failure = #expect(throws: Failure.self) { try AWSEndpoint(.lambda, region: "eu-west-1", settings: settings) }
      #expect(failure?.message.hasPrefix("\(place) cannot be used for Lambda: ") == true)
      #expect(failure?.description.contains("secret") == false)
    }
  }
}
