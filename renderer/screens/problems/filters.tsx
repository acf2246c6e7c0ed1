import { Button, NativeSelect, SimpleGrid } from '@mantine/core';
import { useHost } from '../../api/host-state.tsx';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../words/words.ts';
import { sameCause } from './same-cause.ts';
import type { WishesAtHand } from './use-wishes.ts';
import { ages, filtersSet, type Wishes } from './wishes.ts';

/** Everything that narrows the list, one choice each; and its order. */
export function Filters({ atHand: { wishes, change, clear } }: { atHand: WishesAtHand }) {
  const { filters: texts } = useWords().texts.problems;
  const destinations = Object.entries(useHost().state.status?.destinations ?? {});
  const assignees = useAsked(['problems', 'assignees'], (api, signal) => api.problems.assignees(undefined, { signal }));
  const names = [...new Set([...(assignees.data ?? []), ...(wishes.assignee ? [wishes.assignee] : [])])];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="xs" pt="sm">
      <Choice
        label={texts.kind}
        any={texts.anyKind}
        value={wishes.kind}
        options={Object.entries(texts.kinds)}
        onChange={(kind) => change({ kind: kind as Wishes['kind'], rule: undefined, field: undefined })}
      />
      <CauseChoice wishes={wishes} change={change} />
      <SeverityChoice wishes={wishes} change={change} />
      {destinations.length > 1 || wishes.destination ? (
        <Choice
          label={texts.destination}
          any={texts.anyDestination}
          value={wishes.destination}
          options={destinations.map(([id, { label }]) => [id, label])}
          onChange={(destination) => change({ destination })}
        />
      ) : null}
      <Choice
        label={texts.age}
        any={texts.anyAge}
        value={wishes.olderThanDays?.toString()}
        options={ages.map((days) => [String(days), texts.olderThan[days]])}
        onChange={(days) => change({ olderThanDays: days === undefined ? undefined : Number(days) })}
      />
      <Choice
        label={texts.assignee}
        any={texts.anyAssignee}
        value={wishes.assignee}
        options={names.map((name) => [name, name])}
        onChange={(assignee) => change({ assignee })}
      />
      <Choice
        label={texts.state}
        value={wishes.state}
        options={Object.entries(texts.states)}
        onChange={(state) => change({ state: state as Wishes['state'] })}
      />
      <Choice
        label={texts.sort}
        value={wishes.sort}
        options={Object.entries(texts.sorts)}
        onChange={(sort) => change({ sort: sort as Wishes['sort'] })}
      />
      {filtersSet(wishes) > 0 ? (
        <Button variant="subtle" style={{ alignSelf: 'end' }} onClick={clear}>
          {texts.none}
        </Button>
      ) : null}
    </SimpleGrid>
  );
}

type Part = Pick<WishesAtHand, 'wishes' | 'change'>;

function SeverityChoice({ wishes, change }: Part) {
  const { texts } = useWords();
  return (
    <Choice
      label={texts.problems.filters.severity}
      any={texts.problems.filters.anySeverity}
      value={wishes.severity}
      options={Object.entries(texts.severities)}
      onChange={(severity) => change({ severity: severity as Wishes['severity'] })}
    />
  );
}

function CauseChoice({ wishes, change }: Part) {
  const { say, texts: all } = useWords();
  const { filters: texts } = all.problems;
  const { kind, destination, rule, field } = wishes;
  const asked = { ...(kind && { kind }), ...(destination && { destination }) };
  const groups = useAsked(['problems', 'groups', asked], (api, signal) => api.problems.groups(asked, { signal }));
  const causes = groups.data ?? [];
  const chosen = causes.findIndex((group) => sameCause(group, wishes));
  // A cause that nobody has any more is still what was asked for.
  const lost: (readonly [string, string])[] =
    rule !== undefined && chosen === -1 ? [['lost', `${rule} ${field ?? ''}`]] : [];
  return (
    <Choice
      label={texts.cause}
      any={texts.anyCause}
      value={rule === undefined ? undefined : chosen === -1 ? 'lost' : String(chosen)}
      options={[...causes.map(({ title }, index) => [String(index), say(title)] as const), ...lost]}
      onChange={(index) => {
        const cause = index === undefined ? undefined : causes[Number(index)];
        change(
          cause ? { kind: cause.kind, rule: cause.code, field: cause.field } : { rule: undefined, field: undefined },
        );
      }}
    />
  );
}

function Choice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  /** What it says where nothing is chosen; absent where something always is. */
  any?: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
      data={[
        ...(any === undefined ? [] : [{ value: '', label: any }]),
        ...options.map(([each, text]) => ({ value: each, label: text })),
      ]}
    />
  );
}
