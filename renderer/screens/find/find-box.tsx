import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { SearchField } from '../../parts/search-field.tsx';
import { useWords } from '../../words/words.ts';
import { firstFinding } from './first-finding.ts';

/** The box. Enter finds, because every question goes through all that is kept here; Down goes to what was found. */
export function FindBox({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const { find } = useWords().texts;
  const [typed, setTyped] = useState(text);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onFind(typed.trim());
      }}
      onKeyDown={(event) => {
        const first = event.key === 'ArrowDown' ? firstFinding() : null;
        if (!first) return;
        event.preventDefault();
        first.focus();
      }}
    >
      <Group gap="sm" wrap="nowrap" align="start">
        <div style={{ flex: 1, maxWidth: 640 }}>
          <SearchField label={find.search} value={typed} onChange={setTyped} autoFocus />
        </div>
        <Button type="submit" disabled={typed.trim() === ''}>
          {find.go}
        </Button>
      </Group>
    </form>
  );
}
