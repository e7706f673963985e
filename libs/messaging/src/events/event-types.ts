import { createRegistry, type DescFile, type DescMessage, type Registry } from '@bufbuild/protobuf';
import * as contracts from '#contracts';

/** Every message type this build knows. */
const known: Registry = createRegistry(...files());

function files(): DescFile[] {
  return (Object.values(contracts) as unknown[]).filter(isFile);
}

function isFile(value: unknown): value is DescFile {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'file';
}

/** Whether this build knows the type at all. A type it does not know may matter: it is kept for after the upgrade. */
export function isKnownType(type: string): boolean {
  return known.getMessage(type) !== undefined;
}

/** Subjects a consumer of these events subscribes to: all events of their contexts, so that the numbers have no holes. */
export function subjectsOf(events: readonly DescMessage[]): string[] {
  return [...new Set(events.map((event) => `evt.*.${contextOf(event)}.>`))].sort();
}

/** Services at this node whose events these are: their outboxes are asked even before the first event arrived. */
export function originsOf(events: readonly DescMessage[], node: string): string[] {
  return [...new Set(events.map((event) => `${node}.${serviceOf(event)}`))].sort();
}

// `xinqiao.smi` of `xinqiao.smi.v1.FollowUpRecorded`: a new version of a message comes on the same subjects.
function contextOf(event: DescMessage): string {
  return event.typeName.split('.').slice(0, 2).join('.');
}

function serviceOf(event: DescMessage): string {
  return event.typeName.split('.')[1] ?? '';
}
