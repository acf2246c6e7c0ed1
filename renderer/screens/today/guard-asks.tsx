import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { GuardStop } from '../../../src/sync/agent-contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMe } from '../../api/use-me.ts';
import { useWords } from '../../words/words.ts';

/** A guard's objection, with what would happen, why perhaps, and the answers. To hold is the safe one, and nearest. */
export function GuardAsks({ guard }: { guard: GuardStop }) {
  const words = useWords();
  const texts = words.texts.today.guard;
  const { isOwner } = useMe();
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={texts.title} role="alert">
      <Stack gap="sm">
        <Text>
          {words.say(guard.what)} ({texts.count(words.number(guard.count), words.number(guard.of))}).
        </Text>
        <Text>
          <b>{texts.cause}:</b> {words.say(guard.cause)}
        </Text>
        {guard.examples.length > 0 ? (
          <div>
            <Text>{texts.examples}:</Text>
            <List size="sm">
              {guard.examples.map((example) => (
                <List.Item key={example}>{words.say(example)}</List.Item>
              ))}
            </List>
          </div>
        ) : null}
        {isOwner ? <Answers guard={guard} /> : <Text>{texts.ownersToSay}</Text>}
      </Stack>
    </Alert>
  );
}

function Answers({ guard }: { guard: GuardStop }) {
  const texts = useWords().texts.today.guard;
  const [isHeld, setHeld] = useState(false);
  if (isHeld) return <Text role="status">{texts.held}</Text>;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button onClick={() => setHeld(true)}>{texts.hold}</Button>
        {guard.hold ? <HoldThese hold={guard.hold.guards} allowed={guard.allowed} /> : null}
        <LetThrough guard={guard} />
      </Group>
      <Text size="sm">{guard.hold ? texts.holdTheseMeans : texts.noHoldingThese}</Text>
    </Stack>
  );
}

function HoldThese({
  hold,
  allowed = [],
}: {
  hold: NonNullable<GuardStop['hold']>['guards'];
  allowed: GuardStop['allowed'];
}) {
  const texts = useWords().texts.today.guard;
  const sync = useCommand((api) => api.runs.sync({ allow: [...allowed], hold: [...hold] }));
  return (
    <Button variant="default" loading={sync.isPending} onClick={() => sync.mutate(undefined)}>
      {texts.holdThese}
    </Button>
  );
}

/** What was let through, or held, before this guard asked stays so: else two would ask in turn for ever. */
function LetThrough({ guard: { guard, what, held = [], allowed = [] } }: { guard: GuardStop }) {
  const words = useWords();
  const texts = words.texts.today.guard;
  const [isAsking, { open, close }] = useDisclosure(false);
  const sync = useCommand((api) => api.runs.sync({ allow: [...allowed, guard], hold: [...held] }));
  return (
    <>
      <Button variant="default" onClick={open}>
        {texts.allow}
      </Button>
      <Modal opened={isAsking} onClose={close} title={texts.allowTitle}>
        <Stack>
          <Text>{texts.allowBody(words.say(what))}</Text>
          {allowed.length > 0 ? <Text>{texts.allowedToo}</Text> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {texts.hold}
            </Button>
            <Button color="red" loading={sync.isPending} onClick={() => sync.mutate(undefined, { onSuccess: close })}>
              {texts.allowYes(words.say(what))}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
