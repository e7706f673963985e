import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { currentCorrelationId } from './call-scope.js';
import { scrubError, scrubFields, scrubText } from './log-scrubber.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

export interface AppLoggerOptions {
  readonly service: string;
  readonly node: string;
  /** Default `info`. */
  readonly level?: LogLevel;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/**
 * The logger handed to Nest (`app.useLogger`): one JSON object a line with service, node and correlation id. Whatever is logged
 * passes the scrubber, so `new Logger(Some.name)` of Nest may be used everywhere.
 */
export class AppLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(options: AppLoggerOptions) {
    const settings = {
      level: options.level ?? 'info',
      base: { service: options.service, node: options.node },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.pino = options.destination ? pino(settings, options.destination) : pino(settings);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest puts the logger's name last; a stack, an error or an object of fields may stand between. */
  private write(level: LogLevel, message: unknown, rest: unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = typeof rest.at(-1) === 'string' && !isStack(rest.at(-1)) ? (rest.at(-1) as string) : undefined;
    const line: Record<string, unknown> = { context, correlationId: currentCorrelationId() };
    for (const part of [message, ...rest]) Object.assign(line, fieldsOf(part));
    this.pino[level](line, textOf(message));
  }
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return scrubText(message);
  if (message instanceof Error) return scrubText(message.message);
  if (typeof message === 'object' && message !== null) {
    const { message: text } = message as { message?: unknown };
    return typeof text === 'string' ? scrubText(text) : '';
  }
  return scrubText(String(message));
}

function fieldsOf(part: unknown): Record<string, unknown> {
  if (part instanceof Error) return { error: scrubError(part) };
  if (isStack(part)) return { error: { frames: framesOf(part) } };
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return {};
  const { message: _, ...fields } = part as Record<string, unknown>;
  return scrubFields(fields);
}

function isStack(part: unknown): part is string {
  return typeof part === 'string' && /\n\s+at /.test(part);
}

function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
