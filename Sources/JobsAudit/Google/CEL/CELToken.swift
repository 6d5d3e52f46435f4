/// A word of CEL.
enum CELToken: Hashable {
  case identifier(String)
  case string(String)
  case int(Int64)
  case double(Double)
  /// `&&`, `(`, `.` and the like.
  case sign(String)
  case end
}
