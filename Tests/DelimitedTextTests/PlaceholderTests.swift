import Testing

@Suite struct DelimitedTextPlaceholderTests {
  @Test func builds() {}
}
