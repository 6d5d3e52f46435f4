import Glibc
import JobsCore
import TestSupport
import Testing

/// `jobs-deploy import --adopt` is killed, and `apply --resume` goes on.
@Suite struct AdoptionKillTests {
  private let deploy = Tool("jobs-deploy")
  private static let names = (1...20).map { "unit-\($0)" }
  private static let timer = "[Timer]\nOnCalendar=02:30\n\n[Install]\nWantedBy=timers.target\n"

  private static func service(_ name: String) -> String {
    "[Unit]\nDescription=By hand\n\n[Service]\nExecStart=/srv/\(name)\nIOWeight=50"
  }

  private func run(_ words: [String], _ folder: ToolFolder) -> RunningTool {
    deploy.start(words + ["--units", "units", "--yes", "-q"], in: folder)
  }

  @Test func `units that were to be taken over are all marked, or none, and nothing else of them changes`()
    async throws
  {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    let adopt = ["import", "--adopt", "--out", "jobs", "--force"] + Self.names
    for round in 0..<FaultScale.rounds {
      let folder = ToolFolder()
      for name in Self.names {
        folder.write(Self.service(name), to: "units/\(name).service")
        folder.write(Self.timer, to: "units/\(name).timer")
      }
      var kills = 0
      var words = adopt
      var last: ToolRun
      repeat {
        let running = run(words, folder)
        if kills < 4 {
          try await Task.sleep(for: .milliseconds(Int.random(in: 0...700, using: &generator)))
          running.signal(SIGKILL)
        }
        last = await running.end()
        if last.signal == SIGKILL { kills += 1 }
        let isOpen = folder.names(in: "state/deploys").contains { $0.hasSuffix(".open") }
        words = isOpen ? ["apply", "--resume"] : adopt
      } while last.signal == SIGKILL
      let note = "seed \(seed), round \(round), \(kills) kills: \(last.stderr)"
      // Killed behind its last act, there is nothing left to take over.
      #expect(last.status == 0 || last.stderr.contains("there is no job to import"), "\(note)")
      for name in Self.names {
        for (unit, text) in [("service", Self.service(name)), ("timer", Self.timer)] {
          let found = folder.text(of: "units/\(name).\(unit)") ?? ""
          #expect(found.hasPrefix("# jobs: -/-/\(name) "), "\(note)")
          #expect(String(found.drop { $0 != "\n" }.dropFirst()) == text, "\(note)")
        }
      }
      let units = folder.names(in: "units").filter { !$0.hasPrefix(".") }
      #expect(units.count == 2 * Self.names.count, "\(note): \(units)")
      let plan = await deploy.start(["plan", "jobs", "--exit-code", "--units", "units"], in: folder).end()
      #expect(plan.status == 0, "\(note): \(plan.stdout)")
    }
  }
}
