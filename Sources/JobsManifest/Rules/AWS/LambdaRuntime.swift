/// A runtime of Lambda, with the days on which it comes to its end: `2026-10-31`, and nil for those that nobody has named.
package struct LambdaRuntime: Sendable, Hashable {
  package let name: String
  /// From when it gets no more patches.
  package let deprecated: String?
  /// From when no function is made with it.
  package let noNew: String?
  /// From when no function of it is changed.
  package let noChange: String?
  package let successor: String?

  private init(
    _ name: String, deprecated: String? = nil, noNew: String? = nil, noChange: String? = nil, successor: String? = nil
  ) {
    self.name = name
    self.deprecated = deprecated
    self.noNew = noNew
    self.noChange = noChange
    self.successor = successor
  }

  package static func named(_ name: String) -> LambdaRuntime? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// What it is started with where nobody says; nil where that has to be said.
  package var usualHandler: String? { name.hasPrefix("provided") ? "bootstrap" : nil }

  /// Those of the model of Lambda in botocore 1.44.5, and the days of cfn-lint 1.58.0 (`LmbdRuntimeLifecycle.json`), which has
  /// them of docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html; both of 2026-11.
  private static let all: [LambdaRuntime] = [
    .init("dotnet10", deprecated: "2028-11-14", noNew: "2028-12-14", noChange: "2029-01-15", successor: nil),
    .init("dotnet6", deprecated: "2024-12-20", noNew: "2027-02-01", noChange: "2027-03-03", successor: "dotnet10"),
    .init("dotnet8", deprecated: "2026-11-10", noNew: "2027-02-01", noChange: "2027-03-03", successor: "dotnet10"),
    .init("dotnet9", deprecated: "2026-11-10", noNew: nil, noChange: nil, successor: "dotnet10"),
    .init(
      "dotnetcore1.0", deprecated: "2019-06-27", noNew: "2019-06-30", noChange: "2019-07-30", successor: "dotnet10"),
    .init(
      "dotnetcore2.0", deprecated: "2019-05-30", noNew: "2019-04-30", noChange: "2019-05-30", successor: "dotnet10"),
    .init(
      "dotnetcore2.1", deprecated: "2022-01-05", noNew: "2022-01-05", noChange: "2022-04-13", successor: "dotnet10"),
    .init(
      "dotnetcore3.1", deprecated: "2023-04-03", noNew: "2023-04-03", noChange: "2023-05-03", successor: "dotnet10"),
    .init("go1.x", deprecated: "2024-01-08", noNew: "2024-02-08", noChange: "2027-03-03", successor: "provided.al2023"),
    .init("java11", deprecated: "2027-06-30", noNew: "2027-07-31", noChange: "2027-08-31", successor: "java25"),
    .init("java11.al2023"),
    .init("java17", deprecated: "2027-06-30", noNew: "2027-07-31", noChange: "2027-08-31", successor: "java25"),
    .init("java17.al2023"),
    .init("java21", deprecated: "2029-06-30", noNew: "2029-07-31", noChange: "2029-08-31", successor: "java25"),
    .init("java25", deprecated: "2029-06-30", noNew: "2029-07-31", noChange: "2029-08-31", successor: nil),
    .init("java8", deprecated: "2024-01-08", noNew: "2024-02-08", noChange: "2027-03-03", successor: "java25"),
    .init("java8.al2", deprecated: "2027-06-30", noNew: "2027-07-31", noChange: "2027-08-31", successor: "java25"),
    .init("java8.al2023"),
    .init("nodejs", deprecated: "2016-08-30", noNew: "2016-09-30", noChange: "2016-10-31", successor: "nodejs24.x"),
    .init("nodejs10.x", deprecated: "2021-07-30", noNew: "2021-07-30", noChange: "2022-02-14", successor: "nodejs24.x"),
    .init("nodejs12.x", deprecated: "2023-03-31", noNew: "2023-03-31", noChange: "2023-04-30", successor: "nodejs24.x"),
    .init("nodejs14.x", deprecated: "2023-12-04", noNew: "2024-01-09", noChange: "2027-03-03", successor: "nodejs24.x"),
    .init("nodejs16.x", deprecated: "2024-06-12", noNew: "2027-02-01", noChange: "2027-03-03", successor: "nodejs24.x"),
    .init("nodejs18.x", deprecated: "2025-09-01", noNew: "2027-02-01", noChange: "2027-03-03", successor: "nodejs24.x"),
    .init("nodejs20.x", deprecated: "2026-04-30", noNew: "2027-02-01", noChange: "2027-03-03", successor: "nodejs24.x"),
    .init("nodejs22.x", deprecated: "2027-04-30", noNew: "2027-06-01", noChange: "2027-07-01", successor: "nodejs24.x"),
    .init("nodejs24.x", deprecated: "2028-04-30", noNew: "2028-06-01", noChange: "2028-07-01", successor: nil),
    .init("nodejs26.x"),
    .init("nodejs4.3", deprecated: "2020-03-05", noNew: "2020-02-03", noChange: "2020-03-05", successor: "nodejs24.x"),
    .init(
      "nodejs4.3-edge", deprecated: "2020-03-05", noNew: "2019-03-31", noChange: "2019-04-30", successor: "nodejs24.x"),
    .init("nodejs6.10", deprecated: "2019-08-12", noNew: "2019-07-12", noChange: "2019-08-12", successor: "nodejs24.x"),
    .init("nodejs8.10", deprecated: "2020-03-06", noNew: "2020-02-04", noChange: "2020-03-06", successor: "nodejs24.x"),
    .init(
      "provided", deprecated: "2024-01-08", noNew: "2024-02-08", noChange: "2027-03-03", successor: "provided.al2023"),
    .init(
      "provided.al2", deprecated: "2026-07-31", noNew: "2027-02-01", noChange: "2027-03-03",
      successor: "provided.al2023"),
    .init("provided.al2023", deprecated: "2029-06-30", noNew: "2029-07-31", noChange: "2029-08-31", successor: nil),
    .init("python2.7", deprecated: "2021-07-15", noNew: "2021-07-15", noChange: "2022-05-30", successor: "python3.14"),
    .init("python3.10", deprecated: "2026-10-31", noNew: "2027-02-01", noChange: "2027-03-03", successor: "python3.14"),
    .init("python3.11", deprecated: "2027-06-30", noNew: "2027-07-31", noChange: "2027-08-31", successor: "python3.14"),
    .init("python3.12", deprecated: "2028-10-31", noNew: "2028-11-30", noChange: "2029-01-10", successor: "python3.14"),
    .init("python3.13", deprecated: "2029-06-30", noNew: "2029-07-31", noChange: "2029-08-31", successor: "python3.14"),
    .init("python3.14", deprecated: "2029-06-30", noNew: "2029-07-31", noChange: "2029-08-31", successor: nil),
    .init("python3.15"),
    .init("python3.6", deprecated: "2022-07-18", noNew: "2022-07-18", noChange: "2022-08-29", successor: "python3.14"),
    .init("python3.7", deprecated: "2023-12-04", noNew: "2024-01-09", noChange: "2027-03-03", successor: "python3.14"),
    .init("python3.8", deprecated: "2024-10-14", noNew: "2027-02-01", noChange: "2027-03-03", successor: "python3.14"),
    .init("python3.9", deprecated: "2025-12-15", noNew: "2027-02-01", noChange: "2027-03-03", successor: "python3.14"),
    .init("ruby2.5", deprecated: "2021-07-30", noNew: "2021-07-30", noChange: "2022-03-31", successor: "ruby4.0"),
    .init("ruby2.7", deprecated: "2023-12-07", noNew: "2024-01-09", noChange: "2027-03-03", successor: "ruby4.0"),
    .init("ruby3.2", deprecated: "2026-03-31", noNew: "2027-02-01", noChange: "2027-03-03", successor: "ruby4.0"),
    .init("ruby3.3", deprecated: "2027-03-31", noNew: "2027-04-30", noChange: "2027-05-31", successor: "ruby4.0"),
    .init("ruby3.4", deprecated: "2028-03-31", noNew: "2028-04-30", noChange: "2028-05-31", successor: "ruby4.0"),
    .init("ruby4.0", deprecated: "2029-03-31", noNew: "2029-04-30", noChange: "2029-05-31", successor: nil),
  ]
}
