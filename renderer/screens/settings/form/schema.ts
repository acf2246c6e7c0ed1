/** As much of JSON Schema as settings are described with. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
}

/** Larger bounds than this are the machine's, and no news to anybody. */
const sensible = 1e12;

/** What the api says is a schema, as one; an empty one where it is none. */
export function asSchema(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** What a setting is to a person. */
export type Shape =
  | { readonly is: 'text' }
  | { readonly is: 'number'; readonly whole: boolean; readonly least: number | null; readonly most: number | null }
  | { readonly is: 'yes-no' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'group'; readonly fields: readonly (readonly [string, Schema])[] }
  | { readonly is: 'list'; readonly item: Schema }
  | { readonly is: 'fixed' };

/** How a schema is to be drawn, and whether it may be left open on purpose. */
export function shapeOf(schema: Schema): { readonly shape: Shape; readonly nullable: boolean; readonly inner: Schema } {
  const choices = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = choices;
  const nullable = schema.anyOf !== undefined && choices.length < schema.anyOf.length;
  const inner = only && choices.length === 1 ? { ...schema, ...only } : schema;
  return { shape: plainShape(inner), nullable, inner };
}

function plainShape(schema: Schema): Shape {
  if (schema.const !== undefined) return { is: 'fixed' };
  if (schema.enum) return { is: 'choice', of: schema.enum };
  switch (schema.type) {
    case 'boolean':
      return { is: 'yes-no' };
    case 'integer':
    case 'number':
      return {
        is: 'number',
        whole: schema.type === 'integer',
        least: bound(schema.minimum),
        most: bound(schema.maximum),
      };
    case 'array':
      return { is: 'list', item: schema.items ?? {} };
    case 'object':
      return { is: 'group', fields: Object.entries(schema.properties ?? {}) };
    default:
      return { is: 'text' };
  }
}

function bound(limit: number | undefined): number | null {
  return limit === undefined || Math.abs(limit) > sensible ? null : limit;
}

/** One of the kinds that a schema has, by what its `kind` says: a till is Firebird or a file. */
export function branchOf(schema: Schema, kind: unknown): Schema {
  return schema.oneOf?.find(({ properties }) => properties?.['kind']?.const === kind) ?? schema;
}
