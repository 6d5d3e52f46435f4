import JobsCore

/// A connector whose name is malformed.
package enum ConnectorName: JobRule {
  package static let info = RuleInfo(
    "CR268", "connector-name", .cloudrun, .error, summary: "a VPC connector whose name is malformed",
    page: """
      A Serverless VPC Access connector is 'projects/P/locations/L/connectors/C', or just its name where it lies in the
      job's own project and region. A name is small letters, digits and '-', beginning with a letter.
      """,
    source: "\(FactSource.runV2), VpcAccess.connector",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  network: {connector: ⟦projects/acme-prod/connectors/vpc⟧}\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  network: {connector: projects/acme-prod/locations/europe-west1/connectors/vpc}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, let id = job.sites.connector, job.tree.kind(id) == .string,
      !job.tree.withText(id, isConnector), !job.isOpen(id)
    else { return }
    findings.report(
      info, "'\(Terminal.visible(job.tree.string(id)))' is no connector", at: id,
      hint: "write 'projects/PROJECT/locations/REGION/connectors/NAME', or the name alone")
  }

  static func isConnector(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.contains(UInt8(ascii: "/")) else { return isName(text[...]) }
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 6 && parts[0].elementsEqual("projects".utf8) && parts[2].elementsEqual("locations".utf8)
      && parts[4].elementsEqual("connectors".utf8)
      && ProjectNamespace.isProject(UnsafeBufferPointer(rebasing: parts[1]))
      && isName(parts[3]) && isName(parts[5])
  }

  private static func isName(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = text.first, first.isSmallLetter, text.count <= 63, text.last != UInt8(ascii: "-") else {
      return false
    }
    return text.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
  }
}
