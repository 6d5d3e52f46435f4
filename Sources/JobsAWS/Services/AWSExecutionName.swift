/// What an execution in AWS is called: the ARN of a task or of a job, and for a function that of the function with the id of
/// the request behind it, since Lambda has no name for a run.
///
///     arn:aws:ecs:eu-west-1:111122223333:task/batch/0f9d…
///     arn:aws:batch:eu-west-1:111122223333:job/8f5c…
///     arn:aws:lambda:eu-west-1:111122223333:function:acme-prod-report/8f5c…
package struct AWSExecutionName: Hashable, Sendable {
  package enum Service: String, Sendable { case lambda, ecs, batch }

  package var service: Service
  package var region: String
  package var account: String
  /// The function or the cluster; empty for a job of Batch, whose queue does not stand in its name.
  package var home: String
  /// The id by which it is known there; of a task of an array of Batch with its number behind a colon.
  package var id: String

  package init(_ service: Service, region: String, account: String, home: String = "", id: String) {
    self.service = service
    self.region = region
    self.account = account
    self.home = home
    self.id = id
  }

  /// Reads a name; nil for what is none, or could lead elsewhere.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "arn", parts[1] == "aws" || parts[1].hasPrefix("aws-"),
      let service = Service(rawValue: parts[2]), Self.isWord(parts[3]), parts[4].utf8.count == 12,
      parts[4].utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let steps = parts[5].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let home: String
    switch service {
    case .lambda:
      let function = "function:"
      guard steps.count == 2, steps[0].hasPrefix(function) else { return nil }
      home = String(steps[0].dropFirst(function.count))
    case .ecs:
      guard steps.count == 3, steps[0] == "task" else { return nil }
      home = steps[1]
    case .batch:
      guard steps.count == 2, steps[0] == "job" else { return nil }
      home = ""
    }
    let id = steps[steps.count - 1]
    let plain = service == .batch ? id.replacing(":", with: "") : id
    guard Self.isWord(plain), service == .batch || Self.isWord(home) else { return nil }
    self.init(service, region: parts[3], account: parts[4], home: home, id: id)
  }

  package var text: String {
    let head = "arn:\(AWSPartition.of(region: region).id):\(service.rawValue):\(region):\(account)"
    return switch service {
    case .lambda: "\(head):function:\(home)/\(id)"
    case .ecs: "\(head):task/\(home)/\(id)"
    case .batch: "\(head):job/\(id)"
    }
  }

  private static func isWord(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}
