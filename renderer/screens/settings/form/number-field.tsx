import { Checkbox, NumberInput, Stack } from '@mantine/core';
import { useWords } from '../../../words/words.ts';
import { useForm } from './form-context.ts';
import type { Shape } from './schema.ts';
import { valueAt, type Path } from './tree.ts';

/** A number; one that may be left open has a box for "no limit". */
export function NumberField({
  label,
  description,
  error,
  maw,
  shape,
  nullable,
  path,
  usual,
}: {
  label: string;
  description: string | undefined;
  error: string | undefined;
  maw: number;
  shape: Extract<Shape, { is: 'number' }>;
  nullable: boolean;
  path: Path;
  usual: unknown;
}) {
  const { settings } = useWords().texts;
  const form = useForm();
  const value = valueAt(form.value, path);
  const isOpen = nullable && value === null;
  const start = typeof usual === 'number' ? usual : (shape.least ?? 0);
  return (
    <Stack gap="xs" maw={maw}>
      {isOpen ? null : (
        <NumberInput
          label={label}
          description={description}
          error={error}
          value={typeof value === 'number' || typeof value === 'string' ? value : ''}
          placeholder={typeof usual === 'number' ? String(usual) : undefined}
          onChange={(next) => form.set(path, next === '' ? undefined : next)}
          allowDecimal={!shape.whole}
          clampBehavior="none"
          hideControls
          inputMode={shape.whole ? 'numeric' : 'decimal'}
          styles={{ root: { maxWidth: maw }, input: { maxWidth: 160 } }}
        />
      )}
      {nullable ? (
        <Checkbox
          label={isOpen ? `${label}: ${settings.noLimit}` : settings.noLimit}
          aria-label={`${label}: ${settings.noLimit}`}
          checked={isOpen}
          onChange={({ currentTarget }) => form.set(path, currentTarget.checked ? null : start)}
        />
      ) : null}
    </Stack>
  );
}
