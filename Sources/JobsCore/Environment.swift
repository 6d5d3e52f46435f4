import Glibc

/// The process's environment variables as a value, read once at the edge and passed in.
package func processEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  var at = environ
  while let entry = at.pointee {
    let text = String(cString: entry)
    if let equals = text.firstIndex(of: "=") {
      variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    at += 1
  }
  return variables
}
