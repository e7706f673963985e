import { Inject, Injectable } from '@nestjs/common';
import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf';
import {
  DomainError,
  PutSavedViewResponseSchema,
  type DeleteSavedViewRequest,
  type PutSavedViewRequest,
  type SavedViewSchema,
} from '#contracts';
import { messageCodec, UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccountRepository } from '../accounts/account.repository.js';
import { checkFilter, checkPlace, MOST_VIEWS } from './saved-view.rules.js';
import { SavedViewRepository, type SavedViewRow } from './saved-view.repository.js';

/** Keeps a filter under a name; one of that name is replaced. */
@Injectable()
export class PutSavedViewUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly views: SavedViewRepository,
  ) {}

  execute(request: PutSavedViewRequest, call: WriteCall): Promise<MessageShape<typeof PutSavedViewResponseSchema>> {
    const { page, name, filterJson } = request;
    checkPlace({ page, name });
    checkFilter(filterJson);
    const { id } = call.context.caller;
    return this.work.write(
      call,
      async (tx) => {
        // Locked, so that two at once do not come to one filter too many.
        if ((await this.accounts.lock(tx, id))?.active !== true) throw new DomainError('COMMON.UNAUTHENTICATED');
        const kept = await this.views.list(tx, id, page);
        const isNew = kept.every((view) => view.name !== name);
        if (isNew && kept.length >= MOST_VIEWS) throw new DomainError('IDENTITY.VIEW.TOO_MANY');
        await this.views.put(tx, id, { page, name, json: filterJson, at: this.settings.clock.now() });
        tx.audit({ action: 'identity.view.put', subjectKind: 'saved_view', details: { page } });
        const row = await this.views.find(tx, id, page, name);
        if (row === undefined) throw new Error('a filter just kept is gone');
        return create(PutSavedViewResponseSchema, { view: savedView(row) });
      },
      messageCodec(PutSavedViewResponseSchema),
    );
  }
}

/** Forgets a filter. */
@Injectable()
export class DeleteSavedViewUseCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: SavedViewRepository,
  ) {}

  async execute({ page, name }: DeleteSavedViewRequest, call: WriteCall): Promise<void> {
    checkPlace({ page, name });
    await this.work.write(call, async (tx) => {
      const found = await this.views.remove(tx, call.context.caller.id, page, name);
      if (!found) throw new DomainError('COMMON.NOT_FOUND');
      tx.audit({ action: 'identity.view.delete', subjectKind: 'saved_view', details: { page } });
    });
  }
}

/** As its owner sees it. */
export function savedView(row: SavedViewRow): MessageInitShape<typeof SavedViewSchema> {
  const { page, name, filter, updated_at } = row;
  return { page, name, filterJson: JSON.stringify(filter), updatedAt: updated_at.toISOString() };
}
