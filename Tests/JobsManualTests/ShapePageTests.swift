import JobsManifest
import Testing

@testable import JobsManual

@Suite struct ShapePageTests {
  static let shape = Shape.mapping([
    .required("name", .string, "who it is"),
    .optional("list", .list(.mapping([.optional("inner", .bool, "true: inside")])), nullable: true, "some"),
    .deprecated("old", .int(1...3), instead: "write 'name'", "the former name"),
    .optional("other", .dictionary(.mapping([.optional("deep", .text, "below")])), "more"),
  ])

  @Test func `keys have their kind and meaning, nested as they stand`() {
    #expect(
      ShapePage.keys(of: Self.shape, closed: ["other"]).text == """
        .Bl -tag -width 4n -compact
        .It Cm name Pq required
        A string: who it is.
        .It Cm list
        A list of mappings, or null: some.
        .Bl -tag -width 4n -compact
        .It Cm inner
        A boolean; true: inside.
        .El
        .It Cm \\&old
        An integer from 1 to 3, or null: the former name.
        Deprecated: write \\(aqname\\(aq.
        .It Cm other
        A mapping of names to mappings: more.
        .El

        """)
  }

  @Test(arguments: [
    (Shape.string, "a string"), (.text, "a string or a number"), (.any, "anything"), (.duration, "a length of time"),
    (.scalar(.bytes), "an amount of memory"), (.scalar(.cpu), "an amount of CPU"), (.word("Job"), "always Job"),
    (.word("", "a"), "one of '' (empty), a"), (.list(.any), "a list of anything"),
    (.list(.list(.bool)), "a list of lists"),
    (.either([.string, .list(.word("x", "y"))]), "a string, or a list of words (x, y)"),
    (.dictionary(.either([.bool, .int(0...1)])), "a mapping of names to booleans or integers"),
    (.list(.duration), "a list of lengths of time"), (.dictionary(.scalar(.cpu)), "a mapping of names to amounts"),
  ]) func `a shape in words`(shape: Shape, words: String) {
    #expect(ShapePage.kind(shape) == words)
  }

  @Test func `a scalar has no keys`() { #expect(ShapePage.keys(of: .string).text.isEmpty) }
}
