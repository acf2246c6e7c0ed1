import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { useSaid } from '../../api/use-said.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { useWords } from '../../words/words.ts';
import { useForm } from './form/form-context.ts';
import { useSettings } from './use-settings.ts';

/** A password or a key: it goes in and never comes out, and stands in no draft. */
export function SecretField({ id, label, canForget = true }: { id: string; label: string; canForget?: boolean }) {
  const saidOf = useSaid();
  const { secret } = useWords().texts.settings;
  const { data, refetch } = useSettings();
  const api = useApi();
  const { typed } = useForm();
  const [value, setValue] = useState('');
  const [isReplacing, setReplacing] = useState(false);
  // A destination that is not saved yet is not asked after by its name.
  const [isKeptNow, setKeptNow] = useState<boolean | null>(null);
  const keep = useMutation({
    mutationFn: () => api.settings.setSecret({ id, value }),
    async onSuccess() {
      setValue('');
      setReplacing(false);
      setKeptNow(true);
      await refetch();
    },
  });
  const { mutateAsync: keepIt } = keep;
  useEffect(() => {
    if (value === '') return undefined;
    typed.set(id, () => keepIt());
    return () => void typed.delete(id);
  }, [typed, id, value, keepIt]);
  const forget = useMutation({
    mutationFn: () => api.settings.forgetSecret({ id }),
    async onSuccess() {
      setKeptNow(null);
      await refetch();
    },
  });
  const trouble = keep.error ?? forget.error;
  const isKept = isKeptNow ?? data?.secrets[id] === true;
  return (
    <Stack gap="xs" maw={520}>
      {isKept && !isReplacing ? (
        <>
          <Text fw={500} size="sm">
            {label}
          </Text>
          <Group gap="sm">
            <IconKey size={18} aria-hidden />
            <Text size="sm">{secret.kept}</Text>
          </Group>
          <Group gap="sm">
            <Button
              variant="default"
              size="sm"
              onClick={() => setReplacing(true)}
              aria-label={`${label}: ${secret.replace}`}
            >
              {secret.replace}
            </Button>
            {canForget ? (
              <ConfirmButton
                variant="subtle"
                color="red"
                size="sm"
                label={secret.forget}
                title={secret.forgetTitle}
                body={secret.forgetBody}
                yes={secret.forgetYes}
                onYes={() => forget.mutate()}
              />
            ) : null}
          </Group>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (value !== '') keep.mutate();
          }}
        >
          <Stack gap="xs">
            <PasswordInput
              label={label}
              description={`${isKept ? '' : `${secret.none} `}${secret.where}`}
              value={value}
              onChange={({ currentTarget }) => setValue(currentTarget.value)}
              autoComplete="new-password"
            />
            <Button
              type="submit"
              variant="default"
              size="sm"
              w="fit-content"
              disabled={value === ''}
              loading={keep.isPending}
            >
              {secret.keep}
            </Button>
          </Stack>
        </form>
      )}
      {trouble ? (
        <Alert color="red" role="alert" title={saidOf(trouble).what}>
          {saidOf(trouble).hint}
        </Alert>
      ) : null}
    </Stack>
  );
}
