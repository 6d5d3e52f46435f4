import JobsArchive

/// The directory of a zip archive that others made.
func fuzzArchive(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  Property.inTime(bytes: count) {
    do throws(ZipDirectory.Fault) {
      let directory = try ZipDirectory(bytes)
      Property.hold(directory.count > 0 && directory.count <= count / 46, "each file has a place in the directory")
      Property.hold(directory.size >= 0, "nothing is less than empty")
    } catch {
      Property.hold(error.message.utf8.count < 200, "a message is short", error.message)
    }
  }
  return 0
}
