import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct AWSConfigFileTests {
  private func config(_ text: String, _ kind: AWSConfigFile.Kind = .config) throws -> AWSConfigFile {
    try AWSConfigFile(Array(text.utf8), kind: kind, name: "'config'")
  }

  @Test func `profiles, sessions and services are read with their settings`() throws {
    let file = try config(
      """
      # about
      [default]
      region = eu-west-1
      Output: json
      ; about
      [profile ci]
      role_arn=arn:aws:iam::111122223333:role/ci
        source_profile = not a key of its own
      credential_process = /bin/tool "a # b" # c
      empty =
      s3 =
        addressing_style = path
      \tmax_bandwidth = 1MB/s

      [profile "with blanks"]\t# about
      region=us-east-1
      [sso-session corp]
      sso_region = eu-central-1
      [services local]
      lambda =
        endpoint_url = http://127.0.0.1:5000
      sts =
         endpoint_url: http://127.0.0.1:5001
      [plugins]
      cli = x
      [preview]
      cli = x
      """)
    #expect(file.profileNames == ["ci", "default", "with blanks"])
    #expect(file.profile("default")?["region"] == "eu-west-1" && file.profile("default")?["output"] == "json")
    #expect(
      file.profile("ci")?["role_arn"]
        == "arn:aws:iam::111122223333:role/ci\nsource_profile = not a key of its own")
    #expect(file.profile("ci")?["source_profile"] == nil)
    #expect(file.profile("ci")?["credential_process"] == "/bin/tool \"a # b\" # c")
    #expect(file.profile("ci")?["empty"] == nil && file.profile("ci")?["s3"] == nil)
    #expect(file.profile("ci")?.nested("s3", "addressing_style") == "path")
    #expect(file.profile("ci")?.nested("s3", "max_bandwidth") == "1MB/s")
    #expect(file.profile("with blanks")?["region"] == "us-east-1")
    #expect(file.ssoSession("corp")?["sso_region"] == "eu-central-1")
    #expect(file.services("local")?.nested("lambda", "endpoint_url") == "http://127.0.0.1:5000")
    #expect(file.services("local")?.nested("sts", "endpoint_url") == "http://127.0.0.1:5001")
    #expect(file.profile("plugins") == nil)
  }

  @Test func `in the credentials file every section is a profile`() throws {
    let file = try config(
      "[default]\r\naws_access_key_id = A\r\n[profile x]\r\naws_access_key_id = B\r\n", .credentials)
    #expect(file.profileNames == ["default", "profile x"])
    #expect(file.profile("default")?["aws_access_key_id"] == "A")
  }

  @Test(
    arguments: [
      ("region = hidden\n", "line 1 stands before the first section"),
      ("  hidden = x\n", "line 1 is indented, and there is nothing above that it belongs to"),
      ("[default]\n  hidden\n", "line 2 is indented, and there is nothing above that it belongs to"),
      ("[default]\nhidden\n", "line 2 is neither a section nor 'key = value'"),
      ("[default]\n= hidden\n", "line 2 is neither a section nor 'key = value'"),
      ("\n[hidden\n", "line 2 is a section without its ']'"),
      ("[default] hidden\n", "line 1 is a section without its ']'"),
      ("[]\n", "line 1 is a section without a name"), ("[profile]\n", "line 1 is a section without a name"),
      ("[profile \"\"]\na=hidden\n", nil),
      ("[default]\na=hidden\nA=hidden\n", "line 3 sets a key of its section once more"),
      ("[default]\ns3=\n  a=hidden\n  a=hidden\n", "line 4 sets a key of its section once more"),
      ("[default]\ns3=\n  hidden\n", "line 3 is not 'key = value', as under an empty one"),
      ("[default]\na=hidden\n[default]\n", "line 3 begins a section once more"),
      ("[profile a]\n[profile 'a']\n", "line 2 begins a section once more"),
    ] as [(String, String?)])
  func `what is no such file is refused with its line, and never repeated`(text: String, words: String?) throws {
    guard let words else {
      #expect(throws: Failure.self) { try config(text) }
      return
    }
    let failure = #expect(throws: Failure.self) { try config(text) }
    #expect(failure?.message == "'config' cannot be read: \(words)")
    #expect(failure?.kind == .usage && failure?.hint != nil && failure?.description.contains("hidden") == false)
  }

  @Test func `a file that is too long or no UTF-8 is refused`() {
    #expect(throws: Failure.self) {
      try AWSConfigFile([UInt8](repeating: 10, count: AWSConfigFile.limit + 1), kind: .config, name: "x")
    }
    #expect(throws: Failure.self) { try AWSConfigFile([0x5B, 0xFF, 0x5D], kind: .config, name: "x") }
  }

  @Test func `nothing of a file is printed`() throws {
    let file = try config("[default]\naws_secret_access_key = hidden\ns3 =\n  x = hidden\n")
    let settings = try AWSSettings(environment: ["AWS_SECRET_ACCESS_KEY": "hidden"], config: file)
    for value in [file, settings, file.profile("default") as Any] as [Any] {
      var text = ""
      dump(value, to: &text)
      #expect(
        !text.contains("hidden") && !"\(value)".contains("hidden") && !String(reflecting: value).contains("hidden"))
    }
  }
}
