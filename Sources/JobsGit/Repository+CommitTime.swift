import CLibGit2
package import JobsCore

extension Repository {
  /// When a commit was made, by the clock of who made it; nil where the repository does not have it.
  ///
  /// - Parameter id: 40 hexadecimal digits.
  package func time(ofCommit id: String) throws(Failure) -> Instant? {
    do throws(GitError) {
      var object = git_oid()
      try GitError.check(git_oid_fromstr(&object, id))
      return Instant(seconds: git_commit_time(try objects.commit(object).pointer))
    } catch {
      if error.isNotFound { return nil }
      throw error.failure("read the commit '\(id)' of '\(place)'", at: place, shallow: isShallow)
    }
  }
}
