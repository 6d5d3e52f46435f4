import ArgumentParser
import JobsCommand

/// What all verbs share.
struct SharedOptions: ParsableArguments {
  @OptionGroup(title: "Where") var place: PlaceOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>
}
