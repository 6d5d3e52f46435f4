import JobsCloud
import JobsCore

/// Keys from a program that a profile names as `credential_process`.
enum ProcessCredentials {
  static func keys(
    _ command: String, profile: String, run: CredentialProgram
  ) throws(CloudFailure) -> AWSCredentials {
    guard let words = ShellWords.split(command), !words.isEmpty else {
      throw RolePlan.fault(profile, "has a 'credential_process' with a quote that is not closed", hint: "close it")
    }
    let answer: (status: Int32, output: [UInt8])
    do throws(Failure) {
      answer = try run(words).get()
    } catch {
      throw .credentials(error)
    }
    let origin = "the 'credential_process' of profile '\(Terminal.visible(profile))'"
    guard answer.status == 0 else {
      throw .credentials("\(origin) ended with \(answer.status)", hint: "run it by hand")
    }
    guard let tree = CredentialReply.tree(answer.output) else {
      throw CredentialReply.strange(origin, "it writes no object of JSON")
    }
    guard tree.value(Tree.root, "Version").flatMap(tree.int) == 1 else {
      throw CredentialReply.strange(origin, "its 'Version' is not 1")
    }
    return try CredentialReply.keys(
      tree, names: CredentialReply.Names(token: "SessionToken"), from: origin)
  }
}
