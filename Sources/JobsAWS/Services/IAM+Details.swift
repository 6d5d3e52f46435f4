import JobsCloud
import JobsCore

/// Who is in an account and what they have.
extension IAM {
  /// All users, groups, roles and policies with all that belongs to them, page by page, each as an object of the shape that
  /// `aws iam get-account-authorization-details` writes.
  ///
  /// - Parameter take: takes each page, and the ARNs of the users and roles in it.
  func details(_ take: (_ page: [UInt8], _ principals: [String]) -> Void) async throws(CloudFailure) {
    let words = "read the details of the account"
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let reply = try await read(
        words, "GetAccountAuthorizationDetails", [("MaxItems", "200")] + (token.map { [("Marker", $0)] } ?? []))
      var json = JSONWriter()
      json.object { json in
        for key in ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"] {
          guard let list = reply[key] else { continue }
          json.key(key)
          DetailsShape.write(list, to: &json)
        }
        // The pages follow each other, so that none of them is cut off.
        json.member("IsTruncated", false)
      }
      let principals = ["UserDetailList", "RoleDetailList"].flatMap { key in
        reply.members(key).compactMap { $0.text("Arn") }
      }
      take(json.bytes, principals)
      return reply.text("IsTruncated") == "true" ? reply.text("Marker") : nil
    }
  }
}

/// How replies of IAM in XML become JSON, which tells apart what XML does not: lists, flags and numbers.
///
/// Source: the service's model of API version 2010-05-08 in botocore 1.44.5, 2026-11.
enum DetailsShape {
  private static let lists: Set<String> = [
    "UserDetailList", "GroupDetailList", "RoleDetailList", "Policies", "UserPolicyList", "GroupPolicyList",
    "RolePolicyList", "GroupList", "AttachedManagedPolicies", "Tags", "InstanceProfileList", "Roles",
    "PolicyVersionList",
  ]
  private static let flags: Set<String> = ["IsAttachable", "IsDefaultVersion"]
  private static let numbers: Set<String> = ["AttachmentCount", "PermissionsBoundaryUsageCount"]
  private static let documents: Set<String> = ["AssumeRolePolicyDocument", "PolicyDocument", "Document"]
  /// A structure, even where nothing is in it.
  private static let structures: Set<String> = ["RoleLastUsed", "PermissionsBoundary"]

  static func write(_ element: XMLElement, to json: inout JSONWriter) {
    if lists.contains(element.name) {
      json.beginArray()
      for item in element.children where item.name == "member" { write(item, to: &json) }
      json.endArray()
    } else if !element.children.isEmpty || structures.contains(element.name) {
      json.beginObject()
      for child in element.children {
        json.key(child.name)
        write(child, to: &json)
      }
      json.endObject()
    } else if flags.contains(element.name) {
      json.value(element.text == "true")
    } else if numbers.contains(element.name), let number = Int(element.text) {
      json.value(number)
    } else if documents.contains(element.name) {
      document(element.text, to: &json)
    } else {
      json.value(element.text)
    }
  }

  /// A policy as an object, as the command line has it; as the text that it is where that is no JSON.
  private static func document(_ text: String, to json: inout JSONWriter) {
    let bytes = IAM.document(text)
    var tree = Tree(source: bytes)
    if (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 64)) != nil {
      json.value(tree, Tree.root)
    } else {
      json.value(String(decoding: bytes, as: UTF8.self))
    }
  }
}
