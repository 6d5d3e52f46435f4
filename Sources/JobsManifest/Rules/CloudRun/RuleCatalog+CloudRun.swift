extension RuleCatalog {
  /// Rules on what Cloud Run and other targets have in common.
  static let containerRules: [any JobRule.Type] = [RepeatedVariable.self, MountPath.self]

  /// Rules on jobs that run on Cloud Run, as all do that are written for it, and on no others.
  static let cloudRunRules: [any JobRule.Type] = [
    CloudRunJobName.self, LongJobName.self, GeneratedName.self, ContainerName.self, ContainerDependency.self,
    LabelName.self,
    ProjectNamespace.self, CPUMemoryPair.self, UncertainCPU.self, SecondGenerationMemory.self, GPU.self,
    GPUTimeout.self,
    CloudRunTimeout.self, CloudRunRetries.self, Parallelism.self, ReservedVariable.self,
    VariableCount.self,
    VariableSize.self, VariableSource.self, VariableReference.self, UnsupportedSource.self, IgnoredRequests.self,
    SecretNameRule.self, SecretVersion.self, LatestSecret.self, DanglingMount.self, UnusedVolume.self, VolumeName.self,
    VolumeSource.self, SecretItem.self, FileMode.self, SecretSubPath.self, AnnotationPlace.self,
    UnsupportedAnnotation.self, UnknownAnnotation.self, TaskTemplateMetadata.self, AnnotationValue.self,
    DeprecatedEgress.self,
    CloudSQLInstance.self, NetworkInterfaceText.self, ConnectorName.self, NetworkConflict.self, EncryptionKey.self,
    BinaryAuthorization.self, ServiceAccount.self, DefaultServiceAccount.self, EventKeys.self,
    NamelessReader.self, UndeployedPart.self, SharedMountFolder.self, ScheduleNames.self, UnmarkableJob.self,
  ]
}
