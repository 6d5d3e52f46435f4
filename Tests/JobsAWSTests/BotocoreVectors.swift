import Glibc
import JobsCore
import TestSupport

/// The public vectors of botocore's source distribution, which `.ci/setup-aws` puts into the user's cache.
enum BotocoreVectors {
  private static let folder = "\(Emulator.cache)/botocore-1.44.5/tests"

  static let isThere = access(folder, R_OK) == 0
  static let absence = "the vectors of botocore are not there: run .ci/setup-aws"

  static func bytes(_ path: String) throws -> [UInt8] {
    try FileBytes.read("\(folder)/\(path)", limit: 16 << 20)
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path).filter { $0 != 13 }, as: UTF8.self)
  }

  static func tree(_ path: String) throws -> Tree {
    let bytes = try bytes(path)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    return tree
  }

  /// The folders below one that hold a file of their own name with this suffix, by their paths from there.
  static func cases(_ root: String, suffix: String) -> [String] {
    guard isThere else { return [] }
    var found: [String] = []
    func walk(_ path: String) {
      guard let directory = opendir("\(folder)/\(root)/\(path)") else { return }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard !name.hasPrefix(".") else { continue }
        if name.hasSuffix(suffix) { found.append(path) }
        if entry.pointee.d_type == UInt8(DT_DIR) { walk(path.isEmpty ? name : "\(path)/\(name)") }
      }
    }
    walk("")
    return found.sorted()
  }
}
