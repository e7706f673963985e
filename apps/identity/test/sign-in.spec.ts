import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { TokenVerifier } from '#auth';
import { AuthService } from '#contracts';
import { FieldCipher } from '#persistence';
import { GOOD_PASSWORD, IdentityFixture, refusalOf, refused } from './identity-fixture.js';

describe('signing in', () => {
  let identity: IdentityFixture;

  beforeAll(async () => {
    identity = await IdentityFixture.start();
  });
  afterAll(() => identity.stop());

  it('gives a token that carries the account’s rights', async () => {
    await identity.user('zhang', { roles: ['street_staff'], scopes: ['990101001000'] });
    const session = await identity.login('zhang');
    expect(session).toMatchObject({
      expiresInSeconds: 900,
      user: { username: 'zhang', roles: ['street_staff'], scopes: ['990101001'], mustChangePassword: false },
    });
    const verifier = new TokenVerifier(identity.node.settings('gateway'));
    expect(verifier.verify(session.accessToken)).toMatchObject({
      id: session.user!.id,
      roles: ['street_staff'],
      scopes: ['990101001'],
    });
    const me = await identity.rpc.call(AuthService.method.me, {}, identity.ofSession(session));
    expect(me.user).toMatchObject({ id: session.user!.id, username: 'zhang' });
  });

  it('tells names apart without regard to case and width', async () => {
    await identity.user('Li.Wei');
    expect((await identity.login(' ＬＩ.wei ')).user!.username).toBe('li.wei');
  });

  it('answers an unknown name and a wrong password alike', async () => {
    await identity.user('wang');
    const known = await refused(identity.login('wang', 'not the password'));
    const unknown = await refused(identity.login('nobody-here', 'not the password'));
    expect(known).toMatchObject({ code: 'IDENTITY.LOGIN.FAILED' });
    expect(unknown).toMatchObject({ code: known!.code, options: known!.options });
  });

  it('takes as long for an unknown name as for a known one', async () => {
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      await identity.user(`time${i}`);
      known.push(await timed(() => refusalOf(identity.login(`time${i}`, 'wrong one'))));
      unknown.push(await timed(() => refusalOf(identity.login(`no-time${i}`, 'wrong one'))));
    }
    // Without the dummy hash an unknown name answers in a tenth of the time.
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.5);
    expect(median(unknown)).toBeLessThan(median(known) * 2);
  });

  it.each(['locks', 'nobody-locks'])('locks the name %s after five failures for half an hour', async (name) => {
    if (name === 'locks') await identity.user(name);
    for (let i = 0; i < 5; i += 1) {
      expect(await refusalOf(identity.login(name, 'wrong'))).toBe('IDENTITY.LOGIN.FAILED');
    }
    const locked = await refused(identity.login(name));
    expect(locked).toMatchObject({ code: 'IDENTITY.LOGIN.LOCKED' });
    expect(locked!.options.retryAfterSeconds).toBeGreaterThan(1_700);
    expect(locked!.options.retryAfterSeconds).toBeLessThanOrEqual(1_800);
  });

  it('opens a locked name after half an hour, and counts from nought', async () => {
    await identity.user('patient');
    for (let i = 0; i < 5; i += 1) await refusalOf(identity.login('patient', 'wrong'));
    expect((await identity.findUser('patient')).locked).toBe(true);
    identity.clock.advance(30 * 60_000 + 1_000);
    expect((await identity.findUser('patient')).locked).toBe(false);
    expect(await refusalOf(identity.login('patient', 'wrong'))).toBe('IDENTITY.LOGIN.FAILED');
    expect((await identity.login('patient')).user!.username).toBe('patient');
  });

  it('forgets failures after a success', async () => {
    await identity.user('clumsy');
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await refusalOf(identity.login('clumsy', 'wrong'));
      await identity.login('clumsy');
    }
  });

  it('lets no more than five guesses through when they come at once', async () => {
    await identity.user('parallel');
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(identity.login('parallel', 'guess'))));
    expect(answers.filter((code) => code === 'IDENTITY.LOGIN.FAILED')).toHaveLength(5);
    expect(answers.filter((code) => code === 'IDENTITY.LOGIN.LOCKED')).toHaveLength(15);
  });

  it('slows down an address that tries many names', async () => {
    const answers: unknown[] = [];
    for (let i = 0; i < 105; i += 5) {
      const batch = [0, 1, 2, 3, 4].map((n) =>
        refusalOf(identity.login(`spray${i + n}`, 'x', undefined, '198.51.100.9')),
      );
      answers.push(...(await Promise.all(batch)));
    }
    expect(answers.at(-1)).toBe('COMMON.RATE_LIMITED');
    expect(await refusalOf(identity.login('someone-else', 'x', undefined, '198.51.100.10'))).toBe(
      'IDENTITY.LOGIN.FAILED',
    );
  });

  it('does not shut out those who are at home at an address somebody floods', async () => {
    const office = '198.51.100.77';
    await identity.user('at-home');
    await identity.user('not-at-home');
    await identity.login('at-home', GOOD_PASSWORD, undefined, office);
    for (let i = 0; i < 105; i += 5) {
      const batch = [0, 1, 2, 3, 4].map((n) => refusalOf(identity.login(`flood${i + n}`, 'x', undefined, office)));
      await Promise.all(batch);
    }
    expect(await refusalOf(identity.login('not-at-home', GOOD_PASSWORD, undefined, office))).toBe(
      'COMMON.RATE_LIMITED',
    );
    expect((await identity.login('at-home', GOOD_PASSWORD, undefined, office)).user!.username).toBe('at-home');
    // The lock of the name stands, at home or not.
    for (let i = 0; i < 5; i += 1) await refusalOf(identity.login('at-home', 'guess', undefined, office));
    expect(await refusalOf(identity.login('at-home', GOOD_PASSWORD, undefined, office))).toBe('IDENTITY.LOGIN.LOCKED');
    const [places] = await identity.rows<{ text: string }>(
      'select string_agg(p::text, $1) as text from sign_in_place p',
      [' '],
    );
    expect(places!.text).not.toContain(office);
  });

  it('asks for the one-time code where one is enrolled, and takes each code once', async () => {
    await identity.user('careful');
    const secret = new Secret({ size: 20 });
    const { id } = await identity.findUser('careful');
    const place = { table: 'account', column: 'otp_secret', rowId: id };
    const sealed = identity.service.get(FieldCipher).seal(secret.base32, place);
    await identity.rows('update account set otp_secret = $2 where id = $1', [id, sealed]);
    const code = new TOTP({ secret }).generate({ timestamp: identity.clock.now().getTime() });
    expect(await refusalOf(identity.login('careful'))).toBe('IDENTITY.LOGIN.OTP_REQUIRED');
    expect(await refusalOf(identity.login('careful', 'wrong', code))).toBe('IDENTITY.LOGIN.FAILED');
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await refusalOf(identity.login('careful', GOOD_PASSWORD, wrong))).toBe('IDENTITY.LOGIN.FAILED');
    expect((await identity.login('careful', GOOD_PASSWORD, code)).user!.username).toBe('careful');
    expect(await refusalOf(identity.login('careful', GOOD_PASSWORD, code))).toBe('IDENTITY.LOGIN.FAILED');
  });

  it('demands a new password after ninety days, and opens nothing else until then', async () => {
    await identity.user('old');
    await identity.rows("update account set password_changed_at = now() - interval '91 days' where username = 'old'");
    const session = await identity.login('old');
    expect(session.user).toMatchObject({ mustChangePassword: true, roles: ['street_staff'] });
    expect(identity.ofSession(session).caller.roles).toEqual(['password_change_required']);
    const change = { currentPassword: GOOD_PASSWORD, newPassword: 'Another-quiet-lake-9' };
    await identity.rpc.call(AuthService.method.changePassword, change, identity.ofSession(session));
    const renewed = await identity.refresh(session.refreshToken);
    expect(identity.ofSession(renewed).caller.roles).toEqual(['street_staff']);
  });

  it('keeps neither passwords nor tokens nor the names of failures in clear', async () => {
    await identity.user('secretive');
    const session = await identity.login('secretive');
    await refusalOf(identity.login('typed-my-password-here', 'x'));
    const dump = await identity.rows<{ all: string }>(`
      select coalesce(string_agg(t::text, E'\\n'), '') as all from (
        select a::text as t from account a union all select r::text from refresh_token r
        union all select g::text from sign_in_guard g union all select s::text from session s
        union all select u::text from audit_entry u union all select p::text from audit_pending p) rows`);
    const text = dump[0]!.all;
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(text).not.toContain(GOOD_PASSWORD);
    expect(text).not.toContain(session.refreshToken);
    expect(text).not.toContain(session.accessToken);
    expect(text).not.toContain('typed-my-password-here');
  });

  it('leaves an audit row for every success and refusal', async () => {
    await identity.user('audited');
    const { user } = await identity.login('audited');
    await refusalOf(identity.login('audited', 'wrong'));
    const rows = await identity.rows<{ outcome: string; actor_id: string }>(
      `select outcome, actor_id from (
         select id, outcome, actor_id, subject_id, action from audit_entry
         union all select id, outcome, actor_id, subject_id, action from audit_pending) both_tables
       where subject_id = $1 and action = 'identity.sign_in' order by id`,
      [user!.id],
    );
    expect(rows).toEqual([
      { outcome: 'done', actor_id: user!.id },
      { outcome: 'refused', actor_id: 'anonymous' },
    ]);
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
