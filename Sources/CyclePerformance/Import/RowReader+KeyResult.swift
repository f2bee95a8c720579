// SPDX-License-Identifier: Apache-2.0
import Accounts

extension KeyResult {
  /// Reads everything but the keys and the title from `reader`, which keeps what is wrong.
  mutating func readMeasures(_ reader: inout RowReader) {
    kind = reader.kind()
    unit = reader.unit
    scale = reader.scale(of: kind)
    hasUnreadableScale = reader.hasUnreadable(scale)
    current = reader.value(.current, of: self)
    typedProgress = reader.typedProgress()
    weight = reader.weight(.weight)
    owner = reader.text(.owner)
    comment = reader.text(.comment)
    indicator = reader.choice(.indicator, of: Indicator.self)
    isInfluenceable = reader.flag(.influenceable)
    isBonusRelevant = reader.flag(.bonusRelevant)
    ambition = reader.choice(.ambition, of: Ambition.self) ?? .aspirational
    progressMode = reader.choice(.progressMode, of: ProgressMode.self) ?? .own
    alpha = reader.alpha()
    reader.checkScale(of: self)
  }
}

extension RowReader {
  /// The type; where a row of a flat sheet names none, a goal of yes makes it boolean.
  fileprivate mutating func kind() -> KeyResult.Kind {
    if let kind = choice(.kind, of: KeyResult.Kind.self) { return kind }
    guard table.kind == .plan, text(.kind) == nil, !isNumber(.target) else { return .metric }
    return text(.target).flatMap(SheetFlag.init(word:)) == .yes ? .boolean : .metric
  }
}

extension KeyResult.Scale {
  /// Whether a value can be turned into progress at all.
  func isMeasurable(_ kind: KeyResult.Kind) -> Bool {
    switch kind {
    case .metric: baseline != nil && target != nil
    case .atLeast, .atMost: target != nil
    case .between: low != nil && high != nil
    case .zones: baseline != nil && commit != nil && target != nil && stretch != nil
    case .boolean, .milestone, .ordinal: true
    }
  }

  /// Whether there is neither start nor target.
  var isEmpty: Bool { baseline == nil && target == nil }
}

extension RowReader {
  mutating func scale(of kind: KeyResult.Kind) -> KeyResult.Scale {
    var scale = KeyResult.Scale()
    scale.baseline = bound(.baseline, kind)
    scale.target = bound(.target, kind)
    scale.low = number(.low)
    scale.high = number(.high)
    scale.commit = number(.commit)
    scale.stretch = number(.stretch)
    scale.tolerance = tolerance()
    return scale
  }

  /// Start or target; yes and no are 1 and 0 for what is either done or not.
  private mutating func bound(_ column: OKRColumn, _ kind: KeyResult.Kind) -> Double? {
    guard kind == .boolean, !isNumber(column),
      let flag = text(column).flatMap(SheetFlag.init(word:))
    else { return number(column) }
    return flag == .yes ? 1 : 0
  }

  /// How far outside a limit still counts in part; nothing for 0, which allows no distance.
  private mutating func tolerance() -> Double? {
    guard let tolerance = number(.tolerance) else { return nil }
    if tolerance < 0 { reportOutside(.tolerance, de: "0 oder mehr", en: "0 or more") }
    return tolerance > 0 ? tolerance : nil
  }

  /// Whether a cell of `scale` has text that is no number.
  func hasUnreadable(_ scale: KeyResult.Scale) -> Bool {
    scale.baseline == nil && hasContent(.baseline) || scale.target == nil && hasContent(.target)
      || scale.low == nil && hasContent(.low) || scale.high == nil && hasContent(.high)
      || scale.commit == nil && hasContent(.commit)
      || scale.stretch == nil && hasContent(.stretch)
  }

  /// A weight, 1 where none is given; a negative one is an error.
  mutating func weight(_ column: OKRColumn) -> Double {
    guard let weight = number(column) else { return 1 }
    guard weight < 0 else { return weight }
    report(
      .badWeight,
      column,
      found: text(column),
      LocalizedText(
        de: "Gewicht '\(text(column) ?? "")' ist negativ; erwartet 0 oder mehr",
        en: "weight '\(text(column) ?? "")' is negative; expected 0 or more"
      )
    )
    return weight
  }

  mutating func alpha() -> Double {
    guard let alpha = number(.alpha) else { return 0.5 }
    guard !(0...1).contains(alpha) else { return alpha }
    reportOutside(.alpha, de: "0 bis 1", en: "0 to 1")
    return 0.5
  }

  /// The typed percentage, compared later with the computed one.
  mutating func typedProgress() -> TypedProgress? {
    guard let text = text(.typedProgress), let value = number(.typedProgress) else { return nil }
    return TypedProgress(
      number: value,
      hasPercentSign: hasPercentSign(.typedProgress),
      text: text,
      column: position(of: .typedProgress) ?? 0
    )
  }

  /// Whether a percent sign stands behind the number in a cell.
  func hasPercentSign(_ column: OKRColumn) -> Bool {
    text(column).flatMap { SheetNumber($0) }?.hasPercentSign ?? false
  }

  /// Reports targets that no value can be measured against.
  mutating func checkScale(of keyResult: KeyResult) {
    let scale = keyResult.scale
    switch keyResult.kind {
    case .metric:
      guard let baseline = scale.baseline, baseline == scale.target else { return }
      report(
        .targetEqualsBaseline,
        .target,
        found: text(.target),
        LocalizedText(
          de: "Zielwert gleich Startwert: Fortschritt lässt sich nicht messen",
          en: "target equals baseline: progress cannot be measured"
        )
      )
    case .between:
      guard let low = scale.low, let high = scale.high, low > high else { return }
      reportOutside(.high, de: "mindestens die Untergrenze", en: "at least the lower limit")
    case .zones:
      guard scale.isMeasurable(.zones),
        Progress.zones(scale, current: nil).reason == .zonesNotMonotone
      else { return }
      report(
        .zonesNotMonotone,
        .commit,
        found: text(.commit),
        LocalizedText(
          de: "Startwert, Commit, Ziel und Stretch müssen stetig steigen oder stetig fallen",
          en: "baseline, commit, target and stretch must rise strictly or fall strictly"
        )
      )
    case .boolean, .milestone, .atLeast, .atMost, .ordinal: return
    }
  }

  /// A value of `keyResult`, read the way its kind is measured.
  mutating func value(_ column: OKRColumn, of keyResult: KeyResult) -> KeyResultValue? {
    guard let text = text(column) else { return nil }
    switch keyResult.kind {
    case .boolean: return flagValue(text, in: column)
    case .ordinal: return choice(column, of: Zone.self).map { .zone($0) }
    case .milestone:
      if !isNumber(column) { return flag(column).map { .flag($0) } }
      return milestoneValue(column, of: keyResult)
    case .metric, .atLeast, .atMost, .between, .zones:
      if !isNumber(column), SheetFlag(word: text) != nil, keyResult.scale.isEmpty {
        return nil
      }
      return number(column).map { .number($0) }
    }
  }

  private mutating func flagValue(_ text: String, in column: OKRColumn) -> KeyResultValue? {
    if SheetFlag(word: text) == nil, isNumber(column) {
      guard let number = number(column) else { return nil }
      let isPercent = hasPercentSign(column)
      if number == 0 || number == (isPercent ? 100 : 1) { return .flag(number != 0) }
      reportOutside(column, de: "ja oder nein", en: "yes or no")
      return nil
    }
    return flag(column).map { .flag($0) }
  }

  private mutating func milestoneValue(
    _ column: OKRColumn,
    of keyResult: KeyResult
  ) -> KeyResultValue? {
    guard let number = number(column) else { return nil }
    let most = keyResult.scale.target ?? 100
    guard number < 0 || number > most else { return .number(number) }
    reportOutside(column, de: "0 bis \(most)", en: "0 to \(most)")
    return nil
  }

  /// Reports a value that its column or key result cannot have.
  mutating func reportOutside(_ column: OKRColumn, de german: String, en english: String) {
    report(
      .outsideDomain,
      column,
      found: text(column),
      LocalizedText(
        de: "'\(text(column) ?? "")' in '\(name(of: column))' liegt außerhalb; erwartet \(german)",
        en: "'\(text(column) ?? "")' in '\(name(of: column))' is outside; expected \(english)"
      )
    )
  }
}
