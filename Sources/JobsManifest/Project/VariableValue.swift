/// Compares the value of a variable with its declaration.
enum VariableValue {
  /// What is wrong with a value, to stand after `the value`; nil if nothing is. The value itself is not told, since it may be
  /// a secret.
  static func fault(of value: String, in declaration: Variables.Declaration) -> String? {
    guard !Variables.isOpen(value), !value.hasPrefix("secret:") else { return nil }
    switch declaration.kind {
    case .string: break
    case .int: if Int(value) == nil { return "is no integer" }
    case .number: if Double(value).map({ !$0.isFinite }) ?? true { return "is no number" }
    case .bool: if value != "true", value != "false" { return "is neither true nor false" }
    }
    // A pattern that cannot be read has a finding of its own.
    guard let pattern = declaration.pattern, let read = try? ValuePattern(pattern), !read.matches(value) else {
      return nil
    }
    return "does not match '\(pattern)'"
  }

  /// The faults of values that were given by `--var`, by name.
  static func faults(of given: [String: String], in declarations: [String: Variables.Declaration]) -> [String: String] {
    var faults: [String: String] = [:]
    for (name, value) in given {
      if let declaration = declarations[name], let fault = fault(of: value, in: declaration) { faults[name] = fault }
    }
    return faults
  }
}
