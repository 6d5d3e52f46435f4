import JobsCloud
import JobsCore
import Testing

@Suite struct PageWalkTests {
  @Test func `every page is read once, empty ones among them, and an empty token is the end`() async throws {
    var asked: [String?] = []
    let next = ["": "a", "a": "b", "b": ""]
    try await PageWalk("list jobs").run { token throws(CloudFailure) in
      asked.append(token)
      return next[token ?? ""]
    }
    #expect(asked == [nil, "a", "b"])
  }

  @Test(arguments: [["a", "a"], ["a", "b", "a"], ["a", "b", "c", "b"]])
  func `a token that comes again is refused instead of read for ever`(tokens: [String]) async throws {
    var count = 0
    let failure = await #expect(throws: CloudFailure.self) {
      try await PageWalk("list jobs").run { _ throws(CloudFailure) in
        count += 1
        return tokens[count - 1]
      }
    }
    #expect(failure?.cause == .strangeAnswer && count == tokens.count)
    #expect(failure?.failure.message == "cannot list jobs: a page names one as the next that was read before")
  }

  @Test func `a list without an end is refused`() async throws {
    var count = 0
    let failure = await #expect(throws: CloudFailure.self) {
      try await PageWalk("list jobs", limit: 50).run { _ throws(CloudFailure) in
        count += 1
        return "page-\(count)"
      }
    }
    #expect(failure?.cause == .strangeAnswer && count == 50)
  }

  @Test func `the failure of a page is that of the walk`() async throws {
    let failure = await #expect(throws: CloudFailure.self) {
      try await PageWalk("list jobs").run { token throws(CloudFailure) in
        if token != nil { throw CloudFailure("read page", CloudFault(.throttled, why: "too many")) }
        return "a"
      }
    }
    #expect(failure?.call == "read page")
  }
}
