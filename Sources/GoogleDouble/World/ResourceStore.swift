/// The resources of one API, by collection and id.
struct ResourceStore: Sendable {
  private var collections: [String: [String: Resource]] = [:]

  subscript(_ name: String) -> Resource? {
    get { collections[ResourceName.collection(of: name)]?[ResourceName.id(of: name)] }
    set {
      let collection = ResourceName.collection(of: name)
      collections[collection, default: [:]][ResourceName.id(of: name)] = newValue
      if collections[collection]?.isEmpty ?? false { collections[collection] = nil }
    }
  }

  /// Changes a resource in its place.
  mutating func update(_ name: String, _ change: (inout Resource) -> Void) {
    let id = ResourceName.id(of: name)
    func apply(_ resource: inout Resource?) { if resource != nil { change(&resource!) } }
    apply(&collections[ResourceName.collection(of: name), default: [:]][id])
  }

  /// The names in a collection in byte order; a part `-` of the collection stands for anything.
  func names(in collection: String) -> [String] {
    let found =
      collections[collection] != nil || !collection.contains("/-/")
      ? [collection] : collections.keys.filter { ResourceName.matches($0, collection) }.sorted()
    return found.flatMap { place in (collections[place]?.keys.sorted() ?? []).map { "\(place)/\($0)" } }
  }

  /// The names of everything below a resource, which go when it goes.
  func names(below name: String) -> [String] {
    collections.filter { $0.key.hasPrefix(name + "/") }.flatMap { place, all in all.keys.map { "\(place)/\($0)" } }
  }

  /// Every name, in byte order.
  var names: [String] { collections.flatMap { place, all in all.keys.map { "\(place)/\($0)" } }.sorted() }

  var count: Int { collections.values.reduce(0) { $0 + $1.count } }
}
