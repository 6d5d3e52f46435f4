import Glibc
import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct AWSSettingsTests {
  private func file(_ text: String, _ kind: AWSConfigFile.Kind) throws -> AWSConfigFile {
    try AWSConfigFile(Array(text.utf8), kind: kind, name: "'file'")
  }

  @Test func `a profile is of both files, and the credentials file goes before the configuration`() throws {
    let settings = try AWSSettings(
      environment: [:],
      config: file("[profile a]\nregion = eu-west-1\naws_access_key_id = A\n", .config),
      credentials: file("[a]\naws_access_key_id = B\n[b]\nregion = us-east-1\n", .credentials), profile: "a")
    #expect(settings.profile?["region"] == "eu-west-1" && settings.profile?["aws_access_key_id"] == "B")
    #expect(settings.profile(named: "b")?["region"] == "us-east-1" && settings.profile(named: "c") == nil)
  }

  @Test(
    arguments: [
      ([:], nil, "default", false, "p-region"),
      (["AWS_PROFILE": "a"], nil, "a", false, "a-region"),
      (["AWS_PROFILE": "a", "AWS_DEFAULT_PROFILE": "b"], nil, "b", false, "b-region"),
      (["AWS_PROFILE": "a", "AWS_REGION": "r"], "b", "b", true, "r"),
      (["AWS_DEFAULT_REGION": "d", "AWS_REGION": ""], "a", "a", true, "d"),
      (["AWS_DEFAULT_REGION": "d", "AWS_REGION": "r"], nil, "default", false, "r"),
    ] as [([String: String], String?, String, Bool, String)])
  func `profile and region are of the option, the variables or the file`(
    environment: [String: String], option: String?, name: String, isExplicit: Bool, region: String
  ) throws {
    let config = try file(
      "[default]\nregion=p-region\n[profile a]\nregion=a-region\n[profile b]\nregion=b-region\n", .config)
    let settings = try AWSSettings(environment: environment, config: config, profile: option)
    #expect(settings.profileName == name && settings.isProfileExplicit == isExplicit && settings.region == region)
  }

  @Test func `a profile that is named has to be there, the default one need not`() throws {
    #expect(try AWSSettings(environment: [:]).profile == nil)
    for (environment, option) in [(["AWS_PROFILE": "ghost"], nil), ([:], "ghost")] as [([String: String], String?)] {
      let failure = #expect(throws: Failure.self) { try AWSSettings(environment: environment, profile: option) }
      #expect(failure?.message == "there is no profile 'ghost' in the configuration of AWS" && failure?.kind == .usage)
    }
  }

  @Test func `the files are where the variables say, else below HOME, else empty`() throws {
    let folder = TemporaryFolder()
    mkdir(folder.file(".aws"), 0o755)
    folder.write(".aws/config", "[default]\nregion = home\n")
    folder.write("other", "[default]\nregion = other\n")
    folder.write("keys", "[default]\naws_access_key_id = K\n")
    folder.write("broken", "hidden\n")
    let home = ["HOME": folder.path]
    #expect(try AWSSettings.read(environment: home).region == "home")
    #expect(try AWSSettings.read(environment: [:]).profile == nil)
    let both = home.merging(
      ["AWS_CONFIG_FILE": "~/other", "AWS_SHARED_CREDENTIALS_FILE": "\(folder.path)/keys"]) { $1 }
    #expect(try AWSSettings.read(environment: both).region == "other")
    #expect(try AWSSettings.read(environment: both).profile?["aws_access_key_id"] == "K")
    #expect(try AWSSettings.read(environment: ["AWS_CONFIG_FILE": "\(folder.path)/none"]).profile == nil)
    for (path, kind) in [("broken", Failure.Kind.usage), (".aws", .world)] {
      let failure = #expect(throws: Failure.self) {
        try AWSSettings.read(environment: ["AWS_CONFIG_FILE": "\(folder.path)/\(path)"])
      }
      #expect(failure?.kind == kind && failure?.message.contains("hidden") == false)
    }
  }
}
