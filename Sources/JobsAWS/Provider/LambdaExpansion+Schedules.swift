import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest

/// When a function is called, by whom, and with what.
extension LambdaExpansion {
  /// The schedules, behind the role that calls the function.
  func schedules(of function: String) throws(ExpansionRefusal) -> [Resource] {
    // A function that nothing starts stays, since what it is and was would go with it.
    guard job.enabled, !job.schedules.isEmpty else { return [] }
    let names = try scheduleNames()
    let others = try caller(names)
    let invoker =
      others == nil ? [role(place.invokerRole(job), place.invokerTrust, place.invokerPolicy(function))] : []
    var resources = invoker
    for (name, schedule) in zip(names, job.schedules) {
      resources.append(
        Resource(
          id: place.id(.schedule, name.text), job: job.id,
          fields: [
            Resource.Field("ScheduleExpression", try expression(schedule)),
            Resource.Field("ScheduleExpressionTimezone", schedule.timezone ?? "UTC"),
            Resource.Field("State", job.paused ? "DISABLED" : "ENABLED"),
            Resource.Field("FlexibleTimeWindow.Mode", "OFF"),
            Resource.Field("Target.Arn", "\(place.functionARN(function)):\(LambdaPlace.alias)"),
            Resource.Field("Target.RoleArn", others ?? place.roleARN(place.invokerRole(job))),
            Resource.Field("Target.Input", input),
          ], dependencies: [place.id(.function, function)] + invoker.map(\.id)))
    }
    return resources
  }

  /// What its schedules are called: as an annotation says, or as the job is.
  private func scheduleNames() throws(ExpansionRefusal) -> [ScheduleName] {
    guard let stated = job.annotations[LambdaAnnotation.schedules] else {
      return job.schedules.indices.map { ScheduleName(place.schedule(job, $0)) }
    }
    let names = stated.split(separator: ",", omittingEmptySubsequences: false).map { ScheduleName(String($0)) }
    guard names.count == job.schedules.count, Set(names).count == names.count, names.allSatisfy(\.isValid) else {
      throw ExpansionRefusal(
        "its annotation '\(LambdaAnnotation.schedules)' is no list of names, one for each of its schedules",
        hint: "write NAME or GROUP/NAME with commas between them, or leave it out")
    }
    return names
  }

  /// The role of others in which schedules call the function; nil for one that is made for it.
  private func caller(_ names: [ScheduleName]) throws(ExpansionRefusal) -> String? {
    guard let role = job.annotations[LambdaAnnotation.invoker] else {
      if let other = names.first(where: { $0.group != LambdaPlace.group }) {
        throw ExpansionRefusal(
          "the role that would call it is for schedules of the group '\(LambdaPlace.group)', and '\(other.text)' is in "
            + "another", hint: "name the role that calls it in the annotation '\(LambdaAnnotation.invoker)'")
      }
      return nil
    }
    guard AWSName.isRole(role) else {
      throw ExpansionRefusal(
        "its annotation '\(LambdaAnnotation.invoker)' is no role's ARN",
        hint: "write 'arn:aws:iam::\(place.account):role/NAME', or leave it out")
    }
    return role
  }

  /// What the function is called with.
  private var input: String {
    var json = JSONWriter()
    json.beginObject()
    json.member("job", job.id)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func expression(_ schedule: Schedule) throws(ExpansionRefusal) -> String {
    let expression: CronExpression
    switch ScheduleReading.expression(schedule, seed: job.hashSeed) {
    case .success(let read): expression = read
    case .failure(let error):
      throw ExpansionRefusal(
        "the schedule '\(Terminal.visible(schedule.cron))' is none: \(error.message)", hint: error.hint ?? "mend it")
    }
    let converted = expression.asEventBridge
    guard let text = converted.text, text.utf8.count <= 256 else {
      throw ExpansionRefusal(
        "EventBridge cannot say the schedule '\(Terminal.visible(schedule.cron))': "
          + (converted.reason ?? "it has more than 256 characters"),
        hint: "split it into several schedules")
    }
    return text
  }
}
