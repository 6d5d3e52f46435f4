/// What is wrong with a row of a bill, and at which byte of the part of the file that it was read in.
struct BillFault: Error {
  /// 0-based.
  var offset: Int
  var message: String
  var hint: String?

  init(_ message: String, at offset: Int, hint: String? = nil) {
    self.message = message
    self.offset = offset
    self.hint = hint
  }
}
