import { memo, type MouseEvent } from 'react';
import type { ListedProblem } from '../../../src/sync/host/host-contract.ts';
import { useWords } from '../../words/words.ts';
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
  href: string;
  now: number;
  onChoose: (id: number) => void;
  onOpen: (id: number, index: number) => void;
}) {
  const { texts } = useWords();
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
  const { id, name, key } = problem;
  const title = name === '' ? key : name;
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
        <span role="cell" className={cell('who')} title={`${title} · ${key}`}>
          <a
            href={href}
            className={styles['link']}
            tabIndex={isStop ? 0 : -1}
            aria-current={isCurrent || undefined}
            onClick={(event) => openHere(event, () => onOpen(id, index))}
          >
            {title}
          </a>
          {name === '' ? null : <span className={styles['quiet']}>{key}</span>}
        </span>
        <span role="cell" className={cell('wrong')} title={problem.says}>
          {problem.says}
        </span>
      </div>
      <div className={styles['line']} role="none">
        <SecondLine problem={problem} now={now} />
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

function SecondLine({ problem, now }: { problem: ListedProblem; now: number }) {
  const words = useWords();
  const { problems: texts } = words.texts;
  const { stake, currency, origin, value, marked, suggestion, firstSeenAt, assignee } = problem;
  return (
    <>
      <span role="cell" className={cell('field')} title={origin}>
        {origin}
      </span>
      <span role="cell" className={cell('value')} title={value ?? undefined}>
        {origin === '' && marked.length === 0 ? null : <Value parts={marked} />}
      </span>
      <span role="cell" className={cell('type')} title={suggestion?.value}>
        {suggestion ? (
          <>
            <span role="img" aria-label={texts.becomes}>
              →{' '}
            </span>
            <b>{suggestion.value}</b>
            {suggestion.certain ? '' : '?'}
          </>
        ) : null}
      </span>
      <span role="cell" className={cell('money')}>
        {stake > 0 ? words.money(stake, currency ?? undefined) : ''}
      </span>
      <span role="cell" className={cell('age')} title={words.exactly(firstSeenAt)}>
        {words.ago(firstSeenAt, now)}
      </span>
      <span role="cell" className={cell('assignee')} title={assignee ?? undefined}>
        {assignee}
      </span>
    </>
  );
}
