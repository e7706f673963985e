import type { RestClient } from './rest-client.js';

export interface HeardEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

const PATIENCE_MS = 30_000;

/** Reads `GET /events` as a browser does. */
export class EventListener {
  readonly heard: HeardEvent[] = [];
  readonly ended: Promise<void>;
  private readonly told = new Set<HeardEvent>();

  private constructor(
    private readonly hangUp: AbortController,
    body: ReadableStream<Uint8Array>,
  ) {
    this.ended = this.listen(body);
  }

  static async open(client: RestClient, lastId?: string): Promise<EventListener> {
    const hangUp = new AbortController();
    const response = await fetch(`${client.address()}/api/v1/events`, {
      headers: {
        authorization: `Bearer ${client.token ?? ''}`,
        ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
      },
      signal: hangUp.signal,
    });
    if (response.status !== 200 || response.body === null) throw new Error(`events answered ${response.status}`);
    return new EventListener(hangUp, response.body);
  }

  close(): void {
    this.hangUp.abort();
  }

  /** The data of the first event of this kind that was not answered before. */
  async next(event: string): Promise<unknown> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((go) => setTimeout(go, 20))) {
      const one = this.heard.find((candidate) => candidate.event === event && !this.told.has(candidate));
      if (one === undefined) continue;
      this.told.add(one);
      return JSON.parse(one.data) as unknown;
    }
    throw new Error(`no ${event}; heard ${JSON.stringify(this.heard)}`);
  }

  private async listen(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    try {
      for await (const piece of body) {
        const blocks = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Hung up.
    }
  }

  private take(block: string): void {
    const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    if (field('event') !== '') this.heard.push({ id: field('id'), event: field('event'), data: field('data') });
  }
}
