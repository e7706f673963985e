/** Lets one loop sleep until somebody rings or the time is over. A ring that nobody waited for is not lost. */
export class Doorbell {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** True when it was rung. */
  async wait(ms: number): Promise<boolean> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const answer = this.rung;
    this.rung = false;
    this.wake = undefined;
    return answer;
  }
}
