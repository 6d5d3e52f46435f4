/// Classes of ASCII characters that names are made of.
extension UInt8 {
  @inline(__always) var isSmallLetter: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  @inline(__always) var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  @inline(__always) var isLetter: Bool { (self | 32).isSmallLetter }
  @inline(__always) var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// A letter, a digit or `_`.
  @inline(__always) var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
