import JobsCore

/// A private key in clear.
package enum PrivateKey: Rule {
  package static let info = RuleInfo(
    "SE102", "private-key", .secrets, .error, summary: "a private key in clear",
    page: """
      A block '-----BEGIN … PRIVATE KEY-----' is a key of SSH, TLS or a service account's JSON. Make a new one, take the
      old one's rights away, and mount it from a secret store.
      """,
    source: "RFC 7468 (2015), sections 10 and 11",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  env: {TLS: ⟦\"\(block)\"⟧}\n")),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  mounts: [{secret: \"tls-key:3\", path: /etc/tls/key}]\n")))

  private static let block =
    "-----BEGIN RSA PRIVATE" + " KEY-----\\nMIICXAIBAAKBgQCqGKuk\\n-----END RSA PRIVATE" + " KEY-----"
}
