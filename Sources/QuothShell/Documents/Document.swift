//! The documents that are made from the definitions of the language and a corpus.

internal import QuothQuery

/// A document of examples.
public enum Document: Sendable {
  case reference, tutorial

  /// The document, in Markdown, on the articles of a session.
  public func text(on session: Session) throws(DocumentFailure) -> String {
    do throws(ExecutionError) {
      return switch self {
      case .reference: LanguageReference.text(examplesFrom: session.corpus)
      case .tutorial: try TutorialDocument.text(on: session.corpus)
      }
    } catch {
      throw DocumentFailure(
        message: ExecutionMessages.text(of: error), status: ExecutionMessages.status(of: error))
    }
  }
}

/// Why a document cannot be made.
public struct DocumentFailure: Error {
  /// The reason in words.
  public let message: String
  /// What a program ends with that was to make it.
  public let status: ExitStatus
}
