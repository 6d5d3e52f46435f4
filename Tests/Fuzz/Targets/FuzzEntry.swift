import Glibc

/// One input of libFuzzer, which brings `main`.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzEntry(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt { target(data, count) }

/// What `JOBS_FUZZ_TARGET` names: all targets are one program, so that they are built and linked once.
private let target: @Sendable (UnsafePointer<UInt8>?, Int) -> CInt = {
  let targets: [String: @Sendable (UnsafePointer<UInt8>?, Int) -> CInt] = [
    "yaml": fuzzYAML, "json": fuzzJSON, "cron": fuzzCron, "tzif": fuzzTZif, "formats": fuzzFormats,
    "crontab": fuzzCrontab, "units": fuzzUnits, "deploy": fuzzDeploy, "aws": fuzzAWS, "cost": fuzzCost,
    "events": fuzzEvents, "audit": fuzzAudit, "archive": fuzzArchive,
  ]
  let name = getenv("JOBS_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    fatalError("JOBS_FUZZ_TARGET is '\(name)', not one of \(targets.keys.sorted().joined(separator: " "))")
  }
  return target
}()
