import JobsCommand

/// The forms of findings.
enum FindingForms: OutputForms {
  static let formats = TableForms.formats + [.html, .sarif, .ocsf]
}

/// The forms of what jobs need, of which findings are a part alone, so that their rows would not be the whole.
enum AdviceForms: OutputForms {
  static let formats = FindingForms.formats.filter { $0 != .csv }
}
