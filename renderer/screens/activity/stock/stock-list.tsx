import { Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { StockLine } from '../../../../src/sync/stock/stock-view.ts';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { SearchField } from '../../../parts/search-field.tsx';
import { useWords } from '../../../words/words.ts';
import { LineCommand } from './line-command.tsx';
import { oughtToShow } from './ought-to-show.ts';

const aPage = 100;

/** Every article of the website: what the till has, what it ought to show, what it shows, and how old that is. */
export function StockList() {
  const { stock: texts, tabs } = useWords().texts.activity;
  const [search, setSearch] = useState('');
  const [onlyLate, setOnlyLate] = useState(false);
  const query = useAsked(['stock'], (api, signal) => api.stock.list(undefined, { signal }));
  const wanted = search.trim().toLowerCase();
  const fits = ({ name, sku, article, because }: StockLine) =>
    (!onlyLate || because !== null) && [name, sku, article].some((text) => text?.toLowerCase().includes(wanted));
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {tabs.stock}
      </Title>
      <Stack>
        <Group gap="lg">
          <div style={{ flex: 1, minWidth: 200, maxWidth: 400 }}>
            <SearchField label={texts.search} value={search} onChange={setSearch} />
          </div>
          <Switch
            label={texts.onlyLate}
            checked={onlyLate}
            onChange={({ currentTarget }) => setOnlyLate(currentTarget.checked)}
          />
        </Group>
        <Asked query={query}>
          {(lines) => {
            const found = lines.filter(fits);
            if (found.length > 0) return <Lines key={`${onlyLate} ${wanted}`} lines={found} />;
            return <Text role="status">{onlyLate && wanted === '' ? texts.noneLate : texts.noneFound}</Text>;
          }}
        </Asked>
      </Stack>
    </section>
  );
}

function Lines({ lines }: { lines: readonly StockLine[] }) {
  const words = useWords();
  const { stock: texts, tabs } = words.texts.activity;
  const [count, setCount] = useState(aPage);
  const figure = (pieces: number | null) => (pieces === null ? texts.noFigure : words.number(pieces));
  return (
    <>
      <DataTable
        label={tabs.stock}
        columns={[
          { title: texts.article },
          ...[texts.till, texts.kept, texts.ordered, texts.ought, texts.shown].map((title) => ({
            title,
            isNumber: true,
          })),
          { title: texts.asOf, isShort: true },
          { title: texts.why },
        ]}
        rows={lines.slice(0, count).map((line) => ({
          key: line.variant,
          cells: [
            <div key="article">
              {line.name}
              <Text size="sm" c="dimmed">
                {line.sku}
              </Text>
            </div>,
            figure(line.till),
            line.kept === 0 ? null : words.number(line.kept),
            line.ordered === 0 ? null : words.number(line.ordered),
            figure(oughtToShow(line)),
            figure(line.shown),
            line.asOf === null ? null : <Moment key="as-of" at={line.asOf} />,
            line.because === null ? null : (
              <div key="why">
                {words.say(line.because)}
                <LineCommand line={line} />
              </div>
            ),
          ],
        }))}
      />
      {lines.length > count ? (
        <Group>
          <Text size="sm" c="dimmed">
            {texts.first(words.number(count), words.number(lines.length))}
          </Text>
          <Button variant="default" size="compact-md" onClick={() => setCount(count + aPage)}>
            {texts.more}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
