import {
  UserService,
  type CreateUserRequest,
  type FindActorsRequest,
  type GetUserRequest,
  type ListUsersRequest,
  type UpdateUserRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { IdentitySecret } from '../sessions/identity-secret.js';
import { CreateUserUseCase } from './create-user.use-case.js';
import { FindUsersQuery } from './find-users.query.js';
import { UpdateUserUseCase } from './update-user.use-case.js';

/** Administrators' work on accounts. */
@RpcController()
export class UserHandler {
  constructor(
    private readonly createUser: CreateUserUseCase,
    private readonly updateUser: UpdateUserUseCase,
    private readonly users: FindUsersQuery,
    private readonly secret: IdentitySecret,
  ) {}

  @RpcMethod(UserService.method.createUser, { permission: 'identity.user.write' })
  create(request: CreateUserRequest, call: RpcCall) {
    return this.createUser.execute(request, this.secret.withKeyedDigest(call));
  }

  @RpcMethod(UserService.method.updateUser, { permission: 'identity.user.write' })
  update(request: UpdateUserRequest, call: RpcCall) {
    return this.updateUser.execute(request, this.secret.withKeyedDigest(call));
  }

  @RpcMethod(UserService.method.getUser, { permission: 'identity.user.read' })
  async get(request: GetUserRequest, call: RpcCall) {
    return { user: await this.users.get(request.id, call.context) };
  }

  @RpcMethod(UserService.method.listUsers, { permission: 'identity.user.read' })
  list(request: ListUsersRequest, call: RpcCall) {
    return this.users.list(request, call.context);
  }

  @RpcMethod(UserService.method.findActors, { permission: 'audit.read' })
  actors(request: FindActorsRequest, call: RpcCall) {
    return this.users.actors(request, call.context);
  }
}
