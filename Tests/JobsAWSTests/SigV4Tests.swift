import JobsCloud
import JobsCore
import Testing

@testable import JobsAWS

@Suite struct SigV4Tests {
  private static let suite = "unit/auth/aws4_testsuite"
  private static let signer = SigV4(region: "us-east-1", service: "service")

  private static func now() throws -> Instant { try #require(Instant(rfc3339: "2015-08-30T12:36:00Z")) }

  /// A request as the vectors write it: head, empty line, body; a line that is indented goes on with the field above.
  private static func request(_ text: String) throws -> CanonicalRequest {
    let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    var lines = parts[0].split(separator: "\n").map(String.init)
    let first = lines.removeFirst()
    let method = try #require(first.split(separator: " ").first)
    let target = first.dropFirst(method.count + 1).replacing(" HTTP/1.1", with: "")
    let question = target.firstIndex(of: "?") ?? target.endIndex
    var fields: [HTTPField] = []
    for line in lines {
      if line.hasPrefix(" ") {
        fields[fields.count - 1].value += line
      } else {
        let colon = try #require(line.firstIndex(of: ":"))
        fields.append(HTTPField(String(line[..<colon]), String(line[line.index(after: colon)...])))
      }
    }
    return CanonicalRequest(
      method: String(method), path: String(target[..<question]), query: String(target[question...].dropFirst()),
      fields: fields, body: parts.count > 1 ? Array(parts[1].utf8) : [])
  }

  @Test(
    .enabled(if: BotocoreVectors.isThere, Comment(rawValue: BotocoreVectors.absence)),
    arguments: BotocoreVectors.cases(suite, suffix: ".req"))
  func `canonical request, string to sign and signature are those of the public vectors`(path: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = "\(Self.suite)/\(path)/\(name)"
    let canonical = try BotocoreVectors.text("\(file).creq")
    var request = try Self.request(try BotocoreVectors.text("\(file).req"))
    let token = canonical.split(separator: "\n").first { $0.hasPrefix("x-amz-security-token:") }.map {
      String($0.dropFirst("x-amz-security-token:".count))
    }
    if let token, !request.fields.contains(where: { $0.name.lowercased() == "x-amz-security-token" }) {
      request.fields.append(HTTPField("X-Amz-Security-Token", token))
    }
    let credentials = AWSCredentials(
      keyID: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken: token)
    #expect(request.text == canonical)
    #expect(Self.signer.stringToSign(request.text, at: try Self.now()) == (try BotocoreVectors.text("\(file).sts")))
    let authorization = Self.signer.authorization(for: request, by: credentials, at: try Self.now())
    #expect(authorization == (try BotocoreVectors.text("\(file).authz")))
  }

  @Test(.enabled(if: BotocoreVectors.isThere, Comment(rawValue: BotocoreVectors.absence)))
  func `every case of the vectors is among them`() {
    #expect(BotocoreVectors.cases(Self.suite, suffix: ".req").count == 34)
  }

  @Test func `a request is signed with date, token, host and what it has, and once only`() throws {
    var request = HTTPRequest(.post, try WebAddress("http://127.0.0.1:5000/a%20b?x=%2F"))
    request.fields = [
      HTTPField("User-Agent", "x"), HTTPField("authorization", "old"), HTTPField("x-amz-date", "old"),
      HTTPField("Content-Type", "text/plain"),
    ]
    let credentials = AWSCredentials(keyID: "K", secret: "S", sessionToken: "T")
    let once = Self.signer.sign(request, by: credentials, at: try Self.now())
    let twice = Self.signer.sign(once, by: credentials, at: try Self.now())
    #expect(once.fields == twice.fields)
    let value = { (name: String) in once.fields.filter { $0.name.lowercased() == name }.map(\.value) }
    #expect(value("x-amz-date") == ["20150830T123600Z"] && value("x-amz-security-token") == ["T"])
    #expect(value("authorization").count == 1)
    #expect(
      value("authorization").first?.contains("SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,") == true
    )
    let canonical = CanonicalRequest(
      method: "POST", path: request.address.path, query: "x=%2F", fields: [HTTPField("Host", "127.0.0.1:5000")],
      body: [])
    #expect(canonical.text.hasPrefix("POST\n/a%2520b\nx=%2F\nhost:127.0.0.1:5000\n\nhost\n"))
  }

  @Test func `keys print nothing of themselves but the id`() {
    let credentials = AWSCredentials(keyID: "AKIDEXAMPLE", secret: "hidden-1", sessionToken: "hidden-2")
    for text in [
      "\(credentials)", String(reflecting: credentials), "\([credentials])", "\(Optional(credentials) as Any)",
    ] {
      #expect(text.contains("AKIDEXAMPLE") && !text.contains("hidden"))
    }
  }

  @Test(arguments: [("https://h", "h"), ("https://H:443/", "h"), ("http://h:443", "h:443"), ("http://h:80", "h")])
  func `the port is part of the host unless it is the usual one`(address: String, host: String) throws {
    #expect(try WebAddress(address).authority == host)
  }
}
