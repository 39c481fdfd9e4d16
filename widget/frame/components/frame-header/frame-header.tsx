import type { JSX } from 'preact';
import { Button } from '../button/button.tsx';
import { EmergencyStrip } from '../emergency-strip/emergency-strip.tsx';
import { ExitThisPage } from '../exit-this-page/exit-this-page.tsx';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../icon/icon.tsx';
import { LanguageChoice } from '../language-choice/language-choice.tsx';
import './frame-header.css';

/** What the header shows. */
export type FrameHeaderProps = {
  readonly presses: number;
  /** The last choice of language could not be loaded, and the one before stays. */
  readonly isLanguageMissing: boolean;
};

/**
 * What stands above every screen, in the order of the tab key: exit, emergency numbers, hide, language, information (S1, R17, 3.2.6). The
 * first three are always in view; the rest may scroll away where there is little height.
 */
export function FrameHeader({ presses, isLanguageMissing }: FrameHeaderProps): JSX.Element {
  const { texts, settings, tell, hide } = useFrame();
  return (
    <header class="frame-header">
      <div class="frame-header__urgent">
        <ExitThisPage presses={presses} />
        <EmergencyStrip />
        {hide !== null && (
          <Button look="quiet" onPress={hide}>
            <Icon name="hide" />
            <span class="unseen">{texts['frame.hide']}</span>
          </Button>
        )}
      </div>
      <div class="frame-header__rest">
        <div class="frame-header__tools">
          <LanguageChoice />
          <Button
            look="quiet"
            onPress={() => {
              tell({ kind: 'page-opened', page: 'about' });
            }}
          >
            <Icon name="info" />
            <span class="unseen">{texts['page.open']}</span>
          </Button>
        </div>
        {isLanguageMissing && <p class="frame-header__problem">{texts['frame.languageMissing']}</p>}
        {settings.isDemo && <p class="frame-header__demo">{texts['frame.demo']}</p>}
      </div>
    </header>
  );
}
