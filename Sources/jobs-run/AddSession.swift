import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

/// One run of `add`: the manifest is made, put into its file, judged and written.
struct AddSession {
  private let command: AddCommand
  private let environment: [String: String]

  init(_ command: AddCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    // The name becomes a file's before the check sees it.
    guard NewManifest.isName(command.name) else {
      throw .usage(
        "'\(Terminal.visible(command.name))' cannot be the name of a job",
        hint: "use 1 to 63 of a-z, 0-9 and '-', with a letter or digit at both ends")
    }
    if let name = command.command.first, command.command.count == 1, name.isEmpty {
      throw .usage("the command is empty", hint: "write it behind '--'")
    }
  }

  func run() throws(Failure) -> ExitStatus {
    let folder = command.dir ?? "."
    let path =
      command.file ?? (folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/") + command.name + ".yaml"
    let (tenant, beside) = try surroundings(of: path)
    var job = Job(name: command.name)
    job.tenant = tenant
    var plan = EditPlan()
    plan.add(try step(path, job.id))
    return try EditSession(options: command.options, environment: environment, participle: "added").run(
      plan, beside: beside)
  }

  private func step(_ path: String, _ job: String) throws(Failure) -> EditPlan.Step {
    let manifest = manifest
    let act = AuditAct("add", of: job, [.init("file", path)] + parameters)
    let old: [UInt8]
    do throws(FileBytes.ReadError) {
      old = try FileBytes.read(path, limit: ReadingLimits().bytes)
    } catch .system(ENOENT) {
      return EditPlan.Step(job: job, file: path, kind: .create, old: [], new: manifest.bytes, act: act)
    } catch {
      throw .usage("cannot add to '\(Terminal.visible(path))': it is no file that can be read", hint: "name another")
    }
    guard command.file != nil else {
      throw .usage(
        "'\(Terminal.visible(path))' is there already",
        hint: "choose another name, or add to the file by --file '\(Terminal.visible(path))'")
    }
    do throws(EditRefusal) {
      let new = try manifest.appended(to: old, path: path)
      return EditPlan.Step(job: job, file: path, kind: .update, old: old, new: new, act: act)
    } catch {
      throw .usage(error.message, hint: error.hint)
    }
  }

  private var manifest: NewManifest {
    var manifest = NewManifest(name: command.name, command: command.command)
    manifest.schedule = command.schedule
    manifest.timezone = command.timezone
    manifest.labels = command.label.compactMap(AddCommand.pair)
    manifest.env = command.envVar.compactMap(AddCommand.pair)
    manifest.workingDirectory = command.workdir
    return manifest
  }

  private var parameters: [AuditAct.Parameter] {
    var all: [AuditAct.Parameter] = []
    if let schedule = command.schedule { all.append(.init("schedule", schedule)) }
    if let timezone = command.timezone { all.append(.init("timezone", timezone)) }
    all += command.label.compactMap(AddCommand.pair).map { .init("labels.\($0.name)", $0.value) }
    all += command.envVar.compactMap(AddCommand.pair).map { .init("env.\($0.name)", $0.value) }
    if let folder = command.workdir { all.append(.init("workingDir", folder)) }
    return all + [.init("command", command.command.joined(separator: " "))]
  }

  /// The tenant of jobs that name none, and what the file is judged with: the whole project, or the folder of the file
  /// where there is none, since a name has to be new in all of it.
  private func surroundings(of path: String) throws(Failure) -> (tenant: String?, paths: [String]) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .usage("there is no folder '\(Terminal.visible(folder))'", hint: "make it first")
    }
    let project = try ManifestInputs.find([folder]).project
    return (project?.tenant, [project?.folder ?? folder])
  }
}
