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
  readonly consumers: readonly Reading[];
  /** Earlier epochs of which events are kept. */
  readonly closed?: readonly { readonly epoch: string; readonly lastSeq: number }[];
}

interface Reading {
  readonly consumer: string;
  readonly origin: string;
  readonly epoch: string;
  readonly watermark: number;
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

/** How far the slowest consumer of a service's events lags behind its numbers, those of earlier epochs included. */
function behind({ service, epoch, headSeq, unsent, closed = [] }: Flow, flows: readonly Flow[]): number {
  const readings = flows.flatMap((flow) => flow.consumers).filter((one) => one.origin.endsWith(`.${service}`));
  const marks = readings.filter((one) => one.epoch === epoch).map((one) => one.watermark);
  const now = marks.length === 0 ? 0 : Math.max(0, headSeq - unsent - Math.min(...marks));
  return closed.reduce((sum, end) => sum + missingOf(end, readings), now);
}

/** A consumer that has nothing of an epoch has no mark there. */
function missingOf(end: { readonly epoch: string; readonly lastSeq: number }, readings: readonly Reading[]): number {
  const consumers = new Set(readings.map((one) => one.consumer));
  const missing = [...consumers].map((consumer) => {
    const mark = readings.find((one) => one.consumer === consumer && one.epoch === end.epoch)?.watermark ?? 0;
    return Math.max(0, end.lastSeq - mark);
  });
  return Math.max(0, ...missing);
}
