import Testing

@Suite struct KeyAccountsPlaceholderTests {
  @Test func builds() {}
}
