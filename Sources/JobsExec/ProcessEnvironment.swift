import Glibc

/// The variables of a process, byte for byte, in the order in which they were first set.
package struct ProcessEnvironment: Hashable, Sendable {
  /// `NAME=value`, without a final NUL.
  package private(set) var entries: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]
  private var badNames: [String] = []

  package init() {}

  /// The variables of this process. Entries without a name are left out, and of equal names the first counts.
  package static func current() -> ProcessEnvironment {
    var environment = ProcessEnvironment()
    var next = environ
    while let entry = next.pointee {
      environment.add(Array(UnsafeRawBufferPointer(start: entry, count: strlen(entry))))
      next += 1
    }
    return environment
  }

  /// The value, with bytes that are not UTF-8 repaired; setting nil removes the variable.
  package subscript(name: String) -> String? {
    get {
      let key = Array(name.utf8)
      return places[key].map { String(decoding: entries[$0].dropFirst(key.count + 1), as: UTF8.self) }
    }
    set {
      let key = Array(name.utf8)
      guard let newValue else {
        badNames.removeAll { $0 == name }
        return remove(key)
      }
      let entry = key + [UInt8(ascii: "=")] + Array(newValue.utf8)
      if let place = places[key] {
        entries[place] = entry
      } else {
        if name.isEmpty || name.utf8.contains(UInt8(ascii: "=")) { badNames.append(name) }
        places[key] = entries.count
        entries.append(entry)
      }
    }
  }

  /// The first thing that no process can be given: a name that is empty or has '=' in it, or a NUL byte.
  package var fault: String? {
    if let name = badNames.first {
      return name.isEmpty ? "a variable has no name" : "the name of the variable '\(name)' has '=' in it"
    }
    guard let entry = entries.first(where: { $0.contains(0) }) else { return nil }
    let name = entry.prefix { $0 != UInt8(ascii: "=") && $0 != 0 }
    return "the variable '\(String(decoding: name, as: UTF8.self))' has a NUL byte in it"
  }

  package static func == (a: ProcessEnvironment, b: ProcessEnvironment) -> Bool { a.entries == b.entries }

  package func hash(into hasher: inout Hasher) { hasher.combine(entries) }

  private mutating func add(_ entry: [UInt8]) {
    guard let equals = entry.firstIndex(of: UInt8(ascii: "=")), equals > 0 else { return }
    let key = Array(entry[..<equals])
    guard places[key] == nil else { return }
    places[key] = entries.count
    entries.append(entry)
  }

  private mutating func remove(_ key: [UInt8]) {
    guard let gone = places.removeValue(forKey: key) else { return }
    entries.remove(at: gone)
    for (other, place) in places where place > gone { places[other] = place - 1 }
  }
}
