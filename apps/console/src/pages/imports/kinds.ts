import type { Permission } from '../../session/permission.js';

/** What can be imported, in the order a district is set up in, and the right a kind needs besides importing. */
export const KINDS = [
  { kind: 'orgs', also: 'registry.org.write' },
  { kind: 'population', also: 'registry.population.write' },
  { kind: 'persons', also: undefined },
  { kind: 'smi-cases', also: undefined },
  { kind: 'smi-follow-ups', also: undefined },
] as const satisfies readonly { kind: string; also: Permission | undefined }[];

export type Kind = (typeof KINDS)[number]['kind'];

/** Text key of a kind; a later release may know more kinds than this page. */
export function kindKey(kind: string): `kind.${Kind}` | 'kind.other' {
  const known = KINDS.find((one) => one.kind === kind);
  return known === undefined ? 'kind.other' : `kind.${known.kind}`;
}
