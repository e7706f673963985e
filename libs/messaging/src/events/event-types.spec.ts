import { describe, expect, it } from '@jest/globals';
import { FollowUpRecordedSchema } from '#contracts';
import { isKnownType, originsOf, subjectsOf } from './event-types.js';

describe('what a projector is sent', () => {
  it('is everything of the contexts of its events, of every node and version, so that numbers have no holes', () => {
    expect(subjectsOf([FollowUpRecordedSchema, FollowUpRecordedSchema])).toEqual(['evt.*.xinqiao.smi.>']);
    expect(originsOf([FollowUpRecordedSchema], 'n1')).toEqual(['n1.smi']);
  });

  it('may be of a type this release does not know', () => {
    expect(isKnownType('xinqiao.smi.v1.FollowUpRecorded')).toBe(true);
    expect(isKnownType('xinqiao.smi.v2.FollowUpRecorded')).toBe(false);
  });
});
