import type { Row } from '../../model/record.ts';
import type { Settings } from '../../settings/settings.ts';
import { createRecordReader, type RecordReader } from '../../validation/read/record-reader.ts';
import type { Reading } from '../../validation/reading.ts';
import { channelsOfPerson, personFields, sourcesOfPerson } from './person-row.ts';

/** Reads persons of the overlay as customers. A field that none of their sources has is absent, as it is for a customer of one. */
export function createPersonReader({ shop, cleaning }: Pick<Settings, 'shop' | 'cleaning'>) {
  const layouts = new Map<string, { places: readonly number[]; read: RecordReader<'customer'> }>();

  /** Persons have as many layouts as there are mixtures of sources: a handful. */
  function layoutOf(fields: readonly string[]) {
    const name = fields.join(',');
    const known = layouts.get(name);
    if (known) return known;
    const layout = {
      places: fields.map((field) => personFields.findIndex((each) => each === field)),
      read: createRecordReader({ kind: 'customer', fields, shop, cleaning }),
    };
    layouts.set(name, layout);
    return layout;
  }

  return (key: string, cells: Row): Reading<'customer'> => {
    const { places, read } = layoutOf(Object.keys(sourcesOfPerson(cells).fields));
    const sources = channelsOfPerson(cells);
    const withSources = (reading: Reading<'customer'>): Reading<'customer'> => ({
      ...reading,
      record: { ...reading.record, sources },
      with: (field, text) => withSources(reading.with(field, text)),
    });
    return withSources(
      read(
        key,
        places.map((place) => cells[place] ?? null),
      ),
    );
  };
}
