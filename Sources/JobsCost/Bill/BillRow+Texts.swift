extension BillRow {
  /// Bytes that lie in no buffer of a file, and the place in a row that they are for.
  struct Text {
    var place: Int
    var bytes: [UInt8]

    init(place: Int, bytes: [UInt8]) {
      self.place = place
      self.bytes = bytes
    }

    init(_ field: BillField, _ bytes: [UInt8]) { self.init(place: BillRow.place(of: field), bytes: bytes) }
  }

  /// Points at texts while a body looks at the row.
  func pointing(
    at texts: ArraySlice<Text>, _ body: (borrowing BillRow) throws(BillFault) -> Void
  ) throws(BillFault) {
    guard let first = texts.first else { return try body(self) }
    try first.bytes.withUnsafeBufferPointer { bytes throws(BillFault) in
      self[place: first.place] = bytes
      try pointing(at: texts.dropFirst(), body)
    }
  }
}
