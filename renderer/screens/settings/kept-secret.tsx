import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useSaid } from '../../api/use-said.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';

/** What is said of one secret. */
export interface SecretWords {
  readonly label: string;
  /** Under the box, for whoever types. */
  readonly description: string;
  readonly kept: string;
  readonly keep: string;
  readonly replace: string;
  readonly forget: string;
  readonly forgetTitle: string;
  readonly forgetBody: string;
  readonly forgetYes: string;
}

/** A secret that goes in and never comes out: that one is kept, with leave to replace it, or the box to type it into. */
export function KeptSecret({
  words: wordsFor,
  isKept,
  keep,
  forget,
  onTyped,
  after,
  maxLength,
}: {
  /** What is said while another one is typed in its place, or not. */
  words: (isReplacing: boolean) => SecretWords;
  isKept: boolean;
  /** Answers once the screen knows of it, as `forget` does. */
  keep: (value: string) => Promise<unknown>;
  forget: () => Promise<unknown>;
  /** Told what keeps the value that stands in the box; undefined where it is empty. */
  onTyped?: (keepIt: (() => Promise<unknown>) | undefined) => void;
  /** What is said once it was kept here. */
  after?: ReactNode;
  maxLength?: number;
}) {
  const saidOf = useSaid();
  const [value, setValue] = useState('');
  const [isReplacing, setReplacing] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const keeping = useMutation({
    mutationFn: () => keep(value),
    onSuccess() {
      setValue('');
      setReplacing(false);
    },
  });
  const forgetting = useMutation({ mutationFn: forget, onSuccess: () => keeping.reset() });
  const { mutateAsync: keepIt } = keeping;
  useEffect(() => {
    onTyped?.(value === '' ? undefined : () => keepIt());
    return () => onTyped?.(undefined);
  }, [onTyped, value, keepIt]);
  const words = wordsFor(isReplacing);
  const trouble = keeping.error ?? forgetting.error;
  return (
    <Stack gap="xs" maw={520}>
      {!isKept || isReplacing ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (value !== '') keeping.mutate();
          }}
        >
          <Stack gap="xs">
            <PasswordInput
              label={words.label}
              description={words.description}
              value={value}
              onChange={({ currentTarget }) => setValue(currentTarget.value)}
              autoComplete="new-password"
              // The button that was pressed is gone: the keyboard goes on in the box.
              autoFocus={isAsked}
              {...(maxLength !== undefined && { maxLength })}
            />
            <Button
              type="submit"
              variant="default"
              size="sm"
              w="fit-content"
              disabled={value === ''}
              loading={keeping.isPending}
            >
              {words.keep}
            </Button>
          </Stack>
        </form>
      ) : (
        <>
          <Text fw={500} size="sm">
            {words.label}
          </Text>
          <Group gap="sm" wrap="nowrap">
            <IconKey size={18} aria-hidden style={{ flex: 'none' }} />
            <Text size="sm">{words.kept}</Text>
          </Group>
          <Group gap="sm">
            <Button
              variant="default"
              size="sm"
              onClick={() => {
                setAsked(true);
                setReplacing(true);
              }}
              aria-label={`${words.label}: ${words.replace}`}
            >
              {words.replace}
            </Button>
            <ConfirmButton
              variant="subtle"
              color="red"
              size="sm"
              label={words.forget}
              title={words.forgetTitle}
              body={words.forgetBody}
              yes={words.forgetYes}
              onYes={() => forgetting.mutate()}
            />
          </Group>
        </>
      )}
      <div aria-live="polite">{keeping.isSuccess && !isReplacing ? after : null}</div>
      {trouble ? (
        <Alert color="red" role="alert" title={saidOf(trouble).what}>
          {saidOf(trouble).hint}
        </Alert>
      ) : null}
    </Stack>
  );
}
