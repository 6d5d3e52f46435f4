/// The controls that an organisation holds itself to, for `jobs-audit compliance`.
package enum FrameworkShape {
  package static let document = Shape.mapping([
    .required("apiVersion", .word("jobs/v1"), "the format and its version"),
    .required("kind", .word("Framework"), "a framework of controls"),
    .required("metadata", .mapping([.required("name", .string, "the framework's name")]), "which framework"),
    .required("version", .text, "its version"),
    .optional("note", .string, "what it is of, and from where"),
    .required("controls", .list(control), "the controls"),
  ])

  private static let control = Shape.mapping([
    .required("id", .text, "as the framework numbers it"),
    .required("title", .string, "what it asks"),
    .optional("rules", .list(.string), "codes of the rules that find what is against it; none: a person judges it"),
    .optional(
      "needs", .list(.string),
      "with 'rules': kinds of input, as 'coverage' counts them, of which one has to be there"),
    .optional("scope", .string, "the service whose resources alone count, such as cloudkms.googleapis.com"),
    .optional("remark", .string, "what of it is not assessed"),
  ])
}
