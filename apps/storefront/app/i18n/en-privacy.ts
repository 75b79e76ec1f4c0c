/** English for one's own data. */
export const enPrivacy = {
  privacy: {
    tab: 'Your data',
    title: 'Your data',
    lead: 'Take along what we keep about you, or have it erased.',
    export: {
      title: 'Take your data along',
      lead: 'One archive with your account, addresses, orders, cart, mails and sign-ins, as files that you and other programs can read. We write to you when it is ready.',
      request: 'Ask for an archive',
      requested: 'We are making your archive and write to you when it is ready.',
      running: 'An archive is being made already. We write to you when it is ready.',
      tooSoon: 'One archive a day can be made. Fetch the last one, or come back tomorrow.',
      list: 'Your archives',
      of: 'Archive of {{date}}',
      download: 'Download',
      downloadOf: 'Download the archive of {{date}}',
      until: 'Can be fetched until {{date}}',
      size: '{{size}} kB',
      status: { queued: 'Being made', ready: 'Ready', expired: 'Deleted', failed: 'Did not work' },
    },
    erase: {
      title: 'Erase your account',
      lead: 'There is no way back, and nobody here can undo it.',
      goes: 'What goes: your account and every way to sign in, your addresses, your cart, your name and mail address on everything we keep. You are signed out everywhere at once.',
      stays:
        'What stays: of orders you paid for, the figures and the address on the invoice, for as long as the law wants them. Nobody uses them for anything else.',
      first: 'You may want to take your data along first.',
      typed: 'Type {{word}} to confirm',
      wrongWord: 'Type {{word}}, letter by letter.',
      button: 'Erase my account',
      underWay: 'An order of yours is still under way',
      underWayText:
        'Erase your account once it has arrived, or cancel it if you can. An order that is marked as sent counts as arrived after 30 days.',
      seeOrders: 'See your orders',
    },
    doneTitle: 'Your account is erased',
    done: 'You are signed out everywhere. What is left is removed now, and a last mail tells you when that is done.',
  },
}
