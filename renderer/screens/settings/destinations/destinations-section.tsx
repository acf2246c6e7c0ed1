import { Alert, Badge, Button, Divider, Group, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { DestinationKindSeen } from '../../../../src/sync/host/host-contract.ts';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { useWords } from '../../../words/words.ts';
import { useForm } from '../form/form-context.ts';
import { asList, asText, asTree } from '../form/tree.ts';
import { DestinationFields } from './destination-fields.tsx';
import { freeId } from './free-id.ts';

/** Every destination, one under the other, and those that may be added. */
export function DestinationsSection({ kinds }: { kinds: readonly DestinationKindSeen[] }) {
  const { destinations } = useWords().texts.settings;
  const form = useForm();
  const all = asList(form.value['destinations']).map(asTree);
  const ids = all.map(({ id }) => asText(id));
  return (
    <Stack gap="xl">
      {all.length === 0 ? <Alert color="orange">{destinations.needed}</Alert> : null}
      {all.map((each, index) => {
        const kind = kinds.find(({ kind: name }) => name === each['kind']);
        const id = asText(each['id']);
        return kind ? <One key={id} kind={kind} id={id} index={index} /> : null;
      })}
      <Divider />
      <Group gap="sm">
        {kinds.map(({ kind, label }) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.set(['destinations', all.length], { id: freeId(kind, ids), kind })}
          >
            {destinations.add(label)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function One({ kind, id, index }: { kind: DestinationKindSeen; id: string; index: number }) {
  const { destinations } = useWords().texts.settings;
  const form = useForm();
  const title = id === kind.kind ? kind.label : `${kind.label} (${id})`;
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb="md">
        <Group gap="sm">
          <Title order={4} size="h4">
            {title}
          </Title>
          {kind.isShopFront ? (
            <Badge variant="light" tt="none">
              {destinations.website}
            </Badge>
          ) : null}
        </Group>
        <ConfirmButton
          variant="subtle"
          color="red"
          size="sm"
          label={destinations.remove}
          title={destinations.removeTitle(title)}
          body={destinations.removeBody}
          yes={destinations.removeYes}
          onYes={() => form.set(['destinations', index], undefined)}
        />
      </Group>
      <DestinationFields kind={kind} id={id} index={index} />
    </section>
  );
}
