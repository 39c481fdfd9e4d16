import type { JSX } from 'preact';
import type { PageNews, ShownPage } from '../../state/open-page.ts';
import { Button } from '../button/button.tsx';
import { FaultForm } from '../fault-form/fault-form.tsx';
import { useFrame } from '../frame-context.ts';
import { Notice } from '../notice/notice.tsx';
import { PageLinks } from '../page-links/page-links.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { pageContents } from './page-contents.ts';
import type { Block, PageContent, Section } from './page-content.ts';
import './info-page.css';

/** Which page, and what happened in the chat meanwhile. */
export type InfoPageProps = { readonly page: ShownPage; readonly news: PageNews | null };

/** A page of information over the screen: the way back first, then heading, sections, and the other pages (R33). */
export function InfoPage({ page, news }: InfoPageProps): JSX.Element {
  const { texts, settings, hide } = useFrame();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const source = { texts, settings, canHide: hide !== null };
  const content: PageContent =
    page.name === 'fault'
      ? { heading: texts['fault.heading'], sections: [] }
      : pageContents[page.name](source);
  return (
    <div class="page info-page">
      <WayBack news={news} />
      <h1 ref={heading} tabIndex={-1}>
        {content.heading}
      </h1>
      {content.sections.map((section) => (
        <PageSection key={section.heading} section={section} />
      ))}
      {page.name === 'fault' && <FaultForm form={page.form} />}
      <PageLinks current={page.name} />
    </div>
  );
}

function WayBack({ news }: { readonly news: PageNews | null }): JSX.Element {
  const { texts, tell } = useFrame();
  return (
    <div class="info-page__back">
      <Button
        look="plain"
        onPress={() => {
          tell({ kind: 'page-closed' });
        }}
      >
        {texts['page.back']}
      </Button>
      {news !== null && <Notice icon="warning">{texts[`page.news.${news}`]}</Notice>}
    </div>
  );
}

function PageSection({ section }: { readonly section: Section }): JSX.Element {
  const { heading, blocks, isForKeyboards = false } = section;
  return (
    <section class={isForKeyboards ? 'for-keyboards' : ''}>
      {heading !== null && <h2>{heading}</h2>}
      {blocks.map((block, index) => (
        <PageBlock key={index} block={block} />
      ))}
    </section>
  );
}

function PageBlock({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl>
          {block.rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'link':
      return <LinkParagraph text={block.text} href={block.href} />;
  }
}

/** A page opens beside the chat, so that nothing is lost; a mail address opens the mail program. */
function LinkParagraph({ text, href }: { readonly text: string; readonly href: string }): JSX.Element {
  const target = href.startsWith('mailto:') ? undefined : '_blank';
  return (
    <p>
      <a href={href} target={target} rel="noopener noreferrer">
        {text}
      </a>
    </p>
  );
}
