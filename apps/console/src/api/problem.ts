/** One field at fault. */
export interface ProblemField {
  /** JSON path in the request: `medications[0].drug`. */
  readonly field: string;
  readonly code: string;
  /** In the user's language. */
  readonly message: string;
  readonly rule?: string;
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly correlationId?: string;
  readonly errors?: readonly ProblemField[];
  readonly context?: unknown;
}

/** `status` of a problem that never reached the server. */
const NOT_REACHED = 0;

/** Any failure of a call: what the server said, or that it was not reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Stable, to decide by: `SMI.FOLLOW_UP.DATE_IN_FUTURE`. */
  readonly code: string;
  readonly title: string;
  /** To quote to whoever runs the system. */
  readonly correlationId: string | undefined;
  readonly fields: readonly ProblemField[];
  /** What is needed to go on: the current state with 412, the candidates with 409. */
  readonly context: unknown;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.correlationId = problem.correlationId;
    this.fields = problem.errors ?? [];
    this.context = problem.context;
    this.retryAfter = retryAfter;
  }

  /** The line was cut before an answer came; the texts of it belong to the console. */
  static notReached(): ApiProblem {
    return new ApiProblem({ status: NOT_REACHED, code: 'CONSOLE.NOT_REACHED', title: 'CONSOLE.NOT_REACHED' });
  }

  /** The session in which it was asked for has ended; nobody is there to be told. */
  static sessionOver(): ApiProblem {
    return new ApiProblem({ status: 401, code: 'CONSOLE.SESSION_OVER', title: 'CONSOLE.SESSION_OVER' });
  }

  static async of(response: Response): Promise<ApiProblem> {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const body = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
    const status = response.status;
    const unknown = { status, code: 'CONSOLE.UNKNOWN', title: 'CONSOLE.UNKNOWN' };
    return new ApiProblem({ ...unknown, ...body }, Number.isFinite(seconds) ? seconds : undefined);
  }

  get isNotReached(): boolean {
    return this.status === NOT_REACHED;
  }

  /** May go well when it is tried again as it is. */
  get isTransient(): boolean {
    return this.isNotReached || [502, 503, 504].includes(this.status);
  }

  /** Somebody else changed it meanwhile; `context` holds what it is now. */
  get isStale(): boolean {
    return this.status === 412;
  }

  /** What is wrong with a field, or nothing. */
  field(path: string): ProblemField | undefined {
    return this.fields.find(({ field }) => field === path);
  }
}
