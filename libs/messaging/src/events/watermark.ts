/** What a consumer remembers of one origin and epoch: all of `1..watermark`, and the numbers above it that came early. */
export interface SeenNumbers {
  readonly watermark: bigint;
  /** Above the watermark, in any order. */
  readonly held: readonly bigint[];
}

/** What a batch changes. The caller stores it in the transaction that applies the fresh events. */
export interface WatermarkAdvance {
  readonly watermark: bigint;
  /** Numbers of the batch never seen before, ascending: exactly these are applied. */
  readonly fresh: readonly bigint[];
  /** Fresh numbers that stay above the new watermark: rows to add to the inbox. */
  readonly hold: readonly bigint[];
  /** Numbers held so far that the watermark now covers: rows to remove from the inbox. */
  readonly release: readonly bigint[];
}

/** Decides what is new in a batch and how far everything is seen without a hole (reliability-security.md D4, 2.3). */
export function advanceWatermark(seen: SeenNumbers, incoming: readonly bigint[]): WatermarkAdvance {
  const held = new Set(seen.held);
  const fresh = [...new Set(incoming)].filter((seq) => seq > seen.watermark && !held.has(seq)).sort(ascending);
  const above = new Set([...held, ...fresh]);
  let watermark = seen.watermark;
  while (above.has(watermark + 1n)) watermark += 1n;
  return {
    watermark,
    fresh,
    hold: fresh.filter((seq) => seq > watermark),
    release: [...held].filter((seq) => seq <= watermark),
  };
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
