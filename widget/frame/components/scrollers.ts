/** An element and all that may scroll around it, from the inside out; which of them does depends on the size of the screen. */
export function scrollersAround(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) found.push(each);
  return found;
}
