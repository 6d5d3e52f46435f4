package import JobsCore

/// What the environment and the files of a user say about AWS.
package struct AWSSettings: Sendable, CustomReflectable {
  package let environment: [String: String]
  let config: AWSConfigFile
  let credentials: AWSConfigFile
  package let profileName: String
  /// Whether the profile was named as an option: then variables with keys are nobody's.
  package let isProfileExplicit: Bool

  /// - Parameter profile: as an option names it; else `AWS_DEFAULT_PROFILE` and `AWS_PROFILE` say it, else it is
  ///   `default`.
  /// - Throws: a usage failure for a profile that was named and is in neither file.
  package init(
    environment: [String: String], config: AWSConfigFile = AWSConfigFile(),
    credentials: AWSConfigFile = AWSConfigFile(), profile: String? = nil
  ) throws(Failure) {
    self.environment = environment.filter { !$0.value.isEmpty }
    self.config = config
    self.credentials = credentials
    let named = profile ?? self.environment["AWS_DEFAULT_PROFILE"] ?? self.environment["AWS_PROFILE"]
    profileName = named ?? "default"
    isProfileExplicit = profile != nil
    guard named == nil || self.profile != nil else {
      throw .usage(
        "there is no profile '\(Terminal.visible(profileName))' in the configuration of AWS",
        hint: "'aws configure list-profiles' lists them; AWS_CONFIG_FILE says where they are")
    }
  }

  /// Reads both files, `AWS_CONFIG_FILE` or `~/.aws/config` and `AWS_SHARED_CREDENTIALS_FILE` or `~/.aws/credentials`; one
  /// that is not there is empty.
  ///
  /// - Throws: a usage failure for a file that cannot be understood, a world failure for one that cannot be read.
  package static func read(environment: [String: String], profile: String? = nil) throws(Failure) -> AWSSettings {
    try AWSSettings(
      environment: environment,
      config: try file(.config, "AWS_CONFIG_FILE", usual: "~/.aws/config", environment),
      credentials: try file(.credentials, "AWS_SHARED_CREDENTIALS_FILE", usual: "~/.aws/credentials", environment),
      profile: profile)
  }

  private static func file(
    _ kind: AWSConfigFile.Kind, _ variable: String, usual: String, _ environment: [String: String]
  ) throws(Failure) -> AWSConfigFile {
    let named = environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    guard named != nil || environment["HOME"] != nil else { return AWSConfigFile() }
    let path = AWSFile.expanded(named ?? usual, home: environment["HOME"])
    let hint = "mend it, or name another one by \(variable)"
    guard let bytes = try AWSFile.read(path, limit: AWSConfigFile.limit, hint: hint) else { return AWSConfigFile() }
    return try AWSConfigFile(bytes, kind: kind, name: "'\(Terminal.visible(path))'")
  }

  /// Variables and files hold secrets.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The value of a variable; nil where it is not set, or empty.
  package func variable(_ name: String) -> String? { environment[name] }

  /// A profile of both files: what the credentials file says goes before what the configuration says.
  package func profile(named name: String) -> AWSSection? {
    switch (config.profile(name), credentials.profile(name)) {
    case (nil, nil): nil
    case (let section?, nil), (nil, let section?): section
    case (let section?, let own?): own.merged(over: section)
    }
  }

  /// The profile that is used; nil where there is none.
  package var profile: AWSSection? { profile(named: profileName) }

  /// The names of the profiles that say that they are of an account, by `role_arn`, `sso_account_id` or `aws_account_id`.
  package func profiles(ofAccount account: String) -> [String] {
    Set(config.profileNames + credentials.profileNames).filter { name in
      guard let profile = profile(named: name) else { return false }
      let role = profile["role_arn"]?.split(separator: ":", omittingEmptySubsequences: false)
      return (role.map { $0.count > 4 ? String($0[4]) : "" } ?? profile["sso_account_id"] ?? profile["aws_account_id"])
        == account
    }.sorted()
  }

  /// Where the user works, from `AWS_REGION`, `AWS_DEFAULT_REGION` or the profile.
  package var region: String? {
    environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? profile?["region"]
  }

  /// Whether only hosts are wanted that keep to FIPS 140.
  package var usesFIPS: Bool { isOn("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint") }

  /// Whether addresses of services in the settings do not hold.
  package var ignoresEndpoints: Bool {
    isOn("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")
  }

  /// The address of a service from the section that the profile names under `services`.
  func serviceEndpoint(_ service: String) -> String? {
    guard let section = profile?["services"].flatMap(config.services),
      let url = section.nested(service, "endpoint_url"), !url.isEmpty
    else { return nil }
    return url
  }

  private func isOn(_ variable: String, _ setting: String) -> Bool {
    (environment[variable] ?? profile?[setting])?.lowercased() == "true"
  }
}
