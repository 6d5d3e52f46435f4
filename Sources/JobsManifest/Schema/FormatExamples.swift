extension Format {
  /// A job to begin with; it has no finding.
  package var example: String {
    switch self {
    case .jobs:
      """
      # A job in our own format. 'man 5 jobs-manifest' has every key.
      apiVersion: jobs/v1
      kind: Job
      metadata:
        name: nightly-report
        labels: {team: data}
      spec:
        schedule: "30 4 * * *"
        timezone: UTC
        command: [/usr/local/bin/report, --day, yesterday]
        workingDir: /srv/report
        env: {LOG_LEVEL: info}
        timeout: 1h
        retry: {attempts: 3, backoff: exponential}
        concurrency: forbid

      """
    case .project:
      """
      # The project file, at the root of the repository. 'man 5 jobs-project' has every key.
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme-jobs}
      defaults: {timeout: 1h}
      pools: {database: 4}
      limits: {running: 20}
      environments:
        dev:
          branch: develop
          gcp: {project: acme-dev, regions: [europe-west1]}
        prod:
          tag: "v*"
          protected: true
          approvers: [ops]
          gcp: {project: acme-prod, regions: [europe-west1]}

      """
    case .crontopus:
      """
      # A Crontopus job; the folder it lies in is its environment.
      apiVersion: v1
      kind: Job
      metadata:
        name: backup
        tenant: acme
      spec:
        schedule: "0 3 * * *"
        timezone: UTC
        command: /usr/local/bin/backup
        args: [--full]
        agent: {selector: {role: backup}}

      """
    case .cloudrun:
      """
      # A Cloud Run job, as 'gcloud run jobs replace' takes it.
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations:
          jobs/schedule: "30 4 * * *"
      spec:
        template:
          spec:
            taskCount: 1
            template:
              spec:
                maxRetries: 3
                timeoutSeconds: 3600
                serviceAccountName: report@acme-prod.iam.gserviceaccount.com
                containers:
                  - image: europe-docker.pkg.dev/acme-prod/jobs/report:1.4.2
                    env:
                      - name: LOG_LEVEL
                        value: info
                    resources:
                      limits:
                        cpu: "1"
                        memory: 2Gi

      """
    case .jobfile:
      """
      {
        "name": "cleanup",
        "schedule": "15 4 * * *",
        "command": "/usr/local/bin/cleanup --older-than 30d",
        "working_directory": "/srv/data",
        "enabled": true
      }

      """
    case .crontab:
      """
      # min hour day month weekday  command
      # job: cleanup
      15 4 * * * /usr/local/bin/cleanup --older-than 30d

      """
    }
  }
}
