import type { pagesNlChild } from './pages-nl.ts';

/** What children read in English in other words on the pages of information (S11). Part of `en.ts`. */
export const pagesEnChild: Readonly<Record<keyof typeof pagesNlChild, string>> = {
  'page.open': 'Info for you',
  'page.news.counsellor': 'Somebody is there for you in the chat now.',
  'about.complaint':
    'Do you think we did something wrong? You can always say so. That is called a complaint.',
  'about.complaintLink': 'Say what went wrong',
  'leave.counsellor': 'Whoever talks with you sees that you had to leave. Then you get no more messages.',
  'leave.stays':
    'After the red button your conversation is gone from the screen. Somebody can still see you were on this website.',
  'traces.lead': 'Somebody can sometimes see what you did on the internet. This makes it harder.',
  'traces.device': 'Choose a device that the other person cannot use.',
  'traces.watched':
    'Do you think somebody watches your phone? Then use another device. Do not clear anything yet. That can be noticed.',
  'traces.historyHeading': 'Where you were on the internet',
  'traces.private': 'Open 1712 in a private window. Then the device does not remember where you were.',
  'traces.settings': 'Somebody you trust can help you with this.',
  'traces.passwords': 'Do not clear everything at once. Then passwords are gone, too.',
  'traces.keepNeeded': 'Do you want to remember something? Ask us how to do that safely.',
  'privacy.heading': 'What we keep',
  'privacy.read': 'Only you and somebody at 1712 read it.',
  'privacy.readHow': 'Your messages leave in a secret code. Nobody can read them on our computers.',
  'privacy.readIntake':
    'Your age and if you are a girl or a boy leave in secret code, too. Your postcode stays here.',
  'privacy.kept.conversation': 'the conversation, in secret code',
  'privacy.kept.nickname': 'the name you chose, in secret code',
  'privacy.kept.address': 'the number of your internet, in secret code',
  'privacy.kept.times': 'when the conversation began and stopped, and who was there for you',
  'privacy.kept.feedback': 'what you answer to our questions afterwards, without your name',
  'privacy.term': 'That is in the long text. You can ask somebody to read it with you.',
  'privacy.termLink': 'Open the long text',
  'privacy.controllerHeading': 'Who takes care of it?',
  'privacy.controller': 'The team that talks with you takes care of what we keep. These are our teams:',
  'privacy.processorsNone': 'Nobody else gets what we keep.',
  'privacy.processors': 'These companies help us. They take care of it as well as we do.',
  'privacy.rightsHeading': 'What may you do?',
  'privacy.rights': 'You may ask what we know about you. You may also ask us to delete it.',
  'privacy.rightsLimits': 'We do not know who you are. So sometimes we cannot find a conversation again.',
  'privacy.rightsAddress': 'Question about what we keep: {address}',
  'privacy.complaintHeading': 'Do you not like it?',
  'privacy.complaint': 'Then say so. There are three ways. You choose.',
  'privacy.complaintFlemish': 'To those who watch over us in Flanders: {name}',
  'privacy.complaintBelgian': 'To those who watch over us in Belgium: {name}',
  'cookies.lead': 'A cookie is a small piece of text. Your device keeps it.',
  'cookies.few': 'This chat has two or fewer. Without them it works less well.',
  'cookies.nobody': 'Nobody follows you with them.',
  'cookies.kind.database': 'place on your device',
  'cookies.why.messages':
    'Keeps your conversation in secret code on this device. We cannot get at it. Later nobody can read it any more.',
  'cookies.why.resume': 'Does your screen close by accident? Then you can go back to your conversation.',
  'cookies.title.messages': 'Your conversation, in secret code',
  'cookies.session': 'until all windows are closed',
  'cookies.without':
    'The chat works without them, too. Then keep this page open, or your conversation stops.',
  'cookies.manage': 'Ask somebody you trust for help. Do not clear everything at once: that can be noticed.',
  'cookies.host': 'The website around this chat may have cookies, too.',
  'fault.notEncrypted':
    'This does not leave in secret code. Write nothing here about you or your conversation.',
  'fault.browser': 'Also say which program I use for the internet',
  'fault.goesAlong': 'This goes along: the time ({time}) and the code “{code}”. Your conversation does not.',
  'fault.sent': 'Thank you. It leaves when there is internet. Keep this page open for a while.',
};
