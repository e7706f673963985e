import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '#messaging';
import { PersistenceModule } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AreaShapeRepository } from './geo/area-shape.repository.js';
import { AreaShapesUseCase } from './geo/area-shapes.use-case.js';
import { GeoHandler } from './geo/geo.handler.js';
import { ErrorWorkbook } from './imports/error-workbook.js';
import { ImportHandler } from './imports/import.handler.js';
import { ImportJobRepository } from './imports/import-job.repository.js';
import { ImportRunner } from './imports/import-runner.js';
import { ImportTemplates } from './imports/import-templates.js';
import { ImportWorker } from './imports/import-worker.js';
import { ImporterCatalogue } from './imports/importer-catalogue.js';
import { OrgImporterFactory } from './imports/org.importer.js';
import { PersonBatchSettler } from './imports/person-batch-settler.js';
import { PersonImporterFactory } from './imports/person.importer.js';
import { PopulationImporterFactory } from './imports/population.importer.js';
import { ReadImportsUseCase } from './imports/read-imports.use-case.js';
import { RejectionRepository } from './imports/rejection.repository.js';
import { RowDigests } from './imports/row-digest.js';
import { SmiImportClient } from './imports/smi-import.client.js';
import { SmiImporterFactory } from './imports/smi.importer.js';
import { StartImportUseCase } from './imports/start-import.use-case.js';
import { UploadRepository } from './imports/upload.repository.js';
import { UploadedTable } from './imports/uploaded-table.js';
import { CreatePlatformTables1790000001000 } from './migrations/1790000001000-create-platform-tables.js';
import { CreateOrgs1790000002000 } from './migrations/1790000002000-create-orgs.js';
import { CreatePersons1790000003000 } from './migrations/1790000003000-create-persons.js';
import { CreateImports1790000004000 } from './migrations/1790000004000-create-imports.js';
import { CreateAreaShapes1790000005000 } from './migrations/1790000005000-create-area-shapes.js';
import { RememberChangedRows1790000006000 } from './migrations/1790000006000-remember-changed-rows.js';
import { MarkPublished1790000004500 } from './migrations/1790000004500-mark-published.js';
import { CreateOrgUseCase } from './orgs/create-org.use-case.js';
import { OrgHandler } from './orgs/org.handler.js';
import { OrgRecorder } from './orgs/org-recorder.js';
import { OrgRepository } from './orgs/org.repository.js';
import { PopulationRecorder } from './orgs/population-recorder.js';
import { PopulationRepository } from './orgs/population.repository.js';
import { PutPopulationUseCase } from './orgs/put-population.use-case.js';
import { ReadOrgsUseCase } from './orgs/read-orgs.use-case.js';
import { UpdateOrgUseCase } from './orgs/update-org.use-case.js';
import { CreatePersonUseCase } from './persons/create-person.use-case.js';
import { PersonChecks } from './persons/person-checks.js';
import { PersonDuplicates } from './persons/person-duplicates.js';
import { PersonHandler } from './persons/person.handler.js';
import { PersonMapper } from './persons/person.mapper.js';
import { PersonRepository } from './persons/person.repository.js';
import { PersonSearchRepository } from './persons/person-search.repository.js';
import { PersonVault } from './persons/person-vault.js';
import { ReadPersonsUseCase } from './persons/read-persons.use-case.js';
import { RevealPersonUseCase } from './persons/reveal-person.use-case.js';
import { UpdatePersonUseCase } from './persons/update-person.use-case.js';
import { DEFAULT_REGISTRY_OPTIONS, REGISTRY_OPTIONS, type RegistryOptions } from './registry-options.js';

/** In order; the owner of the schema runs them before the service starts. */
export const REGISTRY_MIGRATIONS = [
  CreatePlatformTables1790000001000,
  CreateOrgs1790000002000,
  CreatePersons1790000003000,
  CreateImports1790000004000,
  MarkPublished1790000004500,
  CreateAreaShapes1790000005000,
  RememberChangedRows1790000006000,
];

const GEO = [AreaShapeRepository, AreaShapesUseCase];

const ORGS = [
  CreateOrgUseCase,
  OrgRecorder,
  OrgRepository,
  PopulationRecorder,
  PopulationRepository,
  PutPopulationUseCase,
  ReadOrgsUseCase,
  UpdateOrgUseCase,
];
const PERSONS = [
  CreatePersonUseCase,
  PersonChecks,
  PersonDuplicates,
  PersonMapper,
  PersonRepository,
  PersonSearchRepository,
  PersonVault,
  ReadPersonsUseCase,
  RevealPersonUseCase,
  UpdatePersonUseCase,
];
const IMPORTS = [
  ErrorWorkbook,
  ImportJobRepository,
  ImportRunner,
  ImportTemplates,
  ImportWorker,
  ImporterCatalogue,
  OrgImporterFactory,
  PersonBatchSettler,
  PersonImporterFactory,
  PopulationImporterFactory,
  ReadImportsUseCase,
  RejectionRepository,
  RowDigests,
  SmiImportClient,
  SmiImporterFactory,
  StartImportUseCase,
  UploadRepository,
  UploadedTable,
];

/** Wiring only. */
@Module({})
export class RegistryModule {
  static forRoot(settings: ServiceSettings, options: Partial<RegistryOptions> = {}): DynamicModule {
    return {
      module: RegistryModule,
      global: true,
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: REGISTRY_MIGRATIONS }),
        MessagingModule.forService(settings),
      ],
      controllers: [OrgHandler, GeoHandler, PersonHandler, ImportHandler],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        { provide: REGISTRY_OPTIONS, useValue: { ...DEFAULT_REGISTRY_OPTIONS, ...options } },
        ...ORGS,
        ...GEO,
        ...PERSONS,
        ...IMPORTS,
      ],
      exports: [SERVICE_SETTINGS],
    };
  }
}
