import { Alert, Button, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CharacterSetSample } from '../../../../src/sync/host/host-contract.ts';
import { useApi } from '../../../api/api-context.ts';
import { useSaid } from '../../../api/use-said.ts';
import { useWords } from '../../../words/words.ts';
import { useForm } from '../form/form-context.ts';
import { asText, asTree } from '../form/tree.ts';

/** Real texts of the till in each character set that they may be written in: whoever knows the names sees which is right. */
export function CharacterSets({ asksAtOnce = false }: { asksAtOnce?: boolean }) {
  const saidOf = useSaid();
  const { characters } = useWords().texts.settings;
  const api = useApi();
  const form = useForm();
  const [isAsked, setAsked] = useState(asksAtOnce);
  const { encoding, ...till } = asTree(form.value['till']);
  const query = useQuery({
    queryKey: ['character-sets', till],
    queryFn: ({ signal }) => api.till.characterSets({ till }, { signal }),
    enabled: isAsked,
    staleTime: Infinity,
    retry: false,
  });
  // Whoever sets up a shop and agrees by going on has chosen what is marked.
  const marked =
    asksAtOnce && encoding === undefined && query.data && query.data.length > 1 ? likeliest(query.data) : '';
  const { set } = form;
  useEffect(() => {
    if (marked !== '') set(['till', 'encoding'], marked);
  }, [marked, set]);
  if (!isAsked) {
    return (
      <Button variant="default" w="fit-content" onClick={() => setAsked(true)}>
        {characters.ask}
      </Button>
    );
  }
  if (query.isError) {
    return (
      <Alert color="red" role="alert" title={saidOf(query.error).what}>
        {saidOf(query.error).hint}
      </Alert>
    );
  }
  if (!query.data) return <Text role="status">{characters.asking}</Text>;
  if (query.data.length < 2) return <Text role="status">{characters.none}</Text>;
  return (
    <Choice samples={query.data} chosen={asText(encoding)} onChoose={(name) => form.set(['till', 'encoding'], name)} />
  );
}

function Choice({
  samples,
  chosen,
  onChoose,
}: {
  samples: readonly CharacterSetSample[];
  chosen: string;
  onChoose: (name: string) => void;
}) {
  const words = useWords();
  const { characters } = words.texts.settings;
  return (
    <Radio.Group value={chosen} onChange={onChoose} label={characters.choose}>
      <Stack gap="sm" mt="sm">
        {samples.map(({ name, texts, odd }) => (
          <Radio
            key={name}
            value={name}
            label={
              <>
                <b>{name}</b>
                {' · '}
                <Text span size="sm" c={odd === 0 ? 'teal' : 'dimmed'}>
                  {odd === 0 ? characters.fine : characters.odd(words.number(odd))}
                </Text>
                <Text span display="block" style={{ overflowWrap: 'anywhere' }}>
                  {texts.slice(0, 5).join(' · ')}
                </Text>
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** They come with the likeliest first. */
function likeliest([first]: readonly CharacterSetSample[]): string {
  return first?.name ?? '';
}
