import {
  OtpService,
  type ConfirmOtpRequest,
  type EnrolOtpRequest,
  type RemoveOtpRequest,
  type RenewRecoveryCodesRequest,
  type ResetOtpRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { EnrolOtpUseCase } from './enrol-otp.use-case.js';
import { RemoveOtpUseCase } from './remove-otp.use-case.js';
import { RenewRecoveryCodesUseCase } from './renew-recovery-codes.use-case.js';
import { ResetOtpUseCase } from './reset-otp.use-case.js';

/** The second factor: the user's own, and an administrator's help. */
@RpcController()
export class OtpHandler {
  constructor(
    private readonly enrolment: EnrolOtpUseCase,
    private readonly renewal: RenewRecoveryCodesUseCase,
    private readonly removal: RemoveOtpUseCase,
    private readonly resets: ResetOtpUseCase,
  ) {}

  @RpcMethod(OtpService.method.enrolOtp, { permission: 'identity.self' })
  enrol(request: EnrolOtpRequest, call: RpcCall) {
    return this.enrolment.begin(request, call);
  }

  @RpcMethod(OtpService.method.confirmOtp, { permission: 'identity.self' })
  async confirm(request: ConfirmOtpRequest, call: RpcCall) {
    return { recoveryCodes: await this.enrolment.confirm(request, call) };
  }

  @RpcMethod(OtpService.method.renewRecoveryCodes, { permission: 'identity.self' })
  async renew(request: RenewRecoveryCodesRequest, call: RpcCall) {
    return { recoveryCodes: await this.renewal.execute(request, call) };
  }

  @RpcMethod(OtpService.method.removeOtp, { permission: 'identity.self' })
  async remove(request: RemoveOtpRequest, call: RpcCall) {
    await this.removal.execute(request, call);
    return {};
  }

  @RpcMethod(OtpService.method.resetOtp, { permission: 'identity.user.write' })
  reset(request: ResetOtpRequest, call: RpcCall) {
    return this.resets.execute(request, call);
  }
}
