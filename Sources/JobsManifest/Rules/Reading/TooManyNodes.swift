import JobsCore

/// Too many nodes after alias expansion.
package enum TooManyNodes: Rule {
  package static let info = RuleInfo(
    "RD302", "too-many-nodes", .reading, .error, summary: "more than 1,000,000 nodes once aliases are expanded",
    page: """
      A few lines of aliases of aliases can stand for billions of nodes (an alias bomb). The document is given up.
      """)
}
