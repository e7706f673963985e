import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { NatsLink } from '../bus/nats-link.js';
import { readNotice, type Notice, type NoticeType } from './notice.js';

/** Notices about areas are gathered this long: an import changes thousands of cases. */
const GATHER_MS = 200;

/**
 * Posts notices to whoever listens at this node, and listens to them. Plain NATS messages on `notice.<node>.<service>`:
 * nothing is stored, nobody waits, and while NATS is away they are simply not sent.
 */
@Injectable()
export class NoticeBoard implements BeforeApplicationShutdown {
  private readonly gathered = new Map<NoticeType, Set<string>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly link: NatsLink,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'service' | 'node'>,
  ) {}

  /** Sends at once and never fails. Call it after the commit. */
  post(notice: Notice): void {
    const { service, node } = this.settings;
    try {
      this.link.current()?.publish(`notice.${node.id}.${service}`, JSON.stringify(notice));
    } catch {
      // The connection is just being closed; a hint is not worth an error.
    }
  }

  /** Sends soon, together with what else happens to areas in the next moment. */
  postAreas(type: NoticeType, areas: Iterable<string>): void {
    const known = this.gathered.get(type) ?? new Set();
    for (const area of areas) known.add(area);
    if (known.size === 0) return;
    this.gathered.set(type, known);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS).unref();
  }

  /** Calls back for every notice of this node, also after reconnecting. The answer ends it. */
  listen(heard: (notice: Notice) => void): () => void {
    const attached = (connection: NatsConnection): void => {
      connection.subscribe(`notice.${this.settings.node.id}.*`, {
        callback: (error, message) => {
          const notice = error === null ? readNotice(parsed(message.string())) : undefined;
          if (notice !== undefined) heard(notice);
        },
      });
    };
    return this.link.listen({ attached });
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
    this.flush();
  }

  private flush(): void {
    this.timer = undefined;
    for (const [type, areas] of this.gathered) this.post({ type, areas: [...areas] });
    this.gathered.clear();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
