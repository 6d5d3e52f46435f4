import JobsCore

/// An identity that is no service account.
package enum ServiceAccount: JobRule {
  package static let info = RuleInfo(
    "CR280", "service-account", .cloudrun, .error, summary: "an identity that is no service account's e-mail address",
    page: """
      A task runs as a service account, named by its whole address: 'NAME@PROJECT.iam.gserviceaccount.com', or one of
      Google's own such as 'NUMBER-compute@developer.gserviceaccount.com'. A person's address is refused, and so is a
      bare name as Kubernetes has it. An account of the job's own project is made where there is none, and has a name of 6
      to 30 small letters, digits and hyphens, begun by a letter.
      """,
    source: "\(FactSource.runV1), TaskSpec.serviceAccountName",
    bad: .init(.cloudrun, ExampleText.cloudRun(task: "          serviceAccountName: ⟦report-runner⟧\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(task: "          serviceAccountName: report-runner@acme-prod.iam.gserviceaccount.com\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, let id = job.sites.identity, job.tree.kind(id) == .string,
      let fault = job.tree.withText(id, { fault($0) ?? impossible($0, inProject: job.job.target.project) }),
      !job.isOpen(id)
    else { return }
    let text = Terminal.visible(job.tree.string(id))
    let message =
      switch fault {
      case .empty: "the service account is empty"
      case .bare: "'\(text)' is a name, not a service account's address"
      case .person: "'\(text)' is not the address of a service account"
      case .malformed: "'\(text)' is no address"
      case .impossible:
        "'\(text)' cannot be a service account: its name has 6 to 30 small letters, digits and hyphens, begun by a letter"
      }
    findings.report(info, message, at: id, hint: hint(for: text, fault))
  }

  private static func hint(for text: String, _ fault: Fault) -> String {
    if text == "default" { return "leave it out: a job runs as the project's default service account then" }
    if let name = PlaceholderWord.name(in: Array(text.utf8)) {
      return "is '\(name)' a placeholder? '${\(name)}' is filled in from jobs.yaml"
    }
    if text.utf8.contains(UInt8(ascii: "<")) {
      return "is it a placeholder? '${NAME}' is filled in from jobs.yaml"
    }
    return fault == .bare
      ? "write '\(text)@PROJECT.iam.gserviceaccount.com'" : "write 'NAME@PROJECT.iam.gserviceaccount.com'"
  }

  enum Fault: Equatable { case empty, bare, person, malformed, impossible }

  /// Whether a service account that users make can have such a name (discovery document iam.v1, revision 20261023,
  /// CreateServiceAccountRequest).
  package static func isPossible(_ name: some Sequence<UInt8>) -> Bool {
    let bytes = Array(name)
    return 6...30 ~= bytes.count && bytes[0].isSmallLetter && bytes.last != UInt8(ascii: "-")
      && bytes.allSatisfy { $0 == UInt8(ascii: "-") || $0.isDigit || $0.isSmallLetter }
  }

  /// Accounts of other projects may be older than the rule, or a service's own.
  private static func impossible(_ text: UnsafeBufferPointer<UInt8>, inProject project: String?) -> Fault? {
    guard let project, let sign = text.firstIndex(of: UInt8(ascii: "@")),
      text[(sign + 1)...].elementsEqual("\(project).iam.gserviceaccount.com".utf8)
    else { return nil }
    return isPossible(text[..<sign]) ? nil : .impossible
  }

  /// What keeps the text from being a service account's address.
  static func fault(_ text: UnsafeBufferPointer<UInt8>) -> Fault? {
    if text.isEmpty { return .empty }
    guard let sign = text.firstIndex(of: UInt8(ascii: "@")) else {
      // The number of a service account is known to IAM as well.
      return text.allSatisfy(\.isDigit)
        ? nil : text.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") }) ? .bare : .malformed
    }
    let name = text[..<sign]
    let domain = text[(sign + 1)...]
    guard !name.isEmpty,
      name.allSatisfy({
        $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "+") || $0.isCapital
      }),
      !domain.isEmpty,
      domain.allSatisfy({
        $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0.isCapital
      })
    else { return .malformed }
    let ending = ".gserviceaccount.com"
    return domain.count > ending.utf8.count && domain.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      ? nil : .person
  }
}
