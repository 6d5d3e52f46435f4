import JobsCloud
import JobsCore

/// Where a container gets its keys, and what it shows there.
struct ContainerAddress: Sendable, Hashable {
  let address: WebAddress
  /// A file with the proof, which is read anew each time; else the proof itself.
  let tokenFile: String?
  let token: Secret?

  /// From `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI`, else `AWS_CONTAINER_CREDENTIALS_FULL_URI`; nil where neither is set.
  ///
  /// A full address without TLS has to be on this host, or one of the three that ECS and EKS have for it
  /// (botocore 1.44.5, utils.py, 2026-11).
  init?(_ settings: AWSSettings) throws(CloudFailure) {
    let variable: String
    do {
      if let path = settings.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
        variable = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
        guard path.hasPrefix("/") else {
          throw CloudFailure.credentials(
            "\(variable) does not begin with '/'", hint: "leave it as the container has it")
        }
        address = try WebAddress("http://169.254.170.2\(path)")
      } else if let text = settings.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") {
        variable = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
        address = try WebAddress(text)
      } else {
        return nil
      }
    } catch let failure as CloudFailure {
      throw failure
    } catch {
      throw .credentials(
        "the address of the container's credentials cannot be used", hint: "leave it as the container has it")
    }
    guard address.isSecure || Self.isNear(address.host) else {
      throw .credentials(
        "\(variable) names '\(address)', which is neither this host nor https", hint: "leave it as the container has it"
      )
    }
    tokenFile = settings.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
    token = tokenFile == nil ? settings.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN").map { Secret($0) } : nil
  }

  private static let hosts: Set<String> = [
    "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "localhost", "[::1]",
  ]

  /// Whether a host is this one, or one of the link's own.
  private static func isNear(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return hosts.contains(host) || parts.count == 4 && parts.allSatisfy { $0 != nil } && parts[0] == 127
  }
}
