import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import type { AccountRow } from '../accounts/account.row.js';
import { unrepeated } from '../sessions/unrepeated-call.js';
import { OwnAccount, type Proven } from './own-account.js';
import { SecondFactor } from './second-factor.js';

/** A write that takes the password and a code again; the code is used up in the same transaction. */
@Injectable()
export class SecondFactorWrite {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly own: OwnAccount,
    private readonly factor: SecondFactor,
  ) {}

  run<T>(
    action: string,
    shown: { readonly currentPassword: string; readonly otp: string },
    call: WriteCall,
    work: (tx: WriteTx, account: AccountRow, at: Date) => Promise<T>,
  ): Promise<T> {
    return this.own.prove(call, shown, action, (proven) => this.apply(action, proven, call, work));
  }

  private async apply<T>(
    action: string,
    { account, proof }: Proven,
    call: WriteCall,
    work: (tx: WriteTx, account: AccountRow, at: Date) => Promise<T>,
  ): Promise<T> {
    if (proof === undefined) throw new DomainError('IDENTITY.OTP.NOT_ENABLED');
    const at = this.settings.clock.now();
    const done = await this.work.write(unrepeated(call), async (tx) => {
      if (!(await this.factor.use(tx, account, proof, at))) return undefined;
      const result = await work(tx, account, at);
      tx.audit({ action, subjectKind: 'account', subjectId: account.id, details: { factor: proof.kind } });
      return { result };
    });
    if (done === undefined) return this.own.refuse(account, action, 'IDENTITY.OTP.WRONG', 'otp', call);
    return done.result;
  }
}
