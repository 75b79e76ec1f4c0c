/** Languages that mails are written in. */
export type Language = 'en' | 'de'

/** For readers whose language is not known, such as guests. */
export const DEFAULT_LANGUAGE: Language = 'en'
