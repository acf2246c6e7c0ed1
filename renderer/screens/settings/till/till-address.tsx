import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../../../words/words.ts';
import { ConnectionTest } from '../connection-test.tsx';
import { useForm } from '../form/form-context.ts';
import { SchemaFields } from '../form/schema-fields.tsx';
import { asSchema, branchOf } from '../form/schema.ts';
import { asText, asTree } from '../form/tree.ts';
import { SecretField } from '../secret-field.tsx';
import { FindTills } from './find-tills.tsx';

const kinds = ['firebird', 'sqlite'] as const;

/** Where the till's database is, the password, and whether it answers. */
export function TillAddress({ schema, onWorks }: { schema: unknown; onWorks?: () => void }) {
  const { settings } = useWords().texts;
  const form = useForm();
  const titleId = useId();
  const till = asTree(form.value['till']);
  const branch = branchOf(asSchema(schema).properties?.['till'] ?? {}, till['kind']);
  return (
    <Stack gap="lg">
      <FindTills />
      <div>
        <Text fw={500} size="sm" mb={4} id={titleId}>
          {settings.till.kind}
        </Text>
        <SegmentedControl
          aria-labelledby={titleId}
          value={asText(till['kind']) || kinds[0]}
          onChange={(kind) => form.set(['till'], { kind, profile: till['profile'] ?? 'profile.json' })}
          data={kinds.map((kind) => ({ value: kind, label: settings.till.kinds[kind] }))}
        />
      </div>
      <SchemaFields schema={branch} path={['till']} without={['kind', 'profile', 'encoding']} />
      {till['kind'] === 'sqlite' ? null : <SecretField id="till" label={settings.secret.password} />}
      <ConnectionTest only="till" secret="till" settings={form.value} {...(onWorks ? { onWorks } : {})} />
    </Stack>
  );
}
