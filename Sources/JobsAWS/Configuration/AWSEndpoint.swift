package import JobsCloud
package import JobsCore

/// Where the requests to a service go, and in which region they are signed.
package struct AWSEndpoint: Sendable, Hashable {
  package let address: WebAddress
  package let signingRegion: String

  /// The place that the settings say, else the service's own.
  ///
  /// In this order: `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, the profile's `services` section, and its
  /// `endpoint_url`; none of them with `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` or the profile's
  /// `ignore_configured_endpoint_urls`.
  /// - Parameters:
  ///   - region: nil only for STS and services of a whole partition, which then are those of `aws`.
  ///   - explicit: what goes before all settings.
  /// - Throws: a usage failure for an address or a region that is none, without repeating an address.
  package init(
    _ service: AWSService, region: String?, settings: AWSSettings, explicit: String? = nil
  ) throws(Failure) {
    if let region, !AWSPartition.isRegion(region) {
      throw .usage("'\(Terminal.visible(region))' is no region of AWS", hint: "write it as 'eu-west-1'")
    }
    let partition = AWSPartition.of(region: region ?? "")
    signingRegion = service.isGlobal ? partition.globalRegion : region ?? partition.globalRegion
    if let (url, origin) = explicit.map({ ($0, "the address given") }) ?? Self.configured(service, settings) {
      do {
        address = try WebAddress(url)
      } catch {
        throw .usage("\(origin) cannot be used for \(service.id): \(error.message)", hint: error.hint)
      }
      return
    }
    guard region != nil || service.isGlobal || service == .sts else {
      throw .usage(
        "no region for \(service.id) of AWS", hint: "set AWS_REGION, or 'region' under 'aws' of the environment")
    }
    address = try WebAddress("https://\(Self.host(service, region, partition, isFIPS: settings.usesFIPS))")
  }

  private static func configured(_ service: AWSService, _ settings: AWSSettings) -> (url: String, origin: String)? {
    guard !settings.ignoresEndpoints else { return nil }
    for name in ["AWS_ENDPOINT_URL_\(service.variableName)", "AWS_ENDPOINT_URL"] {
      if let url = settings.variable(name) { return (url, name) }
    }
    if let url = settings.serviceEndpoint(service.settingName) {
      return (url, "the 'services' section of profile '\(settings.profileName)'")
    }
    return settings.profile?["endpoint_url"].map { ($0, "'endpoint_url' of profile '\(settings.profileName)'") }
  }

  /// The service's own host, as the rules of botocore 1.44.5 have it (2026-11).
  private static func host(
    _ service: AWSService, _ region: String?, _ partition: AWSPartition, isFIPS: Bool
  ) -> String {
    let mark = isFIPS && !(service.isFIPSInGov && partition.id == "aws-us-gov") ? "-fips" : ""
    guard service.isGlobal else {
      // STS without a region, which is in Virginia.
      let place = region.map { "\($0)." } ?? (isFIPS ? "\(partition.globalRegion)." : "")
      return "\(service.hostPrefix)\(mark).\(place)\(partition.suffix)"
    }
    switch partition.id {
    case "aws": return "\(service.hostPrefix)\(mark).\(partition.suffix)"
    case "aws-us-gov": return "\(service.hostPrefix).us-gov.\(partition.suffix)"
    case "aws-iso", "aws-iso-b": return "\(service.hostPrefix)\(mark).\(partition.globalRegion).\(partition.suffix)"
    default:
      return isFIPS
        ? "\(service.hostPrefix)-fips.\(partition.suffix)"
        : "\(service.hostPrefix).\(partition.globalRegion).\(partition.suffix)"
    }
  }
}
