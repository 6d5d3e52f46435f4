package import JobsCore

extension Repository {
  /// The bytes of a file as they were committed or staged; filters such as `autocrlf` are not applied.
  ///
  /// - Parameter limit: the size in bytes above which the blob is not read.
  /// - Throws: a failure if it is no file but a link or submodule, or if the blob is missing or broken.
  package func contents(of file: SnapshotFile, limit: Int) throws(Failure) -> BlobContents {
    switch file.kind {
    case .file: break
    case .symbolicLink: throw .usage("cannot read '\(file.path)' from Git: it is a symbolic link")
    case .submodule:
      throw .usage("cannot read '\(file.path)' from Git: it is a submodule", hint: "run the tool in the submodule")
    }
    do throws(GitError) {
      let size = try objects.size(ofBlob: file.oid)
      guard size <= limit else { return .tooLarge(size: size) }
      return .bytes(try objects.bytes(ofBlob: file.oid))
    } catch {
      throw error.failure("read '\(file.path)' from '\(place)'", at: place, shallow: isShallow)
    }
  }

  /// The bytes of a path in a snapshot.
  ///
  /// - Parameter limit: the size in bytes above which the blob is not read.
  /// - Throws: a failure if the snapshot has no such file, and as `contents(of:limit:)` of a file does.
  package func contents(of path: String, in snapshot: Snapshot, limit: Int) throws(Failure) -> BlobContents {
    guard let file = try file(at: path, in: snapshot) else {
      throw .usage("there is no file '\(path)' in \(snapshot.words) of '\(place)'")
    }
    return try contents(of: file, limit: limit)
  }

  /// The size of a file in bytes, from its header; 0 for a submodule.
  package func size(of file: SnapshotFile) throws(Failure) -> Int {
    guard file.kind != .submodule else { return 0 }
    do throws(GitError) {
      return try objects.size(ofBlob: file.oid)
    } catch {
      throw error.failure("read the size of '\(file.path)' from '\(place)'", at: place, shallow: isShallow)
    }
  }
}
