import JobsAWS
import JobsCore

/// What the AWS room reads that others wrote: configuration files, replies in XML, and names of executions.
func fuzzAWS(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  Property.inTime(bytes: count) {
    switch data[0] & 3 {
    case 0: configuration(bytes, .config)
    case 1: configuration(bytes, .credentials)
    case 2: execution(String(decoding: bytes, as: UTF8.self))
    default: reply(bytes)
    }
  }
  return 0
}

/// Every profile that is listed is there, and a message repeats nothing of the file.
private func configuration(_ bytes: [UInt8], _ kind: AWSConfigFile.Kind) {
  do throws(Failure) {
    let file = try AWSConfigFile(bytes, kind: kind, name: "'file'")
    for name in file.profileNames {
      Property.hold(file.profile(name) != nil, "a profile that is listed is there", name)
    }
    Property.hold("\(file)".utf8.count < 64, "nothing of a file is printed")
  } catch {
    Property.hold(error.message.utf8.count < 120 && !error.message.contains("\n"), "a message is ours", error.message)
  }
}

/// What is a name is written as it was read, and leads nowhere else.
private func execution(_ text: String) {
  guard let name = AWSExecutionName(text) else { return }
  Property.hold(AWSExecutionName(name.text) == name, "a name that is written is read", name.text)
  Property.hold(!name.home.contains("/") && !name.id.contains("/"), "a name has no steps of its own", name.text)
}

/// What is read has one root, whose text is no longer than the reply.
private func reply(_ bytes: [UInt8]) {
  guard let root = try? XMLElement(bytes) else { return }
  Property.hold(root.wholeText.utf8.count <= bytes.count, "text comes from the reply")
}
