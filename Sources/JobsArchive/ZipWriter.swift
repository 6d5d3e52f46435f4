/// A zip archive that says nothing but its content: no time, no owner, and of a file's mode whether it may be run.
///
/// Source: PKWARE's APPNOTE.TXT 6.3.10, 4.3 and 4.4; without what it calls Zip64.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// What an archive without Zip64 can name.
  static let entryLimit = 65_535

  mutating func add(_ entry: FolderEntry, _ content: [UInt8]) {
    let packed = Deflate.pack(content)
    let data = packed ?? content
    let name = Array(entry.path.utf8)
    let offset = bytes.count
    var fields: [UInt8] = []
    // Version 2.0; the name is UTF-8; deflated or stored; the first day that there is.
    fields.add16(20)
    fields.add16(name.allSatisfy { $0 < 128 } ? 0 : 1 << 11)
    fields.add16(packed == nil ? 0 : 8)
    fields.add16(0)
    fields.add16(1 << 5 | 1)
    fields.add32(Deflate.checksum(content))
    fields.add32(UInt32(data.count))
    fields.add32(UInt32(content.count))
    fields.add16(UInt16(name.count))
    fields.add16(0)
    bytes.add32(0x0403_4B50)
    bytes += fields + name + data
    directory.add32(0x0201_4B50)
    // Made as Unix does, so that the upper half of its attributes is the mode.
    directory.add16(3 << 8 | 20)
    directory += fields
    directory.add16(0)
    directory.add16(0)
    directory.add16(0)
    directory.add32(entry.kind.mode << 16)
    directory.add32(UInt32(offset))
    directory += name
    count += 1
  }

  mutating func finish() {
    let start = bytes.count
    bytes += directory
    bytes.add32(0x0605_4B50)
    bytes.add32(0)
    bytes.add16(UInt16(count))
    bytes.add16(UInt16(count))
    bytes.add32(UInt32(directory.count))
    bytes.add32(UInt32(start))
    bytes.add16(0)
  }
}

extension FolderEntry.Kind {
  fileprivate var mode: UInt32 {
    switch self {
    case .file(let isExecutable): isExecutable ? 0o100755 : 0o100644
    case .link: 0o120777
    }
  }
}

extension [UInt8] {
  fileprivate mutating func add16(_ value: UInt16) { for shift in [0, 8] { append(UInt8(value >> shift & 255)) } }

  fileprivate mutating func add32(_ value: UInt32) {
    for shift in [0, 8, 16, 24] { append(UInt8(value >> shift & 255)) }
  }
}
