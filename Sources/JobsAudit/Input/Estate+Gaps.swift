/// What of the input is missing, or could not be judged.
extension Estate {
  /// What was not judged, and why, once all was read.
  package var notEvaluated: [String] {
    var words = remarks + unread.words
    if !accounts.isEmpty {
      words += unboundWords
      if !accounts.values.contains(where: \.hasSessions) {
        words.append(
          "what sessions of AWS are limited to as they begin (session policies): it is in no account's details; give it by"
            + " --session-policy")
      }
      if workloads.all.isEmpty {
        words.append(
          "as whom functions, tasks, jobs and schedules of AWS run: it is not in the details of an account; add what"
            + " 'aws lambda list-functions' and the like say")
      }
      words.append(
        resourcePolicies.isEmpty
          ? "policies of AWS resources (buckets, keys, queues): they are not in the details of an account"
          : "policies of AWS resources that are not in the input")
      for number in accountOrder {
        let missing = accounts[number]?.missing ?? []
        for policy in Set(missing.map(\.policy)).sorted() {
          let holders = missing.count { $0.policy == policy }
          words.append("'\(policy)', which \(holders) of account \(number) have: its text is not in the input")
        }
      }
    }
    words += workloads.words(without: Set(accounts.keys))
    if accounts.isEmpty, emptyPages > 0 {
      words.append("an account: its details name no user, group, role or policy")
    }
    if let strangers {
      words.append(
        "who \(strangers.first) is\(strangers.count > 1 ? ", and \(strangers.count - 1) members more" : ""): "
          + "members of this form are not known")
    }
    if lastPageIsTruncated { words.append("the rest of the account's details: the last page says that more follow") }
    let unmet = desired.unmet
    if !unmet.isEmpty {
      words.append("whether grants of manifests stand: the input has no policy of \(FewNames.quoted(unmet))")
    }
    if hasGooglePolicies {
      if !hasDenyPolicies { words.append("deny policies of Google: none is in the input") }
      words.append(
        hasMemberships
          ? "principal access boundaries of Google, and members of groups that the input does not tell"
          : "principal access boundaries and members of groups of Google: they are not in the input")
      words += unknownRoleWords
    }
    return words
  }

  /// Which kinds of an organisation's policies are not known of some account.
  private var unboundWords: [String] {
    let kinds = [
      accounts.values.allSatisfy { $0.organization != nil } ? nil : "SCP",
      accounts.values.allSatisfy { $0.resourceControls != nil } ? nil : "RCP",
    ].compactMap { $0 }
    guard !kinds.isEmpty else { return [] }
    return [
      "policies of the AWS organisation (\(kinds.joined(separator: ", "))): they are not in the input; give them by --scp"
    ]
  }

  private var unknownRoleWords: [String] {
    var words: [String] = []
    let custom = metRoles.filter { RoleCatalog.isCustom($0) && !roles.isKnown($0) }.sorted()
    if !custom.isEmpty {
      words.append(
        "what \(custom.count == 1 ? "a custom role holds" : "\(custom.count) custom roles hold"): "
          + "\(FewNames.quoted(custom)); add 'gcloud iam roles describe --format=json'")
    }
    let others = metRoles.filter { !RoleCatalog.isCustom($0) && !roles.isKnown($0) }.sorted()
    if !others.isEmpty {
      words.append(
        "\(others.count) predefined \(others.count == 1 ? "role" : "roles") of Google of which the data of"
          + " \(data.roles.date) know no permission to take identities over: \(FewNames.quoted(others))")
    }
    return words
  }

  /// Whether a part of the input is known to be missing, or could not be read.
  package var isPartlyRead: Bool { isIncomplete || lastPageIsTruncated || !unread.isEmpty }

  /// Whether something that was there to be judged could not be.
  package var hasGaps: Bool {
    isPartlyRead || strangers != nil
      || accounts.isEmpty && emptyPages > 0
      || !desired.unmet.isEmpty || accounts.values.contains { !$0.missing.isEmpty }
      || metRoles.contains { RoleCatalog.isCustom($0) && !roles.isKnown($0) }
  }
}
