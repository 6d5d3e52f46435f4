import JobsCloud
import JobsCore
import JobsManifest

/// What Lambda would refuse of a function, which emulators take all the same.
///
/// Source: the model of Lambda in botocore 1.44.5; cfn-lint 1.58 (E3717, E3697), 2026-11.
enum FunctionCheck {
  static func check(_ document: [UInt8], _ words: String) throws(CloudFailure) {
    var tree = Tree(source: document)
    guard (try? JSONReader.parse(&tree, in: 0..<document.count, depthLimit: 16)) != nil else {
      throw .refused(words, "function", "is no object of JSON", hint: "write it as the API has it")
    }
    let root = Tree.root
    if let seconds = tree.number(root, "Timeout"), !(1...900).contains(seconds) {
      throw .refused(words, "Timeout", "has to be 1 to 900 seconds", hint: "or use 'target: aws.ecs'")
    }
    if let size = tree.number(root, "MemorySize"), !(128...10_240).contains(size) {
      throw .refused(words, "MemorySize", "has to be 128 to 10240 MiB", hint: "or use 'target: aws.ecs'")
    }
    if let role = tree.words(root, "Role"), !AWSName.isRole(role) {
      throw .refused(words, "Role", "is no role's ARN", hint: "write arn:aws:iam::ACCOUNT:role/NAME")
    }
    if let runtime = tree.words(root, "Runtime"), LambdaRuntime.named(runtime) == nil {
      throw .refused(
        words, "Runtime", "is none that Lambda has", hint: "such as python3.13, nodejs24.x, provided.al2023")
    }
    let variables = tree.value(root, path: "Environment", "Variables").map { tree.pairs($0) } ?? [:]
    let size = variables.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    guard size <= 4096 else {
      throw .refused(
        words, "Environment", "has \(size) bytes, and 4096 are allowed", hint: "put long values into a secret or a file"
      )
    }
    if let handler = tree.words(root, "Handler"), !LambdaHandler.isHandler(handler) {
      throw .refused(words, "Handler", "is none that Lambda takes", hint: "such as main.handler")
    }
    if let image = tree.words(root, "Code", "ImageUri"), ECRImage(image) == nil {
      throw .refused(
        words, "Code.ImageUri", "is no image of Amazon ECR",
        hint: "write ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:DIGEST, the only registry Lambda knows")
    }
  }
}
