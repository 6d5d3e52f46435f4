import JobsCore

/// The CPU, memory and GPU of one container, with the nodes that say so.
struct TaskSize {
  /// Millicores; nil where nobody chose or the value waits for a variable.
  var cpu: Int?
  var memory: Int?
  var gpu: String?
  var cpuSite: Tree.ID?
  var memorySite: Tree.ID?
  var gpuSite: Tree.ID?
  /// Where to report if neither node exists.
  var site: Tree.ID

  /// Whether CPU or memory stands there, but cannot be judged.
  var isOpen: Bool { cpuSite != nil && cpu == nil || memorySite != nil && memory == nil }

  /// The sizes of a job's containers; of one in our own format, the job's.
  static func all(of job: JobContext) -> [TaskSize] {
    guard let nodes = job.cloudRun else { return [own(job)] }
    let tree = job.tree
    return nodes.containers.map { container in
      var size = TaskSize(site: container)
      guard let limits = tree.value(container, path: "resources", "limits") else { return size }
      size.cpuSite = tree.value(limits, "cpu")
      size.memorySite = tree.value(limits, "memory")
      size.gpuSite = tree.value(limits, "nvidia.com/gpu")
      size.cpu = size.cpuSite.flatMap { job.text($0) }.flatMap { Quantity.millicores($0) }
      size.memory = size.memorySite.flatMap { job.text($0) }.flatMap { Quantity.bytes($0) }
      size.gpu = size.gpuSite.flatMap { job.text($0) }
      return size
    }
  }

  private static func own(_ job: JobContext) -> TaskSize {
    var size = TaskSize(site: job.sites.target ?? job.jobSite)
    size.cpuSite = job.sites.cpu
    size.memorySite = job.sites.memory
    size.cpu = job.job.resources.cpuMillis
    size.memory = job.job.resources.memoryBytes
    if let gpu = job.job.resources.gpu, gpu > 0 {
      size.gpu = String(gpu)
      size.gpuSite = job.tree.value(job.root, path: "spec", "resources", "gpu")
    }
    return size
  }
}
