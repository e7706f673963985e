import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './smi-rules.js';

describe('refusal of a write', () => {
  it('is a failed validation when a field is wrong, and lists the rules too', () => {
    const error = refusalOf([
      { field: 'visitedOn', code: 'SMI.FOLLOW_UP.DATE_IN_FUTURE', rule: '3.3' },
      { field: 'insight', code: 'FIELD.REQUIRED' },
    ]);
    expect(error.code).toBe('COMMON.VALIDATION_FAILED');
    expect(error.options.errors).toHaveLength(2);
  });

  it('has the code of the first rule otherwise', () => {
    const error = refusalOf([
      { field: 'riskLevel', code: 'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM', rule: 'V5' },
      { field: 'stability', code: 'SMI.FOLLOW_UP.CLASS_MILDER', rule: 'V9' },
    ]);
    expect(error.code).toBe('SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM');
    expect(error.category).toBe('rule');
  });
});
