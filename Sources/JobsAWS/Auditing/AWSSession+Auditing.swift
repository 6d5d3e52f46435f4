import JobsCloud
import JobsCore

extension AWSSession {
  /// A client of a service, as a reading takes it.
  func auditClient(_ service: AWSService, _ region: String) throws(CloudFailure) -> AWSClient {
    do throws(Failure) {
      return try client(service, region: region)
    } catch {
      throw CloudFailure("call \(service.id)", CloudFault(.invalid([]), why: error.message, hint: error.hint))
    }
  }
}
