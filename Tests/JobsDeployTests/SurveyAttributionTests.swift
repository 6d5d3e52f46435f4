import JobsDeploy
import Testing

@Suite struct SurveyAttributionTests {
  private static let fields = [Resource.Field("role", "r"), Resource.Field("owner", "a/b/job")]

  @Test func `what bears no mark is ours where the note has it, and that of others elsewhere`() {
    var applied = AppliedResources()
    applied["k/p/ours"] = Self.fields
    applied["k/p/gone"] = Self.fields
    applied["k/p/nameless"] = [Resource.Field("role", "r")]
    let survey = Survey(
      unmarked: ["ours", "theirs", "nameless"].map {
        Survey.Unmarked(id: "k/p/\($0)", name: "the binding '\($0)'", dependencies: ["k/p/base"])
      }
    ).attributed(by: applied)
    #expect(survey.unmarked.isEmpty)
    #expect(
      survey.owned == [
        LiveResource(
          id: "k/p/ours", owner: "a/b/job", fields: Self.fields, appliedDigest: nil, dependencies: ["k/p/base"])
      ])
    #expect(survey.foreign.map(\.id) == ["k/p/theirs", "k/p/nameless"])
  }
}
