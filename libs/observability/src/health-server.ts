import { createServer, type Server, type ServerResponse } from 'node:http';
import type { HealthRegistry } from './health-registry.js';

/**
 * Answers the health check of a container: `/health/live` (the process runs) and `/health/ready` (what it needs answers, else
 * 503). On loopback only: nobody but the container itself asks, and it keeps no process from ending.
 */
export async function serveHealth(health: HealthRegistry, port: number): Promise<Server> {
  const server = createServer((request, reply) => {
    if (request.url === '/health/live') answer(reply, 200, { ok: true });
    else if (request.url === '/health/ready') void report(health, reply);
    else answer(reply, 404, { ok: false });
  });
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', () => resolve(undefined));
  await promise;
  return server.unref();
}

async function report(health: HealthRegistry, reply: ServerResponse): Promise<void> {
  const found = await health.report();
  answer(reply, found.ok ? 200 : 503, found);
}

function answer(reply: ServerResponse, status: number, body: object): void {
  reply.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
}
