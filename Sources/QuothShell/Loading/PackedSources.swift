//! gzip and zstd, unpacked as they are read.

internal import CZlib
internal import CZstd

/// What both kinds of archive need: the packed bytes, a buffer at a time.
private final class PackedInput {
  private let source: any ByteSource
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private(set) var isOver = false

  init(_ source: any ByteSource) { self.source = source }

  deinit { buffer.deallocate() }

  /// Fills the buffer anew and returns how much came; 0 at the end.
  func refill() throws(SourceFailure) -> Int {
    let count = try source.read(into: buffer)
    isOver = count == 0
    return count
  }
}

/// A gzip file, of one member or of several one after the other.
final class GzipSource: ByteSource {
  private let input: PackedInput
  private var stream = z_stream()
  private var isWithinMember = false

  init(_ source: any ByteSource) {
    input = PackedInput(source)
    _ = czlib_inflate_gzip(&stream)
  }

  deinit { inflateEnd(&stream) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(clamping: buffer.count)
    let room = Int(stream.avail_out)
    while Int(stream.avail_out) == room {
      if stream.avail_in == 0 {
        let count = try input.refill()
        if count == 0 {
          if isWithinMember { throw .truncated }
          return 0
        }
        stream.next_in = input.buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_in = UInt32(count)
      }
      // Zeros behind the last member fill up a tape's block.
      if !isWithinMember, stream.next_in?.pointee == 0 { return 0 }
      isWithinMember = true
      switch inflate(&stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isWithinMember = false
        inflateReset(&stream)
      default: throw .damaged(stream.msg.map { String(cString: $0) } ?? "not gzip")
      }
    }
    return room - Int(stream.avail_out)
  }
}

/// A zstd file, of one frame or of several one after the other.
final class ZstdSource: ByteSource {
  private let input: PackedInput
  private let context = ZSTD_createDCtx()
  private var window = ZSTD_inBuffer(src: nil, size: 0, pos: 0)
  private var isWithinFrame = false

  init(_ source: any ByteSource) {
    input = PackedInput(source)
    // Large dumps are packed with --long=31.
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31)
  }

  deinit { ZSTD_freeDCtx(context) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    while output.pos == 0 {
      if window.pos == window.size {
        let count = try input.refill()
        if count == 0 {
          // What is buffered within comes out without more bytes.
          if isWithinFrame, try step(&output) > 0, output.pos == 0 { throw .truncated }
          return output.pos
        }
        window = ZSTD_inBuffer(src: input.buffer.baseAddress, size: count, pos: 0)
      }
      isWithinFrame = try step(&output) != 0
    }
    return output.pos
  }

  /// Unpacks a bit more; 0 where a frame ends.
  private func step(_ output: inout ZSTD_outBuffer) throws(SourceFailure) -> Int {
    let left = ZSTD_decompressStream(context, &output, &window)
    if ZSTD_isError(left) != 0 { throw .damaged(String(cString: ZSTD_getErrorName(left))) }
    return left
  }
}
