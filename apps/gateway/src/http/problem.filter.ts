import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError, type ErrorCode } from '#contracts';
import { localeOf, type GatewayRequest } from './gateway-request.js';
import { problemDocument, retryAfterOf, statusOf } from './problem-document.js';

/** The one place where a failure becomes an answer: problem+json, nothing of the cause outside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<GatewayRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used by Fastify itself for what fails before Nest sees it. */
  answer(thrown: unknown, request: GatewayRequest, reply: FastifyReply): void {
    const error = asDomainError(thrown);
    const status = statusOf(error);
    if (status === 500) this.logUnknown(error, request.id);
    if (reply.sent || reply.raw.headersSent) return;
    const retryAfter = retryAfterOf(error, status);
    if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
    // What is left of a body is read and thrown away; closing the line on a sender would lose the answer on its way to him.
    if (status === 413) void reply.removeHeader('connection');
    if (status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="xinqiao"');
    void reply
      .code(status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemDocument(error, status, localeOf(request.headers), request.id)));
  }

  private logUnknown(error: DomainError, correlationId: string): void {
    const { cause, detail } = error.options;
    const stack = cause instanceof Error ? withoutMessage(cause) : undefined;
    this.log.error({ correlationId, code: error.code, detail, stack }, 'request failed');
  }
}

/** Messages of foreign errors may quote the data they failed on: only type and place are kept. */
function withoutMessage(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...frames.slice(0, 12)].join('\n');
}

const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'COMMON.TOO_LARGE',
  FST_REQ_FILE_TOO_LARGE: 'COMMON.TOO_LARGE',
  FST_FILES_LIMIT: 'COMMON.TOO_LARGE',
  FST_PARTS_LIMIT: 'COMMON.TOO_LARGE',
  FST_FIELDS_LIMIT: 'COMMON.TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'COMMON.UNSUPPORTED_MEDIA_TYPE',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'COMMON.UNSUPPORTED_MEDIA_TYPE',
};

const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'COMMON.MALFORMED',
  401: 'COMMON.UNAUTHENTICATED',
  403: 'COMMON.FORBIDDEN',
  404: 'COMMON.NOT_FOUND',
  405: 'COMMON.METHOD_NOT_ALLOWED',
  408: 'COMMON.TIMEOUT',
  413: 'COMMON.TOO_LARGE',
  414: 'COMMON.TOO_LARGE',
  415: 'COMMON.UNSUPPORTED_MEDIA_TYPE',
  429: 'COMMON.RATE_LIMITED',
  503: 'COMMON.UNAVAILABLE',
};

/** Frameworks throw their own errors; the answer is always one of our codes. */
export function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = foreignStatus(thrown);
  const code = FASTIFY_CODES[foreignCode(thrown)] ?? STATUS_CODES[status];
  if (code !== undefined) return new DomainError(code, { cause: thrown });
  const known = status >= 400 && status < 500;
  return new DomainError(known ? 'COMMON.MALFORMED' : 'COMMON.INTERNAL', { cause: thrown });
}

function foreignStatus(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown } | null | undefined)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function foreignCode(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
