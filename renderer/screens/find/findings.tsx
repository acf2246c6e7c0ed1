import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Trail } from '../../../src/sync/trail-contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Asked } from '../../parts/asked.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/words.ts';
import { FindingList } from './finding-list.tsx';
import { idOf } from './id-of.ts';
import { TrailView } from './trail-view.tsx';

/** So many are shown at first, and with each wish for more; and so many at most. */
const atOnce = 20;
const most = 200;

/** Everything that goes by a text: the list, and the one that was chosen of it. */
export function Findings({ text }: { text: string }) {
  const { find } = useWords().texts;
  const [shown, setShown] = useState(0);
  const limit = Math.min(most, shown + atOnce);
  // One more than is shown tells whether there is more.
  const query = useAsked(['find', text, limit], (api, signal) => api.find({ text, limit: limit + 1 }, { signal }));
  return (
    <Asked query={query}>
      {(trails) =>
        trails.length === 0 ? (
          <EmptyState Icon={IconZoomQuestion} title={find.nothing(text)}>
            {find.nothingHint}
          </EmptyState>
        ) : (
          <Chosen
            trails={shownOf(trails, shown === 0, limit)}
            all={trails.length}
            onMore={limit < most || shown === 0 ? () => setShown(limit) : undefined}
          />
        )
      }
    </Asked>
  );
}

/** Who types a whole number or name means that record; the others in which it stands somewhere come when they are asked for. */
function shownOf(trails: readonly Trail[], isFirst: boolean, limit: number): readonly Trail[] {
  const exact = isFirst ? trails.filter((trail) => trail.exact) : [];
  return (exact.length > 0 ? exact : trails).slice(0, limit);
}

function Chosen({
  trails,
  all,
  onMore,
}: {
  trails: readonly Trail[];
  /** How many are known to be there. */
  all: number;
  onMore: (() => void) | undefined;
}) {
  const words = useWords();
  const { find } = words.texts;
  const [asked, ask] = useSearchParams();
  const isExact = trails.every((trail) => trail.exact);
  const wanted = asked.get('of');
  const chosen = trails.find((trail) => idOf(trail) === wanted) ?? trails[0];
  if (!chosen) return null;
  const choose = (trail: Trail) =>
    ask((before) => ({ ...Object.fromEntries(before), of: idOf(trail) }), { replace: true });
  return (
    <>
      <Group gap="sm">
        <Text size="sm" c="dimmed" role="status">
          {all > trails.length && !isExact
            ? find.firstShown(words.number(trails.length))
            : find.found(words.number(trails.length))}
          {all > trails.length && !onMore ? ` · ${find.firstOnly}` : ''}
        </Text>
        {all > trails.length && onMore ? (
          <Button variant="subtle" size="compact-sm" onClick={onMore}>
            {find.more}
          </Button>
        ) : null}
      </Group>
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
