import JobsCloud
import JobsCore
import JobsDeploy

/// Asks Google whether all is there that a plan calls for, and changes nothing.
struct GoogleInquiry: Sendable {
  let place: Place
  let access: AccessService
  let secrets: SecretService
  let images: ImageService
  let monitoring: MonitoringService
  let repositories: RepositoryService
  let usage: UsageService

  /// All that is missing, and what could not be found out.
  func missing(for needs: GoogleNeeds) async -> [Missing] {
    var questions: [@Sendable () async -> [Missing]] = []
    let (project, permissions) = (place.account, needs.permissions)
    questions.append { await self.missing(permissions, inProject: project) }
    for host in needs.services.sorted() { questions.append { await self.missing(service: host) } }
    for account in needs.accounts.sorted() { questions.append { await self.missing(account: account) } }
    for secret in needs.policies.sorted() { questions.append { await self.missing(onSecret: secret) } }
    for secret in needs.secrets.sorted(by: { ($0.secret, $0.version) < ($1.secret, $1.version) }) {
      questions.append { await self.missing(secret) }
    }
    for image in needs.images.sorted() { questions.append { await self.missing(image: image) } }
    for (name, fields) in needs.retentions.sorted(by: { $0.key.text < $1.key.text }) {
      questions.append { await self.missing(name, fields) }
    }
    let routes = needs.routes
    if !routes.isEmpty { questions.append { await self.missing(routes: routes) } }
    return await Missing.answers(to: questions)
  }

  // MARK: Questions

  private func missing(_ permissions: Set<String>, inProject project: String) async -> [Missing] {
    guard !permissions.isEmpty else { return [] }
    return await asked("what may be done in project '\(project)'") { () async throws(CloudFailure) in
      try await access.missing(permissions, onProject: project).map { permission in
        Missing(
          "permission '\(permission)' is missing on project '\(project)'",
          hint: PermissionRole.role(for: permission).map {
            "gcloud projects add-iam-policy-binding \(project) --member=\(member) --role=\($0)"
          })
      }
    }
  }

  private func missing(service host: String) async -> [Missing] {
    await asked("whether the API '\(host)' is enabled in project '\(place.account)'") { () async throws(CloudFailure) in
      guard try await !usage.isEnabled(host, inProject: place.account) else { return [] }
      return [
        Missing(
          "the API '\(host)' is not enabled in project '\(place.account)'",
          hint: "gcloud services enable \(host) --project=\(place.account)")
      ]
    }
  }

  private func missing(account: String) async -> [Missing] {
    await asked("whether '\(account)' can be used") { () async throws(CloudFailure) in
      do throws(CloudFailure) {
        guard try await access.missing(["iam.serviceAccounts.actAs"], onAccount: account).isEmpty else {
          return [
            Missing(
              "permission 'iam.serviceAccounts.actAs' is missing on service account '\(account)'",
              hint: "gcloud iam service-accounts add-iam-policy-binding \(account) --member=\(member) "
                + "--role=roles/iam.serviceAccountUser")
          ]
        }
        return []
      } catch  where error.cause == .notFound {
        let name = account.prefix { $0 != "@" }
        return [
          Missing(
            "there is no service account '\(account)'",
            hint: "gcloud iam service-accounts create \(name) --project=\(place.account)")
        ]
      }
    }
  }

  private func missing(onSecret secret: String) async -> [Missing] {
    let permissions: Set<String> = ["secretmanager.secrets.getIamPolicy", "secretmanager.secrets.setIamPolicy"]
    return await asked("what may be done with secret '\(secret)'") { () async throws(CloudFailure) in
      do throws(CloudFailure) {
        return try await access.missing(permissions, onSecret: secret, ofProject: place.account).map { permission in
          Missing(
            "permission '\(permission)' is missing on secret '\(secret)'",
            hint: PermissionRole.role(for: permission).map {
              "gcloud secrets add-iam-policy-binding \(secret) --project=\(place.account) --member=\(member) --role=\($0)"
            })
        }
      } catch  where error.cause == .notFound {
        // That it is not there is said of its version.
        return []
      }
    }
  }

  private func missing(_ version: GoogleNeeds.SecretVersion) async -> [Missing] {
    await asked("whether there is version '\(version.version)' of secret '\(version.secret)'") {
      () async throws(CloudFailure) in
      switch try await secrets.state(version.secret, version: version.version) {
      case "ENABLED"?: return []
      case let state?:
        return [
          Missing(
            "version '\(version.version)' of secret '\(version.secret)' is \(state.lowercased())",
            hint: "name another version, or enable this one")
        ]
      case nil:
        return [
          Missing(
            "there is no version '\(version.version)' of secret '\(version.secret)'",
            hint: putting(version.secret))
        ]
      }
    }
  }

  /// How a secret gets a value, which may be another project's.
  private func putting(_ secret: String) -> String {
    let parts = secret.split(separator: "/")
    let (project, name) = parts.count == 4 ? (String(parts[1]), String(parts[3])) : (place.account, secret)
    return "jobs-deploy secret put \(name) --project \(project) --file FILE"
  }

  private func missing(image: String) async -> [Missing] {
    await asked("whether there is an image '\(image)'") { () async throws(CloudFailure) in
      guard try await images.exists(image) == false else { return [] }
      return [Missing("there is no image '\(image)'", hint: "push it, or correct its name")]
    }
  }

  /// A retention needs its repository, whatever project that is of, and the right to change it.
  private func missing(_ name: RetentionName, _ fields: [Resource.Field]) async -> [Missing] {
    await asked("whether images of '\(name.path)' may be deleted") { () async throws(CloudFailure) in
      guard let tree = try await repositories.repository(name.path) else {
        return [
          Missing("there is no repository '\(name.path)'", hint: GoogleProjectProvider.hint(toMake: name))
        ]
      }
      let lacking = try await access.missing(["artifactregistry.repositories.update"], onRepository: name.path).map {
        Missing(
          "permission '\($0)' is missing on repository '\(name.path)'",
          hint: "gcloud artifacts repositories add-iam-policy-binding \(name.repository) --location=\(name.location) "
            + "--project=\(name.project) --member=\(member) --role=roles/artifactregistry.admin")
      }
      let obstacle = RetentionPolicies(tree, of: name.env).obstacle(to: fields)
      return lacking
        + (obstacle.map {
          [Missing("the retention of '\(name.path)' cannot be set: \($0)", hint: RetentionName.obstacleHint)]
        } ?? [])
    }
  }

  /// A route is served if one of its channels tells somebody.
  private func missing(routes: Set<String>) async -> [Missing] {
    await asked("whom alerts would tell") { () async throws(CloudFailure) in
      var channels = AlertChannels()
      try await monitoring.channels.list { channels.add($0, $1) }
      return routes.sorted().compactMap { route in
        let serving = channels.serving(route)
        guard let first = serving.first else {
          return Missing(
            AlertChannels.isMissing(route, place.account), hint: AlertChannels.hint(route, place.account))
        }
        guard serving.allSatisfy({ $0.trouble != nil }), let trouble = first.trouble else { return nil }
        return Missing(
          "notification channel '\(Terminal.visible(route))' of project '\(place.account)' \(trouble), and tells nobody",
          hint: "gcloud beta monitoring channels describe \(first.name)")
      }
    }
  }

  private func asked(
    _ words: String, _ question: () async throws(CloudFailure) -> [Missing]
  ) async -> [Missing] {
    do throws(CloudFailure) {
      return try await question()
    } catch {
      return [Missing(unknown: words, why: error.fault.why, hint: error.fault.hint)]
    }
  }

  /// Who acts, as policies name it.
  private var member: String {
    "\(place.identity.hasSuffix(".gserviceaccount.com") ? "serviceAccount" : "user"):\(place.identity)"
  }
}
