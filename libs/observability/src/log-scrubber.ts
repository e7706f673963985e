/**
 * Fields a log line may carry. Anything else is dropped, its name alone is kept: a new field has to be thought about here before
 * it can appear, and personal data cannot slip in with an object that somebody logs.
 */
const ALLOWED = new Set([
  'action',
  'aggregateId',
  'aggregateVersion',
  'attempt',
  'code',
  'consumer',
  'correlationId',
  'count',
  'durationMs',
  'epoch',
  'errorName',
  'eventId',
  'eventType',
  'jobId',
  'method',
  'migration',
  'operation',
  'org',
  'origin',
  'port',
  'route',
  'seq',
  'service',
  'status',
  'subject',
  'url',
  'watermark',
]);

const LONG_DIGITS = /\d{7,}[0-9Xx]*/g;
const CHINESE = /\p{Script=Han}+/gu;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const MAX_LENGTH = 4_000;

/**
 * Free text fit for a log. Logs are English: Chinese text in one is somebody's name, address or words; a long run of digits is an ID
 * number or a phone. Identifiers of ours (UUIDs) stay.
 */
export function scrubText(text: string): string {
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  const kept = [...shown.matchAll(UUID)];
  let scrubbed = '';
  let at = 0;
  for (const match of kept) {
    scrubbed += scrubPlain(shown.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return scrubbed + scrubPlain(shown.slice(at));
}

function scrubPlain(text: string): string {
  return text.replace(LONG_DIGITS, '[digits]').replace(CHINESE, '[text]');
}

/** The allowed part of an object, and the names of what was left out. */
export function scrubFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!ALLOWED.has(name)) left.push(name);
    else if (typeof value === 'string') shown[name] = name === 'org' ? value : scrubText(value);
    else if (value === null || ['number', 'boolean', 'bigint'].includes(typeof value)) shown[name] = plain(value);
    else left.push(name);
  }
  return left.length === 0 ? shown : { ...shown, left: left.map(scrubText) };
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** An error for operators: its kind, its code, its scrubbed text and the places it came through. */
export function scrubError(error: Error): Record<string, unknown> {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    errorName: error.name,
    ...(typeof code === 'string' && { code }),
    errorText: scrubText(error.message),
    // The first lines of a stack repeat the message, which may have several lines; only frames are kept.
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 12),
    ...(cause instanceof Error && { cause: scrubError(cause) }),
  };
}
