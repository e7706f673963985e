import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { AddressThrottle } from './address-throttle.js';
import { IdentitySecret } from './identity-secret.js';
import { KeyedQueue } from './keyed-queue.js';
import { SignInGuardRepository } from './sign-in-guard.repository.js';

/** What stands between somebody and an account, wherever a password or a code is asked for. */
@Injectable()
export class SignInGate {
  /** By user name: two guesses never race past the count of failures. */
  readonly queue = new KeyedQueue();

  constructor(
    readonly throttle: AddressThrottle,
    readonly guard: SignInGuardRepository,
    readonly hasher: PasswordHasher,
    readonly factor: SecondFactor,
    readonly secret: IdentitySecret,
  ) {}
}
