package import ArgumentParser

extension ArgumentHelp {
  /// Of an option `--impersonate`, whose value `GoogleConnection.chain` reads. It is no group of options, since the debug
  /// build checks each group four times for each group round it.
  package static let impersonation = ArgumentHelp(
    "Call Google Cloud as this service account.",
    discussion: "Several with commas between them act as each other, in that order, and the last one calls.",
    valueName: "email")
}
