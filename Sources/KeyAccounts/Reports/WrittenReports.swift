// SPDX-License-Identifier: Apache-2.0

/// What writing the reports of a run did to their folder.
public struct WrittenReports: Sendable, Equatable {
  /// The files written, in the order of writing.
  public var files: [String]
  /// Results of an earlier run with another programme or other data that are gone now.
  public var removed: [String] = []
  /// Such results that somebody has changed since; they stay.
  public var changed: [String] = []
  /// Such results that stay because this run only checked or answered a question.
  public var outdated: [String] = []

  /// Starts with the files written.
  public init(files: [String]) { self.files = files }
}
