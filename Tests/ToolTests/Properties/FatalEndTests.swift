import Glibc
import JobsCore
import TestSupport
import Testing

/// A daemon that cannot do its work says why before it leaves, and has started nothing by then.
@Suite struct FatalEndTests {
  private enum Fault: CaseIterable {
    case noPath, noJob, brokenManifest, brokenProject, stateIsFile, stateInFile, corruptLock, badAddress, badNumber
    case unknownOption, noEnvironment, brokenStream
  }

  private let folder = ToolFolder()

  /// The arguments of a daemon that meets a fault, and a word that has to be in its answer.
  private func arguments(_ fault: Fault, _ random: inout SeededGenerator) -> (words: [String], name: String) {
    let number = Int.random(in: 0..<1_000_000, using: &random)
    switch fault {
    case .noPath: return (["missing-\(number)"], "missing-\(number)")
    case .noJob:
      folder.write("nothing", to: "empty-\(number)/readme.md")
      return (["empty-\(number)"], "no job")
    case .brokenManifest:
      folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: [\(number)", to: "bad-\(number).yaml")
      return (["bad-\(number).yaml"], "bad-\(number).yaml")
    case .brokenProject:
      folder.write(
        "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: x}\nlimits: \(number)\n", to: "p\(number)/jobs.yaml")
      folder.write(job, to: "p\(number)/a.yaml")
      return (["p\(number)"], "p\(number)/jobs.yaml")
    case .stateIsFile:
      folder.write("", to: "file-\(number)")
      return (["jobs", "--state", "file-\(number)"], "file-\(number)")
    case .stateInFile:
      folder.write("", to: "file-\(number)")
      return (["jobs", "--state", "file-\(number)/state"], "file-\(number)")
    case .corruptLock:
      mkdir(folder.file("state-\(number)"), 0o755)
      mkdir(folder.file("state-\(number)/daemon.lock"), 0o755)
      return (["jobs", "--state", "state-\(number)"], "daemon.lock")
    case .badAddress: return (["jobs", "--metrics", "nowhere-\(number):http"], "nowhere-\(number)")
    case .badNumber: return (["jobs", "--max-running", String(number + 5000)], "--max-running")
    case .unknownOption: return (["jobs", "--option-\(number)"], "--option-\(number)")
    case .noEnvironment:
      folder.write(
        "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: x}\nenvironments: {dev\(number): {}, prod: {}}\n",
        to: "e\(number)/jobs.yaml")
      folder.write(job, to: "e\(number)/a.yaml")
      return (["e\(number)"], "dev\(number)")
    case .brokenStream: return (["-"], "end")
    }
  }

  private var job: String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: a}
    spec: {schedule: [{cron: "* * * * * *", dialect: seconds}], command: "touch '\(folder.file("ran"))'"}

    """
  }

  @Test("the reason is named on standard error, with a status that says whose fault it is, and nothing has run")
  func ends() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    folder.write(job, to: "jobs/a.yaml")
    for round in 0..<36 {
      let fault = Fault.allCases[round % Fault.allCases.count]
      let (words, name) = arguments(fault, &random)
      let input = fault == .brokenStream ? #"{"type":"job","v":1,"id":"-/-/a","name":"a"}"# + "\n" : nil
      let result = Tool("jobs-run").run(["daemon", "--once"] + words, in: folder, input: input)
      let note = "seed \(seed): \(fault): \(result.status) \(result.stderr)"
      #expect([2, 3].contains(result.status) && result.signal == nil, "\(note)")
      #expect(result.stderr.contains(name), "\(note)")
      #expect(result.stderr.lowercased().contains("error"), "\(note)")
    }
    #expect(!folder.exists("ran"))
  }
}
