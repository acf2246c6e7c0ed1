import { Button, Flex, Group, Stack, Text, Title } from '@mantine/core';
import { useHost } from '../../api/host-state.tsx';
import { useAsked } from '../../api/use-asked.ts';
import { Asked } from '../../parts/asked.tsx';
import { SeverityBadge } from '../../parts/severity-badge.tsx';
import { titleShown } from '../../words/title-shown.ts';
import { useWords } from '../../words/words.ts';
import { Becomes } from './becomes.tsx';
import { NothingHere } from './nothing-here.tsx';
import { wishesOfCause, type ProblemGroup } from './same-cause.ts';
import type { WishesAtHand } from './use-wishes.ts';
import { filtersSet, questionOf } from './wishes.ts';

/** The problems by what caused them: cause and cure are said once. */
export function Causes({ atHand }: { atHand: WishesAtHand }) {
  const { causes: texts } = useWords().texts.problems;
  const { destination, kind, search, severity } = questionOf(atHand.wishes);
  const asked = {
    ...(destination && { destination }),
    ...(kind && { kind }),
    ...(search && { search }),
    ...(severity && { severity }),
  };
  const query = useAsked(['problems', 'groups', asked], (api, signal) => api.problems.groups(asked, { signal }));
  const isEverything = filtersSet(atHand.wishes) === 0 && search === undefined;
  return (
    <Asked query={query}>
      {(groups) => {
        if (groups.length === 0) return isEverything ? <NothingHere atHand={atHand} /> : <Text>{texts.none}</Text>;
        return (
          <Stack gap={0} component="section" aria-label={texts.title}>
            {groups.map((group) => (
              <Cause key={`${group.destination} ${group.kind} ${group.field} ${group.code}`} {...{ group, atHand }} />
            ))}
          </Stack>
        );
      }}
    </Asked>
  );
}

function Cause({ group, atHand: { change, wishes } }: { group: ProblemGroup; atHand: WishesAtHand }) {
  const words = useWords();
  const { causes: texts } = words.texts.problems;
  const destinations = useHost().state.status?.destinations ?? {};
  const { title, says, advice, count, stake, severity, example, destination } = group;
  const many = words.number(count);
  const see = example.suggestion ? texts.seeBecome(many) : texts.seeAll(many);
  // A destination that is named stays named: another may have the same cause.
  const also = Object.keys(destinations).length > 1 || wishes.destination ? { destination } : {};
  return (
    <Stack
      component="article"
      gap={4}
      py="md"
      style={{ borderBlockEnd: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group gap="xs" justify="space-between" align="baseline">
        <Title order={3} size="h5">
          {words.say(title)}
        </Title>
        {stake > 0 ? <Text size="sm">{texts.stake(words.money(stake, example.currency ?? undefined))}</Text> : null}
      </Group>
      <Text size="sm">
        {words.say(says)} {words.say(advice)}
      </Text>
      <Flex
        mt={{ base: 6, sm: 0 }}
        gap="sm"
        justify="space-between"
        align={{ base: 'start', sm: 'center' }}
        direction={{ base: 'column', sm: 'row' }}
      >
        <Group gap="xs" miw={0} flex={1}>
          <SeverityBadge severity={severity} />
          <Text size="sm" c="dimmed" flex={1} miw="12rem" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {texts.example}: {example.name === '' ? example.key : titleShown(example.name, words)}:{' '}
            <Becomes problem={example} />
          </Text>
        </Group>
        <Button
          size="sm"
          variant="light"
          style={{ flex: 'none' }}
          onClick={() => change({ ...wishesOfCause(group), ...also })}
        >
          {count === 1 ? texts.seeOne : see}
        </Button>
      </Flex>
    </Stack>
  );
}
