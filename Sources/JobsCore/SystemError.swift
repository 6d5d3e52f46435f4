import Glibc

/// The operating system's words for an `errno`, in the manner of our messages: a small first letter, no full stop.
package func systemMessage(_ code: Int32 = errno) -> String {
  guard let words = strerror(code) else { return "error \(code)" }
  let text = String(cString: words)
  // 'I/O error' and 'RPC failed' keep their capitals.
  let second = text.utf8.dropFirst().first ?? 0
  guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second), let first = text.first else { return text }
  return first.lowercased() + text.dropFirst()
}
