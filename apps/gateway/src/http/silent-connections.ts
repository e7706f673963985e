import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Browsers open lines before they need them. A server that ends closes those that are idle after a request, but waits a
 * minute for the first request of a silent one: so these are closed here.
 */
export function closeSilentConnections(instance: FastifyInstance): void {
  const silent = new Set<Socket>();
  instance.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  instance.server.on('request', ({ socket }: { socket: Socket }) => silent.delete(socket));
  instance.addHook('preClose', (done) => {
    for (const socket of silent) socket.destroy();
    done();
  });
}
