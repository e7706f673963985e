import { Injectable } from '@nestjs/common';
import { DomainError, type ErrorCode } from '#contracts';
import { refuseWeakPassword } from '#domain';
import { PasswordHasher } from './password-hasher.js';

/** Checks a new password and makes its hash. `field` names it in the refusal. */
@Injectable()
export class NewPassword {
  constructor(private readonly hasher: PasswordHasher) {}

  async hash(password: string, username: string, field: string, earlier: readonly string[] = []): Promise<string> {
    const weak = refuseWeakPassword(password, username);
    if (weak !== null) throw refused(field, weak);
    for (const hash of earlier) {
      if (await this.hasher.verify(password, hash)) throw refused(field, 'IDENTITY.PASSWORD.REUSED');
    }
    return this.hasher.hash(password);
  }
}

function refused(field: string, code: ErrorCode): DomainError {
  return new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field, code }] });
}
