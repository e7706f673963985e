import { addDays, addMonths, daysBetween } from './dates.mjs';
import { DEMO_COUNTY } from './area-tree.mjs';
import { Random } from './random.mjs';

const GUARDIANS = ['李', '王', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const GIVEN = ['建军', '秀英', '国强', '桂兰', '志明', '玉梅', '德华', '红霞', '海燕', '金凤'];

/** Courses an illness can take; what the visits say follows from it (`follow-ups.mjs`). */
const COURSES = [
  ['steady', 64],
  ['wavering', 24],
  ['difficult', 8],
  ['neglected', 4],
];

/** Confirmed cases among the adult residents, with a course for each that the visits will follow. */
export function buildCases(residents, count, today) {
  const random = new Random(1_300);
  const adults = residents.filter((person) => daysBetween(person.birthDate, today) > 16 * 366);
  const step = adults.length / count;
  const chosen = Array.from(
    { length: count },
    (_, n) => adults[Math.floor(n * step) + Math.floor(random.next() * Math.floor(step))],
  );
  return random.shuffle(chosen).map((person, n) => caseOf(random, person, n + 1, today));
}

function caseOf(random, person, number, today) {
  const oldestFile = addDays(person.birthDate, 15 * 366);
  const fileBuiltOn = later(oldestFile, fileDay(random, today));
  const diagnosedOn = later(addDays(person.birthDate, 15 * 365), addDays(fileBuiltOn, -random.between(2, 60)));
  const decision = random.weighted([
    ['agreed', 965],
    ['declined', 30],
    ['declined_article30', 5],
  ]);
  const row = {
    idNumber: person.idNumber,
    org: person.residenceOrg,
    caseNo: `${DEMO_COUNTY}-${String(number).padStart(5, '0')}`,
    ...diagnosis(random),
    reportType: 'required_registration',
    diagnosedOn,
    fileBuiltOn,
    firstOnset: onset(random, person.birthDate, diagnosedOn),
    'guardian.name': `${random.pick(GUARDIANS)}${random.pick(GIVEN)}`,
    'guardian.relation': random.weighted([
      ['5', 5],
      ['1', 4],
      ['7', 3],
      ['2', 2],
      ['3', 2],
    ]),
    'guardian.phone': `19${random.between(0, 9)}${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
    'consent.decision': decision === 'agreed' ? 'agreed' : 'declined',
    'consent.signedOn': consentDay(decision, addDays(fileBuiltOn, random.between(0, 6)), number, today),
    'consent.signer': random.chance(0.7) ? 'guardian' : 'self',
    article30: decision === 'declined_article30' || random.chance(0.04),
    inRehabilitation: random.chance(0.42),
    guardianshipGroup: random.chance(0.55),
  };
  return { row, person, followed: decision !== 'declined', course: random.weighted(COURSES) };
}

/** Who declined is asked again every year; a few are late. */
function consentDay(decision, first, number, today) {
  const lastAsked = decision === 'agreed' ? first : later(first, addDays(today, -(20 + ((number * 37) % 380))));
  return earlier(lastAsked, today);
}

/** Two thirds of the files are older than the two years of visits; the others come in one by one. */
function fileDay(random, today) {
  const windowStart = addMonths(today, -24);
  if (random.chance(0.68)) return addDays(windowStart, -random.between(20, 3_900));
  return addDays(today, -random.between(25, daysBetween(windowStart, today)));
}

function diagnosis(random) {
  return random.weighted([
    [{ diagnosis: 'F20.0' }, 44],
    [{ diagnosis: 'F20.3' }, 14],
    [{ diagnosis: 'F20.5' }, 6],
    [{ diagnosis: 'F31.3' }, 9],
    [{ diagnosis: 'F31.1' }, 6],
    [{ diagnosis: 'F25.1' }, 4],
    [{ diagnosis: 'F22.0' }, 3],
    [{ diagnosis: 'F06.8', secondaryDiagnosis: 'G40.9' }, 5],
    [{ diagnosis: 'F71', psychoticSymptoms: true }, 9],
  ]);
}

/** Known by year only, mostly. */
function onset(random, birthDate, diagnosedOn) {
  const earliest = addDays(birthDate, 14 * 365);
  const day = addDays(
    diagnosedOn,
    -random.between(20, Math.max(21, Math.min(4_000, daysBetween(earliest, diagnosedOn)))),
  );
  return random.chance(0.4) ? day.slice(0, 7) : day.slice(0, 4);
}

const later = (a, b) => (a > b ? a : b);
const earlier = (a, b) => (a < b ? a : b);
