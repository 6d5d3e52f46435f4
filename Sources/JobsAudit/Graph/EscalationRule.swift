/// AP101.
enum EscalationRule {
  static let rule = AuditRule(
    "AP101", "escalation-path", .high,
    "Somebody can come to be somebody else, to have a hold of something, or to rule it all.",
    page: """
      Each step of the path is a way that is known and used: on AWS its number is that of pathfinding.cloud, on Google it is
      named by the permissions it needs. A path is proven where every step stands in the input, and possible where the named
      fact is missing. The cut is the fewest statements without which nobody who is named here gets there on any path; where
      more than 20 get there it is told for one of them by `--from`.
      """,
    source: "pathfinding.cloud at 84dd65c, and IAM, \"Roles for service account authentication\" (2026-11-21)",
    mending: .byHand(
      "which step of a path is one too many is for people to say: the cut names the fewest statements, and 'what-if --remove' tells what is left without them"
    ))
}
