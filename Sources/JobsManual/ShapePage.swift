package import JobsManifest

/// The keys of a format as a nested list, from the tables that the checks use.
package enum ShapePage {
  /// The keys of a mapping; nothing for other shapes.
  ///
  /// - Parameter closed: keys whose own keys are described elsewhere.
  package static func keys(of shape: Shape, closed: Set<String> = []) -> Mdoc {
    var page = Mdoc()
    write(shape, closed: closed, to: &page)
    return page
  }

  private static func write(_ shape: Shape, closed: Set<String>, to page: inout Mdoc) {
    let fields = fields(of: shape)
    guard !fields.isEmpty else { return }
    page.macro("Bl", mdoc: "-tag -width 4n -compact")
    for field in fields {
      page.macro("It", mdoc: "Cm " + Mdoc.argument(field.text) + (field.isRequired ? " Pq required" : ""))
      page.prose("\(describe(field)).")
      if let instead = field.deprecated { page.prose("Deprecated: \(instead).") }
      if !closed.contains(field.text) { write(field.shape, closed: closed, to: &page) }
    }
    page.macro("El")
  }

  /// `A string: the tenant of jobs that name none`.
  private static func describe(_ field: Shape.Field) -> String {
    let kind = kind(field.shape) + (field.isNullable ? ", or null" : "")
    let isCase = field.doc.hasPrefix("true:") || field.doc.hasPrefix("false:")
    return "\(kind.prefix(1).uppercased())\(kind.dropFirst())\(isCase ? ";" : ":") \(field.doc)"
  }

  /// The fields below a shape, through lists and dictionaries.
  private static func fields(of shape: Shape) -> [Shape.Field] {
    switch shape {
    case .keys(let keys): keys.all
    case .dictionary(let value), .list(let value): fields(of: value)
    case .either(let shapes): shapes.lazy.map { fields(of: $0) }.first { !$0.isEmpty } ?? []
    case .scalar, .any: []
    }
  }

  /// What may stand at a place, in words.
  static func kind(_ shape: Shape) -> String {
    switch shape {
    case .keys: "a mapping"
    case .dictionary(let value): "a mapping of names to \(plural(value))"
    case .list(let element): "a list of \(plural(element))"
    case .either(let shapes): shapes.map { kind($0) }.joined(separator: ", or ")
    case .any: "anything"
    case .scalar(let scalar): kind(scalar)
    }
  }

  private static func plural(_ shape: Shape) -> String {
    switch shape {
    case .keys, .dictionary: "mappings"
    case .list: "lists"
    case .either(let shapes): shapes.map { plural($0) }.joined(separator: " or ")
    case .any: "anything"
    case .scalar(.string), .scalar(.text): "strings"
    case .scalar(.bool): "booleans"
    case .scalar(.int): "integers"
    case .scalar(.word(let words)): "words (\(words.joined(separator: ", ")))"
    case .scalar(.duration): "lengths of time"
    case .scalar(.bytes), .scalar(.cpu): "amounts"
    }
  }

  private static func kind(_ scalar: Shape.Scalar) -> String {
    switch scalar {
    case .string: "a string"
    case .text: "a string or a number"
    case .bool: "a boolean"
    case .int(let range, _): "an integer from \(range.lowerBound) to \(range.upperBound)"
    case .word(let words) where words.count == 1: "always \(words[0])"
    case .word(let words): "one of " + words.map { $0.isEmpty ? "'' (empty)" : $0 }.joined(separator: ", ")
    case .duration: "a length of time"
    case .bytes: "an amount of memory"
    case .cpu: "an amount of CPU"
    }
  }
}
