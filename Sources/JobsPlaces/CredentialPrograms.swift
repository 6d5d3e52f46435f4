import JobsAWS
import JobsCore
import JobsExec
import JobsGCP

/// Runs the programs that files of credentials and profiles name.
enum CredentialPrograms {
  static func aws(_ environment: [String: String]) -> CredentialProgram {
    { words in
      do throws(Failure) {
        let call = try ProgramCall(
          words, environment: environment, hint: "install it, or mend 'credential_process' of the profile")
        return .success((call.status, call.output))
      } catch {
        return .failure(error)
      }
    }
  }

  static let google: CredentialProgramRunner = { words, environment, timeout in
    let result = await ProgramCall.ended(
      words, environment: environment, hint: "correct 'command' in the file of credentials", timeout: timeout)
    return result.flatMap { call in
      guard call.status == 0 else {
        return .failure(.world("it ended with status \(call.status)", hint: "run it by hand"))
      }
      return .success(call.output)
    }
  }
}
