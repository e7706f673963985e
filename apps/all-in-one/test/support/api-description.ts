import type { District } from './district.js';

/** As much of a JSON schema as our OpenAPI document uses. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

/** One route, as the running system describes it. */
export interface Operation {
  /** `POST /smi/cases`, below the prefix. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** All routes of the document the system publishes, with their schemas resolved. */
export async function describedOperations(district: District): Promise<readonly Operation[]> {
  const document = (await district.nobody.get('/api/openapi.json')) as unknown as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
      const schema = requestBody?.content['application/json']?.schema;
      const short = path.replace(/^\/api\/v1/, '');
      return {
        name: `${method.toUpperCase()} ${short}`,
        method: method.toUpperCase(),
        path: short,
        parameters: parameters.map((one) => ({ ...one, schema: resolved(one.schema, document) })),
        body: schema === undefined ? undefined : resolved(schema, document),
      };
    }),
  );
}

function resolved(schema: Schema, document: Document): Schema {
  const { $ref, allOf, ...own } = schema;
  const others = [...(allOf ?? []), ...($ref === undefined ? [] : [document.components.schemas[nameOf($ref)]!])];
  const whole: Schema = Object.assign({}, ...others.map((other) => resolved(other, document)), own) as Schema;
  return {
    ...whole,
    ...(whole.items === undefined ? {} : { items: resolved(whole.items, document) }),
    ...(whole.properties === undefined ? {} : { properties: resolvedAll(whole.properties, document) }),
  };
}

function resolvedAll(schemas: Readonly<Record<string, Schema>>, document: Document): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, resolved(schema, document)]));
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
