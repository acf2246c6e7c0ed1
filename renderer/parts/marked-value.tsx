import { Text } from '@mantine/core';
import { useWords } from '../words/words.ts';

/** A value as it stands, its faulty pieces marked by a wavy line as well as by colour; an empty one is said to be empty. */
export function MarkedValue({ parts }: { parts: readonly { readonly text: string; readonly faulty: boolean }[] }) {
  const { texts } = useWords();
  if (parts.every(({ text }) => text === '')) {
    return (
      <Text span inherit c="dimmed" fs="italic">
        {texts.standsEmpty}
      </Text>
    );
  }
  return (
    <Text span inherit ff="monospace" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      {parts.map(({ text, faulty }, index) =>
        faulty ? (
          <mark
            // Pieces of one value stay in their order.
            key={index}
            style={{
              background: 'var(--mantine-color-red-light)',
              color: 'inherit',
              textDecoration: 'underline wavy var(--mantine-color-red-filled)',
              textUnderlineOffset: 3,
            }}
          >
            {text}
          </mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </Text>
  );
}
