import JobsCore

/// Commands about keys of users of AWS, with their inverse. A key that was deleted cannot be made again, so it is switched off.
enum AccessKeyRemedy {
  /// Switches one key off.
  static func disabling(_ key: String, of user: String) -> Finding.Remedy {
    let words =
      "aws iam update-access-key --user-name \(ShellWord.quoted(user)) --access-key-id \(ShellWord.quoted(key)) --status"
    return Finding.Remedy(do: "\(words) Inactive", undo: "\(words) Active")
  }

  /// Switches those active keys of a user off that are as old as was judged: a credential report does not tell their ids.
  ///
  /// - Parameters:
  ///   - latest: when the youngest of them was made.
  ///   - cutoff: since when they have not been used; nil for whether or not they are.
  ///   - file: the name of the files, without its ending.
  static func disabling(
    keysOf user: String, madeBy latest: Instant, unusedSince cutoff: Instant? = nil, file: String
  ) -> Finding.Remedy {
    let name = ShellWord.quoted(user)
    let (made, found) = (ShellWord.quoted("\(file).made"), ShellWord.quoted("\(file).keys"))
    let age =
      ".AccessKeyMetadata[] | select(.Status == \"Active\" and .CreateDate[:19] <= \"\(latest.rfc3339.prefix(19))\") "
      + "| .AccessKeyId"
    var lines = [
      "aws iam list-access-keys --user-name \(name) --output json | jq -r \(ShellWord.quoted(age)) > \(cutoff == nil ? found : made)"
    ]
    if let cutoff {
      let use = "select((.AccessKeyLastUsed.LastUsedDate // \"\")[:19] < \"\(cutoff.rfc3339.prefix(19))\") | $key"
      lines.append(
        "while read -r key; do aws iam get-access-key-last-used --access-key-id \"$key\" --output json "
          + "| jq -r --arg key \"$key\" \(ShellWord.quoted(use)); done < \(made) > \(found)")
    }
    func each(_ status: String) -> String {
      "while read -r key; do aws iam update-access-key --user-name \(name) --access-key-id \"$key\" --status \(status); "
        + "done < \(found)"
    }
    return Finding.Remedy(do: (lines + [each("Inactive")]).joined(separator: "\n"), undo: each("Active"))
  }
}
