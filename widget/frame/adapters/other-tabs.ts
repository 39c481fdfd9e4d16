/** The other tabs of this browser with the chat in them: whoever leaves one quickly leaves all of them (S3). */
export interface OtherTabs {
  tellExit(): void;
  followExit(hear: () => void): void;
}

const channelName = 'quick-exit';

/** A browser without such channels, or one that refuses them with the cookies, knows of no other tab. */
export function findOtherTabs(): OtherTabs {
  const channel = openChannel();
  return {
    tellExit: () => {
      channel?.postMessage(null);
    },
    followExit: (hear) => {
      channel?.addEventListener('message', hear);
    },
  };
}

function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(channelName);
  } catch {
    return undefined;
  }
}
