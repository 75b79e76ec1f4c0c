import { counted, listed, type Words } from './words.ts'

/** English. */
export const en: Words = {
  unknown: {
    found: 'This could not be looked at just now.',
    advice: 'Check again in a minute. If it stays like this, look into the log of the server.',
  },
  checks: {
    'second-factors': {
      title: 'Second factor of staff',
      found: ({ staff, having }) =>
        `${String(having)} of ${counted(staff, 'member of staff has', 'members of staff have')} a second factor.`,
      advice: () =>
        'Ask those without one to sign in and set it up. Until then they can do nothing else, and neither should whoever knows their password.',
    },
    passkeys: {
      title: 'Passkeys of staff',
      found: ({ staff, having }) =>
        `${String(having)} of ${counted(staff, 'member of staff has', 'members of staff have')} a passkey.`,
      advice: () =>
        'Ask everybody to add a passkey under “Sign-in and security”: a false page can steal codes, but not a passkey.',
    },
    'super-admins': {
      title: 'Accounts that may do everything',
      found: ({ count }) => `${counted(count, 'account', 'accounts')} with the role Owner can sign in.`,
      advice: ({ count }) =>
        count === 0
          ? 'Nobody can change roles any more. Make an account for an owner on the command line: rampart user create.'
          : count === 1
            ? 'When this one is lost, nobody can let its owner in again. Give a second person you trust this role.'
            : 'Each of them is a way to everything. Keep two or three and give the others a role with less power.',
    },
    'lapsed-invitations': {
      title: 'Unanswered invitations',
      found: ({ count }) =>
        count === 0
          ? 'No invitation lies about unanswered.'
          : `${counted(count, 'invitation was', 'invitations were')} not accepted within three days.`,
      advice: () => 'Send the invitation again, or lock the account that nobody wants.',
    },
    'idle-sessions': {
      title: 'Sessions left open',
      found: ({ open, idle }) =>
        open === 0
          ? 'Nobody of the staff is signed in.'
          : `${String(idle)} of ${counted(open, 'open session', 'open sessions')} of staff ${idle === 1 ? 'was' : 'were'} not used for two hours.`,
      advice: () =>
        'Sessions of staff end after eight idle hours. Ask for signing out where several people use one computer, or end sessions on the page of the person.',
    },
    'disabled-passwords': {
      title: 'Passwords under attack',
      found: ({ staff, customers }) =>
        staff + customers === 0
          ? 'No password is disabled.'
          : `${counted(staff, 'password', 'passwords')} of staff and ${String(customers)} of customers are disabled after too many wrong tries or a warning of their owner.`,
      advice: () =>
        'Their owners were written to and can set a new one. Look in the audit log where the tries came from.',
    },
    'locked-accounts': {
      title: 'Locked accounts',
      found: ({ staff, customers }) =>
        `${counted(staff, 'account', 'accounts')} of staff and ${String(customers)} of customers are locked.`,
      advice: () => 'See that each lock still has its reason, and that whoever left has no session or key.',
    },
    'failed-sign-ins': {
      title: 'Failed sign-ins',
      found: ({ today, usual }) =>
        `${String(today)} in the last 24 hours; ${String(usual)} a day is usual here.`,
      advice: () =>
        'Somebody may be trying passwords. Slowing down and locking happen by themselves; look in the audit log which accounts it is about.',
    },
    lockouts: {
      title: 'Passwords guessed at',
      found: ({ today, usual }) =>
        `${counted(today, 'password was', 'passwords were')} disabled in the last 24 hours after wrong tries; ${String(usual)} a day is usual here.`,
      advice: () => 'Look in the audit log whether the tries have a network or a kind of account in common.',
    },
    'token-reuse': {
      title: 'Stolen refresh tokens',
      found: ({ today, week }) =>
        week === 0
          ? 'No refresh token was used twice in the last week.'
          : `Refresh tokens were used twice ${counted(week, 'time', 'times')} in the last week, ${String(today)} of them in the last 24 hours.`,
      advice: () =>
        'Those sessions were ended at once. Ask their owners whether an app of theirs failed; if not, a token was copied: have the password and the device checked.',
    },
    'unusual-patterns': {
      title: 'Unusual patterns',
      found: ({ count }) =>
        count === 0
          ? 'The audit log of the last week has no pattern to warn about.'
          : `The audit log of the last week has ${counted(count, 'pattern', 'patterns')} to warn about.`,
      advice: () => 'Read the entries behind each and ask whoever did it.',
    },
    'signing-key': {
      title: 'Age of the signing key',
      found: ({ days }) => `The key that signs access tokens is ${counted(days, 'day', 'days')} old.`,
      advice: () =>
        'A new key is made every 30 days. See that the background work of the shop runs, or make one: rampart keys rotate.',
    },
    'unused-api-keys': {
      title: 'Unused API keys',
      found: ({ all, count }) =>
        all === 0
          ? 'There are no API keys.'
          : `${String(count)} of ${counted(all, 'API key', 'API keys')} ${count === 1 ? 'was' : 'were'} not used for 90 days.`,
      advice: () => 'Revoke keys that nothing uses: nobody would notice that they were stolen.',
    },
    'old-api-keys': {
      title: 'Old API keys',
      found: ({ all, count }) =>
        all === 0
          ? 'There are no API keys.'
          : `${String(count)} of ${counted(all, 'API key', 'API keys')} ${count === 1 ? 'is' : 'are'} older than 180 days.`,
      advice: () => 'Rotate them; the old key keeps working for a while, so that no program stands still.',
    },
    'open-api-keys': {
      title: 'API keys without a network',
      found: ({ all, count }) =>
        all === 0
          ? 'There are no API keys.'
          : `${String(count)} of ${counted(all, 'API key', 'API keys')} ${count === 1 ? 'works' : 'work'} from every network.`,
      advice: () =>
        'Name the networks that a key may be used from: a copied key is then worth nothing elsewhere.',
    },
    'full-power-roles': {
      title: 'Roles with full power',
      found: ({ count }) => `${counted(count, 'role allows', 'roles allow')} everything.`,
      advice: () =>
        'One, the owner’s, is enough. Give the others only the permissions that their work needs.',
    },
    'endless-roles': {
      title: 'Additional roles without an end',
      found: ({ count }) =>
        count === 0
          ? 'Every additional role ends by itself.'
          : `${counted(count, 'additional role was', 'additional roles were')} given without an end.`,
      advice: () => 'Give roles for a time to those who stand in for somebody.',
    },
    'policy-gaps': {
      title: 'Operations without a policy',
      found: ({ policies, gaps }) =>
        policies === 0
          ? 'No policy is in force: permissions alone decide.'
          : gaps.length === 0
            ? `${counted(policies, 'policy covers', 'policies cover')} all watched operations.`
            : `${counted(gaps.length, 'operation', 'operations')} on money, powers or data that no policy speaks about: ${listed(gaps)}.`,
      advice: () =>
        'Use a template, such as a second person for large refunds, and try it on the decisions of the last day.',
    },
    'policy-errors': {
      title: 'Policies that fail',
      found: ({ count }) =>
        count === 0
          ? 'Every policy in force is valid.'
          : `${counted(count, 'policy in force is', 'policies in force are')} not valid any more.`,
      advice: () =>
        'What they stand before is denied. Open them, simulate them and correct what is named, or switch them off.',
    },
    'waiting-approvals': {
      title: 'Approvals that wait',
      found: ({ count }) =>
        count === 0
          ? 'Nothing waits for a second person.'
          : `${counted(count, 'proposal waits', 'proposals wait')} for a second person.`,
      advice: () => 'Decide them: proposals expire after three days.',
    },
    'audit-chain': {
      title: 'Audit log',
      found: ({ entries, position }, state) =>
        state === 'bad'
          ? `The audit log was tampered with${position === null ? '' : `: entry ${String(position)} is not what it was`}.`
          : state === 'attention'
            ? `${counted(entries, 'entry', 'entries')}; the newest are not chained yet.`
            : `${counted(entries, 'entry', 'entries')}, each as it was written.`,
      advice: (_figures, state) =>
        state === 'bad'
          ? 'Somebody changed the database. Keep a copy of it and of the checkpoints, look who can reach it, and change its passwords.'
          : 'This takes a moment after busy times. If it stays, see that the background work of the shop runs.',
    },
    'audit-checkpoint': {
      title: 'Checkpoints of the audit log',
      found: ({ hours, none }) =>
        none
          ? 'No signed checkpoint covers the log yet.'
          : hours === 0
            ? 'A signed checkpoint covers the log up to this hour.'
            : `A signed checkpoint covers the log up to ${counted(hours, 'hour', 'hours')} ago.`,
      advice: () =>
        'Checkpoints are written by the background work of the shop, outside the database. See that it runs and can write to DATA_DIR.',
    },
    https: {
      title: 'Encrypted connections',
      found: ({ public_url }) => `The shop is reached at ${public_url}.`,
      advice: (_figures, state) =>
        state === 'bad'
          ? 'Without HTTPS, passwords and sessions travel in the clear. Put a TLS proxy in front and set PUBLIC_URL to its https address.'
          : 'Fine on your own machine. Before strangers come, put a TLS proxy in front and set PUBLIC_URL to its https address.',
    },
    'sandbox-payments': {
      title: 'Sandbox payments',
      found: (_figures, state) =>
        state === 'good'
          ? 'The sandbox bank is off.'
          : 'The sandbox bank is on: anybody can approve a payment there.',
      advice: (_figures, state) =>
        state === 'bad'
          ? 'Set SANDBOX_PAYMENTS=off: goods are given away.'
          : 'Right for trying things out. Set SANDBOX_PAYMENTS=off before you sell.',
    },
    mail: {
      title: 'Mail',
      found: (_figures, state) =>
        state === 'good' ? 'Mails go out by SMTP.' : 'Mails are only written to files in DATA_DIR.',
      advice: () => 'Set SMTP_URL and MAIL_FROM: warnings about sign-ins reach nobody otherwise.',
    },
    network: {
      title: 'Reach of the server',
      found: ({ host, open }, state) =>
        state === 'good'
          ? `The server listens on ${host}${open ? ', behind the proxy that it trusts' : ''}.`
          : open
            ? `The server listens on ${host}, with no proxy that it trusts in front.`
            : 'The server is behind a proxy that it does not trust: all visitors seem to come from one address.',
      advice: ({ open }) =>
        open
          ? 'Leave HOST out so that only this machine reaches it, or put a proxy in front and name its address in TRUST_PROXY.'
          : 'Set TRUST_PROXY to the exact address of the proxy; limits by network hit everybody at once otherwise.',
    },
    packages: {
      title: 'Packages with known holes',
      found: ({ packages, problems }) =>
        problems.length === 0
          ? `None of ${counted(packages, 'installed package', 'installed packages')} is below its floor.`
          : `${counted(problems.length, 'package', 'packages')} below the floor: ${listed(problems)}.`,
      advice: () => 'Install the version of Rampart that brings newer ones: npm ci after an update.',
    },
  },
}
