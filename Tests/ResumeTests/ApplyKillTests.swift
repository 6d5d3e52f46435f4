import Glibc
import JobsCore
import TestSupport
import Testing

/// `jobs-deploy apply` is killed, and goes on.
@Suite struct ApplyKillTests {
  private let deploy = Tool("jobs-deploy")
  private static let count = 50
  private static let byHand = "MAILTO=me\n0 1 * * * /by/hand\n"

  private func begin(_ folder: ToolFolder) async {
    let jobs = (1...Self.count).map { number in
      "---\napiVersion: jobs/v1\nkind: Job\nmetadata: {name: job-\(number)}\n"
        + "spec: {target: host, schedule: \"\(number) 2 * * *\", command: [/srv/new]}\n"
    }
    folder.write(jobs.joined(), to: "jobs/all.yaml")
    // Half of the lines are there with another command, and one of a job that is disabled now.
    let old = (1...Self.count / 2).map { number in
      "---\napiVersion: jobs/v1\nkind: Job\nmetadata: {name: job-\(number)}\n"
        + "spec: {target: host, schedule: \"\(number) 2 * * *\", command: [/srv/old]}\n"
    }
    let gone =
      "---\napiVersion: jobs/v1\nkind: Job\nmetadata: {name: gone}\nspec: {target: host, schedule: \"@daily\", command: [/x]"
    folder.write(old.joined() + gone + "}\n", to: "old/all.yaml")
    folder.write(gone + ", enabled: false}\n", to: "jobs/gone.yaml")
    folder.write(Self.byHand, to: "table")
    #expect(await run(["apply", "old", "--yes"], folder).end().status == 0)
  }

  /// The world and what is known of it, without times and digests of runs.
  private func end(_ folder: ToolFolder) -> [String] {
    let acts = (folder.text(of: "state/audit.log") ?? "").split(separator: "\n").compactMap { line -> String? in
      guard line.contains(#""outcome":"done""#), let start = line.firstRange(of: #""action":"apply""#) else {
        return nil
      }
      return String(line[start.lowerBound...].prefix { $0 != "[" })
    }
    return [folder.text(of: "table") ?? "", folder.text(of: "state/applied.ndjson") ?? "", "\(acts.count)"]
  }

  private func run(_ words: [String], _ folder: ToolFolder) -> RunningTool {
    deploy.start(words + ["--crontab", "table", "-q"], in: folder)
  }

  @Test func `an apply that is killed at any moment ends as if nothing had happened`() async throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    let calm = ToolFolder()
    await begin(calm)
    let anew = ["apply", "jobs", "--yes"]
    let start = ContinuousClock.now
    #expect(await run(anew, calm).end().status == 0)
    let length = min(ContinuousClock.now - start, .seconds(2))
    let wanted = end(calm)

    for round in 0..<FaultScale.rounds {
      let folder = ToolFolder()
      await begin(folder)
      var kills = 0
      var words = anew
      var last: ToolRun
      repeat {
        let running = run(words, folder)
        if kills < 4 {
          try await Task.sleep(for: length * Double.random(in: 0...1, using: &generator))
          running.signal(SIGKILL)
        }
        last = await running.end()
        if last.signal == SIGKILL { kills += 1 }
        // Killed before it had written its plan, it is to be begun anew.
        let isOpen = folder.names(in: "state/deploys").contains { $0.hasSuffix(".open") }
        words = isOpen ? ["apply", "--resume", "--yes"] : anew
      } while last.signal == SIGKILL
      let note = "seed \(seed), round \(round), \(kills) kills: \(last.stderr)"
      #expect(last.status == 0, "\(note)")
      let found = end(folder)
      #expect(found[0] == wanted[0], "\(note)")
      // The folder is part of each id.
      #expect(found[1].replacing(folder.path, with: calm.path) == wanted[1], "\(note)")
      // Without its whole plan a journal never began; what a kill left of it goes an hour later.
      let journals = folder.names(in: "state/deploys").filter { !$0.hasSuffix(".new") }
      #expect(journals.count == 2 && journals.allSatisfy { $0.hasSuffix(".ndjson") }, "\(note): \(journals)")
      #expect(Int(found[2]) ?? 0 <= Int(wanted[2]) ?? 0, "\(note): something was made twice")
      let plan = await run(["plan", "jobs", "--exit-code"], folder).end()
      #expect(plan.status == 0, "\(note)")
    }
  }
}
