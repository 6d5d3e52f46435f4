import Glibc

/// Standard input, output and error, which a careless caller may have closed.
package enum StandardStreams {
  /// Fills the numbers 0 to 2 where they are free, to be called before anything is opened.
  ///
  /// Otherwise the first file that is opened, such as a database, would become standard output. What is opened in their
  /// place cannot be written to, so that a closed standard output is an error and not a success.
  package static func fill() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is the one that was found to be free.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Whether something can be written to a descriptor at all.
  package static func isWritable(_ descriptor: Int32) -> Bool {
    let flags = fcntl(descriptor, F_GETFL)
    return flags >= 0 && flags & O_ACCMODE != O_RDONLY
  }
}
