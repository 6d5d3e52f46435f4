import JobsCommand
import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest

/// What project files ask of whoever changes their environments: an approval, and to wait until a freeze is over.
struct Safeguards {
  /// The environments of a project that changes are for.
  private struct Asked {
    var project: ProjectFile
    var environments: [ProjectFile.Environment]
    /// Jobs of no environment, or of one that the project does not name.
    var hasOthers: Bool
  }

  private let asked: [Asked]

  /// - Parameters:
  ///   - changes: whose jobs name the environments.
  ///   - paths: of files and folders at or below the projects.
  /// - Throws: a failure for a project file that cannot be read.
  init(_ changes: [Change], near paths: [String]) throws(Failure) {
    let names = Set(changes.map { Self.environment(of: $0.job) })
    var asked: [String: Asked] = [:]
    for folder in Set(paths.map(Self.folder)).sorted() {
      guard let found = try ProjectSearch.find(from: [folder]), asked[found.path] == nil else { continue }
      guard let project = ProjectSearch.project(found) else {
        throw .usage(
          "the project file '\(found.path)' cannot be read, and nothing was changed",
          hint: "'jobs-validate \(found.path)' says why")
      }
      let own = project.environments.filter { names.contains($0.name) }
      asked[found.path] = Asked(project: project, environments: own, hasOthers: own.count < names.count)
    }
    self.asked = asked.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The second part of a job's id, `tenant/env/name`.
  private static func environment(of job: String) -> String {
    let parts = job.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : ""
  }

  /// - Throws: a usage failure for what is asked and not given.
  func check(_ options: ApprovalOptions, now: Instant) throws(Failure) {
    for one in asked {
      for environment in one.environments where environment.isProtected { try checkApproval(environment, options) }
      for window in one.project.freezes { try check(window, one, options, now) }
    }
  }

  private func checkApproval(_ environment: ProjectFile.Environment, _ options: ApprovalOptions) throws(Failure) {
    let name = Terminal.visible(environment.name)
    guard let approver = options.approveBy, options.ticket != nil else {
      throw .usage(
        "the environment '\(name)' is protected, and nothing was changed",
        hint: "have it approved, and pass --approve-by NAME --ticket ID"
          + (environment.approvers.isEmpty
            ? "" : "; approvers are \(environment.approvers.map(Terminal.visible).joined(separator: ", "))"))
    }
    guard environment.approvers.isEmpty || environment.approvers.contains(approver) else {
      throw .usage(
        "'\(Terminal.visible(approver))' is no approver of '\(name)', and nothing was changed",
        hint: "approvers are \(environment.approvers.map(Terminal.visible).joined(separator: ", "))")
    }
  }

  private func check(
    _ window: FreezeWindow, _ one: Asked, _ options: ApprovalOptions, _ now: Instant
  ) throws(Failure) {
    let isMeant =
      one.environments.contains { window.holds(in: $0.name) } || one.hasOthers && window.environments.isEmpty
    guard isMeant, options.overrideFreeze == nil else { return }
    let covers: Bool
    do throws(ZoneError) {
      covers = try window.covers(now.seconds, .system)
    } catch {
      throw .usage("a freeze window of '\(one.project.path)' cannot be read: \(error.message)", hint: error.hint)
    }
    guard covers else { return }
    let reason = window.reason.map { " (\(Terminal.visible($0)))" } ?? ""
    throw .usage(
      "deployments are frozen from \(window.words)\(reason), and nothing was changed",
      hint: "wait, or pass --override-freeze REASON, which is kept in the history")
  }
}
