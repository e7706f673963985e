import { createHash } from 'node:crypto';
import { create, toJsonString } from '@bufbuild/protobuf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuthService, ChangePasswordRequestSchema, type Session } from '#contracts';
import { withKey } from '#testing';
import { GOOD_PASSWORD, IdentityFixture, refusalOf, refused } from './identity-fixture.js';

describe('a session', () => {
  let identity: IdentityFixture;
  let session: Session;
  let name: string;
  let count = 0;

  beforeAll(async () => {
    identity = await IdentityFixture.start();
  });
  afterAll(() => identity.stop());
  beforeEach(async () => {
    count += 1;
    name = `user${count}`;
    await identity.user(name);
    session = await identity.login(name);
  });

  const ended = 'IDENTITY.SESSION.ENDED';

  it('goes on with each successor', async () => {
    let token = session.refreshToken;
    for (let i = 0; i < 4; i += 1) {
      const next = await identity.refresh(token);
      expect(next.refreshToken).not.toBe(token);
      expect(identity.ofSession(next).caller.sessionId).toBe(identity.ofSession(session).caller.sessionId);
      token = next.refreshToken;
    }
  });

  it('ends as a whole when a refresh token is used twice', async () => {
    const second = await identity.refresh(session.refreshToken);
    expect(await refusalOf(identity.refresh(session.refreshToken))).toBe(ended);
    expect(await refusalOf(identity.refresh(second.refreshToken))).toBe(ended);
    const verifier = await identity.gatewayVerifier();
    expect(() => verifier.verify(second.accessToken)).toThrow('COMMON.UNAUTHENTICATED');
    expect(() => verifier.verify(session.accessToken)).toThrow('COMMON.UNAUTHENTICATED');
  });

  it('does not end another session of the same user with it', async () => {
    const elsewhere = await identity.login(name);
    await identity.refresh(session.refreshToken);
    await refusalOf(identity.refresh(session.refreshToken));
    expect((await identity.refresh(elsewhere.refreshToken)).user!.username).toBe(name);
    const fresh = await identity.login(name);
    expect((await identity.gatewayVerifier()).verify(fresh.accessToken).id).toBe(fresh.user!.id);
  });

  it('gives the same successor when the answer was lost and the same key asks again', async () => {
    const first = await identity.refresh(session.refreshToken, 'key-1');
    const again = await identity.refresh(session.refreshToken, 'key-1');
    expect(again.refreshToken).toBe(first.refreshToken);
    expect((await identity.refresh(first.refreshToken, 'key-2')).user!.username).toBe(name);
    // The successor has been used: now the same repeat is a theft.
    expect(await refusalOf(identity.refresh(session.refreshToken, 'key-1'))).toBe(ended);
  });

  it.each(['another-key', undefined])('ends when the second use comes with %s', async (key) => {
    await identity.refresh(session.refreshToken, 'key-1');
    expect(await refusalOf(identity.refresh(session.refreshToken, key))).toBe(ended);
  });

  it('ends when the repeat comes too late', async () => {
    await identity.refresh(session.refreshToken, 'key-1');
    identity.clock.advance(61_000);
    expect(await refusalOf(identity.refresh(session.refreshToken, 'key-1'))).toBe(ended);
  });

  it('is renewed by one of two that ask at once, and ended by the other', async () => {
    const answers = await Promise.all([
      refusalOf(identity.refresh(session.refreshToken)),
      refusalOf(identity.refresh(session.refreshToken)),
    ]);
    expect(answers.sort()).toEqual([ended, undefined]);
  });

  describe('whose tokens are in cookies', () => {
    const csrf = (): string => session.csrfToken;

    it('goes on when two tabs renew it at the same moment, both with the same successor', async () => {
      const [one, two] = await Promise.all([
        identity.refresh(session.refreshToken, undefined, csrf()),
        identity.refresh(session.refreshToken, undefined, csrf()),
      ]);
      expect(one.refreshToken).toBe(two.refreshToken);
      expect((await identity.refresh(two.refreshToken, undefined, csrf())).user!.username).toBe(name);
    });

    it('ends when the old one comes after the new one was used, however soon', async () => {
      const next = await identity.refresh(session.refreshToken, undefined, csrf());
      await identity.refresh(next.refreshToken, undefined, csrf());
      expect(await refusalOf(identity.refresh(session.refreshToken, undefined, csrf()))).toBe(ended);
    });

    it('ends when the old one comes back after ten seconds', async () => {
      await identity.refresh(session.refreshToken, undefined, csrf());
      identity.clock.advance(11_000);
      expect(await refusalOf(identity.refresh(session.refreshToken, undefined, csrf()))).toBe(ended);
    });

    it('is untouched by a wrong CSRF token, or another session’s', async () => {
      const other = await identity.login(name);
      expect(other.csrfToken).not.toBe(csrf());
      for (const wrong of ['', 'x', other.csrfToken]) {
        expect(await refusalOf(identity.refresh(session.refreshToken, undefined, wrong))).toBe('COMMON.CSRF');
      }
      expect((await identity.refresh(session.refreshToken, undefined, csrf())).csrfToken).toBe(csrf());
    });
  });

  it('says when it ends, and goes on with each refresh until eight hours are over', async () => {
    const me = (of: Session) => identity.rpc.call(AuthService.method.me, {}, identity.ofSession(of));
    const began = identity.clock.now().getTime();
    const first = await me(session);
    expect(minutes(first.sessionEndsAt, began)).toBe(30);
    expect(minutes(first.sessionLimitAt, began)).toBe(480);
    identity.clock.advance(10 * 60_000);
    const second = await me(await identity.refresh(session.refreshToken));
    expect(minutes(second.sessionEndsAt, began)).toBe(40);
    expect(second.sessionLimitAt).toBe(first.sessionLimitAt);
    expect(second.permissions).toContain('smi.case.read');
    expect(second.otp).toMatchObject({ enabled: false, required: false, recoveryCodesLeft: 0 });
  });

  it('idles away after half an hour, and ends after eight hours of use', async () => {
    const idle = await identity.login(name);
    let token = session.refreshToken;
    for (let minutes = 20; minutes < 480; minutes += 20) {
      identity.clock.advance(20 * 60_000);
      token = (await identity.refresh(token)).refreshToken;
    }
    expect(await refusalOf(identity.refresh(idle.refreshToken))).toBe(ended);
    identity.clock.advance(20 * 60_000);
    expect(await refusalOf(identity.refresh(token))).toBe(ended);
  });

  it('is not kept by a page whose user has gone, nor are its tokens', async () => {
    const minute = 60_000;
    let token = session.refreshToken;
    identity.clock.advance(2 * minute);
    token = (await identity.refreshIdle(token, 0)).refreshToken;
    for (let idle = 8; idle <= 24; idle += 8) {
      identity.clock.advance(8 * minute);
      const renewed = await identity.refreshIdle(token, idle * 60);
      expect(renewed.expiresInSeconds).toBeLessThanOrEqual((30 - idle) * 60);
      token = renewed.refreshToken;
    }
    identity.clock.advance(7 * minute);
    expect(await refusalOf(identity.refresh(token))).toBe(ended);
  });

  it('is shortened by nobody: what one tab does counts, however long another has been idle', async () => {
    const began = identity.clock.now().getTime();
    const renewed = await identity.refreshIdle(session.refreshToken, 20 * 60);
    const { sessionEndsAt } = await identity.rpc.call(AuthService.method.me, {}, identity.ofSession(renewed));
    expect(minutes(sessionEndsAt, began)).toBe(30);
  });

  it('ends at sign-out, at once', async () => {
    const context = identity.ofSession(session);
    await identity.rpc.call(AuthService.method.logout, {}, context);
    await identity.rpc.call(AuthService.method.logout, {}, context);
    expect(await refusalOf(identity.refresh(session.refreshToken))).toBe(ended);
    const verifier = await identity.gatewayVerifier();
    expect(() => verifier.verify(session.accessToken)).toThrow('COMMON.UNAUTHENTICATED');
  });

  it.each(['', 'x', 'a'.repeat(43)])('is not opened by the made-up token "%s"', async (token) => {
    expect(await refusalOf(identity.refresh(token))).toBe(ended);
  });

  it('is not opened by an access token', async () => {
    expect(await refusalOf(identity.refresh(session.accessToken))).toBe(ended);
  });

  it('shows what was revoked to services only', async () => {
    const request = { since: new Date(0).toISOString() };
    const method = AuthService.method.listRevocations;
    expect(await refusalOf(identity.rpc.call(method, request, identity.ofSession(session)))).toBe('COMMON.FORBIDDEN');
    expect(await refusalOf(identity.rpc.call(method, request, identity.anonymous()))).toBe('COMMON.UNAUTHENTICATED');
  });

  describe('and a change of password', () => {
    const change = (newPassword: string, currentPassword = GOOD_PASSWORD, context = identity.ofSession(session)) =>
      identity.rpc.call(AuthService.method.changePassword, { currentPassword, newPassword }, context);

    it('takes the new one at once and ends the other sessions', async () => {
      const elsewhere = await identity.login(name);
      await change('Another-quiet-lake-9');
      expect(await refusalOf(identity.login(name))).toBe('IDENTITY.LOGIN.FAILED');
      expect((await identity.login(name, 'Another-quiet-lake-9')).user!.username).toBe(name);
      expect(await refusalOf(identity.refresh(elsewhere.refreshToken))).toBe(ended);
      expect((await identity.refresh(session.refreshToken)).user!.username).toBe(name);
    });

    it.each([
      ['Sh0rt!a', 'IDENTITY.PASSWORD.WEAK'],
      ['onlyletters', 'IDENTITY.PASSWORD.WEAK'],
      ['Abcd1234', 'IDENTITY.PASSWORD.WEAK'],
      ['P@ssw0rd1234', 'IDENTITY.PASSWORD.COMMON'],
      ['aaaaaaaaaaaa', 'IDENTITY.PASSWORD.COMMON'],
      ['123456789012', 'IDENTITY.PASSWORD.COMMON'],
      ['x1!Q'.repeat(17), 'IDENTITY.PASSWORD.TOO_LONG'],
      [GOOD_PASSWORD, 'IDENTITY.PASSWORD.REUSED'],
    ])('refuses "%s" with %s', async (password, code) => {
      const error = await refused(change(password));
      expect(error).toMatchObject({
        code: 'COMMON.VALIDATION_FAILED',
        options: { errors: [expect.objectContaining({ field: 'newPassword', code })] },
      });
    });

    it('refuses the last five and takes the sixth', async () => {
      const passwords = [1, 2, 3, 4, 5].map((n) => `Quiet-harbour-no-${n}`);
      let current = GOOD_PASSWORD;
      for (const next of passwords) {
        await change(next, current);
        current = next;
      }
      expect(await refusalOf(change(passwords[0]!, current))).toBe('COMMON.VALIDATION_FAILED');
      await change(GOOD_PASSWORD, current);
    });

    it('answers a repeat as the first time, and counts no wrong guess for it', async () => {
      const context = withKey(identity.ofSession(session));
      const repeat = () => change('Another-quiet-lake-9', GOOD_PASSWORD, context);
      await Promise.all([repeat(), repeat()]);
      for (let i = 0; i < 6; i += 1) await repeat();
      expect((await identity.login(name, 'Another-quiet-lake-9')).user!.username).toBe(name);
      const guess = change('Another-quiet-lake-8', GOOD_PASSWORD, context);
      expect(await refusalOf(guess)).toBe('COMMON.IDEMPOTENCY_KEY_REUSED');
      const columns = 'select action, actor_id from';
      const changes = await identity.rows(
        `select 1 from (${columns} audit_pending union all ${columns} audit_entry) a
         where action = 'identity.password.change' and actor_id = $1`,
        [context.caller.id],
      );
      expect(changes).toHaveLength(1);
    });

    it('keeps no digest that a password could be guessed by', async () => {
      const context = withKey(identity.ofSession(session));
      await change('Another-quiet-lake-9', GOOD_PASSWORD, context);
      const [row] = await identity.rows<{ digest: string }>('select digest from idempotency where key = $1', [
        context.idempotencyKey,
      ]);
      const body = toJsonString(
        ChangePasswordRequestSchema,
        create(ChangePasswordRequestSchema, { currentPassword: GOOD_PASSWORD, newPassword: 'Another-quiet-lake-9' }),
      );
      expect(row!.digest).toMatch(/^[0-9a-f]{64}$/);
      expect(row!.digest).not.toBe(createHash('sha256').update(body).digest('hex'));
    });

    it('counts wrong guesses at the current one towards the lock', async () => {
      for (let i = 0; i < 5; i += 1) {
        expect(await refusalOf(change('Another-quiet-lake-9', 'wrong'))).toBe('IDENTITY.PASSWORD.WRONG');
      }
      expect(await refusalOf(change('Another-quiet-lake-9'))).toBe('IDENTITY.LOGIN.LOCKED');
      expect(await refusalOf(identity.login(name))).toBe('IDENTITY.LOGIN.LOCKED');
    });
  });
});

function minutes(instant: string | undefined, since: number): number {
  return Math.round((Date.parse(instant!) - since) / 60_000);
}
