import { Alert, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../api/api-context.ts';
import { useSaid } from '../../../api/use-said.ts';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { useWords } from '../../../words/words.ts';

/** The staff's PIN: it is set, changed and forgotten here, and never shown. */
export function StaffPin({ hasPin }: { hasPin: boolean }) {
  const saidOf = useSaid();
  const { network: texts } = useWords().texts.settings;
  const api = useApi();
  const queries = useQueryClient();
  const [pin, setPin] = useState('');
  const again = () => queries.invalidateQueries({ queryKey: ['staffDoor'] });
  const keep = useMutation({
    mutationFn: () => api.staffDoor.setPin({ pin }),
    async onSuccess() {
      setPin('');
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
  const trouble = keep.error ?? forget.error;
  return (
    <Stack gap="sm" maw={520} component="section" aria-label={texts.pinTitle}>
      <Title order={4} size="h4">
        {texts.pinTitle}
      </Title>
      <Text>{texts.pinAbout}</Text>
      <Text fw={500}>{hasPin ? texts.hasPin : texts.noPin}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (pin !== '') keep.mutate();
        }}
      >
        <Stack gap="xs">
          <PasswordInput
            label={texts.newPin}
            description={texts.pinRule}
            value={pin}
            onChange={({ currentTarget }) => setPin(currentTarget.value)}
            autoComplete="new-password"
            maxLength={64}
          />
          <Group gap="sm">
            <Button type="submit" variant="default" size="sm" disabled={pin === ''} loading={keep.isPending}>
              {hasPin ? texts.changePin : texts.keepPin}
            </Button>
            {hasPin ? (
              <ConfirmButton
                variant="subtle"
                color="red"
                size="sm"
                label={texts.forgetPin}
                title={texts.forgetTitle}
                body={texts.forgetBody}
                yes={texts.forgetYes}
                onYes={() => forget.mutate()}
              />
            ) : null}
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">{keep.isSuccess ? <Text size="sm">{texts.kept}</Text> : null}</div>
      {trouble ? (
        <Alert color="red" role="alert" title={saidOf(trouble).what}>
          {saidOf(trouble).hint}
        </Alert>
      ) : null}
    </Stack>
  );
}
