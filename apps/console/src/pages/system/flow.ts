import type { Schemas } from '../../api/client.js';

export type Flow = Schemas['EventFlowDto']['items'][number];

/** One consumer and how far it is behind the events of its origin. */
export interface ConsumerStand {
  readonly service: string;
  readonly consumer: string;
  readonly origin: string;
  readonly watermark: number;
  readonly held: number;
  /** Null while the origin cannot be asked, and for numberings that are over. */
  readonly lag: number | null;
}

/** Consumers of all services against the numbers their origins have given. */
export function consumerStands(flows: readonly Flow[]): readonly ConsumerStand[] {
  return flows.flatMap(({ service, consumers = [] }) =>
    consumers.map(({ consumer, origin, epoch, watermark, held }) => {
      const source = flows.find((flow) => origin.endsWith(`.${flow.service}`));
      const current = source?.headSeq !== undefined && source.epoch === epoch;
      const lag = current ? Math.max(0, (source.headSeq ?? 0) - watermark) : null;
      return { service, consumer, origin, watermark, held, lag };
    }),
  );
}

/** What is on its way, and what nobody could take in. */
export function waiting(flows: readonly Flow[]): {
  readonly events: number;
  readonly letters: number;
  readonly away: readonly string[];
} {
  const unsent = flows.reduce((sum, flow) => sum + (flow.unsent ?? 0), 0);
  const behind = consumerStands(flows).reduce((most, { lag }) => Math.max(most, lag ?? 0), 0);
  return {
    events: Math.max(unsent, behind),
    letters: flows.reduce((sum, flow) => sum + (flow.deadLetters ?? 0), 0),
    away: flows.filter(({ error }) => error !== null).map(({ service }) => service),
  };
}
