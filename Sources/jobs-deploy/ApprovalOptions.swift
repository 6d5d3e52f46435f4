import ArgumentParser

/// What a protected environment and a freeze ask of whoever changes something.
struct ApprovalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who approved it, where the environment is protected.", valueName: "name"))
  var approveBy: String?

  @Option(help: ArgumentHelp("Where the approval is found.", valueName: "id"))
  var ticket: String?

  @Option(help: ArgumentHelp("Act though the project's deployments are frozen, and say why.", valueName: "reason"))
  var overrideFreeze: String?

  func validate() throws {
    guard (approveBy == nil) == (ticket == nil) else {
      throw ValidationError("'--approve-by' and '--ticket' go together")
    }
    guard ![approveBy, ticket, overrideFreeze].contains(where: { $0?.isEmpty == true }) else {
      throw ValidationError("'--approve-by', '--ticket' and '--override-freeze' are not empty")
    }
  }
}
