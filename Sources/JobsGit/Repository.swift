import CLibGit2
import JobsCore

/// A Git repository that is only ever read: nothing here writes an index, a reference or an object.
///
/// HEAD and the index are read once, at first need, so that one run sees one state even while somebody commits. Paths
/// are relative to the working directory, with slashes and without `.` or `..`; lists are in the order of their bytes.
/// A name that is not UTF-8 is shown with replacement characters, and can be read through its `SnapshotFile` alone.
///
/// It belongs to one thread; a second thread discovers its own.
package final class Repository {
  let handle: Owned
  let objects: ObjectDatabase
  /// The index that git's environment names instead of the repository's own.
  let otherIndex: String?
  /// The real path of the folder that is checked out, without a slash at its end; nil for a bare repository.
  package let workingDirectory: String?
  /// The real path of the repository itself, without a slash at its end; for a worktree its own folder below the
  /// main one's `worktrees`.
  package let gitDirectory: String

  private var readHead: Result<Head?, Failure>?
  private var readIndex: Result<StagingIndex, Failure>?
  private var readModified: Result<Set<BytePath>, Failure>?
  private(set) lazy var ignoreRules = readIgnoreRules()

  /// - Parameter otherIndex: an absolute path.
  init(_ handle: consuming Owned, otherIndex: String?) throws(GitError) {
    func trimmed(_ path: UnsafePointer<CChar>) -> String {
      let text = String(cString: path)
      return text.utf8.count > 1 && text.utf8.last == slash ? String(text.dropLast()) : text
    }
    workingDirectory = git_repository_workdir(handle.pointer).map(trimmed)
    gitDirectory = trimmed(git_repository_path(handle.pointer))
    objects = try ObjectDatabase(handle.pointer)
    self.otherIndex = otherIndex
    self.handle = handle
  }

  /// Whether there is no working directory, as on a server.
  package var isBare: Bool { workingDirectory == nil }

  /// Whether older commits were left out when it was cloned.
  package var isShallow: Bool { git_repository_is_shallow(handle.pointer) == 1 }

  /// Where the user would run git.
  var place: String { workingDirectory ?? gitDirectory }

  /// The commit that is checked out, in 40 hexadecimal digits; nil before the first commit.
  ///
  /// - Throws: a failure if HEAD or its commit cannot be read.
  package var headCommit: String? {
    get throws(Failure) { try head()?.commit }
  }

  func head() throws(Failure) -> Head? {
    let result: Result<Head?, Failure>
    if let readHead {
      result = readHead
    } else {
      do throws(GitError) {
        result = .success(try Head.read(handle.pointer, objects))
      } catch {
        result = .failure(error.failure("read HEAD of '\(place)'", at: place, shallow: isShallow))
      }
      readHead = result
    }
    return try result.get()
  }

  func index() throws(Failure) -> StagingIndex {
    let result: Result<StagingIndex, Failure>
    if let readIndex {
      result = readIndex
    } else if isBare && otherIndex == nil {
      result = .failure(
        .usage("'\(place)' is a bare repository and has no index", hint: "run this in a clone, or name a revision"))
    } else {
      do throws(GitError) {
        result = .success(try StagingIndex(handle.pointer, file: otherIndex))
      } catch {
        result = .failure(error.failure("read the index of '\(place)'", at: place))
      }
    }
    readIndex = result
    return try result.get()
  }

  func modified() throws(Failure) -> Set<BytePath> {
    let result: Result<Set<BytePath>, Failure>
    if let readModified {
      result = readModified
    } else {
      do throws(Failure) {
        result = .success(Set(try status(untracked: false).map(BytePath.init)))
      } catch {
        result = .failure(error)
      }
    }
    readModified = result
    return try result.get()
  }
}
