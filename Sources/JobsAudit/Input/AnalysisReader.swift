import JobsCore

/// Reads what Policy Analyzer found (`gcloud asset analyze-iam-policy --format=json`): bindings, each with the resource that it
/// is attached to. They are a part of the policies, as far as was asked for.
enum AnalysisReader {
  struct Analysis {
    var policies: [AllowPolicy] = []
    var memberships: [GoogleMembership] = []
    /// What the analysis says that it did not look at.
    var gaps: [String] = []
  }

  static func recognises(_ tree: Tree) -> Bool {
    tree.value(Tree.root, "mainAnalysis") != nil || tree.value(Tree.root, "analysisResults") != nil
  }

  static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> Analysis {
    let answer = try ObjectFields(value.tree, "the answer")
    let main = try answer.object("mainAnalysis", "'mainAnalysis'") ?? answer
    let others = try answer.objects("serviceAccountImpersonationAnalysis", "an analysis")
    var analysis = Analysis()
    let explored = [try answer.bool("fullyExplored"), try main.bool("fullyExplored")]
    if explored.contains(false) {
      analysis.gaps.append("all of what Policy Analyzer was asked: its answer in '\(file)' is not fully explored")
    }
    for part in [main] + others {
      for error in try part.objects("nonCriticalErrors", "an error") {
        let cause = try error.text("cause") ?? "no cause is told"
        analysis.gaps.append("a part of Policy Analyzer's answer in '\(file)': \(Terminal.visible(cause))")
      }
      for result in try part.objects("analysisResults", "a result") {
        analysis.policies.append(try policy(result, value, file))
        for edge in try result.object("identityList", "'identityList'")?.objects("groupEdges", "an edge") ?? [] {
          let (group, member) = (try edge.required("sourceNode"), try edge.required("targetNode"))
          analysis.memberships.append(GoogleMembership(group: GoogleMember(group), member: GoogleMember(member)))
        }
      }
    }
    guard !analysis.policies.isEmpty || main.has("analysisQuery") else {
      throw answer.fail("the analysis has neither a query nor results")
    }
    return analysis
  }

  private static func policy(
    _ result: ObjectFields, _ value: ValueReader.Value, _ file: String
  ) throws(ShapeError) -> AllowPolicy {
    let resource = try result.required("attachedResourceFullName")
    guard resource.hasPrefix("//") else {
      throw result.fail("'\(Terminal.visible(String(resource.prefix(60))))' is no full name of a resource")
    }
    guard let binding = value.tree.value(result.id, "iamBinding") else {
      throw result.fail("a result of the analysis has no 'iamBinding'")
    }
    var reader = AllowPolicyReader(value, file: file)
    return try reader.policy(ofBinding: binding, on: resource)
  }
}
