import { appendFile, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BlindIndex, BusCipher, ensureKeys, FieldCipher, SealBroken } from '#persistence';
import { openModule, startSample, type SampleService } from './sample-service.js';

let sample: SampleService;
let cipher: FieldCipher;
const place = { table: 'person', column: 'phone', rowId: 'row-1' };
const texts = fc.string({ unit: 'grapheme', maxLength: 80 });

beforeAll(async () => {
  sample = await startSample();
  cipher = sample.module.get(FieldCipher);
});
afterAll(() => sample.close());

describe('the field cipher', () => {
  it('gives back what it sealed, never twice the same bytes (property)', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sealed = cipher.seal(text, place);
        expect(cipher.open(sealed, place)).toBe(text);
        expect(cipher.seal(text, place).equals(sealed)).toBe(false);
        if (text.length > 3) expect(sealed.includes(Buffer.from(text))).toBe(false);
      }),
    );
  });

  it('does not open a value moved to another table, column or row (property)', () => {
    const name = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(
        fc.record({ table: name, column: name, rowId: name }),
        fc.record({ table: name, column: name, rowId: name }),
        (from, to) => {
          fc.pre(JSON.stringify(from) !== JSON.stringify(to));
          expect(() => cipher.open(cipher.seal('secret', from), to)).toThrow(SealBroken);
        },
      ),
    );
    // The parts are bound one by one, not as one run of text.
    const sealed = cipher.seal('secret', { table: 'ab', column: 'c', rowId: '1' });
    expect(() => cipher.open(sealed, { table: 'a', column: 'bc', rowId: '1' })).toThrow(SealBroken);
  });

  it('does not open a value of which any bit is changed, or that is cut (property)', () => {
    const sealed = cipher.seal('13800000000', place);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(sealed);
        changed[at]! ^= 1 << bit;
        // A changed key version names a key that does not exist.
        const expected = at >= 1 && at <= 4 ? { code: 'COMMON.UNAVAILABLE' } : { name: 'SealBroken' };
        expect(() => cipher.open(changed, place)).toThrow(expect.objectContaining(expected));
      }),
    );
    for (let length = 0; length < sealed.length; length++) {
      expect(() => cipher.open(sealed.subarray(0, length), place)).toThrow();
    }
  });

  it('reads old values after a rotation, here and in a process that was already running', async () => {
    const other = await openModule(sample.settings);
    const otherCipher = other.get(FieldCipher);
    const old = cipher.seal('old', place);
    expect(old.readUInt32BE(1)).toBe(1);
    // A new key is stored some time before anybody seals with it, so that nobody meets a value whose key it has not read.
    expect(await cipher.rotate()).toBe(2);
    expect(cipher.seal('still version 1', place).readUInt32BE(1)).toBe(1);
    await sample.admin.query("update field_key set active_at = now() - interval '1 second' where version = 2");
    const later = await openModule(sample.settings);
    const fresh = later.get(FieldCipher).seal('new', place);
    expect(fresh.readUInt32BE(1)).toBe(2);
    expect(later.get(FieldCipher).open(old, place)).toBe('old');
    // The process that has not read key 2 yet says "try again", fetches it, and can read it then.
    expect(() => otherCipher.open(fresh, place)).toThrow(expect.objectContaining({ code: 'COMMON.UNAVAILABLE' }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(otherCipher.open(fresh, place)).toBe('new');
    await Promise.all([other.close(), later.close()]);
  });

  it('stores data keys only wrapped, and the service role cannot remove them', async () => {
    const { rows } = await sample.admin.query<{ wrapped: Buffer; version: number }>(
      'select version, wrapped from field_key',
    );
    expect(rows.length).toBeGreaterThan(0);
    // Nonce, key and tag: the key itself never stands there alone.
    for (const { wrapped } of rows) expect(wrapped).toHaveLength(12 + 32 + 16);
    const { rows: grants } = await sample.admin.query<{ privilege_type: string }>(
      "select privilege_type from information_schema.role_table_grants where grantee = 'xq_smi' and table_name = 'field_key' and table_schema = 'smi'",
    );
    expect(grants.map((grant) => grant.privilege_type).sort()).toEqual(['INSERT', 'SELECT']);
  });

  it('starts one key when several processes start at once', async () => {
    await sample.admin.query('truncate field_key');
    const modules = await Promise.all([1, 2, 3].map(() => openModule(sample.settings)));
    const { rows } = await sample.admin.query('select version from field_key');
    expect(rows).toEqual([{ version: 1 }]);
    const sealed = modules[0]!.get(FieldCipher).seal('shared', place);
    expect(modules.map((module) => module.get(FieldCipher).open(sealed, place))).toEqual([
      'shared',
      'shared',
      'shared',
    ]);
    await Promise.all(modules.map((module) => module.close()));
  });
});

describe('the key files', () => {
  it('are made once, for the owner only, and never replaced', async () => {
    const directory = join(await mkdtemp(join(tmpdir(), 'keys-')), 'deep');
    await Promise.all([ensureKeys(directory, ['smi', 'kpi']), ensureKeys(directory, ['smi', 'kpi'])]);
    const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map((file) => file.name).sort()).toEqual(['bus.key', 'kpi.key', 'kpi.key', 'smi.key', 'smi.key']);
    const contents = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
    expect(new Set(contents).size).toBe(5);
    for (const file of files) expect((await stat(join(file.parentPath, file.name))).mode & 0o777).toBe(0o600);
    await ensureKeys(directory, ['smi', 'kpi', 'registry']);
    expect(await readFile(join(directory, 'bus.key'), 'utf8')).toBe(
      contents[files.findIndex(({ name }) => name === 'bus.key')],
    );
  });

  it('that are missing or unfit are named', async () => {
    const keysDirectory = await mkdtemp(join(tmpdir(), 'keys-'));
    expect(() => new BusCipher({ keysDirectory })).toThrow(/bus\.key cannot be read/);
    await writeFile(join(keysDirectory, 'bus.key'), 'c2hvcnQ=\n');
    expect(() => new BusCipher({ keysDirectory })).toThrow(/not a key of 32 bytes/);
  });
});

describe('the blind index', () => {
  it('is equal for equal values only, and different by purpose and by key', async () => {
    const index = sample.module.get(BlindIndex);
    expect(index.of('phone', '13800000000').equals(index.of('phone', '13800000000'))).toBe(true);
    expect(index.of('phone', '13800000000').equals(index.of('phone', '13800000001'))).toBe(false);
    expect(index.of('phone', '1').equals(index.of('id-number', '1'))).toBe(false);
    const keysDirectory = await mkdtemp(join(tmpdir(), 'keys-'));
    await ensureKeys(keysDirectory, ['smi']);
    const elsewhere = new BlindIndex({ keysDirectory, service: 'smi' });
    expect(elsewhere.of('phone', '1').equals(index.of('phone', '1'))).toBe(false);
  });
});

describe('the bus cipher', () => {
  it('opens what any service of the node sealed, for the same aggregate only', () => {
    const one = new BusCipher(sample.settings);
    const two = new BusCipher({ ...sample.settings });
    const sealed = one.seal('Zhang San', 'person-1');
    expect(two.open(sealed, 'person-1')).toBe('Zhang San');
    expect(() => two.open(sealed, 'person-2')).toThrow(SealBroken);
    expect(() => two.open(sealed.slice(0, 8), 'person-1')).toThrow(SealBroken);
    expect(() => two.open('', 'person-1')).toThrow(SealBroken);
  });

  it('reads values of the key before, after a new one was put first', async () => {
    const keysDirectory = await mkdtemp(join(tmpdir(), 'keys-'));
    await ensureKeys(keysDirectory, []);
    const sealed = new BusCipher({ keysDirectory }).seal('old', 'a');
    const file = join(keysDirectory, 'bus.key');
    const before = await readFile(file, 'utf8');
    await writeFile(file, `${randomBytes(32).toString('base64')}\n`);
    expect(() => new BusCipher({ keysDirectory }).open(sealed, 'a')).toThrow(/does not hold/);
    await appendFile(file, before);
    const rotated = new BusCipher({ keysDirectory });
    expect(rotated.open(sealed, 'a')).toBe('old');
    expect(rotated.seal('new', 'a').slice(0, 8)).not.toBe(sealed.slice(0, 8));
  });
});
