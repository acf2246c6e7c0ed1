import { Stack } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { PageTitle } from '../../parts/page-title.tsx';
import { useWords } from '../../words/words.ts';
import { Findings } from './findings.tsx';
import { FindBox } from './find-box.tsx';
import { NothingAsked } from './nothing-asked.tsx';

/** One box: where a customer, an article, a sale or a web order has got to. What was asked stands in the address. */
export function Find() {
  const { texts } = useWords();
  const [asked, ask] = useSearchParams();
  const text = asked.get('text')?.trim() ?? '';
  return (
    <Stack gap="lg" maw={1200}>
      <PageTitle title={texts.screens.find} />
      <FindBox key={text} text={text} onFind={(next) => ask(next === '' ? {} : { text: next })} />
      {text === '' ? <NothingAsked /> : <Findings key={text} text={text} />}
    </Stack>
  );
}
