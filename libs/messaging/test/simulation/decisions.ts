/** One process doing one thing. A killed one stops where it stands: no `catch` and no `finally` of it runs any more. */
export class SimulatedProcess {
  private readonly end = Promise.withResolvers<'killed'>();
  private dead = false;

  constructor(readonly depth: number) {}

  get killed(): boolean {
    return this.dead;
  }

  kill(): void {
    this.dead = true;
    this.end.resolve('killed');
  }

  /** Lets the work run until it ends or is killed. */
  run(work: () => Promise<unknown>): Promise<unknown> {
    return Promise.race([work(), this.end.promise]);
  }

  /** What a dead process waits for. */
  static forever(): Promise<never> {
    return new Promise<never>(() => undefined);
  }
}

/** All chance of one run: a list of numbers, shrunk by the property test. When it is used up, nothing bad happens any more. */
export class Decisions {
  private place = 0;

  constructor(private readonly list: readonly number[]) {}

  get exhausted(): boolean {
    return this.place >= this.list.length;
  }

  /** A number below `bound`; 0 when the list is used up. */
  below(bound: number): number {
    const value = this.list[this.place] ?? 0;
    this.place += 1;
    return value % bound;
  }

  /** True with this many chances in a thousand. */
  chance(perMille: number): boolean {
    return this.below(1_000) >= 1_000 - perMille;
  }
}
