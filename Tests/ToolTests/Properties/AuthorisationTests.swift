import Glibc
import JobsCore
import TestSupport
import Testing

/// What users may do is what the host lets them: a hundred acts of a user who owns nothing, in folders of any mode.
@Suite struct AuthorisationTests {
  /// A user that nobody else is.
  private static let user: UInt32 = 54321
  private static let words = ["setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--"]

  private static let canBecomeUser: Bool = {
    let folder = ToolFolder()
    chmod(folder.path, 0o755)
    return getuid() == 0 && Tool.shell("\(words.joined(separator: " ")) jobs-run --version", in: folder).status == 0
  }()

  /// One act in a folder of its own.
  private struct Case {
    var verb: String
    /// The modes of what root owns.
    var folder: mode_t
    var file: mode_t
    var state: mode_t
    /// Whether the manifest is the user's own.
    var isOwner: Bool

    init(_ random: inout SeededGenerator) {
      verb = ["disable", "set", "rm", "add", "now"].randomElement(using: &random) ?? ""
      folder = [0o755, 0o777, 0o700].randomElement(using: &random) ?? 0
      file = [0o644, 0o600, 0o444, 0o666].randomElement(using: &random) ?? 0
      state = [0o777, 0o777, 0o755, 0o700].randomElement(using: &random) ?? 0
      isOwner = Bool.random(using: &random)
    }

    /// Whether the modes let the user read the manifest.
    var mayRead: Bool { folder & 0o005 == 0o005 && (isOwner || file & 0o004 != 0 || verb == "add") }

    /// Whether they let the user do it: a manifest is replaced, which its folder has to allow, and no act goes without its
    /// line in the audit log.
    var mayAct: Bool { mayRead && (folder & 0o002 != 0 || verb == "now") && state & 0o007 == 0o007 }

    var arguments: String {
      switch verb {
      case "set": "set a timeout=9m jobs"
      case "rm": "rm --yes a jobs"
      case "add": "add b --dir jobs -- true"
      case "now": "now a jobs"
      default: "disable a jobs"
      }
    }
  }

  @Test(
    "an act that the host does not let a user do changes nothing, and one that it lets is audited",
    .enabled(if: canBecomeUser, "only root can become another user, who has to be able to read the tools"))
  func acts() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 { check(Case(&random), "seed \(seed)") }
  }

  private func check(_ act: Case, _ seed: String) {
    let folder = ToolFolder()
    chmod(folder.path, 0o755)
    let text =
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: touch '\(folder.file("state/ran"))'}\n"
    folder.write(text, to: "jobs/a.yaml", mode: act.file)
    if act.isOwner { chown(folder.file("jobs/a.yaml"), Self.user, Self.user) }
    mkdir(folder.file("state"), 0o755)
    chmod(folder.file("jobs"), act.folder)
    chmod(folder.file("state"), act.state)
    let words = Self.words.joined(separator: " ")
    let result = Tool.shell("\(words) jobs-run \(act.arguments)", in: folder)
    let audit = folder.text(of: "state/audit.log")?.split(separator: "\n") ?? []
    let note = "\(seed): \(act): \(result.status) \(result.stderr)"
    let isUnchanged =
      folder.text(of: "jobs/a.yaml") == text && folder.names(in: "jobs") == ["a.yaml"] && !folder.exists("state/ran")
    if result.status == 0 {
      #expect(act.mayAct, "\(note): it was let")
      #expect(!isUnchanged, "\(note): nothing was done")
      let action = act.verb == "now" ? "trigger" : act.verb
      #expect(audit.count == 1 && audit[0].contains(#""action":"\#(action)""#), "\(note): \(audit)")
      #expect(audit[0].contains(#""uid":\#(Self.user)"#), "\(note)")
    } else {
      #expect(isUnchanged, "\(note): something was done")
      #expect(!audit.contains { $0.contains(#""outcome":"done""#) }, "\(note): \(audit)")
      #expect(result.stderr.contains("error: "), "\(note)")
      // What the tool refuses although the host would let it: a file that its owner made read-only, or that is another's.
      let isRefusedForTheFile = act.file & 0o222 == 0 || !act.isOwner
      #expect(!act.mayAct || (isRefusedForTheFile && act.verb != "now" && act.verb != "add"), "\(note): it was not let")
    }
  }
}
