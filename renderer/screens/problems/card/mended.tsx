import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Problem } from '../../../../src/validation/problem.ts';
import { useWords } from '../../../words/words.ts';
import type { WhereToMend } from '../where-to-mend.ts';

/** So long the tick stays before the card leaves, in milliseconds: one reads it without haste. */
const stays = 6000;

/** A quiet tick on what was mended, or went. Where that happened before their eyes, the card leaves after it. */
export function Mended({
  problem: { state, closedAt, closedAs },
  at,
  onLeave,
}: {
  problem: Problem;
  at: WhereToMend['at'];
  onLeave: () => void;
}) {
  const words = useWords();
  const { card: texts } = words.texts.problems;
  const isMended = state === 'closed';
  const [wasOpen] = useState(!isMended);
  const leaves = isMended && wasOpen;
  useEffect(() => {
    if (!leaves) return;
    const goes = setTimeout(onLeave, stays);
    return () => clearTimeout(goes);
  }, [leaves, onLeave]);
  return (
    <div role="status">
      {isMended ? (
        <Alert
          color="teal"
          icon={<IconCheck aria-hidden />}
          title={texts.closed[at][closedAs ?? 'mended'](closedAt ? words.time(closedAt) : '')}
        />
      ) : null}
    </div>
  );
}
