extension UInt64 {
  /// For each bit how many bits are set up to it, odd or even: where quotes are set, what lies between two of them.
  @inline(__always)
  var parity: UInt64 {
    var bits = self
    bits ^= bits << 1
    bits ^= bits << 2
    bits ^= bits << 4
    bits ^= bits << 8
    bits ^= bits << 16
    bits ^= bits << 32
    return bits
  }
}
