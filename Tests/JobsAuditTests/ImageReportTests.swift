import JobsCore
import JobsManifest
import Testing

@testable import JobsAudit

@Suite("Reports on images")
struct ImageReportTests {
  private static let digest = "sha256:" + String(repeating: "0a", count: 32)
  private static let image = "europe-docker.pkg.dev/acme/jobs/report"

  private static func read(_ text: String) throws -> [ImageReport] {
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    return try ImageReportReader.read(&values, file: "test")
  }

  private static func trivy(
    _ severity: String = "CRITICAL",
    names: String = #""RepoTags":["\#(image):1"],"RepoDigests":["\#(image)@\#(digest)"]"#
  )
    -> String
  {
    #"{"SchemaVersion":2,"ArtifactName":"\#(image):1","ArtifactType":"container_image","Metadata":{\#(names)},"Results":[{"Target":"t"},{"Target":"u","Vulnerabilities":[{"VulnerabilityID":"CVE-2","PkgName":"zlib","Severity":"LOW"},{"VulnerabilityID":"CVE-1","PkgName":"openssl","Severity":"\#(severity)","FixedVersion":"3.0.2"}]}]}"#
  }

  private static let grype =
    #"{"matches":[{"vulnerability":{"id":"CVE-1","severity":"Critical","fix":{"versions":["3.0.2"],"state":"fixed"}},"artifact":{"name":"openssl","version":"3"}}],"source":{"type":"image","target":{"userInput":"\#(image):1","manifestDigest":"\#(digest)","repoDigests":[],"tags":[]}},"descriptor":{"name":"grype"}}"#

  private static let occurrences =
    #"[{"resourceUri":"https://\#(image)@\#(digest)","noteName":"projects/goog-vulnz/notes/CVE-1","kind":"VULNERABILITY","vulnerability":{"severity":"HIGH","effectiveSeverity":"CRITICAL","packageIssue":[{"affectedPackage":"openssl","fixedVersion":{"kind":"NORMAL","fullName":"3.0.2"}}]}},{"resourceUri":"https://\#(image)@\#(digest)","noteName":"projects/g/notes/PACKAGE_VULNERABILITY","kind":"DISCOVERY"}]"#

  private static let described =
    #"{"image_summary":{"digest":"\#(digest)","fully_qualified_digest":"\#(image)@\#(digest)"},"package_vulnerability_summary":{"vulnerabilities":{"CRITICAL":[{"noteName":"projects/g/notes/CVE-1","vulnerability":{"effectiveSeverity":"CRITICAL","packageIssue":[{"affectedPackage":"openssl","fixedVersion":{"kind":"NORMAL","fullName":"3.0.2"}}]}}]}}}"#

  @Test("Trivy, Grype and Artifact Analysis tell the same", arguments: [trivy(), grype, occurrences, described])
  func shapes(text: String) throws {
    let reports = try Self.read(text)
    #expect(reports.count == 1)
    let report = try #require(reports.first)
    #expect(report.vulnerabilities.first == .init(id: "CVE-1", severity: .critical, package: "openssl", fixed: "3.0.2"))
    #expect(report.isOf("\(Self.image)@\(Self.digest)"))
    #expect(!report.isOf("\(Self.image)@sha256:00") && !report.isOf("other:1"))
  }

  @Test("an image is known by its tag, by 'latest' where it has none, and past what engines put before it")
  func names() throws {
    let report = try #require(try Self.read(Self.trivy()).first)
    #expect(report.isOf("\(Self.image):1") && !report.isOf(Self.image))
    let library = try #require(
      try Self.read(Self.trivy(names: #""RepoTags":["docker.io/library/python:latest"]"#)).first)
    #expect(library.isOf("python") && library.isOf("docker.io/library/python:latest") && !library.isOf("python:3"))
  }

  @Test(
    "what is no report on an image is refused",
    arguments: [
      "{}", "", #"{"SchemaVersion":1,"ArtifactName":"a"}"#,
      #"{"SchemaVersion":2,"ArtifactName":".","ArtifactType":"filesystem"}"#,
      #"{"matches":[],"descriptor":{},"source":{"type":"directory"}}"#,
      #"{"image_summary":{"fully_qualified_digest":"a"}}"#,
      #"{"SchemaVersion":2,"ArtifactName":"a","Results":[{"Vulnerabilities":[{"VulnerabilityID":"C","PkgName":"p","Severity":"BAD"}]}]}"#,
      #"{"resourceUri":"a","noteName":"n"}"#,
    ])
  func refused(text: String) {
    let error = #expect(throws: Failure.self) { try Self.read(text) }
    #expect(error?.kind == .usage)
  }

  @Test(
    "what a scanner could not look at is said",
    arguments: [
      (#"{"SchemaVersion":2,"ArtifactName":"a"}"#, true),
      (#"{"SchemaVersion":2,"ArtifactName":"a","Results":[]}"#, true),
      (#"{"SchemaVersion":2,"ArtifactName":"a","Results":[{"Class":"secret"}]}"#, true),
      (#"{"SchemaVersion":2,"ArtifactName":"a","Results":[{"Class":"lang-pkgs"}]}"#, false),
      (
        #"[{"resourceUri":"a","noteName":"p/n/V","kind":"DISCOVERY","discovery":{"analysisStatus":"SCANNING"}},\#(occurrence)]"#,
        true
      ),
      (
        #"[\#(occurrence),{"resourceUri":"a","noteName":"p/n/V","kind":"DISCOVERY","discovery":{"analysisStatus":"PENDING"}}]"#,
        true
      ),
      (
        #"[\#(occurrence),{"resourceUri":"a","noteName":"p/n/V","kind":"DISCOVERY","discovery":{"analysisStatus":"FINISHED_SUCCESS"}}]"#,
        false
      ),
    ])
  func gaps(text: String, hasGap: Bool) throws {
    let reports = try Self.read(text)
    #expect(reports.count == 1 && (reports[0].gap != nil) == hasGap)
  }

  private static let occurrence =
    #"{"resourceUri":"a","noteName":"p/n/CVE-1","kind":"VULNERABILITY","vulnerability":{"severity":"HIGH"}}"#

  @Test("a report that is cut off anywhere is refused", arguments: [trivy(), grype, occurrences, described])
  func truncated(text: String) {
    for length in 0..<text.utf8.count { #expect((try? Self.read(String(text.prefix(length)))) == nil, "\(length)") }
  }

  @Test(
    "a value of another kind, a key in other letters, and a key that stands twice lose no vulnerability",
    arguments: [trivy(), grype, occurrences, described])
  func broken(text: String) throws {
    func found(_ bytes: [UInt8]) -> Set<ImageReport.Vulnerability>? {
      (try? Self.read(String(decoding: bytes, as: UTF8.self))).map { Set($0.flatMap(\.vulnerabilities)) }
    }
    let whole = try #require(found(Array(text.utf8)))
    let ids = whole.map(\.id)
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<text.utf8.count)
    var open = [Tree.root]
    while let id = open.popLast() {
      if tree.kind(id) == .sequence { open += Array(tree.children(id)) }
      for entry in tree.kind(id) == .mapping ? Array(tree.entries(id)) : [] {
        open.append(entry.value)
        for word in [tree.string(entry.key).lowercased(), tree.string(entry.key).uppercased()] {
          var bytes = Array(text.utf8)
          bytes.replaceSubrange(tree.range(entry.key), with: Array("\"\(word)\"".utf8))
          if let left = found(bytes) { #expect(Set(ids).isSubset(of: left.map(\.id)), "\(word) leaves \(left)") }
        }
        var twice = Array(text.utf8)
        twice.insert(
          contentsOf: Array("\"\(tree.string(entry.key))\":null,".utf8), at: tree.range(entry.key).lowerBound)
        #expect(found(twice) == nil, "\(tree.string(entry.key)) stands twice")
      }
      let others: [Tree.Kind: String] = [
        .int: "7", .string: #""zz""#, .bool: "true", .sequence: "[7]", .mapping: #"{"a":1}"#,
      ]
      for (kind, word) in others where kind != tree.kind(id) {
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(tree.range(id), with: Array(word.utf8))
        if let left = found(bytes) { #expect(Set(ids).isSubset(of: left.map(\.id)), "\(word) at \(tree.range(id))") }
      }
    }
  }

  @Test("of several reports on an image all count, and what two of them tell is told once")
  func several() throws {
    var job = Job(name: "a")
    job.run.image = "\(Self.image):1"
    var context = ManifestContext([job], protected: [])
    context.images = try Self.read(Self.trivy("LOW")) + Self.read(Self.grype)
    let grype = try #require(VulnerableImage.check(job, context))
    #expect(grype.severity == .critical && grype.message.hasSuffix("CVE-1 in openssl, as Grype found"))
    context.images = try Self.read(Self.trivy("HIGH")) + Self.read(Self.grype)
    let both = try #require(VulnerableImage.check(job, context))
    #expect(both.message.hasSuffix("CVE-1 in openssl, as Grype and Trivy found") && both.detail == " CVE-1")
  }

  @Test("severity is that of the vulnerability times what the identity can reach")
  func blast() throws {
    var job = Job(name: "a")
    job.env = "prod"
    job.target = Target(kind: .cloudRun, project: "acme", region: "europe-west1")
    job.identity = "report@acme.iam.gserviceaccount.com"
    job.run.image = "\(Self.image)@\(Self.digest)"
    var path = Finding(EscalationRule.rule, "", resource: "projects/acme", severity: .high, at: .start(of: ""))
    path.path = [Finding.Hop(from: "x", to: "administrator", by: "b", policy: "p", statement: "s")]
    func found(_ severity: String, power: Bool, knows: Bool) throws -> Finding? {
      var context = ManifestContext(
        [job], protected: [], powers: power ? ["report@acme.iam.gserviceaccount.com": path] : [:])
      context.known = knows ? Set([job.identity].compactMap { $0 }) : nil
      context.images = try Self.read(Self.trivy(severity))
      return VulnerableImage.check(job, context)
    }
    #expect(try found("CRITICAL", power: false, knows: false)?.severity == .critical)
    #expect(try found("HIGH", power: false, knows: false)?.severity == .high)
    #expect(try found("HIGH", power: false, knows: true)?.severity == .medium)
    let worst = try #require(try found("HIGH", power: true, knows: true))
    #expect(worst.severity == .critical && worst.path.count == 1 && worst.hint == "build it anew with openssl 3.0.2")
    #expect(try found("CRITICAL", power: false, knows: true)?.severity == .high)
    #expect(try found("CRITICAL", power: true, knows: true)?.severity == .critical)
    #expect(try found("MEDIUM", power: true, knows: true) == nil)
    // An input that tells of others says nothing of this one.
    var others = ManifestContext([job], protected: [])
    others.known = ["other@acme.iam.gserviceaccount.com"]
    others.images = try Self.read(Self.trivy("HIGH"))
    #expect(VulnerableImage.check(job, others)?.severity == .high)
    job.identity = nil
    #expect(VulnerableImage.check(job, others)?.severity == .high)
  }
}
