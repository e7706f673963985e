import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SMI_RULES_VERSION } from '#domain';
import { systemCaller } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { v7 } from 'uuid';
import { SubjectRepository } from '../subjects/subject.repository.js';
import { ProjectionStateRepository, type ProjectionState } from './projection-state.repository.js';
import { SubjectEvaluator } from './subject-evaluator.js';

/** Midnight in China is noticed within this time. */
const LOOK_EVERY_MS = 10_000;
const CHUNK = 500;
const MARK_ALL = 'update smi_subject set next_change_on = $1 where evaluated_on > $1';

/**
 * Moves the figures with the day: cases for which time alone may have changed something are evaluated again, chunk by
 * chunk. Each chunk is committed with its marks, so a crash loses nothing and the next run goes on where it stopped.
 */
@Injectable()
export class RollOverService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RollOverService.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<ProjectionState> | undefined;
  private stopped = false;
  private known: ProjectionState | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly state: ProjectionStateRepository,
    private readonly subjects: SubjectRepository,
    private readonly evaluator: SubjectEvaluator,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'clock'>,
  ) {}

  onApplicationBootstrap(): void {
    void this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running?.catch(() => undefined);
  }

  /** How far the cells reach; evaluated first when they lag behind today. */
  async current(): Promise<ProjectionState> {
    const known = this.known;
    return known !== undefined && known.day === this.settings.clock.today() ? known : this.run();
  }

  /** Evaluates everything that is due for today. Concurrent calls share one run. */
  run(): Promise<ProjectionState> {
    this.running ??= this.rollOver().finally(() => (this.running = undefined));
    return this.running;
  }

  private async look(): Promise<void> {
    try {
      const today = this.settings.clock.today();
      if (this.known?.day !== today && !this.stopped) await this.run();
    } catch (error) {
      this.logger.warn(`the day was not rolled over, next attempt soon: ${String(error)}`);
    }
  }

  private async rollOver(): Promise<ProjectionState> {
    const today = this.settings.clock.today();
    for (;;) {
      const state = await this.inTransaction((tx) => this.chunk(tx, today));
      if (state !== undefined) return (this.known = state);
      if (this.stopped) throw new Error('stopped');
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Answers the state once nothing is left to do. */
  private async chunk(tx: Tx, today: string): Promise<ProjectionState | undefined> {
    const state = await this.state.lock(tx, today);
    if (today < state.day) await tx.query(MARK_ALL, [today]);
    let caseIds = await this.subjects.dueForChange(tx, today, CHUNK);
    if (caseIds.length === 0) caseIds = await this.subjects.outdated(tx, SMI_RULES_VERSION, CHUNK);
    if (caseIds.length === 0) {
      await this.state.setDay(tx, today);
      return { ...state, day: today };
    }
    const stored = [...(await this.subjects.load(tx, caseIds)).values()];
    const changed = stored.flatMap((subject) =>
      subject.row === undefined ? [] : [{ stored: subject, row: subject.row, visits: subject.visits }],
    );
    await this.evaluator.apply(tx, changed, state, today, 'evaluation');
    return undefined;
  }

  private inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const context = { caller: systemCaller('kpi-roll-over'), correlationId: v7(), locale: 'zh-CN' } as const;
    return this.unitOfWork.write({ context, operation: 'kpi.roll-over' }, work);
  }
}
