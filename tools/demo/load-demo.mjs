/* global FormData, Blob */
import { buildDemoFiles } from './demo-data.mjs';

const POLL_MS = 250;

/**
 * Puts the demonstration district in, through the import a user has: one file after the other, by the public API.
 * @param {{ address: string, username: string, password: string, size: 'district' | 'small', today: string,
 *   report: (detail: string) => void }} options
 */
export async function loadDemo({ address, username, password, size, today, report }) {
  report('making up people');
  return await importFiles({ address, username, password, files: buildDemoFiles(size, today), report });
}

/** Imports files one after the other, as a user would, and waits for each. */
export async function importFiles({ address, username, password, files, report }) {
  const api = new ApiClient(`${address}/api/v1`, username, password);
  const taken = [];
  for (const file of files) taken.push(await importFile(api, file, report));
  return taken;
}

async function importFile(api, file, report) {
  const started = performance.now();
  const form = new FormData();
  form.set('kind', file.kind);
  form.set('mode', 'commit');
  form.set('file', new Blob([file.csv], { type: 'text/csv' }), `${file.kind}.csv`);
  report(`${file.kind}: sending`);
  const { id } = await api.post('/imports', form);
  for (;;) {
    const job = await api.get(`/imports/${id}`);
    const done = (job.accepted ?? 0) + (job.rejected ?? 0) + (job.skipped ?? 0);
    report(`${file.kind}: ${done.toLocaleString('en')} of ${file.rows.toLocaleString('en')}`);
    if (job.status === 'failed' || (job.status === 'done' && job.rejected > 0)) {
      throw new Error(`The demonstration file "${file.kind}" was not taken: ${JSON.stringify(job)}`);
    }
    if (job.status === 'done') {
      return { kind: file.kind, rows: file.rows, seconds: (performance.now() - started) / 1000 };
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Just enough of a client: signs in, and again when the token has run out. */
class ApiClient {
  #base;
  #credentials;
  #token;

  constructor(base, username, password) {
    this.#base = base;
    this.#credentials = { username, password };
  }

  async get(path) {
    return await this.#call(path, { method: 'GET' });
  }

  async post(path, body) {
    return await this.#call(path, { method: 'POST', body });
  }

  async #call(path, options, retried = false) {
    this.#token ??= await this.#signIn();
    const answer = await fetch(this.#base + path, { ...options, headers: { authorization: `Bearer ${this.#token}` } });
    if (answer.status === 401 && !retried) {
      this.#token = undefined;
      return await this.#call(path, options, true);
    }
    if (!answer.ok) throw new Error(`${options.method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  }

  async #signIn() {
    const answer = await fetch(`${this.#base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.#credentials),
    });
    if (!answer.ok) throw new Error(`Signing in as ${this.#credentials.username} answered ${answer.status}`);
    return (await answer.json()).accessToken;
  }
}
