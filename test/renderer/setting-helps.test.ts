import { expect, test } from 'vitest';
import { z } from 'zod';
import { helpOf } from '../../renderer/screens/settings/form/field-words.ts';
import { asSchema, shapeOf, type Schema } from '../../renderer/screens/settings/form/schema.ts';
import type { Path } from '../../renderer/screens/settings/form/tree.ts';
import { english } from '../../renderer/words/english.ts';
import { german } from '../../renderer/words/german.ts';
import { connectorKinds } from '../../src/connectors/registry.ts';
import { settings } from '../../src/settings/settings.ts';

/** Every place that the engine describes, with its description. */
function described(schema: Schema, path: Path = []): readonly (readonly [Path, Schema])[] {
  const own = schema.description === undefined || path.length === 0 ? [] : [[path, schema] as const];
  const { shape, inner } = shapeOf(schema);
  if (shape.is === 'group')
    return [...own, ...shape.fields.flatMap(([name, each]) => described(each, [...path, name]))];
  if (shape.is === 'list') return [...own, ...described(shape.item, [...path, 0])];
  return [...own, ...(inner.oneOf ?? inner.anyOf ?? []).flatMap((each) => described(each, path))];
}

const places = [
  ...described(asSchema(z.toJSONSchema(settings, { io: 'input' }))),
  ...connectorKinds.flatMap((kind) =>
    described(asSchema(z.toJSONSchema(kind.settings, { io: 'input' })), ['destinations', 0]),
  ),
];

test('what a setting is for is said in the words of the screens, and in German', () => {
  expect(places.length).toBeGreaterThan(50);
  const left = places.filter(([path, schema]) => {
    const help = helpOf(path, schema, german);
    return help === schema.description || help === helpOf(path, schema, english);
  });
  expect(left.map(([path]) => path.join('.'))).toEqual([]);
});
