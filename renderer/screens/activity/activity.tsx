import { Stack, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { Later } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useWords } from '../../words/words.ts';
import { useHost } from '../../api/host-state.tsx';
import { Calls } from './calls/calls.tsx';
import { Outbox } from './queue/outbox.tsx';
import { Runs } from './runs/runs.tsx';
import { WebsiteStock } from './stock/website-stock.tsx';

// Drawing takes more code than all the rest: it comes when it is looked at.
const Plots = lazy(async () => ({ default: (await import('./plots/plots.tsx')).Plots }));

const tabs = ['runs', 'plots', 'queue', 'calls', 'stock'] as const;
type Tab = (typeof tabs)[number];

/** What was done, what is being done, and how it went over time: for the owner. Each part has its own address. */
export function Activity() {
  const { texts } = useWords();
  const [location, go] = useLocation();
  const { status } = useHost().state;
  const asked = location.split('/')[2];
  const tab = tabs.find((each) => each === asked) ?? 'runs';
  const hasWebsite = Object.keys(status?.shopFronts ?? {}).length > 0;
  const shown = tabs.filter((each) => each !== 'stock' || hasWebsite || tab === 'stock');
  return (
    <Stack gap="lg" maw={1200}>
      <PageTitle title={`${texts.activity.tabs[tab]} · ${texts.screens.activity}`} />
      <Tabs value={tab} onChange={(next) => next && go(next === 'runs' ? '/activity' : `/activity/${next}`)}>
        <Tabs.List mb="md">
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {texts.activity.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((each) => (
          <Tabs.Panel key={each} value={each}>
            {each === tab ? <Part tab={tab} /> : null}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function Part({ tab }: { tab: Tab }) {
  switch (tab) {
    case 'runs':
      return <Runs />;
    case 'plots':
      return (
        <Suspense fallback={<Later />}>
          <Plots />
        </Suspense>
      );
    case 'queue':
      return <Outbox />;
    case 'calls':
      return <Calls />;
    case 'stock':
      return <WebsiteStock />;
  }
}
