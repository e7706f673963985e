/** A program of `tools/` by its path there, without its ending. They are untyped: say what is used of it. */
export async function projectTool<T>(path: string): Promise<T> {
  return (await import(new URL(`../../../tools/${path}.mjs`, import.meta.url).href)) as T;
}

/** A TCP port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  return (await projectTool<{ freePort(): Promise<number> }>('servers/free-port')).freePort();
}

/** The nats-server program that `npm start` uses, too. */
export async function natsBinary(): Promise<string> {
  return (await projectTool<{ findNatsServer(): Promise<string> }>('nats-server')).findNatsServer();
}
