import { Accordion, Badge, Box, Select, Stack, Text, Textarea } from '@mantine/core';
import type { ApiClient } from '../../../../src/api/client.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { useWords } from '../../../words/words.ts';
import { wordFor } from '../form/field-words.ts';
import { fieldsOfKind, type ProfileKind, type ProfileQuery } from './profile.ts';
import { columnsOf, columnText, tableOf, withColumn, withoutColumn } from './select-text.ts';
import type { FieldSeen } from './use-profile-look.ts';

type Description = Awaited<ReturnType<ApiClient['till']['describe']>>;

/** From here on a guess needs no second look, and from here on it is likely. */
const certainFrom = 0.9;
const likelyFrom = 0.6;

/** The fields of one kind of row: column, what stands there, and how sure we are. */
export function MappingTable({
  kind,
  query,
  description,
  seen,
  onChange,
}: {
  kind: ProfileKind;
  query: ProfileQuery;
  description: Description | null;
  seen: ReadonlyMap<string, FieldSeen>;
  onChange: (query: ProfileQuery) => void;
}) {
  const { mapping } = useWords().texts.settings;
  const columns = columnsOf(query.select);
  const source = tableOf(query.select);
  const table = description?.tables.find(({ name }) => name === source?.table);
  const offered = (table?.columns ?? []).map(({ name, type }) => ({
    value: columnText(source?.alias ?? '', name),
    label: name,
    type,
  }));
  const unread = fieldsOfKind[kind].filter((field) => !columns.some((each) => each.field === field));
  const choose = (field: string, expression: string | null) => {
    const { [field]: _, ...origins } = query.origins;
    const select =
      expression === null ? withoutColumn(query.select, field) : withColumn(query.select, field, expression);
    onChange({ ...query, select, origins });
  };
  return (
    <Stack gap="md">
      <DataTable
        label={mapping.kinds[kind]}
        columns={[
          { title: mapping.field },
          { title: mapping.column },
          { title: mapping.stands },
          { title: mapping.sure, isShort: true },
        ]}
        rows={columns.map(({ field, expression }) => {
          const name = wordFor(mapping.fields, field) ?? field;
          return {
            key: field,
            cells: [
              name,
              <Box key="column" w={{ base: '60%', sm: 220 }}>
                <ColumnChoice
                  label={`${name}: ${mapping.column}`}
                  offered={offered}
                  expression={expression}
                  origin={seen.get(field)?.origin}
                  isNeeded={query.key.includes(field)}
                  onChange={(next) => choose(field, next)}
                />
              </Box>,
              <Values key="values" seen={seen.get(field)} />,
              <Sureness key="sure" seen={seen.get(field)} />,
            ],
          };
        })}
      />
      {unread.length > 0 && offered[0] ? (
        <Select
          label={mapping.addField}
          placeholder={mapping.field}
          data={unread.map((field) => ({ value: field, label: wordFor(mapping.fields, field) ?? field }))}
          value={null}
          onChange={(field) => (field !== null && offered[0] ? choose(field, offered[0].value) : undefined)}
          searchable
          maw={320}
        />
      ) : null}
      <Accordion variant="default">
        <Accordion.Item value="select">
          <Accordion.Control>{mapping.own}</Accordion.Control>
          <Accordion.Panel>
            <Textarea
              aria-label={mapping.select}
              autosize
              minRows={4}
              maxRows={24}
              spellCheck={false}
              value={query.select}
              onChange={({ currentTarget }) => onChange({ ...query, select: currentTarget.value })}
              styles={{ input: { fontFamily: 'monospace' } }}
            />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}

function ColumnChoice({
  label,
  offered,
  expression,
  origin,
  isNeeded,
  onChange,
}: {
  label: string;
  offered: readonly { value: string; label: string; type: string }[];
  expression: string;
  origin: string | undefined;
  isNeeded: boolean;
  onChange: (expression: string | null) => void;
}) {
  const { mapping } = useWords().texts.settings;
  const known = offered.some(({ value }) => value === expression);
  const types = new Map(offered.map(({ value, type }) => [value, type]));
  const plain = /^[\w."]+$/.test(expression) ? expression : `${origin ?? ''} (${mapping.computed})`.trim();
  return (
    <Select
      aria-label={label}
      size="sm"
      data={known ? offered : [{ value: expression, label: plain, type: '' }, ...offered]}
      renderOption={({ option: { value, label: name } }) => (
        <Text size="sm">
          {name}{' '}
          <Text span size="xs" c="dimmed">
            {types.get(value)}
          </Text>
        </Text>
      )}
      value={expression}
      onChange={onChange}
      searchable
      clearable={!isNeeded}
      allowDeselect={false}
      comboboxProps={{ width: 280 }}
      clearButtonProps={{ 'aria-label': `${label}: ${mapping.notRead}` }}
    />
  );
}

function Values({ seen }: { seen: FieldSeen | undefined }) {
  const { mapping } = useWords().texts.settings;
  if (!seen) return null;
  const values = seen.values.filter((value) => value !== '');
  return (
    <Text size="sm" c={values.length === 0 ? 'dimmed' : ''} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
      {values.length === 0 ? mapping.emptyThere : values.slice(0, 3).join(' · ')}
    </Text>
  );
}

function Sureness({ seen }: { seen: FieldSeen | undefined }) {
  const { mapping } = useWords().texts.settings;
  if (!seen) return null;
  const { sure } = seen;
  const [color, says] =
    sure === null
      ? (['gray', mapping.byHand] as const)
      : sure >= certainFrom
        ? (['teal', mapping.certain] as const)
        : sure >= likelyFrom
          ? (['cyan', mapping.likely] as const)
          : (['orange', mapping.look] as const);
  return (
    <Badge variant="light" color={color} tt="none" autoContrast>
      {says}
    </Badge>
  );
}
