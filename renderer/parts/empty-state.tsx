import { Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What a screen shows when there is nothing on it: a sign, a sentence, and what one may do. */
export function EmptyState({ Icon, title, children }: { Icon: typeof IconCheck; title: string; children?: ReactNode }) {
  return (
    <Center py={64}>
      <Stack align="center" gap="sm" maw={440} ta="center">
        <ThemeIcon size={64} radius="xl" variant="light">
          <Icon size={34} aria-hidden />
        </ThemeIcon>
        <Title order={3} size="h3">
          {title}
        </Title>
        <Text component="div" c="dimmed">
          {children}
        </Text>
      </Stack>
    </Center>
  );
}
