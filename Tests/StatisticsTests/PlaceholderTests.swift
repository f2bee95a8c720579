import Testing

@Suite struct StatisticsPlaceholderTests {
  @Test func builds() {}
}
