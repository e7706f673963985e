import type { DescMessage, DescMethod } from '@bufbuild/protobuf';

/** Subject of a request: `n.<node>.<full proto method>`, with the service's name behind it for methods every service answers. */
export function requestSubject(node: string, method: DescMethod, target?: string): string {
  const base = `n.${node}.${method.parent.typeName}.${method.name}`;
  return target === undefined ? base : `${base}.${target}`;
}

/** Subject of an event: `evt.<home node>.<full proto message name>`. Never carries personal data. */
export function eventSubject(node: string, event: DescMessage): string {
  return `evt.${node}.${event.typeName}`;
}
