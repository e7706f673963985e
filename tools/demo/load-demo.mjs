import { addDays } from './dates.mjs';
import { buildDemoFiles, buildDemoShapes } from './demo-data.mjs';
import { Random } from './random.mjs';

const POLL_MS = 250;
const WRITERS = 8;
/** A care group not told for so long would be a scandal, not a task. */
const TOLD_WITHIN_DAYS = 14;

/**
 * Puts the demonstration district in by the public API: first through the import a user has, one file after the other, then what
 * is entered one by one. What is there already is passed over, so it can be repeated.
 * @param {{ importer: import('./api-client.mjs').ApiClient, clinician: import('./api-client.mjs').ApiClient,
 *   size: 'district' | 'small', today: string, report: (detail: string) => void }} options
 */
export async function loadDemo({ importer, clinician, size, today, report }) {
  report('making up people');
  for (const file of buildDemoFiles(size, today)) await importFile(importer, file, report);
  report('outlines of the areas');
  await importer.put('/geo/areas', buildDemoShapes(size));
  await recordPractice(clinician, today, report);
}

/** Sends one file and waits for its job; gives back the finished job. Refused rows are a failure unless `mayReject`. */
export async function importFile(api, file, report, { mayReject = false } = {}) {
  const form = new globalThis.FormData();
  form.set('kind', file.kind);
  form.set('mode', 'commit');
  form.set('file', new globalThis.Blob([file.csv], { type: 'text/csv' }), `${file.kind}.csv`);
  report(`${file.kind}: sending`);
  const { id } = await api.post('/imports', form);
  for (;;) {
    const job = await api.get(`/imports/${id}`);
    const done = (job.accepted ?? 0) + (job.rejected ?? 0) + (job.skipped ?? 0);
    report(`${file.kind}: ${done.toLocaleString('en')} of ${file.rows.toLocaleString('en')}`);
    if (job.status === 'failed' || (job.status === 'done' && job.rejected > 0 && !mayReject)) {
      throw new Error(`The demonstration file "${file.kind}" was not taken: ${JSON.stringify(job)}`);
    }
    if (job.status === 'done') return job;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** What the office did beside its visits: two patients in three had this year's examination, care groups were told. */
async function recordPractice(api, today, report) {
  const newYear = `${today.slice(0, 4)}-01-01`;
  const days = (Date.parse(today) - Date.parse(newYear)) / 86_400_000;
  const random = new Random(2_026);
  const [exams, told] = [[], []];
  for await (const one of api.list('/smi/cases')) {
    const examinedOn = addDays(newYear, random.between(0, days));
    if (random.chance(0.66) && one.status === 'registered' && examinedOn >= one.fileBuiltOn) {
      exams.push(() =>
        api.post(`/smi/cases/${one.id}/exams`, { examinedOn }, { 'idempotency-key': `demo-exam-${one.caseNo}` }),
      );
    }
    const past = one.openActionDetails.find(
      ({ action, dueOn }) =>
        action === 'inform_care_group' && dueOn !== null && dueOn < addDays(today, -TOLD_WITHIN_DAYS),
    );
    if (past !== undefined) {
      const body = { closedOn: past.dueOn, outcome: 'done' };
      const headers = { 'idempotency-key': `demo-told-${one.caseNo}` };
      told.push(() => api.post(`/smi/cases/${one.id}/actions/inform_care_group/close`, body, headers));
    }
  }
  await sendAll('examinations', exams, report);
  await sendAll('care groups told', told, report);
}

async function sendAll(what, requests, report) {
  const queue = [...requests];
  const writer = async () => {
    for (let send = queue.pop(); send; send = queue.pop()) {
      await send();
      report(
        `${what}: ${(requests.length - queue.length).toLocaleString('en')} of ${requests.length.toLocaleString('en')}`,
      );
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}
