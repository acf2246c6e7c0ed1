import { Select, SimpleGrid } from '@mantine/core';
import type { ApiClient } from '../../../../src/api/client.ts';
import { useWords } from '../../../words/words.ts';
import { profileKinds, type Profile } from './profile.ts';
import { columnText } from './select-text.ts';

type Table = Awaited<ReturnType<ApiClient['till']['describe']>>['tables'][number];

/** The kinds that nothing is read of yet, each with the tables that it may stand in. */
export function AddKinds({
  tables,
  profile,
  onChange,
}: {
  tables: readonly Table[];
  profile: Profile;
  onChange: (profile: Profile) => void;
}) {
  const words = useWords();
  const { mapping } = words.texts.settings;
  const missing = profileKinds.filter((kind) => profile[kind] === undefined);
  const data = tables.map(({ name, rows }) => ({
    value: name,
    label: rows === null ? name : `${name} · ${mapping.rows(words.number(rows))}`,
  }));
  if (missing.length === 0 || data.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} maw={660}>
      {missing.map((kind) => (
        <Select
          key={kind}
          label={mapping.addKind(mapping.kinds[kind])}
          placeholder={mapping.chooseTable}
          data={data}
          value={null}
          searchable
          onChange={(name) => {
            const table = tables.find((each) => each.name === name);
            if (table) onChange({ ...profile, [kind]: firstQuery(table) });
          }}
        />
      ))}
    </SimpleGrid>
  );
}

/** To begin with, the key alone: its columns are chosen one by one after that. */
function firstQuery({ name, columns }: Table): NonNullable<Profile['customer']> {
  const key = columns.find(({ primaryKey }) => primaryKey) ?? columns[0];
  const table = columnText('T', name).slice(2);
  return { select: `SELECT ${columnText('T', key?.name ?? '')} AS "key"\nFROM ${table} T`, key: ['key'], origins: {} };
}
