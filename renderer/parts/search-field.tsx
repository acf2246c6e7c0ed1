import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useWords } from '../words/words.ts';

/** A search box. `/` leads to it from anywhere, Escape empties it. */
export function SearchField({
  label,
  value,
  onChange,
  autoFocus = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}) {
  const { texts } = useWords();
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onKeyDown={({ key }) => (key === 'Escape' ? onChange('') : undefined)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value === '' ? null : <CloseButton size="sm" aria-label={texts.empty} onClick={() => onChange('')} />
      }
      data-search
      data-autofocus={autoFocus || undefined}
      maxLength={500}
    />
  );
}
