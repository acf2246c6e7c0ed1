import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ProblemCard } from '../../../../src/sync/host/host-contract.ts';
import { useHost } from '../../../api/host-state.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { SeverityBadge } from '../../../parts/severity-badge.tsx';
import { titleShown } from '../../../words/title-shown.ts';
import { useWords } from '../../../words/words.ts';
import { tillNumber } from '../till-number.ts';
import { whereToMend } from '../where-to-mend.ts';
import { CardActions } from './card-actions.tsx';
import { CardHistory } from './card-history.tsx';
import { CardPart } from './card-part.tsx';
import { Mended } from './mended.tsx';
import { SentRecord } from './sent-record.tsx';
import { WhatStands } from './what-stands.tsx';

/** What is wrong, where to mend it, why it matters, and what became of it. */
export function CardBody({ card, onClose, onLeave }: { card: ProblemCard; onClose: () => void; onLeave: () => void }) {
  const words = useWords();
  const { card: texts } = words.texts.problems;
  const { status } = useHost().state;
  const { problem, assignee, matters, record, history } = card;
  const number = tillNumber(problem.key);
  const where = whereToMend(problem, status?.shopFronts ?? {});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const destination = status?.destinations[problem.destination]?.label ?? problem.destination;
  return (
    <>
      <Stack gap={4}>
        <Title order={3} size="h4" ref={heading} tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
          {problem.name === '' ? problem.key : titleShown(problem.name, words)}{' '}
          {number === null ? null : (
            <Text span c="dimmed" size="sm" fw={400}>
              {texts.number(number)}
            </Text>
          )}
        </Title>
        <Text size="lg">{words.say(problem.says)}</Text>
        {problem.detail ? <Text>{words.say(problem.detail)}</Text> : null}
        <Group gap="xs">
          <SeverityBadge severity={problem.severity} />
          <Text size="sm" c="dimmed">
            {destination} · {texts.firstSeen} <Moment at={problem.firstSeenAt} />
          </Text>
          {assignee ? <Text size="sm">{texts.assignedTo(assignee)}</Text> : null}
        </Group>
      </Stack>
      <Mended problem={problem} at={where.at} onLeave={onLeave} />
      {problem.state === 'dismissed' ? (
        <CardPart title={texts.dismissed}>
          <Text>{problem.dismissedBecause}</Text>
        </CardPart>
      ) : null}
      {problem.state === 'closed' ? null : <WhatStands card={card} where={where} />}
      <CardActions problem={problem} cannotRecheck={card.cannotRecheck} onClose={onClose} />
      {matters === '' ? null : (
        <CardPart title={texts.why}>
          <Text>{words.say(matters)}</Text>
        </CardPart>
      )}
      {record.length === 0 ? null : <SentRecord record={record} />}
      <CardHistory history={history} />
    </>
  );
}
