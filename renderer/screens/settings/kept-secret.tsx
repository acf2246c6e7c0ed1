import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
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
  words,
  isTyping,
  onReplace,
  value,
  onType,
  onKeep,
  isKeeping,
  onForget,
  trouble,
  after,
  maxLength,
}: {
  words: SecretWords;
  /** Whether there is a box: none is kept, or another is to be. */
  isTyping: boolean;
  onReplace: () => void;
  value: string;
  onType: (value: string) => void;
  onKeep: () => void;
  isKeeping: boolean;
  /** Absent: it stays once it is there. */
  onForget: (() => void) | undefined;
  /** What went wrong, as it was thrown; null where nothing did. */
  trouble: unknown;
  /** What is said once it is kept. */
  after?: ReactNode;
  maxLength?: number;
}) {
  const saidOf = useSaid();
  const [isAsked, setAsked] = useState(false);
  return (
    <Stack gap="xs" maw={520}>
      {isTyping ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (value !== '') onKeep();
          }}
        >
          <Stack gap="xs">
            <PasswordInput
              label={words.label}
              description={words.description}
              value={value}
              onChange={({ currentTarget }) => onType(currentTarget.value)}
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
              loading={isKeeping}
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
                onReplace();
              }}
              aria-label={`${words.label}: ${words.replace}`}
            >
              {words.replace}
            </Button>
            {onForget ? (
              <ConfirmButton
                variant="subtle"
                color="red"
                size="sm"
                label={words.forget}
                title={words.forgetTitle}
                body={words.forgetBody}
                yes={words.forgetYes}
                onYes={onForget}
              />
            ) : null}
          </Group>
        </>
      )}
      <div aria-live="polite">{after}</div>
      {trouble ? (
        <Alert color="red" role="alert" title={saidOf(trouble).what}>
          {saidOf(trouble).hint}
        </Alert>
      ) : null}
    </Stack>
  );
}
