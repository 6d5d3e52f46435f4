import JobsCore
import JobsEvents

/// What senders of events deliver.
func fuzzEvents(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  Property.inTime(bytes: count) {
    do throws(EventFault) {
      let events = try EventReader.read(bytes)
      Property.hold(!events.isEmpty, "what is read is at least one event")
      for event in events {
        Property.hold(
          !event.id.isEmpty && !event.source.isEmpty && !event.type.isEmpty, "an event is known by something")
        Property.hold(!event.id.utf8.contains(0), "a variable can hold an id")
        Property.hold(event.attributes.count <= 100, "attributes are few")
      }
    } catch {
      Property.hold(
        error.message.utf8.count < 400 && !error.message.contains("\n"), "a message is one line", error.message)
    }
  }
  return 0
}
