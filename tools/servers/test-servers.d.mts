export interface GivenServers {
  readonly postgresUrl?: string | undefined;
  readonly natsUrl?: string | undefined;
  readonly natsMonitorUrl?: string | undefined;
}
export interface TestServers {
  readonly postgresUrl: string;
  readonly natsUrl: string;
  readonly natsMonitorUrl: string | undefined;
  readonly scratch: string;
}
export function startTestServers(given?: GivenServers): Promise<TestServers>;
export function stopTestServers(): Promise<void>;
