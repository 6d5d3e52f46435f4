import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@Suite("State directory")
struct StateDirectoryTests {
  @Test(
    "the first place that is set wins",
    arguments: [
      ("/opt/state", false, ["JOBS_STATE_DIR": "/j"], "/opt/state"),
      (nil, true, ["JOBS_STATE_DIR": "/j", "STATE_DIRECTORY": "/s"], "/j"),
      (nil, true, ["STATE_DIRECTORY": "/s:/t"], "/s"),
      (nil, false, ["STATE_DIRECTORY": "/s", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/s"),
      (nil, true, ["XDG_STATE_HOME": "/x", "HOME": "/root"], "/var/lib/jobs"),
      (nil, false, ["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/jobs"),
      (nil, false, ["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/jobs"),
      (
        nil, false, ["JOBS_STATE_DIR": "", "STATE_DIRECTORY": "", "XDG_STATE_HOME": "", "HOME": "/h"],
        "/h/.local/state/jobs"
      ),
      (nil, false, ["STATE_DIRECTORY": ":", "HOME": "/h"], "/h/.local/state/jobs"),
    ] as [(String?, Bool, [String: String], String)])
  func resolution(option: String?, isRoot: Bool, environment: [String: String], path: String) throws {
    let state = try StateDirectory.resolve(option: option, isRoot: isRoot) { environment[$0] }
    #expect(state.path == path)
    #expect(state.history == path + "/history.sqlite")
    #expect(state.output == path + "/output")
  }

  @Test("without any place the failure says how to give one")
  func nowhere() {
    let failure = #expect(throws: Failure.self) {
      try StateDirectory.resolve(option: nil, isRoot: false) { _ in nil }
    }
    #expect(failure?.exitStatus == .usage)
    #expect(failure?.hint == "give one with '--state DIR'")
  }

  @Test("an empty option is an error, not the default")
  func emptyOption() {
    #expect(throws: Failure.self) { try StateDirectory.resolve(option: "", isRoot: true) { _ in "/x" } }
  }

  @Test("missing folders are created for their owner alone")
  func creation() throws {
    let folder = TemporaryFolder()
    let state = StateDirectory(path: folder.file("a/b/c"))
    try state.create()
    try state.create()
    for path in ["a", "a/b", "a/b/c"] {
      var status = stat()
      try #require(stat(folder.file(path), &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o700)
    }
  }

  @Test("a file in the place of the folder is a failure with a hint")
  func inTheWay() throws {
    let folder = TemporaryFolder()
    folder.write("state", "")
    let failure = #expect(throws: Failure.self) { try StateDirectory(path: folder.file("state")).create() }
    #expect(failure?.message == "cannot keep state in '\(folder.file("state"))': not a folder")
    #expect(failure?.exitStatus == .world)
    let beneath = #expect(throws: Failure.self) { try StateDirectory(path: folder.file("state/deeper")).create() }
    #expect(beneath?.hint != nil)
  }

  @Test("a folder that cannot be made is a failure that names it")
  func unmakable() {
    let failure = #expect(throws: Failure.self) { try StateDirectory(path: "/proc/jobs/state").create() }
    #expect(failure?.message.hasPrefix("cannot create the folder '/proc/jobs'") == true)
  }
}
