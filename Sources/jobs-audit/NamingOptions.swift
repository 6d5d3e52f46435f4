import ArgumentParser
import JobsAudit
import JobsCore

/// What the input does not say of itself, and as of when it is judged.
struct NamingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The resource that a policy of Google is of, as 'projects/ID' or a full name.", valueName: "name"))
  var resource: String?

  @Option(help: ArgumentHelp("Judge as of this time (RFC 3339) instead of now.", valueName: "time"))
  var asOf: String?

  func validate() throws {
    if let asOf, Instant(rfc3339: asOf) == nil {
      throw ValidationError("--as-of is a time such as 2027-01-01T00:00:00Z")
    }
  }

  /// The time that is judged.
  var time: Instant { asOf.flatMap { Instant(rfc3339: $0) } ?? Instant.now() }

  /// What says of which resource a policy is.
  var naming: EstateReader.Naming { EstateReader.Naming(resource: resource.map(EstateReader.Naming.full)) }
}
