import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct IAMCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iam", abstract: "Find what identities, roles and policies give too much.",
    discussion: """
      READS, by what is in a file and not by its name, one or many values after each other, or a list of them:
        aws iam get-account-authorization-details (pages after each other)
        a policy of AWS alone: the document, or what get-policy-version,
          get-user-policy, get-group-policy, get-role-policy or get-role write
          (name the policy with --resource where the answer does not)
        gcloud … get-iam-policy --format=json (name the resource with --resource)
        Cloud Asset Inventory exports, and gcloud asset search-all-iam-policies
          --format=json
        gcloud iam roles describe --format=json: what custom roles hold
        gcloud iam policies get --kind=denypolicies --format=json: what is denied
          is not found
        gcloud asset analyze-iam-policy --format=json
        gcloud identity groups describe, and memberships list --view=full, with
          --format=json: who is in which group
        how credentials and grants are used: aws iam get-credential-report (the
          answer or the CSV in it), list-access-keys and
          get-service-last-accessed-details (name whose with --resource); gcloud
          iam service-accounts keys list, recommender insights and
          recommendations list, policy-intelligence query-activity, each with
          --format=json
        what lets others use a resource of AWS: secretsmanager
          get-resource-policy, ecr get-repository-policy, lambda get-policy, sns
          get-topic-attributes, sqs get-queue-attributes, s3api
          get-bucket-policy, kms get-key-policy (name it with --resource where
          the answer does not)
        what runs in AWS, as whom: aws lambda list-functions, get-function and
          get-function-configuration, ecs describe-task-definition, batch
          describe-job-definitions, scheduler get-schedule, codebuild
          batch-get-projects
        who is in the organisation: aws organizations describe-organization and
          list-accounts
        snapshots, as --save writes them; and any of these packed by gzip
        manifests of Config Connector that grant something, before the policies
          that they are held against

      Policies of Google are judged as they pass, so that estates of any size fit. An input that is not known, even in part, \
      is not judged at all. In a pipe put deny policies and groups first. What the input does not hold and a judgement would need is listed at the end.

      EXAMPLES:
        aws iam get-account-authorization-details | jobs-audit iam --fail-on high
        jobs-audit iam assets.ndjson roles.json --domain acme.example
        gcloud run jobs get-iam-policy report --region us-east1 --format=json |
          jobs-audit iam \\
          --resource //run.googleapis.com/projects/p/locations/us-east1/jobs/report
        aws lambda list-functions | jobs-audit iam account.json -
        jobs-audit iam --live aws --save account.ndjson
        jobs-audit iam assets.ndjson --as-of 2027-01-01T00:00:00Z
      """)

  @OptionGroup(title: "Reading") var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "A domain of the organisation; may be given several times. Others are then found.", valueName: "domain"))
  var domain: [String] = []

  @OptionGroup(title: "Policy") var policy: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<FindingForms>

  func run() async throws {
    let environment = processEnvironment()
    try EndedWith.check(IAMSession(self, try await input.open(showing: output, environment), environment).run())
  }
}
