import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/pos/firebird/character-evidence.ts';
import { characterSet } from '../../../src/pos/firebird/character-set.ts';
import { howItReads } from '../../../src/pos/firebird/how-it-reads.ts';

describe('reads well', () => {
  it.each([
    'Art Déco',
    'RENÉ LALIQUE',
    'Ring, Diamond ½ct, “Suffolk”',
    'O’Brien',
    'the child’s chain',
    '£5.00',
    'Müller & Söhne',
    'François-Régis',
    'Straße',
    'Кольцо золотое',
    'Łukasz Wójcik',
    '18–20 inch',
    'Piaget® “Possession”',
  ])('%s', (text) => expect(howItReads(text)).toBe('well'));
});

describe('is odd', () => {
  it.each([
    'Art DÚco',
    'Art DΘco',
    'Art Dйco',
    'Diamond ¢ct',
    'Diamond ╜ct',
    'Diamond ˝ct',
    'ôSuffolkö',
    'OÆBrien',
    'the childÆs chain',
    'ú5.00',
    'Êîëüöî',
    'Ren‚ ¤',
  ])('%s', (text) => expect(howItReads(text)).toBe('odd'));
});

it('says nothing of what is plain', () => expect(howItReads('Ring, 9ct gold')).toBe('open'));

const texts: Readonly<Record<string, readonly string[]>> = {
  WIN1252: ['Art Déco', 'Diamond ½ct, “Suffolk”', 'O’Brien', '£5.00 voucher', 'Zoë'],
  DOS850: ['Art Déco', 'Müller', '£5.00 voucher', 'René', 'Diamond ½ct'],
  DOS437: ['Art Déco', 'Müller', '£5.00 voucher', 'René', 'Bücher'],
  WIN1250: ['Łukasz Wójcik', 'Dvořák', 'Pierścionek złoty', 'Šťastný'],
  WIN1251: ['Кольцо золотое', 'Цепочка', 'Серьги, белое золото'],
  UTF8: ['Art Déco', 'Diamond ½ct, “Suffolk”', 'Кольцо'],
};

it.each(Object.keys(texts))('texts that were written in %s read best in it', (name) => {
  const written = (texts[name] ?? []).map((text) => characterSet(name).encode(text));
  const scores = Object.keys(texts).map((each) => ({ each, score: scoreOf(characterSet(each), written) }));
  const best = Math.max(...scores.map(({ score }) => score));
  expect(scores.find(({ each }) => each === name)?.score).toBe(best);
  // Both sets of DOS have most letters at the same place, and so have both western ones of Windows.
  const equal = scores.filter(({ score }) => score === best).map(({ each }) => each.replace(/^DOS\d+$/, 'DOS'));
  expect(new Set(equal).size).toBe(1);
});
