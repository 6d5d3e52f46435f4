import JobsCore
import Testing

@testable import JobsGCP

/// Routes and the channels that serve them.
@Suite struct AlertChannelsTests {
  private static let folder = "projects/acme-prod/notificationChannels"

  private static func channels(_ all: [(id: Int, title: String)]) throws -> AlertChannels {
    var channels = AlertChannels()
    for one in all {
      let bytes = Array(#"{"name":"\#(folder)/\#(one.id)","displayName":"\#(one.title)"}"#.utf8)
      var tree = Tree(source: bytes)
      try JSONReader.parse(&tree, in: 0..<bytes.count)
      channels.add(tree, Tree.root)
    }
    return channels
  }

  @Test(arguments: [
    ([1, 2], ["oncall"]), ([2, 1], ["oncall"]), ([1], ["\(folder)/1"]), ([1, 2, 3], ["ops", "oncall"].sorted()),
    ([3, 9], ["ops", "\(folder)/9"]), ([4], ["\(folder)/4"]), ([], []),
  ])
  func `a route is told where all of its channels are`(_ told: [Int], _ routes: [String]) throws {
    let channels = try Self.channels([(1, "oncall"), (2, "oncall"), (3, "ops"), (4, "")])
    #expect(channels.routes(of: told.map { "\(Self.folder)/\($0)" }) == routes)
  }

  @Test func `a project's number stands for its id`() throws {
    let channels = try Self.channels([(1, "oncall")])
    #expect(channels.routes(of: ["projects/123456789012/notificationChannels/1"]) == ["oncall"])
  }

  @Test func `all channels of a route are told, each once, and a route without one is named`() throws {
    let channels = try Self.channels([(2, "oncall"), (1, "oncall")])
    let both = ["\(Self.folder)/1", "\(Self.folder)/2"]
    #expect(try channels.names(of: ["oncall", "\(Self.folder)/1"], inProject: "acme-prod") == both)
    let failure = #expect(throws: Failure.self) { try channels.names(of: ["ops"], inProject: "acme-prod") }
    #expect(failure?.message.contains("called 'ops'") == true && failure?.hint?.contains("--display-name=ops") == true)
  }
}
