import JobsCore

extension JSONWriter {
  mutating func physicalLocation(_ location: Location) {
    object("physicalLocation") {
      $0.artifact(location.file)
      $0.region("region", location)
    }
  }

  /// A flow of one thread, which is all that a path has.
  mutating func sarifFlow(_ flow: ReportFlow) {
    object {
      $0.array("threadFlows") {
        $0.object {
          $0.array("locations") {
            for step in flow.steps.prefix(SARIFReport.stepLimit) {
              $0.object {
                $0.object("location") {
                  $0.physicalLocation(step.location)
                  $0.array("logicalLocations") { $0.object { $0.member("fullyQualifiedName", step.name) } }
                  $0.object("message") { $0.member("text", step.message) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The patch of a result, grouped by file.
  mutating func sarifFix(_ fix: Diagnostic.Fix) {
    var files: [String] = []
    for edit in fix.edits where !files.contains(edit.location.file) { files.append(edit.location.file) }
    array("fixes") {
      $0.object {
        $0.object("description") { $0.member("text", fix.safe ? "a safe fix" : "a fix that may change the meaning") }
        $0.array("artifactChanges") {
          for file in files {
            $0.object {
              $0.artifact(file)
              $0.array("replacements") {
                for edit in fix.edits where edit.location.file == file { $0.replacement(edit) }
              }
            }
          }
        }
      }
    }
  }

  private mutating func replacement(_ edit: Diagnostic.Edit) {
    object {
      $0.region("deletedRegion", edit.location)
      guard !edit.text.isEmpty else { return }
      $0.object("insertedContent") { $0.member("text", edit.text) }
    }
  }

  private mutating func artifact(_ file: String) {
    object("artifactLocation") {
      $0.member("uri", ReportURI.of(file))
      if !file.hasPrefix("/") { $0.member("uriBaseId", "%SRCROOT%") }
    }
  }

  private mutating func region(_ name: StaticString, _ location: Location) {
    object(name) {
      $0.member("startLine", max(location.line, 1))
      $0.member("startColumn", max(location.column, 1))
      $0.member("endLine", max(location.endLine, location.line, 1))
      $0.member("endColumn", max(location.endColumn, 1))
    }
  }
}
