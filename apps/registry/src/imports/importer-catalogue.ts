import { Injectable } from '@nestjs/common';
import type { ImportKind } from '#domain';
import type { Importer, ImporterFactory, ImportRun } from './importer.js';
import { OrgImporterFactory } from './org.importer.js';
import { PersonImporterFactory } from './person.importer.js';
import { PopulationImporterFactory } from './population.importer.js';
import { SmiImporterFactory } from './smi.importer.js';

/** Which importer serves which kind. */
@Injectable()
export class ImporterCatalogue {
  private readonly factories: Readonly<Record<ImportKind, ImporterFactory>>;

  constructor(
    orgs: OrgImporterFactory,
    population: PopulationImporterFactory,
    persons: PersonImporterFactory,
    smi: SmiImporterFactory,
  ) {
    this.factories = { orgs, population, persons, 'smi-cases': smi, 'smi-follow-ups': smi };
  }

  begin(run: ImportRun): Importer {
    return this.factories[run.job.kind].begin(run);
  }
}
