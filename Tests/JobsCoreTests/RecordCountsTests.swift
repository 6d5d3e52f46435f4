import JobsCore
import Testing

@Suite("Counting records")
struct RecordCountsTests {
  @Test("Records are counted by type in the order of their first appearance, ends are not")
  func counts() {
    let text = "{\"type\":\"b\"}\n{\"type\":\"a\"}\n\n{\"type\":\"b\"}\n{\"type\":\"end\"}\n"
    let counts = RecordCounts(of: Array(text.utf8)).entries
    #expect(counts.map(\.type) == ["b", "a"])
    #expect(counts.map(\.count) == [2, 1])
    #expect(RecordCounts(of: []).entries.isEmpty)
  }
}
