import { create, toJson, type JsonObject } from '@bufbuild/protobuf';
import { describe, expect, it } from '@jest/globals';
import {
  ListCasesResponseSchema,
  RecordFollowUpResponseSchema,
  ResendRequestSchema,
  restForm,
  toRestJson,
} from './index.js';

describe('the REST form', () => {
  it('has every key: null where nothing is set, zeros and empty lists where they are', () => {
    const message = create(RecordFollowUpResponseSchema, { id: 'x', computed: { rules: ['K4'] } });
    expect(toRestJson(RecordFollowUpResponseSchema, message)).toEqual({
      id: 'x',
      version: 0,
      caseId: '',
      computed: { stability: null, nextDueOn: null, rules: ['K4'], actions: [], checks: [] },
      case: null,
      warnings: [],
    });
  });

  it('reaches into lists', () => {
    const message = create(ListCasesResponseSchema, { items: [{ id: 'a', guardian: { name: 'b', relation: '5' } }] });
    const [first] = toRestJson(ListCasesResponseSchema, message)['items'] as JsonObject[];
    expect(first).toMatchObject({ id: 'a', overdue: false, stability: null, openActions: [], consent: null });
    expect(first?.['guardian']).toEqual({ name: 'b', relation: '5', phone: null });
  });

  it('keeps a zero that was set and long numbers as text', () => {
    const message = create(RecordFollowUpResponseSchema, { case: { status: 'registered', riskLevel: 0 } });
    expect(toRestJson(RecordFollowUpResponseSchema, message)['case']).toMatchObject({ riskLevel: 0, version: 0 });
    expect(toRestJson(ResendRequestSchema, create(ResendRequestSchema, { toSeq: 5n }))).toMatchObject({
      fromSeq: '0',
      toSeq: '5',
    });
  });

  it('is the same from JSON, without what the schema does not know', () => {
    const message = create(RecordFollowUpResponseSchema, { id: 'x', warnings: [{ field: 'a', rule: 'V7' }] });
    const json = toJson(RecordFollowUpResponseSchema, message) as JsonObject;
    expect(restForm(RecordFollowUpResponseSchema, { ...json, fromALaterRelease: 1 })).toEqual(
      toRestJson(RecordFollowUpResponseSchema, message),
    );
  });
});
