import { Checkbox, Group } from '@mantine/core';
import { useWords } from '../../../words/words.ts';
import { choiceOf } from './field-words.ts';
import { useForm } from './form-context.ts';
import { shapeOf, type Schema } from './schema.ts';
import { asList, asText, valueAt, type Path } from './tree.ts';

/** Several of a few choices, a box for each. */
export function ChoicesField({
  item,
  path,
  usual,
  ...common
}: {
  item: Schema;
  path: Path;
  usual: unknown;
  label: string;
  description: string | undefined;
  error: string | undefined;
  maw: number;
}) {
  const { texts } = useWords();
  const form = useForm();
  const { shape } = shapeOf(item);
  const choices = shape.is === 'choice' ? shape.of : [];
  const chosen = asList(valueAt(form.value, path) ?? usual).map(asText);
  return (
    <Checkbox.Group
      {...common}
      value={chosen}
      // In their own order, whatever was ticked last.
      onChange={(next) =>
        form.set(
          path,
          choices.filter((each) => next.includes(each)),
        )
      }
    >
      <Group gap="md" mt="xs">
        {choices.map((each) => (
          <Checkbox key={each} value={each} label={choiceOf(each, texts)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
