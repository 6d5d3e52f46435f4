/// A text of a policy that may hold variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, and `${*}`, `${?}`,
/// `${$}` for the characters themselves (IAM User Guide, "IAM policy elements: Variables and tags", read 2026-11-21).
package struct PolicyText: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    /// As it was written; `*` and `?` are wildcards where wildcards are understood.
    case text(String)
    /// A character that is never a wildcard.
    case literal(String)
    case variable(key: String, fallback: String?)
  }

  /// As it stands in the policy.
  package let written: String
  private let parts: [Part]
  /// What it comes to whoever asks; nil where that depends on the request.
  private let fixed: Glob?
  private let fixedResource: ResourcePattern?

  /// - Parameter hasVariables: false in policies of version 2008-10-17, which know none.
  package init(_ text: String, hasVariables: Bool) {
    written = text
    parts = hasVariables ? Self.parts(of: text) : [.text(text)]
    let depends = parts.contains { if case .variable = $0 { true } else { false } }
    fixed = depends ? nil : Self.glob(parts) { _ in .absent }
    fixedResource = fixed.map { ResourcePattern($0) }
  }

  /// Depends on who asks.
  package var hasVariables: Bool { fixed == nil }

  /// What it comes to for a request; nil where a variable has no value, so that nothing matches.
  package func glob(_ context: RequestContext) -> Glob? {
    fixed ?? Self.glob(parts) { context.value($0) }
  }

  package func resource(_ context: RequestContext) -> ResourcePattern? {
    fixedResource ?? glob(context).map { ResourcePattern($0) }
  }

  /// The text without wildcards, as operators that know none compare it; nil where a variable has no value.
  ///
  /// - Returns: the text, and whether all of it is known.
  package func literal(_ context: RequestContext) -> (text: String, isKnown: Bool)? {
    var text = ""
    var isKnown = true
    for part in parts {
      switch part {
      case .text(let run), .literal(let run): text += run
      case .variable(let key, let fallback):
        switch context.value(key) {
        case .known(let values) where values.count == 1: text += values[0]
        case .absent:
          guard let fallback else { return nil }
          text += fallback
        default: isKnown = false
        }
      }
    }
    return (text, isKnown)
  }

  private static func glob(_ parts: [Part], _ value: (String) -> RequestContext.Value) -> Glob? {
    var tokens: [Glob.Token] = []
    for part in parts {
      switch part {
      case .text(let run): tokens += Glob(run).tokens
      case .literal(let run): tokens += Glob(literal: run).tokens
      case .variable(let key, let fallback):
        switch value(key) {
        case .known(let values) where values.count == 1: tokens += Glob(literal: values[0]).tokens
        case .absent:
          guard let fallback else { return nil }
          tokens += Glob(literal: fallback).tokens
        default: tokens.append(Glob.unknownRun)
        }
      }
    }
    return Glob(tokens: tokens)
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}") {
      if open.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<open.lowerBound]))) }
      let inside = rest[open.upperBound..<close]
      parts.append(inside == "*" || inside == "?" || inside == "$" ? .literal(String(inside)) : variable(inside))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }

  /// `key` or `key, 'default'`.
  private static func variable(_ inside: Substring) -> Part {
    let sides = inside.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let key = sides[0].filter { $0 != " " }.lowercased()
    guard sides.count == 2 else { return .variable(key: key, fallback: nil) }
    let word = sides[1].drop { $0 == " " }
    let trimmed = String(word.reversed().drop { $0 == " " }.reversed())
    guard trimmed.count >= 2, trimmed.hasPrefix("'"), trimmed.hasSuffix("'") else {
      return .variable(key: key, fallback: nil)
    }
    return .variable(key: key, fallback: String(trimmed.dropFirst().dropLast()))
  }
}
