import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '#messaging';
import { PersistenceModule } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { CaseBuilder } from './cases/case-builder.js';
import { CaseStores } from './cases/case-stores.js';
import { CaseViewMapper } from './cases/case-view.mapper.js';
import { CaseHandler } from './cases/case.handler.js';
import { CaseRepository } from './cases/case.repository.js';
import { ConsentRepository } from './cases/consent.repository.js';
import { GetCaseUseCase } from './cases/get-case.use-case.js';
import { GetTimelineUseCase } from './cases/get-timeline.use-case.js';
import { ListCasesUseCase } from './cases/list-cases.use-case.js';
import { RecordConsentUseCase } from './cases/record-consent.use-case.js';
import { RecordExamUseCase } from './cases/record-exam.use-case.js';
import { RegisterCaseUseCase } from './cases/register-case.use-case.js';
import { FollowUpHandler } from './follow-ups/follow-up.handler.js';
import { FollowUpRecorder } from './follow-ups/follow-up.recorder.js';
import { FollowUpRepository } from './follow-ups/follow-up.repository.js';
import { PreviewFollowUpUseCase } from './follow-ups/preview-follow-up.use-case.js';
import { RecordFollowUpUseCase } from './follow-ups/record-follow-up.use-case.js';
import { ImportCasesUseCase } from './imports/import-cases.use-case.js';
import { ImportFollowUpsUseCase } from './imports/import-follow-ups.use-case.js';
import { ImportHandler } from './imports/import.handler.js';
import { CreatePlatformTables1763900000000 } from './migrations/1763900000000-create-platform-tables.js';
import { CreateCase1763900000100 } from './migrations/1763900000100-create-case.js';
import { CreateFollowUp1763900000200 } from './migrations/1763900000200-create-follow-up.js';
import { NameIndex } from './persons/name-index.js';
import { PersonCopyRepository } from './persons/person-copy.repository.js';
import { PersonsProjector } from './persons/persons.projector.js';
import { SmiRules } from './rules/smi-rules.js';
import { ListTasksUseCase } from './tasks/list-tasks.use-case.js';
import { TaskHandler } from './tasks/task.handler.js';

/** In order; the owner of the schema runs them before the service starts. */
export const SMI_MIGRATIONS = [CreatePlatformTables1763900000000, CreateCase1763900000100, CreateFollowUp1763900000200];

const CASES = [
  CaseBuilder,
  CaseRepository,
  CaseStores,
  CaseViewMapper,
  ConsentRepository,
  GetCaseUseCase,
  GetTimelineUseCase,
  ListCasesUseCase,
  RecordConsentUseCase,
  RecordExamUseCase,
  RegisterCaseUseCase,
];
const FOLLOW_UPS = [FollowUpRecorder, FollowUpRepository, PreviewFollowUpUseCase, RecordFollowUpUseCase];
const IMPORTS = [ImportCasesUseCase, ImportFollowUpsUseCase];
const PERSONS = [NameIndex, PersonCopyRepository, PersonsProjector];

/** Wiring only. */
@Module({})
export class SmiModule {
  static forRoot(settings: ServiceSettings): DynamicModule {
    return {
      module: SmiModule,
      global: true,
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: SMI_MIGRATIONS }),
        MessagingModule.forService(settings, { consumers: [PersonsProjector] }),
      ],
      controllers: [CaseHandler, FollowUpHandler, ImportHandler, TaskHandler],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        SmiRules,
        ...CASES,
        ...FOLLOW_UPS,
        ...IMPORTS,
        ...PERSONS,
        ListTasksUseCase,
      ],
      exports: [SERVICE_SETTINGS],
    };
  }
}
