import CryptoExtras
import JobsCloud
import JobsCore

/// The key of a service account, with which requests for tokens are signed.
struct ServiceAccountKey: Sendable {
  let email: String
  let tokenAddress: WebAddress
  private let keyID: String?
  private let key: _RSA.Signing.PrivateKey

  init(_ file: CredentialFile) throws(Failure) {
    email = try file.required("client_email")
    keyID = try file.text("private_key_id")
    tokenAddress = try file.has("token_uri") ? file.address("token_uri") : WebAddress(GoogleTokenHost.address)
    let text = try file.required("private_key")
    do {
      key = try _RSA.Signing.PrivateKey(pemRepresentation: text)
    } catch {
      // The error may hold what it stumbled over.
      throw file.unusable("'private_key' is no RSA key of 2048 bits or more in PEM")
    }
  }

  /// A JWT by which a token is asked for (https://google.aip.dev/auth/4112, 2026-11), valid for an hour.
  ///
  /// - Returns: nil where the key cannot sign.
  func assertion(scope: String, now: Instant) -> Secret? {
    var header = JSONWriter()
    header.beginObject()
    header.member("alg", "RS256")
    header.member("typ", "JWT")
    header.optional("kid", keyID)
    header.endObject()
    var claims = JSONWriter()
    claims.beginObject()
    claims.member("iss", email)
    claims.member("scope", scope)
    claims.key("aud")
    // Whatever `token_uri` is: a double or proxy hands the assertion on.
    claims.value(GoogleTokenHost.address)
    claims.member("iat", now.seconds)
    claims.member("exp", now.seconds + Self.lifetimeSeconds)
    claims.endObject()
    let text = "\(Base64.encode(header.bytes, forURL: true)).\(Base64.encode(claims.bytes, forURL: true))"
    guard let signature = try? key.signature(for: Array(text.utf8), padding: .insecurePKCS1v1_5) else { return nil }
    return Secret("\(text).\(Base64.encode(Array(signature.rawRepresentation), forURL: true))")
  }

  /// The longest that is taken.
  private static let lifetimeSeconds: Int64 = 3600
}

/// Where Google makes tokens of what proves who asks.
enum GoogleTokenHost {
  static let address = "https://oauth2.googleapis.com/token"
  /// The variable of gcloud that names another (gcloud 528, properties.py).
  static let variable = "CLOUDSDK_AUTH_TOKEN_HOST"

  static func address(_ environment: [String: String]) throws(Failure) -> WebAddress {
    guard let text = environment[variable], !text.isEmpty else { return try WebAddress(address) }
    guard let other = try? WebAddress(text), other.isPrivate else {
      throw .usage("'\(variable)' is no address with 'https://'", hint: "unset it, or write '\(address)'")
    }
    return other
  }
}
