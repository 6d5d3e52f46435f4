import JobsCore
import JobsDeploy

/// Which resource of a place it is: `gcp.run/PROJECT/REGION/NAME`, `gcp.account/PROJECT/global/NAME`.
struct GoogleID: Hashable {
  enum Kind: String, CaseIterable {
    case run = "gcp.run"
    case scheduler = "gcp.scheduler"
    /// Who may start a job: `JOB/EMAIL`.
    case invoker = "gcp.run.invoker"
    /// Who may start a job with variables of its own choice: `JOB/EMAIL`.
    case executor = "gcp.run.executor"
    /// What starts a job for messages; it is called as the job.
    case workflow = "gcp.workflow"
    /// What starts a workflow for the messages of a topic.
    case trigger = "gcp.trigger"
    case topic = "gcp.topic"
    /// Who may publish to a topic: `TOPIC/EMAIL`.
    case publisher = "gcp.topic.publisher"
    /// Who may start workflows of the project, which have no policies of their own: `EMAIL`.
    case workflowInvoker = "gcp.workflow.invoker"
    case account = "gcp.account"
    /// Who may read a secret: `SECRET/EMAIL`.
    case accessor = "gcp.secret.accessor"
    /// An alert policy: `REGION/JOB/CAUSE`.
    case alert = "gcp.alert"
    /// What is counted from logs for an alert, which is called alike.
    case logMetric = "gcp.log.metric"
    /// Whom an alert tells: `ROUTE/CHANNEL`.
    case channel = "gcp.alert.channel"
    /// What becomes of images in a repository: `PROJECT/LOCATION/REPOSITORY/ENVIRONMENT`.
    case retention = "gcp.image.retention"

    /// The kind of the places that have it.
    var placeKind: String {
      switch self {
      case .run, .scheduler, .invoker, .executor, .workflow, .trigger: GoogleProvider.kind
      case .account, .accessor, .alert, .logMetric, .channel, .topic, .publisher, .workflowInvoker, .retention:
        GoogleProjectProvider.kind
      }
    }
  }

  var kind: Kind
  var name: String

  init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// nil for a resource of another place.
  init?(_ id: String, in place: Place) {
    for kind in Kind.allCases where kind.placeKind == place.kind {
      let prefix = GoogleID(kind, "").text(in: place)
      guard id.hasPrefix(prefix), id.utf8.count > prefix.utf8.count else { continue }
      self.init(kind, String(id.dropFirst(prefix.count)))
      return
    }
    return nil
  }

  func text(in place: Place) -> String { text(in: place.account, place.key) }

  /// Of what a project has once, whatever its regions.
  func text(inProject project: String) -> String { text(in: project, GoogleProjectProvider.key) }

  func text(inRegion region: String, ofProject project: String) -> String { text(in: project, region) }

  private func text(in account: String, _ key: String) -> String { "\(kind.rawValue)/\(account)/\(key)/\(name)" }

  /// What is said of a change that is for another place.
  static func isElsewhere(_ change: Change, _ place: Place) -> Failure {
    .usage("'\(Terminal.visible(change.id))' is not in \(place.name)", hint: "make the plan anew")
  }
}
