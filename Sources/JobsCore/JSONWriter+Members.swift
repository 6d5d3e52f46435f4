/// Keys with their values in one call, so that a record reads like the list of its keys.
extension JSONWriter {
  // MARK: Members that always stand

  package mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: StaticString, _ number: Int64) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// A list of strings, empty lists too.
  package mutating func member(_ name: StaticString, _ list: [String]) {
    array(name) { for text in list { $0.value(text) } }
  }

  // MARK: Members that are left out if their value is nil

  package mutating func optional(_ name: StaticString, _ text: String?) {
    if let text { member(name, text) }
  }

  package mutating func optional(_ name: StaticString, _ number: Int?) {
    if let number { member(name, number) }
  }

  package mutating func optional(_ name: StaticString, _ flag: Bool?) {
    if let flag { member(name, flag) }
  }

  // MARK: Records

  /// Begins an object with the keys that every record begins with: its type, and the version of the format.
  package mutating func beginRecord(_ type: String) {
    beginObject()
    member("type", type)
    member("v", 1)
  }

  // MARK: Structure whose ends cannot be forgotten

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  package mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    beginArray()
    body(&self)
    endArray()
  }
}
