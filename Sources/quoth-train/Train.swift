//! Learns the weights of the pronoun ranker from annotated news, and prints them as `ranker.tsv`.
//!
//! `quoth-train GOLD.jsonl SILVER.jsonl`: articles with attributions as in PolNeAR, and the names of their sources.
//! The same files give the same weights, to the byte.

import FoundationEssentials
@preconcurrency import Glibc
import QuothExtraction

@main
enum Train {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "verbs" { return trainVerbs(arguments[2]) }
    guard arguments.count == 3 else {
      fputs("usage: quoth-train GOLD.jsonl SILVER.jsonl > ranker.tsv\n", stderr)
      exit(2)
    }
    do {
      let examples = try Examples.read(gold: arguments[1], silver: arguments[2])
      guard !examples.isEmpty else {
        fputs("no pronoun source with a known speaker in \(arguments[1])\n", stderr)
        exit(4)
      }
      let set = AnalysisTrace.setWeights
      let learned = AnalysisTrace.features.map { set[$0] == nil }
      let weights = LinearModel.train(
        examples.map { $0.restricted(to: learned) }, features: AnalysisTrace.features.count)
      fputs(
        "\(examples.count) pronouns, \(LinearModel.right(examples, weights)) right after training\n", stderr)
      fputs(
        "# Weights of the ranker that finds the person a pronoun means: feature, weight. Written by Scripts/train.\n",
        stdout)
      for (name, weight) in zip(AnalysisTrace.features, weights) {
        fputs("\(name)\t\(set[name] ?? Double((weight * 1000).rounded()) / 1000)\n", stdout)
      }
    } catch {
      fputs("quoth-train: \(error)\n", stderr)
      exit(4)
    }
  }
}

/// Learns which words are finite verbs, from a treebank in CoNLL-U, and prints `verbs.tsv`.
private func trainVerbs(_ path: String) {
  do {
    let examples = try VerbExamples.read(path)
    let weights = VerbModel.train(examples.filter { !$0.isHeldBack })
    for limit in [0, 1.1, 1.73, 2.2] {
      let found = VerbModel.measure(weights, examples, limit: limit)
      fputs(
        "log odds \(limit): \(found.verbs) verbs held back, \(found.taken) taken, \(found.right) right\n",
        stderr)
    }
    fputs(
      "# Weights of the model that guesses finite verbs: feature, weight. Written by Scripts/train verbs.\n",
      stdout)
    fputs(
      "# Learned on GUM (Universal Dependencies, github.com/amir-zeldes/gum), annotations CC BY 4.0.\n",
      stdout)
    for (name, weight) in weights { fputs("\(name)\t\(Double((weight * 1000).rounded()) / 1000)\n", stdout) }
  } catch {
    fputs("quoth-train: \(error)\n", stderr)
    exit(4)
  }
}

/// A pronoun and the persons it may mean, by their features; `right` are those that it does mean.
struct Example {
  let candidates: [[Double]]
  let right: [Bool]

  /// The example with features that are not learned left out.
  func restricted(to learned: [Bool]) -> Example {
    Example(
      candidates: candidates.map { features in zip(features, learned).map { $1 ? $0 : 0 } }, right: right)
  }
}
