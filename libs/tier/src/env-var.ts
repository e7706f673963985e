import 'reflect-metadata';

export interface EnvVarOptions {
  /** One sentence for operators; ends up in docs/configuration.md. */
  readonly description: string;
  /** Used when the variable is absent or empty, as if it had been written there. Without one the variable is needed. */
  readonly default?: string | number | boolean;
  /** May also be given as a file: `<NAME>_FILE`. Never printed. */
  readonly secret?: boolean;
  /** May be left out without a default. */
  readonly optional?: boolean;
}

export type EnvType = 'text' | 'number' | 'boolean';

/** A variable as it is declared on an environment class. */
export interface EnvVarDeclaration extends EnvVarOptions {
  readonly name: string;
  readonly type: EnvType;
}

const DECLARED = new WeakMap<object, EnvVarDeclaration[]>();
const TYPES = new Map<unknown, EnvType>([
  [String, 'text'],
  [Number, 'number'],
  [Boolean, 'boolean'],
]);

/** Declares a property as an environment variable of the same name. Its TypeScript type must be string, number or boolean. */
export function EnvVar(options: EnvVarOptions): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const type = TYPES.get(Reflect.getMetadata('design:type', prototype, property));
    if (!type) throw new Error(`environment variable ${name} must be a string, number or boolean`);
    const own = DECLARED.get(prototype) ?? [];
    DECLARED.set(prototype, [...own, { ...options, name, type }]);
  };
}

/** Every variable of a class, those of the classes it extends first: the source of docs/configuration.md. */
export function describeEnvironment(environment: abstract new () => object): EnvVarDeclaration[] {
  const declared: EnvVarDeclaration[] = [];
  for (let at = environment.prototype as object | null; at; at = Object.getPrototypeOf(at) as object | null) {
    declared.unshift(...(DECLARED.get(at) ?? []));
  }
  return declared;
}
