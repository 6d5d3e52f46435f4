import JobsCore
import JobsPlaces
import TestSupport
import Testing

@Suite struct AWSConnectionTests {
  @Test func `a profile that is not there is named`() {
    let folder = TemporaryFolder()
    let failure = #expect(throws: Failure.self) {
      try AWSConnection.session(
        ["AWS_PROFILE": "absent", "AWS_CONFIG_FILE": folder.file("config"), "HOME": folder.path], width: 2)
    }
    #expect(failure?.message.contains("'absent'") == true, "\(String(describing: failure))")
  }
}
