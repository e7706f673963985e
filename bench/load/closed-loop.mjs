import { Client } from 'undici';

/**
 * A closed loop: `connections` keep-alive connections, each sending its next request when the answer to the last has been read.
 * @param {{ url: string, connections: number, seconds: number, next: (worker: number) => { method?: string, path: string, body?: string, headers?: Record<string, string> }, expect?: number }} options
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, count: number }>} latencies in milliseconds
 */
export async function closedLoop({ url, connections, seconds, next, expect = 200 }) {
  const clients = Array.from(
    { length: connections },
    () => new Client(url, { pipelining: 1, keepAliveTimeout: 60_000 }),
  );
  const latencies = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(clients.map((client, worker) => drive(client, () => next(worker), end, expect, latencies)));
  const elapsed = (performance.now() - start) / 1000;
  await Promise.all(clients.map((client) => client.close()));
  return summary(latencies, elapsed);
}

async function drive(client, next, end, expect, latencies) {
  while (performance.now() < end) {
    const { method = 'POST', path, body, headers } = next();
    const sent = performance.now();
    const answer = await client.request({
      method,
      path,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.body.text();
    latencies.push(performance.now() - sent);
    if (answer.statusCode !== expect)
      throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 500)}`);
  }
}

/** The same loop over any asynchronous function instead of HTTP. */
export async function closedLoopOf({ workers, seconds, work }) {
  const latencies = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < end) {
        const sent = performance.now();
        await work(worker);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  return summary(latencies, (performance.now() - start) / 1000);
}

function summary(latencies, elapsed) {
  const sorted = Float64Array.from(latencies).sort();
  return {
    count: sorted.length,
    perSecond: sorted.length / elapsed,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  };
}

export function quantile(sorted, q) {
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
