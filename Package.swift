// swift-tools-version: 6.2
import PackageDescription

// The map of the house. A target imports only lower floors; a test reads the floors from
// `swift package dump-package`, and the build is run with `--explicit-target-dependency-import-check error`.

let strict = Context.environment["JOBS_STRICT"] == "1"

let house: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // A section for each function, so that the linker can leave it out or put it beside others.
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// Half of a static binary is sections that nothing refers to, if a tool's symbols are for itself alone. Addresses that
/// are set at start take a bit each instead of 24 bytes: lld knows how to write it, glibc since 2.36 how to read it. What is
/// called at usual work stands together (`.ci/packaging/order` lists it), so that less is mapped into memory with it.
let slim: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
      "-Xlinker", "--version-script=\(Context.packageDirectory)/.ci/packaging/no-exports.map",
      "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/.ci/packaging/functions.order",
      "-Xlinker", "--no-warn-symbol-ordering",
    ],
    .when(platforms: [.linux], configuration: .release))
]

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "jobs",
  products: [
    .executable(name: "jobs-validate", targets: ["jobs-validate"]),
    .executable(name: "jobs-run", targets: ["jobs-run"]),
    .executable(name: "jobs-deploy", targets: ["jobs-deploy"]),
    .executable(name: "jobs-cost", targets: ["jobs-cost"]),
    .executable(name: "jobs-audit", targets: ["jobs-audit"]),
    .executable(name: "jobs-launch", targets: ["CLaunch"]),
    .executable(name: "google-double", targets: ["google-double"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // MARK: System libraries

    /// libyaml's event API.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    /// SQLite, imported by JobsStore alone.
    .systemLibrary(name: "CLibSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    /// zlib, imported by JobsArchive alone.
    .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    /// Linux calls that Glibc's module leaves out.
    .systemLibrary(name: "CLinux"),
    /// The state file and the messages of the keeper, which CLaunch becomes; a header for both sides.
    .systemLibrary(name: "CKeeper"),
    /// Which of 64 bytes are what, as bits: inline functions that become few vector instructions.
    .systemLibrary(name: "CMasks"),
    /// libcurl, loaded at first need and imported by JobsNet alone.
    .target(name: "CLibCurl", cSettings: [.unsafeFlags(["-Wall", "-Wextra"])]),
    /// libgit2, loaded at first need and imported by JobsGit alone.
    .target(name: "CLibGit2", cSettings: [.unsafeFlags(["-Wall", "-Wextra"])]),

    // MARK: Floor 0

    /// Diagnostics, failures, records, NDJSON and JSON: what every tool speaks.
    .target(name: "JobsCore", swiftSettings: house),
    /// Cron dialects, time zones and fires; imports nothing.
    .target(name: "JobsCron", swiftSettings: house),

    // MARK: Floor 1

    /// Source → Tree → Job: formats, rules, the project file and the schema tables.
    .target(
      name: "JobsManifest",
      dependencies: ["JobsCore", "JobsCron", "CLibYAML", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: house),
    /// Sinks for records: human, JSON, SARIF, JUnit, GitHub.
    .target(name: "JobsReport", dependencies: ["JobsCore"], swiftSettings: house),
    /// gzip as it streams by, and folders as zip archives.
    .target(
      name: "JobsArchive",
      dependencies: ["JobsCore", "CLibZ", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: house),
    /// Events of other systems as they are delivered: envelopes of Pub/Sub, CloudEvents.
    .target(name: "JobsEvents", dependencies: ["JobsCore"], swiftSettings: house),
    /// The only room that imports libgit2.
    .target(name: "JobsGit", dependencies: ["JobsCore", "CLibGit2"], swiftSettings: house),
    /// The only room that opens a database; the audit log.
    .target(
      name: "JobsStore",
      dependencies: ["JobsCore", "CLibSQLite", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: house),
    /// A double of Google's APIs, for tests and rehearsals; in no tool that is installed.
    .target(
      name: "GoogleDouble",
      dependencies: [
        "JobsCore", "JobsCron", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ], swiftSettings: house),
    /// A small C program in libexec: session, user, limits and exec; and the keeper of a daemon's jobs.
    .executableTarget(name: "CLaunch", cSettings: [.unsafeFlags(["-Wall", "-Wextra"])]),

    // MARK: Floor 2

    /// The only room that starts processes.
    .target(name: "JobsExec", dependencies: ["JobsCore", "JobsStore", "CKeeper", "CLinux"], swiftSettings: house),
    /// When jobs are due, and what becomes of each due time: pure.
    .target(name: "JobsSchedule", dependencies: ["JobsCore", "JobsCron", "JobsManifest"], swiftSettings: house),
    /// The command line: common options, one entry point, exit statuses, finding inputs.
    .target(
      name: "JobsCommand", dependencies: ["JobsCore", "JobsCron", "JobsManifest", "JobsReport", "JobsGit", arguments],
      swiftSettings: house),
    /// Requests and responses of the web as values, and the seam to what sends them.
    .target(name: "JobsCloud", dependencies: ["JobsCore"], swiftSettings: house),
    /// What is to be made of the world: resources, comparison, plan and its file, and the order of acts; the seam to places.
    .target(
      name: "JobsDeploy",
      dependencies: ["JobsCore", "JobsManifest", "JobsStore", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: house),
    /// What jobs cost: prices, use, tiers and what is free, budgets: pure; and bills, which are read as they stream by.
    .target(
      name: "JobsCost", dependencies: ["JobsCore", "JobsCron", "JobsManifest", "JobsArchive", "CMasks"],
      swiftSettings: house),
    /// Who can do what as which identity: the policies of both clouds, and the rules over them: pure.
    .target(
      name: "JobsAudit",
      dependencies: [
        "JobsCore", "JobsCron", "JobsManifest", "JobsArchive", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    /// Manual pages from argument definitions and the tables of keys.
    .target(name: "JobsManual", dependencies: ["JobsCore", "JobsManifest", "JobsStore"], swiftSettings: house),

    // MARK: Floor 3

    /// Runs jobs when they are due, for as long as its host runs.
    .target(
      name: "JobsDaemon",
      dependencies: ["JobsCore", "JobsCron", "JobsManifest", "JobsStore", "JobsSchedule", "JobsExec", "CLinux"],
      swiftSettings: house),
    /// The only room with sockets: the transport, check-ins, metrics, words to the service manager.
    .target(
      name: "JobsNet", dependencies: ["JobsCore", "JobsStore", "JobsExec", "JobsCloud", "CLinux", "CLibCurl"],
      swiftSettings: house),

    /// Google Cloud: who calls, one file a service, and Cloud Run jobs with their schedules as resources.
    .target(
      name: "JobsGCP",
      dependencies: [
        "JobsCore", "JobsCron", "JobsManifest", "JobsCloud", "JobsDeploy",
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ], swiftSettings: house),
    /// Crontabs and units of systemd as resources.
    .target(
      name: "JobsHost", dependencies: ["JobsCore", "JobsCron", "JobsManifest", "JobsDeploy", "JobsExec"],
      swiftSettings: house),

    /// AWS: credentials, signatures, one file a service, and Lambda functions with their schedules as resources.
    .target(
      name: "JobsAWS",
      dependencies: [
        "JobsCore", "JobsCron", "JobsManifest", "JobsArchive", "JobsCloud", "JobsDeploy",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: house),

    // MARK: Floor 4

    /// The ways to the clouds: credentials, the network, and the programs that credentials name, put together.
    .target(
      name: "JobsPlaces",
      dependencies: ["JobsCore", "JobsExec", "JobsCloud", "JobsNet", "JobsGCP", "JobsAWS", arguments],
      swiftSettings: house),

    /// Jobs in clouds: starts them, follows them, cancels them, finds what ran.
    .target(
      name: "JobsRemote",
      dependencies: ["JobsCore", "JobsManifest", "JobsStore", "JobsExec", "JobsCloud", "JobsGCP", "JobsAWS"],
      swiftSettings: house),

    // MARK: Tools

    /// Reads manifests, finds every fault, hands on normalised jobs.
    .executableTarget(
      name: "jobs-validate",
      dependencies: ["JobsCore", "JobsCron", "JobsManifest", "JobsReport", "JobsCommand", arguments],
      swiftSettings: house,
      linkerSettings: slim),
    /// Runs jobs and shows what ran.
    .executableTarget(
      name: "jobs-run",
      dependencies: [
        "JobsCore", "JobsCron", "JobsManifest", "JobsReport", "JobsStore", "JobsSchedule", "JobsExec", "JobsCloud",
        "JobsCommand", "JobsDaemon", "JobsEvents", "JobsNet", "JobsGCP", "JobsAWS", "JobsPlaces", "JobsRemote",
        arguments,
      ], swiftSettings: house, linkerSettings: slim),
    /// Makes the world match the manifests.
    .executableTarget(
      name: "jobs-deploy",
      dependencies: [
        "JobsCore", "JobsCron", "JobsManifest", "JobsReport", "JobsStore", "JobsExec", "JobsCloud", "JobsDeploy",
        "JobsHost", "JobsGCP", "JobsAWS", "JobsNet", "JobsPlaces", "JobsRemote", "JobsGit", "JobsCommand", arguments,
      ], swiftSettings: house, linkerSettings: slim),
    /// Tells what jobs will cost.
    .executableTarget(
      name: "jobs-cost",
      dependencies: [
        "JobsCore", "JobsCron", "JobsManifest", "JobsReport", "JobsStore", "JobsSchedule", "JobsCloud", "JobsCost",
        "JobsCommand", "JobsGCP", "JobsAWS", "JobsPlaces", arguments,
      ], swiftSettings: house, linkerSettings: slim),
    /// Tells who can do what, and whether they should.
    .executableTarget(
      name: "jobs-audit",
      dependencies: [
        "JobsCore", "JobsManifest", "JobsReport", "JobsStore", "JobsCloud", "JobsCommand", "JobsDeploy", "JobsAudit",
        "JobsGCP", "JobsAWS", "JobsPlaces", arguments,
      ], swiftSettings: house, linkerSettings: slim),
    /// Answers as Google's APIs do, on this host; not installed.
    .executableTarget(
      name: "google-double", dependencies: ["JobsCore", "JobsCommand", "GoogleDouble", arguments], swiftSettings: house),
    /// Writes the pages of man/; not installed.
    .executableTarget(name: "generate-pages", dependencies: ["JobsCore", "JobsManual"], swiftSettings: house),

    // MARK: Tests

    /// What several test targets need: folders, numbers that a seed brings back, and the tools as users run them.
    .target(
      name: "TestSupport", dependencies: ["JobsCore", "JobsCloud"], path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(name: "JobsCoreTests", dependencies: ["TestSupport", "JobsCore"], swiftSettings: house),
    .testTarget(
      name: "JobsCronTests", dependencies: ["TestSupport", "JobsCore", "JobsCron"], exclude: ["Fixtures"],
      swiftSettings: house),
    .testTarget(
      name: "JobsManifestTests", dependencies: ["TestSupport", "JobsCore", "JobsCron", "JobsManifest"],
      swiftSettings: house),
    .testTarget(name: "JobsReportTests", dependencies: ["JobsCore", "JobsReport"], swiftSettings: house),
    .testTarget(
      name: "JobsGitTests", dependencies: ["TestSupport", "JobsCore", "JobsGit", "CLibGit2"], swiftSettings: house),
    .testTarget(name: "JobsStoreTests", dependencies: ["TestSupport", "JobsCore", "JobsStore"], swiftSettings: house),
    .testTarget(
      name: "JobsExecTests", dependencies: ["TestSupport", "JobsCore", "JobsExec", "JobsStore", "CKeeper", "CLaunch"],
      swiftSettings: house),
    .testTarget(
      name: "JobsScheduleTests", dependencies: ["TestSupport", "JobsCore", "JobsCron", "JobsManifest", "JobsSchedule"],
      swiftSettings: house),
    .testTarget(
      name: "JobsDaemonTests",
      dependencies: [
        "TestSupport", "JobsCore", "JobsCron", "JobsManifest", "JobsStore", "JobsSchedule", "JobsExec", "JobsDaemon",
        "CLaunch",
      ], swiftSettings: house),
    .testTarget(
      name: "JobsNetTests",
      dependencies: ["TestSupport", "JobsCore", "JobsStore", "JobsExec", "JobsCloud", "JobsNet", "CLinux"],
      swiftSettings: house),
    .testTarget(
      name: "JobsDeployTests",
      dependencies: ["TestSupport", "JobsCore", "JobsManifest", "JobsStore", "JobsDeploy"],
      swiftSettings: house),
    .testTarget(
      name: "JobsGCPTests",
      dependencies: [
        "TestSupport", "JobsCore", "JobsCron", "JobsManifest", "JobsEvents", "JobsCloud", "JobsDeploy", "JobsNet",
        "JobsGCP", "google-double", .product(name: "CryptoExtras", package: "swift-crypto"),
      ], swiftSettings: house),
    .testTarget(
      name: "JobsHostTests",
      dependencies: ["TestSupport", "JobsCore", "JobsCron", "JobsManifest", "JobsDeploy", "JobsHost"],
      swiftSettings: house),
    .testTarget(
      name: "JobsArchiveTests", dependencies: ["TestSupport", "JobsCore", "JobsArchive", "JobsExec"],
      swiftSettings: house),
    .testTarget(
      name: "JobsAWSTests",
      dependencies: [
        "TestSupport", "JobsCore", "JobsCron", "JobsManifest", "JobsArchive", "JobsExec", "JobsCloud", "JobsDeploy",
        "JobsNet",
        "JobsAWS", "JobsAudit",
      ], swiftSettings: house),
    .testTarget(
      name: "JobsRemoteTests",
      dependencies: [
        "TestSupport", "JobsCore", "JobsManifest", "JobsStore", "JobsExec", "JobsCloud", "JobsGCP", "JobsAWS",
        "JobsNet", "JobsRemote", "google-double",
      ], swiftSettings: house),
    .testTarget(
      name: "JobsEventsTests", dependencies: ["TestSupport", "JobsCore", "JobsEvents"], swiftSettings: house),
    .testTarget(
      name: "JobsPlacesTests", dependencies: ["TestSupport", "JobsCore", "JobsGCP", "JobsPlaces"],
      swiftSettings: house),
    .testTarget(
      name: "JobsCloudTests", dependencies: ["TestSupport", "JobsCore", "JobsCloud"], swiftSettings: house),
    .testTarget(
      name: "GoogleDoubleTests", dependencies: ["TestSupport", "JobsCore", "GoogleDouble", "google-double"],
      exclude: ["Clients"], swiftSettings: house),
    .testTarget(
      name: "JobsCostTests", dependencies: ["JobsCore", "JobsManifest", "JobsCost"], swiftSettings: house),
    .testTarget(
      name: "JobsAuditTests", dependencies: ["TestSupport", "JobsCore", "JobsCron", "JobsManifest", "JobsAudit"],
      swiftSettings: house),
    .testTarget(
      name: "JobsManualTests", dependencies: ["JobsCore", "JobsManifest", "JobsManual", "JobsStore"],
      swiftSettings: house),
    /// Pages, packages, examples, snippets and the README.
    .testTarget(
      name: "DistributionTests",
      dependencies: [
        "JobsCore", "JobsManifest", "jobs-validate", "jobs-run", "jobs-deploy", "jobs-cost", "jobs-audit", "CLaunch",
        "generate-pages",
      ],
      swiftSettings: house),
    /// The real binaries, run as a user runs them.
    .testTarget(
      name: "ToolTests",
      dependencies: [
        "TestSupport", "JobsCore", "JobsStore", "jobs-validate", "jobs-run", "jobs-deploy", "jobs-cost",
        "jobs-audit", "google-double",
        "CLaunch",
      ],
      exclude: ["Browser", "Reports", "without-sockets", "Remedies"], swiftSettings: house),
    /// What a daemon makes of a broken world: the real binary against a ledger that the jobs write.
    .testTarget(
      name: "FaultTests",
      dependencies: [
        "TestSupport", "JobsCore", "JobsCron", "JobsManifest", "JobsStore", "JobsSchedule", "JobsExec", "jobs-run",
        "CLaunch",
      ],
      swiftSettings: house),
    /// What an apply that is killed leaves, and how it goes on: the real binary, killed at any moment.
    .testTarget(
      name: "ResumeTests", dependencies: ["TestSupport", "JobsCore", "jobs-deploy", "google-double", "CLaunch"],
      swiftSettings: house),
  ]
)

// libFuzzer's own `main` calls it; it is built by `Tests/Fuzz/run` alone.
if Context.environment["JOBS_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "JobsCore", "JobsCron", "JobsManifest", "JobsDeploy", "JobsHost", "JobsAWS", "JobsCost", "JobsEvents",
        "JobsAudit", "JobsArchive", "JobsStore",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]))
}

// Rates of the hot rooms and of the history, for `Benchmarks/run` alone.
if Context.environment["JOBS_BENCH"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "BenchmarkRates", dependencies: ["JobsCore", "JobsCron", "JobsManifest"], path: "Benchmarks/Rates",
      swiftSettings: house))
  package.targets.append(
    .executableTarget(
      name: "BenchmarkHistory", dependencies: ["JobsCore", "JobsStore"], path: "Benchmarks/History",
      swiftSettings: house))
}

// What is installed, for `make release` alone: neither tests nor what they need is built with it.
if Context.environment["JOBS_SHIPPED"] == "1" {
  let others = ["GoogleDouble", "google-double", "JobsManual", "generate-pages", "TestSupport"]
  package.products.removeAll { others.contains($0.name) }
  package.targets.removeAll { $0.type == .test || others.contains($0.name) }
}
