/** English for signing up. */
export const enSignUp = {
  signUp: {
    more: 'More about you',
    username: 'User name',
    usernameHint: 'To sign in with instead of the e-mail address. 3 to 32 letters, digits, dots or hyphens.',
    dateOfBirth: 'Date of birth',
    dateOfBirthHint: 'Asked for when you forget your password, so that nobody else can set a new one.',
    role: 'How you use the shop',
    roleHint: 'Anything but shopping is a request: we look at it and tell you by mail.',
    roles: {
      customer: 'I shop here',
      seller: 'I want to sell here',
      procurement_manager: 'I buy stock for this shop',
      sales_manager: 'I manage sales for this shop',
    },
  },
}
