extension WorkloadItemReader {
  /// What workloads are made of (the models of the services in botocore 1.43.106, 2026-11).
  static let keys: [AWSWorkload.Kind: Set<String>] = [
    .function: words(
      """
      Architectures CapacityProviderConfig CodeSha256 CodeSize ConfigSha256 DeadLetterConfig Description DurableConfig
      Environment EphemeralStorage FileSystemConfigs FunctionArn FunctionName Handler ImageConfigResponse KMSKeyArn
      LastModified LastUpdateStatus LastUpdateStatusReason LastUpdateStatusReasonCode Layers LoggingConfig MasterArn
      MemorySize PackageType ResponseMetadata RevisionId Role Runtime RuntimeVersionConfig SigningJobArn
      SigningProfileVersionArn SnapStart State StateReason StateReasonCode TenancyConfig Timeout TracingConfig Version
      VpcConfig
      """),
    .taskDefinition: words(
      """
      compatibilities containerDefinitions cpu deleteRequestedAt deregisteredAt enableFaultInjection ephemeralStorage
      executionRoleArn family inferenceAccelerators ipcMode memory networkMode pidMode placementConstraints
      proxyConfiguration registeredAt registeredBy requiresAttributes requiresCompatibilities revision runtimePlatform
      status taskDefinitionArn taskRoleArn volumes
      """),
    .jobDefinition: words(
      """
      consumableResourceProperties containerOrchestrationType containerProperties ecsProperties eksProperties
      jobDefinitionArn jobDefinitionName nodeProperties parameters platformCapabilities propagateTags retryStrategy
      revision schedulingPriority status tags timeout type
      """),
    .schedule: words(
      """
      ActionAfterCompletion Arn CreationDate Description EndDate FlexibleTimeWindow GroupName KmsKeyArn
      LastModificationDate Name ResponseMetadata ScheduleExpression ScheduleExpressionTimezone StartDate State Target
      """),
    .project: words(
      """
      arn artifacts autoRetryLimit badge buildBatchConfig cache concurrentBuildLimit created description encryptionKey
      environment fileSystemLocations lastModified logsConfig name projectVisibility publicProjectAlias
      queuedTimeoutInMinutes resourceAccessRole secondaryArtifacts secondarySourceVersions secondarySources serviceRole
      source sourceVersion tags timeoutInMinutes vpcConfig webhook
      """),
  ]

  /// Of the target of a schedule.
  static let targetKeys = words(
    """
    Arn DeadLetterConfig EcsParameters EventBridgeParameters Input KinesisParameters RetryPolicy RoleArn
    SageMakerPipelineParameters SqsParameters
    """)

  /// Of containers of ECS and of Batch.
  static let containerKeys = words(
    """
    command cpu credentialSpecs dependsOn disableNetworking dnsSearchDomains dnsServers dockerLabels
    dockerSecurityOptions enableExecuteCommand entryPoint environment environmentFiles ephemeralStorage essential
    executionRoleArn extraHosts fargatePlatformConfiguration firelensConfiguration healthCheck hostname image
    instanceType interactive jobRoleArn links linuxParameters logConfiguration memory memoryReservation mountPoints name
    networkConfiguration portMappings privileged pseudoTerminal readonlyRootFilesystem repositoryCredentials
    resourceRequirements restartPolicy runtimePlatform secrets startTimeout stopTimeout systemControls ulimits user
    vcpus versionConsistency volumes volumesFrom workingDirectory
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
