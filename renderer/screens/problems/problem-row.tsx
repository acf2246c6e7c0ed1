import { memo, type MouseEvent } from 'react';
import type { ListedProblem } from '../../../src/sync/host/host-contract.ts';
import { titleShown } from '../../words/title-shown.ts';
import { useWords } from '../../words/words.ts';
import { tillNumber } from './till-number.ts';
import styles from './problems.module.css';

/** One line where there is room, else two. */
export const rowHeights = { wide: 42, narrow: 64 } as const;

/** One problem in the list. Made of few and plain parts: it comes and goes at the speed of scrolling. */
export const ProblemRow = memo(function ProblemRow({
  problem,
  index,
  start,
  isWide,
  isCurrent,
  isStop,
  isChosen,
  hasAssignees,
  href,
  now,
  onChoose,
  onOpen,
}: {
  /** Undefined until its page is here. */
  problem: ListedProblem | undefined;
  index: number;
  /** How far down it stands, in pixels. */
  start: number;
  isWide: boolean;
  /** Its card is open, or the keys stand on it. */
  isCurrent: boolean;
  /** The one row of the list that Tab stops at. */
  isStop: boolean;
  isChosen: boolean;
  /** Somebody is on some of them: then there is a column for it. */
  hasAssignees: boolean;
  href: string;
  now: number;
  onChoose: (id: number) => void;
  onOpen: (id: number, index: number) => void;
}) {
  const words = useWords();
  const { texts } = words;
  const place = {
    transform: `translateY(${start}px)`,
    height: isWide ? rowHeights.wide : rowHeights.narrow,
  };
  if (!problem) {
    return (
      <div role="row" aria-rowindex={index + 2} className={styles['row']} data-wide={isWide || undefined} style={place}>
        <span className={styles['choose']} role="none" />
        <span role="cell" className={styles['cell']}>
          <span className={styles['quiet']}>{texts.problems.comes}</span>
        </span>
      </div>
    );
  }
  const { id, name, key, suggestion } = problem;
  const says = words.say(problem.says);
  const title = name === '' ? key : titleShown(name, words);
  const number = name === '' ? null : tillNumber(key);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={styles['row']}
      data-index={index}
      data-problem={id}
      data-wide={isWide || undefined}
      data-current={isCurrent || undefined}
      data-chosen={isChosen || undefined}
      data-suggests={suggestion !== null || undefined}
      style={place}
    >
      <span className={styles['choose']} role="cell">
        <label>
          <input
            type="checkbox"
            checked={isChosen}
            tabIndex={isStop ? 0 : -1}
            aria-label={texts.problems.choose(title)}
            onChange={() => onChoose(id)}
          />
        </label>
      </span>
      <div className={styles['line']} role="none">
        <span role="cell" className={cell('who')} title={number === null ? title : `${title} · ${number}`}>
          <a
            href={href}
            className={styles['link']}
            tabIndex={isStop ? 0 : -1}
            aria-current={isCurrent || undefined}
            onClick={(event) => openHere(event, () => onOpen(id, index))}
          >
            {title}
          </a>
          {number === null ? null : <span className={styles['quiet']}>{number}</span>}
        </span>
        <span role="cell" className={cell('wrong')} title={says}>
          {says}
        </span>
        <span role="cell" className={cell('money')}>
          {problem.stake > 0 ? words.money(problem.stake, problem.currency ?? undefined) : ''}
        </span>
      </div>
      <div className={styles['line']} role="none">
        <Stands problem={problem} />
        <Since problem={problem} now={now} hasAssignees={hasAssignees} />
      </div>
    </div>
  );
});

/** A link that was pressed as links are opened elsewhere is the browser's. */
function openHere(event: MouseEvent, open: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  open();
}

/** The value and its faulty pieces, on one line. */
function Value({ parts }: { parts: ListedProblem['marked'] }) {
  const { texts } = useWords();
  if (parts.every(({ text }) => text === '')) return <i className={styles['quiet']}>{texts.standsEmpty}</i>;
  return parts.map(({ text, faulty }, index) =>
    faulty ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}

function cell(name: string): string {
  return `${styles['cell']} ${styles[name]}`;
}

/** Where the value stands, what it is, and what it would become. */
function Stands({ problem }: { problem: ListedProblem }) {
  const { problems: texts } = useWords().texts;
  const { origin, value, marked, suggestion } = problem;
  return (
    <>
      <span role="cell" className={cell('field')} title={origin}>
        {shortOrigin(origin)}
      </span>
      <span role="cell" className={cell('value')} title={value ?? undefined}>
        {origin === '' && marked.length === 0 ? null : (
          <span className={styles['stands']}>
            <Value parts={marked} />
          </span>
        )}
        {suggestion ? (
          <span className={styles['type']} title={suggestion.value}>
            <span role="img" aria-label={texts.becomes}>
              →{' '}
            </span>
            <b>{suggestion.value}</b>
            {suggestion.certain ? '' : '?'}
          </span>
        ) : null}
      </span>
    </>
  );
}

/** The field alone: which table it is in, whoever mends it knows by whom it is about, and the card says it. */
function shortOrigin(origin: string): string {
  return origin.split(/: |\.(?=\S)/u).at(-1) ?? origin;
}

/** How long it has stood, and who is on it. */
function Since({ problem, now, hasAssignees }: { problem: ListedProblem; now: number; hasAssignees: boolean }) {
  const words = useWords();
  const { firstSeenAt, assignee } = problem;
  return (
    <>
      <span role="cell" className={cell('age')} title={words.exactly(firstSeenAt)}>
        {words.age(firstSeenAt, now)}
      </span>
      {hasAssignees ? (
        <span role="cell" className={cell('assignee')} title={assignee ?? undefined}>
          {assignee}
        </span>
      ) : null}
    </>
  );
}
