import Glibc

/// Patterns that a shell did not expand: `*`, `?`, `[…]` within a name, `**` for folders of any depth.
enum Glob {
  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }

  /// The files that match, in byte order; hidden ones only where the pattern's own part begins with a dot.
  static func expand(_ pattern: String) -> [String] {
    let parts = pattern.split(separator: "/").map(String.init)
    var found: Set<String> = []
    expand(pattern.hasPrefix("/") ? "/" : "", parts[...], &found, depth: 0)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func expand(_ base: String, _ parts: ArraySlice<String>, _ found: inout Set<String>, depth: Int) {
    guard let part = parts.first, depth < 64 else { return }
    let rest = parts.dropFirst()
    if part == "**" { expand(base, rest, &found, depth: depth) }
    guard let entries = FolderListing.read(base.isEmpty ? "." : base) else { return }
    for entry in entries {
      let path = base.isEmpty ? entry.name : base == "/" ? "/" + entry.name : "\(base)/\(entry.name)"
      if part == "**" {
        if entry.kind == .folder, !entry.name.hasPrefix(".") { expand(path, parts, &found, depth: depth + 1) }
        if rest.isEmpty, entry.kind == .file, !entry.name.hasPrefix(".") { found.insert(path) }
        continue
      }
      guard fnmatch(part, entry.name, FNM_PERIOD) == 0 else { continue }
      if rest.isEmpty {
        if entry.kind != .folder { found.insert(path) }
      } else if entry.kind == .folder {
        expand(path, rest, &found, depth: depth + 1)
      }
    }
  }
}
