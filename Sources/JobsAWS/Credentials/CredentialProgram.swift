package import JobsCore

/// Starts a program and waits for its end: its exit status and what it wrote to standard output.
package typealias CredentialProgram = @Sendable ([String]) -> Result<(status: Int32, output: [UInt8]), Failure>
