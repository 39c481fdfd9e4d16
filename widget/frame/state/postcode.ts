import { wireProvinces, type WireProvince } from '../../../appservice/contract/conversation.ts';

/** Where somebody lives, as far as the helpline needs to know: a Flemish province, Brussels, or outside both. */
export type Area = WireProvince | 'brussels' | 'outside';

/**
 * Belgian postcodes by area (domain 2.5). The first digit is not enough: 1xxx is shared by Brussels, Walloon Brabant and
 * Vlaams-Brabant, 3xxx by Vlaams-Brabant and Limburg. Both ends belong to the range.
 */
const ranges: readonly (readonly [from: number, to: number, area: Area])[] = [
  [1000, 1299, 'brussels'],
  [1300, 1499, 'outside'],
  [1500, 1999, 'vlaams-brabant'],
  [2000, 2999, 'antwerpen'],
  [3000, 3499, 'vlaams-brabant'],
  [3500, 3999, 'limburg'],
  [4000, 7999, 'outside'],
  [8000, 8999, 'west-vlaanderen'],
  [9000, 9999, 'oost-vlaanderen'],
];

/** Postcodes that lie in another province than their range: Zwijndrecht left Antwerp on 1 January 2025. */
const exceptions: ReadonlyMap<number, Area> = new Map([[2070, 'oost-vlaanderen']]);

/** The area of a Belgian postcode; undefined when the text is none (R20). Worked out here, so that the postcode stays here. */
export function areaOfPostcode(text: string): Area | undefined {
  const digits = text.trim();
  if (!/^[1-9][0-9]{3}$/.test(digits)) return undefined;
  const postcode = Number(digits);
  const range = ranges.find(([from, to]) => from <= postcode && postcode <= to);
  return exceptions.get(postcode) ?? range?.[2];
}

/** The province whose team is rung first; null means any team. Callers from Brussels go where the configuration says (domain 2.5). */
export function provinceOfArea(
  area: Area | null,
  brusselsProvince: WireProvince | null,
): WireProvince | null {
  if (area === 'brussels') return brusselsProvince;
  return area === 'outside' ? null : area;
}

/** Reads a province as the configuration spells it; null when it is none. */
export function parseProvince(text: string | null): WireProvince | null {
  return wireProvinces.find((each) => each === text) ?? null;
}
