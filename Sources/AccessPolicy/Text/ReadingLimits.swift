/// How much is read before a file, or a folder, is refused.
///
/// Files come from people and requests from other systems; either can be broken, or be made to do
/// harm. The limits are far above what honest files need, and keep reading short and small.
public struct ReadingLimits: Sendable, Hashable {
  /// Bytes of one file or request; the rules of a whole region, in one file, take about 1 MiB.
  public var fileBytes = 8 << 20

  /// Bytes of all files of a folder together: room for eight of the largest.
  public var folderBytes = 64 << 20

  /// Files that are read from one folder: one for each of a region's wards, several times over.
  public var files = 2_000

  /// Files and folders of any kind that are looked at: ten for each file that may be read.
  ///
  /// It ends the search when somebody names the root of a disk by mistake.
  public var folderEntries = 20_000

  /// Lists and mappings inside each other; the language needs 8, and each level costs stack later.
  public var depth = 64

  /// Values of one file, aliases counted as often as they are used: about 150 bytes of memory each.
  public var nodes = 1_000_000

  /// Anchors, and aliases, of one file; what has more is made by a program, which needs none.
  public var aliases = 1_000

  /// Mistakes that are reported for one file; nobody reads further.
  public var reports = 1_000

  /// The limits as they are when nobody says otherwise.
  public static let standard = ReadingLimits()

  /// Makes the standard limits, to be changed one by one.
  public init() {}
}
