import JobsCore

/// A folder that holds itself through a link.
package enum FolderLoop: Rule {
  package static let info = RuleInfo(
    "RD108", "folder-loop", .reading, .warning, summary: "a symbolic link to a folder above itself",
    page: """
      The link is not followed, since it would never end.
      """)
}
