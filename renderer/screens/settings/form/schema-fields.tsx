import { Fieldset, NativeSelect, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { useWords } from '../../../words/words.ts';
import { choiceOf, helpOf, labelOf } from './field-words.ts';
import { useForm } from './form-context.ts';
import { ListField } from './list-field.tsx';
import { NumberField } from './number-field.tsx';
import { ChoicesField } from './choices-field.tsx';
import { PlaceField } from './place-field.tsx';
import { asSchema, shapeOf, type Schema } from './schema.ts';
import { asText, valueAt, type Path } from './tree.ts';
import { usualOf } from './usual.ts';

/** Wide enough for an address, narrow enough to read. */
const width = 520;

/** The fields of a group, one under the other, in the order in which they were declared. */
export function SchemaFields({
  schema,
  path,
  without = [],
  only,
  columns = 1,
}: {
  schema: unknown;
  path: Path;
  without?: readonly string[];
  only?: readonly string[];
  columns?: 1 | 2;
}) {
  return (
    <SimpleGrid cols={{ base: 1, sm: columns }} spacing="lg" verticalSpacing="lg">
      {fieldsOf(asSchema(schema))
        .filter(([name]) => !without.includes(name) && (only?.includes(name) ?? true))
        .map(([name, each]) => (
          <Field key={name} schema={each} path={[...path, name]} />
        ))}
    </SimpleGrid>
  );
}

function fieldsOf(schema: Schema): readonly (readonly [string, Schema])[] {
  const { shape } = shapeOf(schema);
  return shape.is === 'group' ? shape.fields : [];
}

/** One setting, drawn as what it is: with its name, what it is for, what is usual, and what is wrong with it. */
function Field({ schema, path }: { schema: Schema; path: Path }) {
  const words = useWords();
  const { texts } = words;
  const form = useForm();
  const { shape, nullable, inner } = shapeOf(schema);
  const value = valueAt(form.value, path);
  const label = labelOf(path, texts);
  const usual = usualOf(schema, words);
  const help = [helpOf(path, schema, texts), usual && texts.settings.usually(usual)].filter(Boolean).join(' ');
  const common = { label, description: help || undefined, error: form.wrongAt(path), maw: width };
  const take = (next: string) => form.set(path, next === '' ? undefined : next);
  switch (shape.is) {
    case 'fixed':
      return null;
    case 'yes-no':
      return (
        <Switch
          {...common}
          checked={(value ?? schema.default) === true}
          onChange={({ currentTarget }) => form.set(path, currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={asText(value ?? schema.default)}
          onChange={({ currentTarget }) => take(currentTarget.value)}
          data={shape.of.map((each) => ({ value: each, label: choiceOf(each, texts) }))}
        />
      );
    case 'number':
      return <NumberField {...common} shape={shape} nullable={nullable} path={path} usual={schema.default} />;
    case 'list':
      return shapeOf(shape.item).shape.is === 'choice' ? (
        <ChoicesField {...common} item={shape.item} path={path} usual={schema.default} />
      ) : (
        <ListField {...common} item={shape.item} path={path}>
          {(index) => <SchemaFields schema={shape.item} path={[...path, index]} />}
        </ListField>
      );
    case 'group':
      return (
        <Fieldset legend={label} maw={width + 80}>
          {help ? (
            <Text size="sm" c="dimmed" mb="sm">
              {help}
            </Text>
          ) : null}
          <SchemaFields schema={inner} path={path} columns={isShort(shape.fields) ? 2 : 1} />
        </Fieldset>
      );
    case 'text':
      return PlaceField.isFor(path) ? (
        <PlaceField {...common} path={path} />
      ) : (
        <TextInput
          {...common}
          {...(isTimeOfDay(shapeOf(schema).inner) ? { type: 'time', styles: { input: { maxWidth: 160 } } } : {})}
          value={asText(value)}
          placeholder={asText(schema.default)}
          onChange={({ currentTarget }) => take(currentTarget.value)}
          spellCheck={false}
          autoComplete="off"
        />
      );
  }
}

/** What a clock shows is entered as on one. */
function isTimeOfDay({ pattern }: Schema): boolean {
  return pattern !== undefined && new RegExp(pattern, 'u').test('23:59');
}

/** Numbers and choices stand side by side. */
function isShort(fields: readonly (readonly [string, Schema])[]): boolean {
  return fields.every(([, each]) => ['number', 'choice'].includes(shapeOf(each).shape.is));
}
