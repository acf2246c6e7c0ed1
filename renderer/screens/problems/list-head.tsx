import { VisuallyHidden } from '@mantine/core';
import { useWords } from '../../words/words.ts';
import styles from './problems.module.css';

/** In the order of the cells of a row. */
const columns = ['who', 'wrong', 'money', 'field', 'value', 'age', 'assignee'] as const;

/** What stands in each column; heard, if not seen, where rows have two lines. */
export function ListHead({ isShown, hasAssignees }: { isShown: boolean; hasAssignees: boolean }) {
  const { columns: texts, stakeMeans } = useWords().texts.problems;
  const head = (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={isShown ? styles['head'] : undefined}>
        <span role="columnheader">
          <VisuallyHidden>{texts.choose}</VisuallyHidden>
        </span>
        {columns
          .filter((column) => hasAssignees || column !== 'assignee')
          .map((column) => (
            <span
              key={column}
              role="columnheader"
              className={styles[column]}
              title={column === 'money' ? stakeMeans : undefined}
            >
              {texts[column]}
            </span>
          ))}
      </div>
    </div>
  );
  return isShown ? head : <VisuallyHidden>{head}</VisuallyHidden>;
}
