import { Badge, Burger, Group, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { Status } from '../../src/sync/agent-contract.ts';
import { useHost } from '../api/host-state.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useWords } from '../words/words.ts';
import { Preferences } from './preferences.tsx';
import { StateSpoken } from './state-spoken.tsx';

/** The strip above every screen: the state and what is to mend, the same on all of them. */
export function Head({ isOpen, toggle }: { isOpen: boolean; toggle: (() => void) | undefined }) {
  const { status } = useHost().state;
  const { texts } = useWords();
  return (
    <Group h="100%" px="md" gap="sm" wrap="nowrap">
      {toggle ? (
        <Burger
          opened={isOpen}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={texts.menu}
          aria-expanded={isOpen}
          aria-controls="screens"
        />
      ) : null}
      <Title order={1} size="h4">
        {texts.product}
      </Title>
      <Group gap="xs" ml="auto" wrap="nowrap" miw={0}>
        {status ? <Standing status={status} /> : null}
        <Preferences />
      </Group>
    </Group>
  );
}

function Standing({ status: { state, sentence, toMend } }: { status: Status }) {
  const words = useWords();
  return (
    <Group gap="xs" wrap="nowrap" miw={0}>
      <StateMark state={state} size="sm" />
      <Text size="sm" visibleFrom="sm" lineClamp={1}>
        {words.say(sentence)}
      </Text>
      <StateSpoken state={state} sentence={words.say(sentence)} />
      {toMend > 0 ? (
        <Badge
          component={Link}
          href="/problems"
          variant="light"
          tt="none"
          size="lg"
          style={{ cursor: 'pointer', flex: 'none' }}
        >
          {words.texts.toMend(words.number(toMend))}
        </Badge>
      ) : null}
    </Group>
  );
}
