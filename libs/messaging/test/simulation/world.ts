import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError, FollowUpRecordedSchema } from '#contracts';
import { BatchProcessor, type Delivery } from '../../src/events/batch-processor.js';
import { EventReader } from '../../src/events/event-reader.js';
import { GapHealer, type Origins } from '../../src/events/gap-healer.js';
import type { InboxStore } from '../../src/events/inbox-store.js';
import type { OutboxStore } from '../../src/outbox/outbox-store.js';
import { RelayRounds } from '../../src/outbox/relay-rounds.js';
import { SimulatedProcess, type Decisions } from './decisions.js';
import { InboxModel, type InboxState } from './inbox-model.js';
import { EPOCH, OriginDatabase, SimulatedOutbox, type Steps } from './origin-model.js';
import { StreamModel } from './stream-model.js';

/** Where a mutant may take the place of the real thing. */
export interface Parts {
  outbox(database: OriginDatabase, steps: Steps): OutboxStore;
  inbox(steps: () => Steps, committed: (state: InboxState) => void): InboxModel;
  processor(inbox: InboxStore): Pick<BatchProcessor, 'process'>;
}

export const REAL_PARTS: Parts = {
  outbox: (database, steps) => new SimulatedOutbox(database, steps),
  inbox: (steps, committed) => new InboxModel(steps, committed),
  processor: (inbox) => new BatchProcessor(inbox),
};

export interface WorldOptions {
  /** The stream may lose what it has acknowledged, and consumers compare themselves with the origin. */
  readonly lossyStream: boolean;
}

const BATCH = 8;
const CRASH = 60;
const FAILURE = 60;
const INTERRUPTION = 80;
const MAX_DEPTH = 2;

/**
 * One origin, one stream, one consumer; the decisions of relay, consumer and gap healer are the real code. Between every two
 * steps others may act and the acting process may be killed.
 */
export class World {
  private readonly database = new OriginDatabase();
  private readonly stream = new StreamModel();
  private readonly inbox: InboxModel;
  private readonly steps: Steps;
  private readonly relays: RelayRounds[] = [];
  private healer: GapHealer;
  private readonly acting = new AsyncLocalStorage<SimulatedProcess>();
  private now = 0;

  constructor(
    private readonly decisions: Decisions,
    private readonly options: WorldOptions,
    private readonly parts: Parts = REAL_PARTS,
  ) {
    const acting = this.acting;
    this.steps = {
      between: () => this.between(),
      uncertain: (effect) => this.uncertain(effect),
      get process() {
        return processOf(acting);
      },
    };
    this.inbox = parts.inbox(() => this.steps, assertContiguous);
    this.healer = this.newHealer();
    this.relays.push(this.newRelay(), this.newRelay());
  }

  /** Lets everything happen until the decisions are used up, heals the world, and checks what must hold. */
  async run(): Promise<void> {
    while (!this.decisions.exhausted) await this.act();
    await this.settle();
    this.assertExactlyOnce();
  }

  private async act(): Promise<void> {
    this.now += 200;
    this.stream.tick();
    const actions = [
      () => this.consume(),
      () => this.database.begin(this.decisions.chance(30)),
      () => this.database.commit(this.decisions.below(4)),
      () => this.relay(0),
      () => this.consume(),
      () => this.relay(this.decisions.below(2)),
      () => this.database.begin(false),
      () => this.heal(),
      () => (this.options.lossyStream && this.decisions.chance(100) ? this.stream.lose(this.decisions) : undefined),
    ];
    await Promise.resolve(actions[this.decisions.below(actions.length)]?.());
  }

  private async relay(which: number): Promise<void> {
    await this.process(
      () => this.relays[which]!.next(),
      () => (this.relays[which] = this.newRelay()),
    );
  }

  private async consume(): Promise<void> {
    const reader = new EventReader([FollowUpRecordedSchema]);
    const batch: Delivery[] = this.stream
      .hand(BATCH, this.decisions)
      .map(({ raw, ack }) => ({ reading: reader.read(raw), ack }));
    await this.process(() => this.parts.processor(this.inbox).process(batch));
  }

  private async heal(): Promise<void> {
    if (!this.options.lossyStream) return;
    await this.process(
      () => this.healer.check(this.now),
      () => (this.healer = this.newHealer()),
    );
  }

  /** One process doing one thing: a kill or a passing failure ends it, anything else is a defect. */
  private async process(work: () => Promise<unknown>, restart: () => void = () => undefined): Promise<void> {
    const process = new SimulatedProcess((this.acting.getStore()?.depth ?? 0) + 1);
    try {
      await this.acting.run(process, () => process.run(work));
    } catch (error) {
      if (!(error instanceof DomainError) || error.category !== 'unavailable') throw error;
    }
    if (!process.killed) return;
    this.inbox.abandon(process);
    restart();
  }

  private async between(): Promise<void> {
    const process = processOf(this.acting);
    if (process.depth < MAX_DEPTH && this.decisions.chance(INTERRUPTION)) await this.act();
    if (this.decisions.chance(CRASH)) process.kill();
    if (process.killed) await SimulatedProcess.forever();
  }

  private async uncertain<T>(effect: () => T): Promise<T> {
    await this.between();
    if (this.decisions.chance(FAILURE)) throw new DomainError('COMMON.UNAVAILABLE');
    const result = effect();
    if (this.decisions.chance(FAILURE)) throw new DomainError('COMMON.TIMEOUT');
    await this.between();
    return result;
  }

  private newRelay(): RelayRounds {
    return new RelayRounds(
      this.parts.outbox(this.database, this.steps),
      {
        publish: (event) => this.uncertain(() => this.stream.store(event, true)),
        publishTogether: (events) => this.uncertain(() => this.stream.storeTogether(events)),
      },
      { batch: BATCH, inFlight: 3, together: 3 },
    );
  }

  private newHealer(): GapHealer {
    const origins: Origins = {
      head: () => this.uncertain(() => ({ epoch: EPOCH, head: this.database.head, closed: [] })),
      resend: (_numbering, { from, to }) =>
        this.uncertain(() => {
          const events = this.database.numbered(from, to);
          for (const event of events) this.stream.store(event, false);
          return { resent: events.length, floor: 1n, closed: false };
        }),
      report: () => Promise.resolve(),
    };
    return new GapHealer(['n1.smi'], origins, this.inbox, { patienceMs: 500, portion: 20 });
  }

  /** Nothing bad happens any more; everything gets the time it needs. */
  private async settle(): Promise<void> {
    this.database.commitAll();
    for (let round = 0; round < 60; round += 1) {
      this.now += 1_000;
      this.relays[0]?.recheck();
      await this.relay(0);
      while (this.stream.waiting > 0) await this.consume();
      await this.heal();
    }
  }

  private assertExactlyOnce(): void {
    const { applied, buried, watermark, held } = this.inbox.state;
    const ids = [...applied, ...buried].map((one) => one.id);
    const expected = this.database.rows.map((row) => row.id).sort();
    if (new Set(ids).size !== ids.length) throw new Error('applied twice');
    if (ids.sort().join() !== expected.join())
      throw new Error(`lost: ${expected.length} written, ${ids.length} arrived`);
    const poison = this.database.rows.filter((row) => row.poison).map((row) => row.id);
    if (
      buried
        .map((one) => one.id)
        .sort()
        .join() !== poison.sort().join()
    )
      throw new Error('buried what is sound');
    if (watermark !== BigInt(expected.length) || held.length > 0) throw new Error('the watermark stands before a hole');
  }
}

function processOf(acting: AsyncLocalStorage<SimulatedProcess>): SimulatedProcess {
  const process = acting.getStore();
  if (process === undefined) throw new Error('nobody acts');
  return process;
}

/** Everything up to the watermark has had its effect or is buried, whenever a transaction commits. */
function assertContiguous(state: InboxState): void {
  const settled = new Set([...state.applied, ...state.buried].map((one) => one.seq));
  for (let seq = 1n; seq <= state.watermark; seq += 1n) {
    if (!settled.has(seq)) throw new Error(`the watermark passed number ${seq.toString()}, which was not applied`);
  }
}
