// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// What this release calls itself in `run.json` and `--version`.
public enum Engine {
  /// The version of the engine.
  public static let version = "0.1.0"
}

extension Run {
  /// Names the run by everything that decides its results.
  ///
  /// That is the engine version, the programme with its overrides, and the bytes of every input;
  /// the same inputs give the same id on every machine.
  public var id: String {
    var text = "kontor \(Engine.version)\n\(programme.text)\n"
    for override in programme.overrides { text += "\(override)\n" }
    for input in inputs { text += "\(input.name) \(input.sha256)\n" }
    text += seed.map { "seed \($0)\n" } ?? ""
    text += accounts.asOf.map(\.description) ?? ""
    return String(SHA256.hexDigest(of: Array(text.utf8)).prefix(16))
  }
}
