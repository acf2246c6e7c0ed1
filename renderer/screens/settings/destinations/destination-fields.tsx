import { Accordion, Stack } from '@mantine/core';
import type { DestinationKindSeen } from '../../../../src/sync/host/host-contract.ts';
import { useWords } from '../../../words/words.ts';
import { ConnectionTest } from '../connection-test.tsx';
import { useForm } from '../form/form-context.ts';
import { SchemaFields } from '../form/schema-fields.tsx';
import { asSchema } from '../form/schema.ts';
import { SecretField } from '../secret-field.tsx';

/** One destination: what its connector needs to know, its key, whether it answers; and what may stay as it is, folded away. */
export function DestinationFields({
  kind,
  id,
  index,
  onWorks,
}: {
  kind: DestinationKindSeen;
  id: string;
  index: number;
  onWorks?: () => void;
}) {
  const { settings } = useWords().texts;
  const form = useForm();
  const schema = asSchema(kind.schema);
  const needed = schema.required ?? [];
  const path = ['destinations', index];
  const hasMore = Object.keys(schema.properties ?? {}).some((name) => !needed.includes(name));
  return (
    <Stack gap="lg">
      <SchemaFields schema={schema} path={path} only={needed} />
      {kind.needsSecret ? <SecretField id={id} label={settings.secret.key(kind.label)} /> : null}
      <ConnectionTest only={id} secret={id} settings={form.value} {...(onWorks ? { onWorks } : {})} />
      {hasMore ? (
        <Accordion variant="default" chevronPosition="left">
          <Accordion.Item value="more" style={{ borderBottom: 'none' }}>
            <Accordion.Control>{settings.more}</Accordion.Control>
            <Accordion.Panel>
              <SchemaFields schema={schema} path={path} without={needed} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      ) : null}
    </Stack>
  );
}
