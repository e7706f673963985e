/** More would make the first of them wait for the last. */
const MOST = 32;
/** A batch that takes longer waits for somebody's lock; what comes behind it need not. */
const STALLED_MS = 25;

/**
 * Puts together what arrives while a batch is under way: who comes alone goes at once, and under load nobody goes alone. Entries
 * with a key in common never travel at the same time; they follow in the order of their arrival, behind a stuck batch too.
 */
export class SharingQueue<E> {
  private waiting: E[] = [];
  /** The keys of every batch under way, those that are stuck included. */
  private readonly held = new Set<string>();
  private busy = false;
  private planned = false;

  /**
   * @param carry never rejects; an entry is done when the promise of its batch is
   * @param keysOf what no two entries of a batch may have in common
   * @param idle called when nothing is left to do
   */
  constructor(
    private readonly carry: (batch: readonly E[]) => Promise<void>,
    private readonly keysOf: (entry: E) => readonly string[],
    private readonly idle: () => void,
  ) {}

  add(entry: E): void {
    this.waiting.push(entry);
    this.plan();
  }

  /** Not at once: the messages of one reading of the socket arrive one by one, and are one batch. */
  private plan(): void {
    if (this.busy || this.planned) return;
    if (this.waiting.length === 0) {
      if (this.held.size === 0) this.idle();
      return;
    }
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      const batch = this.take();
      if (batch.length > 0) this.start(batch);
    });
  }

  private start(batch: readonly E[]): void {
    const keys = batch.flatMap((entry) => this.keysOf(entry));
    for (const key of keys) this.held.add(key);
    let first = true;
    this.busy = true;
    const makeWay = () => {
      if (first) this.busy = false;
      first = false;
      this.plan();
    };
    const stalled = setTimeout(makeWay, STALLED_MS);
    void this.carry(batch).finally(() => {
      clearTimeout(stalled);
      for (const key of keys) this.held.delete(key);
      makeWay();
    });
  }

  private take(): E[] {
    const batch: E[] = [];
    const left: E[] = [];
    const taken = new Set(this.held);
    for (const entry of this.waiting) {
      const keys = this.keysOf(entry);
      const fits = batch.length < MOST && !keys.some((key) => taken.has(key));
      (fits ? batch : left).push(entry);
      // Also of those left behind: a later one of the same key must not overtake them.
      for (const key of keys) taken.add(key);
    }
    this.waiting = left;
    return batch;
  }
}
