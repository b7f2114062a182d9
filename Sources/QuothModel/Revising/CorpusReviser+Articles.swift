//! Changes of what articles say of their publication.

internal import QuothBasics

extension CorpusReviser {
  /// What an article says of its publication as it is now.
  public func publication(of article: ArticleID) -> CorpusBuilder.Publication {
    let row = rows.articles[article.index]
    var publication = CorpusBuilder.Publication()
    publication.title = rows.strings.optional(row.title)
    publication.outlet = row.outlet.value.map { rows.outlets[Int($0)].name }
    publication.agency = rows.strings.optional(row.agency)
    publication.author = rows.strings.optional(row.author)
    publication.translator = rows.strings.optional(row.translator)
    publication.place = rows.strings.optional(row.place)
    publication.date = row.day == ArticleRow.noDay ? nil : CalendarDay(dayNumber: row.day)
    publication.url = rows.strings.optional(row.url)
    return publication
  }

  /// Has an article say something else of its publication. Its address stays.
  public mutating func setPublication(of article: ArticleID, to publication: CorpusBuilder.Publication) {
    let old = self.publication(of: article)
    var row = rows.articles[article.index]
    func change(_ path: WritableKeyPath<ArticleRow, StringID>, _ old: String?, _ new: String?) {
      if old != new { row[keyPath: path] = new.map { add($0) } ?? .missing }
    }
    change(\.title, old.title, publication.title)
    change(\.agency, old.agency, publication.agency)
    change(\.author, old.author, publication.author)
    change(\.translator, old.translator, publication.translator)
    change(\.place, old.place, publication.place)
    if old.outlet != publication.outlet {
      row.outlet = OptionalNumber(publication.outlet.map { outlet(named: $0).number })
    }
    row.day = publication.date?.dayNumber ?? ArticleRow.noDay
    rows.articles[article.index] = row
  }

  private mutating func outlet(named name: String) -> OutletID {
    let folded = TextFolding.fold(name)
    if let known = rows.outlets.first(where: { TextFolding.fold($0.name) == folded }) { return known.id }
    let id = OutletID(rows.outlets.count)
    rows.outlets.append(Outlet(id: id, name: name))
    return id
  }

  /// An outlet that no article is of any longer is none.
  func dropEmptyOutlets(_ rows: inout TableRows) {
    var isUsed = [Bool](repeating: false, count: rows.outlets.count)
    rows.articles.forEachRow { _, row in if let outlet = row.outlet.value { isUsed[Int(outlet)] = true } }
    guard isUsed.contains(false) else { return }
    var final = [Int32?](repeating: nil, count: rows.outlets.count)
    var kept: [Outlet] = []
    for (index, outlet) in rows.outlets.enumerated() where isUsed[index] {
      final[index] = Int32(kept.count)
      kept.append(Outlet(id: OutletID(kept.count), name: outlet.name))
    }
    rows.outlets = kept
    rows.articles.replaceRows { _, row in
      guard let old = row.outlet.value, final[Int(old)] != old else { return nil }
      var row = row
      row.outlet = OptionalNumber(final[Int(old)])
      return row
    }
  }
}
