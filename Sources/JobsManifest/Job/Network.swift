/// The way out of a cloud job.
package struct Network: Sendable, Hashable {
  package var connector: String?
  package var network: String?
  package var subnetwork: String?
  package var tags: [String] = []
  package var egress: String?

  package init() {}
}
