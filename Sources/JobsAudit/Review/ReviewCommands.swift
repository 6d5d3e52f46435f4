import JobsCore

/// The commands that carry a decision out, with their inverse.
///
/// `gcloud` reads a policy, changes it and writes it with its etag and version 3. What is within an identity of AWS is written
/// to a file before it is taken away, as it then stands. Of several commands each has a line: a shell that stops where one
/// fails goes on after one in front of `&&`.
package enum ReviewCommands {
  /// Takes a grant away; nil for one that is changed by hand.
  package static func revoking(_ item: ReviewItem) -> Finding.Remedy? {
    let name = ShellWord.quoted(String(item.resource.split(separator: "/").last ?? ""))
    switch item.kind {
    case .binding:
      let (binding, policy) = item.google
      return GoogleRemedy.removing(item.principal, binding, from: policy)
    case .attachment:
      guard let kind = item.identityKind else { return nil }
      let words = "--\(kind)-name \(name) --policy-arn \(ShellWord.quoted(item.grant))"
      return Finding.Remedy(
        do: "aws iam detach-\(kind)-policy \(words)", undo: "aws iam attach-\(kind)-policy \(words)")
    case .inline:
      guard let kind = item.identityKind else { return nil }
      let words = "--\(kind)-name \(name) --policy-name \(ShellWord.quoted(item.grant))"
      return Finding.Remedy(
        do:
          "aws iam get-\(kind)-policy \(words) --query PolicyDocument --output json > \(item.id).new\nmv \(item.id).new \(item.id).json\naws iam delete-\(kind)-policy \(words)",
        undo: "aws iam put-\(kind)-policy \(words) --policy-document file://\(item.id).json")
    case .membership where item.googleMembership != nil: return leaving(item)
    case .membership:
      let words = "--group-name \(ShellWord.quoted(item.grant)) --user-name \(name)"
      return Finding.Remedy(
        do: "aws iam remove-user-from-group \(words)", undo: "aws iam add-user-to-group \(words)")
    case .trust: return nil
    }
  }

  /// Takes somebody out of a group of Google. What they were there is written to a file before, and put back.
  private static func leaving(_ item: ReviewItem) -> Finding.Remedy {
    let names = [("group-email", item.grant), ("member-email", item.principal)].map { option, member in
      "--\(option)=\(ShellWord.quoted(String(GoogleMember(member).name)))"
    }.joined(separator: " ")
    let place = "gcloud identity groups memberships"
    // gcloud 528 adds a member with one role, and takes an end as the time that is left until then.
    let end =
      #".roles[].expiryDetail.expireTime | values | sub("[.][0-9]+"; "") | fromdate - now | floor | "--expiration=T\(.)S""#
    let roles = #".roles[].name | select(. != "MEMBER")"#
    return Finding.Remedy(
      do: """
        \(place) describe \(names) --format=json > \(item.id).new
        mv \(item.id).new \(item.id).json
        \(place) delete \(names) --quiet
        """,
      undo: """
        \(place) add \(names) $(jq -r '\(end)' \(item.id).json)
        jq -r '\(roles)' \(item.id).json | while read -r role; do \(place) modify-membership-roles \(names) --add-roles="$role" </dev/null; done
        """)
  }

  /// Lets a grant end at the beginning of a day; nil for one that can have no condition, or has one already. A policy within an
  /// identity of AWS gets the condition in each statement that allows; one that is attached is others' too.
  package static func limiting(_ item: ReviewItem, until day: String) -> Finding.Remedy? {
    if item.kind == .inline, let kind = item.identityKind.flatMap(AWSIdentity.Kind.init(rawValue:)) {
      return AWSRemedy.limiting(
        policy: item.grant, of: kind, name: String(item.resource.split(separator: "/").last ?? ""), until: day,
        file: item.id)
    }
    guard item.kind == .binding, item.condition == nil, !RoleCatalog.isBasic(item.grant),
      !GoogleMember(item.principal).isPublic
    else { return nil }
    let (binding, policy) = item.google
    return GoogleRemedy.limiting(item.principal, binding, from: policy, until: day)
  }
}

extension ReviewItem {
  fileprivate var google: (GoogleBinding, AllowPolicy) {
    let binding = GoogleBinding(
      role: grant, members: [GoogleMember(principal)], condition: condition, location: .start(of: resource))
    return (binding, AllowPolicy(resource: resource, bindings: [binding], location: .start(of: resource)))
  }

  /// `user`, `group` or `role` of an identity of AWS.
  fileprivate var identityKind: String? {
    let part = resource.split(separator: ":").last?.split(separator: "/").first
    return part.flatMap { AWSIdentity.Kind(rawValue: String($0))?.rawValue }
  }
}
