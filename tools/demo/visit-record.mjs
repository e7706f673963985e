/** What a visit finds, in the columns of the import file, so that the class computed from it is the one meant. */
const DRUGS = [
  { drug: '利培酮', spec: '1mg', doses: [1, 0, 2] },
  { drug: '奥氮平', spec: '5mg', doses: [0, 0, 10] },
  { drug: '喹硫平', spec: '100mg', doses: [100, 0, 200] },
  { drug: '氯氮平', spec: '25mg', doses: [50, 0, 100] },
  { drug: '阿立哌唑', spec: '5mg', doses: [10, 0, 0] },
  { drug: '氨磺必利', spec: '200mg', doses: [200, 0, 200] },
  { drug: '丙戊酸钠', spec: '200mg', doses: [400, 0, 400] },
  { drug: '碳酸锂', spec: '250mg', doses: [250, 250, 250] },
];
const NO_INCIDENT = {
  'incidents.minorDisturbance': 0,
  'incidents.publicOrder': 0,
  'incidents.crime': 0,
  'incidents.otherHarm': 0,
  'incidents.selfHarm': 0,
  'incidents.suicideAttempt': 0,
};

/** What stays the same over a course: two drugs at most, and whether the patient takes part in rehabilitation. */
export function carePlan(random, rehabilitates) {
  return { drugs: random.some(DRUGS, random.chance(0.3) ? 2 : 1), rehabilitates };
}

/** A complete visit. `mood`: `stable`, `basic`, `tending` (basic, getting better) or `unstable`. */
export function visitRecord(random, mood, { drugs, rehabilitates }) {
  const findings = { stable, basic, tending: basic, unstable }[mood](random);
  return {
    form: random.weighted([
      [2, 52],
      [1, 30],
      [3, 18],
    ]),
    contacts: random.weighted([
      [[1, 2], 60],
      [[1], 30],
      [[2], 10],
    ]),
    sleep: grade(random, mood),
    diet: grade(random, mood),
    confinement: 1,
    hospitalisation: 0,
    ...laboratory(random),
    ...NO_INCIDENT,
    ...findings,
    ...treatment(random, mood, drugs),
    rehabilitation: rehabilitates && random.chance(0.6) ? random.some([1, 2, 3, 4], random.between(1, 2)) : null,
    ...(mood === 'tending' ? { tendingToStable: true } : {}),
  };
}

/** Met in hospital: the record is complete without findings (smi.md K2). */
export function hospitalRecord() {
  return { form: 3, contacts: [2], hospitalisation: 1 };
}

function stable(random) {
  return {
    riskLevel: 0,
    symptoms: null,
    symptomSeverity: 0,
    insight: 1,
    ...social(random, [1, 1, 2]),
    physicalIllness: random.chance(0.2) ? 1 : 0,
    otherAbnormality: false,
    'referral.made': false,
  };
}

function basic(random) {
  const riskLevel = random.weighted([
    [0, 62],
    [1, 24],
    [2, 14],
  ]);
  return {
    riskLevel,
    symptoms: random.some([2, 3, 4, 10, 11, ...(riskLevel > 0 ? [7] : [])], random.between(1, 2)),
    symptomSeverity: 1,
    insight: random.chance(0.75) ? 2 : 1,
    ...social(random, [1, 2, 2, 3]),
    physicalIllness: random.weighted([
      [0, 75],
      [1, 20],
      [2, 5],
    ]),
    otherAbnormality: false,
    'referral.made': false,
    ...(riskLevel > 0 && random.chance(0.25) ? { 'incidents.minorDisturbance': 1 } : {}),
  };
}

function unstable(random) {
  const riskLevel = random.weighted([
    [1, 20],
    [3, 50],
    [4, 24],
    [5, 6],
  ]);
  return {
    riskLevel,
    symptoms: random.some([1, 3, 4, 5, 6, ...(riskLevel > 0 ? [7] : [])], random.between(2, 3)),
    symptomSeverity: 2,
    insight: random.chance(0.6) ? 3 : 2,
    ...social(random, [2, 3, 3]),
    physicalIllness: random.chance(0.2) ? 1 : 0,
    otherAbnormality: false,
    'referral.made': true,
    'referral.reason': '病情不稳定，需专科诊治',
    'referral.institution': '区精神卫生中心 精神科',
    ...incidents(random, riskLevel),
  };
}

function incidents(random, riskLevel) {
  if (riskLevel < 3) return { 'incidents.minorDisturbance': random.between(0, 1) };
  return {
    'incidents.minorDisturbance': random.between(0, 2),
    'incidents.publicOrder': random.chance(0.22) ? 1 : 0,
    'incidents.crime': riskLevel >= 4 && random.chance(0.04) ? 1 : 0,
    'incidents.otherHarm': random.chance(0.1) ? 1 : 0,
    ...(riskLevel === 4 && random.chance(0.45) ? { 'incidents.selfHarm': 1 } : {}),
  };
}

function social(random, grades) {
  const fields = ['selfCare', 'housework', 'study', 'social'];
  return {
    ...Object.fromEntries(fields.map((field) => [`socialFunction.${field}`, random.pick(grades)])),
    'socialFunction.work': random.chance(0.25) ? 9 : random.pick(grades),
  };
}

function grade(random, mood) {
  return random.pick(mood === 'unstable' ? [2, 3, 3] : mood === 'stable' ? [1, 1, 2] : [1, 2, 2]);
}

function laboratory(random) {
  if (!random.chance(0.18)) return { 'labTests.done': 1 };
  return { 'labTests.done': 2, 'labTests.items': random.pick(['血常规', '血常规、肝功能', '血糖、心电图']) };
}

function treatment(random, mood, drugs) {
  const adherence = random.weighted(
    mood === 'stable'
      ? [
          [1, 84],
          [2, 10],
          [4, 6],
        ]
      : [
          [1, 55],
          [2, 33],
          [3, 12],
        ],
  );
  if (adherence === 4) return { adherence, 'adverseReaction.present': 9, effect: 9 };
  return {
    adherence,
    ...reaction(random, adherence),
    effect: random.weighted(
      mood === 'unstable'
        ? [
            [3, 5],
            [4, 5],
          ]
        : [
            [1, 1],
            [2, 7],
            [3, 2],
          ],
    ),
    ...medication(drugs),
  };
}

function reaction(random, adherence) {
  if (adherence === 3) return { 'adverseReaction.present': 9 };
  if (!random.chance(0.04)) return { 'adverseReaction.present': 1 };
  const text = random.pick(['嗜睡', '体重增加', '手抖', '口干']);
  return { 'adverseReaction.present': 2, 'adverseReaction.severity': 1, 'adverseReaction.text': text };
}

function medication(drugs) {
  return {
    'medications.drug': drugs.map((entry) => entry.drug),
    'medications.spec': drugs.map((entry) => entry.spec),
    'medications.longActing': drugs.map(() => false),
    'medications.morningMg': drugs.map((entry) => entry.doses[0]),
    'medications.noonMg': drugs.map((entry) => entry.doses[1]),
    'medications.eveningMg': drugs.map((entry) => entry.doses[2]),
  };
}
