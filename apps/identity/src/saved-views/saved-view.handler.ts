import {
  DomainError,
  SavedViewService,
  type DeleteSavedViewRequest,
  type GetSavedViewRequest,
  type ListSavedViewsRequest,
  type PutSavedViewRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { UnitOfWork } from '#persistence';
import { DeleteSavedViewUseCase, PutSavedViewUseCase, savedView } from './change-saved-view.use-case.js';
import { SavedViewRepository } from './saved-view.repository.js';
import { checkPlace } from './saved-view.rules.js';

/** A user's own saved filters. */
@RpcController()
export class SavedViewHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: SavedViewRepository,
    private readonly putView: PutSavedViewUseCase,
    private readonly deleteView: DeleteSavedViewUseCase,
  ) {}

  @RpcMethod(SavedViewService.method.listSavedViews, { permission: 'identity.self' })
  async list({ page }: ListSavedViewsRequest, call: RpcCall) {
    checkPlace({ page });
    const { caller } = call.context;
    const rows = await this.work.read(caller, (tx) => this.views.list(tx, caller.id, page));
    return { items: rows.map(savedView) };
  }

  @RpcMethod(SavedViewService.method.getSavedView, { permission: 'identity.self' })
  async get({ page, name }: GetSavedViewRequest, call: RpcCall) {
    checkPlace({ page, name });
    const { caller } = call.context;
    const row = await this.work.read(caller, (tx) => this.views.find(tx, caller.id, page, name));
    if (row === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return { view: savedView(row) };
  }

  @RpcMethod(SavedViewService.method.putSavedView, { permission: 'identity.self' })
  put(request: PutSavedViewRequest, call: RpcCall) {
    return this.putView.execute(request, call);
  }

  @RpcMethod(SavedViewService.method.deleteSavedView, { permission: 'identity.self' })
  async delete(request: DeleteSavedViewRequest, call: RpcCall) {
    await this.deleteView.execute(request, call);
    return {};
  }
}
