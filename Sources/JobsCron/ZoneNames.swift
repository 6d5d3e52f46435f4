/// Names of zones: reading the lists that come with the database, and finding near ones.
enum ZoneNames {
  /// From `tzdata.zi`, whose lines `Z name …` and `L target name` define zones and links.
  static func inSource(_ bytes: [UInt8]) -> [String] {
    var names: [String] = []
    for line in bytes.split(separator: 10) where line.count > 2 && line[line.startIndex + 1] == 32 {
      let words = line.split(separator: 32)
      if line.first == UInt8(ascii: "Z"), words.count > 1 {
        names.append(String(decoding: words[1], as: UTF8.self))
      } else if line.first == UInt8(ascii: "L"), words.count > 2 {
        names.append(String(decoding: words[2], as: UTF8.self))
      }
    }
    return sorted(names)
  }

  /// From `zone1970.tab` or `zone.tab`: the third column.
  static func inTable(_ bytes: [UInt8]) -> [String] {
    var names: [String] = []
    for line in bytes.split(separator: 10) where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: 9, omittingEmptySubsequences: false)
      if columns.count > 2 { names.append(String(decoding: columns[2], as: UTF8.self)) }
    }
    return sorted(names)
  }

  private static func sorted(_ names: [String]) -> [String] {
    names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// At most three names, the nearest first: the same letters in another case, the same city, few letters apart.
  static func near(_ name: String, among names: [String]) -> [String] {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let city = wanted.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? wanted
    var ranked: [(distance: Int, name: String)] = []
    for candidate in names {
      let other = folded(candidate)
      let otherCity = other.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? other
      var distance = editDistance(wanted, other, atMost: 3)
      if otherCity == city { distance = min(distance ?? 2, 2) }
      if distance == nil, let byCity = editDistance(city, otherCity, atMost: 1), city.count > 3 {
        distance = byCity + 3
      }
      if let distance { ranked.append((distance, candidate)) }
    }
    // The sort is by distance first; names stay in the order of their bytes.
    let order = ranked.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
    return order.prefix(3).map(\.element.name)
  }

  /// Small letters, and blanks as the database writes them.
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { byte in
      if byte == 32 || byte == UInt8(ascii: "-") { return UInt8(ascii: "_") }
      return byte >= 65 && byte <= 90 ? byte | 0x20 : byte
    }
  }

  /// Letters to insert, remove or change; nil above the limit.
  private static func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var best = row[0]
      for (j, right) in b.enumerated() {
        let cost = left == right ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
        diagonal = row[j + 1]
        row[j + 1] = cost
        best = min(best, cost)
      }
      if best > limit { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
