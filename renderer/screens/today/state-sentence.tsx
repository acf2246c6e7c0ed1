import { Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconPlayerPause, IconRefresh } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Status } from '../../../src/sync/agent-contract.ts';
import { useHost } from '../../api/host-state.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useMe } from '../../api/use-me.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/words.ts';
import { useStockAge } from './use-stock-age.ts';
import { inAnHour, tomorrowMorning } from './pause-times.ts';

/** The state in one sentence, what is to mend beside it, and the buttons that matter. */
export function StateSentence({ status }: { status: Status }) {
  const words = useWords();
  const { texts } = words;
  const { today } = texts;
  const { state } = useHost();
  const { toMend, moneyWaiting, nextRunAt } = status;
  const stock = useStockAge(status.stock);
  const besides = [
    stock?.sentence ?? null,
    // Before the first run nobody knows.
    status.lastRun === null && toMend === 0 ? null : today.thingsToMend(toMend, words.number(toMend)),
  ].filter((each) => each !== null);
  return (
    <Stack gap="md">
      <Group gap="md" wrap="nowrap" align="flex-start">
        <StateMark state={status.state} size="xl" />
        <Stack gap={4}>
          <Text component="div" data-sentence>
            <Text span display="block" size="xl" fw={650} style={{ textWrap: 'pretty', overflowWrap: 'anywhere' }}>
              {`${words.say(status.sentence)} `}
            </Text>
            {besides.join(' ')}
          </Text>
          {toMend > 0 && moneyWaiting > 0 ? <Text>{today.moneyWaiting(words.money(moneyWaiting))}</Text> : null}
          <Text size="sm" c="dimmed">
            {state.pausedUntil ? today.pause.meanwhile : nextRunAt && today.nextRun(words.time(nextRunAt))}
          </Text>
        </Stack>
      </Group>
      <Actions toMend={toMend} isAsked={status.lastRun?.guard !== undefined} />
    </Stack>
  );
}

/** While a guard asks its answers come first, and no button here stands out. */
function Actions({ toMend, isAsked }: { toMend: number; isAsked: boolean }) {
  const words = useWords();
  const { today } = words.texts;
  const { state } = useHost();
  const { isOwner } = useMe();
  const sync = useCommand((api) => api.runs.sync({}));
  return (
    <Group gap="sm">
      {isOwner && !state.underway ? (
        <Button
          size="md"
          variant={isAsked ? 'default' : 'filled'}
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={sync.isPending}
          onClick={() => sync.mutate(undefined)}
        >
          {today.syncNow}
        </Button>
      ) : null}
      {toMend > 0 ? (
        <Button component={Link} href="/problems" size="md" variant="default">
          {today.seeProblems(toMend, words.number(toMend))}
        </Button>
      ) : null}
      {isOwner ? <Pause pausedUntil={state.pausedUntil} /> : null}
    </Group>
  );
}

function Pause({ pausedUntil }: { pausedUntil: string | null }) {
  const { pause: texts } = useWords().texts.today;
  const pause = useCommand((api, until: Parameters<typeof api.runs.pause>[0]['until']) => api.runs.pause({ until }));
  const resume = useCommand((api) => api.runs.resume());
  if (pausedUntil) {
    return (
      <Button size="md" variant="default" onClick={() => resume.mutate(undefined)}>
        {texts.resume}
      </Button>
    );
  }
  return (
    <Menu withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="md" variant="default" leftSection={<IconPlayerPause size={18} aria-hidden />}>
          {texts.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => pause.mutate(inAnHour(Date.now()))}>{texts.hour}</Menu.Item>
        <Menu.Item onClick={() => pause.mutate(tomorrowMorning(new Date()))}>{texts.tomorrow}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
