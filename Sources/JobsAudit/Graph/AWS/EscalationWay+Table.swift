extension EscalationWay {
  /// A way a line: its number, how it reaches, the service that takes the role, what runs as it, the actions it needs.
  ///
  /// The ways of pathfinding.cloud at 84dd65c (Apache-2.0), with their numbers there; read 2026-11-21. Services and how a way
  /// reaches are ours.
  static let table = """
    apprunner-001|pass|tasks.apprunner.amazonaws.com|App Runner service|iam:PassRole apprunner:CreateService
    apprunner-002|run|tasks.apprunner.amazonaws.com|App Runner service|apprunner:UpdateService
    bedrock-001|pass|bedrock-agentcore.amazonaws.com|code interpreter of Bedrock AgentCore|iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter
    bedrock-002|run|bedrock-agentcore.amazonaws.com|code interpreter of Bedrock AgentCore|bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter
    cloudformation-001|pass|cloudformation.amazonaws.com|stack|iam:PassRole cloudformation:CreateStack
    cloudformation-002|run|cloudformation.amazonaws.com|stack|cloudformation:UpdateStack
    cloudformation-003|pass|cloudformation.amazonaws.com|stack|iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances
    cloudformation-004|pass|cloudformation.amazonaws.com|stack|iam:PassRole cloudformation:UpdateStackSet
    cloudformation-005|run|cloudformation.amazonaws.com|stack|cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet
    codebuild-001|pass|codebuild.amazonaws.com|build project|iam:PassRole codebuild:CreateProject codebuild:StartBuild
    codebuild-002|run|codebuild.amazonaws.com|build project|codebuild:StartBuild
    codebuild-003|run|codebuild.amazonaws.com|build project|codebuild:StartBuildBatch
    codebuild-004|pass|codebuild.amazonaws.com|build project|iam:PassRole codebuild:CreateProject codebuild:StartBuildBatch
    datapipeline-001|pass|datapipeline.amazonaws.com|pipeline|iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline
    ec2instanceconnect-003|run|ec2.amazonaws.com|running instance|ec2-instance-connect:SendSSHPublicKey ec2:DescribeInstances
    ec2-001|pass|ec2.amazonaws.com|instance|iam:PassRole ec2:RunInstances
    ec2-002|run|ec2.amazonaws.com|instance|ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances
    ec2-003|pass|ec2.amazonaws.com|instance|iam:PassRole ec2:RequestSpotInstances
    ec2-004|run|ec2.amazonaws.com|instance|ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate
    ecs-001|pass|ecs-tasks.amazonaws.com|task|iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:CreateService
    ecs-002|pass|ecs-tasks.amazonaws.com|task|iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask
    ecs-003|pass|ecs-tasks.amazonaws.com|task|iam:PassRole ecs:RegisterTaskDefinition ecs:CreateService
    ecs-004|pass|ecs-tasks.amazonaws.com|task|iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask
    ecs-005|pass|ecs-tasks.amazonaws.com|task|iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask
    glue-001|pass|glue.amazonaws.com|development endpoint|iam:PassRole glue:CreateDevEndpoint
    glue-002|run|glue.amazonaws.com|development endpoint|glue:UpdateDevEndpoint
    glue-003|pass|glue.amazonaws.com|development endpoint|iam:PassRole glue:CreateJob glue:StartJobRun
    glue-004|pass|glue.amazonaws.com|development endpoint|iam:PassRole glue:CreateJob glue:CreateTrigger
    glue-005|pass|glue.amazonaws.com|development endpoint|iam:PassRole glue:UpdateJob glue:StartJobRun
    glue-006|pass|glue.amazonaws.com|development endpoint|iam:PassRole glue:UpdateJob glue:CreateTrigger
    iam-001|own|||iam:CreatePolicyVersion
    iam-002|user|||iam:CreateAccessKey
    iam-003|user|||iam:CreateAccessKey iam:DeleteAccessKey
    iam-004|user|||iam:CreateLoginProfile
    iam-005|own|||iam:PutRolePolicy
    iam-006|user|||iam:UpdateLoginProfile
    iam-007|own|||iam:PutUserPolicy
    iam-008|own|||iam:AttachUserPolicy
    iam-009|own|||iam:AttachRolePolicy
    iam-010|own|||iam:AttachGroupPolicy
    iam-011|own|||iam:PutGroupPolicy
    iam-012|trust|||iam:UpdateAssumeRolePolicy
    iam-013|group|||iam:AddUserToGroup
    iam-014|edit|||iam:AttachRolePolicy sts:AssumeRole
    iam-015|edit|||iam:AttachUserPolicy iam:CreateAccessKey
    iam-016|edit|||iam:CreatePolicyVersion sts:AssumeRole
    iam-017|edit|||iam:PutRolePolicy sts:AssumeRole
    iam-018|edit|||iam:PutUserPolicy iam:CreateAccessKey
    iam-019|edit|||iam:AttachRolePolicy iam:UpdateAssumeRolePolicy
    iam-020|edit|||iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy
    iam-021|edit|||iam:PutRolePolicy iam:UpdateAssumeRolePolicy
    lambda-001|pass|lambda.amazonaws.com|function|iam:PassRole lambda:CreateFunction lambda:InvokeFunction
    lambda-002|pass|lambda.amazonaws.com|function|iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping
    lambda-003|run|lambda.amazonaws.com|function|lambda:UpdateFunctionCode
    lambda-004|run|lambda.amazonaws.com|function|lambda:UpdateFunctionCode lambda:InvokeFunction
    lambda-005|run|lambda.amazonaws.com|function|lambda:UpdateFunctionCode lambda:AddPermission
    lambda-006|pass|lambda.amazonaws.com|function|iam:PassRole lambda:CreateFunction lambda:AddPermission
    sagemaker-001|pass|sagemaker.amazonaws.com|notebook|iam:PassRole sagemaker:CreateNotebookInstance
    sagemaker-002|pass|sagemaker.amazonaws.com|notebook|iam:PassRole sagemaker:CreateTrainingJob
    sagemaker-003|pass|sagemaker.amazonaws.com|notebook|iam:PassRole sagemaker:CreateProcessingJob
    sagemaker-004|run|sagemaker.amazonaws.com|notebook|sagemaker:CreatePresignedNotebookInstanceUrl
    sagemaker-005|run|sagemaker.amazonaws.com|notebook|sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance
    ssm-001|run|ec2.amazonaws.com|managed instance|ssm:StartSession
    ssm-002|run|ec2.amazonaws.com|managed instance|ssm:SendCommand
    sts-001|assume|||sts:AssumeRole
    """
}
