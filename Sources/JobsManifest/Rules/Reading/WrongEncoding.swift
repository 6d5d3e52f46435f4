import JobsCore

/// A file in another encoding than UTF-8.
package enum WrongEncoding: Rule {
  package static let info = RuleInfo(
    "RD104", "wrong-encoding", .reading, .error, summary: "a file in UTF-16 or UTF-32",
    page: """
      Manifests are UTF-8. Convert the file: 'iconv -f UTF-16 -t UTF-8 in.yaml > out.yaml'.
      """)
}
