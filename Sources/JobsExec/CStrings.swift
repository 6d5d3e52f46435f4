/// An array of C strings with the null pointer at its end, as `execve` wants it, in one block of memory.
final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let bytes: UnsafeMutablePointer<CChar>

  init(_ strings: [[UInt8]]) {
    pointers = .allocate(capacity: strings.count + 1)
    bytes = .allocate(capacity: strings.reduce(1) { $0 + $1.count + 1 })
    var next = bytes
    for (index, string) in strings.enumerated() {
      pointers[index] = next
      for byte in string {
        next.pointee = CChar(bitPattern: byte)
        next += 1
      }
      next.pointee = 0
      next += 1
    }
    pointers[strings.count] = nil
  }

  deinit {
    pointers.deallocate()
    bytes.deallocate()
  }
}
