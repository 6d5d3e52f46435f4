/// Arguments of a command as a tagged list.
enum ArgumentList {
  static func list(_ arguments: [ToolDescription.Argument]) -> Mdoc {
    var page = Mdoc()
    page.macro("Bl", mdoc: "-tag -width Ds")
    for argument in arguments {
      page.macro("It", mdoc: tag(argument))
      page.prose(meaning(argument))
      if !argument.discussion.isEmpty { page.prose(argument.discussion) }
      if let known = known(argument) { page.prose(known) }
      if let value = argument.defaultValue, argument.kind == .option { page.prose("The default is \(value).") }
    }
    page.macro("El")
    return page
  }

  /// `Fl e , Fl \-env Ar name`, or `Ar path ...`.
  private static func tag(_ argument: ToolDescription.Argument) -> String {
    let value = "Ar " + Mdoc.argument(argument.value)
    guard argument.kind != .positional else { return argument.isRepeating ? value + " ..." : value }
    // The macro writes the first dash.
    let flags = argument.names.map { "Fl " + Mdoc.argument(String($0.dropFirst())) }.joined(separator: " , ")
    return argument.kind == .option ? "\(flags) \(value)" : flags
  }

  private static func meaning(_ argument: ToolDescription.Argument) -> String {
    let words = argument.abstract
    return words.isEmpty || words.hasSuffix(".") ? words : words + "."
  }

  /// The words an argument takes, where its own text does not name them all.
  private static func known(_ argument: ToolDescription.Argument) -> String? {
    let said = Set("\(argument.abstract) \(argument.discussion)".split(separator: " ").map(bare))
    if argument.words.allSatisfy({ said.contains($0[...]) }) { return nil }
    return "One of \(argument.words.joined(separator: ", "))."
  }

  /// A word without quotes and marks around it.
  private static func bare(_ word: Substring) -> Substring {
    var word = word.drop { "'(".contains($0) }
    while let last = word.last, "'),.;:".contains(last) { word.removeLast() }
    return word
  }
}
