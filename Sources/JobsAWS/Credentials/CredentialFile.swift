import JobsCloud
import JobsCore

/// A file with a token in it.
enum CredentialFile {
  /// Longer files are refused, in bytes.
  static let limit = 64 << 10

  /// The text without white space at its ends.
  ///
  /// - Parameter what: what messages call the file; they never repeat what stands in it.
  static func text(_ path: String, what: String) throws(CloudFailure) -> String {
    let bytes: [UInt8]?
    do throws(Failure) {
      bytes = try AWSFile.read(path, limit: limit, hint: "let this user read it")
    } catch {
      throw .credentials(error)
    }
    guard let bytes else {
      throw .credentials("\(what) is not there", hint: "is it where the variable or profile says?")
    }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 1 else {
      throw .credentials("\(what) holds no token", hint: "look whether it is the right file")
    }
    return String(words[0])
  }
}
