import CLibGit2

/// An object of libgit2 that is freed with its owner.
struct Owned: ~Copyable {
  typealias Free = @convention(c) (OpaquePointer?) -> Void

  let pointer: OpaquePointer
  private let free: Free

  /// - Parameter make: a constructor of libgit2, which fills in the pointer and returns an error code.
  init(free: @escaping Free, _ make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32) throws(GitError) {
    var made: OpaquePointer?
    try GitError.check(make(&made))
    guard let made else { throw GitError(code: GIT_ERROR.rawValue, message: "libgit2 made nothing") }
    pointer = made
    self.free = free
  }

  deinit { free(pointer) }
}
