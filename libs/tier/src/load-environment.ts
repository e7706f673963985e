import { readFileSync } from 'node:fs';
import { validateSync } from 'class-validator';
import { describeEnvironment, type EnvVarDeclaration } from './env-var.js';

export type EnvironmentSource = Readonly<Record<string, string | undefined>>;

/** The environment is not usable. Lists every variable at fault by name, never a value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads an environment class (properties marked `@EnvVar`, checked by class-validator) from the given source. The apps'
 * `environment.ts` is the only place that hands in the process's own.
 */
export function loadEnvironment<T extends object>(environment: new () => T, source: EnvironmentSource): T {
  const problems: string[] = [];
  const loaded = new environment();
  for (const variable of describeEnvironment(environment)) {
    const value = read(variable, source, problems);
    if (value !== undefined) Object.assign(loaded, { [variable.name]: value });
  }
  const broken = new Set(problems.map((problem) => problem.split(' ')[0]));
  for (const { property, constraints } of validateSync(loaded, { skipMissingProperties: true })) {
    if (broken.has(property)) continue;
    problems.push(...Object.values(constraints ?? {}).map((text) => withName(property, text)));
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return loaded;
}

function withName(property: string, text: string): string {
  return text.startsWith(property) ? text : `${property}: ${text}`;
}

function read(variable: EnvVarDeclaration, source: EnvironmentSource, problems: string[]): unknown {
  const { name } = variable;
  const given = textOf(variable, source, problems);
  if (given === undefined || given === '') {
    if (variable.default !== undefined) return variable.default;
    const unread = problems.some((problem) => problem.startsWith(`${name} `));
    if (!variable.optional && !unread) problems.push(`${name} is needed: ${variable.description}`);
    return undefined;
  }
  const value = parse(given, variable.type);
  if (value === undefined) problems.push(`${name} must be a ${variable.type}`);
  return value;
}

function textOf(variable: EnvVarDeclaration, source: EnvironmentSource, problems: string[]): string | undefined {
  const direct = source[variable.name];
  const file = variable.secret ? source[`${variable.name}_FILE`] : undefined;
  if (direct !== undefined || file === undefined) return direct;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    problems.push(`${variable.name} cannot be read from the file that ${variable.name}_FILE names`);
    return undefined;
  }
}

function parse(text: string, type: EnvVarDeclaration['type']): string | number | boolean | undefined {
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    case 'boolean':
      // Nothing else: with a loose reading "false" or "no" would count as true.
      return { true: true, '1': true, false: false, '0': false }[text.toLowerCase()];
  }
}
