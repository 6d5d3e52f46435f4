import JobsCore

/// Packages of Artifact Registry with their versions and tags, as the images of their repository have them
/// (artifactregistry.v1, revision 20261031).
enum RepositoryVersions {
  private static let collection = "artifactregistry.projects.locations.repositories.packages"

  static let handlers: [String: Methods.Handler] = [
    "\(collection).list": { call, world throws(APIError) in
      let images = try images(in: call.target, world)
      var names: [String] = []
      for image in images where !names.contains(image.package) { names.append(image.package) }
      return try ListPage(call, pages: (100, 1000), world.settings).answer(names) { name in
        ["name": .string("\(call.target)/packages/\(name)")]
      }
    },
    "\(collection).tags.list": { call, world throws(APIError) in
      let tags = try tags(of: call.target, world)
      return try ListPage(call, pages: (100, 1000), world.settings).answer(tags) { $0 }
    },
    "\(collection).tags.get": { call, world throws(APIError) in
      let package = ResourceName.parent(of: call.target)
      guard let tag = try tags(of: package, world).first(where: { $0["name"]?.string == call.target }) else {
        throw .notFound(call.target)
      }
      return tag
    },
    "\(collection).versions.list": { call, world throws(APIError) in
      let versions = try versions(of: call.target, world)
      return try ListPage(call, pages: (100, 1000), world.settings).answer(versions) { $0 }
    },
    "\(collection).versions.get": { call, world throws(APIError) in
      let package = ResourceName.parent(of: call.target)
      guard let version = try versions(of: package, world).first(where: { $0["name"]?.string == call.target }) else {
        throw .notFound(call.target)
      }
      return version
    },
  ]

  private struct Image {
    var package: String
    var digest: String
    var value: JSONValue
  }

  private static func images(in repository: String, _ world: World) throws(APIError) -> [Image] {
    _ = try world.resource(.artifactregistry, repository)
    let names = world.stores[.artifactregistry]?.names(in: "\(repository)/dockerImages") ?? []
    return names.compactMap { name in
      let parts = ResourceName.id(of: name).split(separator: "@")
      guard parts.count == 2, let value = world.stores[.artifactregistry]?[name]?.value else { return nil }
      return Image(package: String(parts[0]), digest: String(parts[1]), value: value)
    }
  }

  /// Those of a package, by its name.
  private static func images(of package: String, _ world: World) throws(APIError) -> [Image] {
    let id = ResourceName.id(of: package)
    return try images(in: ResourceName.parent(of: package), world).filter { $0.package == id }
  }

  private static func tags(of package: String, _ world: World) throws(APIError) -> [JSONValue] {
    try images(of: package, world).flatMap { image in
      (image.value["tags"]?.list ?? []).compactMap(\.string).map { tag in
        [
          "name": .string("\(package)/tags/\(tag)"), "version": .string("\(package)/versions/\(image.digest)"),
        ]
      }
    }
  }

  private static func versions(of package: String, _ world: World) throws(APIError) -> [JSONValue] {
    try images(of: package, world).map { image in
      var version: JSONValue = ["name": .string("\(package)/versions/\(image.digest)")]
      version["createTime"] = image.value["uploadTime"]
      return version
    }
  }
}
