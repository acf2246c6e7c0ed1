import { Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../api/api-context.ts';
import { useWords } from '../../../words/words.ts';
import { KeptSecret } from '../kept-secret.tsx';

/** The staff's PIN: it is set, changed and forgotten here, and never shown. */
export function StaffPin({ hasPin }: { hasPin: boolean }) {
  const { network: texts } = useWords().texts.settings;
  const api = useApi();
  const queries = useQueryClient();
  const [pin, setPin] = useState('');
  const [isReplacing, setReplacing] = useState(false);
  const again = () => queries.invalidateQueries({ queryKey: ['staffDoor'] });
  const keep = useMutation({
    mutationFn: () => api.staffDoor.setPin({ pin }),
    async onSuccess() {
      setPin('');
      setReplacing(false);
      await again();
    },
  });
  const forget = useMutation({
    mutationFn: () => api.staffDoor.forgetPin(),
    async onSuccess() {
      keep.reset();
      await again();
    },
  });
  return (
    <Stack gap="sm" maw={520} component="section" aria-label={texts.pinTitle}>
      <Title order={4} size="h4">
        {texts.pinTitle}
      </Title>
      <Text>{texts.pinAbout}</Text>
      <KeptSecret
        words={{
          label: hasPin && !isReplacing ? texts.pinTitle : texts.newPin,
          description: `${hasPin ? '' : `${texts.noPin} `}${texts.pinRule}`,
          kept: texts.hasPin,
          keep: texts.keepPin,
          replace: texts.changePin,
          forget: texts.forgetPin,
          forgetTitle: texts.forgetTitle,
          forgetBody: texts.forgetBody,
          forgetYes: texts.forgetYes,
        }}
        isTyping={!hasPin || isReplacing}
        onReplace={() => setReplacing(true)}
        value={pin}
        onType={setPin}
        onKeep={() => keep.mutate()}
        isKeeping={keep.isPending}
        onForget={() => forget.mutate()}
        trouble={keep.error ?? forget.error}
        after={keep.isSuccess && !isReplacing ? <Text size="sm">{texts.kept}</Text> : null}
        maxLength={64}
      />
    </Stack>
  );
}
