package import JobsManifest

extension Job {
  /// What AWS calls the job: `acme-prod-report`, of tenant, environment and name as far as there are any.
  ///
  /// A function that others made keeps its name, which an annotation says.
  ///
  /// - Parameter limit: the most bytes; a longer name is cut, and ends with a hash of the whole.
  package func nameInAWS(limit: Int) -> String {
    if target.kind == .lambda, let own = annotations[LambdaAnnotation.function] { return own }
    return AWSName.joined([tenant ?? "", env ?? "", name], limit: limit)
  }
}
