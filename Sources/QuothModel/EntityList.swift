//! The entities that a mention or a quotation names: mostly one, so that one takes no memory of its own.

/// A short list of entities, stored in place when it holds at most one.
public struct EntityList: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  private var only: Int32 = -1
  private var several: [EntityID] = []

  /// The entities in this order.
  public init(_ entities: [EntityID]) {
    if entities.count > 1 {
      several = entities
    } else if let first = entities.first {
      only = first.number
    }
  }

  public init(arrayLiteral entities: EntityID...) { self.init(entities) }

  /// One entity, or none for -1.
  init(only: Int32) { self.only = only }

  @inlinable public var startIndex: Int { 0 }
  public var endIndex: Int { only >= 0 ? 1 : several.count }
  public subscript(index: Int) -> EntityID { only >= 0 ? EntityID(Int(only)) : several[index] }
}
