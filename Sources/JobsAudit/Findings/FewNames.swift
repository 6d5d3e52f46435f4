/// Names in a sentence: the first three, and how many more there are.
enum FewNames {
  /// `'a', 'b', 'c' and 2 more`.
  static func quoted(_ names: some Collection<String>) -> String {
    joined(names.prefix(3).map { "'\($0)'" }, of: names.count)
  }

  /// The same without quotes, of addresses and the like.
  static func plain(_ names: some Collection<String>) -> String { joined(Array(names.prefix(3)), of: names.count) }

  private static func joined(_ names: [String], of count: Int) -> String {
    names.joined(separator: ", ") + (count > names.count ? " and \(count - names.count) more" : "")
  }
}
