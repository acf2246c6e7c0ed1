import { Radio, Stack } from '@mantine/core';

/** One of several, or none, as a list to choose from. */
export function ConnectionChoice({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap="sm" mt="xs">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} size="md" />
        ))}
      </Stack>
    </Radio.Group>
  );
}
