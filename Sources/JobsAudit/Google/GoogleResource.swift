package import JobsCore

/// A resource of Google as an export tells of it: what there is to attack, and as whom it runs.
package struct GoogleResource: Sendable {
  /// The full name, such as `//run.googleapis.com/projects/p/locations/europe-west1/jobs/a`.
  package var name: String
  package var assetType: String
  /// From the nearest up: `projects/1`, `folders/2`, `organizations/3`.
  package var ancestors: [String]
  /// Addresses of the service accounts that it runs as, or calls others as.
  package var accounts: [String] = []
  /// The images that it runs, as they are written there.
  package var images: [String] = []
  /// Of a project its id, of a service account its address: what other places call it.
  package var otherName: String?
  /// Of a service account, in digits.
  package var uniqueID: String?
  package var location: Location
}

/// That somebody is in a group, or a group in another.
package struct GoogleMembership: Hashable, Sendable {
  /// By its address, or by its number as `groups/NUMBER`.
  package var group: GoogleMember
  package var member: GoogleMember
  /// From when on it is over; nil where it does not end.
  package var end: Instant?

  func isOver(at now: JudgedTime?) -> Bool {
    guard let end, let now else { return false }
    return end <= now.instant
  }
}

/// The address of a group that is otherwise named by its number.
package struct GroupName: Hashable, Sendable {
  /// `groups/NUMBER`.
  package var name: String
  package var group: GoogleMember

  init(_ name: String, address: String) {
    self.name = name
    group = GoogleMember("group:\(address.lowercased())")
  }
}

/// What the input tells of an organisation of Google, put aside for whoever needs all of it at once.
package struct GoogleEstate: Sendable {
  package var policies: [AllowPolicy] = []
  package var denials: [DenyPolicy] = []
  package var resources: [GoogleResource] = []
  package var memberships: [GoogleMembership] = []
  private var groupNames: [String: GoogleMember] = [:]

  package init() {}
}

/// One thing of Google that was read.
package enum GoogleItem: Sendable {
  case policy(AllowPolicy)
  case denial(DenyPolicy)
  case resource(GoogleResource)
  case membership(GoogleMembership)
  case groupName(GroupName)

  /// Whether what is judged as it passes has to be judged by it.
  package var isBeforehand: Bool {
    switch self {
    case .denial, .membership, .groupName: true
    case .policy, .resource: false
    }
  }
}

extension GoogleEstate {
  package mutating func add(_ item: GoogleItem) {
    switch item {
    case .policy(let policy): policies.append(policy)
    case .denial(let denial): denials.append(denial)
    case .resource(let resource): resources.append(resource)
    case .membership(let membership): memberships.append(membership)
    case .groupName(let name): groupNames[name.name] = name.group
    }
  }
}

extension GoogleEstate {
  /// Who is in which group at a time; those of a group that nobody names are left out.
  package func groupMembers(at now: JudgedTime?) -> GroupMembers {
    GroupMembers(namedMemberships.filter { !$0.isOver(at: now) })
  }

  /// With each group by its address; those of a group that nobody names are left out.
  package var namedMemberships: [GoogleMembership] {
    memberships.compactMap { membership in
      guard membership.group.kind != .group else { return membership }
      var named = membership
      guard let group = groupNames[membership.group.text] else { return nil }
      named.group = group
      return named
    }
  }

  /// Groups with members whose address nobody tells, by their numbers.
  package var namelessGroups: [String] {
    Set(memberships.filter { $0.group.kind != .group && groupNames[$0.group.text] == nil }.map(\.group.text)).sorted()
  }
}
