/// Which rules count: codes, or beginnings of codes such as `SC`.
package struct RuleSelection: Sendable {
  /// Empty for all.
  package var selected: [String]
  package var ignored: [String]

  package init(selected: [String] = [], ignored: [String] = []) {
    self.selected = selected
    self.ignored = ignored
  }

  package func includes(_ code: String) -> Bool {
    (selected.isEmpty || selected.contains { code.hasPrefix($0) }) && !ignored.contains { code.hasPrefix($0) }
  }

  /// The beginnings that fit no rule.
  package func unknown(among codes: [String]) -> [String] {
    (selected + ignored).filter { typed in typed.isEmpty || !codes.contains { $0.hasPrefix(typed) } }
  }
}
