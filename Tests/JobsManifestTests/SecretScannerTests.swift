import JobsCore
import JobsManifest
import Testing

/// What is a secret and what is none. Keys are put together from parts, so that scanners of this repository pass over them.
@Suite struct SecretScannerTests {
  private static let letters = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8c9D0e1F2g3H4"
  private static func body(_ count: Int) -> String { String(letters.prefix(count)) }

  static let shapes: [(value: String, words: String)] = [
    ("AK" + "IAQ4ZX7K2M5N3P6R2T", "an AWS access key id"),
    ("AS" + "IAQ4ZX7K2M5N3P6R2T", "an AWS access key id"),
    ("key=AK" + "IAQ4ZX7K2M5N3P6R2T;", "an AWS access key id"),
    ("AI" + "za" + body(35), "a Google API key"),
    ("GOC" + "SPX-" + body(28), "a Google OAuth client secret"),
    ("ya" + "29." + body(40), "a Google access token"),
    ("gh" + "p_" + body(36), "a GitHub token"),
    ("gh" + "s_" + body(12) + ".ey" + body(40) + "." + body(20), "a GitHub token"),
    ("github" + "_pat_" + body(22) + "_" + body(59), "a GitHub token"),
    ("gl" + "pat-" + body(20), "a GitLab token"),
    ("xo" + "xb-123456789012-" + body(24), "a Slack token"),
    ("https://hooks.slack" + ".com/services/T0AB1CD2E/B0FG3HI4J/" + body(24), "a Slack webhook"),
    ("sk" + "_live_" + body(24), "a Stripe secret key"),
    ("rk" + "_live_" + body(24), "a Stripe restricted key"),
    ("S" + "G." + body(22) + "." + body(43), "a SendGrid API key"),
    ("S" + "K0123456789abcdef0123456789abcdef", "a Twilio API key"),
    ("np" + "m_" + body(36), "an npm token"),
    ("py" + "pi-AgEIcHlwaS5vcmc" + body(60), "a PyPI token"),
    (
      "curl -H 'Authorization: Bearer ey" + "J" + body(20) + ".eyJ" + body(20) + "." + body(30) + "'",
      "a JSON web token"
    ),
    ("DefaultEndpointsProtocol=https;AccountName=acme;Account" + "Key=" + body(64) + "==;", "an Azure storage key"),
    ("-----BEGIN OPENSSH PRIVATE" + " KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ", "a private key"),
    ("{\"private_key\": \"-----BEGIN PRIVATE" + " KEY-----\\nMIIEvQIBADANBgkqhkiG9w0\"}", "a private key"),
    ("postgres://report:n7Gq2L@db.acme.example/report", "a URL with a password in it"),
    ("redis://:n7Gq2L@cache:6379", "a URL with a password in it"),
    ("git clone https://bot:n7Gq2L@git.acme.example/x", "a URL with a password in it"),
    ("mysqldump --password=n7Gq2Lw9 report", "the value of 'password' in clear"),
    ("DB_PASSWORD='n7Gq2Lw9' /usr/local/bin/report", "the value of 'DB_PASSWORD' in clear"),
    ("/bin/report --api-token n7Gq2Lw9xT4vK1pZ --all", "the value of 'api-token' in clear"),
  ]

  @Test("a documented shape is known wherever it stands", arguments: shapes)
  func known(value: String, words: String) {
    #expect(SecretScanner.kind(name: nil, value: value)?.words == words)
  }

  static let harmless: [String] = [
    "", "info", "AK" + "IAIOSFODNN7EXAMPLE", "AK" + "IAQ4ZX7K2M5N3P6R2", "AK" + "IAQ4ZX7K2M5N3P6R2TX",
    "xAK" + "IAQ4ZX7K2M5N3P6R2T",
    "gh" + "p_" + String(repeating: "x", count: 36), "gh" + "p_short", "sk" + "_test_" + body(24),
    "https://hooks.slack" + ".com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    "-----BEGIN CERTIFICATE-----\nMIICXAIBAAKBgQCqGKukMIICXAIBAAKBgQCqGKuk", "-----BEGIN RSA PRIVATE" + " KEY-----",
    "postgres://report@db.acme.example/report", "postgres://user:password@host/db",
    "postgres://user:${PASSWORD}@host/db",
    "postgres://user:<password>@host/db", "postgres://user:****@host/db", "postgres://{{user}}:{{password}}@host/db",
    "http://host:8080/path@version", "gs://acme-prod-orders/2026/11",
    "europe-docker.pkg.dev/acme/jobs/report:1.4.2@sha256:" + body(30),
    "report@acme-prod.iam.gserviceaccount.com", "projects/acme/locations/europe-west1/connectors/vpc-prod",
    "--set-secrets=DB_PASSWORD=db-password:latest", "--secret-name=orders-db-password-2",
    "--token-file=/run/secrets/token1",
    "https://acme.example/report?token=${TOKEN}&day=2026-11-21", "--password-file /etc/backup/password1",
    "SK0123456789abcdef0123456789abcdeg", "eyJhbGciOiJIUzI1NiJ9", "--max-tokens=1234567890123456",
  ]

  @Test("what only resembles a secret is none", arguments: harmless)
  func unknown(value: String) {
    #expect(SecretScanner.kind(name: nil, value: value) == nil)
  }

  static let telling: [(name: String, value: String)] = [
    ("DB_PASSWORD", "n7Gq2Lw9"), ("DB_PASSWORD", "summer2024"), ("DB_PASS", "S3cr3t!pass"),
    ("dbPassword", "P@ssword!x"), ("PGPASSWORD", "hunter2hunter3"),
    ("API_KEY", "n7Gq2Lw9xT4vK1pZ"), ("apiKey", "n7Gq2Lw9xT4vK1pZ"),
    ("AUTH_TOKEN_PROD", "0123456789abcdef0123456789abcdef"),
    ("CLIENT_SECRET", "n7Gq2Lw9xT4vK1pZ"), ("AWS_SECRET_ACCESS_KEY", "wJalrXUtn" + "FEMI/K7MDENG+bPxRfiCYzQ4ZX7K2M5"),
    ("session.key", "n7Gq2Lw9xT4vK1pZ"), ("TOKEN_2", "b1946ac9-2492-4d23-97c6-235b4d2611184"),
  ]

  @Test("a made-up value under a telling name is a secret", arguments: telling)
  func told(name: String, value: String) {
    #expect(SecretScanner.kind(name: name, value: value) == .telling(name))
  }

  static let untold: [(name: String, value: String)] = [
    ("DB_PASSWORD", "db-password:latest"), ("DB_PASSWORD", "orders/prod2/db-password"),
    ("DB_PASSWORD", "${DB_PASSWORD}"), ("DB_PASSWORD", "$(cat /run/p1)"),
    ("DB_PASSWORD", "changeme"), ("DB_PASSWORD", "<password-1>"), ("DB_PASSWORD", "short1"), ("DB_PASSWORD", "true"),
    ("DB_PASSWORD", "12345678"),
    ("DB_PASSWORD", "/run/secrets/db1"), ("DB_PASSWORD_FILE", "n7Gq2Lw9xT4vK1pZ"), ("PWD", "n7Gq2Lw9xT4vK1pZ"),
    ("TOKEN_URL", "n7Gq2Lw9xT4vK1pZ"),
    ("TOKEN_TTL", "3600"), ("MAX_TOKENS", "1234567890123456"), ("API_KEY", "orders-api-key-2"),
    ("API_KEY", "secret:api-key-1234567890"),
    ("API_KEY", "projects/acme/secrets/k1/versions/3"),
    ("API_KEY", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:k-Ab12Cd"),
    ("TOKEN", "https://acme.example/token1/x9Y8z7"), ("TOKEN_PROVIDER", "n7Gq2Lw9xT4vK1pZ"),
    ("AUTH_TOKEN", "com.acme.auth.JwtTokenProvider2"),
    ("PARTITION_KEY", "n7Gq2Lw9xT4vK1pZ"), ("SECRET", "report1@acme-prod.iam.gserviceaccount.com"),
    ("KMS_KEY", "n7Gq2Lw9xT4vK1pZ"), ("COMPASS", "n7Gq2Lw9xT4vK1pZ"),
    ("LOG_LEVEL", "n7Gq2Lw9xT4vK1pZ"), ("TOKEN", "2026-11-21T03:00:00Z"), ("PASSWORD", "a sentence of 5 words"),
  ]

  @Test("references, names, numbers and paths are no secrets", arguments: untold)
  func notTold(name: String, value: String) {
    #expect(SecretScanner.kind(name: name, value: value) == nil)
  }
}
