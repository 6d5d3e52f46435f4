import JobsCore
import JobsDeploy

/// What a kind of resource looks like in its API, as far as a comparison has to know.
///
/// A value that the service sets, and one that holds where nobody chose, is no field: it would show as somebody's doing.
struct ResourceShape: Sendable {
  /// What a default is equal to.
  enum Usual: Sendable {
    case value(Resource.Value)
    /// The end of a text, such as the domain of an account whose name has the project's number in it.
    case suffix(String)

    func holds(for value: Resource.Value) -> Bool {
      switch self {
      case .value(let usual): usual == value
      case .suffix(let suffix): value.text.hasSuffix(suffix)
      }
    }
  }

  /// A place in the document: the names of keys from the root on, with dots between them, lists without their elements.
  typealias Pattern = String

  var layout: FieldLayout
  /// What the service sets, with all below it, and what it is in words.
  var serverSet: [Pattern: String]
  /// What holds where nobody chose, and never shows.
  var defaults: [Pattern: Usual]
  /// What holds where the service says nothing, and manifests always say.
  var implied: [Resource.Field]
  /// Texts that mean the same in several forms, in one of them.
  var canonical: [Pattern: @Sendable (String) -> String]

  /// The fields of a live resource, and what is left out of them.
  func read(_ tree: Tree, _ node: Tree.ID = Tree.root) -> (fields: [Resource.Field], hidden: [LiveResource.Hidden]) {
    var fields: [Resource.Field] = []
    var hidden: [LiveResource.Hidden] = []
    for field in layout.fields(tree, node) {
      let pattern = layout.pattern(of: field.name)
      if let reason = serverReason(pattern) {
        hidden.append(LiveResource.Hidden(path: field.name, value: field.value, reason: reason))
        continue
      }
      let field = canonical(field, pattern)
      if defaults[pattern]?.holds(for: field.value) == true {
        hidden.append(
          LiveResource.Hidden(
            path: field.name, value: field.value, reason: "it is what the service sets where nobody chose"))
      } else {
        fields.append(field)
      }
    }
    for field in implied where fields[field.name] == nil { fields.append(field) }
    return (fields, hidden)
  }

  /// The fields of a live resource as they stand there, without what the service sets: whoever writes them back changes nothing.
  func standing(_ tree: Tree, _ node: Tree.ID = Tree.root) -> [Resource.Field] {
    layout.fields(tree, node).filter { serverReason(layout.pattern(of: $0.name)) == nil }
  }

  /// The fields that are wanted, in the forms in which a live resource is read.
  func wanted(_ fields: [Resource.Field]) -> [Resource.Field] {
    fields.compactMap { field in
      let pattern = layout.pattern(of: field.name)
      let field = canonical(field, pattern)
      return defaults[pattern]?.holds(for: field.value) == true ? nil : field
    }
  }

  private func canonical(_ field: Resource.Field, _ pattern: Pattern) -> Resource.Field {
    guard let form = canonical[pattern], !field.value.isLiteral else { return field }
    return Resource.Field(field.name, form(field.value.text))
  }

  private func serverReason(_ pattern: Pattern) -> String? {
    var at = pattern[...]
    while true {
      if let reason = serverSet[String(at)] { return reason }
      guard let dot = at.lastIndex(of: ".") else { return nil }
      at = at[..<dot]
    }
  }
}
