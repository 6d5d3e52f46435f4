import CLibCurl
import JobsCore

/// The library as a whole.
enum LibCurl {
  /// The version of libcurl's interface that has not changed since 2006.
  private static let file = "libcurl.so.4"

  private static let started: Result<Void, Failure> = {
    guard let missing = clibcurl_load(file) else { return .success(()) }
    return .failure(
      .world(
        "cannot load libcurl, which sends requests: \(String(cString: missing))",
        hint: "install the package of '\(file)', such as libcurl4 on Debian"))
  }()

  /// Loads the library; to be called before anything else of libcurl. It stays for as long as the process.
  static func start() throws(Failure) { try started.get() }
}
