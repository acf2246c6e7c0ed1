import { Textarea } from '@mantine/core';
import { useWords } from '../../words/words.ts';

/** How somebody knows who is whom: without it nothing is said. */
export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { join } = useWords().texts.find;
  return (
    <Textarea
      label={join.reason}
      description={join.reasonHint}
      required
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
