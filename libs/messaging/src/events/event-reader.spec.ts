import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { FollowUpRecordedSchema } from '#contracts';
import { EVENT_HEADER } from './event-headers.js';
import { EventReader, type RawMessage } from './event-reader.js';

const reader = new EventReader([FollowUpRecordedSchema]);
const GOOD: Readonly<Record<string, string>> = {
  [EVENT_HEADER.origin]: 'n1.smi',
  [EVENT_HEADER.epoch]: '0192a2c0-0000-7000-8000-000000000001',
  [EVENT_HEADER.seq]: '7',
  [EVENT_HEADER.eventId]: '0192a2c0-0000-7000-8000-000000000002',
  [EVENT_HEADER.type]: FollowUpRecordedSchema.typeName,
  [EVENT_HEADER.recordedAt]: '2026-11-23T00:00:00.000Z',
};

function raw(changed: Readonly<Record<string, string | undefined>>, body = '{"caseId":"c"}'): RawMessage {
  const headers = Object.fromEntries(
    Object.entries({ ...GOOD, ...changed }).filter(([, value]) => value !== undefined),
  );
  return { subject: 'evt.n1.x', headers: headers as Record<string, string>, body: new TextEncoder().encode(body) };
}

function codeOf(message: RawMessage): string {
  const reading = reader.read(message);
  return reading.kind === 'bad'
    ? `${reading.letter.code}${reading.position === undefined ? ' without number' : ''}`
    : reading.kind;
}

describe('EventReader', () => {
  it('decodes what the projector wants, and skips fields of a newer release', () => {
    const reading = reader.read(raw({}, '{"caseId":"c","fieldOfTomorrow":1}'));
    expect(reading).toMatchObject({ kind: 'event', event: { origin: 'n1.smi', seq: 7n, message: { caseId: 'c' } } });
  });

  it.each([
    ['another type of the same origin', raw({ [EVENT_HEADER.type]: 'xinqiao.smi.v1.CaseChanged' }), /^other$/],
    ['a type of tomorrow', raw({ [EVENT_HEADER.type]: 'xinqiao.smi.v2.FollowUpRecorded' }), /^EVENT.UNKNOWN_TYPE$/],
    ['broken JSON', raw({}, '{'), /^EVENT.UNREADABLE$/],
    ['a wrong type of field', raw({}, '{"caseId":[]}'), /^EVENT.UNREADABLE$/],
    ['no event id', raw({ [EVENT_HEADER.eventId]: undefined }), /^EVENT.UNREADABLE$/],
    ['a body left out', raw({ [EVENT_HEADER.bodyLeftOut]: '1' }, ''), /^EVENT.TOO_LARGE$/],
    ['a body of 2 MiB', raw({}, `{"caseId":"${'x'.repeat(2 ** 21)}"}`), /^EVENT.TOO_LARGE$/],
    ['no number', raw({ [EVENT_HEADER.seq]: undefined }), /^EVENT.UNREADABLE without number$/],
    ['number zero', raw({ [EVENT_HEADER.seq]: '0' }), /without number$/],
    ['a number no database holds', raw({ [EVENT_HEADER.seq]: '9'.repeat(30) }), /without number$/],
    ['an epoch that is none', raw({ [EVENT_HEADER.epoch]: 'x' }), /without number$/],
    ['an origin with SQL in it', raw({ [EVENT_HEADER.origin]: `n1.smi'; drop table` }), /without number$/],
  ])('%s', (_name, message, expected) => {
    expect(codeOf(message)).toMatch(expected);
  });

  it('survives any bytes, and its letters can be stored as text and quote nothing in the error', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        const reading = reader.read({ ...raw({}), body });
        if (reading.kind !== 'bad') return;
        expect(reading.letter.payload).not.toContain('\0');
        expect(reading.letter.detail).toBe('not a xinqiao.smi.v1.FollowUpRecorded');
      }),
    );
  });
});
