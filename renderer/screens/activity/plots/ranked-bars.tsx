import { Box, Stack, Text } from '@mantine/core';
import { ink } from './plot-look.ts';

/** A row of bars lying down, each with its name above it and its figure at its end: long names stay readable on a telephone. */
export function RankedBars({
  bars,
}: {
  bars: readonly { readonly key: string; readonly name: string; readonly value: number; readonly shown: string }[];
}) {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  return (
    <Stack gap="xs">
      {bars.map(({ key, name, value, shown }) => (
        <div key={key}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Box style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
            <Box
              style={{
                width: `${Math.max(0.5, (value / most) * 80)}%`,
                height: 14,
                borderRadius: 3,
                background: ink.first,
              }}
            />
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {shown}
            </Text>
          </Box>
        </div>
      ))}
    </Stack>
  );
}
