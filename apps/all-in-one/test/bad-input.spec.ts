import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describedOperations, type Operation } from './support/api-description.js';
import { badBodies } from './support/bad-values.js';
import { District } from './support/district.js';
import { faultOf } from './support/fault-of.js';
import { CANARIES, goodRequests, type GoodRequest } from './support/good-requests.js';
import { tableDigests } from './support/table-digests.js';

jest.setTimeout(120_000);

const AT_ONCE = 8;

describe('every field of every body', () => {
  let district: District;
  let operations: readonly Operation[];
  let requests: Readonly<Record<string, GoodRequest>>;

  beforeAll(async () => {
    district = await District.start();
    operations = await describedOperations(district);
    requests = await goodRequests(district);
    await district.untilQuiet();
  });
  afterAll(() => district.remove());

  it('is known here: a route that is added needs a good request', () => {
    const withBody = operations.filter(({ body }) => body !== undefined).map(({ name }) => name);
    expect(Object.keys(requests).sort()).toEqual(withBody.sort());
  });

  it('failing-fields: wrong type, missing, null, too long, out of range, wrong code, unknown: 4xx that names it', async () => {
    const before = await tableDigests(district);
    const cases = operations.flatMap(({ name, method, body }) => {
      const good = requests[name];
      if (body === undefined || good === undefined) return [];
      return badBodies(body, good.body).map((bad) => ({ name, method, good, bad }));
    });
    const faults: string[] = [];
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let one = cases.pop(); one !== undefined; one = cases.pop()) {
        const { name, method, good, bad } = one;
        const asked = { body: bad.body, ...(good.version === undefined ? {} : { version: good.version }) };
        const fault = faultOf(await good.by.ask(method, good.path, asked), bad.field || undefined);
        if (fault !== undefined) faults.push(`${name} ${bad.field} (${bad.what}) ${fault}`);
      }
    });
    expect(cases.length).toBeGreaterThan(1_000);
    await Promise.all(workers);
    expect(faults.sort()).toEqual([]);
    expect(await tableDigests(district)).toEqual(before);
  });

  it('successful-secrecy: nothing of it stands in the log', () => {
    for (const canary of Object.values(CANARIES)) expect(district.node.output).not.toContain(canary);
  });
});
