import { ActionIcon, Button, Fieldset, Group, Stack, TagsInput, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../words/words.ts';
import { useForm } from './form-context.ts';
import { shapeOf, type Schema } from './schema.ts';
import { asList, asText, valueAt, type Path } from './tree.ts';

/** A list: of short texts in one box, or of groups with a frame each, whose inside is `children`. */
export function ListField({
  item,
  path,
  children,
  ...common
}: {
  item: Schema;
  path: Path;
  children: (index: number) => ReactNode;
  label: string;
  description: string | undefined;
  error: string | undefined;
  maw: number;
}) {
  const { number, texts } = useWords();
  const { settings } = texts;
  const form = useForm();
  const entries = asList(valueAt(form.value, path));
  if (shapeOf(item).shape.is !== 'group') {
    return (
      <TagsInput
        {...common}
        error={common.error ?? entries.map((_, index) => form.wrongAt([...path, index])).find(Boolean)}
        value={entries.map(asText)}
        onChange={(next) => form.set(path, next)}
        clearable
        splitChars={[',', ';', ' ']}
      />
    );
  }
  return (
    <Stack gap="xs" maw={common.maw + 80} role="group" aria-label={common.label}>
      <Text fw={500} size="sm">
        {common.label}
      </Text>
      <Text size="xs" c="dimmed">
        {common.description} {entries.length === 0 ? settings.emptyList : ''}
      </Text>
      {entries.map((_, index) => (
        // The place in the list is all that an entry is known by.
        <Fieldset key={index} legend={settings.line(number(index + 1))}>
          <Group align="start" wrap="nowrap">
            <div style={{ flex: 1, minWidth: 0 }}>{children(index)}</div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`${settings.remove} (${number(index + 1)})`}
              onClick={() => form.set([...path, index], undefined)}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Fieldset>
      ))}
      <Button
        variant="default"
        size="sm"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        aria-label={`${settings.add}: ${common.label}`}
        onClick={() => form.set([...path, entries.length], {})}
      >
        {settings.add}
      </Button>
    </Stack>
  );
}
