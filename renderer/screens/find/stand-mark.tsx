import { ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react';
import type { TrailStep } from '../../../src/sync/trail-contract.ts';
import { useWords } from '../../words/words.ts';

const marks = {
  done: { Icon: IconCheck, color: 'teal' },
  'not-yet': { Icon: IconHourglass, color: 'gray' },
  problem: { Icon: IconAlertTriangle, color: 'orange' },
} as const satisfies Record<TrailStep['state'], { Icon: typeof IconCheck; color: string }>;

/** Done, not yet, or in need of somebody: different in shape as well as in colour. */
export function StandMark({ state }: { state: TrailStep['state'] }) {
  const { find } = useWords().texts;
  const { Icon, color } = marks[state];
  return (
    <ThemeIcon variant="light" color={color} radius="xl" size="md" role="img" aria-label={find.stands[state]}>
      <Icon size="62%" stroke={2.2} aria-hidden />
    </ThemeIcon>
  );
}
