import JobsAWS
import JobsCloud
import JobsCore
import JobsGCP

/// Signs as whoever this host is in AWS, which Google takes for a proof of who it is.
enum AWSProof {
  static func signer(
    _ environment: [String: String], _ transport: any Transport, _ budget: RetryBudget
  ) -> AWSRequestSigner {
    { request, region in
      let settings: AWSSettings
      do throws(Failure) {
        settings = try AWSSettings.read(environment: environment)
      } catch {
        let fault = CloudFault(.credentials, why: error.message, hint: error.hint)
        return .failure(CloudFailure("find credentials of AWS", fault))
      }
      let chain = AWSCredentialChain(
        settings: settings, transport: transport, budget: budget, runProgram: CredentialPrograms.aws(environment))
      do throws(CloudFailure) {
        let keys = try await chain.credentials()
        return .success(SigV4(region: region, service: "sts").sign(request, by: keys, at: .now()))
      } catch {
        return .failure(error)
      }
    }
  }
}
