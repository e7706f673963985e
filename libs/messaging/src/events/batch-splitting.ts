/** Parts to try separately after a batch failed for good: halves, down to the one event at fault. */
export function splitFailed<T>(batch: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(batch.length / 2);
  return batch.length < 2 ? [batch] : [batch.slice(0, middle), batch.slice(middle)];
}
