package import JobsCore

/// Names of files for converted jobs.
package enum ConversionFiles {
  /// A name for each job, as `nightly-report.yaml`; of equal ones with the rest of the id, then the region.
  ///
  /// - Throws: a failure of kind `usage` for two jobs that no name tells apart.
  package static func names(for jobs: [Job], _ target: ConversionTarget) throws(Failure) -> [String] {
    let ways: [(Job) -> String] = [
      { $0.name }, { [$0.tenant, $0.env, $0.name].compactMap { $0 }.joined(separator: ".") },
      { [$0.tenant, $0.env, $0.name, $0.target.region].compactMap { $0 }.joined(separator: ".") },
    ]
    for way in ways {
      let names = jobs.map { "\(stem(way($0))).\(target.suffix)" }
      if Set(names).count == names.count { return names }
    }
    let names = jobs.map { stem(ways[2]($0)) }
    let twice = jobs.indices.first { names[..<$0].contains(names[$0]) }.map { jobs[$0].id } ?? ""
    throw .usage(
      "two jobs would become one file: '\(Terminal.visible(twice))'", hint: "choose one by -l, or give one another name"
    )
  }

  /// The job's name with nothing in it that leads elsewhere or is hidden.
  package static func stem(_ name: String) -> String {
    let bytes = name.utf8.prefix(200).map { byte -> UInt8 in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): byte
      default: UInt8(ascii: "-")
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix(".") || text.hasPrefix("-") || text.isEmpty ? "job\(text)" : text
  }
}
