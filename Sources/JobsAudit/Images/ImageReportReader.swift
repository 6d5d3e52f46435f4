package import JobsCore

/// Reads what scanners found in images: Trivy's and Grype's own JSON, and that of Artifact Analysis. What a report is shows by
/// its keys; one of something else than an image, or in another version, is refused.
package struct ImageReportReader {
  private let tree: Tree
  private let place: Location

  /// Reads all reports of a file.
  ///
  /// - Throws: a usage failure with the place of what is none, and for a file without any.
  package static func read(_ reader: inout ValueReader, file: String) throws(Failure) -> [ImageReport] {
    var reports: [ImageReport] = []
    var occurrences: [String: ImageReport] = [:]
    while let value = try reader.next() {
      let place = Location(
        file: file, line: value.line, column: value.column, endLine: value.line, endColumn: value.column)
      do throws(ShapeError) {
        let report = try ImageReportReader(tree: value.tree, place: place).report()
        // Artifact Analysis lists what it found one by one.
        if report.scanner == Self.analysis, let name = report.names.first {
          let known = occurrences[name]
          var all = ImageReport(
            scanner: report.scanner, names: report.names, (known?.vulnerabilities ?? []) + report.vulnerabilities,
            at: known?.location ?? place)
          all.gap = known?.gap ?? report.gap
          occurrences[name] = all
        } else {
          reports.append(report)
        }
      } catch {
        throw value.failure(
          error, in: file, as: "a report on images",
          hint:
            "give what 'trivy image --format json', 'grype -o json' or 'gcloud artifacts vulnerabilities list' writes")
      }
    }
    reports += occurrences.keys.sorted().compactMap { occurrences[$0] }
    guard !reports.isEmpty else {
      throw .usage(
        "'\(Terminal.visible(file))' is empty", hint: "what wrote it may have failed, or there is nothing it could say")
    }
    return reports
  }

  private static let analysis = "Artifact Analysis"

  private func report() throws(ShapeError) -> ImageReport {
    let fields = try ObjectFields(tree, "the report")
    try fields.checkSpelling([
      "ArtifactName", "ArtifactType", "Metadata", "Results", "SchemaVersion", "descriptor", "matches", "source",
      "image_summary", "package_vulnerability_summary", "kind", "noteName", "resourceUri", "vulnerability", "discovery",
    ])
    if fields.has("ArtifactName"), fields.has("SchemaVersion") { return try trivy(fields) }
    if fields.has("matches"), fields.has("descriptor") { return try grype(fields) }
    if fields.has("image_summary") { return try described(fields) }
    if fields.has("resourceUri"), fields.has("noteName") || fields.has("vulnerability") {
      return try occurrence(fields)
    }
    throw fields.fail("this is no report of Trivy, Grype or Artifact Analysis")
  }

  /// Trivy's report, of version 2 (Trivy, "Reporting", read 2026-11-22).
  private func trivy(_ report: ObjectFields) throws(ShapeError) -> ImageReport {
    guard tree.value(report.id, "SchemaVersion").flatMap(tree.int) == 2 else {
      throw report.fail("'SchemaVersion' of Trivy's report is not 2")
    }
    let type = try report.text("ArtifactType") ?? "container_image"
    guard type == "container_image" else {
      throw report.fail("Trivy's report is of a '\(Terminal.visible(type))', not of an image")
    }
    let metadata = try report.object("Metadata", "'Metadata'")
    var names = [try report.required("ArtifactName")]
    names += try metadata?.texts("RepoTags") ?? []
    names += try metadata?.texts("RepoDigests") ?? []
    var found: [ImageReport.Vulnerability] = []
    var hasPackages = false
    for result in try report.objects("Results", "a result") {
      try result.checkSpelling(["Class", "Vulnerabilities"])
      // A result of packages has no list where nothing is wrong with them; older reports say no class.
      let type = try result.text("Class")
      hasPackages = hasPackages || type == nil || type == "os-pkgs" || type == "lang-pkgs"
      for item in try result.objects("Vulnerabilities", "a vulnerability") {
        found.append(
          .init(
            id: try item.required("VulnerabilityID"), severity: try severity(item, item.required("Severity")),
            package: try item.required("PkgName"),
            fixed: try item.text("FixedVersion").flatMap { $0.isEmpty ? nil : $0 }))
      }
    }
    var image = ImageReport(scanner: "Trivy", names: names, found, at: place)
    if !hasPackages { image.gap = "it found no packages whose vulnerabilities it could look up" }
    return image
  }

  private func grype(_ report: ObjectFields) throws(ShapeError) -> ImageReport {
    guard let source = try report.object("source", "'source'"), try source.text("type") == "image",
      let target = try source.object("target", "'target'")
    else { throw report.fail("Grype's report is not of an image") }
    var names = [try target.required("userInput")]
    names += try target.texts("tags") + target.texts("repoDigests")
    if let digest = try target.text("manifestDigest") { names.append(digest) }
    var found: [ImageReport.Vulnerability] = []
    for match in try report.objects("matches", "a match") {
      guard let item = try match.object("vulnerability", "a vulnerability"),
        let artifact = try match.object("artifact", "an artifact")
      else { throw match.fail("a match has no 'vulnerability' or no 'artifact'") }
      found.append(
        .init(
          id: try item.required("id"), severity: try severity(item, item.required("severity")),
          package: try artifact.required("name"), fixed: try item.object("fix", "'fix'")?.texts("versions").first))
    }
    return ImageReport(scanner: "Grype", names: names, found, at: place)
  }

  /// `gcloud artifacts docker images describe --show-package-vulnerability --format=json`.
  private func described(_ report: ObjectFields) throws(ShapeError) -> ImageReport {
    guard let summary = try report.object("image_summary", "'image_summary'") else { throw report.fail("no summary") }
    let name = try summary.required("fully_qualified_digest")
    guard
      let all = try report.object("package_vulnerability_summary", "'package_vulnerability_summary'")?
        .object("vulnerabilities", "'vulnerabilities'")
    else { throw report.fail("the image has no vulnerabilities listed: add --show-package-vulnerability") }
    var found: [ImageReport.Vulnerability] = []
    for entry in tree.entries(all.id) {
      for item in try all.objects(tree.string(entry.key), "an occurrence") { found += try vulnerabilities(item) }
    }
    return ImageReport(scanner: "\(Self.analysis) of an image", names: [name], found, at: place)
  }

  /// One item of `gcloud artifacts vulnerabilities list --format=json`, or of Artifact Analysis' API.
  private func occurrence(_ item: ObjectFields) throws(ShapeError) -> ImageReport {
    var image = ImageReport(
      scanner: Self.analysis, names: [try item.required("resourceUri")], try vulnerabilities(item), at: place)
    if let status = try item.object("discovery", "'discovery'")?.text("analysisStatus"),
      !["FINISHED_SUCCESS", "COMPLETE", "ANALYSIS_STATUS_UNSPECIFIED"].contains(status)
    {
      image.gap = "the state of the analysis is '\(Terminal.visible(status))'"
    }
    return image
  }

  /// What else occurrences are of (Container Analysis API, "NoteKind", read 2026-11-22).
  private static let otherKinds: Set<String> = [
    "ATTESTATION", "BUILD", "COMPLIANCE", "DEPLOYMENT", "DISCOVERY", "DSSE_ATTESTATION", "IMAGE", "PACKAGE",
    "SBOM_REFERENCE", "SECRET", "UPGRADE", "VULNERABILITY_ASSESSMENT",
  ]

  private func vulnerabilities(_ item: ObjectFields) throws(ShapeError) -> [ImageReport.Vulnerability] {
    guard let details = try item.object("vulnerability", "a vulnerability") else {
      // Occurrences of another kind, such as what was discovered of the image itself.
      if let kind = try item.text("kind"), Self.otherKinds.contains(kind) { return [] }
      throw item.fail("an occurrence has no 'vulnerability'")
    }
    let note = try item.text("noteName")?.split(separator: "/").last.map(String.init)
    let short = try details.text("shortDescription")
    guard let id = note ?? short else { throw item.fail("an occurrence has no 'noteName'") }
    let plain = try details.text("severity")
    let severity = try severity(details, try details.text("effectiveSeverity") ?? plain ?? "")
    let issues = try details.objects("packageIssue", "a package")
    guard !issues.isEmpty else { return [.init(id: id, severity: severity, package: "-", fixed: nil)] }
    var found: [ImageReport.Vulnerability] = []
    for issue in issues {
      let fixed = try issue.object("fixedVersion", "'fixedVersion'")
      let isFixed = try fixed?.text("kind") != "MAXIMUM"
      found.append(
        .init(
          id: id, severity: severity, package: try issue.required("affectedPackage"),
          fixed: isFixed ? try fixed?.text("fullName") : nil))
    }
    return found
  }

  private func severity(_ item: ObjectFields, _ word: String) throws(ShapeError) -> FindingSeverity {
    switch word.lowercased() {
    case "critical": return .critical
    case "high": return .high
    case "medium": return .medium
    case "low": return .low
    case "negligible", "minimal", "unknown", "none", "severity_unspecified": return .info
    default: throw item.fail("'\(Terminal.visible(String(word.prefix(40))))' is no severity of a vulnerability")
    }
  }
}
