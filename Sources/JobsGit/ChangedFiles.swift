/// What one state of the tree has and another has not.
package struct ChangedFiles: Sendable {
  /// Added, modified (mode or kind too) or renamed to here, as they are in the newer state.
  package var files: [SnapshotFile] = []
  /// Paths that are gone; of a rename, the old one.
  package var deleted: [String] = []
}
