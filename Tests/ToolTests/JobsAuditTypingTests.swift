import TestSupport
import Testing

private let audit = Tool("jobs-audit")

/// What is typed wrongly, or half, is told as what it is.
@Suite struct JobsAuditTypingTests {
  private let folder = ToolFolder()

  init() {
    folder.write(
      #"{"UserDetailList":[{"Path":"/","UserName":"ada","Arn":"arn:aws:iam::111122223333:user/ada","GroupList":[],"UserPolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-??????"}]}}]}],"GroupDetailList":[],"RoleDetailList":[],"Policies":[]}"#,
      to: "account.json")
  }

  @Test func `the ARN of a secret without its last characters is refused, since no statement would be about it`() {
    let secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db"
    let whole = audit.run(["paths", "account.json", "--to", "\(secret)-Ab12Cd"], in: folder)
    #expect(whole.status == 1 && whole.records("finding").count == 1, "\(whole.stdout)\(whole.stderr)")
    for name in [secret, "\(secret)-??????", "\(secret)-", "\(secret)-Ab12", "\(secret)-Ab12Cé"] {
      for words in [
        ["paths", "account.json", "--to", name], ["diff", "account.json", "account.json", "--to", name],
        ["what-if", "account.json", "--remove", "statement 1 of arn:aws:iam::111122223333:user/ada own", "--to", name],
      ] {
        let run = audit.run(words, in: folder)
        #expect(run.status == 2 && run.stdout.isEmpty, "\(words): \(run.stdout)")
        #expect(run.stderr.contains("is not the whole ARN of a secret"), "\(run.stderr)")
      }
    }
    let hint = audit.run(["paths", "account.json", "--to", secret], in: folder).stderr
    #expect(hint.contains("'aws secretsmanager describe-secret --secret-id prod/db --query ARN' tells it"), "\(hint)")
  }

  @Test(
    "an option that is mistyped is told as that, and not as one that is missing",
    arguments: [
      (["paths", "account.json", "--privilged"], "--privileged"),
      (["diff", "account.json", "--fial-on", "low"], "--fail-on"),
    ])
  func options(_ words: [String], _ meant: String) {
    let run = audit.run(words, in: folder)
    #expect(run.status == 2 && run.stderr.contains("unknown option '\(words[2])'"), "\(run.stderr)")
    #expect(run.stderr.contains("Did you mean '\(meant)'?"), "\(run.stderr)")
  }

  @Test(
    "what is missing, and what is there twice, is told",
    arguments: [
      (["paths", "account.json"], "say where to, by --to or by --privileged"),
      (["paths", "account.json", "--to", "ada", "--privileged"], "say where to, by --to or by --privileged"),
      (["diff", "account.json"], "only one state is given"),
      (
        ["diff", "account.json", "account.json", "--live", "aws"], "what is now is given twice, by a file and by --live"
      ),
      (["iam"], "standard input is empty"),
    ])
  func missing(_ words: [String], _ said: String) {
    let run = audit.run(words, in: folder)
    #expect(run.status == 2 && run.stdout.isEmpty && run.stderr.contains(said), "\(run.stderr)")
  }
}
