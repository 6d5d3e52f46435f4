/// What `diff -u` prints for two versions of a file; `patch -p1` and `git apply` take it.
package struct UnifiedDiff: Sendable {
  /// The patch, empty where the versions are equal or nothing of the change may be shown.
  package private(set) var bytes: [UInt8] = []
  /// The 1-based lines of the old version at which a change is left out, since it stands in or beside a secret.
  package private(set) var hiddenLines: [Int] = []

  private static let context = 3
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let oldHidden: Set<Int>
  private let newHidden: Set<Int>
  /// How many lines longer the new version is up to here, by the changes that are shown.
  private var growth = 0

  /// - Parameters:
  ///   - path: the file's name below the folder in which the patch is applied.
  ///   - masks: bytes of each version that hold a secret. Their lines are not shown: the context around a change is made
  ///     smaller, and a change that cannot do without such a line is left out.
  package init(
    from old: [UInt8], to new: [UInt8], path: String, oldMasks: [Range<Int>] = [], newMasks: [Range<Int>] = []
  ) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
    oldHidden = Self.lines(of: oldMasks, in: self.old)
    newHidden = Self.lines(of: newMasks, in: self.new)
    add(LineDifference.changes(from: self.old, to: self.new)[...], context: Self.context)
    if !bytes.isEmpty { bytes = Self.header("---", "a/", path) + Self.header("+++", "b/", path) + bytes }
  }

  /// Lines with their line feeds; a carriage return alone ends none, as in diff and patch.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var from = 0
    while from < bytes.count {
      let end = bytes[from...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[from..<end])
      from = end
    }
    return lines
  }

  private static func lines(of masks: [Range<Int>], in lines: [ArraySlice<UInt8>]) -> Set<Int> {
    guard !masks.isEmpty else { return [] }
    return Set(lines.indices.filter { at in masks.contains { $0.overlaps(lines[at].startIndex..<lines[at].endIndex) } })
  }

  private static func header(_ mark: String, _ side: String, _ path: String) -> [UInt8] {
    var name = path[...]
    while name.hasPrefix("./") { name = name.dropFirst(2) }
    while name.hasPrefix("/") { name = name.dropFirst() }
    return Array("\(mark) \(PatchName.text(side + name))\n".utf8)
  }

  // MARK: Hunks

  /// Adds changes as hunks, near ones together.
  private mutating func add(_ changes: ArraySlice<LineDifference.Change>, context: Int) {
    var rest = changes
    while let first = rest.first {
      var count = 1
      var end = first.old.upperBound
      for next in rest.dropFirst() where next.old.lowerBound - end <= 2 * context {
        end = next.old.upperBound
        count += 1
      }
      let group = rest.prefix(count)
      rest = rest.dropFirst(count)
      if isShown(group, context: context) {
        write(group, context: context)
      } else if context > 1 {
        // Less on both sides: patch takes a hunk with less behind it than before it for the end of the file.
        add(group, context: context - 1)
      } else {
        hiddenLines += group.map { $0.old.lowerBound + 1 }
      }
    }
  }

  private func range(_ group: ArraySlice<LineDifference.Change>, context: Int) -> Range<Int> {
    guard let first = group.first, let last = group.last else { return 0..<0 }
    return max(0, first.old.lowerBound - context)..<min(old.count, last.old.upperBound + context)
  }

  private func isShown(_ group: ArraySlice<LineDifference.Change>, context: Int) -> Bool {
    oldHidden.isDisjoint(with: range(group, context: context))
      && group.allSatisfy { newHidden.isDisjoint(with: $0.new) }
  }

  private mutating func write(_ group: ArraySlice<LineDifference.Change>, context: Int) {
    let range = range(group, context: context)
    let grown = group.reduce(0) { $0 + $1.new.count - $1.old.count }
    let before = Self.place(range)
    let after = Self.place(range.lowerBound + growth..<range.upperBound + growth + grown)
    bytes += "@@ -\(before) +\(after) @@\n".utf8
    growth += grown
    var at = range.lowerBound
    for change in group {
      for line in at..<change.old.lowerBound { write(" ", old[line]) }
      for line in change.old { write("-", old[line]) }
      for line in change.new { write("+", new[line]) }
      at = change.old.upperBound
    }
    for line in at..<range.upperBound { write(" ", old[line]) }
  }

  /// `line,count`; a count of 1 is left out, and of no lines the line before is named.
  private static func place(_ range: Range<Int>) -> String {
    let line = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(line)" : "\(line),\(range.count)"
  }

  private mutating func write(_ mark: String, _ line: ArraySlice<UInt8>) {
    bytes += mark.utf8
    bytes += line
    if line.last != 10 { bytes += "\n\\ No newline at end of file\n".utf8 }
  }
}
