import Testing

@testable import JobsRemote

@Suite struct RemoteRequestTests {
  @Test(
    "words of the manifest stand in place of a container's own, and those of one run behind them",
    arguments: [
      (nil, [], nil), (nil, ["x"], ["own", "x"]), (["a"], [], ["a"]), (["a"], ["x"], ["a", "x"]),
    ] as [([String]?, [String], [String]?)])
  func words(_ words: [String]?, _ arguments: [String], _ command: [String]?) {
    var request = RemoteRequest("a")
    request.words = words
    request.arguments = arguments
    #expect(request.command(over: ["own"]) == command)
  }

  @Test func `another image than the manifest's is said, and what else does not reach a run`() {
    var request = RemoteRequest("a")
    request.losses = ["'timeout' is not kept"]
    #expect(request.notes(image: "b") == ["'timeout' is not kept"])
    request.image = "a"
    #expect(request.notes(image: "a").count == 1 && request.notes(image: nil).count == 1)
    #expect(request.notes(image: "b").first == "it runs the image 'b' of its definition, and not that of its manifest")
  }
}
