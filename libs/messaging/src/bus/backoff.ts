/** Growing pauses between tries, cut short by `cancel`. */
export class Backoff {
  private tries = 0;
  private wake: (() => void) | undefined;
  private cancelled = false;

  constructor(
    private readonly firstMs: number,
    private readonly longestMs: number,
  ) {}

  /** True until the first pause after a success: the moment to say what is wrong, once. */
  get isFirst(): boolean {
    return this.tries === 0;
  }

  reset(): void {
    this.tries = 0;
  }

  cancel(): void {
    this.cancelled = true;
    this.wake?.();
  }

  async wait(): Promise<void> {
    const pause = Math.min(this.longestMs, this.firstMs * 2 ** Math.min(this.tries, 16));
    this.tries += 1;
    if (this.cancelled) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
