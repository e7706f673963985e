export interface DemoFile {
  readonly kind: 'orgs' | 'population' | 'persons' | 'smi-cases' | 'smi-follow-ups';
  readonly title: string;
  readonly rows: number;
  readonly csv: string;
}
export function buildDemoFiles(size: 'district' | 'small', today: string): DemoFile[];
