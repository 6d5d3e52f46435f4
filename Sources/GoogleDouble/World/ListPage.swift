/// A page of a list, in the shape of the method's answer.
struct ListPage {
  private let call: APICall
  private let pages: (usual: Int, most: Int)
  private let settings: Settings

  init(_ call: APICall, pages: (usual: Int, most: Int), _ settings: Settings) {
    self.call = call
    self.pages = pages
    self.settings = settings
  }

  /// - Parameters:
  ///   - all: what the list is of, all pages of it.
  ///   - value: makes the value of one.
  /// - Throws: for a token of another list, and for a size below 0.
  func answer<Element>(_ all: [Element], _ value: (Element) -> JSONValue) throws(APIError) -> JSONValue {
    let asked = call.number("pageSize")
    guard asked >= 0 else { throw .invalid("The page size must not be negative.", field: "page_size") }
    let list = "\(call.method.id) \(call.target)"
    let start = try PageToken(call.query("pageToken"), of: list).offset
    var size = min(asked == 0 ? pages.usual : asked, pages.most)
    if let limit = settings.pageLimit { size = min(size, limit) }
    // A page may be empty and not be the last; clients that stop there lose the rest.
    let isEmptyFirst = settings.hasEmptyPages && start == 0 && all.count > size && call.query("pageToken") == nil
    let end = isEmptyFirst ? 0 : min(start + size, all.count)
    var answer: JSONValue = [:]
    let elements = start < end ? all[start..<end].map(value) : []
    if !elements.isEmpty { answer[key] = .list(elements) }
    if end < all.count { answer["nextPageToken"] = .string(PageToken.text(offset: end, of: list)) }
    return answer
  }

  /// The field of the answer that has the list: the one whose elements are objects of the API.
  private var key: String {
    let properties = call.method.document.message(call.method.response)?.properties ?? [:]
    return properties.first { property in
      if case .list(.reference) = property.value.schema { true } else { false }
    }?.key ?? "items"
  }
}
