import type { MemberName } from '../../identity/person.ts';
import { instantOf, type TillKey } from '../../model/ids.ts';
import { joinedSource } from '../../staging/overlay.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Engine } from '../engine.ts';
import type { Joining } from './joining.ts';
import type { People, PersonView } from './people-contract.ts';
import { personFields } from './person-row.ts';
import { loneFields, memberView, memberWords, personView } from './person-view.ts';

/** Who is whom in this home; see `People`. */
export function createPeople(engine: Engine): People {
  function joiningOf(doing: string): Joining {
    if (engine.joining) return engine.joining;
    throw new TillbridgeError('settings', `${doing}: there is only the till here, and nobody is joined`, {
      hint: 'With a website, or with "people": {"join": "always"} in settings.json, customers are joined.',
    });
  }

  function say(are: 'one' | 'two', [one, other]: readonly [string, string], because: string): void {
    const joining = joiningOf('saying who is whom');
    const [first, second] = [named(joining, one), named(joining, other)];
    if (first.source === second.source && first.key === second.key) throw oneAlready(one, other);
    const at = instantOf(engine.clock());
    engine.said.keeping(() => joining.identity.say({ one: first, other: second, are, because, at }));
  }

  return {
    show(who) {
      const joining = joiningOf('looking for a person');
      const { source, key } = named(joining, who);
      const shown = joining.overlay.shownAs('customer', key);
      const row = joining.overlay.row('customer', shown);
      return row?.cells ? personView(engine, joining, row) : alone(engine, joining, { source, key });
    },
    join: (one, other, because) => say('one', [one, other], because),
    split: (one, other, because) => say('two', [one, other], because),
    undo(one, other) {
      const joining = joiningOf('taking back what was said');
      const names = [named(joining, one), named(joining, other)] as const;
      return engine.said.keeping(() => joining.identity.unsay(...names));
    },
    said() {
      const { joining } = engine;
      const called = (name: MemberName): string => {
        const member = joining && memberView(engine, joining, name);
        return member ? memberWords(member) : name.key;
      };
      return (joining?.identity.sayings() ?? []).map(({ one, other, ...rest }) => ({
        ...rest,
        one: one.key,
        other: other.key,
        called: [called(one), called(other)],
      }));
    },
    counts: () => countPersons(engine),
  };
}

/** A customer who is nobody else. */
function alone(engine: Engine, joining: Joining, name: MemberName): PersonView {
  const member = memberView(engine, joining, name);
  return {
    key: name.key,
    name: member?.name ?? name.key,
    members: member ? [member] : [],
    because: [],
    fields: loneFields(engine, name.key),
  };
}

/** The customer of that number at the till, or of that address on the website. */
function named({ sources }: Joining, who: string): MemberName {
  const wanted = who.trim();
  for (const { id, staging, customers } of sources) {
    for (const kind of customers) if (staging.row(kind, wanted)?.cells) return { source: id, key: wanted as TillKey };
  }
  for (const { id, staging, customers } of sources.filter(({ channel }) => channel === 'web')) {
    for (const kind of customers) {
      const place = staging.feed(kind).fields.indexOf('email');
      const key = staging
        .search(kind, wanted, 20)
        .find((each) => staging.row(kind, each)?.cells?.[place]?.toLowerCase() === wanted.toLowerCase());
      if (key !== undefined) return { source: id, key: key as TillKey };
    }
  }
  throw new TillbridgeError('settings', `looking for a customer "${wanted}": there is none of that number or address`, {
    hint: 'Name a customer by the number at the till, or by the e-mail address on the website; tillbridge find looks for names.',
  });
}

function oneAlready(one: string, other: string): TillbridgeError {
  return new TillbridgeError('settings', `saying who is whom: "${one}" and "${other}" are the same customer`, {
    hint: 'Name two different ones.',
  });
}

function countPersons({ database, joining }: Engine): { joined: number; both: number } {
  if (!joining) return { joined: 0, both: 0 };
  const sources = `json_extract(row.content, '$[${personFields.indexOf('sources')}]')`;
  const members = `json_array_length(json_extract(row.content, '$[${personFields.indexOf('from')}]'), '$.members')`;
  const counts = database
    .prepare<[string], { joined: number; both: number }>(
      `SELECT coalesce(sum(${members} > 1), 0) AS joined, coalesce(sum(${sources} = 'pos,web'), 0) AS both
       FROM row JOIN feed ON feed.id = row.feed
       WHERE feed.source = ? AND feed.kind = 'customer' AND row.content IS NOT NULL`,
    )
    .get(joinedSource);
  return counts ?? { joined: 0, both: 0 };
}
