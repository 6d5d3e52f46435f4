package import JobsCore

/// JUnit XML as GitLab, Jenkins and their like read it: a suite for each file, a case for each job and one for the file.
package struct JUnitReport {
  private let tool: String
  private let threshold: Diagnostic.Severity

  /// - Parameter threshold: faults from here on fail their case; lesser ones are its output.
  package init(tool: String, failingFrom threshold: Diagnostic.Severity = .error) {
    self.tool = tool
    self.threshold = threshold
  }

  /// The whole document, with a line break at its end.
  ///
  /// - Parameters:
  ///   - files: every file that was read, also those without fault; one that only a diagnostic names is added.
  ///   - diagnostics: in any order.
  package func bytes(_ files: [CheckedFile], _ diagnostics: [Diagnostic]) -> [UInt8] {
    let suites = suites(files, diagnostics)
    let cases = suites.flatMap(\.cases)
    var xml: [UInt8] = []
    xml += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(XMLText.attribute(tool))\"".utf8
    xml += " tests=\"\(cases.count)\" failures=\"\(cases.count(where: fails))\" errors=\"0\">\n".utf8
    for suite in suites {
      let file = XMLText.attribute(suite.file)
      xml += "  <testsuite name=\"\(file)\" tests=\"\(suite.cases.count)\"".utf8
      xml += " failures=\"\(suite.cases.count(where: fails))\" errors=\"0\" skipped=\"0\">\n".utf8
      for test in suite.cases { write(test, classname: file, to: &xml) }
      xml += "  </testsuite>\n".utf8
    }
    xml += "</testsuites>\n".utf8
    return xml
  }

  private struct Case {
    var name: String
    var diagnostics: [Diagnostic]
  }

  private struct Suite {
    var file: String
    var cases: [Case]
  }

  private func fails(_ test: Case) -> Bool { test.diagnostics.contains { $0.severity >= threshold } }

  /// The cases of each file: the file itself with what belongs to no job, then its jobs.
  private func suites(_ files: [CheckedFile], _ diagnostics: [Diagnostic]) -> [Suite] {
    var byFile: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics.sorted(by: Diagnostic.inSourceOrder) {
      byFile[diagnostic.location.file, default: []].append(diagnostic)
    }
    var jobs: [String: [String]] = [:]
    for file in files { jobs[file.path, default: []] += file.jobs }
    let paths = Set(jobs.keys).union(byFile.keys).sorted { $0.precedesByBytes($1) }
    return paths.map { path in
      let found = byFile[path] ?? []
      let byJob = Dictionary(grouping: found, by: \.job)
      var cases = [Case(name: path, diagnostics: byJob[nil] ?? [])]
      var named: Set<String> = []
      for name in (jobs[path] ?? []) + found.compactMap(\.job) where named.insert(name).inserted {
        cases.append(Case(name: name, diagnostics: byJob[name] ?? []))
      }
      return Suite(file: path, cases: cases)
    }
  }

  private func write(_ test: Case, classname: String, to xml: inout [UInt8]) {
    xml += "    <testcase classname=\"\(classname)\" name=\"\(XMLText.attribute(test.name))\"".utf8
    guard !test.diagnostics.isEmpty else {
      xml += "/>\n".utf8
      return
    }
    xml += ">\n".utf8
    // Readers take the first failure of a case only, so that one holds them all.
    let failures = test.diagnostics.filter { $0.severity >= threshold }
    if let first = failures.first {
      let more = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
      xml += "      <failure type=\"\(XMLText.attribute(first.code))\"".utf8
      xml += " message=\"\(XMLText.attribute(first.message + more))\">".utf8
      xml += "\(XMLText.content(failures.map(words).joined()))</failure>\n".utf8
    }
    let others = test.diagnostics.filter { $0.severity < threshold }
    if !others.isEmpty {
      xml += "      <system-out>\(XMLText.content(others.map(words).joined()))</system-out>\n".utf8
    }
    xml += "    </testcase>\n".utf8
  }

  private func words(_ diagnostic: Diagnostic) -> String {
    let title = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    var text = "\(diagnostic.location.short): \(title): \(diagnostic.message)\n"
    if !diagnostic.environments.isEmpty { text += "environments: \(diagnostic.environments.joined(separator: ", "))\n" }
    if let hint = diagnostic.hint { text += "help: \(hint)\n" }
    return text
  }
}
