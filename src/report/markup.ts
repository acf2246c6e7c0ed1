/** A piece of HTML that is safe to put into a page. */
export interface Markup {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What may stand in a template: texts are escaped, markup is not, lists are joined, nothing is nothing. */
export type Piece = string | number | Markup | null | undefined | false | readonly Piece[];

function rendered(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return piece.replace(/[&<>"']/gu, (letter) => entities[letter] ?? letter);
  if (typeof piece === 'number') return String(piece);
  if ('html' in piece) return piece.html;
  return piece.map(rendered).join('');
}

/** A template for HTML that escapes every text put into it: html`<p>${name}</p>`. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const text = parts.reduce((done, part, index) => done + rendered(pieces[index - 1]) + part);
  return { html: text };
}
