//! Dots on a terminal: a cell of braille holds two columns of four.

/// A grid of dots.
struct BrailleCanvas {
  let columns: Int
  let rows: Int
  private var cells: [UInt8]

  /// The bits of a cell's dots, by row, the left one first (Unicode 15, 22.1).
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = [UInt8](repeating: 0, count: max(0, columns * rows))
  }

  /// Dots across and down.
  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  /// Sets a dot; the first is at the top left. What lies outside is not drawn.
  mutating func dot(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 4 * columns + x / 2] |= Self.bits[y % 4][x % 2]
  }

  /// Sets the dots from one to another (Bresenham 1965).
  mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int)) {
    let (width, height) = (abs(to.x - from.x), -abs(to.y - from.y))
    let (right, down) = (from.x < to.x ? 1 : -1, from.y < to.y ? 1 : -1)
    var (x, y, error) = (from.x, from.y, width + height)
    while true {
      dot(x, y)
      if x == to.x, y == to.y { return }
      let twice = 2 * error
      if twice >= height {
        error += height
        x += right
      }
      if twice <= width {
        error += width
        y += down
      }
    }
  }

  /// A row of cells as text; cells without dots are blanks.
  func text(ofRow row: Int) -> [Character] {
    (0..<columns).map { column in
      let cell = cells[row * columns + column]
      return cell == 0 ? " " : Character(Unicode.Scalar(0x2800 + UInt32(cell)) ?? " ")
    }
  }
}
