import type { ServiceAnswer } from './every-service.js';

/** Events of a node that are on their way, and since when. */
export interface NodeLag {
  readonly lagMessages: number | null;
  readonly lagSeconds: number | null;
}

interface Flow {
  readonly service: string;
  readonly epoch: string;
  readonly headSeq: number;
  readonly unsent: number;
  readonly oldestUnsentSeconds: number;
  readonly consumers: readonly { readonly origin: string; readonly epoch: string; readonly watermark: number }[];
}

/**
 * What is not sent yet, and what is sent but not applied by every consumer here. Unknown, and never 0, while a service does
 * not answer.
 */
export function lagOf(answers: readonly ServiceAnswer[]): NodeLag {
  const flows = answers.flatMap(({ answer }) => (answer === null ? [] : [answer as unknown as Flow]));
  if (flows.length < answers.length) return { lagMessages: null, lagSeconds: null };
  const unsent = flows.reduce((sum, flow) => sum + flow.unsent, 0);
  const unread = flows.reduce((sum, flow) => sum + behind(flow, flows), 0);
  return { lagMessages: unsent + unread, lagSeconds: Math.max(0, ...flows.map((flow) => flow.oldestUnsentSeconds)) };
}

/** How far the slowest consumer of a service's events lags behind its current numbers. */
function behind({ service, epoch, headSeq, unsent }: Flow, flows: readonly Flow[]): number {
  const marks = flows
    .flatMap((flow) => flow.consumers)
    .filter((one) => one.epoch === epoch && one.origin.endsWith(`.${service}`))
    .map((one) => one.watermark);
  return marks.length === 0 ? 0 : Math.max(0, headSeq - unsent - Math.min(...marks));
}
