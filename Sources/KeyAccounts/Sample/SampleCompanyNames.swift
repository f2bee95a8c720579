// SPDX-License-Identifier: Apache-2.0

/// Invented names for the customers that belong to no group.
enum SampleCompanyNames {
  /// A name that no other `index` below 200 gets, in the manner of `country`.
  static func name(_ index: Int, country: String, segment: SampleSegment) -> String {
    let stem = stems[index % stems.count]
    let trade = trades(of: segment)[index / 3 % 4]
    // The second round through the stems speaks of a partner, so that names stay apart.
    let family = index < stems.count ? stem : "\(stem) & \(stems[(index * 7 + 3) % stems.count])"
    switch country {
    case "DE": return "\(family) \(trade) \(germanForms[index % germanForms.count])"
    case "AT": return "\(family) \(trade) Ges.m.b.H."
    case "CH": return "\(family) \(trade) AG"
    case "FR": return "Établissements \(family) S.A.S."
    case "IT": return "Officine \(family) S.r.l."
    case "PL": return "\(family) Technika Sp. z o.o."
    case "CZ": return "\(family) Strojírny s.r.o."
    default: return "\(family) Engineering, Inc."
    }
  }

  private static let germanForms = [
    "GmbH", "GmbH & Co. KG", "GmbH", "KG", "AG", "GmbH", "e. K.", "GmbH & Co. KG", "OHG",
  ]

  private static func trades(of segment: SampleSegment) -> [String] {
    switch segment {
    case .packaging: ["Verpackungen", "Kartonagen", "Folientechnik", "Etikettierung"]
    case .food: ["Backwaren", "Molkereitechnik", "Fleischwaren", "Süßwaren"]
    case .automotive: ["Umformtechnik", "Stanztechnik", "Federn", "Gießerei"]
    case .pharma: ["Arzneimittel", "Reinraumtechnik", "Laborbedarf", "Wirkstoffe"]
    case .logistics: ["Fördertechnik", "Lagertechnik", "Sortieranlagen", "Hebezeuge"]
    case .medical: ["Medizintechnik", "Implantate", "Dentaltechnik", "Feinmechanik"]
    case .energy: ["Pumpen", "Anlagenbau", "Armaturen", "Kältetechnik"]
    case .intercompany: ["Vertrieb", "Service", "Vertrieb", "Service"]
    }
  }

  private static let stems = [
    "Adelshöfer", "Birkenrieth", "Cordsmann", "Dünnebacher", "Eschgruber", "Fehmarling",
    "Gößwald", "Hüttenrauth", "Immergrüner", "Jägerndorf", "Kützow", "Löffelholt", "Mühlgraben",
    "Niederaltheim", "Oßmerstedt", "Pfründler", "Querenhorster", "Rüschemeyer", "Schnörr",
    "Tüßlinger", "Uhlengrund", "Vörstmann", "Wüstenhöfer", "Zschornack", "Ährenfeld",
    "Börnersdorf", "Claßmann", "Düsterwald", "Eißfeldt", "Flößberg", "Grönhagen", "Hößlinger",
    "Jößnitz", "Krähwinkler", "Lüßmann", "Mößbauer", "Nöthlich", "Ölschläger", "Prüßner",
    "Räthke", "Sünderhof", "Thüngenau", "Überlach", "Völkering", "Wörnitzer", "Zähringen",
    "Blömeke", "Drößler", "Kößling", "Strüwing", "Weißmoor", "Königsforth", "Rödinghaus",
    "Sprögel",
  ]
}
