@testable import JobsCloud
import Synchronization
import TestSupport
import Testing

@Suite struct CallLimiterTests {
  private final class Crowd: Sendable {
    let state = Mutex((inside: 0, most: 0, order: [Int]()))

    func enter(_ number: Int) {
      state.withLock { state in
        state.inside += 1
        state.most = max(state.most, state.inside)
        state.order.append(number)
      }
    }

    func leave() { state.withLock { $0.inside -= 1 } }
  }

  @Test(arguments: [1, 3, 8]) func `no more than the limit are inside at once, and all get in`(limit: Int) async {
    let limiter = CallLimiter(limit)
    let crowd = Crowd()
    await withTaskGroup { group in
      for number in 0..<200 {
        group.addTask {
          await limiter.run {
            crowd.enter(number)
            for _ in 0..<3 { await Task.yield() }
            crowd.leave()
          }
        }
      }
    }
    let (inside, most, order) = crowd.state.withLock { $0 }
    #expect(inside == 0 && most <= limit && Set(order) == Set(0..<200))
  }

  @Test func `who came first gets in first, and who left is passed over`() async {
    let limiter = CallLimiter(1)
    let crowd = Crowd()
    let (gate, open) = AsyncStream<Void>.makeStream()
    let arrived = Mutex(0)
    let holder = Task { await limiter.run { for await _ in gate {} } }
    #expect(await LoopbackServer.wait { limiter.free == 0 })
    var tasks: [Task<Bool, Never>] = []
    for number in 0..<10 {
      tasks.append(Task { await limiter.run { crowd.enter(number) } != nil })
      arrived.withLock { $0 += 1 }
      #expect(await LoopbackServer.wait { limiter.waiting == number + 1 })
    }
    for number in [0, 4, 9] { tasks[number].cancel() }
    for number in [0, 4, 9] { #expect(await tasks[number].value == false) }
    open.finish()
    _ = await holder.value
    for task in tasks { _ = await task.value }
    #expect(crowd.state.withLock { $0.order } == [1, 2, 3, 5, 6, 7, 8])
    #expect(limiter.free == 1 && limiter.waiting == 0)
  }

  @Test func `a task that is cancelled already does not get in`() async {
    let limiter = CallLimiter(1)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await limiter.run { true }
    }
    #expect(await task.value == nil)
    #expect(await limiter.run { true } == true)
  }
}
