import { useCallback, useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { useWords } from '../../words/words.ts';
import { useForm } from './form/form-context.ts';
import { KeptSecret } from './kept-secret.tsx';
import { useSettings } from './use-settings.ts';

/** A password or a key: it goes in and never comes out, and stands in no draft. */
export function SecretField({ id, label }: { id: string; label: string }) {
  const { secret } = useWords().texts.settings;
  const { data, refetch } = useSettings();
  const api = useApi();
  const { typed } = useForm();
  // A destination that is not saved yet is not asked after by its name.
  const [isKeptNow, setKeptNow] = useState<boolean | null>(null);
  const isKept = isKeptNow ?? data?.secrets[id] === true;
  const onTyped = useCallback(
    (keepIt: (() => Promise<unknown>) | undefined) => {
      if (keepIt) typed.set(id, keepIt);
      else typed.delete(id);
    },
    [typed, id],
  );
  return (
    <KeptSecret
      words={() => ({ ...secret, label, description: `${isKept ? '' : `${secret.none} `}${secret.where}` })}
      isKept={isKept}
      keep={async (value) => {
        await api.settings.setSecret({ id, value });
        setKeptNow(true);
        await refetch();
      }}
      forget={async () => {
        await api.settings.forgetSecret({ id });
        setKeptNow(null);
        await refetch();
      }}
      onTyped={onTyped}
    />
  );
}
