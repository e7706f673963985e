import type { RandomAccess } from '#spreadsheet';

const KEPT = 4;

/** A file in pieces that can be read at any place; only the last few pieces stay in memory, and the one behind them is on its way. */
export class StoredUpload implements RandomAccess {
  readonly size: number;
  private readonly starts: number[] = [];
  private readonly kept = new Map<number, Promise<Buffer>>();

  constructor(
    sizes: readonly number[],
    private readonly fetch: (index: number) => Promise<Buffer>,
  ) {
    let start = 0;
    for (const size of sizes) {
      this.starts.push(start);
      start += size;
    }
    this.size = start;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const parts: Buffer[] = [];
    let missing = length;
    for (let index = this.pieceAt(position); missing > 0; index += 1) {
      const piece = await this.piece(index);
      const from = position + (length - missing) - (this.starts[index] ?? 0);
      const part = piece.subarray(from, from + missing);
      if (part.length === 0) throw new Error('read beyond the end of the upload');
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** The last piece that starts at or before a position. */
  private pieceAt(position: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private piece(index: number): Promise<Buffer> {
    const piece = this.keep(index);
    // Most read on: by the time this one is worked off the next is there.
    if (index + 1 < this.starts.length) void this.keep(index + 1);
    return piece;
  }

  private keep(index: number): Promise<Buffer> {
    const piece = this.kept.get(index) ?? this.begin(index);
    // Newest last: a map keeps the order of insertion.
    this.kept.delete(index);
    this.kept.set(index, piece);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(oldest);
    }
    return piece;
  }

  private begin(index: number): Promise<Buffer> {
    const piece = this.fetch(index);
    // Whoever reads it meets the failure; the next one asks again.
    piece.catch(() => {
      if (this.kept.get(index) === piece) this.kept.delete(index);
    });
    return piece;
  }
}
