/** Turns a throw outside the promise into a rejection, so that both ways end alike. */
export async function runWork<X, T>(work: (tx: X) => Promise<T>, tx: X): Promise<T> {
  return work(tx);
}
