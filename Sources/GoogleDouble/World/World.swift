import JobsCore

/// All that the double knows: projects, resources, operations and what tests have set.
struct World: Sendable {
  /// Of each service.
  var stores: [Service: ResourceStore] = [:]
  var operations: [Service: [String: LongOperation]] = [:]
  var settings: Settings
  /// Services that are switched off, by project.
  var disabled: [String: Set<String>] = [:]
  /// What jobs will come to, the first that fits.
  var outcomes: [ExecutionOutcome] = []
  /// What was given out to callers; services that impersonate give out more.
  let tokens: Tokens
  private var random: SplitMix64
  private var serial = 0

  init(_ settings: Settings, _ tokens: Tokens) {
    self.settings = settings
    self.tokens = tokens
    random = SplitMix64(seed: settings.seed)
  }

  // MARK: Values that the server makes up

  /// `0f8fad5b-d9cb-469f-a165-70867728950e`, of version 4; the same for the same seed.
  mutating func uuid() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let text = String(hexadecimal: bytes)
    var parts: [Substring] = []
    var rest = text[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }

  /// A word of small letters and digits.
  mutating func word(_ length: Int) -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    return String((0..<length).map { _ in letters.randomElement(using: &random) ?? "x" })
  }

  /// A number that is higher with each call.
  mutating func nextSerial() -> Int {
    serial += 1
    return serial
  }

  /// A new etag; as Google's, in quotes.
  mutating func etag() -> String {
    let number = nextSerial()
    return "\"\(Base64.encode((0..<9).map { UInt8(truncatingIfNeeded: number >> ($0 * 7)) ^ UInt8(0x5A) }))\""
  }

  // MARK: Resources

  func resource(_ service: Service, _ name: String) throws(APIError) -> Resource {
    guard let resource = stores[service]?[name] else { throw .notFound(name) }
    return resource
  }

  mutating func store(_ service: Service, _ name: String, _ resource: Resource?) {
    stores[service, default: ResourceStore()][name] = resource
  }

  mutating func update(_ service: Service, _ name: String, _ change: (inout Resource) -> Void) {
    stores[service, default: ResourceStore()].update(name, change)
  }

  mutating func remove(_ service: Service, _ name: String) {
    for child in stores[service]?.names(below: name) ?? [] { store(service, child, nil) }
    store(service, name, nil)
  }

  // MARK: Projects

  /// The id of a project that is named by its id or its number.
  func projectID(_ text: String) -> String {
    settings.projects.first { Self.number(ofProject: $0) == text } ?? text
  }

  /// Whether there is a project; any is, where none was declared.
  func hasProject(_ id: String) -> Bool { settings.projects.isEmpty || settings.projects.contains(id) }

  /// Twelve digits, the same for the same id.
  static func number(ofProject id: String) -> String {
    String(100_000_000_000 + Array(id.utf8).fnv1a64 % 900_000_000_000)
  }
}
