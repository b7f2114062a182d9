//! Whom a description by an office can mean.

internal import QuothModel

/// The persons of an article by the heads of their roles and by their country.
struct RoleHolders {
  private var byHead: [String: [Int]] = [:]
  private var byCountry: [Int: [Int]] = [:]

  init(_ table: EntityTable) {
    for (number, entity) in table.entities.enumerated() where entity.kind == .person {
      var heads = Set(entity.roles.map(\.head))
      if !heads.isDisjoint(with: Self.leaders) { heads.formUnion(Self.leaders) }
      for head in heads { byHead[head, default: []].append(number) }
      if let country = entity.country { byCountry[country, default: []].append(number) }
    }
  }

  /// Persons whom a head noun can mean, and for "his Iranian counterpart" all of the country; each once, in the order
  /// of their first mention.
  func persons(called head: String, _ country: Int?) -> [Int] {
    guard head == "counterpart", let country, let countrymen = byCountry[country] else {
      return byHead[head] ?? []
    }
    return Set(byHead[head] ?? []).union(countrymen).sorted()
  }

  /// Heads that can stand for one another: who leads a state.
  static func areBothLeaders(_ left: String, _ right: String) -> Bool {
    leaders.contains(left) && leaders.contains(right)
  }

  private static let leaders: Set<String> = [
    "leader", "president", "dictator", "ruler", "premier", "chancellor", "monarch", "king",
  ]
}
