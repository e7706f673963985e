import { Inject, Injectable } from '@nestjs/common';
import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { isInScope } from '#auth';
import {
  DomainError,
  PutAreaShapesResponseSchema,
  type AreaShape as AreaShapeMessage,
  type FieldProblem,
  type ListAreaShapesRequest,
  type ListAreaShapesResponseSchema,
  type PutAreaShapesRequest,
  type PutAreaShapesResponse,
} from '#contracts';
import { areaLevel, isAreaPrefix, isCode, normaliseScope, ORG_TIERS, readAreaShapes, type AreaShape } from '#domain';
import type { Caller } from '#observability';
import { messageCodec, UnitOfWork, type Tx, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { decodeCursor, encodeCursor } from '../paging.js';
import { AreaShapeRepository } from './area-shape.repository.js';

/** Outlines of areas: who looks after the tree stores them, everybody who is signed in reads them. */
@Injectable()
export class AreaShapesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shapes: AreaShapeRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  put(request: PutAreaShapesRequest, call: WriteCall): Promise<PutAreaShapesResponse> {
    const shapes = checked(request.items);
    return this.unitOfWork.write(
      call,
      async (tx) => {
        await this.assertKnown(tx, shapes);
        const stored = await this.shapes.store(tx, shapes);
        const unchanged = shapes.length - stored;
        tx.audit({ action: 'area_shape.put', subjectKind: 'area_shape', details: { stored, unchanged } });
        return create(PutAreaShapesResponseSchema, { stored, unchanged });
      },
      messageCodec(PutAreaShapesResponseSchema),
    );
  }

  async list(
    request: ListAreaShapesRequest,
    caller: Caller,
  ): Promise<MessageInitShape<typeof ListAreaShapesResponseSchema>> {
    const { parent = '', level } = request;
    if (!isAreaPrefix(parent, this.settings)) throw invalid('parent');
    if (level !== undefined && !isCode(ORG_TIERS, level)) throw invalid('level');
    const area = normaliseScope(parent);
    const [after = ''] = decodeCursor(request.cursor, 1);
    const today = this.settings.clock.today();
    const tier = level ?? tierBelow(area);
    const page = await this.unitOfWork.read(caller, (tx) => this.shapes.page(tx, area, tier, after, today));
    const { items, isCut } = page;
    const last = items.at(-1);
    return isCut && last !== undefined ? { items, nextCursor: encodeCursor([last.code]) } : { items };
  }

  private async assertKnown(tx: Tx, shapes: readonly AreaShape[]): Promise<void> {
    const known = await this.shapes.knownCodes(
      tx,
      shapes.map(({ code }) => code),
    );
    const errors = shapes.flatMap(({ code }, index): FieldProblem[] =>
      known.has(code) && isInScope(tx.caller, code)
        ? []
        : [{ field: `features[${String(index)}].properties.code`, code: 'REGISTRY.ORG.UNKNOWN' }],
    );
    if (errors.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
  }
}

/** The rule again, on this side of the bus. */
function checked(items: readonly AreaShapeMessage[]): AreaShape[] {
  const features = items.map(({ code, geometry }) => {
    return { type: 'Feature', properties: { code }, geometry: parsed(geometry) };
  });
  const { shapes, refusals } = readAreaShapes({ type: 'FeatureCollection', features });
  if (refusals.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors: refusals });
  return shapes;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tierBelow(area: string): string {
  const level = areaLevel(area);
  if (level === 'county') return 'street';
  return level === 'township' || level === 'village' ? 'community' : 'district';
}

function invalid(field: string): DomainError {
  return new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field, code: 'FIELD.CODE' }] });
}
