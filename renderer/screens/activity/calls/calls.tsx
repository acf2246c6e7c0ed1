import { Badge, Button, Stack, Switch, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallSeen } from '../../../../src/sync/host/host-contract.ts';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useWords } from '../../../words/words.ts';
import { useDestinationLabel } from '../use-destination-label.ts';
import { CallAnswer } from './call-answer.tsx';
import { hasFailed } from './has-failed.ts';

const asked = 200;

/** The newest calls to destinations and what they answered, with nobody's data in it. */
export function Calls() {
  const { calls: texts } = useWords().texts.activity;
  const [onlyFailed, setOnlyFailed] = useState(false);
  const query = useAsked(['calls', asked], (api, signal) => api.runs.calls({ limit: asked }, { signal }));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {texts.intro}
      </Text>
      <Switch
        label={texts.onlyFailed}
        checked={onlyFailed}
        onChange={({ currentTarget }) => setOnlyFailed(currentTarget.checked)}
      />
      <Asked query={query}>
        {(calls) => {
          const shown = onlyFailed ? calls.filter(hasFailed) : calls;
          if (shown.length > 0) return <CallTable calls={shown} />;
          return <EmptyState Icon={IconPlugConnected} title={onlyFailed ? texts.noneFailed : texts.none} />;
        }}
      </Asked>
    </Stack>
  );
}

function CallTable({ calls }: { calls: readonly CallSeen[] }) {
  const words = useWords();
  const { calls: texts, tabs } = words.texts.activity;
  const labelOf = useDestinationLabel();
  const [open, setOpen] = useState<CallSeen | null>(null);
  return (
    <>
      <DataTable
        label={tabs.calls}
        columns={[
          { title: texts.at, isShort: true },
          { title: texts.to, isShort: true },
          { title: texts.call },
          { title: texts.status, isShort: true },
          { title: texts.took, isNumber: true },
          { title: texts.records, isNumber: true },
          { title: texts.body },
        ]}
        rows={calls.map((call, place) => ({
          // Two calls may begin in one millisecond; the list is only ever read from its top.
          key: `${call.at} ${place}`,
          cells: [
            <Moment key="at" at={call.at} as="time" />,
            labelOf(call.destination),
            call.call,
            <Status key="status" call={call} />,
            call.milliseconds < 1000 ? `${words.number(call.milliseconds)} ms` : words.span(call.milliseconds),
            call.records === null ? null : words.number(call.records),
            <Button
              key="open"
              size="compact-sm"
              variant="default"
              aria-label={`${words.texts.details}: ${call.call}, ${words.time(call.at)}`}
              onClick={() => setOpen(call)}
            >
              {words.texts.details}
            </Button>,
          ],
        }))}
      />
      {open ? <CallAnswer call={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Status({ call }: { call: CallSeen }) {
  const { calls: texts } = useWords().texts.activity;
  const says = call.status === null ? texts.noAnswer : String(call.status);
  if (!hasFailed(call)) return says;
  return (
    <Badge color="orange" variant="light" tt="none">
      {says} · {texts.failed}
    </Badge>
  );
}
