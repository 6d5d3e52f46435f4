import JobsCore
import JobsDeploy
import JobsManifest

extension Plan {
  /// What is there, as it was written, and does not work, in the records that manifests have for their faults.
  ///
  /// - Parameter origins: where jobs were read, by their ids.
  func diagnostics(_ origins: [String: Origin]) -> [Diagnostic] {
    unready.map { one in
      let origin = origins[one.job]
      return Diagnostic(
        code: NotReady.info.code, severity: NotReady.info.severity,
        message: "'\(one.id)' is there and not ready: \(one.reason)",
        location: Location(
          file: origin?.file ?? "-", line: origin?.line ?? 1, column: origin?.column ?? 1, endLine: origin?.line ?? 1,
          endColumn: origin?.column ?? 1), job: one.job,
        hint: "mend what it names, and change the job or apply it anew")
    }
  }
}
