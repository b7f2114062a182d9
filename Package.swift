// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// The analysis of articles is optimized in debug builds too: the suite reads 200,000 sentences of random words.
let analysis: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "quoth",
  products: [.executable(name: "quoth", targets: ["quoth"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // C libraries of the system, each imported by the one target that needs it.
    .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    // Web pages as events, by libxml2, whose headers lie in a folder of their own.
    .target(
      name: "CHTML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
      linkerSettings: [.linkedLibrary("xml2")]),
    // Word lists and the topic taxonomy, linked into the binary byte for byte.
    .target(name: "CLexicons", exclude: ["data"], cSettings: [.headerSearchPath("data")]),

    // Floor: folding, display width, calendar days, edit distance.
    .target(name: "QuothBasics", dependencies: ["CUTF8Proc"], swiftSettings: analysis),
    // Floor: articles, quotations, mentions, and the immutable corpus.
    .target(name: "QuothModel", dependencies: ["QuothBasics"], swiftSettings: analysis),
    // Floor: query text to plan, the catalogue of fields, diagnostics, results.
    .target(
      name: "QuothQuery", dependencies: ["QuothBasics", "QuothStatistics"],
      exclude: ["Diagnostics/README.md"],
      swiftSettings: strict),
    // Article bytes to corpus: reading, quotations, mentions, attribution, topics.
    .target(
      name: "QuothExtraction", dependencies: ["QuothBasics", "QuothModel", "CHTML", "CLexicons"],
      exclude: ["README.md"],
      swiftSettings: analysis),
    // Measures of association, keyness and dispersion: numbers in, numbers out.
    .target(name: "QuothStatistics", swiftSettings: strict),
    // A plan run over a corpus in memory.
    .target(
      name: "QuothEngine",
      dependencies: ["QuothBasics", "QuothModel", "QuothQuery", "QuothStatistics", "CPCRE2"],
      swiftSettings: strict),
    // The lessons of the tour as files, linked into the binary byte for byte.
    .target(name: "CLessons", exclude: ["lessons"], cSettings: [.headerSearchPath("lessons")]),
    // Lessons: their files, what they leave to the corpus, and whether an answer is right.
    .target(
      name: "QuothTeaching", dependencies: ["QuothBasics", "QuothQuery", "CLessons"], swiftSettings: strict),
    // Results, diagnostics and help to text.
    .target(
      name: "QuothRender", dependencies: ["QuothBasics", "QuothQuery", "QuothStatistics"],
      swiftSettings: strict),
    // What happens to each line the user or a script gives; the only library that opens files.
    .target(
      name: "QuothShell",
      dependencies: [
        "QuothBasics", "QuothModel", "QuothQuery", "QuothExtraction", "QuothEngine", "QuothRender",
        "QuothTeaching", "CTerminal", "CZlib", "CZstd",
      ],
      swiftSettings: strict),
    // The process edge: arguments, line editor, terminal, signals, exit codes.
    .target(name: "CTerminal"),
    .executableTarget(
      name: "quoth",
      dependencies: [
        "QuothExtraction", "QuothRender", "QuothShell", "CLibedit", "CTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Learns the weights of the pronoun ranker.
    .executableTarget(
      name: "quoth-train", dependencies: ["QuothBasics", "QuothExtraction"], swiftSettings: strict),
    // Invented news with known quotations, and the program that writes it for Scripts/bench.
    .target(
      name: "QuothBenchmark", dependencies: ["CLexicons", "QuothBasics"], swiftSettings: strict),
    .executableTarget(
      name: "quoth-bench",
      dependencies: ["QuothBenchmark", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    // What tests share: corpora made by hand, snapshots, seeded random numbers, a made-up vocabulary.
    .target(
      name: "QuothTestSupport", dependencies: ["QuothBasics", "QuothModel", "QuothQuery", "QuothStatistics"],
      path: "Tests/QuothTestSupport", swiftSettings: strict),
    .testTarget(
      name: "QuothQueryTests",
      dependencies: ["QuothBasics", "QuothQuery", "QuothRender", "QuothTestSupport"],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "QuothTeachingTests", dependencies: ["QuothBasics", "QuothQuery", "QuothTeaching"],
      swiftSettings: strict),
    .testTarget(
      name: "QuothStatisticsTests", dependencies: ["QuothStatistics"], swiftSettings: strict),
    .testTarget(
      name: "QuothRenderTests",
      dependencies: ["QuothBasics", "QuothQuery", "QuothRender", "QuothTestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "QuothEngineTests",
      dependencies: ["QuothBasics", "QuothModel", "QuothQuery", "QuothEngine", "QuothTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "QuothExtractionTests",
      dependencies: [
        "CLexicons", "QuothBasics", "QuothBenchmark", "QuothModel", "QuothExtraction", "QuothTestSupport",
      ],
      exclude: ["Expected"], swiftSettings: strict),
    // Pseudo-terminals for tests; glibc hides the calls from Swift.
    .target(name: "CPty", path: "Tests/CPty"),
    // Sessions, scripts and keys, through the library and through the executable that is built for it.
    .testTarget(
      name: "QuothShellTests",
      dependencies: [
        "QuothBasics", "QuothEngine", "QuothExtraction", "QuothModel", "QuothQuery", "QuothRender",
        "QuothShell", "QuothTeaching",
        "QuothTestSupport", "quoth", "CPty", "CZlib", "CZstd",
      ],
      exclude: ["Sessions", "Queries", "Loading", "Pages", "Describing"], swiftSettings: strict),
    .testTarget(
      name: "QuothBenchmarkTests",
      dependencies: ["QuothBenchmark", "QuothExtraction", "QuothModel"], swiftSettings: strict),
    // The figures of the open evaluation set in Tests/Evaluation against their floor.
    .testTarget(
      name: "EvaluationTests", dependencies: ["QuothModel", "QuothExtraction", "QuothTestSupport"],
      swiftSettings: strict),
    // Conventions: imports, sizes, headers.
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ]
)

// Only for Scripts/fuzz: libFuzzer brings its own entry, and all modules have to be built for it.
if Context.environment["QUOTH_FUZZ_BUILD"] != nil {
  package.targets.append(
    .executableTarget(
      name: "quoth-fuzz",
      dependencies: ["QuothEngine", "QuothExtraction", "QuothModel", "QuothQuery", "QuothTestSupport"],
      path: "Tests/Fuzz", swiftSettings: strict))
}

// Only for Scripts/docs: the plugin that builds the documentation, which no other build needs.
if Context.environment["QUOTH_DOCS_BUILD"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"))
}
