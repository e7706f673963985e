import { Inject, Injectable } from '@nestjs/common';
import { isInScope } from '#auth';
import { PopulationChangedSchema, type FieldProblem, type Population } from '#contracts';
import { checkAreaCode, yearOf } from '#domain';
import type { WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { OrgRepository } from './org.repository.js';
import { PopulationRepository, type PopulationState } from './population.repository.js';

export interface PopulationDraft {
  readonly org: string;
  readonly year: number;
  readonly resident: number;
  readonly registered?: number | undefined;
}

export type PopulationOutcome =
  | { readonly kind: 'recorded' | 'unchanged'; readonly figure: PopulationState }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldProblem[] }
  | { readonly kind: 'out-of-scope' }
  | { readonly kind: 'stale'; readonly current: PopulationState };

const FIRST_YEAR = 1990;
const LARGEST = 2_000_000_000;

/** Records a year-end figure inside a transaction; the single request and the import share it. */
@Injectable()
export class PopulationRecorder {
  constructor(
    private readonly populations: PopulationRepository,
    private readonly orgs: OrgRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** `expectedVersion` 0 creates; `any` replaces whatever is there (imports). */
  async record(tx: WriteTx, draft: PopulationDraft, expectedVersion: number | 'any'): Promise<PopulationOutcome> {
    const errors = this.check(draft);
    if (errors.length > 0) return { kind: 'invalid', errors };
    if (!isInScope(tx.caller, draft.org)) return { kind: 'out-of-scope' };
    const known = await this.orgs.find(tx, draft.org, `${String(draft.year)}-12-31`);
    if (known === undefined) return { kind: 'invalid', errors: [{ field: 'org', code: 'REGISTRY.ORG.UNKNOWN' }] };
    const current = await this.populations.find(tx, draft.org, draft.year);
    const figure = { ...draft, registered: draft.registered ?? null, version: 0 };
    if (current !== undefined && sameFigures(current, figure)) return { kind: 'unchanged', figure: current };
    const basis = expectedVersion === 'any' ? (current?.version ?? 0) : expectedVersion;
    if (basis !== (current?.version ?? 0)) {
      return current === undefined ? { kind: 'out-of-scope' } : { kind: 'stale', current };
    }
    const stored = await this.populations.store(tx, figure, basis);
    if (stored === undefined) return { kind: 'stale', current: current ?? figure };
    tx.emit(
      PopulationChangedSchema,
      { population: toPopulation(stored) },
      { aggregateId: `${stored.org}/${String(stored.year)}`, aggregateVersion: stored.version },
    );
    return { kind: 'recorded', figure: stored };
  }

  private check(draft: PopulationDraft): FieldProblem[] {
    const errors: FieldProblem[] = [];
    const org = checkAreaCode(draft.org, this.settings);
    if (!org.ok) errors.push({ field: 'org', code: org.code });
    if (draft.year < FIRST_YEAR || draft.year > yearOf(this.settings.clock.today())) {
      errors.push({ field: 'year', code: 'REGISTRY.POPULATION.YEAR_RANGE' });
    }
    for (const field of ['resident', 'registered'] as const) {
      const value = draft[field] ?? 0;
      if (value < 0 || value > LARGEST) errors.push({ field, code: 'FIELD.RANGE' });
    }
    return errors;
  }
}

export function toPopulation(state: PopulationState): Omit<Population, '$typeName' | '$unknown'> {
  const { registered, ...rest } = state;
  return registered === null ? rest : { ...rest, registered };
}

function sameFigures(a: PopulationState, b: PopulationState): boolean {
  return a.resident === b.resident && a.registered === b.registered;
}
