import {
  AuthService,
  type ChangePasswordRequest,
  type LoginRequest,
  type LogoutRequest,
  type RefreshRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { ChangePasswordUseCase } from '../passwords/change-password.use-case.js';
import { EndSessionUseCase } from './end-session.use-case.js';
import { RefreshSessionUseCase } from './refresh-session.use-case.js';
import { SignInUseCase } from './sign-in.use-case.js';

/** Opens, renews and ends sessions. */
@RpcController()
export class SessionHandler {
  constructor(
    private readonly signIn: SignInUseCase,
    private readonly refreshSession: RefreshSessionUseCase,
    private readonly endSession: EndSessionUseCase,
    private readonly changePassword: ChangePasswordUseCase,
  ) {}

  @RpcMethod(AuthService.method.login, { permission: 'public' })
  async login(request: LoginRequest, call: RpcCall) {
    return { session: await this.signIn.execute(request, call) };
  }

  @RpcMethod(AuthService.method.refresh, { permission: 'public' })
  async refresh(request: RefreshRequest, call: RpcCall) {
    return { session: await this.refreshSession.execute(request, call) };
  }

  @RpcMethod(AuthService.method.logout, { permission: 'authenticated' })
  async logout(_request: LogoutRequest, call: RpcCall) {
    await this.endSession.execute(call);
    return {};
  }

  @RpcMethod(AuthService.method.changePassword, { permission: 'authenticated' })
  change(request: ChangePasswordRequest, call: RpcCall) {
    return this.changePassword.execute(request, call);
  }
}
