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
import { CaseHistory } from './corrections/case-history.js';
import { CaseHistoryRepository } from './corrections/case-history.repository.js';
import { CorrectFollowUpUseCase } from './corrections/correct-follow-up.use-case.js';
import { CorrectionHandler } from './corrections/correction.handler.js';
import { CorrectionJudge } from './corrections/correction.judge.js';
import { FollowUpDetails } from './corrections/follow-up-details.js';
import { GetFollowUpUseCase } from './corrections/get-follow-up.use-case.js';
import { FollowUpHandler } from './follow-ups/follow-up.handler.js';
import { FollowUpRecorder } from './follow-ups/follow-up.recorder.js';
import { FollowUpRepository } from './follow-ups/follow-up.repository.js';
import { PreviewFollowUpUseCase } from './follow-ups/preview-follow-up.use-case.js';
import { RecordFollowUpUseCase } from './follow-ups/record-follow-up.use-case.js';
import { ImportCasesUseCase } from './imports/import-cases.use-case.js';
import { ImportFollowUpsUseCase } from './imports/import-follow-ups.use-case.js';
import { ImportHandler } from './imports/import.handler.js';
import { ResolveCasesUseCase } from './imports/resolve-cases.use-case.js';
import { CreatePlatformTables1763900000000 } from './migrations/1763900000000-create-platform-tables.js';
import { CreateCase1763900000100 } from './migrations/1763900000100-create-case.js';
import { CreateFollowUp1763900000200 } from './migrations/1763900000200-create-follow-up.js';
import { MarkPublished1763900000250 } from './migrations/1763900000250-mark-published.js';
import { DropFollowUpCaseKey1763900000260 } from './migrations/1763900000260-drop-follow-up-case-key.js';
import { CreateStepsAndCorrections1763900000300 } from './migrations/1763900000300-create-steps-and-corrections.js';
import { CheckByDomain1763900000400 } from './migrations/1763900000400-check-by-domain.js';
import { AnswerArticle301763900000500 } from './migrations/1763900000500-answer-article30.js';
import { NameIndex } from './persons/name-index.js';
import { PersonCopyRepository } from './persons/person-copy.repository.js';
import { PersonsProjector } from './persons/persons.projector.js';
import { SmiRules } from './rules/smi-rules.js';
import { CaseStepHandler } from './steps/case-step.handler.js';
import { CaseStepRecorder } from './steps/case-step.recorder.js';
import { CaseStepRepository } from './steps/case-step.repository.js';
import { ChangeStatusUseCase } from './steps/change-status.use-case.js';
import { CloseActionUseCase } from './steps/close-action.use-case.js';
import { RevealCaseUseCase } from './steps/reveal-case.use-case.js';
import { ListTasksUseCase } from './tasks/list-tasks.use-case.js';
import { SummarizeTasksUseCase } from './tasks/summarize-tasks.use-case.js';
import { TaskHandler } from './tasks/task.handler.js';

/** In order; the owner of the schema runs them before the service starts. */
export const SMI_MIGRATIONS = [
  CreatePlatformTables1763900000000,
  CreateCase1763900000100,
  CreateFollowUp1763900000200,
  MarkPublished1763900000250,
  DropFollowUpCaseKey1763900000260,
  CreateStepsAndCorrections1763900000300,
  CheckByDomain1763900000400,
  AnswerArticle301763900000500,
];

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
const IMPORTS = [ImportCasesUseCase, ImportFollowUpsUseCase, ResolveCasesUseCase];
const CORRECTIONS = [
  CaseHistory,
  CaseHistoryRepository,
  CorrectFollowUpUseCase,
  CorrectionJudge,
  FollowUpDetails,
  GetFollowUpUseCase,
];
const STEPS = [CaseStepRecorder, CaseStepRepository, ChangeStatusUseCase, CloseActionUseCase, RevealCaseUseCase];
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
      controllers: [CaseHandler, CaseStepHandler, CorrectionHandler, FollowUpHandler, ImportHandler, TaskHandler],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        SmiRules,
        ...CASES,
        ...FOLLOW_UPS,
        ...CORRECTIONS,
        ...STEPS,
        ...IMPORTS,
        ...PERSONS,
        ListTasksUseCase,
        SummarizeTasksUseCase,
      ],
      exports: [SERVICE_SETTINGS],
    };
  }
}
