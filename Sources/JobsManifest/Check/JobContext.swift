package import JobsCore
package import JobsCron

/// A job in one environment, as rules see it: values, the nodes they came from, and what surrounds them. Shared by a
/// hundred rules, on one thread.
package final class JobContext {
  package let format: Format
  package let tree: Tree
  package let root: Tree.ID
  package let job: Job
  package let sites: JobSites
  package let cloudRun: CloudRunNodes?
  package let view: EnvironmentView
  package let project: ProjectFile?
  /// One for each schedule of the job, in order.
  package let schedules: [ReadSchedule]
  package let zones: ZoneDatabase
  /// Seconds since the epoch.
  package let now: Int64
  package let path: String
  /// Whether something to be packed lies at a path, seen from the folder of the file; nil where nobody looks.
  package let isThere: ((String) -> Bool)?
  /// The first folder below the root of the manifests, if the file lies in one.
  package let folder: String?
  /// The images that are well formed and have their final names.
  private(set) lazy var images = JobImages.read(self)
  /// The sizes of the containers.
  private(set) lazy var sizes = TaskSize.all(of: self)

  init(
    format: Format, tree: Tree, root: Tree.ID, schedules: [ReadSchedule], decoded: consuming DecodedJob,
    view: EnvironmentView, options: CheckOptions, input: FileInput
  ) {
    self.format = format
    self.tree = tree
    self.root = root
    job = decoded.job
    sites = decoded.sites
    cloudRun = decoded.cloudRun
    self.schedules = schedules
    self.view = view
    project = options.project
    zones = options.zones
    now = options.now
    path = input.path
    isThere = Self.look(options, input)
    folder = input.folder
  }

  private static func look(_ options: CheckOptions, _ input: FileInput) -> ((String) -> Bool)? {
    guard let isCodeThere = options.isCodeThere, input.isOnDisk else { return nil }
    let folder = input.path.lastIndex(of: "/").map { String(input.path[...$0]) } ?? ""
    return { isCodeThere(folder + $0) }
  }

  /// Whether a node's text still waits for a variable, so that nothing can be said of it.
  package func isOpen(_ id: Tree.ID) -> Bool { Variables.isOpen(tree, id) }

  /// The text of a scalar that has its final value; nil for anything else.
  package func text(_ id: Tree.ID?) -> String? {
    guard let id, let text = tree.text(id), !Variables.isOpen(text) else { return nil }
    return text
  }

  /// Whether the job is for an environment that is protected, or called so.
  package var isProduction: Bool {
    if let environment = view.environment {
      return environment.isProtected || ["prod", "production"].contains(environment.name)
    }
    return ["prod", "production"].contains(job.env)
  }
}
