import type { Verdict } from './verdict.ts';
import { refuse } from './verdict.ts';

/** A JSON object as it came over the wire. */
export type WireObject = Readonly<Record<string, unknown>>;

/** The rules of one field. `check` sees every value but absent ones and null. */
export interface Schema {
  readonly check: (value: unknown, path: string, verdict: Verdict) => void;
  readonly required?: true;
  /** The fields of an object, or of each object in a list; others are not kept. */
  readonly fields?: Fields;
}

/** The rules of an object's fields, by name. */
export type Fields = Readonly<Record<string, Schema>>;

/** Whether a value is a JSON object, and no list. */
export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same rules for a field that must stand: absent, null, empty text and an empty list are `required`. */
export function required(schema: Schema): Schema {
  return { ...schema, required: true };
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Rules that look at an object as a whole, after its fields; `path` ends in a dot, or is '' for a record. */
export type WholeCheck = (object: WireObject, path: string, verdict: Verdict) => void;

/** An object with these fields; unknown fields are ignored, for the contract does not forbid them. */
export function object(fields: Fields, whole?: WholeCheck): Schema & { readonly fields: Fields } {
  const entries = Object.entries(fields);
  return {
    fields,
    check(value, path, verdict) {
      if (!isObject(value)) {
        refuse(verdict, path, 'wrong_type');
        return;
      }
      const prefix = path === '' ? '' : `${path}.`;
      for (const [name, schema] of entries) {
        const field = value[name];
        if (schema.required && isMissing(field)) refuse(verdict, prefix + name, 'required');
        else if (field !== undefined && field !== null) schema.check(field, prefix + name, verdict);
      }
      whole?.(value, prefix, verdict);
    },
  };
}

/** A list of at most `max` items, each after the same rules. */
export function list(item: Schema, max = Infinity): Schema {
  return {
    ...(item.fields && { fields: item.fields }),
    check(value, path, verdict) {
      if (!Array.isArray(value)) refuse(verdict, path, 'wrong_type');
      else if (value.length > max) refuse(verdict, path, 'too_long');
      else for (const [place, each] of value.entries()) item.check(each, `${path}[${place}]`, verdict);
    },
  };
}

/** True or false. */
export const flag: Schema = {
  check(value, path, verdict) {
    if (typeof value !== 'boolean') refuse(verdict, path, 'wrong_type');
  },
};

/** A whole number from `min` to `max`, that is not `except`. */
export function integer(range: { min?: number; max?: number; except?: number }): Schema {
  const { min = -Infinity, max = Infinity, except } = range;
  return {
    check(value, path, verdict) {
      if (typeof value !== 'number' || !Number.isInteger(value)) refuse(verdict, path, 'wrong_type');
      else if (value < min || value > max || value === except) refuse(verdict, path, 'not_allowed');
    },
  };
}
