import { systemCaller } from '#observability';
import type { UnitOfWork } from '#persistence';
import type { SeenReader } from './gap-healer.js';
import type { NumberRange } from './gap-ranges.js';
import type { InboxStore, Numbering } from './inbox-store.js';
import { advanceWatermark, type SeenNumbers } from './watermark.js';

const SEEN = `select w.origin, w.epoch, w.watermark,
    array(select i.seq from inbox i where i.consumer = w.consumer and i.origin = w.origin and i.epoch = w.epoch
      order by i.seq limit 10000) as held
  from inbox_watermark w where w.consumer = $1`;

const NO_EVENT = '00000000-0000-0000-0000-000000000000';

/** What a consumer remembers, in its service's database. */
export class PgSeenReader implements SeenReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: InboxStore,
    private readonly consumer: string,
  ) {}

  async seen(): Promise<readonly (Numbering & SeenNumbers)[]> {
    const rows = await this.unitOfWork.read(systemCaller(`projector:${this.consumer}`), (tx) =>
      tx.query<Numbering & { watermark: number; held: number[] }>(SEEN, [this.consumer]),
    );
    return rows.map((row) => ({ ...row, watermark: BigInt(row.watermark), held: row.held.map(BigInt) }));
  }

  giveUp(numbering: Numbering, range: NumberRange): Promise<void> {
    return this.inbox.transaction(async (session) => {
      const [seen] = await session.lock([numbering]);
      if (seen === undefined) return;
      const gone = Array.from({ length: Number(range.to - range.from) + 1 }, (_, i) => range.from + BigInt(i));
      const { watermark, fresh, hold, release } = advanceWatermark(seen, gone);
      const [first] = fresh;
      if (first === undefined) return;
      const change = { ...numbering, watermark, release, hold: hold.map((seq) => ({ seq, eventId: NO_EVENT })) };
      await session.save([change], [goneLetter(numbering, first, fresh.length)]);
    });
  }
}

function goneLetter(numbering: Numbering, first: bigint, count: number) {
  return {
    code: 'EVENT.GONE' as const,
    detail: `${count} event(s) from number ${first.toString()} on are kept nowhere any more`,
    subject: '',
    headers: {},
    payload: '',
    position: { ...numbering, seq: first },
  };
}
