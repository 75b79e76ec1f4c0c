/** Texts of the pages behind mails about unusual sign-ins, and of the check for robots. */
export const mailLinks = {
  checking: 'Checking that you are not a robot…',
  unlock: {
    title: 'Enable your password again',
    lead: 'Somebody typed wrong passwords for your account many times, so signing in by password was stopped.',
    button: 'Enable password',
    doneTitle: 'Your password works again',
    done: 'Sign in as always.',
    failedTitle: 'This link is no longer valid',
    failed:
      'It may have been used already, or it is too old. Sign in with a passkey, or ask an administrator.',
  },
  notMe: {
    title: 'This wasn’t you?',
    lead: 'Every session of your account ends, all known devices are forgotten and the password is switched off. Then a mail tells you how to set a new one.',
    button: 'Secure my account',
    doneTitle: 'Your account is secured',
    done: 'Everybody is signed out, and the old password does not work any more. Follow the mail that was just sent to set a new one.',
    failedTitle: 'This link is no longer valid',
    failed:
      'It may have been used already, or it is too old. If you still worry, ask an administrator to lock your account.',
  },
}
