/** A kind of article: the letters that its codes begin with, what it is made from, and its prices in pence. */
export interface ArticleGroup {
  readonly prefix: string;
  readonly category: string;
  readonly noun: string;
  readonly metals: readonly string[];
  readonly stones: readonly string[];
  readonly price: { readonly from: number; readonly to: number };
}

const golds = ['9ct yellow gold', '18ct yellow gold', '9ct white gold', '18ct rose gold', 'Platinum 950'] as const;
const silver = ['Sterling silver', 'Silver 925'] as const;
const stones = ['Diamond ½ct', 'Diamond ¼ct', 'Sapphire', 'Ruby', 'Emerald', 'Opal', ''] as const;

/** What a high-street jeweller sells. */
export const articleGroups: readonly ArticleGroup[] = [
  { prefix: 'RG', category: 'Rings', noun: 'Ring', metals: golds, stones, price: { from: 14_500, to: 480_000 } },
  {
    prefix: 'RG',
    category: 'Rings',
    noun: 'Wedding band',
    metals: golds,
    stones: [''],
    price: { from: 9900, to: 95_000 },
  },
  {
    prefix: 'NK',
    category: 'Necklaces',
    noun: 'Chain',
    metals: [...golds, ...silver],
    stones: [''],
    price: { from: 2900, to: 89_000 },
  },
  {
    prefix: 'NK',
    category: 'Necklaces',
    noun: 'Pendant',
    metals: [...golds, ...silver],
    stones,
    price: { from: 4900, to: 120_000 },
  },
  {
    prefix: 'ER',
    category: 'Earrings',
    noun: 'Studs',
    metals: [...golds, ...silver],
    stones,
    price: { from: 1900, to: 75_000 },
  },
  {
    prefix: 'BR',
    category: 'Bracelets & bangles',
    noun: 'Bangle',
    metals: silver,
    stones: ['', 'Cubic zirconia'],
    price: { from: 3500, to: 32_000 },
  },
  {
    prefix: 'WT',
    category: 'Watches; straps',
    noun: 'Watch',
    metals: ['Steel', 'Gold-plated', ''],
    stones: [''],
    price: { from: 6900, to: 310_000 },
  },
  {
    prefix: 'GF',
    category: 'Gifts',
    noun: 'Photo frame',
    metals: ['Silver plate', 'Pewter'],
    stones: [''],
    price: { from: 1200, to: 9500 },
  },
];

/** What makes one article differ from the next, with everything that breaks a badly written export. */
export const articleStyles = [
  '"Eternity"',
  "O'Hara collection",
  'plain',
  'Art Déco',
  'hand-made; one of a kind',
  '18", adjustable',
  '“Suffolk”',
  'court, 4mm',
] as const;

/** Who made it, as stock codes begin. */
export const makers = ['HAR', 'LKS', 'B&Co', 'TH-', 'SW/', 'Q'] as const;

/** What is sold without an article. */
export const services = [
  "Repair: re-tip claw, customer's own",
  'Engraving, "two lines"',
  'Watch battery; fitted',
  'Valuation',
] as const;

/** Who stands at the counter; the last name is longer than any destination takes. */
export const staff = [
  'Janet',
  "Maeve O'Dowd",
  'Mr. Whitlock',
  'Zoë (Sat.)',
  'Priya',
  'Tom, workshop',
  'Agnès',
  'Relief; branch 2',
  'Temporary assistant for the Christmas season, name to be written in',
] as const;
