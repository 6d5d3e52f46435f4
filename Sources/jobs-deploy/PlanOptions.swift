import ArgumentParser
import JobsCommand

/// What all verbs share.
struct PlanOptions: ParsableArguments {
  @OptionGroup(title: "Where") var place: PlaceOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions
}
