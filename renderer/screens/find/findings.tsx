import { Grid, Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import type { Trail } from '../../../src/sync/trail-contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Asked } from '../../parts/asked.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/words.ts';
import { FindingList } from './finding-list.tsx';
import { idOf } from './id-of.ts';
import { TrailView } from './trail-view.tsx';

/** So many the engine answers at most. */
const mostAnswered = 20;

/** Everything that goes by a text: the list, and the one that was chosen of it. */
export function Findings({ text }: { text: string }) {
  const { find } = useWords().texts;
  const query = useAsked(['find', text], (api, signal) => api.find({ text }, { signal }));
  return (
    <Asked query={query}>
      {(trails) =>
        trails.length === 0 ? (
          <EmptyState Icon={IconZoomQuestion} title={find.nothing(text)}>
            {find.nothingHint}
          </EmptyState>
        ) : (
          <Chosen trails={trails} />
        )
      }
    </Asked>
  );
}

function Chosen({ trails }: { trails: readonly Trail[] }) {
  const words = useWords();
  const { find } = words.texts;
  const [asked, ask] = useSearchParams();
  const wanted = asked.get('of');
  const chosen = trails.find((trail) => idOf(trail) === wanted) ?? trails[0];
  if (!chosen) return null;
  const choose = (trail: Trail) =>
    ask((before) => ({ ...Object.fromEntries(before), of: idOf(trail) }), { replace: true });
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {find.found(words.number(trails.length))}
        {trails.length >= mostAnswered ? ` · ${find.firstOnly}` : ''}
      </Text>
      <Grid gap="xl">
        {trails.length > 1 ? (
          <Grid.Col span={{ base: 12, md: 4 }}>
            <FindingList trails={trails} chosen={chosen} onChoose={choose} />
          </Grid.Col>
        ) : null}
        <Grid.Col span={{ base: 12, md: trails.length > 1 ? 8 : 12 }}>
          <Stack maw={900}>
            <TrailView key={idOf(chosen)} trail={chosen} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
