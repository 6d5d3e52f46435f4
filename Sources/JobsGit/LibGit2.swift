import CLibGit2
import JobsCore

/// The library as a whole.
enum LibGit2 {
  /// libgit2 counts its initialisations; this one serves the process to its end.
  private static let initialised: Int32 = git_libgit2_init()

  /// To be called before anything else of libgit2.
  static func start() throws(Failure) {
    guard initialised > 0 else { throw .world("cannot start libgit2: \(GitError(code: initialised).message)") }
  }

  /// The version that is linked: `1.5.1`.
  static var version: String {
    var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
    git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }
}
