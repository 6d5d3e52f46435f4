import JobsCore

/// A place of a cloud that could not be asked while others were.
package enum UnreadPlace: Rule {
  package static let info = RuleInfo(
    "PL101", "unread-place", .places, .error,
    summary: "a project, account or region that could not be read while others could",
    page: """
      'jobs-run runs', 'show', 'logs', 'cancel' and 'list --live' ask every place that the jobs of an environment are in, and
      so does 'jobs-deploy status'. Where one does not answer, the others are shown all the same, this record names the place
      and why, 'end' is not ok, and the status is 4. What is missing then is not known to be absent: a run that is not
      listed may be in the place that could not be read. Where no place could be read at all, the tool fails with status 3.
      """)
}
