import JobsCore

/// All that the double knows: projects, resources, operations and what tests have set.
struct World: Sendable {
  /// Of each service.
  var stores: [Service: ResourceStore] = [:]
  var operations: [Service: [String: LongOperation]] = [:]
  var settings: Settings
  /// Services that were switched on or off, by `PROJECT/HOST`.
  private var services: [String: Bool] = [:]
  /// The ids of the projects that were asked about, by their numbers.
  private var numbers: [String: String] = [:]
  /// What jobs will come to, the first that fits.
  var outcomes: [ExecutionOutcome] = []
  /// Executions of workflows that were begun and have not run yet.
  var begun: [String] = []
  /// What was given out to callers; services that impersonate give out more.
  let tokens: Tokens
  /// Those that were wanted, by the addresses of their accounts.
  private(set) var systemKeys: [String: ServiceAccountKey] = [:]
  private var random: SplitMix64
  private var serial = 0

  /// The locations that services have, in byte order; none without the document that says it.
  let locations: [String]
  /// In byte order.
  let permissions: [TestablePermission]

  init(_ settings: Settings, _ tokens: Tokens, _ catalogue: APICatalogue) {
    self.settings = settings
    locations = (catalogue.locations ?? []).sorted()
    permissions = catalogue.permissions
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

  /// A new etag of those that are bytes.
  mutating func byteETag() -> String {
    Base64.encode(withUnsafeBytes(of: nextSerial().bigEndian) { Array($0.dropFirst(2)) })
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

  /// The key of an account that is Google's to use, made when it is wanted first.
  mutating func systemKey(of email: String) throws(APIError) -> ServiceAccountKey {
    if let key = systemKeys[email] { return key }
    do throws(Failure) {
      let key = try ServiceAccountKey(email: email)
      systemKeys[email] = key
      return key
    } catch {
      throw APIError(.internal, error.message)
    }
  }

  // MARK: Projects

  /// The id of a project that is named by its id or its number.
  func projectID(_ text: String) -> String {
    numbers[text] ?? settings.projects.first { Self.number(ofProject: $0) == text } ?? text
  }

  /// Notes a project, so that its number is known from then on.
  mutating func note(project id: String) { numbers[Self.number(ofProject: id)] = id }

  /// Whether there is a project; any is, where none was declared.
  func hasProject(_ id: String) -> Bool { settings.projects.isEmpty || settings.projects.contains(id) }

  /// Twelve digits, the same for the same id; a number stays what it is.
  static func number(ofProject id: String) -> String {
    if id.utf8.count == 12, id.utf8.allSatisfy({ (48...57).contains($0) }) { return id }
    return String(100_000_000_000 + Array(id.utf8).fnv1a64 % 900_000_000_000)
  }

  // MARK: Services

  /// Whether a project has an API switched on; at the start those that are doubled.
  func isEnabled(_ host: String, _ project: String) -> Bool {
    if let set = services["\(project)/\(host)"] { return set }
    return Service(host: host) != nil && !settings.disabled.contains { $0 == host || $0 == "\(host)@\(project)" }
  }

  mutating func setEnabled(_ isEnabled: Bool, _ host: String, _ project: String) {
    services["\(project)/\(host)"] = isEnabled
  }

  /// The hosts of all services that a project can list, in byte order.
  func knownServices(_ project: String) -> [String] {
    let others = services.keys.filter { $0.hasPrefix("\(project)/") }.map { String($0.dropFirst(project.count + 1)) }
    return Set(Service.allCases.map(\.host) + others).sorted()
  }
}
