import CLibGit2
import JobsCore

/// What libgit2 said when a call failed, before we know what the user wanted of it.
struct GitError: Error {
  /// A `GIT_E…` code; negative.
  let code: Int32
  /// libgit2's words: `object not found - no match for id (4f2a…)`.
  let message: String

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// Takes the words of this thread's last error.
  init(code: Int32) {
    let words = git_error_last().flatMap { $0.pointee.message.map { String(cString: $0) } }
    self.init(code: code, message: words ?? "libgit2 error \(code)")
  }

  /// Throws if a call of libgit2 returned an error code.
  static func check(_ code: Int32) throws(GitError) {
    guard code >= 0 else { throw GitError(code: code) }
  }

  var isNotFound: Bool { code == GIT_ENOTFOUND.rawValue }

  /// The failure of `action`, such as `read the index of '/srv/jobs'`, with git's own remedy where there is one.
  ///
  /// - Parameter place: the folder in which the user would run git.
  func failure(_ action: String, at place: String, shallow: Bool = false) -> Failure {
    .world("cannot \(action): \(message)", hint: remedy(at: place, shallow: shallow))
  }

  private func remedy(at place: String, shallow: Bool) -> String {
    let quoted = shellQuoted(place)
    if code == GIT_EOWNER.rawValue {
      return "if you trust its owner, run git config --global --add safe.directory \(quoted)"
    }
    if message.hasPrefix("unsupported extension") {
      return "libgit2 \(LibGit2.version) does not know this kind of repository; use a plain clone"
    }
    // Git alone writes folders into its index, and marks it with this extension.
    if message.contains("'sdir'") {
      return "libgit2 reads no sparse index; run git -C \(quoted) sparse-checkout reapply --no-sparse-index"
    }
    if isNotFound && shallow {
      return "the clone is shallow; run git -C \(quoted) fetch --deepen=100, or --unshallow"
    }
    return "run git -C \(quoted) fsck to see what is broken"
  }
}

/// A word as a POSIX shell reads it back, in single quotes.
func shellQuoted(_ word: String) -> String {
  var quoted = "'"
  for scalar in word.unicodeScalars {
    if scalar == "'" { quoted += #"'\''"# } else { quoted.unicodeScalars.append(scalar) }
  }
  return quoted + "'"
}
