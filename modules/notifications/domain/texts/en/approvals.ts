import type { AccountTexts } from '../letter.ts'

export const approvals: Pick<AccountTexts, 'approval-asked' | 'approval-decided'> = {
  'approval-asked': (shop, { operation }) => ({
    subject: `Your agreement is asked for at ${shop}`,
    preview: 'Somebody proposes a change that needs a second person.',
    title: 'Your agreement is asked for',
    opening: [
      `Somebody who works in the back office of ${shop} proposes a change that needs two people. You may decide on it, as others may who hold the same permission.`,
    ],
    facts: [['Operation', operation]],
    action: 'Look at the proposal',
    lifetime: 'It waits for three days.',
    closing: [
      'Agree only to what you have read and understood. If in doubt, ask the colleague, not by mail.',
    ],
    reason: `You get this mail because your role in the back office of ${shop} lets you decide on this.`,
  }),
  'approval-decided': (shop, { operation, approved }) => ({
    subject: approved ? `Your proposal at ${shop} was agreed to` : `Your proposal at ${shop} was declined`,
    preview: approved ? 'You can do it once, within 24 hours.' : 'Nothing was changed.',
    title: approved ? 'Your proposal was agreed to' : 'Your proposal was declined',
    opening: approved
      ? [
          'A colleague has agreed to what you proposed. It is not done yet: send it once more, as you proposed it.',
        ]
      : ['A colleague has decided against what you proposed. Nothing was changed.'],
    facts: [['Operation', operation]],
    action: 'Open your proposals',
    ...(approved ? { lifetime: 'The agreement is good for one time, within 24 hours.' } : {}),
    closing: [
      'If you proposed nothing, somebody is in your account: change your password and tell an administrator.',
    ],
    reason: `You get this mail because something was proposed with your account in the back office of ${shop}.`,
  }),
}
