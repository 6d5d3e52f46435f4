import Glibc
import JobsCore
import JobsExec
import JobsStore

/// The folder of secrets on this host: one file a name, that not everybody may read.
struct SecretFolder {
  let path: String

  /// The option, then `JOBS_SECRETS`, then systemd's credentials, then `secrets` in the state folder.
  init(option: String?, _ environment: [String: String], _ state: StateDirectory) {
    let variable = ["JOBS_SECRETS", "CREDENTIALS_DIRECTORY"].compactMap { environment[$0] }.first { !$0.isEmpty }
    path = option ?? variable ?? "\(state.path)/secrets"
  }

  /// What a reference stands for, without the line break at its end.
  ///
  /// - Parameters:
  ///   - reference: `name` or `name:version`. A version says which one a cloud is asked for; here there is one.
  ///   - variable: whose value it becomes, for messages.
  func value(of reference: String, for variable: String) throws(LaunchFailure) -> String {
    let name =
      reference.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
    guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
      throw LaunchFailure(
        .application, 125, "the secret of '\(variable)' is '\(Terminal.visible(reference))', which names no file",
        hint: "a local job names its secrets 'name' or 'name:version'")
    }
    var bytes = try read("\(path)/\(name)", name, variable)
    if bytes.last == 10 { bytes.removeLast() }
    guard bytes.withUnsafeBufferPointer({ UTF8Check.firstInvalid($0, 0..<$0.count) }) == nil else {
      throw LaunchFailure(
        .application, 125, "the secret '\(name)' is no text, and cannot be the value of '\(variable)'",
        hint: "keep it encoded, such as by base64")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bytes; the kernel takes no longer variable than 128 KiB (`MAX_ARG_STRLEN` of execve(2)).
  private static let limit = 128 << 10

  /// The bytes of a file that others may not read.
  private func read(_ file: String, _ name: String, _ variable: String) throws(LaunchFailure) -> [UInt8] {
    let fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard fd >= 0 else {
      let code = errno
      throw LaunchFailure(
        code == EACCES ? .permission : .application, 125,
        "cannot read the secret '\(name)' for '\(variable)': \(systemMessage(code))",
        hint: "put its value into '\(file)' with mode 0600, or name another folder with --secrets")
    }
    defer { close(fd) }
    var status = stat()
    guard fstat(fd, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw LaunchFailure(.application, 125, "the secret '\(name)' for '\(variable)' is no file: '\(file)'")
    }
    guard status.st_mode & S_IROTH == 0 else {
      throw LaunchFailure(
        .permission, 125, "the secret '\(name)' for '\(variable)' may be read by everybody on this host",
        hint: "chmod o= '\(file)'; change the secret if others were here")
    }
    do throws(FileBytes.ReadError) {
      return try FileBytes.readAll(fd, expecting: 4096, limit: Self.limit)
    } catch {
      let why =
        if case .system(let code) = error { systemMessage(code) } else { "it is longer than \(Self.limit >> 10) KiB" }
      throw LaunchFailure(.application, 125, "cannot read the secret '\(name)' for '\(variable)': \(why)")
    }
  }
}
