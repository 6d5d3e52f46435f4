extension ManifestValue {
  /// The same with another value at a path, whose missing mappings are made; a scalar on the way gives way to one.
  func setting(_ path: ArraySlice<ManifestPath.Step>, to value: ManifestValue) -> ManifestValue {
    guard let step = path.first else { return value }
    let rest = path.dropFirst()
    switch (step, self) {
    case (.index(let index), .list(var values)):
      guard index < values.count else { return self }
      values[index] = values[index].setting(rest, to: value)
      return .list(values)
    case (.key(let key), .mapping(var entries)):
      if let at = entries.firstIndex(where: { $0.key == key }) {
        entries[at].value = entries[at].value.setting(rest, to: value)
      } else {
        entries.append(Entry(key: key, value: ManifestValue.mapping([]).setting(rest, to: value)))
      }
      return .mapping(entries)
    case (.key(let key), _):
      return .mapping([Entry(key: key, value: ManifestValue.mapping([]).setting(rest, to: value))])
    case (.index, _): return self
    }
  }

  /// The same without the entry at a path.
  func removing(_ path: ArraySlice<ManifestPath.Step>) -> ManifestValue {
    guard let step = path.first else { return self }
    switch (step, self) {
    case (.index(let index), .list(var values)):
      guard index < values.count else { return self }
      values[index] = values[index].removing(path.dropFirst())
      return .list(values)
    case (.key(let key), .mapping(var entries)):
      guard let at = entries.firstIndex(where: { $0.key == key }) else { return self }
      if path.count == 1 {
        entries.remove(at: at)
      } else {
        entries[at].value = entries[at].value.removing(path.dropFirst())
      }
      return .mapping(entries)
    default: return self
    }
  }

  /// The same with the keys of every mapping in byte order, so that values compare whatever their order.
  var ordered: ManifestValue {
    switch self {
    case .text, .int, .bool, .null, .number: self
    case .list(let values): .list(values.map(\.ordered))
    case .mapping(let entries):
      .mapping(
        entries.map { Entry(key: $0.key, value: $0.value.ordered) }.sorted {
          $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        })
    }
  }
}
