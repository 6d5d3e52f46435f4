import JobsCore

/// The credits of a line as an export has them: an amount, or a JSON list of objects with an `amount`.
enum CreditList {
  /// Their sum.
  ///
  /// - Throws: a fault at offset 0.
  static func sum(_ bytes: BillBytes) throws(BillFault) -> Decimal {
    if let amount = Decimal(billed: bytes) { return amount }
    var tree = Tree(source: Array(bytes))
    let root = Tree.root
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, tree.kind(root) == .sequence else {
      if bytes.equals("null") { return .zero }
      throw BillFault("the credits of a line are neither an amount nor a JSON list", at: 0)
    }
    return try sum(root, tree)
  }

  /// The amounts of the objects of a list.
  static func sum(_ list: Tree.ID, _ tree: Tree) throws(BillFault) -> Decimal {
    var sum = Decimal.zero
    for credit in tree.children(list) {
      guard let amount = tree.value(credit, "amount"),
        let number = tree.withText(amount, { Decimal(billed: $0) }), let next = try? sum.plus(number)
      else { throw BillFault("a credit has no amount", at: 0) }
      sum = next
    }
    return sum
  }
}
