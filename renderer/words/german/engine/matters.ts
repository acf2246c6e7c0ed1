import type { Catalogue } from '../../engine-words.ts';

/** Why something is to mend, and what came of reading it again. */
export const matters: Catalogue = {
  'Nothing waits with it any more.': 'Es wartet nichts mehr darauf.',
  '{label} keeps the stock that it shows of this article until this is mended.':
    '{label} zeigt von diesem Artikel den bisherigen Bestand, bis das behoben ist.',
  '{label} keeps the price that it shows of this article until this is mended.':
    '{label} zeigt von diesem Artikel den bisherigen Preis, bis das behoben ist.',
  'It concerns the stock that {label} shows.': 'Es betrifft den Bestand, den {label} zeigt.',
  '{label} will not take this {kind:things}.': '{label} nimmt {kind.diesen} nicht an.',
  '{label} will not take this customer; {count:number} sales worth {money} wait with this customer.':
    '{label} nimmt diesen Kunden nicht an; {count} Verkäufe über {money} warten auf ihn.',
  '{label} will not take this customer; 1 sale worth {money} waits with this customer.':
    '{label} nimmt diesen Kunden nicht an; 1 Verkauf über {money} wartet auf ihn.',
  '{label} will not take this customer; {count:number} sales wait with this customer.':
    '{label} nimmt diesen Kunden nicht an; {count} Verkäufe warten auf ihn.',
  '{label} will not take this customer; 1 sale waits with this customer.':
    '{label} nimmt diesen Kunden nicht an; 1 Verkauf wartet auf ihn.',
  '{label} will not take this article; stock worth {money} stands behind it.':
    '{label} nimmt diesen Artikel nicht an; dahinter steht Bestand im Wert von {money}.',
  '{label} will not take this sale; it is worth {money}.': '{label} nimmt diesen Verkauf nicht an; es geht um {money}.',
  '{label} gets this {kind:things} without the {field:fields}.': '{label} bekommt {kind.diesen} ohne {field.den}.',
  '{label} gets this {kind:things} without the {field:key}.': '{label} bekommt {kind.diesen} ohne das Feld {field}.',
  '{label} gets this {kind:things} as it stands.': '{label} bekommt {kind.diesen}, wie es dasteht.',

  'The till no longer has this record.': 'Das steht nicht mehr in der Kasse.',
  'It is one with another record now, and is sent as that.':
    'Es ist jetzt eins mit einem anderen Datensatz und wird als dieser gesendet.',
  'Mended. It goes with the next run.': 'Behoben. Es geht mit dem nächsten Lauf.',
  'The till says something else now, and that is not right yet either.':
    'In der Kasse steht jetzt etwas anderes, aber auch das stimmt noch nicht.',
  'The till says something else now. The next run shows whether the website takes it.':
    'In der Kasse steht jetzt etwas anderes. Der nächste Lauf zeigt, ob die Website es annimmt.',
  'The till still says the same.': 'In der Kasse steht noch dasselbe.',
};
