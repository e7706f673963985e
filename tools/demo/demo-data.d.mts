export interface DemoFile {
  readonly kind: 'orgs' | 'population' | 'persons' | 'smi-cases' | 'smi-follow-ups';
  readonly title: string;
  readonly rows: number;
  readonly csv: string;
}
export function buildDemoFiles(size: 'district' | 'small', today: string): DemoFile[];
export interface DemoShapes {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly properties: { readonly code: string; readonly name: string };
    readonly geometry: { readonly type: 'Polygon'; readonly coordinates: [number, number][][] };
  }[];
}
export function buildDemoShapes(size: 'district' | 'small'): DemoShapes;
