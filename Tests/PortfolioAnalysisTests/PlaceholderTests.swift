import Testing

@Suite struct PortfolioAnalysisPlaceholderTests {
  @Test func builds() {}
}
