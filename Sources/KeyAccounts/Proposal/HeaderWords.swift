// SPDX-License-Identifier: Apache-2.0

/// A header reduced to what identifies it: letters and digits in lower case, umlauts written out,
/// without units, brackets and the period at its end.
struct HeaderWords {
  /// The words without anything between them, such as `umsatz` for `Umsatz 2025 (T€)`.
  var compact: String { words.joined() }
  /// What is left without the words that say which year it is; nil where none does.
  var qualified: (compact: String, qualifier: HeaderQualifier)? { HeaderQualifier.split(words) }
  private let words: [String]

  init(_ header: String) {
    let words = Self.folded(Self.withoutBrackets(header)).split(separator: " ").map(String.init)
    var kept = words.filter { !Self.units.contains($0) }
    while kept.count > 1, let last = kept.last, Self.isPeriod(last) { kept.removeLast() }
    self.words = kept
  }

  /// Lower case, `ß` as `ss`, umlauts written out, everything else but letters and digits a blank.
  static func folded(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      switch character {
      case "ä": result += "ae"
      case "ö": result += "oe"
      case "ü": result += "ue"
      case "ß": result += "ss"
      case _ where character.isLetter || character.isNumber: result.append(character)
      default: result.append(" ")
      }
    }
    return result
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var result = ""
    for character in text {
      if "([".contains(character) { depth += 1 }
      if depth == 0 { result.append(character) }
      if ")]".contains(character), depth > 0 { depth -= 1 }
    }
    return result
  }

  private static func isPeriod(_ word: String) -> Bool {
    let digits = word.hasPrefix("fy") || word.hasPrefix("gj") ? word.dropFirst(2) : word[...]
    let isYear = digits.utf8.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
    return digits.utf8.allSatisfy { (48...57).contains($0) }
      && (isYear || digits.utf8.count == 2 && digits.utf8.count < word.utf8.count)
  }

  /// Whether a header names numbers that identify something and mean nothing when added up; an
  /// empty one tells nobody what its numbers are.
  static func namesKey(_ header: String) -> Bool {
    guard let last = folded(header).split(separator: " ").last else { return true }
    return keyWords.contains(String(last)) || keyEndings.contains { last.hasSuffix($0) }
  }

  /// Whether a header stands over the stages of deals, or says how likely they are won.
  static func namesDeal(_ header: String) -> Bool {
    dealHeaders.contains(HeaderWords(header).compact)
  }

  /// Whether a header stands over what has become of a row.
  static func namesStatus(_ header: String) -> Bool {
    folded(header).split(separator: " ").last.map { statusWords.contains(String($0)) } ?? false
  }

  /// Whether a text says that a row came to nothing, as cancelled invoices and lost deals do.
  static func saysVoid(_ text: String) -> Bool {
    folded(text).split(separator: " ").contains { voidWords.contains(String($0)) }
  }

  private static let dealHeaders: Set<String> = [
    "stage", "dealstage", "salesstage", "opportunitystage", "verkaufsphase", "vertriebsphase",
    "probability", "wahrscheinlichkeit", "abschlusswahrscheinlichkeit", "opportunity",
    "opportunityid", "opportunityname", "verkaufschance", "deal", "dealname", "dealid",
    "forecastcategory",
  ]
  private static let statusWords: Set<String> = [
    "status", "stage", "phase", "verkaufsphase", "vertriebsphase", "belegstatus", "zustand",
  ]
  private static let voidWords: Set<String> = [
    "cancelled", "canceled", "storniert", "void", "voided", "lost", "verloren", "abgelehnt",
    "rejected", "declined",
  ]

  private static let keyWords: Set<String> = [
    "id", "nr", "no", "key", "code", "zeile", "row", "line", "index", "fax", "tel", "jahr", "year",
    "konto", "gegenkonto", "rang", "rank",
  ]
  private static let keyEndings = [
    "number", "nummer", "schluessel", "phone", "telefon", "gegenkonto", "_id", "_key",
  ]

  private static let units: Set<String> = [
    "t", "eur", "usd", "chf", "gbp", "teur", "keur", "tsd", "mio", "mrd", "in", "p", "a",
  ]

  // MARK: Synonyms

  /// Known headers in compact form, each with its role and its place in the list of that role.
  static let roles: [String: (role: ColumnRole, fit: Int)] = {
    var known: [String: (role: ColumnRole, fit: Int)] = [:]
    for (role, words) in synonyms {
      for (fit, word) in words.split(separator: " ").enumerated() {
        known[String(word)] = (role, fit)
      }
    }
    return known
  }()

  /// Words that decide a header by its end, in alphabetical order.
  static let endings: [(word: String, role: ColumnRole)] = {
    let deciding: Set<ColumnRole> = [
      .currency, .revenue, .margin, .potential, .country, .segment, .pipeline, .postcode,
    ]
    return roles.filter { word, known in
      deciding.contains(known.role) && word.utf8.count >= 5 && !wholeHeaders.contains(word)
    }
    .map { ($0.key, $0.value.role) }
    .sorted { $0.word < $1.word }
  }()

  /// Words too general to decide a header by its end: a tax amount is no revenue.
  private static let wholeHeaders: Set<String> = ["betrag", "amount", "nettobetrag", "netamount"]

  /// Column names of SAP, Dynamics, DATEV, Abacus and CRM exports, the better ones first.
  private static let synonyms: [(ColumnRole, String)] = [
    (
      .account,
      "kundennr kundennummer kdnr kunde debitor debitorennr debitorennummer customerid "
        + "customerno customernumber customer accountid accountnumber accountno account "
        + "kunnr kndnr kunag kunrg partner soldto billto soldtoparty bp auftraggeber regulierer "
        + "geschaeftspartner personenkonto kontonummer kundenid kundenkey customerkey client "
        + "clientid clientno reseller resellerid resellerkey dealer dealerid haendler haendlernr "
        + "konto nr"
    ),
    (
      .name,
      "name1 name kundenname accountname customername companyname bezeichnung firma "
        + "firmenname company unternehmen unternehmensname organisation organization "
        + "organisationname organizationname kurzbezeichnung kontobezeichnung "
        + "kontenbezeichnung kundenbezeichnung "
        + "debitorenname"
    ),
    (
      .parent,
      "konzernnummer konzernnr konzernschluessel parentaccountnumber parentaccountid "
        + "parentid parentaccount uebergeordneterkunde kundenhierarchie1 subsidiaryof konzern "
        + "ultimateparent globalultimate verbund stammhaus konzs hkunnr hielv01 parent"
    ),
    (.parentName, "konzernname parentname parentaccountname"),
    (.vat, "ustidnr ustid vatid vatnumber vatno vat umsatzsteuerid stceg uid uidnr"),
    (.postcode, "plz postleitzahl postcode postalcode zip zipcode pstlz"),
    (.country, "land country countryregion land1 laendercode countrycode staat officelocation"),
    (.region, "region gebiet territory vertriebsgebiet vkorg verkaufsorganisation salesregion"),
    (
      .segment,
      "segment branche industry sector kundengruppe customersegment kdgrp brsch sparte "
        + "spart vertriebsweg vtweg"
    ),
    (.system, "system quellsystem erpsystem sourcesystem"),
    (
      .period,
      "periode period perjahr periodejahr monat month buchungsperiode perio perbl "
        + "fakturadatum invoicedate orderdate closedate buchungsdatum belegdatum postingdate "
        + "fkdat budat geschaeftsjahr fiscalyear gjahr gjahrper stand datum date jahr year"
    ),
    (.validFrom, "gueltigab gueltigvon validfrom datab"),
    (.validTo, "gueltigbis validto validuntil datbi"),
    (
      .currency,
      "waehrung currency waehrg wkz belegwaehrung hauswaehrung curr waerk waers frwae "
        + "recwaers currencycode isocode wkzumsatz"
    ),
    (.rate, "kurs rate exchangerate umrechnungskurs wechselkurs"),
    (
      .revenue,
      "umsatz nettoumsatz revenue netsales netrevenue nettoerloes erloes erloese turnover "
        + "nettowert netvalue netwr erlos vv010 verkauf sales salesamount nettobetrag netamount "
        + "betraginhauswaehrung dmbtr umsaetze revenues betrag amount"
    ),
    (
      .priorRevenue,
      "vorjahresumsatz vorjahrsumsatz priorrevenue priorsales lastyearrevenue lastyearsales"
    ),
    (
      .growth,
      "wachstum wachstumsrate umsatzwachstum umsatzentwicklung umsatzveraenderung veraenderung abweichung "
        + "growth growthrate revenuegrowth salesgrowth yoy yoygrowth cagr"
    ),
    (.orderIntake, "auftragseingang orderintake bookings ae"),
    (.pipeline, "closevalue dealvalue opportunityvalue opportunityamount pipeline angebotswert"),
    (
      .cost,
      "cogs costofgoodssold costofsales cost costs kosten wareneinsatz herstellkosten "
        + "herstellungskosten einstandswert einkaufswert selbstkosten materialkosten hk"
    ),
    (
      .margin,
      "db1 dbi deckungsbeitrag1 deckungsbeitragi db deckungsbeitrag contributionmargin "
        + "db2 dbii rohertrag bruttomarge grossmargin grossprofit marge margin profit gm spanne "
        + "deckungsbeitrag2 deckungsbeitragii db3 dbiii rohgewinn rohmarge profits gewinn ergebnis "
        + "ertrag"
    ),
    (
      .potential,
      "potenzial potential gesamtpotenzial jahrespotenzial bedarf einkaufsvolumen "
        + "beschaffungsvolumen wallet totaladdressablespend addressablespend totalspend "
        + "estpotential tam tamperaccount"
    ),
    (
      .countries,
      "laender laenderzahl anzahllaender laenderanzahl countries countrycount numberofcountries"
    ),
    (
      .sites,
      "standorte standortzahl anzahlstandorte niederlassungen sites sitecount numberofsites "
        + "locations"
    ),
    (.share, "lieferanteil bedarfsdeckungsanteil shareofwallet sow anteil"),
  ]
}
