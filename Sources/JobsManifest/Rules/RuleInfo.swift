package import JobsCore

/// What is known of a rule: its code, its reference page, and an example of each kind that its test runs.
package struct RuleInfo: Sendable {
  package enum Group: String, Sendable, CaseIterable {
    case reading, structure, jobs, cloudrun, aws, schedules, images, hosts, secrets, variables, files, jobfile,
      crontopus, project, places

    /// The heading over the group's rules.
    package var title: String {
      switch self {
      case .reading: "Reading YAML and JSON"
      case .structure: "Structure of a manifest"
      case .jobs: "Jobs of every format"
      case .cloudrun: "Cloud Run jobs"
      case .aws: "Jobs on AWS"
      case .schedules: "Schedules and time zones"
      case .images: "Images, commands and paths"
      case .hosts: "Jobs on hosts"
      case .secrets: "Secrets in clear"
      case .variables: "Variables"
      case .files: "Across files"
      case .jobfile: "Job files (JSON)"
      case .crontopus: "Crontopus manifests"
      case .project: "The project file"
      case .places: "Places where jobs run"
      }
    }
  }

  package enum FixKind: String, Sendable { case none, safe, unsafe }

  /// A small input. The place at fault stands between `⟦` and `⟧`, which the reader never sees.
  package struct Example: Sendable {
    package var format: Format
    package var text: String
    /// The name of the file, from which a crontab is known.
    package var file: String
    /// The text of a `jobs.yaml` beside it.
    package var project: String?
    /// Other files, for rules that look across files.
    package var others: [(file: String, text: String)]

    package init(
      _ format: Format, _ text: String, file: String? = nil, project: String? = nil,
      others: [(file: String, text: String)] = []
    ) {
      self.format = format
      self.text = text
      self.file = file ?? format.exampleFile
      self.project = project
      self.others = others
    }
  }

  /// Two letters for the group and three digits: `ST104`.
  package var code: String
  /// The code in words, such as `unknown-key`.
  package var name: String
  package var group: Group
  package var severity: Diagnostic.Severity
  package var fix: FixKind
  /// One line: what it finds.
  package var summary: String
  /// Why that hurts and what to write instead, in paragraphs.
  package var page: String
  /// Where the fact comes from, with its date; nil where the fact is our own contract.
  package var source: String?
  /// nil where no text can show it, such as a file that cannot be read; another test covers the rule then.
  package var bad: Example?
  package var good: Example?

  package init(
    _ code: String, _ name: String, _ group: Group, _ severity: Diagnostic.Severity, fix: FixKind = .none,
    summary: String, page: String, source: String? = nil, bad: Example? = nil, good: Example? = nil
  ) {
    self.code = code
    self.name = name
    self.group = group
    self.severity = severity
    self.fix = fix
    self.summary = summary
    self.page = page
    self.source = source
    self.bad = bad
    self.good = good
  }
}
