// SPDX-License-Identifier: Apache-2.0

/// A fictitious mid-size machine builder with its exports, key-account lists and OKR sheets, so
/// that anybody can try Kontor without own data.
///
/// Ahrental Antriebstechnik sells drives and conveyors to some two hundred customers in Europe.
/// Two ERP systems and a CRM know these customers under different numbers, a customer master ties
/// them into groups, and the key-account team keeps its OKRs in a German sheet. Every company,
/// person and figure is invented. The files carry the usual oddities of such exports on purpose;
/// `Datasets/README.md` lists them with the totals that must come out.
public enum SampleProgramme {
  /// All files of the programme, sorted by path; `kontor.yaml` is the programme itself.
  ///
  /// The same bytes on every machine and every call: amounts are integers, and chance comes from
  /// a counter-based generator with a fixed seed.
  public static func files() -> [SampleFile] {
    let portfolio = SamplePortfolio()
    let sheets = SampleOKRSheets(portfolio)
    let files =
      [
        SampleFile(path: "kontor.yaml", text: SampleProgrammeText.yaml),
        SampleFile(path: "rates.csv", text: SampleRates.text),
        SampleSAPExport(portfolio).file,
        SampleAbacusExport(portfolio).file,
        SampleCRMExport(portfolio).file,
        SampleMaster(portfolio).file,
        SampleMaster(portfolio).identities,
      ] + sheets.files + SampleHistory(portfolio).files
    return files.sorted { $0.path < $1.path }
  }
}
