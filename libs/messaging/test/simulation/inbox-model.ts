import { DomainError } from '#contracts';
import type { DeadLetterDraft } from '../../src/events/dead-letter.js';
import type { NumberRange } from '../../src/events/gap-ranges.js';
import type { SeenReader } from '../../src/events/gap-healer.js';
import type { InboxSession, InboxStore, Numbering, NumberingChange } from '../../src/events/inbox-store.js';
import type { ReceivedEvent } from '../../src/events/received-event.js';
import type { SeenNumbers } from '../../src/events/watermark.js';
import type { Steps } from './origin-model.js';
import { EPOCH, ORIGIN } from './origin-model.js';

/** What a transaction of the consumer works on. */
export interface InboxState {
  watermark: bigint;
  held: bigint[];
  /** Event ids in the order of their effects. */
  applied: { id: string; seq: bigint }[];
  buried: { id: string; seq: bigint }[];
}

/** PostgreSQL of the service that reads. A transaction works on a copy that replaces the original at the commit. */
export class InboxModel implements InboxStore, SeenReader {
  state: InboxState = { watermark: 0n, held: [], applied: [], buried: [] };
  private owner: object | undefined;

  constructor(
    protected readonly steps: () => Steps,
    private readonly committed: (state: InboxState) => void,
  ) {}

  async transaction(work: (session: InboxSession) => Promise<void>): Promise<void> {
    // Another instance holds the row lock: a lock time-out.
    if (this.owner !== undefined) throw new DomainError('COMMON.UNAVAILABLE');
    this.owner = this.steps().process;
    try {
      const draft = structuredClone(this.state);
      await work(this.session(draft));
      await this.steps().uncertain(() => {
        this.state = this.merge(draft);
        this.committed(this.state);
      });
    } finally {
      this.owner = undefined;
    }
  }

  /** The server notices that a client is gone: its transaction and its locks are too. */
  abandon(process: object): void {
    if (this.owner === process) this.owner = undefined;
  }

  seen(): Promise<readonly (Numbering & SeenNumbers)[]> {
    return Promise.resolve([{ origin: ORIGIN, epoch: EPOCH, ...this.remembered(this.state) }]);
  }

  giveUp(_numbering: Numbering, _range: NumberRange): Promise<void> {
    return Promise.reject(new Error('nothing is ever removed from the outbox here'));
  }

  protected merge(draft: InboxState): InboxState {
    return draft;
  }

  protected remembered(state: InboxState): SeenNumbers {
    return { watermark: state.watermark, held: state.held };
  }

  protected effect(draft: InboxState, events: readonly ReceivedEvent[]): void {
    draft.applied.push(...events.map((event) => ({ id: event.eventId, seq: event.seq })));
  }

  protected store(draft: InboxState, change: NumberingChange): void {
    draft.watermark = change.watermark;
    draft.held = [...draft.held.filter((seq) => !change.release.includes(seq)), ...change.hold.map((row) => row.seq)];
  }

  private session(draft: InboxState): InboxSession {
    return {
      lock: async (numberings) => {
        await this.steps().between();
        return numberings.map(() => this.remembered(draft));
      },
      apply: async (events) => {
        await this.steps().between();
        this.effect(draft, events);
        if (events.some((event) => (event.message as unknown as { caseId: string }).caseId === 'poison')) {
          throw new TypeError('poison');
        }
      },
      save: async (changes, letters) => {
        await this.steps().between();
        for (const change of changes) this.store(draft, change);
        draft.buried.push(...letters.map(burial));
      },
    };
  }
}

function burial(letter: DeadLetterDraft): { id: string; seq: bigint } {
  return { id: letter.eventId ?? '', seq: letter.position?.seq ?? 0n };
}
