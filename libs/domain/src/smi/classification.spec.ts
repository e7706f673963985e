import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLASS_RULES, classFacts, classify, type ClassFacts } from './classification.rules.js';
import { plainVisit } from './follow-up.fixture.js';

const PLAIN: ClassFacts = {
  dead: false,
  lost: false,
  inHospital: false,
  risk: 0,
  symptoms: 0,
  insight: 1,
  function: 1,
  reaction: 'none',
  illness: 0,
  otherAbnormality: false,
};
const REACTIONS = ['none', 'mild', 'severe'] as const;

describe('decision table (smi.md 4.2)', () => {
  it.each<[string, Partial<ClassFacts>, 1 | 2 | 3 | null]>([
    ['K0', { dead: true, lost: true, risk: 5 }, null],
    ['K1', { lost: true, inHospital: true, risk: 5 }, null],
    ['K2', { inHospital: true, risk: 5 }, null],
    ['K3a', { risk: 3 }, 1],
    ['K3a', { risk: 4 }, 1],
    ['K3a', { risk: 5, symptoms: 2 }, 1],
    ['K3b', { symptoms: 2, insight: 3 }, 1],
    ['K3c', { insight: 3, reaction: 'severe' }, 1],
    ['K3d', { reaction: 'severe', illness: 3 }, 1],
    ['K3e', { illness: 3, risk: 2 }, 1],
    ['K4', {}, 3],
    ['K4', { function: 2 }, 3],
    ['K4', { illness: 1 }, 3],
    ['K4', { reaction: 'mild' }, 3],
    ['K5a', { risk: 1, symptoms: 1 }, 2],
    ['K5a', { risk: 2 }, 2],
    ['K5b', { symptoms: 1 }, 2],
    ['K5b', { insight: 2 }, 2],
    ['K5b', { function: 3 }, 2],
    ['K5c', { illness: 2 }, 2],
    ['K5c', { otherAbnormality: true }, 2],
  ])('%s for %j', (id, own, stability) => {
    expect(classify({ ...PLAIN, ...own })).toMatchObject({ id, stability });
  });

  const facts = fc.record({
    dead: fc.boolean(),
    lost: fc.boolean(),
    inHospital: fc.boolean(),
    risk: fc.integer({ min: 0, max: 5 }),
    symptoms: fc.integer({ min: 0, max: 2 }),
    insight: fc.integer({ min: 1, max: 3 }),
    function: fc.integer({ min: 1, max: 3 }),
    reaction: fc.constantFrom(...REACTIONS),
    illness: fc.integer({ min: 0, max: 3 }),
    otherAbnormality: fc.boolean(),
  });

  it('is total: every input gets exactly one class, or none when dead, lost or in hospital', () => {
    fc.assert(
      fc.property(facts, (input) => {
        const absent = input.dead || input.lost || input.inHospital;
        expect(classify(input).stability === null).toBe(absent);
      }),
    );
  });

  it('is monotone: making one input worse never makes the class milder', () => {
    const severities = ['risk', 'symptoms', 'insight', 'function', 'illness'] as const;
    const limits = { risk: 5, symptoms: 2, insight: 3, function: 3, illness: 3 };
    const alive = facts.map((input) => ({ ...input, dead: false, lost: false, inHospital: false }));
    fc.assert(
      fc.property(alive, fc.constantFrom(...severities, 'reaction', 'otherAbnormality'), (input, key) => {
        const worse =
          key === 'reaction'
            ? { ...input, reaction: REACTIONS[Math.min(REACTIONS.indexOf(input.reaction) + 1, 2)] ?? 'severe' }
            : key === 'otherAbnormality'
              ? { ...input, otherAbnormality: true }
              : { ...input, [key]: Math.min(input[key] + 1, limits[key]) };
        expect(classify(worse).stability ?? 9).toBeLessThanOrEqual(classify(input).stability ?? 0);
      }),
    );
  });

  it('lists every rule of the table once', () => {
    expect(CLASS_RULES.map(({ id }) => id).join(' ')).toBe('K0 K1 K2 K3a K3b K3c K3d K3e K4 K5a K5b K5c');
  });
});

describe('inputs of the table', () => {
  it.each([
    [{ symptoms: [], symptomSeverity: null }, 'symptoms', 0],
    [{ symptoms: [3], symptomSeverity: null }, 'symptoms', 1],
    [{ symptoms: [3], symptomSeverity: 2 }, 'symptoms', 2],
    [{ symptoms: [3], symptomSeverity: 0 }, 'symptoms', 0],
    [{ socialFunction: { selfCare: 1, housework: 2, work: 9, study: 1, social: 1 } }, 'function', 2],
    [{ socialFunction: { selfCare: 3, housework: 1, work: 9, study: 1, social: 1 } }, 'function', 3],
    [{ adverseReaction: { present: 9 } }, 'reaction', 'none'],
    [{ adverseReaction: { present: 2, severity: 1 } }, 'reaction', 'mild'],
    [{ adverseReaction: { present: 1, severity: 2 } }, 'reaction', 'none'],
  ] as const)('%j → %s %j', (own, key, value) => {
    expect(classFacts(plainVisit(own))[key]).toBe(value);
  });
});
