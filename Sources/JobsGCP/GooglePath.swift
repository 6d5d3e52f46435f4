import JobsCloud
import JobsCore

/// The path of a call below an endpoint: `v2/projects/acme/locations/europe-west1/jobs/nightly`.
enum GooglePath {
  /// - Parameter path: as it is meant; what an address cannot hold is encoded, slashes and the colon before a verb stay. A slash
  ///   within a part is written `%2F`, as names of deny policies have it.
  /// - Throws: a usage failure for a part that would lead elsewhere: an empty one, `.` or `..`.
  static func address(
    _ root: WebAddress, _ path: String, _ query: [(name: String, value: String)]
  ) throws(Failure) -> WebAddress {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw .usage("'\(Terminal.visible(path))' is no name of a resource", hint: "check names and the project")
    }
    let safe = parts.map { part in
      part.split(separator: ":", omittingEmptySubsequences: false).map { word in
        PercentEncoding.encoded(String(word).replacing("%2F", with: "/"))
      }.joined(separator: ":")
    }
    var address = try WebAddress(root.text + safe.joined(separator: "/"))
    for (name, value) in query { address = address.adding(name, value) }
    return address
  }
}
