/// Where a service is to be had: for all of them the places of Cloud Run.
enum Locations {
  static func answer(_ call: APICall, _ world: World) throws(APIError) -> JSONValue {
    switch call.method.action {
    case "get": return value(call.target)
    case "list":
      guard (call.query("filter") ?? "").isEmpty else { throw .unimplemented("\(call.method.id) with a filter") }
      let names = world.locations.filter { $0 != "global" }.map { "\(call.target)/locations/\($0)" }
      return try ListPage(call, pages: (100, 1000), world.settings).answer(names, value)
    default: throw .unimplemented(call.method.id)
    }
  }

  private static func value(_ name: String) -> JSONValue {
    ["name": .string(name), "locationId": .string(ResourceName.id(of: name))]
  }
}
