import { Stack, Text } from '@mantine/core';

/** What went wrong, and what to do about it where there is something to do. */
export function WhatAndHint({ what, hint }: { what: string; hint: string }) {
  return (
    <Stack gap={4}>
      <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {what}
      </Text>
      {hint === '' ? null : <Text size="sm">{hint}</Text>}
    </Stack>
  );
}
