//! Colours for scripts in Vim, made from the words of the language.

internal import QuothQuery

/// The file `syntax/quoth.vim`.
public enum VimSyntax {
  /// The file's content: Vim script, ended by a line break.
  public static var text: String {
    var text = """
      " Vim syntax file: scripts of quoth (.query).
      " Made from the words of the language by `quoth generate vim`; changes belong there.
      if exists("b:current_syntax")
        finish
      endif
      syntax case ignore
      syntax iskeyword @,48-57,_,-,.,&,192-255


      """
    // The later ones win where a word is of several classes: a word that begins something is most often that.
    for (words, group) in order { text += "syntax keyword \(group) \(words.words.joined(separator: " "))\n" }
    text += """

      syntax match quothNumber "\\<-\\=\\d\\+\\%(\\.\\d\\+\\)\\=\\>"
      syntax match quothDate "\\<\\d\\{4}-\\d\\{2}\\%(-\\d\\{2}\\)\\=\\>"
      syntax match quothVariable "\\$\\k\\+"
      syntax match quothSign "[=<>~|]\\|!="
      syntax region quothString start=+"+ skip=+\\\\.+ end=+"+
      syntax region quothString start=+[“„]+ skip=+\\\\.+ end=+[”“]+
      syntax region quothString start=+\\%(^\\|[[:blank:](=,]\\)\\@1<='+ skip=+\\\\.+ end=+'+
      syntax region quothRegex start=+\\%(\\~\\s*\\)\\@3<=/+ skip=+\\\\.+ end=+/+ oneline
      syntax match quothComment "#.*$"


      """
    for (_, group) in order { text += "highlight default link \(group) \(link(of: group))\n" }
    for (group, link) in [
      ("quothNumber", "Number"), ("quothDate", "Number"), ("quothVariable", "Identifier"),
      ("quothSign", "Operator"),
      ("quothString", "String"), ("quothRegex", "String"), ("quothComment", "Comment"),
    ] {
      text += "highlight default link \(group) \(link)\n"
    }
    return text + "\nlet b:current_syntax = \"quoth\"\n"
  }

  private static let order: [(LanguageWordClass, String)] = [
    (.field, "quothField"), (.figure, "quothFigure"), (.collection, "quothCollection"),
    (.clause, "quothClause"),
    (.operator, "quothOperator"), (.constant, "quothConstant"), (.command, "quothCommand"),
    (.statement, "quothStatement"),
  ]

  private static func link(of group: String) -> String {
    switch group {
    case "quothField": "Identifier"
    case "quothFigure": "Function"
    case "quothCollection": "Type"
    case "quothOperator": "Operator"
    case "quothConstant": "Constant"
    case "quothCommand": "PreProc"
    default: "Statement"
    }
  }
}
