import Testing

@Suite struct LinearAlgebraPlaceholderTests {
  @Test func builds() {}
}
