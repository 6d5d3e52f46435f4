import Glibc
import JobsAudit
import JobsCore

/// Findings that are known from an earlier run, by their fingerprints.
struct Baseline {
  private let known: Set<String>

  /// - Throws: a usage failure for a file that holds no records of this tool: an empty one would hide that nothing is known.
  init(file: String) throws(Failure) {
    let shown = "'\(Terminal.visible(file))'"
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .usage("cannot read the baseline \(shown): \(systemMessage())") }
    defer { close(descriptor) }
    var reader = RecordReader(descriptor: descriptor, name: shown)
    var record = Record()
    var known: Set<String> = []
    var isOurs = false
    while try reader.next(into: &record) {
      switch record.type {
      case "finding":
        guard let fingerprint = record.string("fingerprint") else {
          throw .usage("a finding of the baseline \(shown) has no fingerprint: line \(reader.line)")
        }
        known.insert(fingerprint)
      case "coverage": isOurs = true
      default: break
      }
    }
    guard isOurs || !known.isEmpty else {
      throw .usage(
        "the baseline \(shown) holds nothing of jobs-audit",
        hint: "write it with 'jobs-audit iam … -o ndjson > baseline'")
    }
    self.known = known
  }

  func holds(_ finding: Finding) -> Bool { known.contains(finding.fingerprint) }
}
