import JobsCore

/// Every rule, in the order of the codes.
package enum RuleCatalog {
  package static let all: [any Rule.Type] = {
    var rules = reading + structure
    rules += jobRules.map { $0 as any Rule.Type }
    rules += projectRules.map { $0 as any Rule.Type }
    rules += setRules.map { $0 as any Rule.Type }
    rules += others
    let coded: [(code: String, rule: any Rule.Type)] = rules.map { ($0.info.code, $0) }
    return coded.sorted { $0.code < $1.code }.map(\.rule)
  }()

  package static let codes = Set(all.map { $0.info.code })

  package static func rule(_ code: String) -> RuleInfo? {
    all.first { $0.info.code == code || $0.info.name == code }?.info
  }

  private static let reading: [any Rule.Type] = [
    UnreadableFile.self, NotAFile.self, TooManyBytes.self, WrongEncoding.self, BinaryFile.self, BadUTF8.self,
    EmptyFile.self,
    FolderLoop.self, NoJob.self, YAMLSyntax.self, JSONSyntax.self, TabIndent.self, DuplicateKey.self,
    DuplicateAnchor.self,
    UnknownAnchor.self, MergeKey.self, ComplexKey.self, UnknownTag.self, AmbiguousScalar.self, CrontabLine.self,
    TooDeep.self,
    TooManyNodes.self, TooManyDocuments.self, TooSlow.self,
  ]

  private static let structure: [any Rule.Type] = [
    UnknownKey.self, MisplacedKey.self, KubernetesField.self, MissingKey.self, WrongType.self, UnknownWord.self,
    OutOfRange.self,
    BadQuantity.self, EmptyValue.self, DeprecatedKey.self, WrongAPIVersion.self, WrongKind.self,
    KubernetesWorkload.self,
  ]

  private static let others: [any Rule.Type] =
    [UndefinedVariable.self, MalformedReference.self, IgnoreComment.self] + secretKinds + variableKinds + fileKinds
    + found

  /// What other tools than `jobs-validate` find, and say in the same records.
  private static let found: [any Rule.Type] = [UnusablePolicy.self, UnreadPlace.self, NotReady.self]

  /// Rules on one job: those of a list a group, so that each group has one place to add to.
  package static let jobRules: [any JobRule.Type] = usualRules + cloudRunRules + awsRules

  /// Those that may find something in jobs of any target.
  private static let usualRules: [any JobRule.Type] = [
    commonRules, containerRules, scheduleRules, imageRules, hostRules, secretRules, variableRules, fileJobRules,
    formatRules,
  ].flatMap { $0 }

  private static let rulesOnCloudRun = usualRules + cloudRunRules
  private static let rulesOnAWS = usualRules + awsRules

  /// The rules that may find something in a job of a target.
  static func jobRules(for target: Target.Kind) -> [any JobRule.Type] {
    switch target {
    case .cloudRun: rulesOnCloudRun
    case .lambda, .ecs, .batch: rulesOnAWS
    case .local, .host: usualRules
    }
  }

  package static let projectRules: [any ProjectRule.Type] = projectFileRules

  package static let setRules: [any SetRule.Type] = fileRules
}
