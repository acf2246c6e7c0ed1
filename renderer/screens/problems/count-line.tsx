import { Button, Group, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { useHost } from '../../api/host-state.tsx';
import { useWords } from '../../words/words.ts';
import { ListDocuments } from './list-documents.tsx';
import { mostAtOnce, type Chosen } from './use-chosen.ts';
import { filtersSet, type ProblemQuestion } from './wishes.ts';

/** How many there are, and what one may do with all of them. */
export function CountLine({ total, question, chosen }: { total: number; question: ProblemQuestion; chosen: Chosen }) {
  const words = useWords();
  const { problems: texts } = words.texts;
  const { status } = useHost().state;
  const isEverything = filtersSet({ view: 'list', ...allSaid(question) }) === 0 && question.search === undefined;
  const money =
    isEverything && status && status.moneyWaiting > 0 ? texts.waits(words.money(status.moneyWaiting)) : null;
  const isTooMany = total > mostAtOnce;
  const count = texts.counts[question.state ?? 'open'](words.number(total));
  // What stands where the list would be says it already.
  if (total === 0) return <VisuallyHidden role="status">{count}</VisuallyHidden>;
  return (
    <Group gap="xs" justify="space-between" wrap="wrap">
      <Text role="status" size="sm">
        <b>{count}</b>
        {money === null ? '' : ` · ${money}`}
      </Text>
      <Group gap={4}>
        {total > 1 && chosen.ids.size === 0 ? (
          <Tooltip label={texts.tooManyToChoose(words.number(mostAtOnce))} disabled={!isTooMany}>
            <Button
              size="compact-sm"
              variant="subtle"
              {...(isTooMany ? { 'data-disabled': true, 'aria-disabled': true } : {})}
              loading={chosen.isComing}
              onClick={() => (isTooMany ? undefined : chosen.all(question))}
            >
              {texts.chooseAll(words.number(total))}
            </Button>
          </Tooltip>
        ) : null}
        <ListDocuments question={question} />
      </Group>
    </Group>
  );
}

function allSaid(question: ProblemQuestion) {
  return { ...question, state: question.state ?? ('open' as const), sort: question.sort ?? ('money' as const) };
}
