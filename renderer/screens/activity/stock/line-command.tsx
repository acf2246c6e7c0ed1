import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { StockLine } from '../../../../src/sync/stock/stock-view.ts';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { useWords } from '../../../words/words.ts';
import { AliasDialog } from './alias-dialog.tsx';
import { useMend } from './use-mend.ts';

/** What can be done here about an article in which the till has no say yet. */
export function LineCommand({ line }: { line: StockLine }) {
  switch (line.standing) {
    case 'uncounted':
      return <BeginToCount line={line} />;
    case 'unmatched':
    case 'doubled':
      return <SayWhich line={line} />;
    case 'reckoned':
    case 'silent':
    case 'excluded':
      return null;
  }
}

function BeginToCount({ line: { variant, name, till, kept, ordered } }: { line: StockLine }) {
  const words = useWords();
  const { stock: texts } = words.texts.activity;
  const mend = useMend();
  if (till === null) return null;
  const pieces = words.number(Math.max(0, till - kept - ordered));
  return (
    <div>
      <ConfirmButton
        mt={4}
        size="compact-sm"
        variant="default"
        label={texts.count}
        title={texts.countTitle(name)}
        body={texts.countBody(pieces)}
        yes={texts.countYes(pieces)}
        onYes={() => mend.mutate([variant])}
      />
    </div>
  );
}

function SayWhich({ line }: { line: StockLine }) {
  const { stock: texts } = useWords().texts.activity;
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <div>
      <Button mt={4} size="compact-sm" variant="default" aria-label={`${texts.which} ${line.name}`} onClick={open}>
        {texts.which}
      </Button>
      {isOpen ? <AliasDialog line={line} onClose={close} /> : null}
    </div>
  );
}
