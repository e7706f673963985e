import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to the console that can be cut and mended, and that hears where a browser goes on with the stream of events. */
export class CutLine {
  /** What the browser said it had seen last, each time it opened the stream anew. */
  readonly lastEventIds: string[] = [];

  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(private readonly server: Server) {}

  static async open(target: string): Promise<CutLine> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    const line = new CutLine(server);
    server.on('connection', (near) => line.join(near, connect(Number(port), hostname)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    if (this.isCut) {
      near.destroy();
      return;
    }
    near.on('data', (bytes) => {
      const [, id] = /^last-event-id: *(\S+)/im.exec(bytes.toString('latin1')) ?? [];
      if (id !== undefined) this.lastEventIds.push(id);
    });
    near.pipe(far);
    far.pipe(near);
  }
}
