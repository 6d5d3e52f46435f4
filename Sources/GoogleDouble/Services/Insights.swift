/// What Google sees and advises (recommender.v1, revision 20261101): what tests put there.
enum Insights {
  static let insights = ResourceKind(
    collection: "recommender.projects.locations.insightTypes.insights", type: "google.cloud.recommender.v1.Insight")

  static let recommendations = ResourceKind(
    collection: "recommender.projects.locations.recommenders.recommendations",
    type: "google.cloud.recommender.v1.Recommendation")
}
