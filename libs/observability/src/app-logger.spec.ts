import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppLogger, type LogLevel } from './app-logger.js';
import { runInCall } from './call-scope.js';

function capture(level: LogLevel = 'info'): { logger: AppLogger; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };
  const logger = new AppLogger({ service: 'smi', node: 'district', level, destination });
  return { logger, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the logger', () => {
  it('writes one JSON object a line with service, node, logger name and correlation id', () => {
    const { logger, lines } = capture();
    runInCall({ correlationId: 'c-1' }, () => logger.log('started', 'RelayService'));
    logger.log('outside');
    expect(lines()[0]).toMatchObject({
      level: 'info',
      service: 'smi',
      node: 'district',
      context: 'RelayService',
      correlationId: 'c-1',
      msg: 'started',
    });
    expect(lines()[1]).not.toHaveProperty('correlationId');
  });

  it('keeps the correlation id across awaits and apart between calls', async () => {
    const { logger, lines } = capture();
    const call = (id: string, ms: number): Promise<void> =>
      runInCall({ correlationId: id }, async () => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        logger.log(id);
      });
    await Promise.all([call('a', 10), call('b', 5)]);
    expect(lines().map((line) => [line['msg'], line['correlationId']])).toEqual([
      ['b', 'b'],
      ['a', 'a'],
    ]);
  });

  it('shows allowed fields and only the names of others', () => {
    const { logger, lines } = capture();
    logger.warn({ message: 'slow', durationMs: 12, org: '990101001001', patient: { name: 'x' }, phoneNumber: '1' });
    expect(lines()[0]).toMatchObject({
      msg: 'slow',
      durationMs: 12,
      org: '990101001001',
      left: ['patient', 'phoneNumber'],
    });
  });

  it('keeps the frames of an error and scrubs its text and cause', () => {
    const { logger, lines } = capture();
    const cause = new Error('Key (name)=(张三) exists');
    logger.error(new Error('no row for 110101199003078515', { cause }), 'Handler');
    const [line] = lines();
    expect(JSON.stringify(line)).not.toMatch(/张三|110101199003078515/);
    expect(line).toMatchObject({
      context: 'Handler',
      error: { errorName: 'Error', frames: expect.arrayContaining([expect.stringContaining('at ')]) },
    });
    logger.error('failed', 'Error: 李四\n    at somewhere (file.ts:1:1)', 'Handler');
    expect(JSON.stringify(lines()[1])).not.toContain('李四');
    expect(lines()[1]).toMatchObject({ error: { frames: ['at somewhere (file.ts:1:1)'] } });
  });

  it('leaves our own identifiers readable', () => {
    const { logger, lines } = capture();
    logger.log('case 01234567-1234-7123-8123-123456789012 moved');
    expect(lines()[0]).toMatchObject({ msg: 'case 01234567-1234-7123-8123-123456789012 moved' });
  });

  it('shows no ID number, phone or Chinese name wherever it is put (property)', () => {
    const digits = fc
      .string({ unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), minLength: 11, maxLength: 17 })
      .map((text) => `${text}X`);
    const name = fc.string({ unit: fc.constantFrom('张', '王', '李', '赵', '陈', '杨'), minLength: 2, maxLength: 4 });
    const place = fc.constantFrom('text', 'field', 'nested', 'error', 'cause', 'key');
    fc.assert(
      fc.property(fc.oneof(digits, name), place, (canary, where) => {
        const { logger, lines } = capture('trace');
        const text = `before ${canary} after`;
        if (where === 'text') logger.log(text);
        if (where === 'field') logger.log({ message: 'm', code: text, other: canary });
        if (where === 'nested') logger.debug({ message: 'm', status: { value: canary } });
        if (where === 'error') logger.error(new TypeError(text));
        if (where === 'cause') logger.error('m', new Error('outer', { cause: new Error(text) }));
        if (where === 'key') logger.verbose({ message: 'm', [canary]: 1 });
        expect(lines()).toHaveLength(1);
        expect(JSON.stringify(lines())).not.toContain(canary);
      }),
    );
  });

  it('skips what is below its level', () => {
    const { logger, lines } = capture('warn');
    logger.log('no');
    logger.fatal('yes');
    expect(lines()).toHaveLength(1);
  });
});
