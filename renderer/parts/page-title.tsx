import { useDocumentTitle } from '@mantine/hooks';
import { VisuallyHidden } from '@mantine/core';
import { useWords } from '../words/words.ts';

/** The heading of a screen, and what the window's title says: with something to mend, that first. */
export function PageTitle({ title, toMend = 0 }: { title: string; toMend?: number }) {
  const words = useWords();
  const { texts } = words;
  const begins = toMend > 0 ? `${texts.toMend(words.number(toMend))} · ` : '';
  useDocumentTitle(`${begins}${title} · ${texts.product}`);
  return (
    <VisuallyHidden>
      <h2>{title}</h2>
    </VisuallyHidden>
  );
}
