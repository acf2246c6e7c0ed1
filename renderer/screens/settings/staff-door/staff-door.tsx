import { Code, List, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { useWords } from '../../../words/words.ts';
import { useForm } from '../form/form-context.ts';
import { valueAt } from '../form/tree.ts';
import { StaffPin } from './staff-pin.tsx';

/** So many milliseconds between two looks for addresses. */
const lookEvery = 2000;

/** How staff come in from the shop's other computers: their PIN, the addresses, and what proves that it is us. */
export function StaffDoor() {
  const { network: texts } = useWords().texts.settings;
  const form = useForm();
  const door = useAsked(['staffDoor'], (api, signal) => api.staffDoor.read(undefined, { signal }));
  const isWanted = valueAt(form.value, ['console', 'network']) === true;
  const { refetch } = door;
  const isAwaited = isWanted && door.data?.network === null;
  useEffect(() => {
    if (!isAwaited) return undefined;
    // The door opens a moment after the settings are saved, without a word of the engine's.
    const looking = setInterval(() => void refetch(), lookEvery);
    return () => clearInterval(looking);
  }, [isAwaited, refetch]);
  return (
    <Asked query={door}>
      {({ hasPin, network }) => (
        <Stack gap="xl">
          <StaffPin hasPin={hasPin} />
          {isWanted || network ? (
            <Stack gap="sm" component="section" aria-label={texts.reachTitle}>
              <Title order={4} size="h4">
                {texts.reachTitle}
              </Title>
              {network ? <Reach {...network} /> : <Text>{texts.notReached}</Text>}
            </Stack>
          ) : null}
        </Stack>
      )}
    </Asked>
  );
}

function Reach({ addresses, fingerprint }: { addresses: readonly string[]; fingerprint: string }) {
  const { network: texts } = useWords().texts.settings;
  return (
    <>
      <Text>{texts.reachAbout}</Text>
      <Text fw={500} size="sm">
        {texts.addresses}
      </Text>
      <List>
        {addresses.map((address) => (
          <List.Item key={address}>
            <Code style={{ overflowWrap: 'anywhere' }}>{address}</Code> <CopyButton value={address} what={address} />
          </List.Item>
        ))}
      </List>
      <Text fw={500} size="sm">
        {texts.fingerprint}
      </Text>
      <Code style={{ overflowWrap: 'anywhere' }} maw={520}>
        {fingerprint}
      </Code>
    </>
  );
}
