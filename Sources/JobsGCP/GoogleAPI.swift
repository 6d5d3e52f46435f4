package import JobsCloud
package import JobsCore

/// An API of Google Cloud that is called here.
package enum GoogleAPI: String, Sendable, CaseIterable {
  case run
  case scheduler = "cloudscheduler"

  /// The name by which a project enables it.
  package var service: String { "\(rawValue).googleapis.com" }

  /// The variable by which gcloud lets users move it elsewhere (cloud.google.com/sdk/docs/properties, section
  /// `api_endpoint_overrides`).
  package var variable: String { "CLOUDSDK_API_ENDPOINT_OVERRIDES_\(rawValue.uppercased())" }
}

/// Where the APIs are.
package struct GoogleEndpoints: Sendable {
  private var bases: [GoogleAPI: WebAddress] = [:]

  /// - Parameter variable: the value of an environment variable.
  /// - Throws: a usage failure for a variable that is no address.
  package init(_ variable: (String) -> String?) throws(Failure) {
    for api in GoogleAPI.allCases {
      let moved = variable(api.variable).flatMap { $0.isEmpty ? nil : $0 }
      do throws(Failure) {
        bases[api] = try WebAddress(moved ?? "https://\(api.service)/")
      } catch {
        throw .usage("\(api.variable): \(error.message)", hint: "write it as 'https://host/'")
      }
    }
  }

  /// The address of a path such as `v2/projects/p/locations/l/jobs/a:run`.
  func address(_ api: GoogleAPI, _ path: String, query: [(name: String, value: String)]) throws(Failure) -> WebAddress {
    guard var address = bases[api] else { throw .usage("there is no address of '\(api.service)'") }
    // The verb behind a colon is no part of a name, and stays as it is.
    for part in path.split(separator: "/") { address = address.appending(String(part), keeping: ":") }
    for pair in query { address = address.adding(pair.name, pair.value) }
    return address
  }
}
