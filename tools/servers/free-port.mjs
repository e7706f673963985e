import { createServer } from 'node:net';

/** A TCP port nobody listens on: the preferred one when it is free, else one the system picks. */
export async function freePort(preferred, host = '127.0.0.1') {
  if (preferred !== undefined && (await isFree(preferred, host))) return preferred;
  return await listenOnce(0, host);
}

/** The first free port at or after `first`, looking at no more than `span` of them. */
export async function firstFreePortFrom(first, host = '127.0.0.1', span = 50) {
  for (let port = first; port < first + span; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port between ${first} and ${first + span - 1} on ${host}. Set PORT to one that is free.`);
}

export async function isFree(port, host = '127.0.0.1') {
  return await listenOnce(port, host).then(
    () => true,
    () => false,
  );
}

function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
