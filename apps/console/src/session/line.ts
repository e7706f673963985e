/** Whether requests reach the server: `back` for a moment after they did not. */
export type LineState = 'open' | 'cut' | 'back';

const BACK_MS = 6_000;

/** The line to the server, as the last request found it. */
class Line {
  private current: LineState = 'open';
  private readonly listeners = new Set<() => void>();

  get state(): LineState {
    return this.current;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  lost(): void {
    this.become('cut');
  }

  reached(): void {
    if (this.current !== 'cut') return;
    this.become('back');
    setTimeout(() => {
      if (this.current === 'back') this.become('open');
    }, BACK_MS);
  }

  private become(state: LineState): void {
    if (this.current === state) return;
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

export const line = new Line();
