import JobsCore
import Testing

@testable import JobsAudit

@Suite("Whom deny rules name, and whom they spare")
struct DenyPrincipalTests {
  private static let pool = "iam.googleapis.com/projects/11/locations/global/workloadIdentityPools/github"
  private static let subject = "principal://\(pool)/subject/repo:acme/app:ref:refs/heads/main"
  private static let repository = "principalSet://\(pool)/attribute.repository/acme/app"
  private static let accounts = "principalSet://cloudresourcemanager.googleapis.com/projects/11/type/ServiceAccount"
  private static let account = "serviceAccount:job@acme.iam.gserviceaccount.com"

  private static func truth(denied: String, spared: [String] = [], _ member: String) -> Truth {
    let rule = DenyRule(
      principals: [DenyPrincipal(denied)], exceptPrincipals: spared.map { DenyPrincipal($0) },
      permissions: [Glob("iam.googleapis.com/*")], exceptPermissions: [], condition: nil, location: .start(of: "test"))
    let found = rule.takes(GooglePermission("iam.serviceAccounts.actAs"), from: [GoogleMember(member)]) { _ in
      (.yes, nil)
    }
    #expect((found.missing != nil) == (found.truth == .unknown), "\(found)")
    return found.truth
  }

  @Test(
    "a set holds whom it is known to hold, and may hold whose groups, attributes or project nobody told",
    arguments: [
      ("principalSet://\(pool)/*", subject, Truth.yes), ("principalSet://\(pool)/*", repository, .yes),
      (repository, repository, .yes), (repository, subject, .unknown),
      ("principalSet://\(pool)/group/ops", subject, .unknown),
      ("principalSet://\(pool)/group/ops", "principalSet://\(pool)/*", .unknown),
      (subject, "principal://\(pool)/subject/other", .no), (repository, "user:eve@acme.example", .no),
      ("principalSet://\(pool)2/*", subject, .no), ("principalSet://\(pool.dropLast())/*", subject, .no),
      (
        "principalSet://iam.googleapis.com/locations/global/workforcePools/staff/group/ops",
        "principal://iam.googleapis.com/locations/global/workforcePools/staff/subject/eve", .unknown
      ),
      (accounts, account, .unknown), (accounts, "user:eve@acme.example", .no),
      ("principalSet://goog/group/ops@acme.example", "user:eve@acme.example", .unknown),
      ("principalSet://goog/group/ops@acme.example", "allUsers", .no),
      ("principalSet://goog/cloudIdentityCustomerId/C1", "user:eve@acme.example", .unknown),
      ("principalSet://goog/cloudIdentityCustomerId/C1", account, .no),
      ("principalSet://goog/new/thing", "user:eve@acme.example", .unknown),
      ("principal://iam.googleapis.com/projects/-/serviceAccounts/job@acme.iam.gserviceaccount.com", account, .yes),
      ("deleted:principal://goog/subject/eve@acme.example?uid=1", "user:eve@acme.example", .no),
    ])
  func sets(denied: String, member: String, expected: Truth) {
    #expect(Self.truth(denied: denied, member) == expected)
    // Of many that it does not name all it may be some.
    let spared = expected == .no && GoogleMember(member).isMany ? Truth.unknown : expected.negated
    #expect(Self.truth(denied: "principalSet://goog/public:all", spared: [denied], member) == spared)
  }

  @Test(
    "many are not all denied where one of them may be spared",
    arguments: [
      ("group:eng@acme.example", "principal://goog/subject/ann@acme.example", Truth.unknown),
      ("group:eng@acme.example", "principalSet://goog/group/ops@acme.example", .unknown),
      ("domain:acme.example", "principal://goog/subject/ann@acme.example", .unknown),
      ("domain:acme.example", "principal://goog/subject/ann@other.example", .yes),
      ("allUsers", "principal://goog/subject/ann@acme.example", .unknown),
      ("principalSet://\(pool)/*", subject, .unknown),
      ("principalSet://\(pool)/*", "principal://goog/subject/ann@acme.example", .yes),
      (accounts, "principal://iam.googleapis.com/projects/-/serviceAccounts/a@b.iam.gserviceaccount.com", .unknown),
      (accounts, "principal://goog/subject/ann@acme.example", .yes),
      ("user:eve@acme.example", "principal://goog/subject/ann@acme.example", .yes),
      ("group:eng@acme.example", "deleted:principal://goog/subject/ann@acme.example?uid=1", .yes),
      ("group:eng@acme.example", "principalSet://goog/cloudIdentityCustomerId/C1", .unknown),
    ])
  func spared(member: String, exception: String, expected: Truth) {
    #expect(Self.truth(denied: "principalSet://goog/public:all", spared: [exception], member) == expected)
  }
}
