import { isObject } from './rules/schema.ts';
import type { Fields, Schema, WireObject } from './rules/schema.ts';

function withoutEmpty(value: unknown, fields: Fields): unknown {
  return isObject(value) ? mergeFields({}, value, fields) : value;
}

function merged(before: unknown, incoming: unknown, { fields }: Schema): unknown {
  if (!fields) return incoming;
  if (Array.isArray(incoming)) return incoming.map((item: unknown) => withoutEmpty(item, fields));
  if (!isObject(incoming)) return incoming;
  const result = mergeFields(isObject(before) ? before : {}, incoming, fields);
  return Object.keys(result).length > 0 ? result : undefined;
}

/**
 * A record as it would stand after an import: absent fields stay, null clears, unknown fields are dropped. The same holds
 * inside `address`, `marketing` and `price`; a list (tags, lines, payments) is replaced whole.
 */
export function mergeFields(before: WireObject, incoming: WireObject, fields: Fields): Record<string, unknown> {
  const result: Record<string, unknown> = { ...before };
  for (const name in incoming) {
    const schema = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!schema) continue;
    const value = incoming[name];
    const next = value === null ? undefined : merged(before[name], value, schema);
    if (next !== undefined) result[name] = next;
    else if (name in result) delete result[name];
  }
  return result;
}
