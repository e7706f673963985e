import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '#messaging';
import { PersistenceModule } from '#persistence';
import type { ServiceSettings } from '#tier';
import { CreatePlatformTables1763910000000 } from './migrations/1763910000000-create-platform-tables.js';
import { CreateSubjects1763910000100 } from './migrations/1763910000100-create-subjects.js';
import { CreateCells1763910000200 } from './migrations/1763910000200-create-cells.js';
import { CreateTargets1763910000300 } from './migrations/1763910000300-create-targets.js';
import { CreateReportFiles1763910000400 } from './migrations/1763910000400-create-report-files.js';
import { DropWholeCells1763910000500 } from './migrations/1763910000500-drop-whole-cells.js';
import { CreateTargetHistory1763910000600 } from './migrations/1763910000600-create-target-history.js';
import { LeanSubjectIndexes1763910000700 } from './migrations/1763910000700-lean-subject-indexes.js';
import { KeepConsents1763910000800 } from './migrations/1763910000800-keep-consents.js';
import { MarkPublished1763910000350 } from './migrations/1763910000350-mark-published.js';
import { CellRepository } from './projection/cell.repository.js';
import { PopulationRepository } from './projection/population.repository.js';
import { ProjectionStateRepository } from './projection/projection-state.repository.js';
import { RegistryProjector } from './projection/registry.projector.js';
import { RollOverService } from './projection/roll-over.service.js';
import { SmiProjector } from './projection/smi.projector.js';
import { SubjectEvaluator } from './projection/subject-evaluator.js';
import { RecomputeUseCase } from './recompute/recompute.use-case.js';
import { SnapshotRepository } from './recompute/snapshot.repository.js';
import { ReportHandler } from './reports/report.handler.js';
import { ReportPartRepository } from './reports/report-part.repository.js';
import { ReportsUseCase } from './reports/reports.use-case.js';
import { SubjectRepository } from './subjects/subject.repository.js';
import { TargetRepository } from './targets/target.repository.js';
import { TargetsUseCase } from './targets/targets.use-case.js';
import { ExplainUseCase } from './values/explain.use-case.js';
import { FigureRepository } from './values/figure.repository.js';
import { GetValuesUseCase } from './values/get-values.use-case.js';
import { ListMembersUseCase } from './values/list-members.use-case.js';
import { MemberRepository } from './values/member.repository.js';
import { SubjectCounter } from './values/subject-counter.js';
import { ValueHandler } from './values/value.handler.js';

/** The service's tables, in order. */
export const KPI_MIGRATIONS = [
  CreatePlatformTables1763910000000,
  CreateSubjects1763910000100,
  CreateCells1763910000200,
  CreateTargets1763910000300,
  MarkPublished1763910000350,
  CreateReportFiles1763910000400,
  DropWholeCells1763910000500,
  CreateTargetHistory1763910000600,
  LeanSubjectIndexes1763910000700,
  KeepConsents1763910000800,
];

const PROJECTION = [
  CellRepository,
  PopulationRepository,
  ProjectionStateRepository,
  SubjectRepository,
  SubjectEvaluator,
  SmiProjector,
  RegistryProjector,
  RollOverService,
];
const ANSWERS = [
  ExplainUseCase,
  FigureRepository,
  GetValuesUseCase,
  ListMembersUseCase,
  MemberRepository,
  RecomputeUseCase,
  ReportPartRepository,
  ReportsUseCase,
  SnapshotRepository,
  SubjectCounter,
  TargetRepository,
  TargetsUseCase,
];

/** Wiring of the kpi service. */
@Module({})
export class KpiModule {
  static forRoot(settings: ServiceSettings): DynamicModule {
    return {
      module: KpiModule,
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: KPI_MIGRATIONS }),
        MessagingModule.forService(settings, { consumers: [SmiProjector, RegistryProjector] }),
      ],
      controllers: [ValueHandler, ReportHandler],
      providers: [...PROJECTION, ...ANSWERS],
    };
  }
}
