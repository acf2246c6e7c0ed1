import { ThemeIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconHourglass,
  IconPlayerPause,
  IconPlayerStop,
  IconRefresh,
} from '@tabler/icons-react';
import type { StateName } from '../../src/sync/agent-contract.ts';
import { useWords } from '../words/words.ts';

/** Each state differs in shape as well as in colour. */
const marks = {
  'up-to-date': { Icon: IconCheck, color: 'teal' },
  working: { Icon: IconRefresh, color: 'cyan' },
  waiting: { Icon: IconHourglass, color: 'yellow' },
  'needs-you': { Icon: IconAlertTriangle, color: 'orange' },
  paused: { Icon: IconPlayerPause, color: 'gray' },
  stopped: { Icon: IconPlayerStop, color: 'red' },
} as const satisfies Record<StateName, { Icon: typeof IconCheck; color: string }>;

/** The sign of one of the six states. */
export function StateMark({ state, size = 'lg' }: { state: StateName; size?: 'sm' | 'lg' | 'xl' }) {
  const { texts } = useWords();
  const { Icon, color } = marks[state];
  return (
    <ThemeIcon variant="light" color={color} radius="xl" size={size} role="img" aria-label={texts.states[state]}>
      <Icon size="62%" stroke={2.2} aria-hidden />
    </ThemeIcon>
  );
}
