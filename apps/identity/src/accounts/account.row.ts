/** One account as stored. */
export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly password_hash: string;
  readonly password_changed_at: Date;
  readonly must_change_password: boolean;
  readonly roles: string[];
  readonly scopes: string[];
  readonly active: boolean;
  readonly otp_secret: Buffer | null;
  /** bigint, hence text. */
  readonly otp_last_step: string | null;
  /** A secret that waits for its first code. */
  readonly otp_pending: Buffer | null;
  readonly otp_pending_at: Date | null;
  readonly last_login_at: Date | null;
  readonly version: number;
}

/** What a new account needs. */
export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly at: Date;
}

/** Changes to an account; what is left out stays. */
export interface AccountChange {
  readonly displayName?: string;
  readonly passwordHash?: string;
  readonly mustChangePassword?: boolean;
  readonly roles?: readonly string[];
  readonly scopes?: readonly string[];
  readonly active?: boolean;
}

/** One page of accounts; what is left out does not matter. */
export interface AccountSearch {
  readonly q?: string;
  readonly role?: string;
  readonly active?: boolean;
  /** Area prefix, cut at its digit group. */
  readonly org?: string;
  /** User name before the first. */
  readonly after: string;
  readonly limit: number;
}

/** Whom an audit row names. */
export interface ActorRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
}
