/// What to do where there are no credentials that Google takes.
enum GoogleSignIn {
  static let hint =
    "run 'gcloud auth application-default login', or set GOOGLE_APPLICATION_CREDENTIALS to a file of credentials"
}
