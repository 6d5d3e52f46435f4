import JobsAWS
import JobsCloud
import JobsCore

/// What Lambda says of a run that failed, as the end of a run. Pure.
///
/// Source: docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html and runtimes-api.html, 2026-11: a function
/// that goes on for too long has "Task timed out after 3.00 seconds", one whose process ends "Runtime exited with error:
/// exit status 3" or "… signal: killed", which is how too little memory shows.
package struct FunctionFault: Hashable, Sendable {
  /// `Sandbox.Timedout`, `Runtime.ExitError`, or what the function's own language calls it.
  package var type: String
  package var message: String

  /// - Parameter payload: what came back in place of a result: an object with `errorType` and `errorMessage`, or anything.
  package init(payload: [UInt8]) {
    (type, message) = ("", "")
    guard payload.count <= 1 << 20 else { return }
    var tree = Tree(source: payload)
    guard (try? JSONReader.parse(&tree, in: 0..<payload.count, depthLimit: 64)) != nil,
      tree.kind(Tree.root) == .mapping
    else { return }
    type = Self.text(tree, "errorType")
    message = Self.text(tree, "errorMessage")
  }

  /// The end of the run: the status of the function's process where it ended by one, 124 after a timeout, 137 after a kill,
  /// and 1 for an error that its code reported.
  package var end: RemoteEnd {
    var end = RemoteEnd(.failed, exitCode: 1, reason: reason)
    if type == "Sandbox.Timedout" || message.contains("Task timed out after ") {
      (end.exitCode, end.failureClass) = (124, .timeout)
    } else if message.contains("signal: killed") || type == "Runtime.OutOfMemory" {
      (end.exitCode, end.signal, end.failureClass) = (137, 9, .resource)
    } else if let code = exitStatus {
      end.exitCode = code
    }
    return end
  }

  private var reason: String {
    let words = [Terminal.visible(String(type.prefix(100))), ServerWords.clean(message)].filter { !$0.isEmpty }
    return words.isEmpty ? "the function reported a fault, and not which" : words.joined(separator: ": ")
  }

  /// `3` of `… exit status 3`.
  private var exitStatus: Int32? {
    guard let mark = message.firstRange(of: "exit status ") else { return nil }
    let digits = message[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return Int32(digits).flatMap { (1...255).contains($0) ? $0 : nil }
  }

  private static func text(_ tree: Tree, _ key: StaticString) -> String {
    guard let found = tree.value(Tree.root, key), tree.kind(found) == .string else { return "" }
    return tree.string(found)
  }
}
