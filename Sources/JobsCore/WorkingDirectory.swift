import Glibc

/// The folder that relative paths start from.
package enum WorkingDirectory {
  /// A path that names the same file from anywhere.
  ///
  /// - Parameter option: what named the path, for the hint.
  /// - Throws: a world failure where the folder was removed or cannot be read.
  package static func absolute(_ path: String, option: String) throws(Failure) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = getcwd(nil, 0) else {
      throw .world("cannot tell the working directory: \(systemMessage())", hint: "give \(option) an absolute path")
    }
    defer { free(here) }
    return "\(String(cString: here))/\(path)"
  }
}
