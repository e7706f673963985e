import { Injectable } from '@nestjs/common';
import { create, toJson, type MessageInitShape } from '@bufbuild/protobuf';
import {
  DomainError,
  PopulationSchema,
  PutPopulationResponseSchema,
  type GetPopulationRequest,
  type GetPopulationResponseSchema,
  type ListPopulationsRequest,
  type ListPopulationsResponseSchema,
  type PutPopulationRequest,
  type PutPopulationResponse,
} from '#contracts';
import type { Caller } from '#observability';
import { messageCodec, UnitOfWork, type WriteCall } from '#persistence';
import { PopulationRecorder, toPopulation, type PopulationOutcome } from './population-recorder.js';
import { PopulationRepository } from './population.repository.js';

/** A first figure needs no version, a correction needs the version it replaces; the same figures again change nothing. */
@Injectable()
export class PutPopulationUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recorder: PopulationRecorder,
    private readonly populations: PopulationRepository,
  ) {}

  execute(request: PutPopulationRequest, call: WriteCall): Promise<PutPopulationResponse> {
    return this.unitOfWork.write(
      call,
      async (tx) => {
        const outcome = await this.recorder.record(tx, request, request.expectedVersion);
        const figure = accepted(outcome, request.expectedVersion);
        if (outcome.kind === 'recorded') {
          const details = { year: figure.year };
          tx.audit({ action: 'population.put', subjectKind: 'org', subjectId: figure.org, org: figure.org, details });
        }
        return create(PutPopulationResponseSchema, { population: toPopulation(figure) });
      },
      messageCodec(PutPopulationResponseSchema),
    );
  }

  async get(
    request: GetPopulationRequest,
    caller: Caller,
  ): Promise<MessageInitShape<typeof GetPopulationResponseSchema>> {
    const figure = await this.unitOfWork.read(caller, (tx) => this.populations.find(tx, request.org, request.year));
    if (figure === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return { population: toPopulation(figure) };
  }

  async list(
    request: ListPopulationsRequest,
    caller: Caller,
  ): Promise<MessageInitShape<typeof ListPopulationsResponseSchema>> {
    const figures = await this.unitOfWork.read(caller, (tx) => this.populations.ofUnit(tx, request.org));
    return { items: figures.map(toPopulation) };
  }
}

function accepted(outcome: PopulationOutcome, expectedVersion: number) {
  switch (outcome.kind) {
    case 'recorded':
    case 'unchanged':
      return outcome.figure;
    case 'invalid':
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: outcome.errors });
    case 'out-of-scope':
      throw new DomainError('COMMON.NOT_FOUND');
    case 'stale': {
      if (expectedVersion === 0) throw new DomainError('COMMON.VERSION_REQUIRED');
      const context = toJson(PopulationSchema, create(PopulationSchema, toPopulation(outcome.current)));
      throw new DomainError('COMMON.VERSION_STALE', { context });
    }
  }
}
