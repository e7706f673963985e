import { COMMUNITY, caseOf, STREET, visitOn, type District } from './district.js';
import type { Json, RestClient } from './rest-client.js';

/** Personal values that must come back in no answer to a refused request, and stand in no log. */
export const CANARIES = {
  name: '鹊金丝',
  phone: '19987654321',
  idNumber: '990101198702290017',
  address: '幽径胡同十七号',
  remark: '雀语记录',
  password: 'Canary-in-a-coal-mine-9',
} as const;

export interface GoodRequest {
  readonly by: RestClient;
  readonly path: string;
  readonly body: unknown;
  readonly version?: number;
}

/** For every route with a body one request in which nothing but the changed field is at fault. */
export async function goodRequests(district: District): Promise<Readonly<Record<string, GoodRequest>>> {
  const doctor = await district.as('psychiatrist');
  const official = await district.as('district_official');
  const { admin, nobody } = district;
  const person = await district.addPerson();
  const other = await district.addPerson();
  const known = await district.addCase();
  const record = await doctor.post(`/smi/cases/${known.id}/follow-ups`, visitOn('2026-02-02', { riskLevel: 3 }));
  const { items } = await admin.get('/users?q=psychiatrist');
  const user = items[0]!;
  const street = await admin.get(`/orgs/${STREET}`);
  const { name, phone, idNumber, address, remark, password } = CANARIES;
  const guardian = { name, relation: '5', phone };
  const visit = wholeVisit(remark);
  return {
    'POST /auth/login': {
      by: nobody,
      path: '/auth/login',
      body: { username: name, password, otp: '123456', session: 'token' },
    },
    'POST /auth/refresh': { by: nobody, path: '/auth/refresh', body: { refreshToken: password } },
    'POST /auth/password': {
      by: doctor,
      path: '/auth/password',
      body: { currentPassword: password, newPassword: `${password}-x` },
    },
    // Guesses at the own password are counted by account: one account a route, so that the field is what is refused.
    'POST /auth/otp/enrol': { by: official, path: '/auth/otp/enrol', body: { currentPassword: password } },
    'POST /auth/otp/confirm': { by: official, path: '/auth/otp/confirm', body: { otp: '123456' } },
    'POST /auth/otp/recovery-codes': {
      by: await district.as('counsellor'),
      path: '/auth/otp/recovery-codes',
      body: { currentPassword: password, otp: '123456' },
    },
    'POST /auth/otp/remove': {
      by: await district.as('supervisor'),
      path: '/auth/otp/remove',
      body: { currentPassword: password, otp: '123456' },
    },
    'PUT /me/views/{page}/{name}': { by: doctor, path: '/me/views/people/mine', body: { filter: { org: STREET } } },
    'POST /users': {
      by: admin,
      path: '/users',
      body: { username: 'canary', displayName: name, password, roles: ['street_staff'], scopes: ['990101001'] },
    },
    'POST /users/search': {
      by: admin,
      path: '/users/search',
      body: { q: name, role: 'psychiatrist', state: 'active', org: STREET, limit: 5 },
    },
    'POST /audit/actors/search': {
      by: await district.as('audit_admin'),
      path: '/audit/actors/search',
      body: { q: name },
    },
    'PATCH /users/{id}': changed(admin, `/users/${user.id}`, user, {
      displayName: name,
      roles: ['psychiatrist'],
      scopes: ['990101'],
    }),
    'POST /orgs': {
      by: admin,
      path: '/orgs',
      body: { code: '990101001009', name: '九社区', tier: 'community', urbanRural: '111', validFrom: '2020-01-01' },
    },
    'PATCH /orgs/{code}': changed(admin, `/orgs/${STREET}`, street, { name: '新街道' }),
    'PUT /orgs/{code}/population/{year}': {
      by: admin,
      path: `/orgs/${STREET}/population/2025`,
      body: { resident: 1000, registered: 900 },
    },
    'PUT /geo/areas': { by: admin, path: '/geo/areas', body: squareOf(STREET) },
    'POST /persons': {
      by: doctor,
      path: '/persons',
      body: { ...district.nextPerson(), name, phone, address, registeredOrg: COMMUNITY, livingSince: '2020-01-01' },
    },
    'POST /persons/search': {
      by: doctor,
      path: '/persons/search',
      body: { q: idNumber, org: COMMUNITY, limit: 5, cursor: null },
    },
    'PATCH /persons/{id}': changed(doctor, `/persons/${person.id}`, person, { name, phone, address, idNumber }),
    'POST /persons/{id}/reveal': {
      by: doctor,
      path: `/persons/${person.id}/reveal`,
      body: { fields: ['phone'], reason: remark },
    },
    'POST /smi/cases': { by: doctor, path: '/smi/cases', body: { ...caseOf(other.id, 7_777), guardian } },
    'POST /smi/cases/search': {
      by: doctor,
      path: '/smi/cases/search',
      body: { q: name, org: COMMUNITY, stability: null, status: 'registered', overdue: false, limit: 5 },
    },
    'POST /smi/cases/{id}/consents': {
      by: doctor,
      path: `/smi/cases/${known.id}/consents`,
      body: { decision: 'agreed', signedOn: '2026-03-02', signer: 'self' },
    },
    'POST /smi/cases/{id}/exams': {
      by: doctor,
      path: `/smi/cases/${known.id}/exams`,
      body: { examinedOn: '2026-03-02' },
    },
    'POST /smi/cases/{id}/follow-ups': { by: doctor, path: `/smi/cases/${known.id}/follow-ups`, body: visit },
    'POST /smi/cases/{id}/follow-ups/preview': {
      by: doctor,
      path: `/smi/cases/${known.id}/follow-ups/preview`,
      body: visit,
    },
    ...corrections(doctor, `/smi/cases/${known.id}/follow-ups/${record.id}/corrections`, record, {
      reason: remark,
      input: visit,
    }),
    ...caseSteps(doctor, `/smi/cases/${known.id}`, remark),
    'PUT /kpi/targets': {
      by: official,
      path: '/kpi/targets',
      body: [
        { indicator: 'smi.management_rate', plan: '计划', org: '990101000000', year: 2026, value: 80, source: remark },
      ],
    },
  };
}

function changed(by: RestClient, path: string, current: Json, body: unknown): GoodRequest {
  return { by, path, body, version: current.version };
}

function corrections(by: RestClient, path: string, record: Json, body: unknown): Record<string, GoodRequest> {
  const name = 'POST /smi/cases/{id}/follow-ups/{followUpId}/corrections';
  return { [name]: changed(by, path, record, body), [`${name}/preview`]: { by, path: `${path}/preview`, body } };
}

function caseSteps(by: RestClient, path: string, text: string): Record<string, GoodRequest> {
  const name = 'POST /smi/cases/{id}';
  const step = (what: string, body: object): Record<string, GoodRequest> => ({
    [`${name}/${what}`]: { by, path: `${path}/${what.replace('{action}', 'notify_police')}`, body },
  });
  const day = '2026-03-02';
  return {
    ...step('actions/{action}/close', { closedOn: day, outcome: 'handed_over', handedTo: text, note: text }),
    ...step('discharge', { dischargedOn: day, informedOn: day, note: text }),
    ...step('transfer', { transferredOn: day, destination: text, toOrg: COMMUNITY, note: text }),
    ...step('cancel', { cancelledOn: day, reason: 'duplicate', note: text }),
    ...step('reveal', { fields: ['guardian'], reason: text }),
  };
}

/** GeoJSON of one area. */
export function squareOf(code: string): unknown {
  const ring = [
    [124, 29],
    [125, 29],
    [125, 30],
    [124, 29],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code }, geometry }] };
}

/** With every part of the form filled in. */
function wholeVisit(remark: string): unknown {
  const drug = { drug: '利培酮', spec: '1mg', longActing: false, morningMg: 1, noonMg: 0, eveningMg: 2 };
  return visitOn('2026-03-02', {
    symptoms: [1, 12],
    symptomsText: remark,
    rehabilitation: [1, 5],
    rehabilitationText: remark,
    medications: [drug],
    medicationGuidance: [drug],
    labTests: { done: 2, items: remark },
    adverseReaction: { present: 2, severity: 1, text: remark },
    referral: { made: true, reason: remark, institution: remark },
    jointVisitFactors: [],
    remark,
  });
}
