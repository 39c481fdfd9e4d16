/** What the desk puts under a message of its own, so that one press answers it (design 7); without a variation selector. */
export const deskSigns = ['✋', '✖', '✅', '❌', '▶', '⏸'] as const;

/** What lies under a message that is answered by yes or no. */
export const questionSigns = ['✅', '❌'] as const satisfies readonly DeskSign[];

/** A sign under a message of the desk: take, pass, yes or round off, no, go on, pause. */
export type DeskSign = (typeof deskSigns)[number];

/** The sign that a reaction is, with or without an emoji variation selector; undefined when the desk gives none such. */
export function signOf(reaction: string): DeskSign | undefined {
  const plain = reaction.replaceAll('\uFE0F', '');
  return deskSigns.find((sign) => sign === plain);
}
