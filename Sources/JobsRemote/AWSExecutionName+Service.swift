import JobsAWS
import JobsCloud
import JobsCore

extension AWSExecutionName {
  /// Reads the name of an execution of one service.
  ///
  /// - Throws: a failure of `invalid` for one of another.
  init(_ execution: String, of service: Service) throws(CloudFailure) {
    guard let name = AWSExecutionName(execution), name.service == service else {
      throw CloudFailure(
        "find execution '\(Terminal.visible(execution))'",
        CloudFault(.invalid([]), why: "it is no name of \(service.words)'s"))
    }
    self = name
  }
}

extension AWSExecutionName.Service {
  fileprivate var words: String {
    switch self {
    case .lambda: "Lambda"
    case .ecs: "ECS"
    case .batch: "Batch"
    }
  }
}
