import { Text, Tooltip } from '@mantine/core';
import { useWords } from '../words/words.ts';
import { useNow } from './use-now.ts';

/** A time as a person says it, with the exact one on hover. */
export function Moment({ at, as = 'ago' }: { at: string; as?: 'ago' | 'time' }) {
  const words = useWords();
  const now = useNow();
  return (
    <Tooltip label={words.exactly(at)} openDelay={300}>
      <Text component="time" dateTime={at} inherit span>
        {as === 'ago' ? words.ago(at, now) : words.time(at)}
      </Text>
    </Tooltip>
  );
}
