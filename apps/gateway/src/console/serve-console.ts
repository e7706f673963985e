import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowStylesOf } from '../http/security-headers.js';
import { ConsoleFiles, type Coding, type ConsoleFile } from './console-files.js';

const READING = ['GET', 'HEAD'];
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The console at every path that is not the API's: its files by name, and for what looks like an address of a page the page
 * itself, which finds its way from there. The same for everybody; data come through the API.
 */
export function serveConsole(instance: FastifyInstance): void {
  const files = new ConsoleFiles();
  instance.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 || !READING.includes(request.method) || !answer(files, request, reply)) done();
  });
}

function answer(files: ConsoleFiles, request: FastifyRequest, reply: FastifyReply): boolean {
  const path = request.url.split(/[?#]/, 1)[0] ?? '';
  // However it is written: who asks the API for something must not be told that all is well.
  if (/^\/+api(\/|$)/i.test(path)) return false;
  const file = files.find(path);
  if (file !== undefined) {
    sendFile(file, request, reply);
    return true;
  }
  return isPageAddress(path) && sendPage(files, reply);
}

/** A name with an ending is that of a file, and this file there is not. */
function isPageAddress(path: string): boolean {
  return !path.startsWith('/assets/') && !/\.[^/]*$/.test(path);
}

function sendPage(files: ConsoleFiles, reply: FastifyReply): boolean {
  const nonce = randomBytes(16).toString('base64');
  const page = files.page(nonce);
  if (page === undefined) return false;
  allowStylesOf(nonce, reply);
  void reply.type('text/html; charset=utf-8').header('Cache-Control', 'no-cache').send(page);
  return true;
}

function sendFile(file: ConsoleFile, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    ETag: file.etag,
    'Cache-Control': file.immutable ? FOR_EVER : 'no-cache',
    Vary: 'Accept-Encoding',
  });
  if (request.headers['if-none-match'] === file.etag) {
    void reply.code(304).send();
    return;
  }
  const coding = codingOf(file, request.headers['accept-encoding'] ?? '');
  if (coding !== undefined) void reply.header('Content-Encoding', coding);
  void reply.type(file.type).send((coding && file.compressed[coding]) ?? file.body);
}

/** The smallest form the browser takes. */
function codingOf(file: ConsoleFile, accepted: string): Coding | undefined {
  return (['br', 'gzip'] as const).find(
    (coding) =>
      file.compressed[coding] !== undefined && new RegExp(`\\b${coding}\\b(?!;\\s*q=0(?:\\.0+)?\\b)`).test(accepted),
  );
}
