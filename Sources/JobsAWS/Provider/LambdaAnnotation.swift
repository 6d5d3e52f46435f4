/// Annotations of a manifest by which what others made keeps its name, since nothing in AWS can be renamed.
enum LambdaAnnotation {
  /// The name of the function, where it is not that of the job.
  static let function = "jobs/function"
  /// The names of its schedules with commas between them, those of another group as `GROUP/NAME`.
  static let schedules = "jobs/schedules"
  /// The ARN of the role in which schedules call the function, where it is not one that is made for it.
  static let invoker = "jobs/invoker"
}
