import Testing

@Suite struct AccountsPlaceholderTests {
  @Test func builds() {}
}
