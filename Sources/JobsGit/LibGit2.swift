import CLibGit2
import JobsCore

/// The library as a whole.
enum LibGit2 {
  /// The file of the version whose headers this was built with; another one has other structures.
  private static let file = "libgit2.so.\(LIBGIT2_SOVERSION)"

  /// libgit2 counts its initialisations; this one serves the process to its end.
  private static let started: Result<Void, Failure> = {
    if let missing = clibgit2_load(file) {
      return .failure(
        .world(
          "cannot load libgit2, which reads the repository: \(String(cString: missing))",
          hint: "install the package of '\(file)', such as libgit2-\(LIBGIT2_SOVERSION) on Debian"))
    }
    let count = git_libgit2_init()
    return count > 0 ? .success(()) : .failure(.world("cannot start libgit2: \(GitError(code: count).message)"))
  }()

  /// Loads the library; to be called before anything else of libgit2.
  static func start() throws(Failure) { try started.get() }

  /// The version that is loaded: `1.5.1`.
  static var version: String {
    var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
    git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }
}
