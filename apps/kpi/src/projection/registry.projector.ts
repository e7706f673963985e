import { Inject, Injectable } from '@nestjs/common';
import { OrgChangedSchema, PopulationChangedSchema } from '#contracts';
import { normaliseScope, type MonthDelta } from '#domain';
import { eventAs, EventProjector, type ReceivedEvent } from '#messaging';
import type { Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { CellDeltas, parentOf, partOf } from './cell-deltas.js';
import { CellRepository } from './cell.repository.js';
import { PopulationRepository } from './population.repository.js';
import { ProjectionStateRepository } from './projection-state.repository.js';

const STORE_UNITS = `
  insert into org_unit select * from json_populate_recordset(null::org_unit, $1::json)
  on conflict (code, valid_from) do update set
    valid_to = excluded.valid_to, version = excluded.version, tier = excluded.tier, urban_rural = excluded.urban_rural,
    name = excluded.name
  where org_unit.version < excluded.version`;

interface UnitRow {
  readonly code: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly version: number;
  readonly area: string;
  readonly parent: string;
  readonly tier: string;
  readonly urban_rural: string | null;
  readonly name: string;
}

/** Keeps the copy of the tree and the population figures, and what follows from them: parts and denominators. */
@Injectable()
export class RegistryProjector extends EventProjector {
  override readonly consumer = 'kpi__registry';
  override readonly events = [OrgChangedSchema, PopulationChangedSchema];

  constructor(
    private readonly state: ProjectionStateRepository,
    private readonly cells: CellRepository,
    private readonly populations: PopulationRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'clock'>,
  ) {
    super();
  }

  override areasOf(event: ReceivedEvent): readonly string[] {
    const code =
      eventAs(event, OrgChangedSchema)?.org?.code ?? eventAs(event, PopulationChangedSchema)?.population?.org;
    return code === undefined ? [] : [normaliseScope(code)];
  }

  override async applyBatch(tx: Tx, events: readonly ReceivedEvent[]): Promise<void> {
    const units = newestUnits(events);
    const figures = events.flatMap((event) => eventAs(event, PopulationChangedSchema)?.population ?? []);
    if (units.length + figures.length === 0) return;
    await this.state.lock(tx, this.settings.clock.today());
    if (units.length > 0) await this.storeUnits(tx, units);
    await this.populations.storeFigures(tx, figures);
    await this.populations.rebuild(tx, units.length > 0 ? 'all' : figures.map((figure) => figure.year));
  }

  /** A unit whose class has changed takes its counts with it to the other part, in every area above. */
  private async storeUnits(tx: Tx, units: readonly UnitRow[]): Promise<void> {
    const codes = [...new Set(units.map((unit) => unit.code))];
    const before = await this.cells.classesOf(tx, codes);
    await tx.query(STORE_UNITS, [JSON.stringify(units)]);
    const after = await this.cells.classesOf(tx, codes);
    const moved = codes.filter((code) => partOf(before.get(code)) !== partOf(after.get(code)));
    if (moved.length === 0) return;
    const deltas = new CellDeltas();
    for (const cell of await this.cells.ofAreas(tx, moved)) {
      const counts: MonthDelta = { ...cell, org: cell.area };
      deltas.move(counts, cell.part, partOf(after.get(cell.area)));
    }
    await this.cells.add(tx, deltas.rows());
  }
}

function newestUnits(events: readonly ReceivedEvent[]): UnitRow[] {
  const newest = new Map<string, UnitRow>();
  for (const event of events) {
    const org = eventAs(event, OrgChangedSchema)?.org;
    if (org === undefined) continue;
    const key = `${org.code}/${org.validFrom}`;
    if ((newest.get(key)?.version ?? -1) >= org.version) continue;
    newest.set(key, {
      code: org.code,
      valid_from: org.validFrom,
      valid_to: org.validTo ?? null,
      version: org.version,
      area: normaliseScope(org.code),
      parent: parentOf(normaliseScope(org.code)),
      tier: org.tier,
      urban_rural: org.urbanRural ?? null,
      name: org.name,
    });
  }
  return [...newest.values()];
}
