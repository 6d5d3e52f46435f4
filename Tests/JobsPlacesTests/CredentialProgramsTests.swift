import JobsCore
import Testing

@testable import JobsPlaces

@Suite struct CredentialProgramsTests {
  @Test func `what a program of credentials writes is handed on, and its failure told by its status alone`() async throws {
    let run = CredentialPrograms.google
    let said = await run(["/bin/sh", "-c", "printf '%s' \"$WHO\""], ["WHO": "me"], .seconds(10))
    #expect(try said.get() == Array("me".utf8))
    let failed = await run(["/bin/sh", "-c", "echo secret >&2; exit 3"], [:], .seconds(10))
    let failure = #expect(throws: Failure.self) { try failed.get() }
    #expect(failure?.message == "it ended with status 3")
  }

  @Test func `a profile's program is told its variables, and its status is handed on`() throws {
    let run = CredentialPrograms.aws(["WHO": "me"])
    let (status, output) = try run(["/bin/sh", "-c", "printf '%s' \"$WHO\"; exit 4"]).get()
    #expect(status == 4 && output == Array("me".utf8))
    let failure = #expect(throws: Failure.self) { try run(["/nowhere/program"]).get() }
    #expect(failure?.hint?.contains("credential_process") == true)
  }
}
