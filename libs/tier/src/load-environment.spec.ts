import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IsBoolean, IsInt, Max } from 'class-validator';
import { describeEnvironment, EnvVar } from './env-var.js';
import { EnvironmentError, loadEnvironment, type EnvironmentSource } from './load-environment.js';
import { ServiceEnvironment, serviceSettingsFromEnvironment } from './service-environment.js';

const GOOD: EnvironmentSource = {
  XINQIAO_TERRITORY: '990101',
  NATS_URL: 'nats://localhost:4222',
  XINQIAO_KEYS: '/keys',
  DATABASE_URL: 'postgresql://xq_smi:secret@localhost/xinqiao',
};

function problemsOf(source: EnvironmentSource): readonly string[] {
  try {
    loadEnvironment(ServiceEnvironment, source);
  } catch (error) {
    return (error as EnvironmentError).problems;
  }
  throw new Error('was accepted');
}

describe('the environment', () => {
  it('is read with defaults, numbers and booleans', () => {
    const environment = loadEnvironment(ServiceEnvironment, { ...GOOD, XINQIAO_POOL_SIZE: '7' });
    expect(environment).toMatchObject({
      XINQIAO_NODE: 'district',
      XINQIAO_POOL_SIZE: 7,
      XINQIAO_EVENT_STREAM: 'EVENTS',
    });
  });

  it('reads a switch as true or false and nothing else', () => {
    class Switched {
      @EnvVar({ description: 'On or off.', default: true })
      @IsBoolean()
      SWITCH: boolean;
    }
    expect(loadEnvironment(Switched, { SWITCH: 'false' }).SWITCH).toBe(false);
    expect(loadEnvironment(Switched, {}).SWITCH).toBe(true);
    expect(() => loadEnvironment(Switched, { SWITCH: 'yes' })).toThrow(/SWITCH/);
  });

  it('names every variable at fault at once and prints no value', () => {
    const problems = problemsOf({
      XINQIAO_TIER: 'province-secret',
      XINQIAO_POOL_SIZE: 'many-secret',
      DATABASE_URL: 'mysql://secret',
    });
    const named = problems.map((problem) => problem.split(/[ :]/)[0]);
    expect(named.sort()).toEqual(
      ['XINQIAO_POOL_SIZE', 'DATABASE_URL', 'XINQIAO_KEYS', 'NATS_URL', 'XINQIAO_TIER'].sort(),
    );
    expect(problems.join()).not.toContain('secret');
  });

  it('counts an empty variable as absent', () => {
    expect(problemsOf({ ...GOOD, NATS_URL: '' })).toEqual([expect.stringMatching(/^NATS_URL is needed/)]);
    expect(loadEnvironment(ServiceEnvironment, { ...GOOD, XINQIAO_EVENT_STREAM: '' }).XINQIAO_EVENT_STREAM).toBe(
      'EVENTS',
    );
  });

  it('takes secrets, and only secrets, from files', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'env-')), 'password');
    writeFileSync(file, 'from-file\n');
    expect(loadEnvironment(ServiceEnvironment, { ...GOOD, NATS_PASSWORD_FILE: file }).NATS_PASSWORD).toBe('from-file');
    expect(loadEnvironment(ServiceEnvironment, { ...GOOD, NATS_USER_FILE: file }).NATS_USER).toBeUndefined();
    expect(problemsOf({ ...GOOD, NATS_PASSWORD_FILE: '/no/such/file' })).toEqual([
      'NATS_PASSWORD cannot be read from the file that NATS_PASSWORD_FILE names',
    ]);
  });

  it('of an app holds what every service reads and its own', () => {
    class AppEnvironment extends ServiceEnvironment {
      @EnvVar({ description: 'Port of the API.', default: 3000 })
      @IsInt()
      @Max(65_535)
      PORT: number;
    }
    expect(loadEnvironment(AppEnvironment, GOOD)).toMatchObject({ PORT: 3000, XINQIAO_TERRITORY: '990101' });
    expect(() => loadEnvironment(AppEnvironment, { ...GOOD, PORT: '99999' })).toThrow(/PORT/);
    const described = describeEnvironment(AppEnvironment).map(({ name }) => name);
    expect(described.at(-1)).toBe('PORT');
    expect(new Set(described).size).toBe(described.length);
    expect(describeEnvironment(ServiceEnvironment).map(({ name }) => name)).not.toContain('PORT');
  });

  it('becomes the settings of a service, which needs a database unless it is the gateway', () => {
    const settings = serviceSettingsFromEnvironment(
      'smi',
      loadEnvironment(ServiceEnvironment, { ...GOOD, XINQIAO_CLOCK: '2026-11-23' }),
    );
    expect(settings).toMatchObject({ service: 'smi', poolSize: 10, node: { tier: 'district', territory: '990101' } });
    expect(settings.clock.today()).toBe('2026-11-23');
    const { DATABASE_URL: _, ...without } = GOOD;
    const environment = loadEnvironment(ServiceEnvironment, without);
    expect(() => serviceSettingsFromEnvironment('smi', environment)).toThrow(/DATABASE_URL/);
    expect(serviceSettingsFromEnvironment('gateway', environment).databaseUrl).toBe('');
  });
});
