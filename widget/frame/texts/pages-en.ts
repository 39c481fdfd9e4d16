import type { pagesNl } from './pages-nl.ts';

/** The pages of information in English. Part of `en.ts`. */
export const pagesEn: Readonly<Record<keyof typeof pagesNl, string>> = {
  'page.open': 'Info and privacy',
  'page.back': 'Back to the chat',
  'page.more': 'Read also',
  'page.news.message': 'There is a new message for you in the chat.',
  'page.news.counsellor': 'A counsellor is now there for you in the chat.',
  'page.news.screen': 'Something has changed in the chat.',

  'about.heading': 'About this chat',
  'about.complaintHeading': 'Are you not satisfied?',
  'about.complaint':
    'You can always make a complaint. It is handled by the rules of the CAWs. CAW means Centre for General Welfare Work.',
  'about.complaintLink': 'Make a complaint and read what you can expect then',
  'about.ownerHeading': 'Whose website is this?',
  'about.owner': 'This website belongs to {siteOwner}.',
  'about.general': 'For a general question: {address}',
  'about.technical': 'Is something not working? Mail {address}',

  'leave.heading': 'How to leave quickly',
  'leave.buttonHeading': 'With the red button',
  'leave.button': 'There is always a red button at the top: “Leave this page”.',
  'leave.buttonDoes': 'Press it and you are on an ordinary website at once. Your conversation stops then.',
  'leave.counsellor':
    'A counsellor who is talking with you sees that you had to leave. They send nothing more.',
  'leave.keysHeading': 'With the keyboard',
  'leave.keys': 'Press Shift three times in a row. That does the same as the red button.',
  'leave.hideHeading': 'Hiding the chat for a while',
  'leave.hide': 'The arrow at the top hides the window. Your conversation simply goes on.',
  'leave.hideShows': 'Whoever presses “Go on chatting” sees your conversation again.',
  'leave.staysHeading': 'What stays behind',
  'leave.stays':
    'After the red button your conversation is gone from the screen. Your browser still remembers that you visited this website.',

  'traces.heading': 'Traces on your device',
  'traces.lead':
    'Somebody who uses your device can sometimes see what you did online. Here is how to make that less likely.',
  'traces.deviceHeading': 'Choose a safe device',
  'traces.device': 'The safest is a device that the other person cannot get to.',
  'traces.deviceWhich': 'That can be the phone of a friend, or a computer at school or in the library.',
  'traces.watched':
    'Do you think somebody is watching your phone? Then use another device. Do not remove anything yet, because that can also be noticed.',
  'traces.loginHeading': 'Do you share a computer?',
  'traces.login': 'Use a login of your own, with a password that only you know.',
  'traces.loginOut': 'Log out when you are done.',
  'traces.historyHeading': 'Your browser',
  'traces.private': 'Open 1712 in a private window. Then your browser does not remember where you were.',
  'traces.privateLimits': 'A private window does not help against a program that watches you.',
  'traces.network': 'At work or at school the network can sometimes see which websites you open.',
  'traces.settings': 'You can also set your browser so that it keeps no history and no cookies.',
  'traces.one': 'Only remove this website from your history. An empty history can be noticed.',
  'traces.passwords':
    'Clearing all cookies can also clear saved passwords. Then you have to log in again everywhere.',
  'traces.phoneHeading': 'Your phone',
  'traces.phone': 'Did you call us? Then remove the number from your call list.',
  'traces.keepHeading': 'Do not keep the conversation',
  'traces.keep':
    'Do not take a picture of the screen and do not print the conversation. Somebody else can find that.',
  'traces.keepNeeded':
    'Do you want to remember something all the same? Ask the counsellor how to do that safely.',
  'traces.oursHeading': 'What this chat does',
  'traces.ours': 'The chat leaves no readable words on your device.',
  'traces.silent': 'You get no sound, no notification and no mail that you did not ask for.',

  'privacy.heading': 'Your privacy',
  'privacy.version': 'This is version {version} of this text.',
  'privacy.readHeading': 'Who reads what you write?',
  'privacy.read': 'Only you and the 1712 counsellor can read what you write to each other.',
  'privacy.readHow':
    'Your messages are encrypted on your own devices. Nobody can read them on our computers.',
  'privacy.readIntake':
    'Your age and whether you are a woman or a man also go to the counsellor encrypted only. Your postcode stays on your device.',
  'privacy.keptHeading': 'What do we keep?',
  'privacy.kept.conversation': 'the conversation itself, encrypted only',
  'privacy.kept.nickname': 'the name you chose, encrypted',
  'privacy.kept.address': 'your IP address, encrypted: that is the address of your internet',
  'privacy.kept.province': 'your province, if you gave it, and the language of your screen',
  'privacy.kept.times': 'when the conversation began and ended, and which counsellor was there',
  'privacy.kept.feedback':
    'what you answer to our questions after the conversation: without a name, only with the language and the week',
  'privacy.kept.version': 'which version of this text you could read',
  'privacy.nameless': 'You need not say who you are.',
  'privacy.termHeading': 'How long do we keep that?',
  'privacy.term': 'How long we keep everything is said in the full privacy notice.',
  'privacy.termLink': 'Open the full privacy notice',
  'privacy.controllerHeading': 'Who is responsible?',
  'privacy.controller': 'The team that talks with you is responsible for your data. These are our teams:',
  'privacy.processorsHeading': 'Who works for us?',
  'privacy.processorsNone': 'No other company handles your data for us.',
  'privacy.processors':
    'These are the companies that handle data for us. They protect it as strictly as we do.',
  'privacy.processor': '{name}: {purpose}',
  'privacy.rightsHeading': 'Your rights',
  'privacy.rights': 'You may ask which data we have about you. You may also ask us to correct or erase it.',
  'privacy.rightsLimits': 'Because we do not know who you are, we sometimes cannot find a conversation.',
  'privacy.rightsAddress': 'A question about your privacy: {address}',
  'privacy.rightsDossier': 'A question about a file: {address}',
  'privacy.complaintHeading': 'A complaint about your data',
  'privacy.complaint': 'There are three ways to complain. You choose which.',
  'privacy.complaintUs': 'With us: {address}',
  'privacy.complaintFlemish': 'With the Flemish authority: {name}',
  'privacy.complaintBelgian': 'With the Belgian authority: {name}',
  'privacy.checkedOn': 'We checked this name and this address on {day} {month} {year}.',
  'privacy.useHeading': 'What we ask of you',

  'cookies.heading': 'Cookies',
  'cookies.lead': 'A cookie is a small piece of text that your browser keeps.',
  'cookies.few': 'This chat uses two at most. They only serve to make the chat work.',
  'cookies.nobody': 'There are no cookies of other companies. Nobody follows you with them.',
  'cookies.name': 'Name',
  'cookies.kind': 'Kind',
  'cookies.why': 'Why',
  'cookies.lifetime': 'How long',
  'cookies.kind.cookie': 'cookie',
  'cookies.kind.database': 'storage in your browser',
  'cookies.why.resume': 'Did your screen close by accident? This cookie takes you back to your conversation.',
  'cookies.why.language': 'Remembers the language you chose.',
  'cookies.why.messages':
    'Keeps your conversation encrypted on your device, so that you can go back. We cannot get at it. Later nobody can open it any more.',
  'cookies.title.resume': 'Back to your conversation',
  'cookies.title.language': 'Your language',
  'cookies.title.messages': 'Your conversation, encrypted',
  'cookies.minutes': 'of use until {count} minutes after the last contact',
  'cookies.session': 'until you close the browser',
  'cookies.withoutHeading': 'Without cookies',
  'cookies.without':
    'The chat also works without cookies, as long as this page stays open. Coming back after a reload is then not possible.',
  'cookies.manageHeading': 'Refusing or clearing cookies',
  'cookies.manage':
    'You can do that in the settings of your browser. Better not clear everything at once: that can be noticed.',
  'cookies.host':
    'The website around this chat may use cookies of its own. You can read more about that on that website.',

  'fault.link': 'Report a problem',
  'fault.heading': 'Report a problem with the chat',
  'fault.lead': 'Is something not working? Tell briefly what you saw. That helps us solve it.',
  'fault.notEncrypted':
    'This form is not encrypted like the chat. Write nothing here about yourself or your conversation.',
  'fault.description': 'What went wrong?',
  'fault.browser': 'Send along which browser I use',
  'fault.goesAlong':
    'This goes along: the time ({time}) and the code “{code}”. Your conversation and your IP address do not.',
  'fault.send': 'Send the report',
  'fault.sent':
    'Thank you. Your report leaves as soon as there is a connection. Please keep this page open until then.',
  'fault.noAnswer': 'You get no answer, because we do not know who you are.',
  'fault.mail': 'You can also mail: {address}',
};
