/// The job that a resource is named for, as clouds name resources.
///
/// Cloud Run: `//run.googleapis.com/projects/P/locations/R/jobs/NAME`, Cloud Scheduler alike. AWS: the ARNs of functions,
/// of definitions of jobs and tasks, of schedules, and the log groups of functions (docs.aws.amazon.com/service-authorization,
/// "Resource types defined by", 2026-11).
enum ResourceJob {
  /// nil where the resource is none of a job, or is not named.
  @inline(__always)
  static func name(_ resource: BillBytes) -> BillBytes? {
    guard resource.count > 0 else { return nil }
    return find(resource)
  }

  @inline(never)
  private static func find(_ resource: BillBytes) -> BillBytes? {
    if resource.starts(with: "arn:".utf8) {
      let start: Int? =
        if let end = resource.end(of: ":function:") {
          end
        } else if let end = resource.end(of: ":log-group:/aws/lambda/") {
          end
        } else if let end = resource.end(of: ":job-definition/") {
          end
        } else if let end = resource.end(of: ":task-definition/") {
          end
        } else if let end = resource.end(of: ":schedule/") {
          // The group comes first.
          resource.first(UInt8(ascii: "/"), from: end).map { $0 + 1 }
        } else {
          nil
        }
      return start.flatMap { part(resource, from: $0) }
    }
    if resource.starts(with: "/aws/lambda/".utf8) { return part(resource, from: 12) }
    guard resource.end(of: "/locations/") != nil || resource.end(of: "namespaces/") != nil else { return nil }
    return resource.end(of: "/jobs/").flatMap { part(resource, from: $0) }
  }

  /// Up to what follows a name: a version, an execution.
  private static func part(_ resource: BillBytes, from start: Int) -> BillBytes? {
    var end = start
    while end < resource.count, resource[end] != UInt8(ascii: ":"), resource[end] != UInt8(ascii: "/") { end += 1 }
    return end > start ? resource.part(start, end) : nil
  }
}
