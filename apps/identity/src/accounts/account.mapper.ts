import type { MessageInitShape } from '@bufbuild/protobuf';
import type { UserSchema, UserViewSchema } from '#contracts';
import { PASSWORD_DAYS } from '#domain';
import type { AccountRow } from './account.row.js';

const DAY_MS = 86_400_000;

/** Names are told apart without regard to case, width and surrounding blanks. */
export function normaliseUsername(given: string): string {
  return given.normalize('NFKC').trim().toLowerCase();
}

/** Whether the password was reset by somebody else or is too old. */
export function hasToChangePassword(account: AccountRow, now: Date): boolean {
  return account.must_change_password || now.getTime() - account.password_changed_at.getTime() > PASSWORD_DAYS * DAY_MS;
}

/** What a user sees of the own account. */
export function userView(
  account: AccountRow,
  now: Date,
  mustEnrolOtp: boolean,
): MessageInitShape<typeof UserViewSchema> {
  return {
    id: account.id,
    displayName: account.display_name,
    roles: account.roles,
    scopes: account.scopes,
    username: account.username,
    mustChangePassword: hasToChangePassword(account, now),
    mustEnrolOtp,
  };
}

/** What an administrator sees of an account. */
export function userOf(account: AccountRow, locked: boolean, now: Date): MessageInitShape<typeof UserSchema> {
  return {
    id: account.id,
    username: account.username,
    displayName: account.display_name,
    roles: account.roles,
    scopes: account.scopes,
    active: account.active,
    locked,
    mustChangePassword: hasToChangePassword(account, now),
    otpEnabled: account.otp_secret !== null,
    version: account.version,
    ...(account.last_login_at === null ? {} : { lastLoginAt: account.last_login_at.toISOString() }),
  };
}
