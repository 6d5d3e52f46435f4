import JobsCommand

/// The forms of an estimate.
enum EstimateForms: OutputForms {
  static let formats = TableForms.formats + [.html]
}

/// The forms of bills.
enum BillForms: OutputForms {
  static let formats = EstimateForms.formats + [.focus]
}

/// The forms of a comparison, which a pull request shows.
enum DifferenceForms: OutputForms {
  static let formats = RecordForms.formats + [.markdown, .github]
}
