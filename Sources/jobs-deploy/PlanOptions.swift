import ArgumentParser
import JobsCommand

/// What verbs share that read jobs.
struct PlanOptions: ParsableArguments {
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup var shared: SharedOptions
}
