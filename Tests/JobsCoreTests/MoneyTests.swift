import JobsCore
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("200 USD", "200 USD", "200.00 USD"), ("0.045 EUR", "0.045 EUR", "0.05 EUR"), ("0 CHF", "0 CHF", "0.00 CHF"),
  ])
  func `an amount has a currency`(text: String, whole: String, shown: String) throws {
    let money = try #require(Money(text))
    #expect(money.description == whole && money.shown == shown)
  }

  @Test(arguments: [
    "", "200", "USD", "200USD", "200  USD", "$200", "200 usd", "200 EURO", "-1 USD", "1e3 USD", "200 USD ",
  ])
  func `what is no amount is refused`(text: String) { #expect(Money(text) == nil) }
}
