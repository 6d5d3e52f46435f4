import JobsManifest

/// JA134.
enum PrivilegedVariable: ManifestRule {
  static let rule = AuditRule(
    "JA134", "privileged-variable", .medium,
    "A variable of a job makes its program load other code, act as somebody else, or trust everybody.",
    page: """
      Loaders and interpreters run what some variables name, such as LD_PRELOAD, before the program itself; libraries of the
      clouds take an identity from others, such as GOOGLE_APPLICATION_CREDENTIALS, in place of the job's own; and some turn the
      checks of certificates off. Whoever may change variables then has more than the job. Build what is needed into the image,
      and let the job run as its own identity.
      """,
    source: "CWE-426, untrusted search path, and CWE-15, external control of configuration (2026-11-22)",
    mending: .manifest)

  /// Variables by what they do.
  private static let loading: Set<String> = [
    "LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH", "BASH_ENV", "PYTHONSTARTUP", "NODE_OPTIONS", "PERL5OPT",
    "RUBYOPT", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "GCONV_PATH", "GIT_SSH_COMMAND",
  ]
  private static let identifying: Set<String> = [
    "GOOGLE_APPLICATION_CREDENTIALS", "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", "CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT",
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE",
    "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "KUBECONFIG",
  ]

  /// Those that turn a check off, with the value that does.
  private static let trusting: [String: Set<String>] = [
    "NODE_TLS_REJECT_UNAUTHORIZED": ["0"], "PYTHONHTTPSVERIFY": ["0"], "GIT_SSL_NO_VERIFY": ["1", "true"],
  ]

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    var names: [(name: String, what: String)] = []
    for (name, value) in job.run.env.map({ ($0.name, $0.value) }) + job.run.secrets.map({ ($0.name, "") }) {
      if loading.contains(name) {
        names.append((name, "loads other code"))
      } else if identifying.contains(name), !job.runsOnHost {
        names.append((name, "makes it act as somebody else"))
      } else if trusting[name]?.contains(value.lowercased()) == true {
        names.append((name, "lets it trust everybody"))
      }
    }
    guard !names.isEmpty else { return nil }
    return job.finding(
      rule, "has " + names.map { "'\($0.name)', which \($0.what)" }.joined(separator: "; "),
      hint: "take \(names.count == 1 ? "the variable" : "the variables") out",
      detail: names.map(\.name).joined(separator: " "))
  }
}
