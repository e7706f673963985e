/** Says inside one process that a transaction with rows for a background worker has just committed. A hint, never stored. */
export class CommitSignal {
  private readonly listeners = new Set<() => void>();

  /** Calls back after each commit; the answer takes the listener off again. Listeners must not throw or wait. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  notify(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Rows were added to the outbox: wakes the relay. */
export class OutboxSignal extends CommitSignal {}

/** Rows were added to the audit trail: wakes the sealer. */
export class AuditSignal extends CommitSignal {}
