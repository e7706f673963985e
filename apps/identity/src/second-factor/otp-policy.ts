import { Inject, Injectable } from '@nestjs/common';
import { isRole, type Role } from '#auth';

export const OTP_REQUIRED_ROLES = Symbol('OTP_REQUIRED_ROLES');

/** Which users must have a second factor. */
@Injectable()
export class OtpPolicy {
  constructor(@Inject(OTP_REQUIRED_ROLES) private readonly roles: readonly Role[]) {}

  requires(account: { readonly roles: readonly string[] }): boolean {
    return this.roles.some((role) => account.roles.includes(role));
  }

  /** Required, and not there yet. */
  mustEnrol(account: { readonly roles: readonly string[]; readonly otp_secret: Buffer | null }): boolean {
    return account.otp_secret === null && this.requires(account);
  }
}

/** The roles of a comma list; a name that is no role is refused, so that a slip of the pen protects nobody less. */
export function otpRequiredRoles(list: string): readonly Role[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined) throw new Error(`XINQIAO_OTP_REQUIRED_ROLES: ${unknown} is no role`);
  return names.filter(isRole);
}
