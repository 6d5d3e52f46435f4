import JobsCore

/// Puts values in the place of `${NAME}` in a tree's scalars.
enum Substitution {
  /// What became of a tree.
  struct Result {
    /// Names that were referred to.
    var used: Set<String> = []
  }

  /// - Parameters:
  ///   - part: the bytes of the source in which scalars are looked at; nil for all.
  ///   - tolerated: names that may stay open, since each environment gives them a value of its own.
  static func run(
    _ tree: inout Tree, in part: Range<Int>? = nil, _ variables: Variables, tolerated: Set<String>,
    _ findings: inout Findings
  ) -> Result {
    var result = Result()
    for index in 0..<tree.nodeCount {
      let id = Tree.ID(index)
      guard tree.kind(id) == .string, Variables.isOpen(tree, id) else { continue }
      if let part, !part.contains(tree.range(id).lowerBound) { continue }
      let style = tree.style(id)
      let text = tree.withText(id) { Array($0) }
      var out: [UInt8] = []
      out.reserveCapacity(text.count + 32)
      var isWhole = true
      var i = 0
      var only: String?
      while i < text.count {
        guard text[i] == UInt8(ascii: "$"), i + 1 < text.count else {
          let next = text[(i + 1)...].firstIndex(of: UInt8(ascii: "$")) ?? text.count
          out.append(contentsOf: text[i..<next])
          i = next
          continue
        }
        if text[i + 1] == UInt8(ascii: "$"), i + 2 < text.count, text[i + 2] == UInt8(ascii: "{") {
          out.append(contentsOf: text[i + 1...i + 2])
          i += 3
          continue
        }
        guard text[i + 1] == UInt8(ascii: "{"), let end = text[i...].firstIndex(of: UInt8(ascii: "}")) else {
          if text[i + 1] == UInt8(ascii: "{") {
            findings.report(
              MalformedReference.info, "'${' is not closed", at: id, part: i..<text.count,
              hint: "write '${NAME}', or '$${' for the characters themselves")
          }
          out.append(text[i])
          i += 1
          continue
        }
        let name = String(decoding: text[i + 2..<end], as: UTF8.self)
        let part = i..<end + 1
        if !isName(name) {
          findings.report(
            MalformedReference.info, "'${\(Terminal.visible(name))}' names no variable", at: id, part: part,
            hint:
              "a name is letters, digits and '_'; defaults such as '${NAME:-x}' stand in jobs.yaml; write '$${' for the characters themselves"
          )
          out.append(contentsOf: text[part])
        } else if let value = variables.value(name) {
          if !variables.faults.isEmpty, !result.used.contains(name), let fault = variables.faults[name] {
            WrongVariable.report(name, fault, at: id, part: part, &findings)
          }
          result.used.insert(name)
          if text.count == part.count, let kind = variables.declarations[name] {
            only = kind.kind == .string ? name : nil
          }
          out.append(contentsOf: value.utf8)
        } else {
          result.used.insert(name)
          isWhole = false
          if !tolerated.contains(name) { UndefinedVariable.report(name, at: id, part: part, variables, &findings) }
          out.append(contentsOf: text[part])
        }
        i = end + 1
      }
      // A bare `${CPU}` becomes what its value is; a variable that is declared as a string stays text.
      let kind = out.withUnsafeBufferPointer {
        style == .plain && isWhole && only == nil ? CoreSchema.kind(of: $0) : .string
      }
      tree.setText(id, out, kind: kind)
    }
    return result
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(first >= 48 && first <= 57), name.utf8.count <= 256 else { return false }
    return name.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || ($0 >= 48 && $0 <= 57)
        || ($0 | 32 >= UInt8(ascii: "a") && $0 | 32 <= UInt8(ascii: "z"))
    }
  }
}
