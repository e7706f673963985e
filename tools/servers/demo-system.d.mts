export declare const DEMO_TODAY: string;

export interface DemoSystem {
  readonly address: string;
  stop(): Promise<void>;
}

export declare function startDemoSystem(options?: {
  readonly today?: string;
  readonly variables?: Readonly<Record<string, string>>;
}): Promise<DemoSystem>;
