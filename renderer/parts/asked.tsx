import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useSaid } from '../api/use-said.ts';
import { useWords } from '../words/words.ts';
import { WhatAndHint } from './what-and-hint.tsx';

/** Quicker answers need no placeholder: it would only flicker. */
const placeholderAfter = 200;

/** Shows an answer, what went wrong instead of it, or that it is still on its way. */
export function Asked<T>({ query, children }: { query: UseQueryResult<T>; children: (answer: T) => ReactNode }) {
  const { texts } = useWords();
  const saidOf = useSaid();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Later />;
  const { what, hint } = saidOf(query.error);
  return (
    <Alert color="red" title={texts.couldNotShow}>
      <Stack gap="xs" align="start">
        <WhatAndHint what={what} hint={hint} />
        <Button size="compact-sm" variant="light" color="red" onClick={() => void query.refetch()}>
          {texts.tryAgain}
        </Button>
      </Stack>
    </Alert>
  );
}

/** A placeholder for what is still on its way, shown only once that takes long. */
export function Later() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setLate(true), placeholderAfter);
    return () => clearTimeout(wait);
  }, []);
  if (!isLate) return null;
  return (
    <Stack gap="sm" aria-busy>
      {[60, 90, 75].map((width) => (
        <Skeleton key={width} height={18} width={`${width}%`} />
      ))}
    </Stack>
  );
}
