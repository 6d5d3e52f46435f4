import JobsCore
import JobsDeploy
import JobsManifest

/// What a job asks that Lambda cannot give.
extension LambdaExpansion {
  func refuseMissing() throws(ExpansionRefusal) {
    if let account = job.target.account, account != place.account {
      throw ExpansionRefusal(
        "it is for account '\(account)', and the credentials are of '\(place.account)'",
        hint: "use credentials of that account, or another 'account' under 'aws' of the environment")
    }
    let missing = [
      ("mounts", !job.run.mounts.isEmpty), ("envFile", job.run.envFile != nil),
      ("user", job.run.user != nil), ("network", job.network != nil), ("events", !job.events.isEmpty),
      ("tasks", (job.resources.tasks ?? 1) > 1), ("gpu", job.resources.gpu != nil),
    ]
    if let key = missing.first(where: \.1)?.0 {
      throw ExpansionRefusal(
        "Lambda gives a job no '\(key)', as it is set up here",
        hint: "take '\(key)' away, or use another target")
    }
    if job.run.code.isEmpty { try refuseImage() } else { try refuseCode(job.run.code.value) }
    if let identity = job.identity, !AWSName.isRole(identity) {
      throw ExpansionRefusal(
        "'\(identity)' is no role's ARN", hint: "write 'arn:aws:iam::\(place.account):role/NAME', or leave it out")
    }
    guard (1...900).contains(job.limits.timeoutSeconds ?? 3) else {
      throw ExpansionRefusal("Lambda ends a run after 15m", hint: "set 'timeout' to 15m or less")
    }
    guard (128...10_240).contains(memory), (job.resources.memoryBytes ?? 0) % (1 << 20) == 0 else {
      throw ExpansionRefusal("Lambda has 128Mi up to 10Gi of memory in whole MiB", hint: "set 'memory' to one of these")
    }
    // A description has 256 characters.
    guard Self.isName(place.function(job)), job.id.utf8.count <= 200 else {
      throw ExpansionRefusal(
        "'\(job.id)' makes no name of a function: letters, digits, '-' and '_'", hint: "rename tenant or environment")
    }
  }

  private func refuseImage() throws(ExpansionRefusal) {
    guard let image = job.run.image.flatMap(ECRImage.init) else {
      throw ExpansionRefusal(
        job.run.image == nil
          ? "it has neither an 'image' nor 'code'"
          : "it has no 'image' of Amazon ECR, the only registry Lambda knows",
        hint: "write 'image: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:DIGEST', or 'code: {path: FOLDER, …}'")
    }
    guard image.repository.region == place.region else {
      throw ExpansionRefusal(
        "its image is in region '\(image.repository.region)', and Lambda takes only those of its own, '\(place.region)'",
        hint: "have ECR replicate it there, or write '${REGION}' in its name")
    }
  }

  private func refuseCode(_ code: FunctionCode) throws(ExpansionRefusal) {
    let run = job.run
    let excluded = [
      ("image", run.image != nil), ("command", !run.command.isEmpty), ("args", !run.args.isEmpty),
      ("workingDir", run.workingDirectory != nil),
    ]
    if let key = excluded.first(where: \.1)?.0 {
      throw ExpansionRefusal("'code' and '\(key)' exclude each other", hint: "take one of them away")
    }
    guard code.path != nil else {
      throw ExpansionRefusal("its 'code' has no path", hint: "add 'path: FOLDER', from the folder of the manifest")
    }
    guard let runtime = code.runtime.flatMap(LambdaRuntime.named) else {
      throw ExpansionRefusal(
        code.runtime.map { "Lambda has no runtime '\(Terminal.visible($0))'" } ?? "its 'code' has no runtime",
        hint: "such as python3.13, nodejs24.x, provided.al2023")
    }
    guard let handler = code.handler ?? runtime.usualHandler, LambdaHandler.isHandler(handler) else {
      throw ExpansionRefusal("its 'code' has no handler that Lambda takes", hint: "such as 'handler: main.handler'")
    }
  }

  func refuseVariables(_ variables: [Pair]) throws(ExpansionRefusal) {
    let names = variables.map(\.name)
    if let name = names.first(where: LambdaReservedVariable.names.contains) {
      throw ExpansionRefusal("variable '\(name)' is one that Lambda keeps to itself", hint: "choose another name")
    }
    if let name = names.first(where: { !Self.isVariable($0) }) {
      throw ExpansionRefusal(
        "variable '\(Terminal.visible(name))' has a name that Lambda does not take",
        hint: "begin it with a letter, and use letters, digits and '_', two of them at least")
    }
    if let name = Dictionary(grouping: names, by: \.self).filter({ $1.count > 1 }).keys.min() {
      throw ExpansionRefusal(
        "variable '\(name)' is there twice: by 'env', and for a secret of 'secrets'", hint: "rename one of them")
    }
    guard variables.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= 4096 else {
      throw ExpansionRefusal(
        "its environment variables have more than 4096 bytes", hint: "put long values into a file of the image")
    }
  }

  /// As the model of Lambda in botocore 1.44.5 has it (2026-11).
  private static func isVariable(_ text: String) -> Bool {
    text.utf8.count > 1 && (97...122).contains(text.utf8.first.map { $0 | 32 } ?? 0)
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 95 }
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 || $0 == 95 }
  }
}
