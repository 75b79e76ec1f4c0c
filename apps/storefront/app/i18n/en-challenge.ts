/** English for challenges, and for the links of mails about unusual sign-ins. */
export const enChallenge = {
  challenge: {
    checking: 'Checking that you are not a robot…',
    ready: 'Checked. Type your password again and go on.',
    failed:
      'Your browser could not finish the check. Reload the page and try again, or reset your password by mail.',
    noScriptTitle: 'We have to check that you are not a robot',
    noScript:
      'The check needs JavaScript. Turn it on for this shop and send the form again, or reset your password by mail, which works without.',
  },
  unlock: {
    title: 'Enable your password again',
    lead: 'Somebody typed wrong passwords for your account many times, so signing in by password was stopped. If your password is long and used nowhere else, enable it again.',
    button: 'Enable password',
    doneTitle: 'Your password works again',
    done: 'Sign in as always.',
    failedTitle: 'This link is no longer valid',
    failed: 'It may have been used already, or it is too old. You can set a new password by mail instead.',
    reset: 'Set a new password',
  },
  notMe: {
    title: 'This wasn’t you?',
    lead: 'We will sign out every browser and program, forget all known devices and switch the password off. Then we send you a mail to set a new one.',
    button: 'Secure my account',
    doneTitle: 'Your account is secured',
    done: 'Everybody is signed out, and the old password does not work any more. Set a new one now, with a code that we send to your address.',
    next: 'Set a new password',
    failedTitle: 'This link is no longer valid',
    failed:
      'It may have been used already, or it is too old. If you still worry, set a new password: that signs everybody out too.',
  },
}
