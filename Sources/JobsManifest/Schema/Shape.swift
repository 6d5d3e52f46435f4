import JobsCore

/// What may stand at a place of a manifest. The tables of shapes are the one source of the structural rules, of the JSON
/// Schemas that `jobs-validate schema` prints, and of the manual page jobs-manifest(5).
package indirect enum Shape: Sendable {
  /// A mapping with known keys.
  case keys(Keys)
  /// A mapping with keys of the user's choice, all of one shape.
  case dictionary(Shape)
  case list(Shape)
  case scalar(Scalar)
  /// One of several shapes, told apart by the kind of node.
  case either([Shape])
  /// Anything at all.
  case any

  package enum Scalar: Sendable {
    /// Text; a number or boolean has to be quoted.
    case string
    /// Text for which a bare number does as well, such as a CPU of `1` or `500m`.
    case text
    case bool
    /// An integer in a range; quoted digits do as well where `quoted` says so.
    case int(ClosedRange<Int>, quoted: Bool = false)
    /// One of a few words.
    case word([String])
    /// A count of seconds or a length of time such as `90s`, `15m`, `1h30m`, `7d`.
    case duration
    /// Bytes: a number with `k M G T Ki Mi Gi Ti` or none.
    case bytes
    /// CPU: cores (`1`, `0.5`) or millicores (`500m`).
    case cpu
  }

  /// A key of a mapping. Shared, since the tables are walked for every key of every manifest.
  package final class Field: Sendable {
    package let name: StaticString
    package let shape: Shape
    package let isRequired: Bool
    /// Whether `null` may stand for the value.
    package let isNullable: Bool
    /// What the key means, in one sentence without a full stop.
    package let doc: String
    /// What to write instead, if the key is only still understood.
    package let deprecated: String?
    /// The name as text.
    package let text: String

    init(
      _ name: StaticString, _ shape: Shape, isRequired: Bool, isNullable: Bool, doc: String, deprecated: String? = nil
    ) {
      self.name = name
      self.shape = shape
      self.isRequired = isRequired
      self.isNullable = isNullable
      self.doc = doc
      self.deprecated = deprecated
      text = "\(name)"
    }

    /// The key as an overlay has it: it may be left out, and null removes it.
    package var inOverlay: Field {
      Field(name, shape, isRequired: false, isNullable: true, doc: doc, deprecated: deprecated)
    }
  }

  /// The keys of a mapping. Shared, and searched by bytes.
  package final class Keys: Sendable {
    package let all: [Field]
    private let names: [StaticString]

    fileprivate init(_ all: [Field]) {
      self.all = all
      names = all.map(\.name)
    }

    /// The place in `all` of the key with this name.
    func index(of name: UnsafeBufferPointer<UInt8>) -> Int? { names.firstIndex { name.equals($0) } }
  }

  // MARK: Shorthands

  /// A mapping with known keys.
  package static func mapping(_ fields: [Field]) -> Shape { .keys(Keys(fields)) }
  package static let string = Shape.scalar(.string)
  package static let text = Shape.scalar(.text)
  package static let bool = Shape.scalar(.bool)
  package static let duration = Shape.scalar(.duration)
  package static func int(_ range: ClosedRange<Int>, quoted: Bool = false) -> Shape {
    .scalar(.int(range, quoted: quoted))
  }
  package static func word(_ words: String...) -> Shape { .scalar(.word(words)) }

  /// The shape below a key of a mapping, or of its alternatives.
  package func child(_ key: String) -> Shape? {
    switch self {
    case .keys(let keys): keys.all.first { $0.text == key }?.shape
    case .dictionary(let value): value
    case .either(let shapes): shapes.lazy.compactMap { $0.child(key) }.first
    case .list, .scalar, .any: nil
    }
  }
}

extension Shape.Field {
  /// A key that may be left out.
  package static func optional(
    _ name: StaticString, _ shape: Shape, nullable: Bool = false, _ doc: String
  ) -> Shape.Field {
    Shape.Field(name, shape, isRequired: false, isNullable: nullable, doc: doc)
  }

  package static func required(_ name: StaticString, _ shape: Shape, _ doc: String) -> Shape.Field {
    Shape.Field(name, shape, isRequired: true, isNullable: false, doc: doc)
  }

  package static func deprecated(_ name: StaticString, _ shape: Shape, instead: String, _ doc: String) -> Shape.Field {
    Shape.Field(name, shape, isRequired: false, isNullable: true, doc: doc, deprecated: instead)
  }
}
