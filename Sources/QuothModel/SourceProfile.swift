//! What an article says of the source of a quotation.

/// What kind of source speaks.
public enum SourceType: String, BitwiseCopyable, CaseIterable, Sendable {
  /// A person whom the article names.
  case person
  /// An organization, or a place that speaks for its government.
  case organization
  /// A text: a report, a poll, a lawsuit.
  case document
  /// Several people without names.
  case group
  /// One person without a name.
  case unnamed
  /// People without a name who asked for that, or whom the article promised it.
  case anonymous
}

/// What kind of source speaks, and the words that present it. The ranges lie in the quotation's article, mostly where
/// the source is introduced.
public struct SourceProfile: Hashable, Sendable {
  /// The kind of source.
  public var type: SourceType
  /// The office of a person, without the article before it: "director of the port".
  public var title: TextRange?
  /// Why the source is there: "who leases a stall".
  public var introduced: TextRange?
  /// Whom the source speaks for: "the port" of "a spokesman for the port".
  public var onBehalf: TextRange?
  /// The text that the words come from: "a report by the port".
  public var document: TextRange?
  /// The words that keep a name back, with the reason where one is given.
  public var anonymity: TextRange?

  /// A source of this kind of which nothing else is said.
  public init(_ type: SourceType) { self.type = type }
}

/// A profile as stored. The quotations of one source share it.
struct SourceProfileRow: BitwiseCopyable, Sendable {
  private let title: OptionalRange
  private let introduced: OptionalRange
  private let onBehalf: OptionalRange
  private let document: OptionalRange
  private let anonymity: OptionalRange
  private let type: Stored<SourceType>
  private let padding: (UInt8, UInt8, UInt8) = (0, 0, 0)

  init(_ profile: SourceProfile) {
    title = OptionalRange(profile.title)
    introduced = OptionalRange(profile.introduced)
    onBehalf = OptionalRange(profile.onBehalf)
    document = OptionalRange(profile.document)
    anonymity = OptionalRange(profile.anonymity)
    type = Stored(profile.type)
  }

  var profile: SourceProfile {
    var profile = SourceProfile(type.value)
    profile.title = title.value
    profile.introduced = introduced.value
    profile.onBehalf = onBehalf.value
    profile.document = document.value
    profile.anonymity = anonymity.value
    return profile
  }
}
