import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { AuthService, OtpService, type Session } from '#contracts';
import { GOOD_PASSWORD, IdentityFixture, refusalOf, refused } from './identity-fixture.js';

describe('the second factor', () => {
  let identity: IdentityFixture;
  let session: Session;
  let name: string;
  let count = 0;

  beforeAll(async () => {
    identity = await IdentityFixture.start({ otpRequiredRoles: ['audit_admin'] });
  });
  afterAll(() => identity.stop());
  beforeEach(async () => {
    count += 1;
    name = `user${count}`;
    await identity.user(name);
    session = await identity.login(name);
  });

  /** The code of now or of another step, as an authenticator shows it. */
  const codeOf = (secret: string, steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: identity.clock.now().getTime() + steps * 30_000,
    });
  const own = () => identity.ofSession(session);
  const begin = async (): Promise<string> => {
    const begun = await identity.rpc.call(OtpService.method.enrolOtp, { currentPassword: GOOD_PASSWORD }, own());
    return begun.secret;
  };
  const confirm = (otp: string) => identity.rpc.call(OtpService.method.confirmOtp, { otp }, own());
  /** Enrols with the code of the step before, so that the present one is still unused. */
  const enrol = async () => {
    const secret = await begin();
    const { recoveryCodes } = await confirm(codeOf(secret, -1));
    return { secret, recoveryCodes };
  };
  const me = async () => (await identity.rpc.call(AuthService.method.me, {}, own())).otp!;
  const remove = (otp: string, currentPassword = GOOD_PASSWORD) =>
    identity.rpc.call(OtpService.method.removeOtp, { currentPassword, otp }, own());

  it('is enrolled in two steps and asked for from then on', async () => {
    const begun = await identity.rpc.call(OtpService.method.enrolOtp, { currentPassword: GOOD_PASSWORD }, own());
    expect(begun.otpauthUri).toMatch(new RegExp(`^otpauth://totp/Xinqiao:${name}\\?.*secret=${begun.secret}`));
    expect((await identity.login(name)).user!.username).toBe(name);
    const wrong = codeOf(begun.secret) === '000000' ? '000001' : '000000';
    expect(await refused(confirm(wrong))).toMatchObject({
      code: 'IDENTITY.OTP.WRONG',
      options: { errors: [{ field: 'otp' }] },
    });
    const { recoveryCodes } = await confirm(codeOf(begun.secret, -1));
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/);
    expect(await me()).toMatchObject({ enabled: true, recoveryCodesLeft: 10 });
    expect((await identity.findUser(name)).otpEnabled).toBe(true);
    expect(await refusalOf(identity.login(name))).toBe('IDENTITY.LOGIN.OTP_REQUIRED');
    expect((await identity.login(name, GOOD_PASSWORD, codeOf(begun.secret))).user!.username).toBe(name);
  });

  it('ends the other sessions when it comes and when it goes', async () => {
    const before = await identity.login(name);
    const { secret } = await enrol();
    expect(await refusalOf(identity.refresh(before.refreshToken))).toBe('IDENTITY.SESSION.ENDED');
    const later = await identity.login(name, GOOD_PASSWORD, codeOf(secret));
    await remove(codeOf(secret, 1));
    expect(await refusalOf(identity.refresh(later.refreshToken))).toBe('IDENTITY.SESSION.ENDED');
    session = await identity.refresh(session.refreshToken);
    expect(await me()).toMatchObject({ enabled: false, recoveryCodesLeft: 0 });
    expect((await identity.login(name)).user!.username).toBe(name);
  });

  it('begins again after ten minutes, and not without the password', async () => {
    const secret = await begin();
    identity.clock.advance(10 * 60_000 + 1_000);
    expect(await refusalOf(confirm(codeOf(secret)))).toBe('IDENTITY.OTP.NOT_STARTED');
    const guess = identity.rpc.call(OtpService.method.enrolOtp, { currentPassword: 'guess' }, own());
    expect(await refused(guess)).toMatchObject({
      code: 'IDENTITY.PASSWORD.WRONG',
      options: { errors: [{ field: 'currentPassword' }] },
    });
  });

  it('is not replaced by whoever has only the password', async () => {
    await enrol();
    expect(await refusalOf(begin())).toBe('IDENTITY.OTP.ALREADY_ENABLED');
    expect(await refusalOf(confirm('123456'))).toBe('IDENTITY.OTP.ALREADY_ENABLED');
  });

  it('has nothing to remove or renew where none is enrolled', async () => {
    expect(await refusalOf(remove('123456'))).toBe('IDENTITY.OTP.NOT_ENABLED');
    const renew = { currentPassword: GOOD_PASSWORD, otp: '123456' };
    expect(await refusalOf(identity.rpc.call(OtpService.method.renewRecoveryCodes, renew, own()))).toBe(
      'IDENTITY.OTP.NOT_ENABLED',
    );
  });

  it('takes a code of the authenticator once, whoever is first', async () => {
    const { secret } = await enrol();
    const code = codeOf(secret);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => refusalOf(identity.login(name, GOOD_PASSWORD, code))),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(await refusalOf(remove(code))).toBe('IDENTITY.OTP.WRONG');
    // Nor an earlier one after a later one.
    await identity.login(name, GOOD_PASSWORD, codeOf(secret, 1));
    expect(await refusalOf(identity.login(name, GOOD_PASSWORD, code))).toBe('IDENTITY.LOGIN.FAILED');
  });

  it('lets a recovery code in once, as printed or typed carelessly', async () => {
    const { recoveryCodes } = await enrol();
    await identity.login(name, GOOD_PASSWORD, recoveryCodes[0]);
    expect(await refusalOf(identity.login(name, GOOD_PASSWORD, recoveryCodes[0]))).toBe('IDENTITY.LOGIN.FAILED');
    await identity.login(name, GOOD_PASSWORD, ` ${recoveryCodes[1]!.toLowerCase().replaceAll('-', ' ')} `);
    expect(await me()).toMatchObject({ recoveryCodesLeft: 8 });
  });

  it('lets one of two in that use the same recovery code at once, in two processes too', async () => {
    const { recoveryCodes } = await enrol();
    const other = await identity.secondProcess();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => refusalOf(identity.login(name, GOOD_PASSWORD, recoveryCodes[3]))),
    );
    await other.close();
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
  });

  it('gives new recovery codes for a code, and the old ones are void', async () => {
    const { secret, recoveryCodes } = await enrol();
    const request = { currentPassword: GOOD_PASSWORD, otp: codeOf(secret) };
    const renewed = await identity.rpc.call(OtpService.method.renewRecoveryCodes, request, own());
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect(renewed.recoveryCodes).not.toContain(recoveryCodes[0]);
    expect(await refusalOf(identity.login(name, GOOD_PASSWORD, recoveryCodes[0]))).toBe('IDENTITY.LOGIN.FAILED');
    await identity.login(name, GOOD_PASSWORD, renewed.recoveryCodes[0]);
  });

  it('can be removed with a recovery code when the authenticator is lost', async () => {
    const { recoveryCodes } = await enrol();
    await remove(recoveryCodes[9]!);
    expect(await me()).toMatchObject({ enabled: false });
  });

  it.each(['sign-in', 'removal', 'renewal'])('locks the name after five wrong codes at %s', async (where) => {
    const { secret } = await enrol();
    const wrong = [codeOf(secret, -9), 'ABCD-EFGH-JKLM', codeOf(secret, 9), '22222222-2222', codeOf(secret, -10)];
    const attempt = (otp: string): Promise<unknown> => {
      if (where === 'sign-in') return identity.login(name, GOOD_PASSWORD, otp);
      if (where === 'removal') return remove(otp);
      const request = { currentPassword: GOOD_PASSWORD, otp };
      return identity.rpc.call(OtpService.method.renewRecoveryCodes, request, own());
    };
    const failed = where === 'sign-in' ? 'IDENTITY.LOGIN.FAILED' : 'IDENTITY.OTP.WRONG';
    for (const otp of wrong) expect(await refusalOf(attempt(otp))).toBe(failed);
    expect(await refusalOf(attempt(codeOf(secret)))).toBe('IDENTITY.LOGIN.LOCKED');
    expect(await refusalOf(identity.login(name, GOOD_PASSWORD, codeOf(secret)))).toBe('IDENTITY.LOGIN.LOCKED');
  });

  it('lets no more than five guesses through when they come at once', async () => {
    await enrol();
    const answers = await Promise.all(Array.from({ length: 12 }, () => refusalOf(remove('ABCD-EFGH-JKLM'))));
    expect(answers.filter((code) => code === 'IDENTITY.OTP.WRONG')).toHaveLength(5);
    expect(answers.filter((code) => code === 'IDENTITY.LOGIN.LOCKED')).toHaveLength(7);
  });

  describe('of somebody who lost it', () => {
    const reset = (id: string, by = identity.as(['security_admin'], [''])) =>
      identity.rpc.call(OtpService.method.resetOtp, { id }, by);

    it('is taken by an administrator: sessions end, the password alone is asked for again', async () => {
      const { secret, recoveryCodes } = await enrol();
      const { id, version } = await identity.findUser(name);
      expect((await reset(id)).user).toMatchObject({ otpEnabled: false, version: version + 1 });
      expect(await refusalOf(identity.refresh(session.refreshToken))).toBe('IDENTITY.SESSION.ENDED');
      expect((await identity.gatewayVerifier()).verify.bind(null, session.accessToken)).toThrow();
      session = await identity.login(name);
      expect(await me()).toMatchObject({ enabled: false, recoveryCodesLeft: 0 });
      expect(await refusalOf(remove(codeOf(secret)))).toBe('IDENTITY.OTP.NOT_ENABLED');
      expect(await refusalOf(remove(recoveryCodes[0]!))).toBe('IDENTITY.OTP.NOT_ENABLED');
      const rows = await identity.rows<{ action: string }>(
        `select action from audit_entry where subject_id = $1 union all select action from audit_pending where subject_id = $1`,
        [id],
      );
      expect(rows.map(({ action }) => action)).toContain('identity.otp.reset');
    });

    it('is not taken by others, from outside the area, or by oneself', async () => {
      const { id } = await identity.findUser(name);
      expect(await refusalOf(reset(id, identity.as(['street_staff'], [''])))).toBe('COMMON.FORBIDDEN');
      expect(await refusalOf(reset(id, identity.as(['security_admin'], ['990102'])))).toBe('COMMON.NOT_FOUND');
      const self = identity.as(['security_admin'], [''], id);
      expect(await refusalOf(reset(id, self))).toBe('IDENTITY.OTP.NOT_YOURSELF');
    });

    it('is not taken from a greater administrator by a lesser one', async () => {
      await identity.user(`chief${count}`, { roles: ['security_admin'], scopes: [''] });
      const { id } = await identity.findUser(`chief${count}`);
      expect(await refusalOf(reset(id, identity.as(['system_admin'], [''])))).toBe('IDENTITY.USER.ROLE_NOT_YOURS');
    });
  });

  describe('where a role asks for it', () => {
    beforeEach(async () => {
      name = `auditor${count}`;
      await identity.user(name, { roles: ['audit_admin'], scopes: [''] });
      session = await identity.login(name);
    });

    it('opens nothing but the own account until one is enrolled', async () => {
      expect(session.user).toMatchObject({ mustEnrolOtp: true, roles: ['audit_admin'] });
      expect(own().caller.roles).toEqual(['otp_enrolment_required']);
      const answer = await identity.rpc.call(AuthService.method.me, {}, own());
      expect(answer).toMatchObject({ permissions: ['identity.self'], otp: { enabled: false, required: true } });
      await enrol();
      session = await identity.refresh(session.refreshToken);
      expect(own().caller.roles).toEqual(['audit_admin']);
      expect(session.user).toMatchObject({ mustEnrolOtp: false });
    });

    it('takes the rights away at once when it is removed', async () => {
      const { secret } = await enrol();
      session = await identity.refresh(session.refreshToken);
      await remove(codeOf(secret));
      const verifier = await identity.gatewayVerifier();
      expect(() => verifier.verify(session.accessToken)).toThrow('COMMON.UNAUTHENTICATED');
      const renewed = await identity.refresh(session.refreshToken);
      expect(verifier.verify(renewed.accessToken).roles).toEqual(['otp_enrolment_required']);
    });
  });

  it('is nowhere in clear: neither the secret nor a recovery code', async () => {
    const waiting = await begin();
    const dump = async () => {
      const [row] = await identity.rows<{ all: string }>(`
        select string_agg(t::text, E'\\n') as all from (
          select a::text as t from account a union all select r::text from recovery_code r
          union all select u::text from audit_entry u union all select p::text from audit_pending p
          union all select i::text from idempotency i) rows`);
      return row!.all;
    };
    expect(await dump()).not.toContain(waiting);
    const { recoveryCodes } = await confirm(codeOf(waiting, -1));
    const text = await dump();
    expect(text).not.toContain(waiting);
    for (const code of recoveryCodes) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(code.replaceAll('-', ''));
      expect(text).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'));
    }
  });
});
