import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyMultipartBaseOptions } from '@fastify/multipart';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { DomainError } from '#contracts';
import { serveConsole } from '../console/serve-console.js';
import type { GatewayOptions } from '../gateway-options.js';
import { givenCorrelationId } from './gateway-request.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteTable } from './route-table.js';
import { setSecurityHeaders } from './security-headers.js';
import { closeSilentConnections } from './silent-connections.js';

const MIB = 1_048_576;

/** Bodies that are not uploads. */
export const JSON_BODY_LIMIT = MIB;

/** One uploaded workbook. */
export const UPLOAD_LIMIT = 100 * MIB;

/** A client has this long to send its request: an upload over a thin line must fit. */
const REQUEST_TIMEOUT_MS = 300_000;

const KEEP_ALIVE_MS = 72_000;

/** Below the API prefix lies everything but health, documents and the console. */
export const API_PREFIX = 'api/v1';

/** Paths outside the prefix. */
export const OUTSIDE_PREFIX = ['api/health/live', 'api/health/ready'];

type HttpSettings = Omit<FastifyHttpOptions<Server>, 'logger'> & {
  skipMiddie: boolean;
  multipart: Pick<FastifyMultipartBaseOptions, 'limits'>;
};

/** Fastify as the gateway needs it: limits, correlation ids, headers, 405. No authorisation happens here. */
export function createHttpAdapter(options: GatewayOptions): FastifyAdapter {
  const problems = new ProblemFilter();
  const settings: HttpSettings = {
    // Nothing here is Express middleware; its engine costs time on every request.
    skipMiddie: true,
    bodyLimit: JSON_BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    exposeHeadRoutes: false,
    requestIdHeader: false,
    genReqId: (request) => givenCorrelationId(request.headers) ?? randomUUID(),
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(request, reply);
      problems.answer(error, request, reply);
    },
    multipart: {
      limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10, fieldSize: 1_024, parts: 12, headerPairs: 50 },
    },
  };
  const adapter = new FastifyAdapter(settings);
  prepare(adapter.getInstance(), problems);
  return adapter;
}

/** What has to be said before the application starts. */
export function configureHttp(app: NestFastifyApplication): void {
  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_PREFIX });
}

function prepare(instance: FastifyInstance, problems: ProblemFilter): void {
  const routes = new RouteTable();
  routes.watch(instance);
  instance.removeContentTypeParser('text/plain');
  acceptJson(instance);
  closeSilentConnections(instance);
  instance.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(request, reply);
    const methods = request.is404 ? routes.methodsFor(request.url) : [];
    if (methods.length === 0) {
      done();
      return;
    }
    void reply.header('Allow', methods.join(', '));
    problems.answer(new DomainError('COMMON.METHOD_NOT_ALLOWED'), request, reply);
  });
  serveConsole(instance);
  instance.addHook('preSerialization', (_request, reply, payload, done) => {
    const version = (payload as { version?: unknown } | null)?.version;
    if (typeof version === 'number' && !reply.hasHeader('ETag')) void reply.header('ETag', `"${version}"`);
    done(null, payload);
  });
}

/** JSON whose `__proto__` and `constructor` members are refused; an empty body is no body. */
function acceptJson(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeContentTypeParser('application/json');
  instance.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}
