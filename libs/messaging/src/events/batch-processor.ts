import { splitFailed } from './batch-splitting.js';
import type { DeadLetterDraft } from './dead-letter.js';
import type { EventPosition } from './event-headers.js';
import { letterOf, type Reading } from './event-reader.js';
import { isTransient } from './failure-kind.js';
import type { InboxSession, InboxStore, Numbering, NumberingChange } from './inbox-store.js';
import type { ReceivedEvent } from './received-event.js';
import { advanceWatermark } from './watermark.js';

/** A message to be settled: applied, found to be known already, or buried; then acknowledged. */
export interface Delivery {
  readonly reading: Reading;
  ack(): void;
}

export interface BatchOutcome {
  readonly applied: readonly ReceivedEvent[];
  readonly buried: number;
  /** Numbers arrived that lie above a hole. */
  readonly holes: boolean;
}

const NOTHING: BatchOutcome = { applied: [], buried: 0, holes: false };

/**
 * Settles batches exactly once: known numbers are dropped, the rest applied together with watermark and inbox rows in one
 * transaction, acknowledged after its commit. A batch that fails for good is narrowed down until the event at fault is
 * alone; it goes to the dead letters and the others are applied. A transient failure is thrown and nothing acknowledged.
 */
export class BatchProcessor {
  constructor(private readonly inbox: InboxStore) {}

  async process(batch: readonly Delivery[]): Promise<BatchOutcome> {
    if (batch.length === 0) return NOTHING;
    const outcome = await this.commit(batch);
    for (const delivery of batch) delivery.ack();
    return outcome;
  }

  private async commit(batch: readonly Delivery[], poison?: DeadLetterDraft): Promise<BatchOutcome> {
    let outcome = NOTHING;
    try {
      await this.inbox.transaction(async (session) => {
        outcome = await settle(session, batch, poison);
      });
      return outcome;
    } catch (error) {
      if (isTransient(error) || poison !== undefined) throw error;
      return this.narrow(batch, error);
    }
  }

  private async narrow(batch: readonly Delivery[], error: unknown): Promise<BatchOutcome> {
    const [only] = batch;
    if (batch.length === 1 && only?.reading.kind === 'event') {
      const { raw, position } = only.reading;
      return this.commit(batch, letterOf(raw, position, 'EVENT.REJECTED', kindOf(error)));
    }
    if (batch.length === 1) throw error;
    let total = NOTHING;
    for (const part of splitFailed(batch)) total = sum(total, await this.process(part));
    return total;
  }
}

async function settle(
  session: InboxSession,
  batch: readonly Delivery[],
  poison: DeadLetterDraft | undefined,
): Promise<BatchOutcome> {
  const readings = batch.map((delivery) => delivery.reading);
  const groups = groupByNumbering(readings);
  const seen = groups.length === 0 ? [] : await session.lock(groups);
  const events: ReceivedEvent[] = [];
  const letters = readings.flatMap((r) => (r.kind === 'bad' && r.position === undefined ? [r.letter] : []));
  const changes: NumberingChange[] = [];
  groups.forEach((group, i) => {
    const advance = advanceWatermark(seen[i] ?? { watermark: 0n, held: [] }, [...group.readings.keys()]);
    for (const seq of advance.fresh) {
      const reading = group.readings.get(seq);
      if (reading?.kind === 'bad') letters.push(reading.letter);
      else if (reading?.kind === 'event') (poison === undefined ? events : []).push(reading.event);
    }
    if (poison !== undefined && advance.fresh.length > 0) letters.push(poison);
    const hold = advance.hold.map((seq) => ({ seq, eventId: eventIdOf(group.readings.get(seq)) }));
    if (advance.fresh.length > 0)
      changes.push({ ...group, watermark: advance.watermark, hold, release: advance.release });
  });
  if (events.length > 0) await session.apply(events);
  if (changes.length > 0 || letters.length > 0) await session.save(changes, letters);
  return { applied: events, buried: letters.length, holes: changes.some((change) => change.hold.length > 0) };
}

interface NumberingGroup extends Numbering {
  readonly readings: Map<bigint, Reading>;
}

// In a fixed order, so that two consumers of the same name lock in the same order.
function groupByNumbering(readings: readonly Reading[]): NumberingGroup[] {
  const groups = new Map<string, NumberingGroup>();
  for (const reading of readings) {
    const position: EventPosition | undefined = reading.position;
    if (position === undefined) continue;
    const { origin, epoch, seq } = position;
    const key = `${origin} ${epoch}`;
    const group = groups.get(key) ?? { origin, epoch, readings: new Map<bigint, Reading>() };
    groups.set(key, group);
    if (!group.readings.has(seq)) group.readings.set(seq, reading);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function eventIdOf(reading: Reading | undefined): string {
  return reading?.kind === 'event' ? reading.event.eventId : NO_EVENT;
}

const NO_EVENT = '00000000-0000-0000-0000-000000000000';

function sum(a: BatchOutcome, b: BatchOutcome): BatchOutcome {
  return { applied: [...a.applied, ...b.applied], buried: a.buried + b.buried, holes: a.holes || b.holes };
}

// Messages of errors may quote values; the kind of error and its code do not.
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error object';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
