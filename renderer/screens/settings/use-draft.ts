import { useMemo, useState } from 'react';
import { useWords, type Texts } from '../../words/words.ts';
import { faultsIn, type Fault } from './form/faults.ts';
import type { Form } from './form/form-context.ts';
import { labelOf } from './form/field-words.ts';
import { saidPlaces, type SaidPlace } from './form/said-places.ts';
import { asSchema, branchOf, type Schema } from './form/schema.ts';
import { asList, asText, asTree, pathText, withValueAt, type Path, type Tree } from './form/tree.ts';
import type { SettingsSeen } from './use-settings.ts';

/** Settings that are being changed, with what is wrong with them. */
export interface Draft extends Form {
  /** Every place that is wrong, with its name and what would be right. */
  readonly wrong: readonly { readonly place: string; readonly says: string }[];
  replace(value: Tree): void;
  /** What the engine said when it refused them: it stands at its places until they are changed. */
  refused(refusal: string): void;
  /** Whether nothing is wrong at a place nor below it. */
  isFineAt(path: Path): boolean;
  /** From now on also what is missing is said. */
  tried(): void;
}

/** A draft of settings, judged by the schemas that came with them as it is typed. */
export function useDraft(
  [value, setValue]: readonly [Tree, (value: Tree) => void],
  seen: Pick<SettingsSeen, 'schema' | 'destinationKinds'>,
  schema: Schema,
): Draft {
  const words = useWords();
  const [said, setSaid] = useState<readonly SaidPlace[]>([]);
  const [isTried, setTried] = useState(false);
  const [typed] = useState<Draft['typed']>(() => new Map());
  const { destinationKinds } = seen;
  const faults = useMemo(() => allFaults(schema, value, destinationKinds), [schema, value, destinationKinds]);

  const wrongAt = (path: Path): string | undefined => {
    const place = pathText(path);
    const fault = faults.get(place);
    if (fault && (fault.wrong !== 'missing' || isTried)) return saysOf(fault, words.texts, words.number);
    const expected = said.find((each) => each.place === place)?.expected;
    return expected && words.texts.settings.wrong.expected(words.say(expected));
  };
  const places = [...(isTried ? faults.keys() : []), ...said.map(({ place }) => place)];
  return {
    value,
    typed,
    wrongAt,
    wrong: [...new Set(places)].map((place) => {
      const path = pathOf(place);
      return { place: labelOf(path, words.texts), says: wrongAt(path) ?? '' };
    }),
    set(path, next) {
      const place = pathText(path);
      setSaid(said.filter((each) => each.place !== place));
      setValue(withValueAt(value, path, next));
    },
    replace(next) {
      setSaid([]);
      setTried(false);
      setValue(next);
    },
    refused(refusal) {
      setTried(true);
      setSaid(
        saidPlaces(
          refusal,
          asList(value['destinations']).map((each) => asText(asTree(each)['id'])),
        ),
      );
    },
    isFineAt(path) {
      const place = pathText(path);
      return ![...faults.keys()].some(
        (each) => each === place || (/^[.[]/.test(each.slice(place.length)) && each.startsWith(place)),
      );
    },
    tried: () => setTried(true),
  };
}

/** The till is judged as its own kind, and each destination by what its connector asks for. */
function allFaults(schema: Schema, value: Tree, kinds: SettingsSeen['destinationKinds']): ReadonlyMap<string, Fault> {
  const { till = {}, ...others } = schema.properties ?? {};
  const found = new Map(faultsIn({ ...schema, properties: others }, value));
  const own = (part: Schema, at: unknown, path: Path) => {
    for (const [place, fault] of faultsIn(part, at, path)) found.set(place, fault);
  };
  const { till: chosen } = value;
  own(branchOf(till, asTree(chosen)['kind']), chosen, ['till']);
  for (const [index, each] of asList(value['destinations']).entries()) {
    const kind = kinds.find(({ kind: name }) => name === asTree(each)['kind']);
    if (kind) own(asSchema(kind.schema), each, ['destinations', index]);
  }
  return found;
}

function pathOf(place: string): Path {
  return place.split(/[.[\]]+/).flatMap((part) => (part === '' ? [] : [/^\d+$/.test(part) ? Number(part) : part]));
}

function saysOf(fault: Fault, { settings }: Texts, number: (value: number) => string): string {
  const { wrong } = settings;
  switch (fault.wrong) {
    case 'least':
    case 'most':
      return wrong[fault.wrong](number(fault.limit));
    case 'form':
      return Object.entries(wrong.forms).find(([name]) => name === fault.of)?.[1] ?? wrong.form;
    default:
      return wrong[fault.wrong];
  }
}
