import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
  const [value, setValue] = useState('');
  const [isReplacing, setReplacing] = useState(false);
  // A destination that is not saved yet is not asked after by its name.
  const [isKeptNow, setKeptNow] = useState<boolean | null>(null);
  const keep = useMutation({
    mutationFn: () => api.settings.setSecret({ id, value }),
    async onSuccess() {
      setValue('');
      setReplacing(false);
      setKeptNow(true);
      await refetch();
    },
  });
  const { mutateAsync: keepIt } = keep;
  useEffect(() => {
    if (value === '') return undefined;
    typed.set(id, () => keepIt());
    return () => void typed.delete(id);
  }, [typed, id, value, keepIt]);
  const forget = useMutation({
    mutationFn: () => api.settings.forgetSecret({ id }),
    async onSuccess() {
      setKeptNow(null);
      await refetch();
    },
  });
  const trouble = keep.error ?? forget.error;
  const isKept = isKeptNow ?? data?.secrets[id] === true;
  return (
    <KeptSecret
      words={{ ...secret, label, description: `${isKept ? '' : `${secret.none} `}${secret.where}` }}
      isTyping={!isKept || isReplacing}
      onReplace={() => setReplacing(true)}
      value={value}
      onType={setValue}
      onKeep={() => keep.mutate()}
      isKeeping={keep.isPending}
      onForget={() => forget.mutate()}
      trouble={trouble}
    />
  );
}
