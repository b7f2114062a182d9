//! A session as a script that reads the same articles again, and notices when they are others.

/// An option of the command line that shapes which articles there are.
public struct SavedArgument: Hashable, Sendable {
  let option: String
  /// The path that it names.
  let path: String?
  /// A word that it takes, which is no path.
  let value: String?

  /// An option, with the path that it names, as given.
  public init(option: String, path: String? = nil) {
    self.option = option
    self.path = path
    value = nil
  }

  /// An option with a word that is no path.
  public init(option: String, value: String) {
    self.option = option
    path = nil
    self.value = value
  }
}

/// What stands above the statements of a session.
struct SavedScript {
  let articles: Int
  /// What they were read with; nothing for those that quoth reads by itself.
  let arguments: [SavedArgument]

  /// A script that `quoth run` takes.
  func text(of log: SessionLog) -> String {
    let noun = articles == 1 ? "article" : "articles"
    var text = "\(firstLines)\n# A session of quoth \(QuothVersion.current) on \(articles) \(noun).\n"
    text += "\n# On other articles, what follows would give other figures.\n"
    text += "expect count articles = \(articles)\n"
    return text + log.text
  }

  private var firstLines: String {
    // A pipe cannot be read again, and a line break would end the line.
    let words = arguments.compactMap { argument -> String? in
      if let value = argument.value {
        return value.contains(where: \.isNewline) ? nil : " \(argument.option) \(Self.quoted(value))"
      }
      guard let path = argument.path.map(TypedPath.absolute) else { return " \(argument.option)" }
      guard !path.contains(where: \.isNewline), !TypedPath.isStream(path) else { return nil }
      return " \(argument.option) \(Self.quoted(path))"
    }
    let arguments = words.joined()
    let line = "#!/usr/bin/env -S quoth run\(arguments)"
    // The system reads no more of it.
    guard line.utf8.count > Self.longest else { return line }
    return
      "#!/usr/bin/env -S quoth run\n# To be run as quoth run\(arguments) FILE, too long for the line above."
  }

  private static let longest = 250

  /// As `env -S` reads one word: within single marks, only the mark and the backslash have to be escaped.
  static func quoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || "/._-+,=@%".unicodeScalars.contains(scalar)
    }
    guard !isPlain else { return path }
    return "'" + path.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
