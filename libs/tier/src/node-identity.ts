/** The tier a node stands at (architecture: one deployment at one tier). */
export type Tier = 'district' | 'street' | 'community';

/** Who this node is. Every node runs the same images; only this differs. */
export interface NodeIdentity {
  /** Stable short name, part of message subjects: letters, digits and hyphens. */
  readonly id: string;
  readonly tier: Tier;
  /** Area code prefix (by digit groups) this node answers for. */
  readonly territory: string;
}
