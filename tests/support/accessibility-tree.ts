import type { CDPSession } from 'playwright-core';

/** Words of a live region as they stand in the tree. */
export type SpokenPiece = {
  /** Of the text in the document: another id is another text, also when it reads the same. */
  readonly id: number;
  readonly words: string;
  /** The line of a log that it belongs to; else the region. */
  readonly lineId: number;
};

/** A part of a page whose changes are told by themselves (WCAG 4.1.3). */
export type LiveRegion = {
  readonly id: number;
  readonly role: string;
  readonly name: string;
  readonly politeness: string;
  /** Told as a whole whenever anything in it changes. */
  readonly isAtomic: boolean;
  /** All its texts in the order of reading, without those that are set to be silent. */
  readonly spoken: readonly SpokenPiece[];
  /** All its texts with the silent ones, by line. */
  readonly lines: readonly string[];
};

/** A node that is not ignored, as an assistive technology meets it. */
export type TreeNode = { readonly role: string; readonly name: string; readonly isFocused: boolean };

/** One look at a frame's accessibility tree. */
export type TreeLook = { readonly nodes: readonly TreeNode[]; readonly regions: readonly LiveRegion[] };

const fetchTree = (session: CDPSession) => session.send('Accessibility.getFullAXTree');
const fetchDocument = (session: CDPSession) => session.send('DOM.getDocument', { depth: -1 });

type AxNode = Awaited<ReturnType<typeof fetchTree>>['nodes'][number];
type Element = Awaited<ReturnType<typeof fetchDocument>>['root'];

/** Looks at the tree that Chromium gives to assistive technology; what is silent inside a region is not in it, and is looked up. */
export async function lookAtTree(session: CDPSession): Promise<TreeLook> {
  const before = await fetchDocument(session);
  const { nodes } = await fetchTree(session);
  const after = await fetchDocument(session); // the page goes on between the looks
  const silent = new Set([before, after].flatMap(({ root }) => silentIds(root)));
  const tree = new Map(nodes.map((node) => [node.nodeId, node]));
  const shown = nodes.filter(({ ignored }) => !ignored);
  const regions = shown.filter((node) => propertyOf(node, 'live') !== undefined);
  return {
    nodes: inOrder(nodes[0], tree)
      .filter(({ ignored }) => !ignored)
      .map(toTreeNode),
    regions: regions.map((node) => readRegion(node, tree, silent)),
  };
}

type Tree = ReadonlyMap<string, AxNode>;

function readRegion(node: AxNode, tree: Tree, silent: ReadonlySet<number>): LiveRegion {
  const texts = textsBelow(node, tree, idOf(node));
  const lineIds = [...new Set(texts.map(({ lineId }) => lineId))];
  return {
    id: idOf(node),
    ...toTreeNode(node),
    politeness: String(propertyOf(node, 'live')),
    isAtomic: propertyOf(node, 'atomic') === true,
    spoken: texts.filter(({ id }) => !silent.has(id)),
    lines: lineIds.map((lineId) => joined(texts.filter((piece) => piece.lineId === lineId))),
  };
}

/** The words of pieces, as they are read. */
export function joined(pieces: readonly SpokenPiece[]): string {
  return pieces
    .map(({ words }) => words)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function textsBelow(node: AxNode, tree: Tree, lineId: number): readonly SpokenPiece[] {
  if (node.role?.value === 'StaticText') return [{ id: idOf(node), words: nameOf(node), lineId }];
  const line = node.role?.value === 'listitem' ? idOf(node) : lineId;
  return childrenOf(node, tree).flatMap((child) => textsBelow(child, tree, line));
}

function inOrder(node: AxNode | undefined, tree: Tree): readonly AxNode[] {
  return node === undefined ? [] : [node, ...childrenOf(node, tree).flatMap((child) => inOrder(child, tree))];
}

function childrenOf(node: AxNode, tree: Tree): readonly AxNode[] {
  return (node.childIds ?? []).flatMap((id) => tree.get(id) ?? []);
}

/** Everything in elements that a live region is told to leave out. */
function silentIds(node: Element, isSilent = false): readonly number[] {
  const isOff = isSilent || attributeOf(node, 'aria-live') === 'off';
  const below = (node.children ?? []).flatMap((child) => silentIds(child, isOff));
  return isOff ? [node.backendNodeId, ...below] : below;
}

function attributeOf({ attributes = [] }: Element, name: string): string | undefined {
  const place = attributes.findIndex((each, index) => index % 2 === 0 && each === name);
  return place < 0 ? undefined : attributes[place + 1];
}

function toTreeNode(node: AxNode): TreeNode {
  return {
    role: String(node.role?.value),
    name: nameOf(node),
    isFocused: propertyOf(node, 'focused') === true,
  };
}

function propertyOf(node: AxNode, name: string): unknown {
  return node.properties?.find((each) => each.name === name)?.value.value as unknown;
}

function nameOf(node: AxNode): string {
  return String(node.name?.value ?? '');
}

function idOf({ backendDOMNodeId = 0 }: AxNode): number {
  return backendDOMNodeId;
}
