import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useSaid } from '../../api/use-said.ts';
import { WhatAndHint } from '../../parts/what-and-hint.tsx';
import { useWords } from '../../words/words.ts';
import { useForm } from './form/form-context.ts';
import type { Tree } from './form/tree.ts';

/** Tries one connection of settings that need not be saved, and says in place what came of it. An answer of older settings is taken away. */
export function ConnectionTest({
  only,
  secret,
  settings,
  onWorks,
  button,
  asking,
}: {
  only: string;
  /** The password or key that it goes in with: one that was typed is kept first, or the answer would be of another. */
  secret?: string;
  settings: Tree;
  onWorks?: () => void;
  button?: string;
  asking?: string;
}) {
  const { say, texts } = useWords();
  const { test } = texts.settings;
  const saidOf = useSaid();
  const api = useApi();
  const { typed } = useForm();
  const asked = JSON.stringify(settings);
  const trying = useMutation({
    async mutationFn() {
      if (secret !== undefined) await typed.get(secret)?.();
      return { asked, lines: await api.settings.test({ settings: { ...settings }, only }) };
    },
    onSuccess: ({ lines }) => (lines.every(({ ok }) => ok) ? onWorks?.() : undefined),
  });
  const lines = trying.data?.asked === asked ? trying.data.lines : [];
  return (
    <Stack gap="sm" align="start" aria-live="polite">
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={18} aria-hidden />}
        loading={trying.isPending}
        onClick={() => trying.mutate()}
      >
        {button ?? test.button}
      </Button>
      {trying.isPending ? <Text size="sm">{asking ?? test.testing}</Text> : null}
      {trying.isError ? <TestAnswer ok={false} {...saidOf(trying.error)} /> : null}
      {lines.map(({ what, ok, detail, hint = '' }) => (
        <TestAnswer key={what} ok={ok} what={`${say(what)}: ${say(detail)}`} hint={say(hint)} />
      ))}
    </Stack>
  );
}

/** What came of trying something, and what to do. */
export function TestAnswer({ ok, what, hint }: { ok: boolean; what: string; hint: string }) {
  const { test } = useWords().texts.settings;
  const Icon = ok ? IconCheck : IconAlertTriangle;
  return (
    <Alert
      color={ok ? 'teal' : 'red'}
      icon={<Icon aria-hidden />}
      title={ok ? test.works : test.fails}
      maw={600}
      w="100%"
      role={ok ? 'status' : 'alert'}
    >
      <WhatAndHint what={what} hint={hint} />
    </Alert>
  );
}
