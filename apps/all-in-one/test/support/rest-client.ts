/** An answer that takes longer is none; the longest wait of the system itself is shorter. */
const ANSWER_WITHIN_MS = 15_000;

/** What came back, with the body read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  readonly text: string;
}

/** The fields specs look at, over all kinds of answers: whether they are there is for the expectations to find out. */
export interface Json {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  readonly accessToken: string;
  readonly items: readonly Json[];
  readonly nextCursor: string | null;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  // Cases and tasks
  readonly caseNo: string;
  readonly personId: string;
  readonly subjectId: string;
  readonly priority: number;
  readonly openActions: readonly string[];
  readonly data: object;
  readonly computed: object;
  // Figures
  readonly indicator: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly asOf: string;
  readonly side: string;
  readonly reasons: readonly Json[];
  readonly count: number;
  readonly cells: number;
  readonly differences: readonly object[];
  readonly outcome: string;
  // Imports
  readonly own: boolean;
  readonly fileName: string;
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly failureCode: string | null;
  readonly firstErrors: readonly { readonly row: number; readonly field: string; readonly code: string }[];
  // Event flow
  readonly service: string;
  readonly epoch: string;
  readonly headSeq: number;
  readonly unsent: number;
  readonly deadLetters: number;
  readonly watermark: number;
  readonly consumers: readonly Json[];
}

export interface Asked {
  readonly body?: unknown;
  /** Sent as it is instead of `body`. */
  readonly raw?: string | Uint8Array<ArrayBuffer> | FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** `If-Match`. */
  readonly version?: number;
  readonly key?: string;
}

/** One user (or nobody) at the public address of a node. */
export class RestClient {
  constructor(
    readonly address: () => string,
    readonly token?: string,
  ) {}

  async ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const payload = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
    const response = await fetch(this.address() + (path.startsWith('/api') ? path : `/api/v1${path}`), {
      method,
      headers: this.headersOf(asked, payload),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await textOf(response);
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : undefined) as Json,
      text,
    };
  }

  /** A read that has to succeed. */
  async get(path: string): Promise<Json> {
    return this.good(await this.ask('GET', path), path);
  }

  /** A write that has to succeed. */
  async post(path: string, body?: unknown, asked: Asked = {}): Promise<Json> {
    return this.good(await this.ask('POST', path, { ...asked, body }), path);
  }

  async put(path: string, body: unknown): Promise<Json> {
    return this.good(await this.ask('PUT', path, { body }), path);
  }

  /** Every item of a list, page by page. */
  async all(path: string, limit = 200): Promise<Json[]> {
    const items: Json[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `${path.includes('?') ? '&' : '?'}limit=${limit}&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.get(path + query);
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  private good({ status, body, text }: Answer, path: string): Json {
    if (status < 300) return body;
    throw new Error(`${path} answered ${status}: ${text}`);
  }

  private headersOf(asked: Asked, payload: unknown): Record<string, string> {
    const isForm = payload === undefined || payload instanceof FormData;
    return {
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      ...(asked.key === undefined ? {} : { 'idempotency-key': asked.key }),
      ...(asked.version === undefined ? {} : { 'if-match': `"${asked.version}"` }),
      ...asked.headers,
    };
  }
}

/** An event stream has no end: whoever asks in passing hangs up again. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get('content-type') !== 'text/event-stream') return response.text();
  await response.body?.cancel();
  return '';
}
