import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconEraser } from '@tabler/icons-react';
import type { Problem } from '../../src/validation/problem.ts';
import { useWords } from '../words/words.ts';

const looks = {
  block: { Icon: IconBan, color: 'red' },
  'drop-field': { Icon: IconEraser, color: 'orange' },
  warn: { Icon: IconAlertTriangle, color: 'yellow' },
} as const satisfies Record<Problem['severity'], { Icon: typeof IconBan; color: string }>;

/** What a problem costs: not sent, sent without the field, or sent as it is. */
export function SeverityBadge({ severity }: { severity: Problem['severity'] }) {
  const { texts } = useWords();
  const { Icon, color } = looks[severity];
  return (
    <Badge
      variant="light"
      color={color}
      c="var(--mantine-color-text)"
      leftSection={<Icon size={12} aria-hidden />}
      tt="none"
      autoContrast
    >
      {texts.severities[severity]}
    </Badge>
  );
}
