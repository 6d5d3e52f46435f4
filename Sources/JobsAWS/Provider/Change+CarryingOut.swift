import JobsCloud
import JobsCore
import JobsDeploy

extension Change {
  /// Does what the change takes, of calls and checks alike.
  func carryOut(_ body: () async throws -> Void) async throws(Failure) {
    do {
      try await body()
    } catch let failure as Failure {
      throw failure
    } catch let failure as CloudFailure {
      throw failure.failure
    } catch {
      throw .world("cannot change '\(Terminal.visible(id))'", hint: "make the plan anew")
    }
  }
}
